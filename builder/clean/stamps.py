"""Find publication dates: the run of words that says when, and whether a word announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from builder.clean.patterns import Patterns
from builder.clean.phrases import Token, signature, tokens

_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d\d?\s?[/.-]\s?\d\d?\s?[/.-]\s?(?:\d{4}|\d\d)|\d{4}[/.-]\d\d?[/.-]\d\d?)(?!\d(?!\d?:\d\d))"
)
_GLUED_MONTH = re.compile(r"(?<=[^\W\d_A-Z])(?P<month>[A-ZÀ-Þ][^\W\d_]{2,8})\.?\s\d")
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])\s?[:hH]\s?[0-5]\d(?!\d)")
SEPARATORS = " \t-–—|•·:,،;/()[]▪●*.»«>‹›"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date with the words around it that belong to it, at a span; whether a word announces it."""

    start: int
    end: int
    announced: bool


def has_clock(text: str) -> bool:
    """Tell whether a time of day is written."""
    return bool(_CLOCK.search(text))


def stamp_in(text: str, patterns: Patterns) -> Stamp | None:
    """The longest run of words of a publication date, if it holds a day: "le 3 mai 2020 à 10:12".

    A word such as "est" at its end belongs to the sentence after it, but EST is a time zone.
    """
    runs = _runs(text, patterns)
    best = max(runs, key=len, default=())
    return _stamp(text, best, patterns) if best else None


def stamps_in(text: str, patterns: Patterns) -> Iterator[Stamp]:
    """Yield every such run, where other words part several."""
    return (_stamp(text, run, patterns) for run in _runs(text, patterns))


@lru_cache(maxsize=2048)
def _runs(text: str, patterns: Patterns) -> tuple[tuple[Token, ...], ...]:
    """The runs of words of a date that hold a day, in their order; rule after rule asks for those of a line."""
    if not _DIGIT.search(text):
        return ()
    runs: list[tuple[Token, ...]] = []
    run: list[Token] = []
    for token in (*tokens(text), Token("", len(text), len(text))):
        if token.folded.isdigit() or _belongs(token.folded, patterns):
            run.append(token)
            continue
        if _is_date(text, run, patterns):
            runs.append(tuple(run))
        run = []
    return tuple(runs)


def _stamp(text: str, run: tuple[Token, ...], patterns: Patterns) -> Stamp:
    """A run as a stamp, without the words and numbers at its ends that belong to its neighbours."""
    best = run
    while (
        best[-1].folded in patterns.connectives
        and len(best[-1].folded) > 2
        and not text[best[-1].start : best[-1].end].isupper()
        and _is_date(text, best[:-1], patterns)
    ):
        best = best[:-1]
    while _is_other_number(best[0].folded) and _is_date(text, best[1:], patterns):
        best = best[1:]
    span = signature(text[best[0].start : best[-1].end])
    announced = bool(patterns.stamp.search(span) or patterns.update.search(span))
    return Stamp(best[0].start, best[-1].end, announced)


def _is_other_number(word: str) -> bool:
    """Tell whether a word is a number that no date begins with, such as that of an edition."""
    return word.isdigit() and int(word) > 31 and not 1900 <= int(word) <= 2100


def _belongs(word: str, patterns: Patterns) -> bool:
    bare = word.removeprefix("و") if len(word) > 3 else word
    return word in patterns.date_words or bare in patterns.date_words


def _is_date(text: str, run: list[Token] | tuple[Token, ...], patterns: Patterns) -> bool:
    if not run:
        return False
    if _NUMERIC_DATE.search(text[run[0].start : run[-1].end]):
        return True
    months = any(token.folded in patterns.months for token in run)
    numbers = [token.folded for token in run if token.folded.isdigit()]
    return months and any(len(number) == 4 or int(number) <= 31 for number in numbers)


def names_weekday(text: str, patterns: Patterns) -> bool:
    """Tell whether a day of the week is written."""
    return any(token.folded in patterns.weekdays for token in tokens(text))


def is_update(text: str, patterns: Patterns) -> bool:
    """Tell whether a date is one of a change: the word for it stands before the figures, not after them."""
    found = patterns.update.search(signature(text))
    return found is not None and not re.search(r"\d{4}", signature(text)[: found.start()])


def names_other_day(text: str, stamp: Stamp, patterns: Patterns) -> bool:
    """Tell whether the words right before a date say that it is one of something else: "Joined: 12 May 2009".

    The last of them may belong to the run of the date: "Closing date: 12 May 2009".
    """
    first = _DIGIT.search(text, stamp.start)
    places = (stamp.start, first.start() if first else stamp.start)
    return any(patterns.other_dates.search(signature(text[:place])) for place in places)


def divide(text: str, patterns: Patterns) -> list[str]:
    """A date of publication and one of an update come apart where the second is announced."""
    for token in tokens(text)[1:]:
        before, after = text[: token.start].strip(SEPARATORS), text[token.start :]
        heads = patterns.update.match(signature(after)) or patterns.stamp.match(signature(after))
        if heads and stamp_in(before, patterns) and stamp_in(after, patterns):
            return [before, *divide(after, patterns)]
    return [text.strip(SEPARATORS)]


def without_glued_month(text: str, patterns: Patterns) -> str:
    """The words with a space before a month that lost it to the name in front: "Jane RoeMarch 5, 2023"."""
    found = next((one for one in _GLUED_MONTH.finditer(text) if signature(one["month"]) in patterns.months), None)
    return f"{text[: found.start('month')]} {text[found.start('month') :]}" if found else text


def stripped(text: str) -> str:
    """Words without the separators around them; the point of an initial stays."""
    bare = text.strip(SEPARATORS)
    initial = re.search(r"(?:^|[\s.])\w$", bare) and text.rstrip(SEPARATORS.replace(".", "")).endswith(f"{bare}.")
    return f"{bare}." if initial else bare
