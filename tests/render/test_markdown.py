"""Words of a source can never act as markup: whatever they are, the reader sees exactly them.

The strings are the public hostile ones of the shared corpora where they are at hand (``make test`` takes one of
many, ``make test-all`` every one), and a few of every kind that are always tried.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.render.markdown import (
    Cell,
    block,
    bullets,
    definitions,
    element,
    heading,
    inline,
    link,
    outward,
    page,
    paragraph,
    plain,
    preformatted,
    table,
    text,
)
from builder.text import normalise_line
from tests.hostile.strings import EVERY, own_strings, public_strings

ROOT = Path(__file__).parents[2]
ALWAYS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "![a](x){: onerror=alert(1) }",
    "{: #p1 onclick=alert(1) }",
    "{{ config }} {% raw %} ${x}",
    "--8<-- \"secret\"",
    "--- title: x ---",
    "<!-- more -->",
    "# heading {#a}",
    "1. list",
    "- list",
    "+ list",
    "* list * and _em_ __strong__ ~~del~~ ^^ins^^ ==mark==",
    "    code",
    "```code```",
    "| a | b |",
    ": definition",
    "> quote",
    "[^1]: note",
    "*[HTML]: abbreviation",
    "&lt;script&gt; &#60; &amp;amp;",
    "\\[a\\] \\*b\\*",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "wzxhzdk:0 klzzwxh:0001",
    "!!! note",
    "/// tab",
    "=== \"tab\"",
    "2004. An ordinary sentence.",
    "a\u2028b\u202ec",
    "</div></details></q></bdi>",
    "\"' onmouseover=alert(1) x=\"",
    "http://a.example/<b> mailto:a@b.example <http://a.example>",
    "=====",
    "-----",
    "***",
]  # fmt: skip
ALLOWED = {
    "p", "h2", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "a", "bdi", "div",
    "details", "summary", "strong", "pre",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {"id", "class", "lang", "dir", "href", "data-label", "data-save", "data-sort", "title"}


def hostile():
    return [*ALWAYS, *own_strings(), *public_strings()[::EVERY]]


@pytest.fixture(scope="module")
def engine():
    """Python-Markdown as MkDocs runs it here: its own extensions and those of mkdocs.yml."""
    configured = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.load(re.sub(r"!!?[\w/:.!]+", "", configured), Loader=yaml.BaseLoader)["markdown_extensions"]
    names = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in listed]
    return markdown.Markdown(extensions=[*dict.fromkeys(["toc", "tables", "fenced_code", *names])])


class Reader(HTMLParser):
    """Collects what a reader sees, and every element and attribute."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen, self.tags, self.attributes, self.addresses, self.comments = [], set(), set(), set(), 0

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data):
        self.seen.append(data)

    def handle_comment(self, data):
        self.comments += 1


def everywhere(words):
    """The words in every place in which a page may put words of a source."""
    return [
        heading(2, words, "h"),
        paragraph(words, class_="a"),
        paragraph(text("Before ") + inline(words)),
        bullets([words, element("bdi", words, lang="ar", dir="rtl")]),
        definitions([("Term", [words])]),
        table(["A", "B"], [[Cell(words, "2020/2021"), link(words, "x.md", "index.md", "p1", class_="ref")]]),
        block("details", [bullets([words])], summary=words),
        block("div", [preformatted(words, class_="copied", data_save="a.bib")]),
        block("div", [paragraph(words)], class_="card"),
        paragraph(outward(words, "https://a.example/")),
    ]


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def spaced(words):
    return " ".join(words.split())


def test_hostile_words_are_only_words(engine):
    """No element, attribute, address or comment comes out of them, and not a letter is lost."""
    for raw in hostile():
        words = normalise_line(raw)
        if not words:
            continue
        reader = read(engine.reset().convert("\n\n".join(everywhere(words))))
        assert reader.tags <= ALLOWED, raw
        assert reader.attributes <= ALLOWED_ATTRIBUTES, raw
        assert reader.addresses <= {"x.md#p1", "https://a.example/"}, raw
        assert reader.comments == 0, raw
        assert spaced("".join(reader.seen)).count(spaced(words)) >= len(everywhere("x")), raw


def test_an_empty_cell_is_empty(engine):
    """A cell without words shows none, not its own attributes."""
    reader = read(engine.reset().convert(str(table(["A", "B"], [["x", Cell("", "1")], ["", "y"]]))))
    assert ["A", "B", "x", "y"] == "".join(reader.seen).split()


@given(st.text(min_size=1, max_size=60))
def test_any_words_come_through_whole(words):
    """Of any text, the reader sees the normal form of its line, in a paragraph of its own."""
    shown = normalise_line(words)
    html = markdown.markdown(str(paragraph(shown, class_="a")), extensions=["attr_list", "md_in_html", "tables"])
    assert spaced("".join(read(html).seen)) == spaced(shown)


@pytest.mark.parametrize("title", ["a: b", "@x", "- y", "'", '"', "yes", "2024-01-01", "مغرب: خبر", "{a}", "# c", "|"])
def test_front_matter_parses_back(title):
    """Whatever the title is, YAML gives it back."""
    found = yaml.safe_load(page({"title": title}, ["x"]).split("---\n")[1])
    assert {"title": title} == found


_VALUES = st.one_of(
    st.text(max_size=20), st.sampled_from(["a\nb", "no", "1", "~", "a" * 12_000]), st.none(), st.integers()
)


@given(
    st.recursive(
        _VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab@1"), inner, max_size=3)
    )
)
def test_any_front_matter_is_what_the_library_reads_and_writes(value):
    """Lists and mappings in one another come back, and look as the library would write them on lines of any length."""
    front = {"title": value}
    written = page(front, ["x"]).removeprefix("---\n").removesuffix("---\n\nx\n")
    assert front == yaml.safe_load(written)
    alone = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10**6)
    assert written == alone or len(alone.splitlines()) > len(written.splitlines()) or "\\" in alone


def test_titles_are_html_text():
    """The theme prints a page's title unescaped, so it is escaped before."""
    assert plain('<b onclick="x">\n&') == "&lt;b onclick=&quot;x&quot;&gt; &amp;"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "", "ftp://a.example"])
def test_only_web_addresses_become_links(address):
    """An address that is not http or https is no link."""
    assert outward("words", address) == "words"


@pytest.mark.parametrize(
    "address", ["https://a.example/)[b](javascript:x)", 'https://a.example/" onclick="x', "https://a.example/<b>"]
)
def test_an_address_cannot_end_its_link(engine, address):
    """Characters that end a link or an attribute are percent-encoded in an address."""
    reader = read(engine.reset().convert(str(paragraph(outward("words", address)))))
    assert (["words"], {"p", "a"}, {"href"}) == (reader.seen, reader.tags, reader.attributes)
