"""What the text of an article says about days into reasons: the lead, past and coming dates, this week."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from builder.dates import DateInterval, month_and_day
from builder.extract.dating.clues import OVERTAKING_DAYS, possible_days
from builder.extract.dating.days import Days, every_year, intersect, run, widen
from builder.extract.dating.folding import flatten
from builder.extract.dating.lead import EARLIEST_PAGES, Lead
from builder.extract.dating.mentioned import Narrative, is_named_day
from builder.extract.dating.reasons import Reason
from builder.extract.dating.relative import DayWord
from builder.extract.dating.tense import FUTURE, PAST, clause_around, sentence_around
from builder.extract.dating.vocabulary import any_word
from builder.extract.dating.wording import WEEKDAY_NAMES, say
from builder.models import DateMention, DatingStep

MONTHS_AHEAD = 334
"""A day without a year lies less than eleven months away, else the writer would name the year."""

_HEAD = 30
"""Words such as "it is now" at the head of a sentence are no longer."""

OPENED_DAYS = 31
"""What opened on a weekday that needs no date ends within so many days, or its end would bear a month and year."""


def text_reasons(narrative: Narrative, lead: Lead) -> Iterator[Reason]:
    """Yield what the text says about when it was written."""
    yield from _reported(narrative, lead)
    yield from _latest_past(narrative)
    yield from _of_writing(narrative)
    for mention in narrative.mentions:
        if not mention.when.is_yearless:
            yield from _coming(narrative, mention)
        elif mention is not lead.mention:
            yield from _without_year(narrative, mention)
    yield from _same_week(narrative, lead)


def _reported(narrative: Narrative, lead: Lead) -> Iterator[Reason]:
    mention = lead.mention
    if mention is None or _is_overtaken(narrative, mention) or _is_background(narrative, mention):
        return
    possible = possible_days(mention.when, weekday=lead.weekday)
    if possible is not None:
        key = "weekday-date" if mention.when.is_yearless and lead.weekday is not None else "reported-date"
        named = WEEKDAY_NAMES[lead.weekday] if lead.weekday is not None else ""
        text = say(key, date=mention.when, words=mention.text, weekday=named)
        step = DatingStep("explicit", text, paragraph=mention.paragraph)
        yield Reason("explicit", step, widen(possible, -lead.offsets[-1], -lead.offsets[0]), possible, (mention.when,))


def _is_overtaken(narrative: Narrative, lead: DateMention) -> bool:
    """Tell whether the text names a later weekday with its day, not to come: then the lead's date is no news."""
    first = lead.when.earliest
    if first is None:
        return False
    later = run(first + timedelta(days=1), first + timedelta(days=OVERTAKING_DAYS))
    for mention in narrative.mentions:
        weekday = narrative.weekday(mention)
        days = possible_days(mention.when, weekday=weekday) if weekday is not None else None
        if days is not None and intersect(days, later):
            tense = narrative.tense(mention)
            if tense.direction != FUTURE and not tense.aimed:
                return True
    return False


def _is_background(narrative: Narrative, lead: DateMention) -> bool:
    """Tell whether the text speaks of a past later than the date of its lead."""
    if lead.when.latest is None:
        return False
    horizon = lead.when.latest + timedelta(days=OVERTAKING_DAYS)
    return any(
        one.when.earliest is not None and one.when.earliest > horizon and _is_surely_past(narrative, one)
        for one in narrative.mentions
    )


def _is_past(narrative: Narrative, mention: DateMention) -> bool:
    return mention.when.earliest is not None and narrative.tense(mention).direction == PAST


