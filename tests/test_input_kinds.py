"""Saved pages and PDFs through the whole pipeline: built, checked, and dated by what they say of themselves."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from builder.cli import main

TESTS = Path(__file__).parent
PAGE = """<html lang="en"><head><meta charset="utf-8"><title>Sfax ferry returns | {site}</title>
<meta property="og:title" content="Sfax ferry returns after repairs"><meta property="og:site_name" content="{site}">
<meta name="author" content="{author}"><meta property="article:published_time" content="2023-04-12T08:00:00+01:00">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>
<h1>Sfax ferry returns after repairs</h1>
<p>The ferry between Sfax and the Kerkennah Islands is sailing again after repairs of two weeks, its director said.</p>
<p>Two more boats are waiting for parts from Italy, and the border police has asked for a third one.</p>
<p>Nobody was hurt.</p></article><footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def dossier(tmp_path):
    """A copy of the small dossier with a page and a PDF among its seeds."""
    folder = tmp_path / "dossier"
    shutil.copytree(TESTS / "dossiers" / "energy", folder)
    (folder / "seeds" / "ferry.html").write_text(PAGE.format(site="The Jetty", author="Jane Roe"), encoding="utf-8")
    shutil.copy(TESTS / "read" / "files" / "arabic-browser.pdf", folder / "seeds" / "station.pdf")
    return folder


def built(folder):
    """Build a dossier and give back the articles of its data export by id."""
    assert main(["build", str(folder)]) == 0
    export = json.loads((folder / "content" / "data" / "dossier.json").read_text(encoding="utf-8"))
    return {article["id"]: article for article in export["articles"]}


def test_pages_and_pdfs_are_built_and_every_quote_is_found_again(dossier, capsys):
    """`check` derives the same lines from the same bytes, and a second build changes nothing."""
    articles = built(dossier)
    assert 3 == len(articles["ferry"]["paragraphs"])
    assert 3 == len(articles["station"]["paragraphs"])
    assert main(["check", str(dossier)]) == 0
    capsys.readouterr()
    built(dossier)
    assert "0 added, 0 changed, 0 removed" in capsys.readouterr().out


def test_what_a_page_says_of_itself_is_evidence(dossier, capsys):
    """The markup gives the day of publication, the site and the author, each with the place that says so."""
    ferry = built(dossier)["ferry"]
    assert ("2023-04-12", "published") == (ferry["date"]["edtf"], ferry["date"]["kind"])
    assert 'meta property="article:published_time"' in ferry["date"]["basis"][0]["text"]
    capsys.readouterr()
    assert main(["explain", "ferry", str(dossier)]) == 0
    shown = capsys.readouterr().out
    assert 'said as: meta property="og:site_name": The Jetty' in shown
    assert 'said as: meta name="author": Jane Roe' in shown


def test_the_address_at_the_edge_of_a_print_dates_it(dossier):
    """The browser prints the address of the page at the foot, and it holds a date; the day of printing is no date."""
    station = built(dossier)["station"]
    assert ("2023-02-21", "published") == (station["date"]["edtf"], station["date"]["kind"])
    assert "url" in {step["kind"] for step in station["date"]["basis"]}


def test_the_sidecar_wins_over_the_markup(dossier):
    """What the editor says of a page stands, and the markup's date that disagrees is told."""
    (dossier / "seeds" / "ferry.yml").write_text("outlet: Le Phare\nbyline: Sami Ben Ali\ndate: 2023-04-10\n")
    ferry = built(dossier)["ferry"]
    text = json.dumps(ferry, ensure_ascii=False)
    assert "2023-04-10" == ferry["date"]["edtf"]
    assert "contradiction" in {step["kind"] for step in ferry["date"]["basis"]}
    assert "Le Phare" in text
    assert "Sami Ben Ali" in text
    assert "The Jetty" not in text


@pytest.mark.parametrize("author", ["admin", "The Jetty", "TAP", "redaction@jetty.example", ""])
def test_a_name_that_is_nobodys_is_no_byline(dossier, author):
    """An account, the site itself, an agency or an address in the author's place names no author."""
    (dossier / "seeds" / "ferry.html").write_text(PAGE.format(site="The Jetty", author=author), encoding="utf-8")
    assert built(dossier)["ferry"]["byline"] is None


def test_an_agency_in_the_authors_place_is_the_agency(dossier):
    """An agency among the authors is the agency, and the people beside it stay the byline."""
    page = PAGE.format(site="The Jetty", author="Jane Roe").replace(
        "</head>", '<meta name="author" content="Agence France-Presse"></head>'
    )
    (dossier / "seeds" / "ferry.html").write_text(page, encoding="utf-8")
    ferry = built(dossier)["ferry"]
    assert ("Jane Roe", "AFP") == (ferry["byline"], ferry["agency"])


def test_a_scan_stops_only_itself(dossier, capsys):
    """A PDF without a text layer is reported with what to do, and the others are built."""
    shutil.copy(TESTS / "read" / "files" / "scanned.pdf", dossier / "seeds" / "scan.pdf")
    assert main(["build", str(dossier)]) == 1
    assert "seeds/scan.pdf: no text layer: its letters are pictures — run it through" in capsys.readouterr().err
    assert (dossier / "content" / "articles" / "station.md").is_file()
