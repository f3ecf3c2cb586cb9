"""How names and agreements are counted, and that what readers wrote down stands in the articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.dates import parse_edtf
from builder.models import Deed, Evidence, Mention
from tests.quality.corpus import FOLDER, Agreed, Gold, Named, load_half
from tests.quality.measure import read, vocabulary
from tests.quality.names import NameScore, count_names, find_spans

HALVES = ("held_back", "worked", "subject/held_back", "subject/worked")
ROE = Named("person", ("Jane Roe", "Roe"), "")
BANK = Named("organisation", ("Bank of Tunis",), "")
GOLD = Gold(
    name="an article",
    lines=("Bank robbed", "Jane Roe left the Bank of Tunis on Sunday.", "The port of Sfax was shut, Roe said."),
    body=frozenset({2, 3}),
    title="Bank robbed",
    language="en",
    byline=(),
    agency=(),
    outlet=(),
    dates=(),
    optional=(),
    date=("none",),
    names=(ROE, BANK),
    optional_names=("port of Sfax",),
    agreements=(Agreed(("left the Bank",), "agreement", "2020", "", ()),),
    is_named=True,
)


@pytest.fixture(scope="module")
def article():
    """The article as the tool reads it, without any name."""
    return replace(read(GOLD, vocabulary()), mentions=(), deeds=())


def count(article, gold=GOLD, known=None):
    """The score and the complaints."""
    total = NameScore(known or {})
    return total, list(count_names(gold, article, total))


def mention(article, kind, text, entity):
    """The tool's mention of these words, where they first stand."""
    paragraph = next(p for p in article.clean.paragraphs if text in p.text)
    start = paragraph.text.index(text)
    return Mention(entity, kind, text, paragraph.id, start, start + len(text))


@pytest.mark.parametrize("half", HALVES)
def test_every_name_written_down_stands_in_its_article(half):
    """A spelling that stands nowhere, or only inside a longer one, could never be found."""
    lost = {
        gold.name: surface
        for gold in load_half(half)
        for spans in [list(find_spans(gold, {str(line): gold.lines[line - 1] for line in gold.body}))]
        for named in gold.names
        for surface in named.surfaces
        if not any(span.named == named and span.surface == surface for span in spans)
    }
    assert {} == lost


@pytest.mark.parametrize("half", HALVES)
def test_every_agreement_written_down_stands_in_its_article(half):
    """Its words stand in one line, and its parties are among the names."""
    for gold in load_half(half):
        surfaces = {surface for named in gold.names for surface in named.surfaces}
        for agreed in gold.agreements:
            assert any(words in gold.lines[line - 1] for words in agreed.words for line in gold.body), gold.name
            assert set() == set(agreed.parties) - surfaces


def test_what_is_held_back_has_its_names_written_down():
    """All of it, and twelve worked articles in each language."""
    assert all(gold.is_named for half in ("held_back", "subject/held_back") for gold in load_half(half))
    named = [gold.language for gold in load_half("worked") if gold.is_named]
    assert ["ar", "ary", "en", "fr"] == sorted({code for code in named if named.count(code) >= 12})


def test_the_longest_spelling_takes_its_place():
    """The surname inside a whole name is not a second place, nor the town inside a bank."""
    gold = replace(GOLD, names=(*GOLD.names, Named("place", ("Tunis",), "")))
    spans = find_spans(gold, {"p1": "Jane Roe of the Bank of Tunis said. Roe left Tunis."})
    assert [(0, "Jane Roe"), (16, "Bank of Tunis"), (36, "Roe"), (45, "Tunis")] == sorted(
        (span.start, span.surface) for span in spans
    )


def test_letters_written_onto_an_arabic_name_are_no_part_of_it():
    """Behind them the name stands; inside another word it does not."""
    gold = replace(GOLD, names=(Named("place", ("الرباط", "فاس"), ""),), optional_names=())
    spans = find_spans(gold, {"p1": "وبالرباط وللرباط وففاس والرباطي نفاس"})
    assert ["الرباط", "لرباط", "فاس"] == ["وبالرباط وللرباط وففاس والرباطي نفاس"[s.start : s.end] for s in spans]


def test_a_name_counts_once_for_each_spelling(article):
    """Right ones are found, missed ones lost, a place in an organisation's name is wrong, a doubtful one is neither."""
    found = (
        mention(article, "person", "Jane Roe", "jane-roe"),
        mention(article, "place", "Tunis", "tunis"),
        mention(article, "place", "Sfax", "sfax"),
    )
    total, complaints = count(replace(article, mentions=found))
    people, places = total.counts["people"], total.counts["places"]
    assert (1, 0, 1, 1) == (people.right, people.wrong, people.found, people.lost)
    assert (0, 1, 0, 0) == (places.right, places.wrong, places.found, places.lost)
    assert "place read in 'Tunis'" in complaints


def test_the_spellings_of_one_person_must_be_one(article):
    """Two ids for one, or a known one for one that nobody knows by this name, are not the same."""
    whole, short = mention(article, "person", "Jane Roe", "a"), mention(article, "person", "Roe said", "b")
    one, two = replace(article, mentions=(whole, replace(short, entity="a"))), replace(article, mentions=(whole, short))
    assert (1, 0) == (count(one)[0].same, count(one)[0].different)
    assert (0, 1) == (count(two)[0].same, count(two)[0].different)
    namesake, learned = count(one, known={"a": {"jane bo roe"}})[0], count(one, known={"a": {"jane roe"}})[0]
    assert (0, 2) == (namesake.same, namesake.different)
    assert (0, 0) == (learned.same, learned.different)


@pytest.mark.parametrize(
    ("kind", "when", "expected"), [("agreement", "2020", (1, 0)), ("agreement", "2019", (0, 1)), ("sale", None, (0, 0))]
)
def test_an_agreement_is_right_with_its_kind_and_date(article, kind, when, expected):
    """Another date is wrong; a kind that is not signed is not judged unless it is looked for."""
    evidence = Evidence("a", "p1", 0, 10, "Jane Roe left the Bank of Tunis on Sunday.")
    deed = Deed("x", False, kind, "", parse_edtf(when) if when else None, "", (), (), evidence)
    agreements = count(replace(article, deeds=(deed,)))[0].counts["agreements"]
    assert expected == (agreements.right, agreements.wrong)


def test_the_folders_are_there():
    """A folder whose name was mistyped would measure nothing."""
    assert all((FOLDER / half).is_dir() for half in HALVES)
