"""Put paragraphs back that the search for the main text passed over though they stand in the same kind of box.

A long text is often cut into several boxes of one class, with advertisements between them, and of the later ones
only some are found.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

SHORTEST = 80
MOST_LINKED = 0.3
MOST_OF_TEXT = 0.5
Box = tuple[str, str]


def add_missed_text(body: Any, tree: Any) -> None:
    """Insert what was passed over behind the paragraph that precedes it on the page.

    Refuses a box without a class, one that holds less than half of the text found, and paragraphs of links.
    """
    found = {_plain(node): node for node in body.iter("p")}
    on_page = [(node, _plain(node)) for node in tree.iter("p")]
    sizes: Counter[Box] = Counter()
    for node, text in on_page:
        sizes[_box(node)] += len(text) if text in found else 0
    whole = sum(map(len, found))
    boxes = {box for box, size in sizes.items() if box[1] and size > MOST_OF_TEXT * whole}
    last = None
    for node, text in on_page:
        if text in found:
            last = _top(found[text], body)
        elif last is not None and len(text) >= SHORTEST and _box(node) in boxes and _linked(node) <= MOST_LINKED:
            added = body.makeelement("p")
            added.text = text
            body.insert(body.index(last) + 1, added)
            found[text] = last = added


def _plain(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _box(node: Any) -> Box:
    parent = node.getparent()
    return ("", "") if parent is None else (str(parent.tag), parent.get("class") or "")


def _top(node: Any, body: Any) -> Any:
    """The part of the body that holds a node."""
    while node.getparent() is not body:
        node = node.getparent()
    return node


def _linked(node: Any) -> float:
    """The share of a paragraph's letters that are links."""
    return sum(len(_plain(link)) for link in node.iter("a")) / max(1, len(_plain(node)))
