"""Known and unknown names in a text; the cases are data that anyone can add to."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.config import load_settings
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "extract"


def cases(name):
    found = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["why"]) for case in found]


@pytest.mark.parametrize("case", cases("names.yml"))
def test_known_names(case, vocabulary, make_clean):
    """Everyone and everything of the knowledge is found in its usual spellings, and nothing else is."""
    article = extract(make_clean(case["text"], language=case["language"]), vocabulary)
    known = [[m.text, m.entity] for m in article.mentions if not m.entity.startswith("unknown-")]
    assert case["expected"] == known


@pytest.mark.parametrize("case", cases("strangers.yml"))
def test_unknown_names(case, vocabulary, make_clean):
    """People and organisations unknown to the knowledge are found by their cues; reporters are kept apart."""
    article = extract(make_clean(case["text"], language=case["language"]), vocabulary)
    assert case["expected"] == [m.text for m in article.mentions if m.entity.startswith("unknown-")]
    assert case.get("reporters", []) == [evidence.quote for evidence in article.reporters]


@pytest.mark.parametrize("case", cases("bodies.yml"))
def test_bodies_of_the_world(case, undecided, make_clean):
    """Without a dossier's knowledge too, a body is one in every language, and what only looks like it is none."""
    article = extract(make_clean(case["text"], language=case["language"]), undecided)
    bodies = [[m.text, m.entity] for m in article.mentions if m.kind == "organisation" and "unknown-" not in m.entity]
    assert case["expected"] == bodies
    assert case.get("unknown", []) == [m.text for m in article.mentions if "unknown-" in m.entity]


@pytest.mark.parametrize("case", cases("shortened.yml"))
def test_a_shortened_name_is_the_same_person(case, vocabulary, make_clean):
    """Whoever is named in full and shorter has one id, that of the full name; of two who may be meant none."""
    article = extract(make_clean(case["text"], language=case["language"]), vocabulary)
    names = {stranger.id: stranger.name for stranger in article.strangers}
    found = [[m.text, names[m.entity]] for m in article.mentions if m.entity.startswith("unknown-")]
    assert case["expected"] == found


def test_every_span_is_its_text(vocabulary, make_clean):
    """A mention's start and end cut its words out of the paragraph."""
    text = "Le câble : Leïla Mansour, وليلى منصور, a rejoint l’Italie."
    article = extract(make_clean(text, language="fr"), vocabulary)
    assert article.mentions
    assert all(text[m.start : m.end] == m.text for m in article.mentions)


def test_a_name_that_fits_two_is_reported(vocabulary, make_clean):
    """An ambiguous surname is left out and told to the editor."""
    assert extract(make_clean("Mr Verdi spoke first."), vocabulary).ambiguous == ("Verdi",)


def test_a_name_inside_a_status_is_nobody_unknown(make_clean):
    """An organisation that only a status is called after is no mention, whether the knowledge has it or not."""
    settings = load_settings(ROOT)
    words = prepare(load_knowledge(ROOT, settings), settings, load_languages())
    article = extract(make_clean("Le pays est un allié majeur hors OTAN depuis 2004.", language="fr"), words)
    assert [] == [mention.text for mention in article.mentions]


@pytest.mark.parametrize("case", cases("towns.yml"))
def test_towns(case, undecided, make_clean):
    """A town counts where the article tells that it speaks of its country, and is then a place with its source."""
    article = extract(make_clean(case["text"], language=case["language"]), undecided)
    assert case["expected"] == [[m.text, m.entity] for m in article.mentions if m.kind == "place"]
    assert all(town.source.url.startswith("https://www.geonames.org/") for town in article.towns)


def test_a_town_that_is_a_place_of_the_dossier_keeps_its_id(make_clean):
    """A spelling that is looked for only beside others leads to the place that the dossier has, not to a second one."""
    settings = load_settings(ROOT)
    words = prepare(load_knowledge(ROOT, settings), settings, load_languages())
    article = extract(make_clean("Les deux hommes se sont vus à Salé, au Maroc.", language="fr"), words)
    assert ["sale", "morocco"] == [mention.entity for mention in article.mentions]
    assert () == article.towns
