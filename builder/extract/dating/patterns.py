"""A vocabulary into the compiled patterns of written dates.

Patterns match flat text (``folding.flatten``). Groups carry the number of the date they belong to:
``w`` weekday, ``d`` day in figures, ``o`` day in words, ``m`` month, ``n`` its other name, ``y`` year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.dating.folding import flatten
from builder.extract.dating.vocabulary import (
    NEVER,
    NO_LETTER,
    START,
    Vocabulary,
    alternatives,
    any_word,
    key,
    load_vocabulary,
)
from builder.models.rules import DateWords

_NO_NUMBER = r"(?<!\d[.,:/-])(?<![a-z]-)"
_FREE = r"(?<![a-z\d_])"
# No month has more days; without a limit a long list of numbers would be read again from each of them.
_MOST_LISTED = 31
_YEAR_END = r"(?!\d|[.,]\d(?!\d?\d?(?:\s|$))|\s?%|-\d)"
"""What may follow a year: also a stop with the figure of a note glued to it, ``4 July 2019.3 It``."""


@dataclass(frozen=True, slots=True)
class Cues:
    """What the reader of a match looks for beside it."""

    street: re.Pattern[str]
    heads: re.Pattern[str]
    units: re.Pattern[str]
    day_ending: re.Pattern[str]
    month: re.Pattern[str]
    named_after: re.Pattern[str]
    recurring: re.Pattern[str]
    named: re.Pattern[str]
    listed: re.Pattern[str]
    joined_before: re.Pattern[str]
    joined_after: re.Pattern[str]
    article: re.Pattern[str]
    given: frozenset[str]
    small: frozenset[str]
    on: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns of one language, and the vocabulary they were made from.

    ``any_month``, ``any_hijri``, ``any_day`` and ``figures`` are quick to try: without them there is no such date.
    """

    vocabulary: Vocabulary
    any_month: re.Pattern[str]
    any_hijri: re.Pattern[str]
    figures: re.Pattern[str]
    any_day: re.Pattern[str]
    cues: Cues
    iso: re.Pattern[str]
    numeric: re.Pattern[str]
    hijri: re.Pattern[str]
    hijri_year: re.Pattern[str]
    days_of_month: re.Pattern[str]
    day_to_day: re.Pattern[str]
    month_days: re.Pattern[str]
    month_day_to_day: re.Pattern[str]
    day: re.Pattern[str]
    month_day: re.Pattern[str]
    year_first: re.Pattern[str]
    months: re.Pattern[str]
    month: re.Pattern[str]


