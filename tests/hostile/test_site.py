"""Hostile strings in every place that takes words, through MkDocs and the theme: the site does nothing but show them.

Every page is read by two parsers that share no code, html5lib and the one in nh3, and must hold no element and no
attribute that the same dossier with harmless words has not. The strings come in bulk: as lines of the text, and as
title, byline, outlet, file name and address, and as names in the knowledge.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import html5lib
import nh3
import pytest
import yaml

from builder.cli import main
from builder.text import normalise_line
from tests.hostile.strings import EVERY, own_strings, public_strings

ROOT = Path(__file__).parents[2]
ENERGY = ROOT / "tests" / "dossiers" / "energy"
IN_ONE_ARTICLE = 120
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcdoc", "srcset", "background"}
SCHEME = re.compile(r"\s*([a-z][\w+.-]*):", re.IGNORECASE)
HTML = "{http://www.w3.org/1999/xhtml}"


def lines(strings):
    """The strings as lines that a reader can see; a title is no copy of a line."""
    return list(dict.fromkeys(line for line in map(normalise_line, strings) if line))


def write_dossier(folder, strings):
    """A dossier with the strings in every place: so many to an article, and each article's first ones around it."""
    shutil.copytree(ENERGY, folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site_overrides", folder / "site_overrides")
    shown = {}
    for number in range(0, len(strings), IN_ONE_ARTICLE):
        some = strings[number : number + IN_ONE_ARTICLE]
        name = f"{some[0].replace('/', '_')[:40]} {number}"
        body = "\n\n".join(["The words below were sent by a reader of this newspaper.", *some])
        (folder / "seeds" / f"{name}.txt").write_text(f"Words {number} of a reader\n\n{body}\n", encoding="utf-8")
        given = {"title": some[0], "byline": some[1 % len(some)], "outlet": some[2 % len(some)]}
        given |= {"url": f"https://a.example/{some[3 % len(some)]}", "notes": some[0], "english_title": some[0]}
        (folder / "seeds" / f"{name}.yml").write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")
        shown[name] = some
    known = [f"Quentin Vander{letter}" for letter in "abcdefgh"]
    for kind, ours, given in (("people", known[:4], strings[4::30]), ("organisations", known[4:], strings[5::30])):
        entries = {
            one.casefold().replace(" ", "-"): {"names": {"en": name}, "aliases": [one], "source": {"text": name}}
            for one, name in zip(ours, given, strict=False)
        }
        with (folder / "knowledge" / f"{kind}.yml").open("a", encoding="utf-8") as file:
            yaml.safe_dump(entries, file, allow_unicode=True)
    letter = (
        f"Thanks of the readers\n\nReaders of this newspaper thanked {', '.join(known)} for their work last week.\n"
    )
    (folder / "seeds" / "thanks.txt").write_text(letter, encoding="utf-8")
    return shown


def built(folder, strings):
    shown = write_dossier(folder, strings)
    assert main(["build", str(folder)]) == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder / "site")]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert 0 == ran.returncode, ran.stderr
    return {path.relative_to(folder / "site").as_posix(): path for path in (folder / "site").rglob("*.html")}, shown


@pytest.fixture(scope="module")
def harmless(tmp_path_factory):
    """What the pages of a harmless dossier are made of: elements with their attributes, and scripts."""
    thanks = [f"{number} words of thanks to all who wrote to us last week." for number in ("Ten", "Six", "Two", "Nine")]
    pages, _ = built(tmp_path_factory.mktemp("harmless") / "dossier", [*thanks, "Words of thanks", "A title"])
    trees = [tree_of(path.read_text(encoding="utf-8")) for path in pages.values()]
    return {part for tree in trees for part in parts(tree)}, {script for tree in trees for script in scripts(tree)}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The site of the strings: the pages by address, and the strings of each article."""
    strings = lines([*own_strings(), *public_strings()[::EVERY]])
    return built(tmp_path_factory.mktemp("hostile") / "dossier", strings)


def tree_of(text):
    return html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)


def elements(tree):
    return [element for element in tree.iter() if isinstance(element.tag, str)]


def parts(tree):
    """Every element with each of its attributes."""
    for element in elements(tree):
        yield element.tag, ""
        yield from ((element.tag, str(name)) for name in element.attrib)


def scripts(tree):
    """What runs: the text of each script that is no data."""
    for element in elements(tree):
        if element.tag == "script" and element.get("type") not in ("application/json", "application/ld+json"):
            yield re.sub(r'"(?:\.\./)*\.*"', '""', element.text or "")


def addresses(tree):
    return [value for element in elements(tree) for name, value in element.attrib.items() if str(name) in ADDRESSES]


def test_no_page_has_a_part_that_a_harmless_one_has_not(hostile, harmless):
    """No element, no attribute, no script: all that is there is there for other words too."""
    known, programs = harmless
    for name, path in hostile[0].items():
        tree = tree_of(path.read_text(encoding="utf-8"))
        assert set() == set(parts(tree)) - known, name
        assert set() == set(scripts(tree)) - programs, name
        assert set() == {found[1].lower() for a in addresses(tree) if (found := SCHEME.match(a))} - {"http", "https"}


def test_the_second_parser_finds_nothing_to_take_out(hostile, harmless):
    """nh3, which keeps only what it is allowed, leaves every article's text as it is."""
    allowed = {}
    for tag, attribute in harmless[0]:
        if tag not in ("script", "style"):
            # Elements of a picture have a namespace here, and none in the list of nh3.
            allowed.setdefault(tag.rpartition("}")[2], set()).add(attribute)
    for name, path in hostile[0].items():
        article = re.search(r"<article.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        inner = article.group() if article else ""
        cleaned = nh3.clean(inner, tags=set(allowed), attributes=allowed, link_rel=None, strip_comments=False)
        before, after = tree_of(inner), tree_of(cleaned)
        assert [(e.tag, dict(e.attrib)) for e in elements(before)] == [
            (e.tag, dict(e.attrib)) for e in elements(after)
        ], name
        assert "".join(before.itertext()) == "".join(after.itertext()), name


def test_a_reader_sees_the_words_of_the_seed(hostile):
    """Each string stands on its article's page as it was written, as text or among what was removed.

    But for one: the line that the article had for its title, where the sidecar gives another.
    """
    pages, shown = hostile
    texts = {name: seen(path) for name, path in pages.items() if name.startswith("articles/")}
    for strings in shown.values():
        best = max(texts.values(), key=lambda text: sum(spaced(string) in text for string in strings))
        assert len([string for string in strings if spaced(string) not in best]) <= 1


def seen(path):
    return spaced("".join(tree_of(path.read_text(encoding="utf-8")).find("body").itertext()))


def spaced(text):
    return " ".join(text.split())


def test_what_search_shows_has_no_active_part(hostile, harmless):
    """The texts of the search index are put into the page by a script: they hold no element beyond the usual."""
    site = next(path for name, path in hostile[0].items() if name == "index.html").parent
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for entry in index["docs"]:
        for text in (entry["title"], entry["text"]):
            found = {(tag, name) for tag, name in parts(tree_of(text)) if tag not in ("html", "head", "body")}
            assert set() == found - harmless[0], entry["location"]
