"""Articles brought together: one page for one person, one row for one agreement, differences shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from builder.assemble import assemble
from builder.config import load_settings
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Attribute, CleanArticle, Paragraph, RawArticle, Sidecar

EVENTS = yaml.safe_load(Path(__file__).with_name("events.yml").read_text(encoding="utf-8"))
ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"


@pytest.fixture(scope="module")
def settings():
    return load_settings(ENERGY)


@pytest.fixture(scope="module")
def knowledge(settings):
    return load_knowledge(ENERGY, settings)


@pytest.fixture
def bring_together(settings, knowledge):
    """Assemble articles given as name, language, agency and paragraphs."""
    vocabulary = prepare(knowledge, settings, load_languages())

    def bring(*articles, sidecars=None):
        read = [_article(*article, (sidecars or {}).get(article[0], Sidecar())) for article in articles]
        return assemble([extract(clean, vocabulary) for clean in read], settings, knowledge)

    return bring


def _article(name, language, agency, texts, sidecar):
    raw = RawArticle(name, f"seeds/{name}.txt", "0" * 64, "utf-8", tuple(texts), sidecar)
    paragraphs = tuple(Paragraph(f"p{n}", text, (n,), language) for n, text in enumerate(texts, 1))
    credit = Attribute(agency, "seed", agency, 1) if agency else None
    return CleanArticle(
        raw, language, "ltr", Attribute(name, "seed"), None, credit, None, paragraphs, (), (), ()
    )  # fmt: skip


FRENCH = ("fr", "", ["Leïla Mansour et Paolo Verdi ont signé le 19 mai 2022 l'accord sur le câble marin."])
ARABIC = ("ar", "", ["وقعت ليلى منصور اتفاقية الكابل البحري في 19 ماي 2022."])


def test_one_person_has_one_record_in_three_scripts(bring_together):
    """Mentions in two languages mean one entity, whose other spellings are listed."""
    dossier = bring_together(("a", *FRENCH), ("b", *ARABIC))
    person = dossier.entities["leila-mansour"]
    assert ("a", "b") == person.articles
    assert {"en": "Leila Mansour", "fr": "Leïla Mansour", "ar": "ليلى منصور"} == dict(person.names)
    assert ("Leyla Mansour",) == person.aliases


def test_sources_that_agree_make_one_row(bring_together):
    """Two articles on one agreement are one row with the date that both give."""
    (row,) = bring_together(("a", *FRENCH), ("b", *ARABIC)).register
    assert ("sea-cable-2022", "2022-05-19", "articles", (), 2) == (
        row.id, row.when.edtf, row.when_from, row.differences, row.independent,
    )  # fmt: skip
    assert {"leila-mansour", "paolo-r-verdi"} == row.stated


def test_sources_that_differ_are_shown_as_differing(bring_together):
    """When two articles date one signing differently, the row says so and keeps what each says."""
    other = ("en", "", ["Leila Mansour and Paolo Verdi signed the Sea Cable Agreement on 21 May 2022."])
    (row,) = bring_together(("a", *FRENCH), ("b", *other)).register
    assert ("date",) == row.differences
    assert ["2022-05-19", "2022-05-21"] == [deed.when.edtf for _, deed in row.deeds]
    assert "knowledge" == row.when_from


def test_copies_of_one_agency_are_one_source(bring_together):
    """Three articles, two of them from one agency, are two independent sources."""
    text = FRENCH[2]
    other = [text[0], "La TAP n'en dit pas plus."]
    third = ("en", "", ["Leila Mansour and Paolo Verdi signed the Sea Cable Agreement on Thursday in Tunis."])
    dossier = bring_together(("a", "fr", "TAP", text), ("b", "fr", "TAP", other), ("c", *third))
    assert 2 == dossier.register[0].independent


def test_a_copy_without_its_credit_is_one_source(bring_together):
    """A text that repeats another one with a sentence more is no second witness, and the editor is told."""
    text = [
        "Leïla Mansour et Paolo Verdi ont signé le 19 mai 2022 à Tunis l'accord sur le câble marin.",
        "Le câble doit relier les deux rives en six ans, selon le ministère, qui n'a donné aucun autre détail.",
    ]
    longer = [*text, "Nous y reviendrons."]
    dossier = bring_together(("a", "fr", "", text), ("b", "fr", "", longer))
    assert 1 == dossier.register[0].independent
    assert ["seeds/b.txt"] == [f.where for f in dossier.findings if "nearly the same text as seeds/a.txt" in f.text]


def test_two_agreements_of_one_day_stay_two(bring_together):
    """Of one visit one article reports two memoranda: another language's report fits both, so nothing is merged."""
    both = (
        "en", "",
        ["Tunisia and Italy signed a memorandum of understanding on fishing on 3 March 2021.",
         "On 3 March 2021 Tunisia and Italy signed a health memorandum."],
    )  # fmt: skip
    one = ("fr", "", ["La Tunisie et l'Italie ont signé un mémorandum d'entente le 3 mars 2021."])
    rows = bring_together(("a", *both), ("b", *one)).register
    assert [1, 1, 1] == [len(row.deeds) for row in rows]