def _is_surely_past(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether a date is past beyond doubt: "the elections of 2026" are none, "since 2026" is.

    A year must be told by a word such as "in", and the verb must be near. A day that a noun bears ("the tickets
    for the show of 5 May") has a time of its own, a stretch of years ("the contract for 2026-2031") as well.
    """
    tense = narrative.tense(mention)
    if not _is_past(narrative, mention) or not tense.close or tense.of_noun or _is_of_change(narrative, mention):
        return False
    if "/" in mention.when.edtf and not _is_exact(mention.when):
        return False
    if mention.when.is_one_day and not _stands_free(narrative, mention):
        return False
    return not mention.text.isdigit() or _has_year_cue(narrative, mention)


def _stands_free(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether a day is no noun's own, where a language ties the two without a word: ``قمة 3 مارس 2027``."""
    words = narrative.rules.dates
    if not words.clitics:
        return True
    before = flatten(narrative.paragraphs[mention.paragraph].text[max(0, mention.start - 30) : mention.start]).text
    groups = (words.on_words, words.from_words, words.to_words, words.until_words, words.today_words)
    near = (*groups, words.yesterday_words, words.tomorrow_words, words.year_cues, words.month_cues, words.year_nouns)
    told = any_word(tuple(word for group in near for word in group), words.clitics)
    bare = before.rstrip()
    return not re.search(r"[^\W\d_]$", bare) or any(found.end() == len(bare) for found in told.finditer(bare))


def _is_of_change(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether a date is that of a correction or of a visit of the page: "amended on", "accessed"."""
    words, text = narrative.rules.dates, narrative.paragraphs[mention.paragraph].text
    changed = any_word(words.updated_words, words.clitics)
    first, _ = sentence_around(text, mention.start, narrative.rules.abbreviations)
    return bool(changed.search(flatten(text[first : mention.start]).text))


def _has_year_cue(narrative: Narrative, mention: DateMention) -> bool:
    words = narrative.rules.dates
    before = flatten(
        narrative.paragraphs[mention.paragraph].text[max(0, mention.start - 25) : mention.start]
    ).text.rstrip()
    return any(found.end() == len(before) for found in any_word(words.year_cues, words.clitics).finditer(before))


def _latest_past(narrative: Narrative) -> Iterator[Reason]:
    """Not before the latest date that the text calls past."""
    past = [mention for mention in narrative.mentions if _is_surely_past(narrative, mention)]
    newest = max(past, key=lambda mention: (mention.when.earliest or date.min, len(mention.when.edtf)), default=None)
    if newest is not None:
        days = run(newest.when.earliest, None)
        reported = (
            days if not newest.when.is_one_day else run((newest.when.earliest or date.min) - timedelta(days=6), None)
        )
        step = DatingStep("explicit", say("past-date", date=newest.when, words=newest.text), paragraph=newest.paragraph)
        yield Reason("explicit", step, days, reported, (newest.when,))


def _of_writing(narrative: Narrative) -> Iterator[Reason]:
    """The date of which a sentence says at its head that it is then: "It is June 2022"."""
    words = narrative.rules.dates
    pattern = re.compile(rf"\W*{any_word(words.writing_words, words.clitics).pattern}\s*")
    for mention in narrative.mentions:
        if mention.when.earliest is None or mention.when.earliest.year < EARLIEST_PAGES or not _is_exact(mention.when):
            continue
        text, (first, _) = narrative.paragraphs[mention.paragraph].text, narrative.sentence(mention)
        if mention.start - first < _HEAD and pattern.fullmatch(flatten(text[first : mention.start]).text):
            quote = text[first : mention.end]
            step = DatingStep("explicit", say("writing", date=mention.when, words=quote), paragraph=mention.paragraph)
            yield Reason("explicit", step, run(mention.when.earliest, mention.when.latest), bounds=(mention.when,))


def _coming(narrative: Narrative, mention: DateMention) -> Iterator[Reason]:
    """A full date that is still to come bounds the day of writing from above."""
    tense = narrative.tense(mention)
    if not (tense.direction == FUTURE and tense.close and tense.firm) or not _is_exact(mention.when):
        return
    if _follows_dated_words(narrative, mention):
        return
    if mention.when.latest is None or mention.when.latest.year < EARLIEST_PAGES:
        return
    last = mention.when.latest
    if not tense.until and mention.when.is_one_day:
        last -= timedelta(days=1)
    text = say("future-date", words=mention.text)
    days = run(None, last)
    yield Reason("explicit", DatingStep("explicit", text, paragraph=mention.paragraph), days, bounds=(mention.when,))


def _follows_dated_words(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether the sentence dates its verb before: "said in 2018 that the dam will be ready by 1 May 2020"."""
    text = narrative.paragraphs[mention.paragraph].text
    first, _ = sentence_around(text, mention.start, narrative.rules.abbreviations)
    return any(
        one.paragraph == mention.paragraph and first <= one.start < mention.start and one.when.earliest is not None
        for one in narrative.mentions
    )


def _is_exact(when: DateInterval) -> bool:
    return bool(when.earliest and when.latest and when.latest - when.earliest < timedelta(days=62))


def _without_year(narrative: Narrative, mention: DateMention) -> Iterator[Reason]:
    """A day without a year: before it, when it is to come; after it, when it is past and has a weekday."""
    yearless = month_and_day(mention.when)
    if yearless is None or yearless[1] is None or is_named_day(narrative, mention):
        return
    tense, weekday = narrative.tense(mention), narrative.weekday(mention)
    opened = _opening_weekday(narrative, mention) if tense.until else None
    if tense.direction == FUTURE and tense.close and (tense.firm or opened):
        back = -OPENED_DAYS if opened else -MONTHS_AHEAD
        days = every_year(*yearless, before=back, after=0 if tense.until else -1, weekday=weekday)
        key = "opened-until" if opened else "until" if tense.until else "future-date"
        named = WEEKDAY_NAMES[opened.weekday] if opened else ""
        text = say(key, words=mention.text, weekday=named, days=OPENED_DAYS)
        step = DatingStep("explicit", text, paragraph=mention.paragraph)
        yield Reason("explicit", step, days, _before_or_on(days), (mention.when,))
    elif weekday is not None and tense.direction == PAST and mention.paragraph in narrative.lead_ids:
        days = every_year(*yearless, before=0, after=MONTHS_AHEAD, weekday=weekday)
        text = say("weekday-date", words=mention.text, weekday=WEEKDAY_NAMES[weekday])
        yield Reason(
            "explicit", DatingStep("explicit", text, paragraph=mention.paragraph), days, bounds=(mention.when,)
        )


def _before_or_on(days: Days) -> Days:
    """What is reported lies on those days or within a week before or after."""
    return widen(days, -13, 13)


def _opening_weekday(narrative: Narrative, mention: DateMention) -> DayWord | None:
    """The weekday on which, in the same sentence, something is said to have opened."""
    paragraph = narrative.paragraphs[mention.paragraph]
    words, abbreviations = narrative.rules.dates, narrative.rules.abbreviations
    first, _ = sentence_around(paragraph.text, mention.start, abbreviations)
    opening = any_word(words.opening_words, words.clitics)
    for word in narrative.words:
        if word.paragraph == paragraph.id and first <= word.start < mention.start:
            clause = clause_around(paragraph.text, word.start, word.end, words, abbreviations)
            if opening.search(flatten(paragraph.text[clause[0] : clause[1]]).text):
                return word
    return None


def _same_week(narrative: Narrative, lead: Lead) -> Iterator[Reason]:
    """Where the lead says "during the week", tie a weekday's date without a year to the week of writing."""
    week = _week_words(narrative)
    if week is None:
        return
    for mention in narrative.mentions:
        yearless, weekday = month_and_day(mention.when), narrative.weekday(mention)
        if yearless is None or weekday is None or mention.paragraph not in narrative.lead_ids:
            continue
        if narrative.tense(mention).direction == FUTURE:
            continue
        exact = every_year(*yearless, before=0, after=0, weekday=weekday)
        text = say("same-week", words=mention.text, week=week, weekday=WEEKDAY_NAMES[weekday])
        step = DatingStep("explicit", text, paragraph=mention.paragraph)
        bound_to_week = widen(exact, -weekday, 6 - weekday)
        yield Reason("explicit", step, widen(exact, 0, 6), bound_to_week, (mention.when,))
        return


def _week_words(narrative: Narrative) -> str | None:
    pattern = any_word(narrative.rules.dates.week_words, narrative.rules.dates.clitics)
    for identifier in narrative.lead_ids:
        text = narrative.paragraphs[identifier].text
        found = pattern.search(flatten(text).text)
        if found:
            return text[found.start() : found.end()]
    return None
