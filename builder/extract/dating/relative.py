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
from builder.models import DateMention, LanguageRules, Paragraph
from builder.models.rules import DateWords

OFFSETS = {
    "past": range(-6, 1),
    "future": range(1, 8),
    "last": range(-13, 0),
    "next": range(1, 14),
    "today": range(1),
    "yesterday": range(-1, 0),
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
    relations = "|".join(
        f"(?P<{name}>{alternatives(group)})"
        for name, group in (
            ("today", words.today_words),
            ("yesterday", words.yesterday_words),
            ("tomorrow", words.tomorrow_words),
        )
    )
    clitic = alternatives(words.clitics)
    return re.compile(rf"{START}(?:{clitic})?(?:(?:{relations})\s*[,/(]?\s*)?(?P<w>{weekday})(?![^\W_])")


@lru_cache(maxsize=64)
def _vetoes(words: DateWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return any_word(words.not_weekday_before), any_word(words.not_weekday_after)


def find_day_words(paragraph: Paragraph, rules: LanguageRules, dates: Iterable[DateMention]) -> Iterator[DayWord]:
    """Yield the weekdays of a paragraph that are no part of a written date, in order."""
    text, words = paragraph.text, rules.dates
    flat = flatten(text)
    vocabulary = load_vocabulary(words)
    dated = [(mention.start, mention.end) for mention in dates if mention.paragraph == paragraph.id]
    before, after = _vetoes(words)
    for match in _pattern(words).finditer(flat.text):
        start, end = flat.span(*match.span("w"))
        if any(first < end and start < last for first, last in dated):
            continue
        if vocabulary.capitalised and not text[start].isupper():
            continue
        ahead = flat.text[max(0, match.start() - 20) : match.start("w")].rstrip(" /'")
        if any(found.end() == len(ahead) for found in before.finditer(ahead)) or after.match(
            flat.text[match.end() :].lstrip()
        ):
            continue
        relation = next((name for name in ("today", "yesterday", "tomorrow") if match[name]), "")
        if not relation:
            tense = read_tense(text, start, end, words, rules.abbreviations)
            relation = tense.near or (tense.direction if tense.direction in (PAST, FUTURE) else "plain")
        yield DayWord(vocabulary.weekdays[key(match["w"])], relation, text[start:end], paragraph.id, start, end)
