"""Flat text into years: only where words say that a number of four digits is a year.

``résolution 2396``, ``1500 soldats`` and ``2 000`` are none. A number is a year after a cue (en,
since, عام), in brackets, in a range of years, joined to another year, or between a noun that has
years and the end of its phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder import dates
from builder.dates import DateInterval
from builder.extract.dating.decades import read_decades
from builder.extract.dating.found import Found, free_of
from builder.extract.dating.hijri import LATEST_HIJRI
from builder.extract.dating.quarters import read_quarters
from builder.extract.dating.year_patterns import YearPatterns, load_year_patterns
from builder.extract.letters import Letters
from builder.models.rules import DateWords

LATEST_YEAR = 2100
LATEST_SHORT = 25
LIVING_YEARS = range(1940, 2040)
RECENT_YEARS = range(1800, 2040)
NAMED_YEARS = range(1940, 2100)
"""Years that news speaks of most; after "the ceasefire of" such a number is a year without further signs."""
_WIDEST_JOINT = 13
_OPENING = " -•*"
"""Nothing but a list's point stands before a year that opens a line."""
_PLURAL = re.compile(r"\s[a-z]{4,}[sx](?![^\W_])")
_TWO_NUMBERS = re.compile(r"\d{4}\D{1,60}\d\d")
_SHORT_CENTURY = 30
"""``'98`` is of the last century and ``'05`` of this one; what lies between is left alone."""
_STOP = re.compile(r"\s*(?:$|[.,;:!?)\]»\"”/*]|\[\d|-\s)")
_CLOSE = re.compile(r"\s*(?:$|[.;)\]])")
"""What ends a caption such as ``Oslo, 2018.``"""
_NOTE = re.compile(r"[.,]\d\d?(?=\s|$)")
"""The figure of a note, glued to the stop behind a year: ``of 2010.2 Most``."""


def read_years(text: str, words: DateWords, taken: list[Found]) -> Iterator[Found]:
    """Yield the years and decades of a text that no other date has read."""
    patterns = load_year_patterns(words)
    has_year = bool(re.search(r"\d{4}|'\d\d", text))
    quarters = read_quarters(text, words) if has_year else ()
    letters = Letters(text)
    for found in taken:
        letters.take(found.start, found.end)
    own = free_of((*quarters, *read_decades(text, words)), letters)
    if re.search(r"'\d\d", text):
        own += free_of(_read_short(text, patterns), letters)
    for read in (read_spans, read_single_years) if has_year else ():
        own += free_of(read(text, patterns, [*taken, *own]), letters)
    yield from own


def _read_short(text: str, patterns: YearPatterns) -> Iterator[Found]:
    """Yield years of two figures after an apostrophe: ``the summer of '98``."""
    for match in patterns.short.finditer(text):
        number = int(match["short"])
        if not LATEST_SHORT < number < _SHORT_CENTURY:
            year = number + (1900 if number >= _SHORT_CENTURY else 2000)
            yield Found(match.start("year"), match.end("year"), dates.year(year))


