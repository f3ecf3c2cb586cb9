"""Places become the window of a map: the part of the world that holds them, in a shape that fits a page.

The map is equirectangular, true to scale at the middle of the window: upright, with north above, and easy to read
coordinates from. A window across the meridian of 180 degrees has longitudes beyond it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.render.pictures.geometry import Box, Point, box_of

_MARGIN = 0.08
_LEAST = 6.0
"""Degrees of latitude: no map is nearer than this, since the outlines are not made for it."""
_HIGHEST, _LOWEST = 84.0, -60.0


@dataclass(frozen=True, slots=True)
class Window:
    """A box of longitudes and latitudes, and how much shorter a degree of longitude is drawn in it."""

    box: Box
    shrink: float

    def at(self, point: Point) -> Point:
        """A place in percent of the window, from the left and from above; a longitude may be a turn away."""
        longitude = point[0]
        while longitude < self.box.left:
            longitude += 360
        while longitude > self.box.right and longitude - 360 >= self.box.left:
            longitude -= 360
        return (
            100 * (longitude - self.box.left) / self.box.width,
            100 * (self.box.top - point[1]) / self.box.height,
        )

    def has(self, point: Point) -> bool:
        """Whether a place lies in the window."""
        x, y = self.at(point)
        return 0 <= x <= 100 and 0 <= y <= 100


def window_of(points: Iterable[Point], ratio: float) -> Window:
    """The smallest window with a margin around the places that is ``ratio`` times as wide as high."""
    around = _smallest(list(points))
    middle = (around.bottom + around.top) / 2
    shrink = math.cos(math.radians(max(-60.0, min(60.0, middle))))
    height = max(around.height * (1 + 2 * _MARGIN), around.width * (1 + 2 * _MARGIN) * shrink / ratio, _LEAST)
    height = min(height, _HIGHEST - _LOWEST)
    bottom = max(_LOWEST, min(middle - height / 2, _HIGHEST - height))
    width = height * ratio / shrink
    left = (around.left + around.right) / 2 - width / 2
    return Window(Box(left, bottom, left + width, bottom + height), shrink)


def _smallest(points: Sequence[Point]) -> Box:
    """The box around the places that leaves out the largest stretch of longitudes without any."""
    longitudes = sorted({x for x, _ in points})
    gaps = [(after - before, after) for before, after in itertools.pairwise(longitudes)]
    gaps.append((longitudes[0] + 360 - longitudes[-1], longitudes[0]))
    first = max(gaps)[1]
    return box_of([(x if x >= first else x + 360, y) for x, y in points])
