"""Days become places on a line: from the first to the last that anything happens, long gaps folded.

A dossier may tell of one afternoon or of sixty years. The line is divided by the calendar, in steps that leave
room for their names, and where nothing happens for long it is broken: the same length of line is then the
same time everywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_YEAR = 365.2425
_STEPS = (
    *(("day", count) for count in (1, 2, 7)),
    *(("month", count) for count in (1, 3, 6)),
    *(("year", count) for count in (1, 2, 5, 10, 20, 50, 100, 500)),
)
_LENGTH = {"day": 1.0, "month": _YEAR / 12, "year": _YEAR}
# How many names of a step fit on the narrowest line: "2019" is short, "March 2019" and "9 March 2019" are not.
_NAMES = {"day": 4, "month": 5, "year": 8}
_FOLD_BEYOND = 1 / 6
_FOLDED = 4.0
"""The width of a folded gap, in percent of the line."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the calendar: so many days, months or years."""

    unit: str
    count: int

    @property
    def days(self) -> float:
        """How long it is, about."""
        return _LENGTH[self.unit] * self.count

    def floor(self, day: date) -> date:
        """The last beginning of a step that is not after ``day``.

        >>> Step("year", 5).floor(date(2019, 3, 9)), Step("month", 3).floor(date(2019, 3, 9))
        (datetime.date(2015, 1, 1), datetime.date(2019, 1, 1))
        """
        if self.unit == "day":
            return date.fromordinal(max(1, day.toordinal() - (day.toordinal() - 1) % self.count))
        if self.unit == "month":
            return date(day.year, day.month - (day.month - 1) % self.count, 1)
        return date(max(1, day.year - day.year % self.count), 1, 1)

    def following(self, start: date) -> date:
        """The beginning of the next step; the last day that there is when there is none."""
        try:
            if self.unit == "day":
                return start + timedelta(days=self.count)
            if self.unit == "month":
                months = start.year * 12 + start.month - 1 + self.count
                return date(months // 12, months % 12 + 1, 1)
            return date(start.year - start.year % self.count + self.count, 1, 1)
        except (OverflowError, ValueError):
            return date.max


@dataclass(frozen=True, slots=True)
class Stretch:
    """An unbroken part of the line: its days (the last not included) and its ends in percent."""

    first: date
    last: date
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The line: its stretches, with a folded gap between each two, and the step of its names."""

    stretches: tuple[Stretch, ...]
    step: Step

    def at(self, day: date) -> float:
        """Where a day begins, in percent of the line; a day outside of it lies at the nearest end."""
        for stretch in self.stretches:
            if day < stretch.first:
                return stretch.start
            if day < stretch.last:
                part = (day - stretch.first).days / (stretch.last - stretch.first).days
                return stretch.start + part * (stretch.end - stretch.start)
        return self.stretches[-1].end

    def after(self, day: date) -> float:
        """Where a day ends, on the same side of a folded gap."""
        ends = (stretch.end for stretch in self.stretches if stretch.first <= day < stretch.last)
        return min(next(ends, 100.0), self.at(min(day, _before(date.max)) + timedelta(days=1)))

    def ticks(self) -> Iterator[tuple[date, float]]:
        """The days that have a name on the line, and their places: where a step begins, none too near to another."""
        nearest = 0.9 * 100 / _NAMES[self.step.unit]
        place = -nearest
        for stretch in self.stretches:
            day = stretch.first
            while day < stretch.last or (day == stretch.last and stretch is self.stretches[-1]):
                at = self.at(day)
                if at - place >= nearest:
                    place = at
                    yield day, at
                if day == date.max:
                    break
                day = self.step.following(day)

    def bins(self, most: int) -> tuple[tuple[date, date], ...]:
        """The line in at most about so many equal steps of the calendar, each with the day after its last."""
        covered = sum((stretch.last - stretch.first).days for stretch in self.stretches)
        step = next((step for step in _steps() if covered / step.days <= most), self.step)
        found = []
        for stretch in self.stretches:
            day = step.floor(stretch.first)
            while day < stretch.last:
                found.append((day, step.following(day)))
                day = step.following(day)
        return tuple(found)


def scale_of(spans: Iterable[tuple[date, date]]) -> Scale:
    """The line for these spans of days, both ends included. There must be one at least."""
    busy = _busy(spans)
    step = _step(sum((last - first).days for first, last in busy))
    snapped = _busy((step.floor(first), _before(_ceiling(step, last))) for first, last in busy)
    if len(snapped) == 1 and (snapped[0][1] - snapped[0][0]).days < 2:
        first, last = snapped[0]
        snapped = [(first, step.following(step.following(last)))]
    width = (100 - _FOLDED * (len(snapped) - 1)) / sum((last - first).days for first, last in snapped)
    stretches, place = [], 0.0
    for first, last in snapped:
        end = place + width * (last - first).days
        stretches.append(Stretch(first, last, place, end))
        place = end + _FOLDED
    return Scale(tuple(stretches), step)


def _before(day: date) -> date:
    return day - timedelta(days=1)


def _ceiling(step: Step, day: date) -> date:
    floor = step.floor(day)
    return day if floor == day else step.following(floor)


def _step(days: int) -> Step:
    """The shortest step of which no more have to be named than fit."""
    steps = _steps()
    return next((step for step in steps if days / step.days <= _NAMES[step.unit]), steps[-1])


def _steps() -> list[Step]:
    return [Step(unit, count) for unit, count in _STEPS]


def _busy(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches in which something happens, those with no long gap between them as one; their last day not in."""
    ordered = sorted((first, min(last, _before(date.max)) + timedelta(days=1)) for first, last in spans)
    merged: list[tuple[date, date]] = []
    for first, last in ordered:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    whole = (merged[-1][1] - merged[0][0]).days
    return _joined(merged, whole * _FOLD_BEYOND)


def _joined(parts: Sequence[tuple[date, date]], longest: float) -> list[tuple[date, date]]:
    joined = [parts[0]]
    for first, last in parts[1:]:
        if (first - joined[-1][1]).days <= longest:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined
