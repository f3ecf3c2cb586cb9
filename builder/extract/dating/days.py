"""Sets of days as runs of ordinals: what the solver intersects.

A set is a tuple of (first, last) pairs in order, none touching another. The first and the last day
that Python knows stand for an open end.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from builder.dates import DateInterval

Days = tuple[tuple[int, int], ...]

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
EVER: Days = ((FIRST, LAST),)
_YEARS = range(1950, 2061)
"""The years in which a date without a year is looked for; outside them everything is possible."""


def run(first: date | None, last: date | None) -> Days:
    """The days from first to last; None is an open end."""
    return ((first.toordinal() if first else FIRST, last.toordinal() if last else LAST),)


def of_interval(interval: DateInterval) -> Days:
    """The days of an interval."""
    return run(interval.earliest, interval.latest)


@lru_cache(maxsize=4096)
def intersect(one: Days, two: Days) -> Days:
    """The days that lie in both.

    >>> intersect(((1, 5), (8, 9)), ((4, 8),))
    ((4, 5), (8, 8))
    """
    if EVER in (one, two):
        return two if one == EVER else one
    if len(one) == 1 or len(two) == 1:
        (begin, end), runs = (one[0], two) if len(one) == 1 else (two[0], one)
        return tuple((max(first, begin), min(last, end)) for first, last in runs if first <= end and begin <= last)
    both = []
    left = right = 0
    while left < len(one) and right < len(two):
        first, last = max(one[left][0], two[right][0]), min(one[left][1], two[right][1])
        if first <= last:
            both.append((first, last))
        if one[left][1] < two[right][1]:
            left += 1
        else:
            right += 1
    return tuple(both)


def unite(runs: Iterable[tuple[int, int]]) -> Days:
    """The days that lie in any of the runs.

    >>> unite([(8, 9), (1, 5), (4, 7)])
    ((1, 9),)
    """
    merged: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return tuple(merged)


@lru_cache(maxsize=4096)
def widen(days: Days, before: int, after: int) -> Days:
    """Each run moved at its first day by ``before`` and at its last by ``after``; open ends stay open.

    >>> widen(((10, 12),), -6, 0)
    ((4, 12),)
    """
    return unite(
        (first if first == FIRST else max(FIRST, first + before), last if last == LAST else min(LAST, last + after))
        for first, last in days
    )


@lru_cache(maxsize=4096)
def every_year(month: int, number: int | None, before: int, after: int, weekday: int | None = None) -> Days:
    """The days that lie from ``before`` to ``after`` days around a day or month of some year.

    Only years count in which the day falls on ``weekday``, when one is given.
    """
    runs = [(FIRST, date(_YEARS[0], 1, 1).toordinal()), (date(_YEARS[-1], 12, 31).toordinal(), LAST)]
    for year in _YEARS:
        found = in_year(year, month, number, weekday)
        if found is not None:
            runs.append((found[0] + before, found[1] + after))
    return unite(runs)


def in_year(year: int, month: int, number: int | None, weekday: int | None = None) -> tuple[int, int] | None:
    """The run of a day or month in a year, or None when it has no such day or another weekday."""
    length = calendar.monthrange(year, month)[1]
    if (number or 1) > length:
        return None
    first = date(year, month, number or 1)
    if weekday is not None and first.weekday() != weekday:
        return None
    return first.toordinal(), date(year, month, number or length).toordinal()


def ends(days: Days) -> tuple[date | None, date | None]:
    """The first and the last day of a set that is not empty; None where it is open."""
    first, last = days[0][0], days[-1][1]
    return date.fromordinal(first) if first != FIRST else None, date.fromordinal(last) if last != LAST else None


def count(days: Days) -> int:
    """How many days a set has."""
    return sum(last - first + 1 for first, last in days)
