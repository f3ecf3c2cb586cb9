"""Flat text into dates that name a day or a month: single ones, ranges, lists, numeric and Hijri ones.

Patterns are tried from the longest form to the shortest; what one has read no later one reads again.
A form that makes no date (31 April, a range that runs backwards) is left to shorter forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from builder import dates
from builder.dates import DateInterval, month_and_day
from builder.extract.dating import hijri
from builder.extract.dating.figures import day_comes_first, full_year, numeric_options
from builder.extract.dating.found import Found, free_of
from builder.extract.dating.months import Months
from builder.extract.dating.patterns import Patterns
from builder.extract.dating.vocabulary import Vocabulary, any_word, key
from builder.extract.letters import Letters

LATEST_YEAR = 2100
_DAY_BEFORE = re.compile(r"(?<!\d)\d\d?[\s-]?$")
_WINDOW = 60
"""What is written beside a date, such as its equal in another calendar, begins within so many letters of it."""
_Match = re.Match[str]
_Read = Callable[[_Match], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Part:
    """One date of a match as it is written: what is missing is None."""

    start: int
    end: int
    weekday: int | None
    day: int | None
    month: int | None
    year: int | None

    def interval(self) -> DateInterval:
        """The date that it says; raises ValueError when there is no such day."""
        if self.month is None:
            raise ValueError("a date needs a month")
        if self.year is None:
            return dates.yearless(self.month, self.day)
        if self.day is None:
            return dates.month(self.year, self.month)
        return dates.day(self.year, self.month, self.day)


def read_named_dates(text: str, patterns: Patterns, capitals: Callable[[int], bool]) -> list[Found]:
    """Find the dates whose month is named or numeric; ``capitals`` tells of an offset's letter."""
    found: list[Found] = []
    letters = Letters(text)
    reader = _Reader(text, patterns, capitals)
    for pattern, read in _promising(text, patterns, reader):
        for match in pattern.finditer(text):
            found += free_of(read(match), letters) if letters.are_free(*match.span()) else []
    return _with_years(text, _with_equals(text, found, patterns.vocabulary), patterns)


def _promising(text: str, patterns: Patterns, reader: _Reader) -> Iterator[tuple[re.Pattern[str], _Read]]:
    """Yield the patterns that may match, in their order: few texts hold figures with points, or two months."""
    months, has_digit = len(patterns.any_month.findall(text)), bool(re.search(r"\d", text))
    if has_digit:
        if patterns.any_hijri.search(text):
            yield patterns.hijri, reader.hijri
        yield patterns.hijri_year, reader.hijri_year
        if patterns.figures.search(text):
            yield patterns.iso, reader.iso
            yield patterns.numeric, reader.numeric
        if months:
            yield patterns.year_first, reader.single
    days = len(patterns.any_day.findall(text)) if months else 0
    if has_digit and days > 1:
        if months > 1:
            yield patterns.month_day_to_day, reader.spread
        yield patterns.month_days, reader.spread
    if days > 1:
        yield patterns.days_of_month, reader.days_of_month
    if has_digit and days > 1 and months > 1:
        yield patterns.day_to_day, reader.spread
    if days:
        yield patterns.day, reader.single
        if has_digit:
            yield patterns.month_day, reader.single
    if months > 1:
        yield patterns.months, reader.spread
    if months:
        yield patterns.month, reader.month


