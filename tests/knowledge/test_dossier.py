"""The knowledge of the dossier in this repository: it loads, is whole, and names whom it must."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.citations import find_citations
from builder.config import load_settings
from builder.dates import parse_edtf
from builder.knowledge import load_knowledge
from builder.models import DossierSettings, Knowledge
from builder.text import fold

DOSSIER = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def settings() -> DossierSettings:
    return load_settings(DOSSIER)


@pytest.fixture(scope="module")
def knowledge(settings: DossierSettings) -> Knowledge:
    return load_knowledge(DOSSIER, settings)


@pytest.mark.parametrize(
    ("person", "spellings"),
    [
        ("abdellatif-loudiyi", ["Abdellatif Loudiyi", "Abdeltif Loudyi", "Abdeltif Loudiyi", "عبد اللطيف لوديي"]),
        ("robert-karem", ["Robert S. Karem", "Robert Karem"]),
        ("nasser-bourita", ["Nasser Bourita", "ناصر بوريطة"]),
        ("bonnie-jenkins", ["Bonnie Jenkins"]),
        ("nathan-sales", ["Nathan Sales"]),
        ("mark-esper", ["Mark Esper", "مارك إسبر"]),
        ("fayez-al-sarraj", ["Fayez el Sarraj", "Fayez al-Sarraj", "فايز السراج"]),
        ("khalifa-haftar", ["Khalifa Haftar", "خليفة حفتر"]),
        ("abdellatif-hammouchi", ["Abdellatif Hammouchi", "عبد اللطيف حموشي"]),
        ("mohammed-berrid", ["Mohammed Berrid", "محمد بريظ"]),
        ("belkhir-el-farouk", ["Belkhir El Farouk", "بلخير الفاروق"]),
        ("cherkaoui-habboub", ["Cherkaoui Habboub", "Habboub Cherkaoui", "حبوب الشرقاوي"]),
        ("mohammed-vi", ["Mohammed VI", "الملك محمد السادس"]),
    ],
)
def test_a_person_is_known_by_every_usual_spelling(knowledge: Knowledge, person: str, spellings: list[str]) -> None:
    """One man, however he is written."""
    known = {fold(name) for name in (*knowledge.people[person].names.values(), *knowledge.people[person].aliases)}
    assert [] == [spelling for spelling in spellings if fold(spelling) not in known]


@pytest.mark.parametrize(
    ("office", "held"),
    [
        ("robert-karem", "2017-06/2018-10"),
        ("nasser-bourita", "2017-04-05/.."),
        ("bonnie-jenkins", "2021-07-22/2024-12-31"),
        ("nathan-sales", "2017-08-10/2021-01"),
        ("mark-esper", "2019-07-23/2020-11-09"),
        ("michael-langley", "2022-08/2025-08-15"),
        ("bouchaib-arroub", "2014-06-13/2017-01-17"),
    ],
)
def test_offices_that_date_articles(knowledge: Knowledge, office: str, held: str) -> None:
    """The dates by which an undated article is placed."""
    assert [held] == [found.held.edtf for found in knowledge.people[office].offices]


@pytest.mark.parametrize(
    "name",
    ["FAR", "DGSN", "DGST", "BCIJ", "DGED", "AFRICOM", "SETAF-AF", "Utah National Guard", "Garde nationale de l'Utah",
     "State Department", "الخارجية الأمريكية", "Pentagon", "DoD", "DSCA", "FBI", "CIA", "UN", "UN Security Council",
     "NATO", "OTAN", "حلف شمال الأطلسي", "GCTF", "Coalition mondiale contre l'EI", "African Union", "EU",
     "EI", "Daesh", "داعش", "Etat islamique", "Al-Qaida"],
)  # fmt: skip
def test_services_and_forums_are_known(knowledge: Knowledge, name: str) -> None:
    """Both sides' services, commands and ministries, the forums and the armed groups."""
    known = {
        fold(form)
        for organisation in knowledge.organisations.values()
        for form in (*organisation.names.values(), *organisation.aliases)
    }
    assert fold(name) in known


