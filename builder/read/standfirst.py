"""The sentence under a page's headline that sums the article up, which often stands outside its main text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from builder.text import words

_CALLED = re.compile(
    r"(?:^|[\s_-])(?:standfirst|stand-first|sub-?title|sub-?head(?:line|ing)?|dek|deck|strapline|excerpt|lead-?text|chapo|"
    r"chapeau|summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS = ("p", "h2", "h3", "div", "span")
_ELSEWHERE = frozenset(("nav", "aside", "footer", "figure", "figcaption", "li", "a", "form"))
FEWEST_WORDS = 5
MOST_WORDS = 80


def standfirst(tree: Any, title: str, lines: Collection[str]) -> str:
    """The words under the headline that the page gives as its description, or calls its standfirst; else nothing.

    They stand between the headline and the first paragraph that was found, and not among the lines.
    """
    described = {
        _folded(text) for text in tree.xpath("//meta[contains(@name, 'desc') or contains(@property, 'desc')]/@content")
    }
    known = {_folded(line) for line in lines}
    called = ""
    for node in _under_headline(tree, _folded(title), {one for one in known if len(one) >= 2 * FEWEST_WORDS}):
        text = " ".join(node.text_content().split())
        mark = _folded(text)
        if not FEWEST_WORDS <= len(mark) <= MOST_WORDS or mark in known or mark == _folded(title):
            continue
        if mark in described:
            return text
        called = called or (text if _CALLED.search(node.get("class") or "") else "")
    return called


def _under_headline(tree: Any, title: tuple[str, ...], paragraphs: set[tuple[str, ...]]) -> Iterator[Any]:
    """The elements after the headline and before the first paragraph."""
    started = False
    for node in tree.iter("h1", *_TAGS):
        if node.tag == "h1":
            started = started or _folded(node.text_content()) == title
        elif started and not any(above.tag in _ELSEWHERE for above in node.iterancestors()):
            if _folded(node.text_content()) in paragraphs:
                return
            yield node


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))
