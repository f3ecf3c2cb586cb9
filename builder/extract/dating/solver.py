"""Reasons into the days that all of them allow; the weakest of those that disagree is left aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.extract.dating.days import EVER, Days, count, intersect, unite, widen
from builder.extract.dating.reasons import Reason

WINDOW = 400
"""Up to so many days each day is tried; in a longer stretch a weekday moves only the ends."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The days left for publication and for what is reported, and which reasons said so."""

    published: Days
    reported: Days
    kept: tuple[Reason, ...]
    dropped: tuple[Reason, ...]


def solve(reasons: Iterable[Reason], offsets: range) -> Solution:
    """Intersect the reasons, strongest first; one that would leave no day is dropped.

    ``offsets`` says how many days after publication the reported day can lie (before: negative).
    """
    published, reported = EVER, EVER
    kept, dropped = [], []
    for reason in sorted(reasons, key=lambda one: one.strength):
        narrowed = _linked(intersect(published, reason.published), intersect(reported, reason.reported), offsets)
        if narrowed is None:
            dropped.append(reason)
            continue
        published, reported = narrowed
        kept.append(reason)
    return Solution(published, reported, tuple(kept), tuple(dropped))


def needed(solution: Solution, offsets: range, only_published: bool = False) -> tuple[Reason, ...]:
    """The reasons without which the answer would be another, in their order; the weakest words go first.

    With ``only_published`` the answer is the day of publication alone.
    """
    reasons = list(solution.kept)
    for reason in sorted(solution.kept, key=_patience):
        others = [other for other in reasons if other is not reason]
        without = solve(others, offsets)
        if without.published == solution.published and (only_published or without.reported == solution.reported):
            reasons = others
    return tuple(reasons)


def _patience(reason: Reason) -> tuple[bool, int]:
    """Sort key: background dates are dispensed with first, then the weaker reasons."""
    return reason.step.kind != "explicit", -reason.strength


def _linked(published: Days, reported: Days, offsets: range) -> tuple[Days, Days] | None:
    """Both sets, each within reach of the other; None when one of them is empty."""
    reported = intersect(reported, widen(published, offsets[0], offsets[-1]))
    published = intersect(published, widen(reported, -offsets[-1], -offsets[0]))
    return (published, reported) if published and reported else None


def on_weekday(solution: Solution, weekday: int, offsets: range) -> Solution | None:
    """Keep the days whose reported day is that weekday; None when there is none.

    Ordinal 1 is a Monday in Python's calendar.
    """
    if count(solution.published) > WINDOW:
        return _snapped(solution, weekday)
    pairs = [
        (day, day + offset)
        for first, last in solution.published
        for day in range(first, last + 1)
        for offset in offsets
        if (day + offset - 1) % 7 == weekday and _holds(solution.reported, day + offset)
    ]
    if not pairs:
        return None
    published = unite((day, day) for day, _ in pairs)
    return Solution(published, unite((day, day) for _, day in pairs), solution.kept, solution.dropped)


def _holds(days: Sequence[tuple[int, int]], day: int) -> bool:
    return any(first <= day <= last for first, last in days)


def _snapped(solution: Solution, weekday: int) -> Solution:
    """Move the known ends of the reported days to the weekday."""
    runs = []
    for first, last in solution.reported:
        start = first if (first, last)[0] == EVER[0][0] else first + (weekday - (first - 1)) % 7
        end = last if last == EVER[0][1] else last - ((last - 1) - weekday) % 7
        if start <= end:
            runs.append((start, end))
    return Solution(solution.published, unite(runs) or solution.reported, solution.kept, solution.dropped)