class _Reader:
    """Turns matches of one text into dates."""

    def __init__(self, text: str, patterns: Patterns, capitals: Callable[[int], bool]) -> None:
        self._text = text
        self._vocabulary = patterns.vocabulary
        self._cues = patterns.cues
        self._capitals = capitals
        self._months = Months(text, patterns, capitals)

    @cached_property
    def _day_comes_first(self) -> bool:
        return day_comes_first(self._text)

    def single(self, match: _Match) -> Iterator[Found]:
        """One day of a named month, its year perhaps unknown, or the head of an entry in a chronicle."""
        part = self._part(match, 1)
        if part is None or self._months.is_street(part.start) or self._other_name(match, 1) is not None:
            return
        with suppress(ValueError):
            yield Found(part.start, self._end(match, part), part.interval())

    def days_of_month(self, match: _Match) -> Iterator[Found]:
        """Days of one month: a range, or the days that ``and`` joins."""
        last = self._part(match, 2)
        first = self._part(match, 1)
        if last is None or first is None or first.day is None or self._months.is_street(first.start):
            return
        first = replace(first, month=last.month, year=last.year)
        listed = _listed(match, "list", first)
        if listed:
            listed[0] = replace(listed[0], start=min(first.start, listed[0].start))
            first = replace(first, start=max(match.start(group) for group in ("d1", "o1") if match[group]))
        yield from self._joined(match, [*listed, first, last])

    def spread(self, match: _Match) -> Iterator[Found]:
        """From one date to another, each with its month, or two dates that ``and`` joins."""
        first, last = self._part(match, 1), self._part(match, 2)
        if first is None or last is None or self._months.is_street(first.start):
            return
        if first.day is None and last.day is None and not self._months_stand(match, first, last):
            return
        last = replace(last, month=last.month or first.month)
        if first.year is None and last.year is not None:
            turns = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 32)
            first = replace(first, year=last.year - 1 if turns and not match["and"] else last.year)
        elif last.year is None and first.year is not None and (not match["and"] or last.month == first.month):
            turns = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 32)
            last = replace(last, year=first.year + 1 if turns else first.year)
        further = _listed(match, "more", replace(first, weekday=None)) if "more" in match.re.groupindex else []
        yield from self._joined(match, [first, *further, last])

    def month(self, match: _Match) -> Iterator[Found]:
        """A month with its year, or without one where a word says that a month is meant."""
        part = self._part(match, 1)
        if part is None or _DAY_BEFORE.search(self._text, max(0, match.start() - 3), match.start()):
            return
        other = self._other_name(match, 1)
        if other is not None and part.month is not None and other > part.month:
            if part.year is not None or self._months.is_meant(match):
                last = replace(part, month=other)
                yield Found(part.start, self._end(match, part), dates.between(part.interval(), last.interval()))
        elif part.year is not None or (
            self._months.is_meant(match) and not re.match(r"\s?\d", self._text[match.end() : match.end() + 2])
        ):
            start = match.start("part") if match["part"] else part.start
            yield Found(start, self._end(match, part), part.interval())

    def iso(self, match: _Match) -> Iterator[Found]:
        """``2020-10-02``: the year first leaves no doubt about the order."""
        with suppress(ValueError):
            yield Found(match.start(), match.end(), dates.day(int(match["y1"]), int(match["m1"]), int(match["d1"])))

    def numeric(self, match: _Match) -> Iterator[Found]:
        """``03/10/2020``: in the language's order, or as an interval between both readings."""
        if (len(match["y1"]) == 2 and not self._is_short_date(match)) or self._is_version(match):
            return
        options = numeric_options(int(match["d1"]), int(match["m1"]), full_year(match["y1"]))
        weekday = self._weekday(match, 1)
        fitting = [one for one in options if one.earliest and one.earliest.weekday() == weekday]
        settled = fitting if len(fitting) == 1 else options
        if len(settled) == 2 and (self._vocabulary.day_first or self._day_comes_first):
            settled = settled[:1]
        start = match.start("w1") if weekday is not None else match.start("d1")
        if len(settled) == 1:
            yield Found(start, match.end(), settled[0])
        elif settled:
            earlier, later = sorted(settled, key=lambda one: one.earliest or date.min)
            yield Found(start, match.end(), dates.between(earlier, later), tuple(settled))

    def _is_short_date(self, match: _Match) -> bool:
        """Tell whether ``12/03/21`` is a date: all in two figures."""
        return match["sep"] != "-" and len(match["d1"]) == len(match["m1"]) == 2

    def _is_version(self, match: _Match) -> bool:
        """Tell whether figures with points or hyphens number a version or a law: a word for it stands before them."""
        before = self._text[max(0, match.start() - 20) : match.start()].rstrip(" :.")
        return match["sep"] != "/" and any(head.end() == len(before) for head in self._cues.heads.finditer(before))

    def hijri(self, match: _Match) -> Iterator[Found]:
        """A Hijri day or month with its year, as an interval of the common calendar."""
        month, year = self._vocabulary.hijri_months[key(match["m1"])], int(match["y1"])
        number = self._day(match, 1)
        start = min(match.start(group) for group in ("w1", "d1", "o1", "m1") if match[group])
        with suppress(ValueError):
            when = hijri.hijri_month(year, month) if number is None else hijri.hijri_day(year, month, number)
            yield Found(start, match.end(), when, hijri=True)

    def hijri_year(self, match: _Match) -> Iterator[Found]:
        """A Hijri year as an interval of the common calendar."""
        yield Found(match.start(), match.end(), hijri.hijri_year(int(match["y1"])), hijri=True)

    def _joined(self, match: _Match, parts: list[Part]) -> Iterator[Found]:
        """One interval for a range or days in a row, else each date by itself."""
        first, last, listed = parts[0], parts[-1], len(parts) > 2
        with suppress(ValueError):
            intervals = [part.interval() for part in parts]
            if not _in_order(first, last):
                return
            end = self._end(match, last)
            days = [part.day or 0 for part in parts]
            one_run = first.month == last.month and first.day and days == list(range(days[0], days[0] + len(days)))
            if one_run or (not listed and (not match["and"] or match["between"])):
                yield Found(parts[0].start, end, dates.between(intervals[0], intervals[-1]))
                return
            for part, interval in zip(parts, intervals, strict=True):
                yield Found(part.start, end if part is last else part.end, interval)

    def _part(self, match: _Match, number: int) -> Part | None:
        groups = match.re.groupindex
        present = [
            f"{letter}{number}" for letter in "wdomny" if f"{letter}{number}" in groups and match[f"{letter}{number}"]
        ]
        month = match[f"m{number}"] if f"m{number}" in groups else None
        if month and self._vocabulary.capitalised and not self._capitals(match.start(f"m{number}")):
            return None
        year = int(match[f"y{number}"]) if f"y{number}" in present else None
        end = max(match.end(group) for group in present)
        if (
            year is not None
            and "," in match[f"c{number}"]
            and self._cues.units.match(self._text[end : end + _WINDOW].lstrip())
        ):
            year, end = None, match.start(f"c{number}")
        return Part(
            min(match.start(group) for group in present),
            end,
            self._weekday(match, number),
            self._day(match, number),
            self._vocabulary.months[key(month)] if month else None,
            year,
        )

    def _weekday(self, match: _Match, number: int) -> int | None:
        name = match[f"w{number}"] if f"w{number}" in match.re.groupindex else None
        return self._vocabulary.weekdays[key(name)] if name else None

    def _day(self, match: _Match, number: int) -> int | None:
        if f"d{number}" not in match.re.groupindex:
            return None
        if match[f"d{number}"]:
            return int(match[f"d{number}"])
        return self._vocabulary.day_words[key(match[f"o{number}"])] if match[f"o{number}"] else None

    def _other_name(self, match: _Match, number: int) -> int | None:
        """The month that a second name says, when it is not the same month."""
        if not match[f"n{number}"]:
            return None
        other = self._vocabulary.months[key(match[f"n{number}"])]
        return other if other != self._vocabulary.months[key(match[f"m{number}"])] else None

    def _end(self, match: _Match, last: Part) -> int:
        whole = match.end() if last.year is not None or not match.re.groupindex.get("c1") else last.end
        end = max(last.end, match.start() + len(self._text[match.start() : whole].rstrip(" .,-")))
        ending = self._cues.day_ending.match(self._text, end)
        end = ending.end() if ending and last.day is not None else end
        opened = self._text[match.start() : end].count("(") > self._text[match.start() : end].count(")")
        return end + 1 if opened and self._text[end : end + 1] == ")" else end

    def _months_stand(self, match: _Match, first: Part, last: Part) -> bool:
        if first.month == last.month:
            return False
        sure = match["to"] and any(self._months.is_sure(match[group]) for group in ("m1", "m2"))
        return bool(last.year is not None or match["between"] or match["from"] or sure)


