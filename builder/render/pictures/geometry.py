"""Lines and shapes on a plane: simplified, clipped to a window, and measured. Points are pairs of x and y."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def has(self, point: Point) -> bool:
        """Whether a point lies inside."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def area(ring: Sequence[Point]) -> float:
    """The area inside a closed ring; negative when it runs clockwise.

    >>> area([(0, 0), (2, 0), (2, 1), (0, 1)])
    2.0
    """
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """A line without the points that lie nearer to it than ``tolerance`` (Douglas and Peucker); its ends stay.

    >>> simplified([(0, 0), (1, 0.1), (2, 0), (2, 2)], 0.5)
    [(0, 0), (2, 0), (2, 2)]
    """
    kept = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first < 2:
            continue
        far, place = _farthest(line, first, last)
        if far > tolerance:
            kept.add(place)
            parts += [(first, place), (place, last)]
    return [line[n] for n in sorted(kept)]


def _farthest(line: Sequence[Point], first: int, last: int) -> tuple[float, int]:
    """How far the farthest point between two others is from the stretch between them, and its number.

    In one loop, which a map goes through a hundred thousand times.
    """
    (ax, ay), (bx, by) = line[first], line[last]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    farthest = (0.0, first)
    for number in range(first + 1, last):
        px, py = line[number]
        along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length if length else 0.0
        along = 0.0 if along < 0.0 else 1.0 if along > 1.0 else along
        far = ((px - ax - along * (bx - ax)) ** 2 + (py - ay - along * (by - ay)) ** 2) ** 0.5
        if far >= farthest[0]:
            farthest = (far, number)
    return farthest


def clipped_ring(ring: Sequence[Point], box: Box) -> list[Point]:
    """The part of a closed ring inside a box, closed along its edges (Sutherland and Hodgman).

    >>> clipped_ring([(0, 0), (4, 0), (4, 1), (0, 1)], Box(1, -1, 2, 2))
    [(1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)]
    """
    points = list(ring)
    for is_inside, cross in _edges(box):
        found: list[Point] = []
        for start, end in zip((points[-1:] + points[:-1]), points, strict=True):
            if is_inside(start) != is_inside(end):
                found.append(cross(start, end))
            if is_inside(end):
                found.append(end)
        points = found
    return points


_Edge = tuple[Callable[[Point], bool], Callable[[Point, Point], Point]]


def _edges(box: Box) -> Iterator[_Edge]:
    def at_x(x: float) -> Callable[[Point, Point], Point]:
        return lambda a, b: (float(x), a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))

    def at_y(y: float) -> Callable[[Point, Point], Point]:
        return lambda a, b: (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), float(y))

    yield (lambda p: p[0] >= box.left), at_x(box.left)
    yield (lambda p: p[0] <= box.right), at_x(box.right)
    yield (lambda p: p[1] >= box.bottom), at_y(box.bottom)
    yield (lambda p: p[1] <= box.top), at_y(box.top)


def near_parts(line: Sequence[Point], box: Box) -> Iterator[Sequence[Point]]:
    """The parts of an open line that touch a box; what sticks out of it is for the frame to hide."""
    part: list[Point] = []
    for start, end in itertools.pairwise(line):
        if box_of([start, end]).meets(box) or box.has(start) or box.has(end):
            part = part or [start]
            part.append(end)
        elif part:
            yield part
            part = []
    if part:
        yield part


def unwrapped(line: Sequence[Point]) -> list[Point]:
    """Longitudes that go on beyond 180 degrees where a line crosses that meridian, instead of a leap around the globe.

    >>> unwrapped([(179, 1), (-179, 2), (178, 3)])
    [(179, 1), (181, 2), (178, 3)]
    """
    points: list[Point] = []
    turn = 0
    for x, y in line:
        while points and x + turn - points[-1][0] > 180:
            turn -= 360
        while points and x + turn - points[-1][0] < -180:
            turn += 360
        points.append((x + turn, y))
    return points


def wide_places(ring: Sequence[Point]) -> tuple[Point, ...]:
    """The middles of level stretches inside a ring, the longest first: where a name has room."""
    around = box_of(ring)
    found: list[tuple[float, Point]] = []
    for part in range(1, 16):
        y = around.bottom + around.height * part / 16
        crossings = sorted(
            ax + (bx - ax) * (y - ay) / (by - ay)
            for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True)
            if (ay > y) != (by > y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            # Of two that are about as long the one nearer to the middle.
            found.append(((right - left) * (1 - abs(part - 8) / 24), ((left + right) / 2, y)))
    middle = (around.left + around.width / 2, around.bottom + around.height / 2)
    return tuple(place for _, place in sorted(found, reverse=True)) or (middle,)
