"""Very many dates become columns over the line: how many surely lie in each step of it, and how many may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from builder.dates import DateInterval, of_days
from builder.datewords import say_date
from builder.messages import Messages
from builder.render.markdown import Markdown, element
from builder.render.pictures.scale import Scale
from builder.render.pictures.svg import percent, shape

_MOST = 40
_HIGHEST = 76.0
"""How high the highest column is, in percent: its number stands over it."""
_GAP = 0.3


@dataclass(frozen=True, slots=True)
class Column:
    """One step of the line: what it holds in words, its shapes, and the numbers of the dates that begin in it."""

    told: str
    shapes: tuple[Markdown, ...]
    members: tuple[int, ...]


def columns(dates: Sequence[DateInterval], scale: Scale, say: Messages) -> Iterator[Column]:
    """The columns that are not empty."""
    counted = []
    for first, after in scale.bins(_MOST):
        step = of_days(first, after - timedelta(days=1))
        meets = [n for n, when in enumerate(dates) if when.overlaps(step)]
        sure = sum(1 for n in meets if _inside(dates[n], step))
        if meets:
            counted.append((step, sure, meets))
    highest = max(len(meets) for _, _, meets in counted)
    for step, sure, meets in counted:
        told = say("timeline.column", when=say_date(step, say), sure=sure, possible=len(meets))
        begun = [n for n in meets if (start := dates[n].earliest) and step.covers(start)]
        yield Column(told, tuple(_shapes(step, sure, len(meets), highest, scale)), tuple(begun or meets))


def _inside(when: DateInterval, step: DateInterval) -> bool:
    return bool(when.earliest and when.latest and step.covers(when.earliest) and step.covers(when.latest))


def _shapes(step: DateInterval, sure: int, possible: int, highest: int, scale: Scale) -> Iterator[Markdown]:
    if step.earliest is None or step.latest is None:
        return
    start, end = scale.at(step.earliest), scale.after(step.latest)
    across = {"x": percent(start), "width": percent(max(end - start - _GAP, 0.4))}
    low, high = _HIGHEST * sure / highest, _HIGHEST * possible / highest
    yield shape("rect", class_="hit", **across, height="100%")
    yield shape("rect", class_="possible", **across, y=percent(100 - high), height=percent(high - low))
    yield shape("rect", class_="sure", **across, y=percent(100 - low), height=percent(low))
    if possible == highest:
        anchor = "start" if start < 4 else "end" if end > 96 else "middle"
        at = {"start": start, "end": end, "middle": (start + end) / 2}[anchor]
        yield element("text", str(possible), x=percent(at), y=percent(100 - high - 4), text_anchor=anchor)
