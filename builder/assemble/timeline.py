"""Dates become events: what the articles report, what was agreed, and what else they date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.models import Article, DateMention, Event, Evidence, Knowledge, RegisterEntry


def collect_events(
    articles: Sequence[Article], register: Sequence[RegisterEntry], knowledge: Knowledge
) -> tuple[Event, ...]:
    """The timeline in the order of first days; an event whose first day is open comes first."""
    events = [*_reports(articles), *_agreed(register), *_known(articles, knowledge)]
    told = {(evidence, event.when.edtf) for event in events for evidence in event.evidence}
    events.extend(_dated(articles, told))
    return tuple(sorted(events, key=_by_day))


def _by_day(event: Event) -> tuple[str, str, str]:
    earliest, latest = event.when.earliest, event.when.latest
    return (earliest.isoformat() if earliest else "", latest.isoformat() if latest else "9999", event.id)


def _reports(articles: Iterable[Article]) -> Iterator[Event]:
    """What each article reports, on the day that its dating gives."""
    for article in articles:
        if article.dating and article.sentences:
            yield Event(
                id=f"report-{article.id}",
                kind="report",
                names=_titles(article),
                when=article.dating.when,
                articles=(article.id,),
                evidence=(article.sentences[0],),
            )


def _titles(article: Article) -> dict[str, str]:
    english = article.clean.raw.sidecar.english_title
    return {article.clean.language: article.clean.title.value} | ({"en": english} if english else {})


def _agreed(register: Iterable[RegisterEntry]) -> Iterator[Event]:
    for entry in register:
        if entry.when and entry.when.earliest:
            yield Event(
                id=f"agreement-{entry.id}",
                kind="agreement",
                names=entry.names,
                when=entry.when,
                articles=tuple(dict.fromkeys(article for article, _ in entry.deeds)),
                evidence=_dating_words_first(entry),
                source=entry.known.source if entry.known and entry.when_from == "knowledge" else None,
                agreement=entry.id,
            )


def _dating_words_first(entry: RegisterEntry) -> tuple[Evidence, ...]:
    """The words of every source, those that give a date before those that only name it."""
    told = sorted(entry.deeds, key=lambda told: told[1].when is None)
    return tuple(dict.fromkeys(deed.evidence for _, deed in told))


def _known(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[Event]:
    """Known events that articles speak of; their day is the knowledge's."""
    told: dict[str, list[Evidence]] = {}
    for article in articles:
        for event, evidence in article.known_events:
            told.setdefault(event, []).append(evidence)
    for event, words in told.items():
        record = knowledge.events[event]
        yield Event(
            id=f"known-{event}",
            kind="known",
            names=record.names,
            when=record.when,
            articles=tuple(dict.fromkeys(found.article for found in words)),
            evidence=tuple(words),
            source=record.source,
        )


def _dated(articles: Iterable[Article], told: set[tuple[Evidence, str]]) -> Iterator[Event]:
    """Sentences with a date of their own that no other event tells already; the same words count once.

    A date of another case that the sentence only compares with would mislead here.
    """
    found: dict[tuple[str, str], list[tuple[DateMention, Evidence]]] = {}
    for article in articles:
        for date in article.dates:
            sentence = article.sentence(date.paragraph, date.start)
            if date.when.is_yearless or date in article.asides or (sentence, date.when.edtf) in told:
                continue
            told.add((sentence, date.when.edtf))
            found.setdefault((sentence.quote, date.when.edtf), []).append((date, sentence))
    for same in found.values():
        date, first = same[0]
        evidence = tuple(sentence for _, sentence in same)
        yield Event(
            id=f"dated-{first.article}-{date.paragraph}-{date.start}",
            kind="inferred" if date.is_year_inferred else "dated",
            names={},
            when=date.when,
            articles=tuple(dict.fromkeys(sentence.article for sentence in evidence)),
            evidence=evidence,
        )
