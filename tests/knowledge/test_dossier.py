"""The knowledge of the dossier in this repository: it loads, is whole, and names whom it must."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from builder.citations import find_citations
from builder.config import load_settings
from builder.dates import parse_edtf
from builder.knowledge import load_knowledge
from builder.models import DossierSettings, Knowledge
from builder.text import fold

DOSSIER = Path(__file__).parents[2]
_HANDING_OVER = 366
"""Days by which two terms may seem to overlap when only their years are known."""


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
        ("mohammed-gadih", ["Mohammed Gadih", "Mohamed Gadih", "محمد كديح", "محمد كاديح"]),
        ("el-abed-bouhamid-alaoui", ["El Abed Alaoui Bouhamid", "El Abed Bouhamid El Alaoui", "العابد العلوي بوحميد"]),
        ("boubker-sabik", ["Boubker Sabik", "بوبكر سبيك"]),
        ("omar-hilale", ["Omar Hilale", "Omar Hilal", "عمر هلال"]),
        ("staffan-de-mistura", ["Staffan de Mistura", "ستافان دي ميستورا"]),
        ("joshua-harris", ["Joshua Harris", "Josh Harris", "جوشوا هاريس"]),
        ("benny-gantz", ["Benny Gantz", "بيني غانتس"]),
        ("massad-boulos", ["Massad Boulos", "مسعد بولس"]),
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
    ("body", "kind_of_title", "least"),
    [
        ("royal-armed-forces", "Inspector General", 5), ("dgsn", "Director General", 4),
        ("dged", "Director General", 2), ("bcij", "Director", 2),
        ("moroccan-interior-ministry", "Minister of the Interior", 6),
        ("moroccan-justice-ministry", "Minister of Justice", 7), ("embassy-of-morocco-in-washington", "Ambassador", 4),
        ("mission-of-morocco-to-the-united-nations", "Permanent Representative", 3),
        ("us-embassy-in-rabat", "Ambassador", 6), ("us-embassy-in-rabat", "Chargé", 5), ("africom", "Commander", 7),
        ("utah-national-guard", "Adjutant General", 4),
        ("us-department-of-state", "United States Secretary of State", 8),
        ("us-department-of-state", "Assistant Secretary of State for Near Eastern Affairs", 6),
        ("us-department-of-state", "Coordinator for Counterterrorism", 6), ("cia", "Director", 10),
        ("fbi", "Director", 4),
        ("us-department-of-homeland-security", "United States Secretary", 8), ("odni", "Director", 8),
        ("us-national-security-council", "National Security Adviser", 10), ("dsca", "Director", 6),
        ("minurso", "Special", 6),
    ],
)  # fmt: skip
def test_whoever_held_an_office_since_2004(knowledge: Knowledge, body: str, kind_of_title: str, least: int) -> None:
    """The holders of the offices of the subject, one after another."""
    held = [
        person.id
        for person in knowledge.people.values()
        for office in person.offices
        if office.organisation == body and office.title["en"].startswith(kind_of_title)
    ]
    assert len(set(held)) >= least


def test_an_office_of_one_at_a_time_is_held_by_one(knowledge: Knowledge) -> None:
    """Two terms of one office never overlap by more than the day of the handing over."""
    alone = (
        "Inspector General of the Royal Armed Forces", "Director General of National Security",
        "Minister of Foreign Affairs of Morocco", "Minister of the Interior of Morocco",
        "Minister of Justice of Morocco",
        "Commander of the United States Africa Command", "United States Secretary of State",
        "United States Secretary of Defense", "Director of the Central Intelligence Agency",
        "Chairman of the Joint Chiefs of Staff", "National Security Adviser of the United States",
        "Director of National Intelligence", "Secretary General of NATO", "Coordinator for Counterterrorism",
        "Adjutant General of the Utah National Guard", "President of the United States", "President of Algeria",
    )  # fmt: skip
    terms: dict[str, list[tuple[date, date, str]]] = {title: [] for title in alone}
    for person in knowledge.people.values():
        for office in person.offices:
            first, last = office.held.earliest, office.held.latest
            if office.title["en"] in terms and first and last:
                terms[office.title["en"]].append((first, last, person.id))
    overlaps = [
        (one[2], other[2])
        for held in terms.values()
        for one, other in pairwise(sorted(held))
        if (one[1] - other[0]).days > _HANDING_OVER
    ]
    assert [] == overlaps


@pytest.mark.parametrize(
    "name",
    ["FAR", "DGSN", "DGST", "BCIJ", "DGED", "AFRICOM", "SETAF-AF", "Utah National Guard", "Garde nationale de l'Utah",
     "State Department", "الخارجية الأمريكية", "Pentagon", "DoD", "DSCA", "FBI", "CIA", "UN", "UN Security Council",
     "NATO", "OTAN", "حلف شمال الأطلسي", "GCTF", "Coalition mondiale contre l'EI", "African Union", "EU",
     "EI", "Daesh", "داعش", "Etat islamique", "Al-Qaida", "DGSSI", "BNPJ", "DGAPR", "CNDH", "Forces auxiliaires",
     "القوات المساعدة", "UNOCT", "مكتب الأمم المتحدة لمكافحة الإرهاب", "CEDEAO", "إيكواس", "AES", "G5 Sahel", "CEN-SAD",
     "5+5 Defence Initiative", "CISSA", "Joint Chiefs of Staff", "US Navy", "البحرية الأمريكية", "USAID", "MCC",
     "Raytheon", "Baykar", "Elbit Systems", "IDF", "الجيش الجزائري", "RASD", "ISWAP"],
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
        ("training-framework-2014", "agreement", "2014-08-07", ""),
        ("customs-assistance-2013", "agreement", "2013-11-21", ""),
        ("free-trade-agreement-2004", "agreement", "2004-06-15", ""),
        ("millennium-challenge-compact-2015", "agreement", "2015-11-30", "P5Y"),
        ("sahara-proclamation-2020", "declaration", "2020-12-10", ""),
        ("israel-defence-memorandum-2021", "memorandum", "2021-11-24", ""),
        ("unoct-host-agreement-2020", "agreement", "2020-10-06", ""),
        ("gctf-terrorist-travel-initiative", "programme", "2018-09", ""),
        ("negev-forum", "dialogue", "2022-03", ""),
        ("jsow-sale", "sale", "2023-04-11/..", ""),
        ("african-lion-2025", "exercise", "2025-04-14/2025-05-23", ""),
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
