"""Marks get their names on a map: each beside its mark where it meets nothing else, at every width of the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.render.pictures.geometry import Box, Point

_LETTER = 6.9
"""The width of a letter in pixels, rather too wide than too narrow: names must not meet in any typeface."""
_LINE = 14.0
_GAP = 3.0

Sizes = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to be named: where it may stand in percent of the map, the radius of its mark, and its name.

    A mark has one place. Without a radius there is no mark, and the name stands on one of the places itself.
    """

    id: str
    at: tuple[Point, ...]
    radius: float
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: at which place, how far from it in pixels, and which end of it is there.

    A roomy one has room on a large screen only.
    """

    spot: str
    name: str
    at: Point
    dx: float
    dy: float
    anchor: str
    is_roomy: bool = False


def place_labels(spots: Sequence[Spot], sizes: Sizes, large: Sizes = ()) -> tuple[Label, ...]:
    """The names that have room, those of the first spots before those of later ones.

    ``sizes`` are the widths and heights, in pixels, at which the map may be seen. A name that meets a mark, another
    name or the edge at one of them stands elsewhere, or only where the map is ``large``, or not at all.
    """
    placed = _added((), spots, spots, sizes)
    named = {label.spot for label in placed}
    left = [spot for spot in spots if spot.id not in named]
    more = _added(placed, left, spots, large)[len(placed) :] if large else ()
    return (*placed, *(replace(label, is_roomy=True) for label in more))


def _added(placed: Sequence[Label], wanted: Sequence[Spot], spots: Sequence[Spot], sizes: Sizes) -> tuple[Label, ...]:
    """The labels that there are, and those of more spots that have room beside them."""
    taken = [[*(_mark(s, size) for s in spots if s.radius), *(_box(label, size) for label in placed)] for size in sizes]
    labels = list(placed)
    for spot in wanted:
        for label in _choices(spot):
            boxes = [_box(label, size) for size in sizes]
            if all(_is_free(box, size, others) for box, size, others in zip(boxes, sizes, taken, strict=True)):
                for others, box in zip(taken, boxes, strict=True):
                    others.append(box)
                labels.append(label)
                break
    return tuple(labels)


def _choices(spot: Spot) -> Iterator[Label]:
    if not spot.radius:
        for at in spot.at:
            yield Label(spot.id, spot.name, at, 0.0, 0.0, "middle")
        return
    beside, over = spot.radius + _GAP, spot.radius + _LINE / 2
    sides = [(beside, 0.0, "start"), (-beside, 0.0, "end"), (0.0, -over, "middle"), (0.0, over, "middle")]
    slanted = [(beside - 1, "start"), (1 - beside, "end")]
    sides += [(dx, dy, anchor) for dy in (-_LINE * 0.6, _LINE * 0.6) for dx, anchor in slanted]
    for dx, dy, anchor in sides:
        yield Label(spot.id, spot.name, spot.at[0], dx, dy, anchor)


def _width(name: str) -> float:
    """About how wide a name is, in pixels."""
    return _LETTER * sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF") for letter in name
    )


def _box(label: Label, size: tuple[float, float]) -> Box:
    x, y = label.at[0] * size[0] / 100 + label.dx, label.at[1] * size[1] / 100 + label.dy
    width = _width(label.name)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[label.anchor]
    return Box(left, y - _LINE / 2, left + width, y + _LINE / 2)


def _mark(spot: Spot, size: tuple[float, float]) -> Box:
    x, y = spot.at[0][0] * size[0] / 100, spot.at[0][1] * size[1] / 100
    # A name stands a hair nearer to its own mark than to any other.
    reach = spot.radius + _GAP - 1
    return Box(x - reach, y - reach, x + reach, y + reach)


def _is_free(box: Box, size: tuple[float, float], others: Sequence[Box]) -> bool:
    is_inside = box.left >= 2 and box.right <= size[0] - 2 and box.bottom >= 0 and box.top <= size[1]
    return is_inside and not any(box.meets(other) for other in others)
