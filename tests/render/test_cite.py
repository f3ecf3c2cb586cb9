"""Citations to copy: nothing in them that is not known, and nothing of a source that TeX or JSON could read."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from types import SimpleNamespace as Record

import pytest

from builder.cli import main
from builder.dates import parse_edtf
from builder.messages import load_messages
from builder.models import Attribute, Dating, Sidecar
from builder.render.cite import bibtex, csl_json
from builder.render.context import Context

ROOT = Path(__file__).parents[2]
SAY = load_messages("en")
CONTEXT = Record(say=SAY, language_name={"fr": "French"}.get)


def article(title="Un titre", outlet="Le Journal", byline="A. Auteur", date="2020-10-02", kind="published", **sidecar):
    """An article with what its citation is made of."""
    stated = {"outlet": outlet, "byline": byline}
    found = {name: Attribute(value, "seed") if value else None for name, value in stated.items()}
    raw = Record(source="seeds/a_b.txt", sidecar=Sidecar(**sidecar))
    clean = Record(raw=raw, title=Attribute(title, "seed"), language="fr", agency=None, **found)
    return Record(id="a_b", clean=clean, dating=Dating(parse_edtf(date), kind, ()) if date else None)


def test_a_citation_says_what_is_known():
    """Title, author, outlet, day, language and saved file, each in the field that the format has for it."""
    entry = json.loads(csl_json([article(url="https://a.example/x", retrieved="2020-10-03")], CONTEXT))[0]
    expected = {
        "id": "a_b",
        "type": "article-newspaper",
        "title": "Un titre",
        "author": [{"literal": "A. Auteur"}],
        "container-title": "Le Journal",
        "issued": {"date-parts": [[2020, 10, 2]]},
        "language": "fr",
        "URL": "https://a.example/x",
        "accessed": {"date-parts": [[2020, 10, 3]]},
        "note": "Saved copy: seeds/a_b.txt.",
    }
    assert expected == entry
    assert bibtex(article(), CONTEXT).splitlines()[:6] == [
        "@article{a_b,",
        "  author = {{A. Auteur}},",
        "  title = {{Un titre}},",
        "  journal = {Le Journal},",
        "  date = {2020-10-02},",
        "  year = {2020},",
    ]


def test_what_is_not_known_is_left_out():
    """No empty field, and without an outlet no journal."""
    unknown = article(outlet="", byline="", date="")
    assert {"id", "type", "title", "language", "note"} == set(json.loads(csl_json([unknown], CONTEXT))[0])
    assert "@misc{a_b,\n  title = {{Un titre}},\n  language = {French}," in bibtex(unknown, CONTEXT)


def test_the_day_of_what_is_reported_is_no_date_of_publication():
    """It stands in the note and as the date of the event."""
    reported = article(date="2020-10-02", kind="event")
    entry = json.loads(csl_json([reported], CONTEXT))[0]
    assert (None, {"date-parts": [[2020, 10, 2]]}) == (entry.get("issued"), entry["event-date"])
    assert "date =" not in bibtex(reported, CONTEXT)
    assert "Dated by what it reports: 2 October 2020." in bibtex(reported, CONTEXT)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2020-10-02", {"date-parts": [[2020, 10, 2]]}),
        ("2017-06/2018-10", {"date-parts": [[2017, 6, 1], [2018, 10, 31]], "circa": True}),
        ("2020/..", None),
    ],
)
def test_a_span_of_days_stays_a_span(edtf, expected):
    """Both ends are told, and an open one is not made up."""
    assert expected == json.loads(csl_json([article(date=edtf)], CONTEXT))[0].get("issued")


def test_words_of_a_source_are_no_markup_of_tex():
    """Each character that TeX reads is written by its name."""
    written = bibtex(article(title=r"50 % & {a}_b \input{x} ~ ^ # $"), CONTEXT)
    expected = r"50 \% \& \{a\}\_b \textbackslash{}input\{x\} \textasciitilde{} \textasciicircum{} \# \$"
    assert f"title = {{{{{expected}}}}}" in written


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        ([{}], ["Le Journal 2020"]),
        ([{}, {"date": "2020-11-01"}, {"date": "2021"}], ["Le Journal 2020a", "Le Journal 2020b", "Le Journal 2021"]),
        ([{"outlet": ""}], ["A. Auteur 2020"]),
        ([{"outlet": "", "english_byline": "An Author"}], ["An Author 2020"]),
        ([{"outlet": "", "byline": ""}], ["French article 2020"]),
        ([{"date": "2017-06/2018-10"}], ["Le Journal 2017–2018"]),
        ([{"date": "2020/.."}, {"date": ""}], ["Le Journal n.d.a", "Le Journal n.d.b"]),
        ([{"outlet": "*Le* [Journal](javascript:x)"}], ["*Le* [Journal](javascript:x) 2020"]),
    ],
)
def test_a_source_is_called_by_publisher_and_year(articles, expected):
    """Else by its author, else by its language; a letter tells apart those that would be called alike."""
    named = [Record(**vars(article(**about)) | {"id": str(n)}) for n, about in enumerate(articles)]
    labels = Context(Record(articles=named), {}, SAY).short_labels
    assert expected == [html.unescape(re.sub("</?bdi>", "", labels[found.id])) for found in named]


def test_a_day_that_is_not_settled_begins_with_a_capital(tmp_path):
    """In the citation in words the day stands behind a full stop: "About 9 April 2024"."""
    for part in ("knowledge", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "dossier.yml", tmp_path)
    assert 0 == main(["build", str(tmp_path)])
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "content" / "articles").glob("0*.md")]
    assert any("</bdi>. About " in page for page in pages)
    assert [] == [found for page in pages for found in re.findall(r"</(?:cite|bdi)>\. [a-z].*", page)]
