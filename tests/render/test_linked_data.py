"""What pages and the feed tell other programs: true, complete in its shape, and never more than the dossier knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import yaml

from builder.assemble import assemble
from builder.config import load_settings
from builder.dates import approximate, between, day, month
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Attribute, CleanArticle, Dating, Paragraph, RawArticle, Sidecar
from builder.render import render
from builder.render.linked_data import published_on, reported_on

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"
SHAPES = yaml.safe_load((Path(__file__).parent / "cases" / "linked_data.yml").read_text(encoding="utf-8"))
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "</script><!-- ]]> & <b>\x0b\ufffe"
DAY = day(2022, 5, 3)
UNDATED = "Un accord sur le câble marin."


def article(name="one", title="Titre", **said):
    """Make an article that names someone whom the knowledge has, with what its sidecar and its text say."""
    byline, outlet = (said.pop(key, None) for key in ("byline", "outlet"))
    text = said.pop("text", "Leïla Mansour a signé le 3 mai 2022 un accord sur le câble marin.")
    raw = RawArticle(name, f"seeds/{name}.txt", "0" * 64, "utf-8", (text,), Sidecar(**said))
    paragraph = Paragraph("p1", text, (1,), "fr")
    found = [Attribute(value, "seed") if value else None for value in (byline, None, outlet)]
    return CleanArticle(raw, "fr", "ltr", Attribute(title, "seed"), *found, (paragraph,), (), (), ())


@pytest.fixture(scope="module")
def pages():
    """Render the dossier of these articles: the text of each page by its path."""
    settings = load_settings(ENERGY)
    knowledge, languages = load_knowledge(ENERGY, settings), load_languages()
    vocabulary = prepare(knowledge, settings, languages)

    def make(*articles):
        dossier = assemble([extract(found, vocabulary) for found in articles], settings, knowledge)
        return {page.path: page.text for page in render(dossier, languages)}

    return make


def data(page):
    """Return what the page's front matter tells: of its subject, and of the way to it."""
    matter = yaml.safe_load(page.split("---\n")[1])
    return matter["linked_data"]["@graph"]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_tells_of_what_it_is(pages, shape):
    """Each kind of page has the properties of its type, and no property is empty."""
    made = pages(article(byline="Leïla Mansour", outlet="Le Câble", date=DAY, url="https://example.org/a"))
    found = {path: data(text) for path, text in made.items() if path.startswith(shape) and "linked_data:" in text}
    assert found
    for subject, *way in found.values():
        jsonschema.validate(subject, SHAPES[shape])
        assert [] == [name for name, value in subject.items() if not value and name != "@id"]
        assert [] == [step for trail in way for step in trail["itemListElement"] if not step["item"].endswith("/")]


def test_an_article_tells_only_what_is_known(pages):
    """Without a date, an outlet or an author no such property is there; nobody is made a person by standing alone."""
    bare = data(pages(article())["articles/one.md"])[0]
    assert not {"datePublished", "temporalCoverage", "author", "publisher", "isBasedOn"} & bare.keys()
    assert "Rédaction" == data(pages(article(byline="Rédaction"))["articles/one.md"])[0]["author"]


AUTHORS = {"Leïla Mansour": {"@type": "Person"}, "Le Câble": {"@type": "Organization"}}


@pytest.mark.parametrize("name", AUTHORS)
def test_an_author_is_what_the_dossier_knows(pages, name):
    """A name of a known person is a person; the outlet's own name is an organisation."""
    told = data(pages(article(byline=name, outlet="Le Câble"))["articles/one.md"])[0]
    assert {**AUTHORS[name], "name": name} == told["author"]


@pytest.mark.parametrize(
    ("when", "kind", "expected"),
    [
        (DAY, "published", date(2022, 5, 3)),
        (DAY, "event", None),
        (approximate(DAY), "published", None),
        (month(2022, 5), "published", None),
        (between(DAY, None), "published", None),
    ],
)
def test_a_day_of_publication_is_settled_or_absent(when, kind, expected):
    """Only a date of publication that is known to the day is given; a day of an event is what the text reports."""
    assert expected == published_on(Dating(when, kind, ()))
    assert published_on(None) is None
    assert (date(2022, 5, 3) if when == DAY else None) == reported_on(Dating(when, kind, (), when))


def feed(made):
    """Parse the feed of rendered pages."""
    return ElementTree.fromstring(made["feed.xml"])


def words(element, tag):
    """Return the text of each child with this tag."""
    return [child.text for child in element.findall(f"{ATOM}{tag}")]


def test_the_feed_has_what_atom_requires(pages):
    """Feed and entries have one id, title, moment and author each, and the ids differ."""
    made = feed(pages(article("one", date=DAY), article("two", date=DAY)))
    entries = made.findall(f"{ATOM}entry")
    assert 2 == len(entries)
    for element in (made, *entries):
        assert [1, 1, 1, 1] == [len(element.findall(f"{ATOM}{tag}")) for tag in ("id", "title", "updated", "author")]
    assert 3 == len({identity for element in (made, *entries) for identity in words(element, "id")})


def test_the_latest_addition_comes_first(pages):
    """By the day of retrieval, which the sidecar has, else by the article's last day; without either it is left out."""
    old = article("old", date=day(2020, 1, 1), retrieved="2026-02-03", english_title="Saved late")
    made = feed(pages(article("undated", text=UNDATED), article("new", date=between(None, day(2025, 7, 1))), old))
    entries = made.findall(f"{ATOM}entry")
    assert [["2026-02-03T00:00:00Z"], ["2025-07-01T00:00:00Z"]] == [words(entry, "updated") for entry in entries]
    assert [["2020-01-01T00:00:00Z"], []] == [words(entry, "published") for entry in entries]
    assert ["2026-02-03T00:00:00Z"] == words(made, "updated")
    assert ["Saved late. 1 January 2020"] == words(entries[0], "summary")


def test_a_feed_may_be_empty(pages):
    """A dossier without a dated article has a feed that says nothing happened."""
    made = feed(pages(article(text=UNDATED)))
    assert ["1970-01-01T00:00:00Z"] == words(made, "updated")
    assert [] == made.findall(f"{ATOM}entry")


def test_no_title_breaks_the_feed_or_the_data(pages):
    """Markup in a title is a title; what XML cannot hold is left out of the feed."""
    made = pages(article(title=HOSTILE, date=DAY))
    assert [HOSTILE[:-2]] == words(feed(made).find(f"{ATOM}entry"), "title")
    assert HOSTILE == data(made["articles/one.md"])[0]["headline"]
