"""A clean article and its mentions into its date: when it was published, or when what it reports took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from builder import dates
from builder.dates import DateInterval
from builder.extract.dating.background import event_reasons, office_reasons
from builder.extract.dating.clues import clue_reasons
from builder.extract.dating.days import EVER, Days, count, ends
from builder.extract.dating.lead import Lead, is_counted, looks_ahead, read_lead
from builder.extract.dating.mentioned import Narrative
from builder.extract.dating.narrative import text_reasons
from builder.extract.dating.reasons import BOUNDING, SETTLING, Reason
from builder.extract.dating.relative import find_day_words
from builder.extract.dating.resolve import (
    settle_order,
    settle_years,
    unsettled_findings,
    weekday_findings,
    wrong_weekdays,
)
from builder.extract.dating.seen import seen_reasons
from builder.extract.dating.solver import Solution, needed, on_weekday, solve
from builder.extract.dating.standpoint import standpoint
from builder.extract.dating.wording import WEEKDAY_NAMES, say
from builder.models import (
    CleanArticle,
    DateMention,
    Dating,
    DatingStep,
    Evidence,
    KnownEvent,
    LanguageRules,
    Office,
    Person,
)

INFERRED = ("picture-name", "file-name")
"""Reasons that only suggest a day; a date that rests on them is approximate."""


def date_article(
    clean: CleanArticle,
    mentions: Sequence[DateMention],
    known_events: Sequence[tuple[KnownEvent, Evidence]],
    offices: Sequence[tuple[Person, Office, Evidence]],
    rules: LanguageRules,
) -> tuple[Dating | None, tuple[DateMention, ...], tuple[str, ...]]:
    """Date an article; give back its date, its mentions with their years, and findings for the editor.

    The date is never narrower than its reasons, and None when nothing bounds it; a date in the text
    whose day of the week is wrong is no reason, since either may be the slip. It is ``published``
    when the editor, a stamp, the address, a file's or picture's name or a word such as "yesterday" beside a full date
    says so, else ``event``.
    """
    mentions = settle_order(mentions, clean.paragraphs)
    words = [word for paragraph in clean.paragraphs for word in find_day_words(paragraph, rules, mentions)]
    narrative = Narrative(clean.paragraphs, mentions, words, rules)
    wrong = wrong_weekdays(narrative)
    trusted = Narrative(clean.paragraphs, [mention for mention in mentions if mention not in wrong], words, rules)
    lead = read_lead(clean.paragraphs, words, trusted.mentions, rules)
    clues = tuple(clue_reasons(clean, trusted.mentions, rules))
    reasons = [
        *clues,
        *seen_reasons(trusted, clues),
        *text_reasons(trusted, lead),
        *event_reasons(known_events, narrative.paragraphs, rules),
        *office_reasons(offices, narrative.paragraphs, mentions, rules),
    ]
    solution = solve(reasons, lead.offsets)
    refined, findings = _on_lead_weekday(solution, lead)
    dating = _with_reported_day(_answer(solution, refined, lead), refined, lead)
    findings += [say("contradiction", reason=reason.step.text) for reason in solution.dropped]
    findings += weekday_findings(wrong)
    settled = settle_years(narrative, standpoint(trusted, refined, lead))
    if dating is not None:
        findings += unsettled_findings(narrative, settled, dating.when)
    return dating, settled, tuple(findings)


def _on_lead_weekday(solution: Solution, lead: Lead) -> tuple[Solution, list[str]]:
    """The solution on the weekday of the lead; unchanged, with a finding, when that never occurs."""
    if lead.weekday is None or solution.published == EVER:
        return solution, []
    refined = on_weekday(solution, lead.weekday, lead.offsets)
    if refined is not None:
        return refined, []
    if lead.word is None:
        return solution, []
    return solution, [say("weekday-outside", words=lead.word.text, paragraph=lead.word.paragraph)]


def _answer(solution: Solution, refined: Solution, lead: Lead) -> Dating | None:
    reasons = needed(solution, lead.offsets)
    publishing = needed(solution, lead.offsets, only_published=True)
    asides = tuple(DatingStep("contradiction", say("contradiction", reason=one.step.text)) for one in solution.dropped)
    settling = next((one for one in solution.kept if one.rank in SETTLING), None)
    if settling is not None and (settling.rank == "sidecar" or count(solution.published) == 1):
        when = settling.bounds[0] if settling.rank == "sidecar" else _said(solution.published, ())
        return Dating(when, "published", (*_steps(settling, publishing), *asides))
    inferred = next((one for one in solution.kept if one.rank in INFERRED and one in publishing), None)
    if inferred is not None:
        return Dating(_approximately(solution.published), "published", (*_steps(inferred, publishing), *asides))
    if count(refined.reported) == 1:
        return _on_a_day(refined, lead, (*_event_steps(reasons, lead, refined, solution), *asides))
    if settling is not None and _is_bounded(solution.published):
        when = _said(solution.published, publishing)
        return Dating(when, "published", (*_steps(settling, publishing), *asides))
    if ends(solution.reported) == (None, None):
        return None
    when = _said(_held_ends(solution.reported, refined.reported, reasons), reasons)
    return Dating(when, "event", (*_event_steps(reasons, lead, refined, solution), *asides))


def _on_a_day(refined: Solution, lead: Lead, steps: tuple[DatingStep, ...]) -> Dating:
    """The day that is reported, or that of publication where a word such as "yesterday" counts from it."""
    reported = _said(refined.reported, ())
    if not is_counted(lead) or not lead.offsets[0] or count(refined.published) > 1:
        return Dating(reported, "event", steps)
    when = _said(refined.published, ())
    return Dating(when, "published", (*steps, DatingStep("conclusion", say("counted", date=when))), reported)


def _with_reported_day(dating: Dating | None, refined: Solution, lead: Lead) -> Dating | None:
    """The dating with the day of what is reported, which a day word of the lead must name."""
    if dating is None or lead.word is None or count(refined.reported) != 1:
        return dating
    return replace(dating, reported=_said(refined.reported, ()))


def _steps(first: Reason, reasons: Sequence[Reason]) -> Iterator[DatingStep]:
    """The reason that settles the date, then what narrowed it."""
    yield first.step
    for reason in reasons:
        if reason is not first and first.rank != "sidecar":
            yield reason.step


def _event_steps(reasons: Sequence[Reason], lead: Lead, refined: Solution, solution: Solution) -> Iterator[DatingStep]:
    if lead.word is not None:
        key = "weekday-today" if lead.word.relation == "today" else "weekday-future" if looks_ahead(lead) else "weekday"
        if key == "weekday" and _held_ends(solution.reported, refined.reported, reasons) == solution.reported:
            key = "weekday-remark" if count(refined.reported) > 1 else key
        text = say(key, weekday=WEEKDAY_NAMES[lead.word.weekday], words=lead.word.text)
        yield DatingStep("weekday", text, paragraph=lead.word.paragraph)
    for reason in reasons:
        yield reason.step
    if lead.word is not None and reasons and count(refined.reported) == 1 < count(solution.reported):
        day = _said(refined.reported, ())
        text = say("conclusion", date=day, weekday=WEEKDAY_NAMES[lead.word.weekday])
        yield DatingStep("conclusion", text)


def _is_bounded(days: Days) -> bool:
    return None not in ends(days)


def _held_ends(before: Days, after: Days, reasons: Sequence[Reason]) -> Days:
    """The refined days, but an end stays where it was that is only known to a month or a year, or by the page.

    A page that was seen or changed on a day says nothing of the weekday on which its news took place.
    """
    start, end = _end_at(before, reasons, 0), _end_at(before, reasons, 1)
    seen = any(reason.rank in BOUNDING and end in reason.bounds for reason in reasons)
    first = before[0][0] if start and not start.is_one_day else after[0][0]
    last = before[-1][1] if end and (seen or not end.is_one_day) else after[-1][1]
    return ((first, last),)


def _end_at(days: Days, reasons: Sequence[Reason], side: int) -> DateInterval | None:
    """The date of a reason that ends the days on that side, the most exact one."""
    limit = ends(days)[side]
    found = [
        end
        for reason in reasons
        for bound in reason.bounds
        if not bound.is_yearless and (end := dates.ends(bound)[side]) and (end.earliest, end.latest)[side] == limit
    ]
    return max(found, key=lambda end: len(end.edtf), default=None)


def _said(days: Days, reasons: Sequence[Reason]) -> DateInterval:
    """The stretch of the days, its ends said as exactly as the reasons know them."""
    first, last = ends(days)
    if first is not None and first == last:
        return dates.day(first.year, first.month, first.day)
    start = _end_at(days, reasons, 0) or _day(first)
    end = _end_at(days, reasons, 1) or _day(last)
    return dates.between(start, end)


def _day(known: date | None) -> DateInterval | None:
    return dates.day(known.year, known.month, known.day) if known else None


def _approximately(days: Days) -> DateInterval:
    first, last = ends(days)
    if first is None:
        return _said(days, ())
    return dates.approximate(dates.day(first.year, first.month, first.day), last)
