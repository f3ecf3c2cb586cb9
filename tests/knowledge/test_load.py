"""Knowledge files: what is read from them, and how a wrong one is answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.errors import InputErrors
from builder.knowledge import load_knowledge
from builder.models import DossierSettings, Publication, Topic

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("errors.yml").read_text(encoding="utf-8"))


def settings(*excerpts: str) -> DossierSettings:
    return DossierSettings(
        title="A dossier",
        scope="",
        languages=("fr", "en"),
        topics=(Topic("energy", "Energy", "", "briefing", {}),),
        publication=Publication(outlets=dict.fromkeys(excerpts, "excerpts")),
    )


def dossier(folder: Path, files: dict[str, str]) -> Path:
    (folder / "knowledge").mkdir()
    for name, text in files.items():
        (folder / "knowledge" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_wrong_file_is_answered_with_place_and_remedy(case: dict[str, Any], tmp_path: Path) -> None:
    """The message names file, line and key, what is wrong, and what to do."""
    with pytest.raises(InputErrors) as raised:
        load_knowledge(dossier(tmp_path, case["files"]), settings(*case.get("excerpts", ())))
    assert case["problem"] in str(raised.value).splitlines()


def test_everything_wrong_is_reported_together(tmp_path: Path) -> None:
    """Two files with a fault each give one error with both."""
    files = {"people.yml": "a: {names: {en: A B}}\n", "organisations.yml": "b: {names: {en: B}}\n"}
    with pytest.raises(InputErrors) as raised:
        load_knowledge(dossier(tmp_path, files), settings())
    assert ["knowledge/organisations.yml", "knowledge/people.yml"] == [found.file for found in raised.value.problems]


def test_knowledge_may_be_absent(tmp_path: Path) -> None:
    """A dossier without the folder knows the libraries' places and nothing else."""
    knowledge = load_knowledge(tmp_path, settings())
    assert (0, 0, True) == (len(knowledge.people), len(knowledge.agreements), "france" in knowledge.places)


def test_an_office_without_an_end_stays_open(tmp_path: Path) -> None:
    """No end means that it is not known or still to come, and never that the office is past."""
    files = {
        "organisations.yml": "nato: {names: {en: NATO}, source: {text: x}}\n",
        "people.yml": "jane-doe:\n  names: {en: Jane Doe}\n  source: {text: x}\n"
        "  offices: [{title: {en: Chief}, organisation: nato, start: 2017-04-05, source: {text: x}}]\n",
    }
    person = load_knowledge(dossier(tmp_path, files), settings()).people["jane-doe"]
    assert ["2017-04-05/.."] == [office.held.edtf for office in person.offices]


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("aliases: [Jane A. Doe, جين دو]", ("Doe", "دو")),
        ("short: [De La Rue]", ("De La Rue",)),
        ("short: []", ()),
    ],
)
def test_surname_forms(tmp_path: Path, written: str, short: tuple[str, ...]) -> None:
    """The last word of each name is the surname unless the file says otherwise."""
    files = {"people.yml": f"jane-doe:\n  names: {{en: Jane Doe}}\n  {written}\n  source: {{text: x}}\n"}
    assert short == load_knowledge(dossier(tmp_path, files), settings()).people["jane-doe"].short


def test_weak_names_of_an_agreement(tmp_path: Path) -> None:
    """A generic name is marked as weak: it counts only when something else supports it."""
    files = {
        "agreements.yml": "pact:\n  kind: agreement\n  names: {en: Pact}\n  aliases: [The Pact]\n"
        "  weak_aliases: [agreement]\n  source: {text: x}\n",
    }
    pact = load_knowledge(dossier(tmp_path, files), settings()).agreements["pact"]
    assert [("The Pact", False), ("agreement", True)] == [(name.text, name.weak) for name in pact.aliases]


PEOPLE = """
jane-doe: {names: {en: Jane Doe}, aliases: [J. Doe], not_same: [Doe], source: {text: a register}}
jane-m-doe:
  names: {en: Jane Mary Doe, fr: Jeanne Doe}
  offices: [{title: {en: Minister}, source: {text: a gazette}}]
  same_as: jane-doe
  source: {text: a gazette, url: "https://example.org/"}
"""


def test_two_entries_that_are_the_same_are_one(tmp_path: Path) -> None:
    """The entry that is pointed at has the names, offices and source of both; agreements name it."""
    pact = "pact: {names: {en: Pact}, kind: agreement, signatories: [jane-m-doe, jane-doe], source: {text: x}}\n"
    knowledge = load_knowledge(dossier(tmp_path, {"people.yml": PEOPLE, "agreements.yml": pact}), settings())
    jane = knowledge.people["jane-doe"]
    assert ["jane-doe"] == list(knowledge.people)
    assert ({"en": "Jane Doe", "fr": "Jeanne Doe"}, ("J. Doe", "Jane Mary Doe")) == (jane.names, jane.aliases)
    assert (["Minister"], "a register; a gazette (https://example.org/)") == (
        [office.title["en"] for office in jane.offices],
        jane.source.text,
    )
    assert ("jane-doe",) == knowledge.agreements["pact"].signatories


def test_two_who_bear_one_name_are_kept_apart(tmp_path: Path) -> None:
    """With not_same one name may stand with two; a spelling under not_same is no short form of the person."""
    people = """
jane-doe: {names: {en: Jane Doe}, not_same: [jane-doe-senator, Doe], source: {text: x}}
jane-doe-senator: {names: {en: Jane Doe}, source: {text: x}}
"""
    knowledge = load_knowledge(dossier(tmp_path, {"people.yml": people}), settings())
    assert ((), ("Doe",)) == (knowledge.people["jane-doe"].short, knowledge.people["jane-doe-senator"].short)
