"""The outlines of the countries and the lines between them, from the data that ``tools/outlines.py`` makes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from builder.render.pictures.geometry import Point, area, simplified, unwrapped

_FILE = Path(__file__).with_name("outlines.json")


@dataclass(frozen=True)
class Outlines:
    """Lines in degrees of longitude and latitude; countries are rings of them by ISO 3166 code.

    A ring names its lines by number; ``~n`` is line n run backwards. Territories without a code of two letters have
    another one, which no place has.
    """

    lines: tuple[tuple[Point, ...], ...]
    borders: tuple[int, ...]
    disputed: tuple[int, ...]
    countries: Mapping[str, tuple[tuple[int, ...], ...]]

    def rings(self, country: str) -> list[list[Point]]:
        """The rings of a country, the largest first; none when it is not among the outlines."""
        rings = [self._ring(ring) for ring in self.countries.get(country, ())]
        return sorted(rings, key=lambda ring: -abs(area(ring)))

    @cached_property
    def largest(self) -> Mapping[str, Sequence[Point]]:
        """The largest ring of each country."""
        return {code: self.rings(code)[0] for code in self.countries}

    def _ring(self, numbers: Iterable[int]) -> list[Point]:
        return unwrapped([point for n in numbers for point in (self.lines[n] if n >= 0 else self.lines[~n][::-1])])

    def coarser(self, tolerance: float) -> Outlines:
        """The same with simpler lines; what two countries share stays the same for both."""
        lines = tuple(tuple(simplified(line, tolerance)) for line in self.lines)
        return Outlines(lines, self.borders, self.disputed, self.countries)


@cache
def load_outlines() -> Outlines:
    """Read the outlines that come with the package."""
    data: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return Outlines(
        lines=tuple(tuple(_degrees(line, data["unit"])) for line in data["lines"]),
        borders=tuple(data["borders"]),
        disputed=tuple(data["disputed"]),
        countries={code: tuple(map(tuple, rings)) for code, rings in data["countries"].items()},
    )


def _degrees(steps: Sequence[int], unit: float) -> list[Point]:
    """Points from the first one and the steps between them."""
    return [(x * unit, y * unit) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)]