def test_the_agreement_told_again_is_one(bring_together):
    """An article that goes on with "the agreement" tells of one row, also when it names fewer parties."""
    text = [
        "Tunisia and Italy signed a fisheries agreement on 3 March 2021.",
        "The agreement was signed by Anna Verdi and Leila Mansour in Tunis.",
    ]
    (row,) = bring_together(("a", "en", "", text)).register
    assert (2, ["tunis"], {"anna-verdi", "leila-mansour"}) == (len(row.deeds), list(row.places), set(row.signatories))


def test_dates_that_overlap_mean_one_agreement(bring_together):
    """A day and the month that holds it are the same proposal, told by two sources."""
    first = ("en", "", ["Tunisia and Italy signed a fisheries agreement on 3 March 2021."])
    same = ("ar", "", ["وقعت تونس وإيطاليا اتفاقية صيد في مارس 2021."])
    (row,) = bring_together(("a", *first), ("b", *same)).register
    assert ("2021-03-03", 2, ()) == (row.when.edtf, row.independent, row.differences)


def test_figures_that_differ_are_shown_as_differing(bring_together):
    """Two sums of one currency for one agreement are a difference, the same sum in another writing is none."""
    one = ("en", "", ["Leila Mansour and Paolo Verdi signed the Sea Cable Agreement worth €236.7 million."])
    same = ("fr", "", ["Leïla Mansour a signé l'accord sur le câble marin de 236,7 millions d'euros."])
    other = ("fr", "", ["Leïla Mansour a signé l'accord sur le câble marin de 240 millions d'euros."])
    assert () == bring_together(("a", *one), ("b", *same)).register[0].differences
    assert ("amount",) == bring_together(("a", *one), ("b", *other)).register[0].differences


def test_copies_of_one_text_are_one_source(bring_together):
    """The same text saved twice proves nothing twice, and the editor is told."""
    dossier = bring_together(("a", *FRENCH), ("b", *FRENCH))
    assert 1 == dossier.register[0].independent
    assert ["seeds/b.txt"] == [f.where for f in dossier.findings if "has the same text as seeds/a.txt" in f.text]


def test_proposed_agreements_are_merged_only_when_all_is_the_same(bring_together):
    """Same kind, day and countries: one row. Another day: another row, for the editor to judge."""
    first = ("en", "", ["Tunisia and Italy signed a memorandum of understanding on fishing on 3 March 2021."])
    same = ("fr", "", ["L'Italie et la Tunisie ont signé un mémorandum d'entente sur la pêche le 3 mars 2021."])
    later = ("en", "", ["Tunisia and Italy signed a memorandum of understanding on fishing on 4 March 2022."])
    rows = bring_together(("a", *first), ("b", *same), ("c", *later)).register
    assert [("2021-03-03", 2), ("2022-03-04", 1)] == [(row.when.edtf, len(row.deeds)) for row in rows]
    assert [None, None] == [row.known for row in rows]


def test_the_order_of_reading_does_not_matter(bring_together):
    """The same articles in another order are the same dossier."""
    articles = [("a", *FRENCH), ("b", *ARABIC)]
    assert bring_together(*articles) == bring_together(*reversed(articles))


def test_an_unknown_name_is_never_merged_by_resemblance(bring_together):
    """Two unknown people with similar names stay two questions to the editor."""
    one = ("en", "", ["Gen. Omar Farid commands the force."])
    two = ("en", "", ["Gen. Omer Fareed commands the force."])
    entities = bring_together(("a", *one), ("b", *two)).entities
    assert {"unknown-omar-farid", "unknown-omer-fareed"} == {e for e in entities if e.startswith("unknown-")}


def test_the_editors_topics_win(bring_together):
    """A sidecar that says which topics an article is on overrides the words."""
    text = ("en", "", ["Migrants crossed the border. Migration rose."])
    chosen = {"a": replace(Sidecar(), topics=("energy-agreements",))}
    energy, migration = bring_together(("a", *text), sidecars=chosen).topics
    assert (["a"], []) == (list(energy.passages), list(migration.passages))


@pytest.mark.parametrize("case", EVENTS, ids=lambda case: case["name"])
def test_one_event_is_told_once_with_every_date(bring_together, case):
    """Dates of one event stand in one entry, each with its source; what may be two events is never brought together."""
    articles = [(name, *said) for name, said in zip("abc", case["articles"], strict=False)]
    events = [event for event in bring_together(*articles).events if event.kind != "report"]
    shown = [
        [event.id, event.when.edtf, *(f"{t.evidence.article} {t.when.edtf}" for t in event.told)] for event in events
    ]
    assert case["events"] == shown


def test_the_timeline_is_in_order_and_tells_nothing_twice(bring_together):
    """A signing that is in the register is not told again as a dated sentence."""
    events = bring_together(("a", *FRENCH), ("b", *ARABIC)).events
    days = [event.when.earliest for event in events]
    assert sorted(days) == days
    assert ["agreement", "report", "report"] == sorted(event.kind for event in events)
