"""The words of a language and Babel's CLDR names into the pieces that date patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from builder.extract.dating.folding import flatten
from builder.models.rules import DateWords

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
START = r"(?<![^\W_])"
"""No letter or digit stands before."""
NO_LETTER = r"(?![^\W\d_])"
"""No letter stands after; a digit may, as in ``فبراير2023``."""
NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names to numbers, and patterns (as text) that match those names in a flat text.

    ``full_months`` are names that are not cut short, ``sure_months`` those of them that are no other words.
    Months count from 1, weekdays from 0 (Monday) as in ``date.weekday``; ``full_weekdays`` leaves out
    abbreviations, which are too short to stand alone.
    """

    words: DateWords
    months: Mapping[str, int]
    full_months: frozenset[str]
    sure_months: frozenset[str]
    weekdays: Mapping[str, int]
    hijri_months: Mapping[str, int]
    day_words: Mapping[str, int]
    month: str
    weekday: str
    full_weekday: str
    hijri_month: str
    day_word: str
    clitic: str
    capitalised: bool
    month_first: bool
    day_first: bool


def alternatives(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; one that never matches for none.

    >>> alternatives(["mai", "mai tai"])
    'mai\\\\s+tai|mai'
    """
    flat = {flatten(word).text.strip() for word in words}
    longest_first = sorted((word for word in flat if word), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) or NEVER


@lru_cache(maxsize=1024)
def any_word(words: tuple[str, ...], clitics: tuple[str, ...] = ()) -> re.Pattern[str]:
    """A pattern that matches any of the words standing alone, a clitic in front allowed."""
    glued = alternatives(clitics)
    return re.compile(rf"{START}(?:{glued})?(?:{alternatives(words)})(?![^\W_])")


@lru_cache(maxsize=64)
def load_vocabulary(words: DateWords, stamps: bool = False) -> Vocabulary:
    """Gather a language's names; with ``stamps`` also those of the languages that its stamps use."""
    locales = words.locales + (words.stamp_locales if stamps else ())
    months = _month_names(locales) | _numbered(words.months)
    full_weekdays = _weekday_names(locales, "wide") | _named_weekdays(words.weekdays)
    weekdays = _weekday_names(locales, "abbreviated") | full_weekdays
    hijri_months, day_words = _numbered(words.hijri_months), _numbered(words.day_words)
    return Vocabulary(
        words=words,
        months=months,
        full_months=_full_months(words),
        sure_months=_full_months(words) - {key(name) for name in words.unsure_months},
        weekdays=weekdays,
        hijri_months=hijri_months,
        day_words=day_words,
        month=alternatives(months),
        weekday=alternatives(weekdays),
        full_weekday=alternatives(full_weekdays),
        hijri_month=alternatives(hijri_months),
        day_word=alternatives(day_words),
        clitic=alternatives(words.clitics),
        capitalised=words.capitalised == "yes" and not stamps,
        month_first=words.month_first == "yes" or stamps,
        day_first=words.numeric_order == "day-first",
    )


def key(name: str) -> str:
    """The form under which a name that was found is looked up.

    >>> key("كانون  الثاني")
    'كانون الثاني'
    """
    return " ".join(flatten(name).text.rstrip(".").split())


def _full_months(words: DateWords) -> frozenset[str]:
    """The full names; where a language cuts none short, further spellings are full as well."""
    names = _month_names(words.locales, ("wide",)).keys()
    return frozenset(names | _numbered(words.months).keys() if words.clitics else names)


def _month_names(locales: Iterable[str], widths: tuple[str, ...] = ("abbreviated", "wide")) -> dict[str, int]:
    names = {}
    for locale in locales:
        for context in ("format", "stand-alone"):
            for width in widths:
                for number, name in Locale.parse(locale).months[context][width].items():
                    names[key(str(name))] = int(number)
    return names


def _weekday_names(locales: Iterable[str], width: str) -> dict[str, int]:
    return {
        key(str(name)): int(number)
        for locale in locales
        for number, name in Locale.parse(locale).days["format"][width].items()
    }


def _numbered(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {key(name): int(number) for number, names in table.items() for name in names}


def _named_weekdays(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    return {key(name): WEEKDAYS.index(day) for day, names in table.items() for name in names}
