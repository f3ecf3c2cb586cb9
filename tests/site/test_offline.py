"""The site from a folder: `make offline` makes pages that a browser opens by file://, search included."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.site.conftest import WIDE, note_problems

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def offline_site(tmp_path_factory):
    """Return the folder of the committed site, built strictly with mkdocs-offline.yml."""
    folder = tmp_path_factory.mktemp("offline")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs-offline.yml", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == built.returncode, f"mkdocs build --strict failed:\n{built.stdout}{built.stderr}"
    return folder


@pytest.fixture(scope="module")
def offline_reader(browser):
    """One reader for all tests of this file."""
    context = browser.new_context(locale="en", viewport=WIDE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def offline_page(offline_reader):
    """Open a page of the folder; fail when it logs, breaks, or asks any host for anything."""
    problems = []
    page = offline_reader.new_page()
    note_problems(page, problems, own_host="")
    yield page
    page.close()
    assert [] == problems


def plugins(name):
    """Return the plugins of a configuration, with their settings."""
    text = re.sub(r"!(?:ENV|!python)\S*", "", (ROOT / name).read_text(encoding="utf-8"))
    return yaml.safe_load(text)["plugins"]


def test_both_configurations_search_alike():
    """Offline the plugins are those of the site and one more: a list is not joined with the one it inherits."""
    assert [*plugins("mkdocs.yml"), "offline"] == plugins("mkdocs-offline.yml")


def test_no_page_loads_from_another_host(offline_site):
    """No script, style or picture has an address with a host; the policy, which files cannot have, is gone."""
    loads = re.compile(r"<(?:script|img|iframe)[^>]*\ssrc=\"?(?:https?:)?//|<link[^>]*stylesheet[^>]*//")
    pages = {path: path.read_text(encoding="utf-8") for path in offline_site.rglob("*.html")}
    assert len(pages) > 1
    assert [] == [path.name for path, html in pages.items() if loads.search(html)]
    assert [] == [path.name for path, html in pages.items() if "Content-Security-Policy" in html]


@pytest.mark.browser
@pytest.mark.parametrize("start", ["index.html", "articles/index.html"])
def test_search_finds_from_a_file(offline_page, offline_site, start):
    """From any page of the folder, a query is folded as on the site, and a result opens its page."""
    for query in ("securite", "بالمغرب", "Etats"):
        offline_page.goto((offline_site / start).as_uri())
        offline_page.locator("[data-md-component=search-query]").fill(query)
        result = offline_page.locator(".md-search-result__link[href*='articles/']").first
        result.click()
        offline_page.wait_for_url("**/articles/*.html*")
        assert offline_page.locator("p.text").count() > 3, query


@pytest.mark.browser
def test_every_page_opens_quietly_from_a_file(offline_page, offline_site):
    """No page of the folder logs a message or asks a host for anything; nothing leads to the page of a server's 404."""
    for path in sorted(set(offline_site.rglob("*.html")) - {offline_site / "404.html"}):
        offline_page.goto(path.as_uri())
    assert offline_page.title()