@pytest.mark.parametrize(
    ("entry", "kind", "date", "duration"),
    [
        ("mnna-2004", "designation", "2004-06-03", ""),
        ("roadmap-2020-2030", "agreement", "2020-10-02", "P10Y"),
        ("memorandum-2007", "memorandum", "2007", ""),
        ("memorandum-2015", "memorandum", "2015", ""),
        ("nato-mediterranean-dialogue", "membership", "1995-02", ""),
        ("tsctp", "programme", "2005", ""),
        ("gctf-membership", "membership", "2011-09-22", ""),
        ("global-coalition-membership", "membership", "2014", ""),
        ("state-partnership-program", "programme", "2003", ""),
        ("strategic-dialogue-2012", "dialogue", "2012-09-13", ""),
        ("joint-declaration-2020", "declaration", "2020-12-22", ""),
    ],
)
def test_frameworks_have_kind_and_date(knowledge: Knowledge, entry: str, kind: str, date: str, duration: str) -> None:
    """The frameworks of the subject, each under its kind: a designation is no agreement."""
    found = knowledge.agreements[entry]
    assert (kind, parse_edtf(date), duration) == (found.kind, found.when, found.duration)


def test_programmes_without_a_settled_date_have_none(knowledge: Knowledge) -> None:
    """A date that no source settles is left out, not guessed."""
    assert [None, None] == [
        knowledge.agreements[name].when for name in ("african-lion", "defense-consultative-committee")
    ]


def test_proper_names_of_agreements_are_not_shared(knowledge: Knowledge) -> None:
    """A name that always counts means one entry of the register."""
    owners: dict[str, set[str]] = {}
    for entry in knowledge.agreements.values():
        strong = (*entry.names.values(), *(name.text for name in entry.aliases if not name.weak))
        for form in strong:
            owners.setdefault(fold(form), set()).add(entry.id)
    assert {} == {form: found for form, found in owners.items() if len(found) > 1}


def test_no_name_is_shared_across_kinds(knowledge: Knowledge) -> None:
    """A person, an organisation and a place never share a name: nothing would be mentioned then."""
    owners: dict[str, set[str]] = {}
    for entity in (*knowledge.people.values(), *knowledge.organisations.values(), *knowledge.places.values()):
        for form in (*entity.names.values(), *entity.aliases):
            owners.setdefault(fold(form), set()).add(entity.id)
    assert {} == {form: found for form, found in owners.items() if len(found) > 1}


def test_every_seed_has_a_brief_that_cites_paragraphs() -> None:
    """Each brief names the paragraphs it stands on."""
    briefs = [path.with_suffix(".yml").read_text(encoding="utf-8") for path in sorted(DOSSIER.glob("seeds/*.txt"))]
    assert [] == [brief[:60] for brief in briefs if len(re.findall(r"\[¶\d+\]", brief)) < 2]


def test_every_key_point_cites_an_article_of_the_dossier(settings: DossierSettings) -> None:
    """An editor's statement on a topic page is tied to paragraphs of saved articles."""
    articles = {path.stem for path in DOSSIER.glob("seeds/*.txt")}
    notes = [note.text for topic in settings.topics for note in topic.notes["key_points"]]
    cited = [[citation.article for citation in find_citations(note)] for note in notes]
    assert [] == [note for note, found in zip(notes, cited, strict=True) if not found or not set(found) <= articles]


def test_no_outlet_is_guessed() -> None:
    """No sidecar guesses an outlet; the one that a text names is read from the text."""
    found = {path.stem[:3]: "\noutlet:" in path.read_text(encoding="utf-8") for path in DOSSIER.glob("seeds/*.yml")}
    assert [] == [seed for seed, named in found.items() if named]
