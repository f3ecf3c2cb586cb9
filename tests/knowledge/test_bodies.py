"""The bodies that come with the builder, and how they give way to what a dossier knows."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from builder.knowledge import load_knowledge, shipped_bodies
from builder.models import DossierSettings, Knowledge, Organisation
from builder.text import fold, folded_words

SETTINGS = DossierSettings("Harbour", "", ("en", "fr", "ar"), ())
SOURCE = "source: {text: x}"
OFFICE = f"{{title: {{en: Envoy}}, organisation: nato, {SOURCE}}}"
ENVOY = f"jane-roe: {{names: {{en: Jane Roe}}, offices: [{OFFICE}], {SOURCE}}}\n"
PACT = f"pact: {{names: {{en: The Pact}}, kind: agreement, parties: [nato, france], {SOURCE}}}\n"
TREATY = "Organisation du traité de l'Atlantique nord"


def load(folder: Path, **files: str) -> Knowledge:
    """The knowledge of a dossier with these files."""
    (folder / "knowledge").mkdir()
    for name, text in files.items():
        (folder / "knowledge" / f"{name}.yml").write_text(text, encoding="utf-8")
    return load_knowledge(folder, SETTINGS)


def names(body: Organisation) -> set[str]:
    return set(map(fold, (*body.names.values(), *body.aliases, *body.weak_aliases)))


def test_every_dossier_knows_the_bodies_of_the_world(tmp_path: Path) -> None:
    """They are there without a file of the dossier, each with its address as the source where it has one."""
    known = load_knowledge(tmp_path, SETTINGS).organisations
    assert shipped_bodies() == known
    assert len(known) >= 200
    assert ("https://european-union.europa.eu/", "international organisation") == (
        known["european-union"].source.url,
        known["european-union"].kind,
    )


def test_every_body_is_named_in_two_languages_and_has_a_kind() -> None:
    """English for the pages, and French or Arabic besides."""
    bodies = shipped_bodies().values()
    assert [] == [one.id for one in bodies if not (one.names["en"] and {"fr", "ar"} & one.names.keys())]
    assert [] == [one.id for one in bodies if not one.kind]


def test_no_name_means_two() -> None:
    """Word by word, as texts are read; a weak name may be that of several, but of none the other name."""
    strong: Counter[tuple[str, ...]] = Counter()
    for one in shipped_bodies().values():
        strong.update({tuple(folded_words(name)) for name in (*one.names.values(), *one.aliases)})
    weak = {tuple(folded_words(name)) for one in shipped_bodies().values() for name in one.weak_aliases}
    assert [] == [name for name, count in strong.items() if count > 1]
    assert set() == weak & strong.keys()


def test_no_body_is_a_place(tmp_path: Path) -> None:
    """Neither by its id nor by a name, so that what comes with the builder is never ambiguous in itself."""
    places = load_knowledge(tmp_path, SETTINGS).places
    taken = {fold(name) for place in places.values() for name in (*place.names.values(), *place.aliases)}
    assert set() == shipped_bodies().keys() & places.keys()
    assert set() == taken & {name for body in shipped_bodies().values() for name in names(body)}


def test_a_dossier_takes_the_place_of_a_body_by_its_id(tmp_path: Path) -> None:
    """What the dossier says is all that is said."""
    known = load(tmp_path, organisations=f"nato: {{names: {{en: The Alliance}}, {SOURCE}}}\n").organisations
    assert (("The Alliance",), ()) == (tuple(known["nato"].names.values()), known["nato"].aliases)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("organisations", f"club: {{names: {{en: Nautical Club}}, aliases: [OTAN], {SOURCE}}}\n"),
        ("people", f"jane-otan: {{names: {{en: Jane Otan}}, {SOURCE}}}\n"),
        ("places", f"otan: {{names: {{en: Otan}}, kind: region, {SOURCE}}}\n"),
        ("outlets", f"otan-post: {{names: {{en: OTAN}}, {SOURCE}}}\n"),
        ("agreements", f"pact: {{names: {{en: OTAN}}, kind: agreement, {SOURCE}}}\n"),
        ("ignored", "- otan\n"),
    ],
)
def test_a_name_that_the_dossier_gives_to_another_is_not_the_body_s(tmp_path: Path, file: str, text: str) -> None:
    """It goes without a word, in every capitals; the other names stay."""
    nato = load(tmp_path, **{file: text}).organisations["nato"]
    assert "otan" not in names(nato)
    assert {"nato", "حلف الناتو"} <= names(nato)


def test_the_same_body_under_another_id_is_the_dossier_s(tmp_path: Path) -> None:
    """A whole name in common means that it is one; whoever speaks of the body's id speaks of the dossier's entry."""
    known = load(
        tmp_path,
        organisations=f"alliance: {{names: {{en: Alliance, fr: {TREATY}}}, {SOURCE}}}\n",
        people=ENVOY,
        agreements=PACT,
    )
    assert "nato" not in known.organisations
    assert ("alliance", "alliance") == (known.same["nato"], known.people["jane-roe"].offices[0].organisation)
    assert ("alliance", "france") == known.agreements["pact"].parties


@pytest.mark.parametrize("file", ["people", "places", "outlets", "ignored"])
def test_a_body_whose_whole_name_is_somebody_else_s_goes(tmp_path: Path, file: str) -> None:
    """The dossier knows that the words mean another; nothing of the body is left to be mistaken for it."""
    texts = {
        "people": f"jane: {{names: {{en: World Bank}}, {SOURCE}}}\n",
        "places": f"bank-hill: {{names: {{en: World Bank}}, kind: region, {SOURCE}}}\n",
        "outlets": f"the-bank: {{names: {{en: World Bank}}, {SOURCE}}}\n",
        "ignored": "- World Bank\n",
    }
    assert "world-bank" not in load(tmp_path, **{file: texts[file]}).organisations


def test_an_id_of_another_kind_goes_before_that_of_a_body(tmp_path: Path) -> None:
    """A person and a place may have an id that a body has: pages and links mean them."""
    known = load(
        tmp_path,
        people=f"oxfam: {{names: {{en: Ox Fam}}, {SOURCE}}}\n",
        places=f"brics: {{names: {{en: Brics Hills}}, kind: region, {SOURCE}}}\n",
    )
    assert set() == {"oxfam", "brics"} & known.organisations.keys()


def test_an_entry_that_is_a_body_goes_with_it_to_the_dossier_s(tmp_path: Path) -> None:
    """Who is said to be the same as a body is the same as the entry that the body is."""
    known = load(
        tmp_path,
        organisations=f"alliance: {{names: {{en: Alliance, fr: {TREATY}}}, {SOURCE}}}\n"
        f"pact-office: {{names: {{en: Pact Office}}, same_as: nato, {SOURCE}}}\n",
    )
    assert "pact office" in names(known.organisations["alliance"])


def test_a_dossier_may_speak_of_a_body(tmp_path: Path) -> None:
    """In an office, as a party, with same_as and not_same, without an entry of its own for it."""
    known = load(
        tmp_path,
        organisations=f"blue-helmets: {{names: {{en: Blue Helmets, fr: ONU}}, same_as: united-nations, {SOURCE}}}\n"
        f"un-club: {{names: {{en: UN Club}}, not_same: [world-bank], {SOURCE}}}\n",
        people=ENVOY,
        agreements=PACT,
    )
    assert {"blue helmets", "onu", "united nations"} <= names(known.organisations["united-nations"])
    assert "nato" in known.organisations
