"""Dates become events: what the articles report, what was agreed, and what else they date.

What two dates are told of is one event only where that is certain: the register has brought them together, or the
knowledge has an event with the phrases that tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.models import (
    Article,
    DateMention,
    Event,
    Evidence,
    Knowledge,
    KnownEvent,
    RegisterEntry,
    ToldDate,
)
from builder.text import is_arabic, words

_CLAUSE_END = re.compile(r"[,;:.!?()«»“”،؛؟—–]")


def collect_events(
    articles: Sequence[Article], register: Sequence[RegisterEntry], knowledge: Knowledge
) -> tuple[Event, ...]:
    """The timeline in the order of first days; an event whose first day is open comes first."""
    events = [*_reports(articles), *_agreed(register), *_known(articles, knowledge)]
    told = {(evidence, event.when.edtf) for event in events for evidence in event.evidence}
    told |= {(other.evidence, other.when.edtf) for event in events for other in event.told}
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
                told=tuple(_told_otherwise(entry)),
            )


def _dating_words_first(entry: RegisterEntry) -> tuple[Evidence, ...]:
    """The words of every source, those that give the row's date first, those that give none last."""
    told = sorted(entry.deeds, key=lambda told: (told[1].when != entry.when, told[1].when is None))
    return tuple(dict.fromkeys(deed.evidence for _, deed in told))


def _told_otherwise(entry: RegisterEntry) -> Iterator[ToldDate]:
    """The dates of a row that are not the one that it stands under, each with every sentence that gives it."""
    for _, deed in entry.deeds:
        if deed.when and deed.when != entry.when:
            yield ToldDate(deed.when, deed.evidence)


def _known(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[Event]:
    """Known events that articles speak of; their day is the knowledge's."""
    told: dict[str, list[Evidence]] = {}
    dates: dict[str, list[ToldDate]] = {}
    for article in articles:
        for event, evidence in article.known_events:
            told.setdefault(event, []).append(evidence)
        for event, date in _told_within(article, knowledge.events):
            dates.setdefault(event, []).append(date)
    for event, quotes in told.items():
        record = knowledge.events[event]
        yield Event(
            id=f"known-{event}",
            kind="known",
            names=record.names,
            when=record.when,
            articles=tuple(dict.fromkeys(found.article for found in quotes)),
            evidence=tuple(quotes),
            source=record.source,
            told=tuple(dates.get(event, ())),
        )


def _told_within(article: Article, events: Mapping[str, KnownEvent]) -> Iterator[tuple[str, ToldDate]]:
    """The dates inside that of a known event which the sentence that speaks of it gives for it.

    Where a date may be that of two events, it is that of none.
    """
    spoken_of = [(events[event], said) for event, said in article.known_events if events[event].told_by]
    for date in article.dates if spoken_of else ():
        sentence = article.sentence(date.paragraph, date.start)
        clause = _clause(sentence, date)
        inside = (event for event, said in spoken_of if said == sentence and _lies_within(date, event))
        fitting = [event for event in inside if _tells_of(clause, event)]
        if len(fitting) == 1:
            yield fitting[0].id, ToldDate(date.when, sentence, date.is_year_inferred)


def _clause(sentence: Evidence, date: DateMention) -> str:
    """The words of a sentence around a date, up to the next signs, folded, with a space before and after."""
    start, end = date.start - sentence.start, date.end - sentence.start
    begins = max((found.end() for found in _CLAUSE_END.finditer(sentence.quote, 0, start)), default=0)
    ends = _CLAUSE_END.search(sentence.quote, end)
    clause = sentence.quote[begins : ends.start() if ends else len(sentence.quote)]
    return f" {' '.join(word.folded for word in words(clause))} "


def _lies_within(date: DateMention, event: KnownEvent) -> bool:
    earliest, latest = date.when.earliest, date.when.latest
    inside = bool(earliest and latest and event.when.covers(earliest) and event.when.covers(latest))
    return inside and date.when != event.when


def _tells_of(clause: str, event: KnownEvent) -> bool:
    """Whether a phrase stands in a clause; letters may be joined to the front of an Arabic one."""
    for phrase in (phrase for phrases in event.told_by.values() for phrase in phrases):
        folded = f"{' '.join(word.folded for word in words(phrase))} "
        if (folded if is_arabic(phrase) else f" {folded}") in clause:
            return True
    return False


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