def _listed(match: _Match, group: str, like: Part) -> list[Part]:
    """The days in figures that a group of a match lists, their month and year like those of another."""
    start = match.start(group)
    return [
        replace(like, start=start + one.start(), end=start + one.end(), day=int(one.group()))
        for one in re.finditer(r"\d+", match[group])
    ]


def _in_order(first: Part, last: Part) -> bool:
    if first.year is not None and last.year is not None:
        return (first.year, first.month or 0, first.day or 0) < (last.year, last.month or 0, last.day or 32)
    return first.month != last.month or (first.day or 0) < (last.day or 32)


def _with_years(text: str, found: list[Found], patterns: Patterns) -> list[Found]:
    """Give the months of a list the year that its last one bears: ``March, April and May 2022``."""
    answer = sorted(found, key=lambda one: one.start)
    for place in range(len(answer) - 2, -1, -1):
        one, following = answer[place], answer[place + 1]
        month, last = month_and_day(one.when), following.when.earliest
        is_listed = month and month[1] is None and last and following.when.edtf.count("-") == 1
        joint = is_listed and patterns.cues.listed.fullmatch(text, one.end, following.start)
        if month and last and joint and month[0] < last.month:
            answer[place] = replace(one, when=dates.month(last.year, month[0]))
    return answer


def _with_equals(text: str, found: list[Found], vocabulary: Vocabulary) -> list[Found]:
    """Give a Hijri day the common day that is written beside it as its equal."""
    equal = re.compile(rf"[\s,،]*(?:[(/,،-]|{any_word(vocabulary.words.equals_words).pattern})[\s,،/(-]*")
    common = [one for one in found if not one.hijri and one.when.earliest]
    answer = []
    for one in found:
        near = (two for two in common if two.start - _WINDOW < one.end and one.start < two.end + _WINDOW)
        partner = next((two for two in near if _adjoins(text, one, two, equal)), None) if one.hijri else None
        answer.append(replace(one, when=partner.when) if partner and partner.when.overlaps(one.when) else one)
    return answer


def _adjoins(text: str, one: Found, two: Found, equal: re.Pattern[str]) -> bool:
    left, right = (one, two) if one.start < two.start else (two, one)
    return bool(equal.fullmatch(text[left.end : right.start]))