@lru_cache(maxsize=64)
def load_patterns(words: DateWords, stamps: bool = False) -> Patterns:
    """Compile the patterns of a language; cached by the record, which is compared by identity."""
    vocabulary = load_vocabulary(words, stamps)
    piece = _Pieces(vocabulary)
    month_first_year = "" if vocabulary.month_first else "(?=,?\\s*\\d{4})"
    first, second = piece.weekday(1), piece.weekday(2)
    return Patterns(
        vocabulary=vocabulary,
        any_month=re.compile(rf"(?:{vocabulary.month}){NO_LETTER}"),
        any_hijri=re.compile(rf"(?:{vocabulary.hijri_month}){NO_LETTER}"),
        figures=re.compile(r"\d\s?[-/.]\s?\d"),
        any_day=re.compile(rf"(?<!\d)\d\d?(?!\d)|{vocabulary.day_word}"),
        cues=_cues(words, vocabulary.month),
        iso=re.compile(
            r"(?<![a-z\d./-])(?P<y1>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m1>\d\d?)(?P=sep)(?P<d1>\d\d?)(?![\d/]|[-.]\d)"
        ),
        numeric=re.compile(
            rf"{first}(?<![a-z\d./-])(?<!\d )(?P<d1>\d\d?)(?:{alternatives(words.day_endings)})?"
            r"\s?(?P<sep>[-/.])\s?(?P<m1>\d\d?)\s?(?P=sep)\s?"
            r"(?P<y1>(?:19|20)\d\d|\d\d)(?![\d/%-]|[.,]\d)"
        ),
        hijri=re.compile(
            rf"{first}(?:{piece.day_of(1)})?{START}(?:{vocabulary.clitic})?(?P<m1>{vocabulary.hijri_month})"
            rf"{NO_LETTER}(?:\s*,?\s*(?:{piece.year_link}\s*)?)(?P<y1>1[0-5]\d\d)(?!\d)(?:\s?(?:{piece.hijri_mark})\.?(?![^\W\d_]))?"
        ),
        hijri_year=re.compile(rf"(?<![\d/.-])(?P<y1>1[0-5]\d\d|[5-9]\d\d)\s?(?:{piece.hijri_mark})(?![^\W_])"),
        days_of_month=re.compile(
            rf"{piece.opener}{first}(?P<list>(?:{piece.listed}\s*{piece.comma}\s*{piece.list_link}){{0,{_MOST_LISTED}}}){piece.day(1)}{piece.separator}{second}{piece.day_of(2)}"
            rf"{piece.month(2)}{piece.year(2)}"
        ),
        day_to_day=re.compile(
            rf"{piece.opener}{first}{piece.day_of(1)}{piece.month(1)}{piece.year(1)}{piece.separator}{second}"
            rf"{piece.day_of(2)}{piece.month(2)}{piece.year(2)}"
        ),
        month_days=re.compile(
            rf"{piece.opener}{first}{START}{piece.month(1)}\s*{piece.day(1)}(?P<more>(?:\s*,\s+{piece.listed})*){piece.separator}{piece.day(2)}{piece.year(2)}"
            if vocabulary.month_first
            else NEVER
        ),
        month_day_to_day=re.compile(
            rf"{piece.opener}{first}{START}{piece.month(1)}\s*{piece.day(1)}{piece.year(1)}{piece.separator}"
            rf"{second}{piece.month(2)}\s*{piece.day(2)}{piece.year(2)}"
            if vocabulary.month_first
            else NEVER
        ),
        day=re.compile(rf"{first}{piece.day_of(1)}{piece.month(1)}{piece.year(1)}"),
        year_first=re.compile(
            rf"^[\W_]*(?P<y1>{piece.any_year})\s*[,:]?\s+{piece.month(1)}(?:\s+{piece.day(1)})?(?P<c1>)(?=\s*[-:])"
        ),
        month_day=re.compile(rf"{first}{START}{piece.month(1)}\s*{piece.day(1)}{month_first_year}{piece.year(1)}"),
        months=re.compile(
            rf"{piece.opener}{piece.month_start}{piece.linked_month(1)}{piece.year(1)}{piece.separator}{piece.linked_month(2)}{piece.year(2)}"
        ),
        month=re.compile(rf"{piece.part}{START}(?P<glued>{vocabulary.clitic})?{piece.month(1)}{piece.year(1)}"),
    )


def _cues(words: DateWords, month: str) -> Cues:
    joining = alternatives(words.and_words + words.to_words)
    joint = rf"(?:\s*[,/-]\s*|\s*,?\s+(?:{joining}){'' if words.clitics else NO_LETTER}\s*)"
    link = rf"(?:(?:{alternatives(words.month_links + words.month_cues)})\s+)?"
    return Cues(
        street=any_word(words.street_heads, words.clitics),
        heads=any_word(words.number_heads, words.clitics),
        units=any_word(words.units),
        day_ending=re.compile(rf"(?<=\d)(?:{alternatives(words.day_endings)})(?![^\W_])"),
        month=any_word(words.month_cues, words.clitics),
        named_after=any_word(words.next_words + words.last_words + words.this_month_words),
        recurring=any_word(words.not_month_before, words.clitics),
        named=any_word(words.named_day_heads, words.clitics),
        listed=re.compile(rf"\s*,\s*|\s*,?\s+(?:{alternatives(words.and_words)})\s*"),
        joined_before=re.compile(rf"{START}(?:{alternatives(words.clitics)})?(?:{month}){NO_LETTER}\.?{joint}{link}$"),
        joined_after=re.compile(rf"{joint}{link}(?:{month}){NO_LETTER}(?!\s\d)"),
        article=re.compile(rf"{START}(?:{alternatives(words.articles)})\s+$"),
        given=frozenset(map(key, words.given_months)),
        small=frozenset(
            key(word)
            for group in (
                words.articles,
                words.determiners,
                words.and_words,
                words.year_cues,
                words.weak_year_cues,
                words.month_cues,
                words.last_words,
                words.next_words,
                words.year_articles,
                words.part_words,
            )
            for word in group
        ),
        on=frozenset(map(key, words.on_words)),
    )


