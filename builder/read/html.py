"""A saved web page into lines: its headline and its main text, block after block.

A line is what one block element of the main text holds (a paragraph, a heading, a list item, which
begins with "- ", a table's row, whose cells are parted by " | "), or a part of it up to a line break.
An empty line stands between two blocks. trafilatura tells the main text from menus, comments and
scripts; where the page's headline is not in it, it is the first line. The same bytes always give the
same lines. Nothing is loaded from anywhere, and entities are not expanded but those of HTML.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from trafilatura import bare_extraction, baseline, load_html

from builder.errors import Problem, SeedError
from builder.models import Metadatum
from builder.read.bare_text import wrap_bare_text
from builder.read.html_metadata import read_metadata
from builder.read.missed_text import add_missed_text
from builder.read.standfirst import standfirst
from builder.text import words

MOST_ELEMENTS = 20_000
_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "list", "table", "code", "div", "body"))
CELLS = " | "
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^\[>]{0,200}\[[^\]]*\]\s*>", re.IGNORECASE)
_HEADLINE_WITHIN = 5


def read_html(text: str, source: str) -> tuple[tuple[str, ...], tuple[Metadatum, ...]]:
    """The lines of a saved page and what its markup says of it. Raises SeedError when it has no text."""
    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # their remarks are no message to the editor
    try:
        lines, metadata = _read(_OWN_ENTITIES.sub("", text.replace("\0", "")), source)
    except SeedError:
        raise
    except Exception as error:  # the parsers meet a broken page with any kind of error
        raise SeedError(_problem(source, "is no page that can be read", "save the article's text as .txt")) from error
    if not any(letter.isalnum() for line in lines for letter in line):
        remedy = "open it in a browser and save the text that is seen there as .txt"
        raise SeedError(_problem(source, "holds no article text: it is empty, or a script would load it", remedy))
    return lines, metadata


def _read(markup: str, source: str) -> tuple[tuple[str, ...], tuple[Metadatum, ...]]:
    tree = load_html(markup)
    if tree is None:  # a piece of a page, which trafilatura takes for no page as long as nothing is around it
        tree = load_html(f"<html><body>{markup}</body></html>")
    if tree is None:
        return (), ()
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise SeedError(_problem(source, "holds more than a page does", "save only the article, as text"))
    metadata = read_metadata(markup, tree)
    _prepare(tree)
    lines = _lines(_main_text(tree))
    return (_with_headline(lines, metadata, tree) if any(lines) else ()), metadata


def _prepare(tree: Any) -> None:
    """Drop what is shown only without scripts, join headings, give preformatted text the paragraphs that it shows."""
    for node in list(tree.iter("noscript")):
        node.drop_tree()
    for node in tree.xpath("//h1//br | //h2//br | //h3//br | //h4//br"):
        node.tail = f" {node.tail or ''}"
        node.drop_tag()
    for node in list(tree.iter("pre")):
        paragraphs = re.split(r"\n\s*\n", node.text_content())
        node.clear(keep_tail=True)
        node.tag = "div"
        for paragraph in paragraphs:
            first, *others = paragraph.strip("\n").split("\n")
            element = node.makeelement("p")
            element.text = first
            for line in others:
                element.append(node.makeelement("br"))
                element[-1].tail = line
            node.append(element)
    wrap_bare_text(tree)


def _problem(source: str, what: str, remedy: str) -> Problem:
    return Problem(source, 0, "", what, remedy)


def _main_text(tree: Any) -> Any:
    """The element that holds the main text: as trafilatura finds it, else all that looks like paragraphs."""
    document = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True, favor_recall=True)
    body = getattr(document, "body", None)
    if body is None or not "".join(body.itertext()).strip():
        return baseline(tree)[0]
    add_missed_text(body, tree)
    return body


def _lines(body: Any) -> tuple[str, ...]:
    """The lines of a tree of blocks."""
    found: list[str] = [""]
    for piece in _pieces(body):
        if piece in ("\n", "\n\n"):
            if found[-1].strip():
                found.append("")
            if piece == "\n\n" and len(found) > 1 and found[-2]:
                found.append("")
        elif piece != CELLS or found[-1].strip():
            found[-1] += piece
    lines = [" ".join(line.split()) for line in found]
    while lines and not lines[-1]:
        lines.pop()
    return tuple(lines)


def _pieces(node: Any) -> Iterator[str]:
    """The text of a tree with ``\\n`` for a line break and ``\\n\\n`` between blocks; trees are at most 256 deep."""
    block = node.tag in _BLOCKS
    if block:
        yield "\n\n"
    if node.tag == "lb":
        yield "\n"
    if node.tag == "item":
        yield "- "
    if node.tag == "cell" and node.getprevious() is not None:
        yield CELLS
    yield re.sub(r"\s+", " ", node.text or "")
    for child in node:
        yield from _pieces(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    if block:
        yield "\n\n"


def _with_headline(lines: tuple[str, ...], metadata: Sequence[Metadatum], tree: Any) -> tuple[str, ...]:
    """The lines with the page's headline first, unless one of the first lines is it, and its standfirst below."""
    title = next((one.text for one in metadata if one.kind == "html-title"), "")
    first = [number for number, line in enumerate(lines) if line][:_HEADLINE_WITHIN]
    place = next((number for number in first if title and _words(lines[number]) == _words(title)), -1)
    summary = standfirst(tree, title, lines) if title else ""
    above = lines[: place + 1] if place >= 0 else (title,) if title else ()
    below = lines[place + 1 :] if place >= 0 else ("", *lines) if title else lines
    return (*above, *(("", summary) if summary else ()), *below)


def _words(text: str) -> list[str]:
    return [word.folded for word in words(text)]
