"""Library places and what people wrote about places become one gazetteer in which a form means one place.

What a person wrote comes first (the dossier's ``places.yml``, then ``world.yml`` beside this module),
then countries and regions, then cities by size: a later place loses a form that an earlier one has,
and is left out when that form is its English name.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from builder.knowledge.cities import cities
from builder.knowledge.countries import countries
from builder.knowledge.records import known_id, names_of, source_of
from builder.knowledge.towns import load_towns
from builder.models import Gazetteer, Place, PlaceScope, Source
from builder.text import fold
from builder.yamlfile import Problems, Value, read_yaml

KINDS = ("country", "city", "region")
_WORLD = Path(__file__).with_name("world.yml")
_KEYS = ("names", "aliases", "led", "kind", "country", "source")


@dataclass(frozen=True, slots=True)
class WrittenPlaces:
    """What one file says of places: names to add, and forms not to look for that it did not give itself."""

    places: tuple[Value, ...]
    ignored: frozenset[str]


def load_places(file: Value, scope: PlaceScope, problems: Problems) -> Gazetteer:
    """Merge the libraries, ``world.yml`` and the dossier's own ``places.yml`` (absent: falsy)."""
    written = [_written(read_yaml(_WORLD, "builder/knowledge/world.yml", problems)), _written(file)]
    places = _library(scope, frozenset(pair for part in written for pair in _named_cities(part)))
    explicit: dict[str, str] = {}
    for part in written:
        for value in part.places:
            place = _extended(places, value)
            places[place.id] = place
    ignored: frozenset[str] = frozenset()
    for part in reversed(written):
        for value in part.places:
            for form in map(fold, _written_forms(value)):
                if form not in ignored:
                    explicit.setdefault(form, _id(value))
        ignored |= part.ignored
    kept = _one_place_each(places, explicit, ignored)
    led = {form: kept[_id(value)] for part in written for value in part.places for form in _led_forms(value)}
    return Gazetteer(kept, load_towns(ignored, kept.values(), led))


def _named_cities(written: WrittenPlaces) -> Iterator[tuple[str, str]]:
    """The id and country of each entry that says it is a city: it is looked for whatever its size."""
    for value in written.places:
        fields = dict(value.fields())
        if "kind" in fields and "country" in fields and fields["kind"].text() == "city":
            yield _id(value), fields["country"].text()


def _library(scope: PlaceScope, named: frozenset[tuple[str, str]]) -> dict[str, Place]:
    places = {place.id: place for place in countries()}
    for city in cities(scope, named):
        identity = city.id if city.id not in places else f"{city.id}-{city.country.lower()}"
        places.setdefault(identity, replace(city, id=identity))
    return places


def _written(file: Value) -> WrittenPlaces:
    ignored: frozenset[str] = frozenset()
    places = []
    for name, value in file.fields():
        if name == "ignore":
            ignored = frozenset(fold(form) for form in value.texts())
        elif known_id(name, value):
            places.append(value)
    return WrittenPlaces(tuple(places), ignored)


def _id(value: Value) -> str:
    return value.key.rpartition(".")[2]


def _written_forms(value: Value) -> Iterable[str]:
    return (item.text() for name, part in value.fields() if name in ("names", "aliases") for item in _texts(name, part))


def _led_forms(value: Value) -> Iterable[str]:
    """The names of a country that are other words too: they count behind a preposition or beside a place."""
    return (item.text() for name, part in value.fields() if name == "led" for item in part.items())


def _texts(name: str, part: Value) -> Iterable[Value]:
    return (item for _, item in part.fields()) if name == "names" else part.items()


def _extended(places: Mapping[str, Place], value: Value) -> Place:
    """The library's place with the names that were written, or a new place."""
    found = value.record(_KEYS)
    known = places.get(_id(value))
    aliases = found["aliases"].texts()
    if known is None and not found["names"]:
        near = difflib.get_close_matches(_id(value), list(places), n=1)
        hint = f"did you mean {near[0]}? Or" if near else "correct the id, or"
        value.problem(f"the libraries have no place {_id(value)!r}", f"{hint} give it names, kind and source")
        return Place(_id(value), {}, aliases, "region", "", Source(""))
    if known is None:
        return Place(
            id=_id(value),
            names=names_of(found["names"]),
            aliases=aliases,
            kind=found["kind"].choice(KINDS, "region"),
            country=found["country"].text(),
            source=source_of(found["source"], value),
        )
    return replace(
        known,
        names={**known.names, **names_of(found["names"], required=False)},
        aliases=(*known.aliases, *aliases),
        source=source_of(found["source"], value) if found["source"] else known.source,
    )


def _one_place_each(
    places: Mapping[str, Place], explicit: Mapping[str, str], ignored: frozenset[str]
) -> dict[str, Place]:
    owner = dict(explicit)
    kept: dict[str, Place] = {}
    for place in places.values():
        forms = {fold(form) for form in (*place.names.values(), *place.aliases)}
        own = {form for form in forms if owner.get(form) == place.id}
        free = {form for form in forms if form not in owner and form not in ignored}
        if fold(place.names.get("en", "")) not in own | free:
            continue
        owner.update(dict.fromkeys(free, place.id))
        kept[place.id] = _with_forms(place, own | free)
    return kept


def _with_forms(place: Place, forms: set[str]) -> Place:
    names = {language: name for language, name in place.names.items() if fold(name) in forms}
    named = {fold(name) for name in names.values()}
    aliases = {fold(alias): alias for alias in reversed(place.aliases) if fold(alias) in forms - named}
    return replace(place, names=names, aliases=tuple(reversed(aliases.values())))
