"""The name of a seed: readable, safe on every system, and no evidence of anything."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as some

from builder.add import day_in, seed_name
from builder.clean import clean
from builder.dates import parse_edtf
from builder.extract.dating.clues import _file_name
from builder.languages import load_languages
from builder.models import Article, Attribute, Dating, Given, Mention, RawArticle, Sidecar
from builder.read import article_id

LINES = ("Un titre en quelques mots", "", "Une phrase assez longue pour être le texte de cet article de presse.")


@pytest.fixture(scope="module")
def article():
    raw = RawArticle("a", "seeds/a.txt", "0123456789abcdef", "utf-8", LINES, Sidecar())
    cleaned = clean(raw, load_languages(), {})
    return Article(cleaned, (), None, (), (), (), (), (), (), (), (), (), (), ())


def named(article, title, when="", *, given="a.txt", taken=(), url="", mentions=()):
    dating = Dating(parse_edtf(when), "published", ()) if when else None
    titled = replace(article.clean, title=Attribute(title, "seed"))
    read = replace(article, clean=titled, dating=dating, mentions=mentions)
    return seed_name(Given(given, b"", ".txt", url), read, taken)


@pytest.mark.parametrize(
    ("title", "when", "name"),
    [
        ("Renforcement de la coopération", "2024-01-30", "2024-01-renforcement-de-la-cooperation"),
        ("L’œuvre d’un été", "2024-01/2024-02", "l-oeuvre-d-un-ete"),
        ("30 ans après", "2024-01", "2024-01-ans-apres"),
        ("Accord du 2020-10-02 à la ville", "", "accord-du-a-la-ville"),
        ("../../etc/passwd", "", "etc-passwd"),
        ("CON", "", "con-fr"),
        ("Un\nsaut\tde ligne\0", "", "un-saut-de-ligne"),
        ("Ein Wort " * 40, "", "ein-wort-ein-wort-ein-wort-ein-wort-ein-wort-ein-wort-ein"),
    ],
)
def test_a_name_is_the_month_and_the_words_of_the_title(article, title, when, name):
    """Small letters, digits and hyphens, cut between words; a month only where one is settled."""
    assert name == named(article, title, when)


def test_a_title_in_arabic_is_told_by_whom_it_names(article):
    """By ids of the knowledge, those in the title first; else by the address; else by language and bytes."""
    title = "زيارة جين ببلك"
    mentions = (
        Mention("harbour", "organisation", "الميناء", "p1", 0, 1),
        Mention("jane-public", "person", "جين ببلك", "p1", 5, 6),
    )
    assert "2024-01-jane-public-harbour" == named(article, title, "2024-01-30", mentions=mentions)
    assert "visit-of-public" == named(article, title, url="https://example.org/2024/visit-of-public.html?x=1")
    assert "fr-01234567" == named(article, title, given="مقال.txt")


def test_a_name_that_is_taken_gets_a_number(article):
    """Two articles of one title become two pages."""
    assert "un-titre-3" == named(article, "Un titre", taken={"un-titre", "un-titre-2"})


def test_the_day_in_the_editors_own_name_is_kept(article):
    """It was evidence before and stays it; what an address has is evidence as an address."""
    assert "2024-01-30-un-titre" == named(article, "Un titre", "2024-02-01", given="x/2024 01 30 saved.txt")
    assert "" == day_in(
        Given("https://example.org/2024-01-30.html", b"", ".html", "https://example.org/2024-01-30.html")
    )


@for_all(some.text(max_size=90), some.sampled_from(["", "2024-01-30", "2024-01", "2023"]))
def test_a_name_is_safe_and_says_no_day(article, title, when):
    """Whatever the title, the name is the article's id, no path, and nothing that the dating would take for a day."""
    name = named(article, title, when)
    assert name == article_id(Path(f"{name}.txt"))
    assert [] == list(_file_name(f"seeds/{name}.txt"))
    assert len(name) <= 80
