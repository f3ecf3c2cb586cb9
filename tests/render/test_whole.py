"""The page to print: parts of pages put together so that every link leads to its place on the paper."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from builder.cli import main

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"
ANCHOR = re.compile(r"\{:[^}\n]*?#([\w-]+)")
LINK = re.compile(r"\]\(#([^)\s]+)\)")


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Return the page to print of the small dossier."""
    folder = tmp_path_factory.mktemp("energy") / "dossier"
    shutil.copytree(ENERGY, folder)
    main(["build", str(folder)])
    return (folder / "content/print.md").read_text(encoding="utf-8")


def test_every_link_on_the_paper_has_its_place(printed):
    """What a link of the page names stands on it, once."""
    anchors = ANCHOR.findall(printed)
    assert len(anchors) == len(set(anchors))
    assert set() == set(LINK.findall(printed)) - set(anchors)


def test_every_block_is_closed(printed):
    """Parts that are left out take no end of another block with them, and leave none behind."""
    for tag in ("div", "section"):
        assert printed.count(f"<{tag}") == printed.count(f"</{tag}>")
    assert "<details" not in printed


def test_an_article_stands_in_its_own_language(printed):
    """Its part of the page carries language and direction, since the page itself has those of the site."""
    part = printed[: printed.index("{: #articles-cable-ar-title")].rpartition("<section")[2]
    assert 'lang="ar" dir="rtl"' in part


def test_there_is_one_title(printed):
    """The headings of the parts go down a level."""
    assert 1 == len(re.findall(r"^# ", printed, re.MULTILINE))


def test_search_does_not_find_it(printed):
    """Everything on it has a page of its own, which search finds instead."""
    assert "search:\n  exclude: true\n" in printed
