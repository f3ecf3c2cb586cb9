"""How well the right person is suggested for a spelling, on the cases that tuned it and on those that did not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from builder.dates import parse_edtf
from builder.models import Knowledge, Office, Organisation, Person, Source
from builder.review.company import Surroundings
from builder.review.sounds import sounds
from builder.review.suggest import like_pairs, suggest

CASES = Path(__file__).with_name("cases")
ALONE = Surroundings(frozenset(), frozenset(), (), ())
FLOORS = yaml.safe_load((CASES / "floors.yml").read_text(encoding="utf-8"))


def person(name: str, *names: str, **fields) -> Person:
    return Person(name, {"en": names[0]}, names[1:], (), fields.pop("offices", ()), Source("x"), **fields)


def knowing(*people: Person, organisations: Iterable[Organisation] = ()) -> Knowledge:
    return Knowledge({one.id: one for one in people}, {one.id: one for one in organisations})


def suggested(name: str, knowledge: Knowledge, around: Surroundings = ALONE, kind: str = "person") -> list[str]:
    return [one.entity for one in suggest(name, kind, around, knowledge, {})]


def measure(file: str) -> dict[str, float]:
    """The share of true cases that stand first and among the first three, and of others that get a suggestion."""
    cases = yaml.safe_load((CASES / f"{file}.yml").read_text(encoding="utf-8"))
    knowledge = knowing(*(person(name, *spelled) for name, spelled in cases["known"].items()))
    found = {name: suggested(name, knowledge) for name in cases["asked"]}
    true = {name: who for name, who in cases["asked"].items() if who != "none"}
    false = [name for name, who in cases["asked"].items() if who == "none"]
    return {
        "first": sum(found[name][:1] == [who] for name, who in true.items()) / len(true),
        "first_three": sum(who in found[name][:3] for name, who in true.items()) / len(true),
        "wrongly_suggested": sum(bool(found[name]) for name in false) / len(false),
    }


@pytest.mark.parametrize("file", ["tuning", "measured"])
def test_the_right_one_is_suggested_and_nobody_for_a_stranger(file: str) -> None:
    """By the spelling alone: recall does not fall, and strangers do not get more suggestions, than was measured."""
    reached, floor = measure(file), FLOORS[file]
    assert reached["first"] >= floor["first"]
    assert reached["first_three"] >= floor["first_three"]
    assert reached["wrongly_suggested"] <= floor["wrongly_suggested"]


def test_no_name_of_the_cases_is_the_known_spelling() -> None:
    """A case is a spelling that the knowledge does not have, and the two files share nobody."""
    tuning, measured = (yaml.safe_load((CASES / f"{file}.yml").read_text(encoding="utf-8")) for file in FLOORS)
    assert set() == set(tuning["known"]) & set(measured["known"])
    assert set() == set(tuning["asked"]) & set(measured["asked"])


def minister(name: str, *names: str, held: str, **fields) -> Person:
    office = Office(
        {"en": "Minister of Energy", "fr": "ministre de l'Énergie"}, "ministry", parse_edtf(held), Source("x")
    )
    return person(name, *names, offices=(office,), **fields)


def test_a_shared_office_and_fitting_dates_raise_one_of_two() -> None:
    """Of two who are spelled alike, the one who held that office at that time comes first, with the reasons."""
    knowledge = knowing(person("ann", "Anna Loudyi"), minister("beth", "Anne Loudyi", held="2018/2022"))
    around = Surroundings(frozenset(), frozenset(), (("fr", "ministre de l'Énergie"),), (parse_edtf("2020"),))
    found = suggest("Ana Loudyi", "person", around, knowledge, {})
    assert ["beth", "ann"] == [one.entity for one in found]
    assert (
        "is spelled like Anne Loudyi",
        "is called “ministre de l'Énergie”, and beth was Minister of Energy",
        "beth held an office then (Minister of Energy, 2018/2022)",
    ) == found[0].reasons


def test_an_office_at_another_time_speaks_against() -> None:
    """Who held no office then is suggested later, and the reason says so."""
    knowledge = knowing(minister("beth", "Anne Loudyi", held="2018/2019"), person("ann", "Anne Loudiy"))
    found = suggest(
        "Anne Loudyy", "person", Surroundings(frozenset(), frozenset(), (), (parse_edtf("2024"),)), knowledge, {}
    )
    assert ["ann", "beth"] == [one.entity for one in found]
    assert "but beth held no office then" in found[1].reasons


def test_shared_company_raises() -> None:
    """Who stands in articles with the same people comes first."""
    knowledge = knowing(person("ann", "Anna Loudyi"), person("beth", "Anna Loudyi"), person("carl", "Carl Weiss"))
    around = Surroundings(frozenset(), frozenset({"carl"}), (), ())
    found = suggest("Ana Loudyi", "person", around, knowledge, {"beth": frozenset({"carl"})})
    assert ("beth", "stands with carl, as beth does") == (found[0].entity, found[0].reasons[1])


def test_whom_the_editor_ruled_out_is_not_suggested() -> None:
    """A spelling under not_same never leads to that person again."""
    knowledge = knowing(person("ann", "Anna Loudyi", not_same=frozenset({"ana loudyi"})))
    assert [] == suggested("Ana Loudyi", knowledge)


def test_a_surname_alone_is_a_weak_sign() -> None:
    """One word may be anybody's surname, but never a first name."""
    knowledge = knowing(person("ann", "Anna Loudyi"))
    assert (["ann"], []) == (suggested("Loudyi", knowledge), suggested("Anna", knowledge))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("DGSN", ["dgsn"]),
        ("Direction générale de la sureté nationale", ["dgsn"]),
        ("Direction générale des impôts", []),
    ],
)
def test_an_organisation_is_known_by_its_letters_or_its_words(name: str, expected: list[str]) -> None:
    """An acronym stands for the words it begins; words in common with many organisations are not enough."""
    known = Organisation("dgsn", {"fr": "Direction générale de la sûreté nationale"}, (), "police", Source("x"))
    assert expected == suggested(name, knowing(organisations=[known]), kind="organisation")


def test_two_unknown_names_in_two_scripts_are_paired() -> None:
    """Two spellings of one stranger find each other; an organisation and a person never do."""
    names = [
        ("Jane Karimi", "person"),
        ("جين كريمي", "person"),
        ("John Malik", "person"),
        ("Jane Karimi", "organisation"),
    ]
    assert [("Jane Karimi", "جين كريمي")] == [(pair.one, pair.other) for pair in like_pairs(names)]


def test_every_arabic_letter_has_a_sound() -> None:
    """No letter of the Arabic alphabet is passed over in silence."""
    assert [] == [letter for letter in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي" if letter not in sounds().arabic]
