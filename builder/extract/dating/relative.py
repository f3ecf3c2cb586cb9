"""A paragraph into the days that it names by their relation to the day of writing: Tuesday, yesterday.

Only what carries a weekday is found, since "today" alone settles nothing. A weekday that belongs
to a written date is part of that date; "every Friday" and "Friday prayers" name no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.dating.folding import flatten
from builder.extract.dating.tense import FUTURE, PAST, read_tense
from builder.extract.dating.vocabulary import START, alternatives, any_word, key, load_vocabulary
from builder.extract.letters import Letters
from builder.models import DateMention, LanguageRules, Paragraph
from builder.models.rules import DateWords

_REACH = 60
"""The words behind a weekday that may take it back begin and end within so many letters of it."""

OFFSETS = {
    "past": range(-6, 1),
    "future": range(1, 8),
    "last": range(-13, 0),
    "next": range(1, 14),
    "today": range(1),
    "yesterday": range(-1, 0),
    "before": range(-2, -1),
    "tomorrow": range(1, 2),
}
"""How many days after the article's publication the day lies that a word names."""


@dataclass(frozen=True, slots=True)
class DayWord:
    """A weekday that a text names without a date; ``relation`` is a key of OFFSETS, or plain."""

    weekday: int
    relation: str
    text: str
    paragraph: str
    start: int
    end: int


@lru_cache(maxsize=64)
def _pattern(words: DateWords) -> re.Pattern[str]:
    weekday = load_vocabulary(words).full_weekday
    clitic = alternatives(words.clitics)
    relation = rf"(?:(?:{_relation_words(words)})\s*[,/(]?\s*)?"
    return re.compile(rf"{START}(?:{clitic})?{relation}(?P<w>{weekday})(?![^\W_])")


@lru_cache(maxsize=64)
def _names(words: DateWords) -> re.Pattern[str]:
    """Quick to try: a text without it names no weekday."""
    return re.compile(load_vocabulary(words).full_weekday)


def _relation_words(words: DateWords) -> str:
    return "|".join(
        f"(?P<{name}>{alternatives(group)})"
        for name, group in (
            ("before", words.before_yesterday_words),
            ("today", words.today_words),
            ("yesterday", words.yesterday_words),
            ("tomorrow", words.tomorrow_words),
        )
    )


def relation_before(text: str, start: int, words: DateWords) -> str:
    """The relation that stands right before a written date ("tomorrow, Thursday 27 June"), or nothing.

    >>> relation_before("hier mardi 3 mai", 5, DateWords(yesterday_words=("hier",)))
    'yesterday'
    """
    found = _relations(words).search(flatten(text[max(0, start - 30) : start]).text)
    return next((name for name, value in found.groupdict().items() if value), "") if found else ""


@lru_cache(maxsize=64)
def _relations(words: DateWords) -> re.Pattern[str]:
    on = rf"(?:\s*[,/(]?\s*(?:{alternatives(words.on_words)}))?"
    return re.compile(rf"{START}(?:{alternatives(words.clitics)})?(?:{_relation_words(words)}){on}\s*[,/(]?\s*$")


@lru_cache(maxsize=64)
def _vetoes(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return any_word(words.not_weekday_before), any_word(words.not_weekday_after)


def find_day_words(paragraph: Paragraph, rules: LanguageRules, dates: Iterable[DateMention]) -> Iterator[DayWord]:
    """Yield the weekdays of a paragraph that are no part of a written date, in order."""
    text, words = paragraph.text, rules.dates
    flat = flatten(text)
    vocabulary = load_vocabulary(words)
    if not _names(words).search(flat.text):
        return
    dated = Letters(text)
    for mention in dates:
        if mention.paragraph == paragraph.id:
            dated.take(mention.start, mention.end)
    before, after = _vetoes(words)
    for match in _pattern(words).finditer(flat.text):
        start, end = flat.span(*match.span("w"))
        if not dated.are_free(start, end):
            continue
        if vocabulary.capitalised and not text[start].isupper():
            continue
        ahead = flat.text[max(0, match.start() - 20) : match.start("w")].rstrip(" /'")
        if any(found.end() == len(ahead) for found in before.finditer(ahead)) or after.match(
            flat.text[match.end() : match.end() + _REACH].lstrip()
        ):
            continue
        relation = next((name for name in ("before", "today", "yesterday", "tomorrow") if match[name]), "")
        if not relation:
            tense = read_tense(text, start, end, words, rules.abbreviations)
            near = tense.near if tense.near != "this" else ""
            relation = near or (tense.direction if tense.direction in (PAST, FUTURE) else "plain")
        yield DayWord(vocabulary.weekdays[key(match["w"])], relation, text[start:end], paragraph.id, start, end)
