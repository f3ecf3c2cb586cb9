"""Countries, cities and regions: which names mean which place, and which names mean none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from builder.knowledge.gazetteer import load_places
from builder.models import Place, PlaceScope
from builder.text import fold
from builder.yamlfile import Problems, Value, read_yaml

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("places.yml").read_text(encoding="utf-8"))


def places_of(written: Value | None, *countries: str) -> Mapping[str, Place]:
    problems = Problems()
    scope = PlaceScope(countries or tuple(CASES["countries"]))
    places = load_places(written or Value(None, "places.yml", "", problems), scope, problems).places
    problems.raise_any()
    return places


def forms(places: Mapping[str, Place]) -> dict[str, str]:
    return {fold(form): place.id for place in places.values() for form in (*place.names.values(), *place.aliases)}


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    return forms(places_of(None))


@pytest.mark.parametrize(("name", "place"), CASES["found"].items())
def test_a_name_means_its_place(known: dict[str, str], name: str, place: str) -> None:
    """The usual names in the three languages lead to the place."""
    assert place == known.get(fold(name))


@pytest.mark.parametrize("name", CASES["not_found"])
def test_a_word_is_no_place(known: dict[str, str], name: str) -> None:
    """A common word, a code or a transliteration is not looked for."""
    assert None is known.get(fold(name))


def test_a_form_means_one_place() -> None:
    """No two places share a form, so that a text is never ambiguous."""
    places = places_of(None)
    every = [form for place in places.values() for form in {*map(fold, (*place.names.values(), *place.aliases))}]
    assert len(every) == len(set(every))


def test_every_place_has_an_english_name_and_a_source() -> None:
    """Pages name places in English and say where the name comes from."""
    assert [] == [place.id for place in places_of(None).values() if not (place.names.get("en") and place.source.text)]


def test_a_country_goes_before_a_city_of_its_name() -> None:
    """Tunis and Tunisia are one word in Arabic: it is the country."""
    assert "tunisia" == forms(places_of(None))[fold("تونس")]


def test_small_cities_are_those_of_the_dossier() -> None:
    """Bouznika counts for a dossier on Morocco and not for one on Tunisia."""
    assert ("bouznika" in places_of(None), "bouznika" in places_of(None, "TN")) == (True, False)


def test_a_capital_counts_at_any_size() -> None:
    """Vaduz has a few thousand inhabitants; Nouakchott and Bern count in a dossier on Morocco."""
    assert {"nouakchott", "bern", "bamako"} <= places_of(None).keys()


def test_the_dossier_adds_names_and_places_and_takes_names_away(tmp_path: Path) -> None:
    """places.yml extends a place by its id, adds a region, and lists names not to look for."""
    path = tmp_path / "places.yml"
    path.write_text(
        "ignore: [Agadir, Marrakech]\n"
        "morocco: {aliases: [Cherifian Kingdom]}\n"
        "rif: {names: {en: Rif, fr: Rif}, kind: region, source: {text: Atlas}}\n",
        encoding="utf-8",
    )
    problems = Problems()
    known = forms(places_of(read_yaml(path, "places.yml", problems)))
    assert ("morocco", "rif", None) == (known[fold("Cherifian Kingdom")], known[fold("Rif")], known.get(fold("Agadir")))


def test_what_the_dossier_writes_goes_before_the_libraries(tmp_path: Path) -> None:
    """A form that places.yml gives to one place is taken from the place that a library gave it to."""
    path = tmp_path / "places.yml"
    path.write_text("tripoli-district: {names: {en: Tripoli}, kind: region, source: {text: x}}\n", encoding="utf-8")
    known = forms(places_of(read_yaml(path, "places.yml", Problems())))
    assert "tripoli-district" == known[fold("Tripoli")]
