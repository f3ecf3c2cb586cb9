"""Places become a map: countries that the articles name shaded, cities as dots by the number of their articles.

The map shows where, and says what it does not show: a place without coordinates is told in words. Where the cities of
one country lie too near to each other, a second map shows that country alone.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from builder.models import Entity
from builder.render.context import Context, entity_page
from builder.render.markdown import Markdown, block, element, join, link, paragraph
from builder.render.pictures.geometry import Box, Point, box_of, clipped_ring, near_parts, wide_places
from builder.render.pictures.labels import Label, Spot, place_labels
from builder.render.pictures.outlines import Outlines, load_outlines
from builder.render.pictures.svg import figure, group, percent, shape
from builder.render.pictures.window import Window, window_of

_UNITS = 1200
"""The width of the land in units of its drawing: finer than the pixels of a screen, without a decimal point."""
_WIDE, _SQUARE = 2.0, 1.0
_SIZES = (288, 340, 400, 480, 560, 640, 760)
_LARGE_SIZES = {_WIDE: (560, 640, 700, 760), _SQUARE: (340, 380, 420, 470, 520)}
"""The widths in pixels at which a map is seen, and those on a large screen alone."""
_CHOICES = 6
_WHOLE_COUNTRY = 26.0
"""Degrees: of a larger country only the middle must be on the map."""
_FEWEST, _CROWDED = 3, 0.16
_MOST_DOTS, _MOST_LINKED = 60, 40
_SMALLEST_DOT, _LARGEST_DOT = 3.0, 9.0


@dataclass(frozen=True, slots=True)
class _City:
    """A place with coordinates."""

    entity: Entity
    at: Point
    country: str


@dataclass(frozen=True, slots=True)
class _Atlas:
    """What a map may show: countries by code, and cities, those of most articles first."""

    countries: dict[str, Entity]
    cities: tuple[_City, ...]
    here: str
    context: Context


def places_map(here: str, context: Context) -> Markdown:
    """The map of the places that articles name; nothing where none has a place on it."""
    atlas = _atlas(here, context)
    if not atlas.countries and not atlas.cities:
        return Markdown("")
    window = window_of(_extent(atlas), _WIDE)
    maps = [_map(window, _WIDE, atlas, context.say("map.world"))]
    near = _crowded(atlas, window)
    if near:
        maps.append(_map(window_of(_near_extent(near, atlas), _SQUARE), _SQUARE, atlas, context.say("map.near")))
    caption = [context.say("map.marks"), *_without_place(atlas), context.say("map.borders")]
    return figure([block("div", [paragraph(one) for one in maps], class_="maps")], caption, "on-a-map")


def _atlas(here: str, context: Context) -> _Atlas:
    outlines = load_outlines()
    countries, cities = {}, []
    for entity in context.dossier.entities.values():
        record = context.dossier.knowledge.places.get(entity.id)
        if record is None:
            continue
        if record.kind == "country" and record.country in outlines.countries:
            countries[record.country] = entity
        elif record.latitude is not None and record.longitude is not None:
            cities.append(_City(entity, (record.longitude, record.latitude), record.country))
    ordered = sorted(cities, key=lambda city: (-len(city.entity.articles), city.entity.id))
    return _Atlas(dict(sorted(countries.items())), tuple(ordered[:_MOST_DOTS]), here, context)


def _without_place(atlas: _Atlas) -> Iterator[str]:
    shown = {entity.id for entity in atlas.countries.values()} | {city.entity.id for city in atlas.cities}
    entities = atlas.context.dossier.entities.values()
    left = sum(1 for entity in entities if entity.kind == "place" and entity.id not in shown)
    if left:
        yield atlas.context.say.count("map.left-out", left)


def _extent(atlas: _Atlas) -> Iterator[Point]:
    """What the map must hold: every city, small countries whole, of large ones the middle."""
    yield from (city.at for city in atlas.cities)
    for country in atlas.countries:
        yield from _country_extent(country)


def _country_extent(country: str) -> list[Point]:
    ring = load_outlines().largest[country]
    around = box_of(ring)
    if max(around.width, around.height) <= _WHOLE_COUNTRY:
        return [(around.left, around.bottom), (around.right, around.top)]
    return [wide_places(ring)[0]]


def _crowded(atlas: _Atlas, window: Window) -> str:
    """The country with most cities, when there are some and they lie near to each other on the map."""
    count = Counter(city.country for city in atlas.cities)
    if not count:
        return ""
    country, number = min(count.items(), key=lambda item: (-item[1], item[0]))
    around = box_of([window.at(city.at) for city in atlas.cities if city.country == country])
    is_crowded = max(around.width, around.height) < 100 * _CROWDED
    return country if number >= _FEWEST and is_crowded else ""


def _near_extent(country: str, atlas: _Atlas) -> list[Point]:
    cities = [city.at for city in atlas.cities if city.country == country]
    whole = _country_extent(country) if country in load_outlines().countries else []
    return [*cities, *(whole if len(whole) > 1 else [])]


def _map(window: Window, ratio: float, atlas: _Atlas, name: str) -> Markdown:
    """One map: the land under the marks, each of which is in a link to the page of its place."""
    sizes, large = ([(float(width), width / ratio) for width in widths] for widths in (_SIZES, _LARGE_SIZES[ratio]))
    land = _land(window, ratio)
    cities = [city for city in atlas.cities if window.has(city.at)]
    dots = [_dot(city, cities, window, atlas) for city in cities]
    names = [
        Spot(entity.id, land.middles[code], 0.0, _name(entity, atlas))
        for code, entity in sorted(atlas.countries.items(), key=lambda item: (-len(item[1].articles), item[0]))
        if code in land.middles
    ]
    labels = {label.spot: label for label in place_labels([*dots, *names], sizes, large)}
    parts = [
        _ground(land, atlas),
        *(_named(spot, labels.get(spot.id), atlas, "country") for spot in names if spot.id in labels),
        *(_named(spot, labels.get(spot.id), atlas, "city") for spot in dots),
    ]
    kind = "map wide" if ratio == _WIDE else "map square"
    return group("svg", parts, class_=kind, role="group", aria_label=name)


def _name(entity: Entity, atlas: _Atlas) -> str:
    return entity.names.get(atlas.context.say.language) or next(iter(entity.names.values()), entity.id)


def _dot(city: _City, cities: Sequence[_City], window: Window, atlas: _Atlas) -> Spot:
    """A mark whose area grows with the articles that name the place."""
    most = max(len(other.entity.articles) for other in cities)
    part = (len(city.entity.articles) / most) ** 0.5
    radius = _SMALLEST_DOT + (min(_LARGEST_DOT, 4.0 + most**0.5) - _SMALLEST_DOT) * part
    return Spot(city.entity.id, (window.at(city.at),), round(radius, 1), _name(city.entity, atlas))


def _named(spot: Spot, label: Label | None, atlas: _Atlas, kind: str) -> Markdown:
    entity = atlas.context.dossier.entities[spot.id]
    parts = [element("title", _told(entity, atlas))]
    if spot.radius:
        x, y = spot.at[0]
        parts.append(shape("circle", cx=percent(x), cy=percent(y), r=f"{spot.radius:g}"))
    if label:
        away = {"dx": f"{label.dx:g}", "dy": f"{label.dy:g}", "text_anchor": label.anchor}
        kind = f"{kind} roomy" if label.is_roomy else kind
        parts.append(element("text", spot.name, class_=kind, x=percent(label.at[0]), y=percent(label.at[1]), **away))
    return link(join("", parts), entity_page(entity), atlas.here)


def _told(entity: Entity, atlas: _Atlas) -> str:
    count = atlas.context.say.count("figures.articles", len(entity.articles))
    return atlas.context.say("map.place", name=_name(entity, atlas), articles=count)


@dataclass(frozen=True, slots=True)
class _Land:
    """The land in a window: a path for each country, its lines, and where the name of each country stands."""

    countries: dict[str, str]
    borders: str
    disputed: str
    middles: dict[str, tuple[Point, ...]]
    height: int


def _ground(land: _Land, atlas: _Atlas) -> Markdown:
    """The land: what is named on it shaded, every line as the outlines have it, those in dispute broken."""
    other = "".join(path for code, path in land.countries.items() if code not in atlas.countries)
    parts = [shape("path", class_="land", d=other)]
    named = {code: path for code, path in land.countries.items() if code in atlas.countries}
    if len(named) > _MOST_LINKED:
        parts.append(shape("path", class_="shaded", d="".join(named.values())))
        named = {}
    for code, path in named.items():
        entity = atlas.countries[code]
        drawn = join("", [element("title", _told(entity, atlas)), shape("path", class_="shaded", d=path)])
        parts.append(link(drawn, entity_page(entity), atlas.here, tabindex="-1", aria_hidden="true"))
    parts += [shape("path", class_=kind, d=d) for kind, d in (("border", land.borders), ("open", land.disputed)) if d]
    frame = {"viewBox": f"0 0 {_UNITS} {land.height}", "preserveAspectRatio": "none"}
    return group("svg", parts, class_="ground", width="100%", height="100%", **frame)


@lru_cache(maxsize=4)
def _land(window: Window, ratio: float) -> _Land:
    height = round(_UNITS / ratio)
    outlines = _at_scale(window.box.width / _UNITS * 1.8)
    countries, middles = {}, {}
    for code in outlines.countries:
        rings = [ring for whole in outlines.rings(code) for ring in _rings_in(whole, window.box)]
        drawn = [path for path in (_path(ring, window, height) for ring in rings) if path]
        if drawn:
            countries[code] = "".join(f"{path}z" for path in drawn)
            widest = max(rings, key=lambda ring: box_of(ring).width)
            middles[code] = tuple(window.at(place) for place in wide_places(widest)[:_CHOICES])
    borders, disputed = (
        "".join(_path(part, window, height) for n in numbers for part in _lines_in(outlines.lines[n], window.box))
        for numbers in (outlines.borders, outlines.disputed)
    )
    return _Land(countries, borders, disputed, middles, height)


@cache
def _at_scale(tolerance: float) -> Outlines:
    return load_outlines().coarser(tolerance)


def _turned(line: Sequence[Point], box: Box) -> Iterator[Sequence[Point]]:
    """A line once for each turn of the globe at which it may lie in the box."""
    around = box_of(line)
    for turn in (-360.0, 0.0, 360.0):
        if Box(around.left + turn, around.bottom, around.right + turn, around.top).meets(box):
            yield [(x + turn, y) for x, y in line] if turn else line


def _rings_in(ring: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    # A little beyond the frame, so that the edge along which a shape is cut is out of sight.
    wider = Box(box.left - 1, box.bottom - 1, box.right + 1, box.top + 1)
    for turned in _turned(ring, box):
        found = clipped_ring(turned, wider)
        if len(found) > 2:
            yield found


def _lines_in(line: Sequence[Point], box: Box) -> Iterator[Sequence[Point]]:
    for turned in _turned(line, box):
        yield from near_parts(turned, box)


def _path(points: Iterable[Point], window: Window, height: int) -> str:
    """The drawing of a line in whole units: its first point, then the steps from each point to the next."""
    box = window.box
    whole = [
        (round((x - box.left) / box.width * _UNITS), round((box.top - y) / box.height * height)) for x, y in points
    ]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(whole) if (ax, ay) != (bx, by)]
    if len(steps) < 1:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
