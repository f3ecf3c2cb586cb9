"""Saved pages into lines: main text and headline, what the markup says of itself, encodings, hostile pages."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.errors import SeedError
from builder.read import read_seed
from builder.read.html import read_html

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/read/pages.yml").read_text(encoding="utf-8"))
ARABIC = (
    "<html><head>{meta}</head><body><article><p>وقع المغرب اتفاقا جديدا في الرباط، حسب ما أعلنته وزارة الخارجية.</p>"
    "<p>وقالت الوزارة إن الاتفاق يهم الربط الكهربائي بين البلدين.</p></article></body></html>"
)
FRENCH = (
    "<html><head>{meta}</head><body><article><p>La ministre déléguée a signé un accord à Rabat, a-t-elle déclaré.</p>"
    "<p>L'œuvre coûtera 3 € par tête.</p></article></body></html>"
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_page_gives_its_lines(case):
    """The lines, what the markup says, or the message are those that the case writes down."""
    if "error" in case:
        with pytest.raises(SeedError) as error:
            read_html(case["html"], "seeds/a.html")
        assert error.value.problem.what.startswith(case["error"])
        assert error.value.problem.remedy
        return
    lines, metadata = read_html(case["html"], "seeds/a.html")
    assert case["lines"] == [line for line in lines if line]
    for kind, text in case.get("metadata", {}).items():
        assert text == next((one.text for one in metadata if one.kind == kind), ""), kind
    assert all(one.place for one in metadata)


def test_blocks_are_parted_by_a_blank_line_and_line_breaks_are_not():
    """A line break inside a paragraph starts a line, a new block leaves one blank before it."""
    html = "<p>Une phrase assez longue pour un article.<br>La suite de la même.</p><p>Une autre phrase.</p>"
    lines, _ = read_html(html, "a.html")
    assert ("Une phrase assez longue pour un article.", "La suite de la même.", "", "Une autre phrase.") == lines


@pytest.mark.parametrize(
    ("page", "encoding", "meta"),
    [
        (ARABIC, "utf-8", ""),
        (ARABIC, "utf-8-sig", '<meta charset="windows-1256">'),
        (ARABIC, "utf-16", ""),
        (ARABIC, "cp1256", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'),
        (ARABIC.replace("،", " "), "iso8859_6", '<meta charset="iso-8859-6">'),
        (FRENCH.replace("œ", "oe").replace("€", "F"), "iso8859_1", "<meta charset=iso-8859-1>"),
        (FRENCH, "cp1252", '<meta charset="iso-8859-1">'),
        (FRENCH, "utf-8", '<meta charset="iso-8859-1">'),
    ],
)
def test_encodings_of_pages(tmp_path, page, encoding, meta):
    """A mark wins, then valid UTF-8, then what the page says; Latin 1 means Windows 1252 as in every browser."""
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "seeds" / "a.html"
    path.write_bytes(page.format(meta=meta).encode(encoding))
    expected, _ = read_html(page.format(meta=""), "a.html")
    assert expected == read_seed(path, tmp_path).lines


def test_a_page_that_was_cut_inside_a_letter_is_still_read(tmp_path):
    """Half a letter at the end of a page that says UTF-8 does not make the rest an old code page."""
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "seeds" / "a.htm"
    path.write_bytes(ARABIC.format(meta='<meta charset="utf-8">').encode() + "ق".encode()[:1])
    assert read_html(ARABIC.format(meta=""), "a.htm")[0] == read_seed(path, tmp_path).lines


@pytest.mark.parametrize(
    "html",
    ["<div>" * 5000 + "x", "<a><b>" * 100_000, "<" * 100_000, "&" * 100_000, "<!--" * 50_000, "<p>" + "x " * 500_000],
    ids=["deep", "tags", "brackets", "ampersands", "comments", "one paragraph"],
)
def test_a_hostile_page_is_read_or_refused_soon(html):
    """Markup made to break a parser is refused with a message or read, in seconds."""
    start = time.monotonic()
    with contextlib.suppress(SeedError):
        assert any(read_html(html, "a.html")[0])
    assert time.monotonic() - start < 20


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div", ">", "<li>", "<br>", "<pre>", "<td>", "\0", "&#0;", "a ", "ب", '"'])
    )
)
def test_any_markup_gives_lines_or_a_message(pieces):
    """No page makes the reader fail otherwise, and the same page gives the same lines."""
    html = "".join(pieces)
    try:
        first = read_html(html, "a.html")
    except SeedError:
        return
    assert first == read_html(html, "a.html")
    assert not any("\n" in line or line != line.strip() for line in first[0])
