"""What the knowledge says of events and offices that an article speaks of, into reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from builder.dates import ends
from builder.extract.dating.days import of_interval, run, unite, widen
from builder.extract.dating.folding import flatten
from builder.extract.dating.reasons import Reason
from builder.extract.dating.tense import sentence_around
from builder.extract.dating.vocabulary import any_word
from builder.extract.dating.wording import say
from builder.models import DateMention, DatingStep, Evidence, KnownEvent, LanguageRules, Office, Paragraph, Person

RECENT_DAYS = 60
"""An event is called recent for two months."""

DURING_DAYS = 7
"""News of something that goes on appears up to a week after it."""


def event_reasons(
    events: Sequence[tuple[KnownEvent, Evidence]], paragraphs: Mapping[str, Paragraph], rules: LanguageRules
) -> Iterator[Reason]:
    """Yield what speaking of known events tells of the day of writing; each event counts once."""
    seen: set[str] = set()
    for event, evidence in sorted(events, key=lambda pair: not _is_recent(pair[1], paragraphs, rules)):
        if event.id not in seen:
            seen.add(event.id)
            yield from _event(event, evidence, _is_recent(evidence, paragraphs, rules))


def _event(event: KnownEvent, evidence: Evidence, recent: bool) -> Iterator[Reason]:
    when, fields = event.when, {"event": name_of(event.names), "date": event.when, "source": event.source.text}

    def step(key: str) -> DatingStep:
        text = say(key, **fields, days=RECENT_DAYS)
        return DatingStep("event", text, paragraph=evidence.paragraph, source=event.source.url or event.source.text)

    if event.implies == "after":
        days = run(when.earliest, None)
        yield Reason("event", step("event-after"), days, days, (when,))
        if recent and when.latest:
            days = run(when.earliest, when.latest + timedelta(days=RECENT_DAYS))
            yield Reason("event", step("event-recent"), days, bounds=(when,))
    elif event.implies == "before":
        days = run(None, when.latest)
        yield Reason("event", step("event-before"), days, days, (when,))
    elif event.implies == "during":
        reported = of_interval(when)
        yield Reason("event", step("event-during"), widen(reported, 0, DURING_DAYS), reported, (when,))


def _is_recent(evidence: Evidence, paragraphs: Mapping[str, Paragraph], rules: LanguageRules) -> bool:
    paragraph = paragraphs.get(evidence.paragraph)
    if paragraph is None:
        return False
    first, last = sentence_around(paragraph.text, evidence.start, rules.abbreviations)
    recent = any_word(rules.dates.recent_words, rules.dates.clitics)
    return bool(recent.search(flatten(paragraph.text[first:last]).text))


def office_reasons(
    offices: Sequence[tuple[Person, Office, Evidence]],
    paragraphs: Mapping[str, Paragraph],
    mentions: Sequence[DateMention],
    rules: LanguageRules,
) -> Iterator[Reason]:
    """Yield, for each person, the time of the offices that may be meant: one of them was held."""
    order = {identifier: number for number, identifier in enumerate(paragraphs)}
    by_person: dict[str, list[tuple[Person, Office, Evidence]]] = {}
    for person, office, evidence in sorted(offices, key=lambda one: (order.get(one[2].paragraph, 0), one[2].start)):
        if _is_present(evidence, paragraphs, mentions, rules):
            by_person.setdefault(person.id, []).append((person, office, evidence))
    for held in by_person.values():
        yield _office(held)


def _office(held: Sequence[tuple[Person, Office, Evidence]]) -> Reason:
    """One reason for one person; the offices that may be meant are alternatives."""
    unique = list({id(office): (person, office, evidence) for person, office, evidence in held}.values())
    person, _, evidence = unique[0]
    text = " ".join(dict.fromkeys(_sentence(person, office) for _, office, _ in unique))
    days = unite(one for _, office, _ in unique for one in of_interval(office.held))
    source = unique[0][1].source
    step = DatingStep("office", text, paragraph=evidence.paragraph, source=source.url or source.text)
    return Reason("office", step, reported=days, bounds=tuple(office.held for _, office, _ in unique))


def _sentence(person: Person, office: Office) -> str:
    start, end = ends(office.held)
    key = "office-" + "-".join(["from"] * bool(start) + ["to"] * bool(end)) if start or end else "office-unknown"
    return say(
        key,
        person=name_of(person.names),
        office=name_of(office.title),
        start=start,
        end=end,
        source=office.source.text,
    )


def _is_present(
    evidence: Evidence, paragraphs: Mapping[str, Paragraph], mentions: Sequence[DateMention], rules: LanguageRules
) -> bool:
    """Tell whether the office is one of the time of writing: not a former one, not in a dated sentence."""
    paragraph = paragraphs.get(evidence.paragraph)
    if paragraph is None:
        return True
    text = flatten(paragraph.text).text
    former = any_word(rules.dates.former_words, rules.dates.clitics)
    near = text[max(0, evidence.start - 40) : evidence.start]
    clause = re.split(r"[,;:.()]", near)[-1]
    after = " ".join(text[evidence.end : evidence.end + 30].split()[:2])
    first, last = sentence_around(paragraph.text, evidence.start, rules.abbreviations)
    dated = any(
        mention.paragraph == paragraph.id and first <= mention.start < last and mention.when.earliest
        for mention in mentions
    )
    within = former.search(flatten(evidence.quote).text)
    return not (dated or former.search(clause) or within or (rules.dates.clitics and former.search(after)))


def name_of(names: Mapping[str, str]) -> str:
    """The name for an English reader, or any when there is none in English."""
    return names.get("en") or next(iter(names.values()), "")
