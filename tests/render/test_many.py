"""A page stays readable when very many articles name someone: the latest are quoted, and it says where the rest is."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from builder.assemble import assemble
from builder.config import load_settings
from builder.dates import day
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Attribute, CleanArticle, Paragraph, RawArticle, Sidecar
from builder.render import render
from builder.render.many import MOST_ARTICLES

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"
SENTENCES = 7
PERSON = "people/leila-mansour.md"


@pytest.fixture(scope="module")
def pages():
    """The pages of a dossier of so many articles, the first of which is the oldest."""
    settings = load_settings(ENERGY)
    knowledge, languages = load_knowledge(ENERGY, settings), load_languages()
    vocabulary = prepare(knowledge, settings, languages)

    def make(number):
        articles = [extract(_article(n), vocabulary) for n in range(number)]
        return {page.path: page.text for page in render(assemble(articles, settings, knowledge), languages)}

    return make


def _day(number):
    when = date(2022, 6, 1) + timedelta(days=number)
    return day(when.year, when.month, when.day)


def _article(number):
    text = " ".join(f"Leïla Mansour était le {n} mai 2022 au port, dit {number}." for n in range(1, SENTENCES))
    name = f"article-{number:03}"
    raw = RawArticle(name, f"seeds/{name}.txt", "0" * 64, "utf-8", (text,), Sidecar(date=_day(number)))
    paragraph = Paragraph("p1", f"{text} Leïla Mansour est repartie.", (1,), "fr")
    return CleanArticle(raw, "fr", "ltr", Attribute(name, "seed"), None, None, None, (paragraph,), (), (), ())


def test_few_articles_are_quoted_in_full(pages):
    """As long as a page can hold them, every sentence of every article is there, and nothing is said of others."""
    page = pages(MOST_ARTICLES)[PERSON]
    assert MOST_ARTICLES == page.count("{: #in-article-")
    assert MOST_ARTICLES * SENTENCES == page.count("<q ")
    assert "data/dossier.json" not in page


def test_of_many_articles_the_latest_are_quoted(pages):
    """Of more articles the page quotes some sentences of the latest ones, says so, and leads to the export."""
    written = pages(MOST_ARTICLES + 10)
    page = written[PERSON]
    assert "#in-article-009 " not in page
    assert "#in-article-010 " in page
    assert MOST_ARTICLES * 5 == page.count("<q ")
    assert MOST_ARTICLES == page.count("and 2 more passages")
    assert f"The {MOST_ARTICLES} latest of {MOST_ARTICLES + 10} articles are shown here" in page
    assert "[data export](../data/dossier.json)" in page
    person = next(
        found for found in json.loads(written["data/dossier.json"])["entities"] if found["id"] == "leila-mansour"
    )
    assert (MOST_ARTICLES + 10) * SENTENCES == len(person["evidence"])


def test_a_long_timeline_lists_what_has_a_name(pages):
    """Of very many events the timeline leaves out sentences with a date of their own, and counts them."""
    timeline = pages(200)["timeline.md"]
    assert "1200 sentences with a date of their own are not listed here" in timeline
    assert 200 == timeline.count("tag-report")
    assert 0 == timeline.count("tag-dated")
