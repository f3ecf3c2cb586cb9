"""The opening of an article into the day on which it says that something happened.

A news text says in its first paragraphs what happened when: "on Friday", "mardi 30 janvier". The
first such words count; a date that is part of a name or of the background ("the agreement of
2 October 2020") does not. Neither does one without its weekday, which may as well be that of a crime
or a birth that the news goes back to, nor any where the lead remembers ("ten years after").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.dates import month_and_day
from builder.extract.dating.clues import weekday_of
from builder.extract.dating.folding import flatten
from builder.extract.dating.relative import OFFSETS, DayWord, relation_before
from builder.extract.dating.tense import FUTURE, PAST, read_tense
from builder.extract.dating.vocabulary import any_word
from builder.models import DateMention, LanguageRules, Paragraph

LEAD_PARAGRAPHS = 3
DATE_REACH = range(-30, 1)
"""A date in the lead is that of the news when the article appears within so many days."""

SAME_DAY = range(1)

EARLIEST_PAGES = 1991
"""No page of the web is older; a day before then is history."""


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that say when it happened: a day word, or a mention of a date and its weekday.

    ``offsets`` is how many days after publication that day can lie: one number where a word beside the date says so.
    """

    offsets: range
    word: DayWord | None = None
    mention: DateMention | None = None
    weekday: int | None = None


NOTHING = Lead(SAME_DAY)


def read_lead(
    paragraphs: Sequence[Paragraph],
    words: Sequence[DayWord],
    mentions: Sequence[DateMention],
    rules: LanguageRules,
) -> Lead:
    """The first words of the lead that date what it reports, or NOTHING."""
    lead = [paragraph for paragraph in paragraphs if paragraph.kind == "text"][:LEAD_PARAGRAPHS]
    for number, paragraph in enumerate(lead):
        named: list[DayWord | DateMention] = [word for word in words if word.paragraph == paragraph.id]
        named += [mention for mention in mentions if mention.paragraph == paragraph.id]
        for one in sorted(named, key=lambda item: item.start):
            found = _of_word(one) if isinstance(one, DayWord) else _of_mention(one, paragraph, rules, first=number == 0)
            if found is not None and (
                is_counted(found) or not (found.mention and _remembers(lead, found.mention, rules))
            ):
                return found
    return NOTHING


def _of_word(word: DayWord) -> Lead | None:
    relation = PAST if word.relation == "plain" else word.relation
    return Lead(OFFSETS[relation], word=word, weekday=word.weekday)


def _of_mention(mention: DateMention, paragraph: Paragraph, rules: LanguageRules, first: bool) -> Lead | None:
    """A date counts with its weekday or after "yesterday"."""
    weekday = weekday_of(mention.text, rules.dates)
    yearless = month_and_day(mention.when)
    is_day = mention.when.is_one_day or (yearless is not None and yearless[1] is not None)
    tense = read_tense(paragraph.text, mention.start, mention.end, rules.dates, rules.abbreviations)
    relation = relation_before(paragraph.text, mention.start, rules.dates)
    if not is_day:
        return None
    if relation:
        return Lead(OFFSETS[relation], mention=mention, weekday=weekday)
    if tense.until or tense.aimed:
        return None
    if weekday is None or tense.direction == FUTURE or tense.doubtful or _is_history(mention):
        return None
    return Lead(DATE_REACH, mention=mention, weekday=weekday) if tense.direction == PAST or first else None


def _remembers(lead: Sequence[Paragraph], mention: DateMention, rules: LanguageRules) -> bool:
    """Tell whether the opening looks back at a day with its year: "twenty years after", "the anniversary of"."""
    if mention.when.is_yearless:
        return False
    remembering = any_word(rules.dates.remembering_words, rules.dates.clitics)
    return any(remembering.search(flatten(paragraph.text).text) for paragraph in lead)


def _is_history(mention: DateMention) -> bool:
    """Tell whether a date lies before the first pages of the web."""
    return mention.when.latest is not None and mention.when.latest.year < EARLIEST_PAGES


def is_counted(lead: Lead) -> bool:
    """Tell whether the lead counts from the day of writing to a written date: "yesterday, Monday 7 February 2022"."""
    return lead.mention is not None and len(lead.offsets) == 1


def looks_ahead(lead: Lead) -> bool:
    """Tell whether the lead announces something."""
    return lead.word is not None and lead.word.relation in (FUTURE, "next", "tomorrow")