def read_spans(text: str, patterns: YearPatterns, taken: list[Found]) -> Iterator[Found]:
    """Yield ranges of years: 2007-2015, 2023/2024, 2015-16, from 2007 to 2015, between 2007 and 2015."""
    if not _TWO_NUMBERS.search(text):
        return
    letters = Letters(text)
    for match in patterns.spread.finditer(text):
        if match["and"] and not match["between"]:
            continue
        span = _span(text, patterns, int(match["y1"]), int(match["y2"]), match)
        if span is not None:
            letters.take(span.start, span.end)
            yield span
    for match in patterns.plain_spread.finditer(text):
        told = all(int(match[group]) in LIVING_YEARS for group in ("y1", "y2"))
        if (
            told
            and letters.are_free(*match.span())
            and (_STOP.match(text, match.end()) or patterns.follower.match(text, match.end()))
        ):
            span = _span(text, patterns, int(match["y1"]), int(match["y2"]), match)
            if span is not None:
                yield span
    for match in patterns.dashed.finditer(text):
        first = int(match["y1"])
        last = int(match["y2"] or match["y3"] or first // 100 * 100 + int(match["y4"]))
        told = _is_told(text, match.start(), match.end(), patterns)
        season = last == first + 1 and (told or not match["y4"] or last % 100 > 12)
        if match["y2"] or season or (told and last % 100 > 12):
            span = _span(text, patterns, first, last, match)
            if span is not None:
                yield span


def _span(text: str, patterns: YearPatterns, first: int, last: int, match: re.Match[str]) -> Found | None:
    start, end = match.start("y1"), match.end()
    round_numbers = first % 100 == 0 and last % 100 == 0
    doubtful = round_numbers and not (_STOP.match(text, end) or patterns.follower.match(text, end))
    if not first < last <= min(first + 300, LATEST_YEAR) or doubtful or not _may_be_year(text, start, end, patterns):
        return None
    return Found(_start_of_part(text, start, patterns), end, dates.between(dates.year(first), dates.year(last)))


def _is_told(text: str, start: int, end: int, patterns: YearPatterns) -> bool:
    """Tell whether a word or brackets say that two numbers are years, or a word after them does: ``2011-12 season``."""
    before = text[max(0, start - 40) : start]
    cues = (patterns.cue, patterns.weak_cue, patterns.noun_before)
    cued = any(cue.search(before) for cue in cues) or patterns.noun_after.match(text, end)
    return bool(cued) or (before.rstrip().endswith("(") and text[end : end + 1] == ")")


def read_single_years(text: str, patterns: YearPatterns, taken: list[Found]) -> Iterator[Found]:
    """Yield single years; one that ``and`` or a comma joins to a date with a year is one as well."""
    ends = {found.end for found in taken if re.search(r"\d{4}$", text[found.start : found.end])}
    for match in patterns.number.finditer(text):
        start, end = match.span()
        near = (last for last in range(max(0, start - _WIDEST_JOINT), start) if last in ends)
        joined = any(patterns.joined.fullmatch(text, last, start) for last in near)
        if _may_be_year(text, start, end, patterns) and (joined or _is_year(text, start, end, patterns)):
            ends.add(end)
            yield Found(
                _start_of_part(text, start, patterns),
                _end_of_mark(text, end, patterns),
                _year_or_decade(text, start, int(match.group()), taken, patterns),
            )


def _start_of_part(text: str, start: int, patterns: YearPatterns) -> int:
    """Where the words for a part of a year begin ("late 2018"), or the year itself."""
    window = max(0, start - 20)
    part = patterns.part.search(text[window:start])
    return window + part.start("part") if part else start


def _year_or_decade(text: str, start: int, number: int, taken: list[Found], patterns: YearPatterns) -> DateInterval:
    """A year; a decade when ``and`` joins it to one: ``les années 1950 et 1960``."""
    of_decade = any(
        one.when.edtf.endswith("X") and patterns.joined.fullmatch(text, one.end, start)
        for one in taken
        if one.end < start
    )
    return dates.decade(number) if of_decade and number % 10 == 0 else dates.year(number)


def _may_be_year(text: str, start: int, end: int, patterns: YearPatterns) -> bool:
    before = text[max(0, start - 30) : start]
    number = int(text[end - 4 : end]) if text[end - 4 : end].isdigit() else int(text[start : start + 4])
    hyphenated = re.search(r"[a-z]-$", before) and not patterns.part.search(before) and not patterns.cue.search(before)
    either_calendar = patterns.two_calendars and number <= LATEST_HIJRI
    return not (
        hyphenated
        or either_calendar
        or _counts(text, end, patterns)
        or (patterns.head.search(before) and not _is_compared(text, start, end, number, patterns))
        or patterns.figures.search(before)
    )


def _is_compared(text: str, start: int, end: int, number: int, patterns: YearPatterns) -> bool:
    """Tell whether "worse than 2006" ends there, or owns something: an amount would be followed by what it counts."""
    ends = _STOP.match(text, end) or patterns.owner.match(text, end)
    return (
        number in LIVING_YEARS
        and number % 10 != 0
        and bool(ends)
        and bool(patterns.compared.search(text[max(0, start - 30) : start]))
    )


def _counts(text: str, end: int, patterns: YearPatterns) -> bool:
    """Tell whether a number counts what stands after it: soldiers, days; not in "of 1996 on day 31"."""
    note = _NOTE.match(text, end)
    unit = patterns.unit.match(text, note.end() if note else end)
    return unit is not None and not re.match(r"\s+\d", text[unit.end() : unit.end() + 10])


def _is_year(text: str, start: int, end: int, patterns: YearPatterns) -> bool:
    before = text[max(0, start - 40) : start]
    number = int(text[start:end])
    opens = number in LIVING_YEARS and patterns.opener.search(before) and patterns.verb.match(text, end)
    if opens or patterns.prefix.search(before) or _is_compared(text, start, end, number, patterns):
        return True
    end_of_year = _end_of_mark(text, end, patterns)
    stops = bool(_STOP.match(text, end_of_year) or patterns.follower.match(text, end_of_year) or end_of_year > end)
    if patterns.captioned.search(before) and number in NAMED_YEARS and _CLOSE.match(text, end_of_year):
        return True
    if patterns.cue.search(before) or patterns.noun_before.search(before):
        return number % 100 != 0 or stops
    if (patterns.weak_cue.search(before) or patterns.apposed.search(before)) and stops:
        return number >= 1500 and number % 100 != 0
    if _names_something(text, before, end, number, patterns):
        return True
    marked = patterns.mark.match(text, end) and number % 100 != 0
    return number >= 1500 and bool(
        marked or _stands_as_date(before, text[end : end + 10], _heads_point(text, start, number))
    )


def _names_something(text: str, before: str, end: int, number: int, patterns: YearPatterns) -> bool:
    """Tell whether a year names what stands beside it: ``the 2004 agreement``, ``the ceasefire of 1991``."""
    if patterns.noun_after.match(text, end) and (patterns.article.search(before) or patterns.weak_cue.search(before)):
        return number >= 1500
    if number % 100 == 0:
        return False
    if number in RECENT_YEARS and re.match(r"[\s-][a-z]", text[end : end + 2]):
        unfit = _PLURAL.match(text, end) or patterns.follower.match(text, end)
        described = patterns.after_adjective.search(before) and not unfit
        if described or patterns.before_noun.search(before):
            return True
    if number in RECENT_YEARS and number % 10 and patterns.owner.match(text, end):
        return True
    return bool(number in NAMED_YEARS and patterns.named.search(before) and not _PLURAL.match(text, end))


def _heads_point(text: str, start: int, number: int) -> bool:
    """Tell whether a number opens its line, a point of a list in it, or a sentence."""
    before = text[:start].strip(_OPENING)
    return not before or (number in LIVING_YEARS and bool(re.search(r"[•*.!?]\s*$", text[max(0, start - 5) : start])))


def _stands_as_date(before: str, after: str, opens: bool) -> bool:
    """Tell whether a number stands alone in brackets, closes them after a comma, or heads a line."""
    bracketed = re.search(r"\(\s*$", before) and re.match(r"\s*[),;-]", after)
    closes = re.search(r"\([^()]*,\s*$", before) and re.match(r"\s*\)", after)
    return bool(bracketed or closes or (opens and re.match(r"\s*[:-]\s", after)))


def _end_of_mark(text: str, end: int, patterns: YearPatterns) -> int:
    mark = patterns.mark.match(text, end)
    return mark.end() if mark else end
