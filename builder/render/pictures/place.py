"""Where a date lies on the line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from builder.dates import DateInterval
from builder.render.pictures.scale import Scale

_SHORTEST = 1.0
"""The shortest bar, in percent of the line: one that can still be told from a dot."""


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where a date lies, in percent of the line: one point for a day."""

    start: float
    end: float

    @property
    def is_dot(self) -> bool:
        """Whether it is a day."""
        return self.start == self.end


def ends(when: DateInterval) -> tuple[date, date]:
    """The first and the last day that are known. Raises ValueError when neither is."""
    known = [day for day in (when.earliest, when.latest) if day]
    if not known:
        raise ValueError(f"{when.edtf} lies nowhere")
    return known[0], known[-1]


def place(when: DateInterval, scale: Scale) -> Place:
    """The place of a date; an open end reaches to the end of the line."""
    first, last = ends(when)
    if when.is_one_day:
        at = scale.at(first)
        return Place(at, at)
    start = scale.at(first) if when.earliest else 0.0
    end = scale.after(last) if when.latest else 100.0
    if end - start < _SHORTEST:
        start = min(max(0.0, (start + end - _SHORTEST) / 2), 100 - _SHORTEST)
        end = start + _SHORTEST
    return Place(start, end)