class _Pieces:
    """The parts that patterns share, as pattern text."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = vocabulary.words
        self._vocabulary = vocabulary
        self.any_year = r"1[5-9]\d\d|20\d\d|21\d\d"
        self.comma = rf"(?:,|{alternatives(words.and_words)})"
        self._ending = alternatives(words.day_endings)
        self.listed = rf"(?<![\d.,:/-])\d\d?(?:{self._ending})?(?![\d.:/%-]|,\d)"
        glued = "".join(rf"|(?<=(?<![^\W_]){re.escape(key(word))})" for word in words.on_words if " " not in word)
        self._free = rf"(?:{_FREE}{glued if not words.clitics else ''})"
        parts = (re.escape(flatten(word).text) for word in words.not_day_before)
        self._no_part = "".join(rf"(?<!{part} )" for part in parts)
        self._weekday_link = alternatives(words.weekday_links)
        self.year_link = alternatives(words.year_links)
        self.hijri_mark = alternatives(words.hijri_marks)
        self.common_mark = alternatives(words.common_marks)
        self._month_link = alternatives(words.month_links)
        self.list_link = (
            rf"(?:(?:{self._weekday_link}|{alternatives(words.articles)})\s+)?"
            rf"(?:(?:{vocabulary.weekday}){NO_LETTER}\s+)?"
        )
        comma = ",?" if vocabulary.month_first else ""
        self.opener = (
            rf"(?:{START}(?:{vocabulary.clitic})?(?:(?P<between>{alternatives(words.between_words)})"
            rf"|(?P<from>{alternatives(words.from_words)}))\s+)?"
        )
        self.separator = (
            rf"(?:\s*(?P<dash>-)\s*|(?<=\d)/(?=\d)|{comma}\s+(?P<to>{alternatives(words.to_words)})(?:\s+|(?=\d)|(?<=\sل))"
            rf"|\s*(?<!\S)(?P<and>{alternatives(words.and_words)}){self._glue()})(?:(?:{self._weekday_link})\s+)?"
        )
        self.month_start = rf"{START}(?:{vocabulary.clitic})?"
        self.part = (
            rf"(?:{self.month_start}(?P<part>{alternatives(words.part_words)})(?:\s+|\s?-\s?)"
            rf"(?:(?:{self._month_link})\s+)?)?"
        )

    def _glue(self) -> str:
        return r"\s*" if self._vocabulary.words.clitics else r"\s+"

    def weekday(self, number: int) -> str:
        """An optional weekday and what may stand between it and the day."""
        start = self.month_start if number == 1 else ""
        return (
            rf"(?:{start}(?P<w{number}>{self._vocabulary.weekday}){NO_LETTER}\.?\s*[,(/]?\s*"
            rf"(?:(?:{self._weekday_link})\s*)?)?"
        )

    def day(self, number: int) -> str:
        """A day of the month, in figures or in words."""
        return f"(?:{self._figures(number)}|{self._in_words(number)})"

    def day_of(self, number: int) -> str:
        """A day and what may stand between it and its month; ``الثاني/يناير`` is no second of January."""
        link = rf"(?:(?:{self._month_link})\s+)?"
        return rf"(?:{self._figures(number)}\s*(?:[-/]\s*|{link})|{self._in_words(number)}\s+{link})"

    def _figures(self, number: int) -> str:
        before = self._free + _NO_NUMBER if number == 1 else _FREE
        return (
            rf"{before}(?P<d{number}>0?[1-9]|[12]\d|3[01])(?:\s?(?:{self._ending})(?![^\W\d_]))?"
            r"(?!\d|[.,:]\d|\s?%)"
        )

    def _in_words(self, number: int) -> str:
        return (
            rf"{START}{self._no_part}(?:{self._vocabulary.clitic})?(?P<o{number}>{self._vocabulary.day_word})(?![^\W_])"
        )

    def month(self, number: int) -> str:
        """A month, perhaps with its name in the other tradition: ``أبريل/نيسان``."""
        name = self._vocabulary.month
        between = r"\s*[/(\s-]\s*" if self._vocabulary.words.clitics else r"\s*[/(-]\s*"
        return (
            rf"(?P<m{number}>{name}){NO_LETTER}\.?"
            rf"(?:{between}(?P<n{number}>{name}){NO_LETTER}\.?\)?)?"
        )

    def linked_month(self, number: int) -> str:
        """A month, perhaps called one or a part of one: ``the month of June``, ``the end of June``."""
        part = rf"(?:(?:{alternatives(self._vocabulary.words.part_words)})(?:\s+|\s?-\s?))?"
        return rf"{part}(?:(?:{self._month_link})\s+)?{self.month(number)}"

    def year(self, number: int) -> str:
        """An optional year."""
        return (
            rf"(?:(?P<c{number}>\s*,\s*|\s*-(?=\d)|\s*/\s*(?=\d{{4}})|\s*)(?:(?:{self.year_link})\s*)?"
            rf"(?P<y{number}>{self.any_year})(?![^\W\d_]*[a-z]){_YEAR_END}"
            rf"(?:\s?(?:{self.common_mark})(?![^\W_]))?)?"
        )
