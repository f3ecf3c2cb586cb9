"""What a decision becomes in the files, for names that the small dossier does not have."""

from __future__ import annotations

import pytest
import yaml

from builder.languages import load_languages
from builder.models import Decision, Knowledge, Organisation, Person, Review, Source, UnknownName
from builder.review import apply

JANE = Person("jane", {"en": "Jane Q. Public"}, (), ("Public",), (), Source("x"))
PEOPLE = "jane:\n  names: {en: Jane Q. Public}\n  source: {text: x}\n"
BUREAU = Organisation("bureau", {"en": "Bureau of Cables"}, (), "office", Source("x"))
LANGUAGES = load_languages()


def asked(name: str, language: str = "fr", kind: str = "person", title: str = "A title", **fields) -> UnknownName:
    known = {"roles": (), "url": "", **fields}
    return UnknownName("unknown-x", kind, name, language, 1, (), ("seeds/a.txt",), title, suggestions=(), **known)


def decided(kind: str, unknown: UnknownName, target: str = "", **files: str) -> dict[str, str]:
    knowledge = Knowledge({"jane": JANE}, {"bureau": BUREAU})
    texts = {f"{name}.yml": text for name, text in files.items()}
    decision = Decision(kind, unknown.name, target)
    return apply(decision, texts, Review((unknown,), (), (), ()), knowledge, LANGUAGES)


@pytest.mark.parametrize(
    ("name", "language", "line"),
    [
        ("Jane Publique", "fr", "  aliases: [Jane Publique]"),
        ("جين ببلك", "ary", "  names: {en: Jane Q. Public, ar: جين ببلك}"),
        ("Publique", "fr", "  short: [Public, Publique]"),
    ],
    ids=["another spelling", "the first in its script", "a surname alone"],
)
def test_an_accepted_spelling_goes_where_it_belongs(name: str, language: str, line: str) -> None:
    """An alias, a name of the language it is written in, or a short form beside those that the names give."""
    after = decided("accept", asked(name, language), "jane", people=PEOPLE)["people.yml"]
    assert line in after.splitlines()


def test_a_new_organisation_goes_into_its_own_file() -> None:
    """The file is made when there is none; names, kind and the article as the source."""
    unknown = asked("Compagnie du Câble", kind="organisation", url="https://example.org/a", roles=("opérateur",))
    files = decided("new", unknown, "Cable Company")
    assert ["organisations.yml"] == list(files)
    assert {
        "cable-company": {
            "names": {"en": "Cable Company", "fr": "Compagnie du Câble"},
            "kind": "organisation",
            "source": {"text": "A title", "url": "https://example.org/a"},
        }
    } == yaml.safe_load(files["organisations.yml"])


@pytest.mark.parametrize("there", [{}, {"organisations": "mine:\n  names: {en: Mine}\n  source: {text: x}\n"}])
def test_a_body_that_only_the_builder_knows_is_written_out_whole(there: dict[str, str]) -> None:
    """The decision is added to the entry, which then takes the place of the builder's with all that it says."""
    files = decided("accept", asked("Bureau des câbles sous-marins", kind="organisation"), "bureau", **there)
    assert {
        "names": {"en": "Bureau of Cables"},
        "aliases": ["Bureau des câbles sous-marins"],
        "kind": "office",
        "source": {"text": "x"},
    } == yaml.safe_load(files["organisations.yml"])["bureau"]
    denied = decided("not", asked("Bureau of Fables", kind="organisation"), "bureau", **there)
    assert ["Bureau of Fables"] == yaml.safe_load(denied["organisations.yml"])["bureau"]["not_same"]


def test_an_id_that_is_taken_gets_a_number() -> None:
    """Two of one name never share an id."""
    assert "bureau-2" in yaml.safe_load(decided("new", asked("Bureau"), people=PEOPLE)["people.yml"])


@pytest.mark.parametrize("name", ['J" P: {x}', "- a # b", "x\u2028y", "&a *b !c", "'"])
def test_a_hostile_name_stays_text(name: str) -> None:
    """A name with signs of YAML is written so that it reads back as the same text."""
    new = decided("new", asked(name, title=name, roles=(f"minister\n{name}",)), people=PEOPLE)["people.yml"]
    entry = list(yaml.safe_load(new).values())[-1]
    assert (name, " ".join(name.replace("\u2028", " ").split())) == (entry["names"]["en"], entry["source"]["text"])
    assert [name] == yaml.safe_load(decided("ignore", asked(name))["ignored.yml"])


def test_a_byte_order_mark_stays() -> None:
    """Some editors put one at the front of a file."""
    mark = "\N{ZERO WIDTH NO-BREAK SPACE}"
    after = decided("accept", asked("Jane Publique"), "jane", people=mark + PEOPLE)["people.yml"]
    expected = PEOPLE.replace("Public}\n", "Public}\n  aliases: [Jane Publique]\n")
    assert mark + expected == after
