"""Mend the markup before the main text is looked for: text that stands in a box without a paragraph gets one.

Some sites part the paragraphs of a box by two line breaks or by an empty element only, with pictures and
advertisements between them; a box of text and other boxes at once is then taken for no text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ENOUGH = 100
_BOXES = ("div", "section", "article")
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "del",
            "em",
            "font",
            "i",
            "kbd",
            "mark",
            "q",
        ),
        *("s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "br"),
    )
)
_UNSHOWN = ("script", "style", "wbr", "img", "svg")
_GO_ON = ",;.)،؛”»"
_STOPS = (".", "!", "?", "…", ":", "»", "”", '"', "’", "'", ")", "؟")


def wrap_bare_text(tree: Any) -> None:
    """Give the text of boxes that hold other boxes, or part their text by breaks only, its paragraphs."""
    for paragraph in list(tree.iter("p")):
        if any(_is_box(child) for child in paragraph if child.tag not in _UNSHOWN):
            paragraph.tag = "div"
    for box in list(tree.iter(*_BOXES)):
        size = sum(len(text.strip()) for text in (box.text or "", *(child.tail or "" for child in box)))
        if size >= ENOUGH:
            breaks = {child.get("class") for child in box if _is_empty(child) and _ends_sentence(child)}
            parting = [_parts(child, breaks) for child in box]
            if any(parting):
                _wrap(box, parting)


def _parts(child: Any, breaks: set[str | None]) -> bool:
    """Tell whether an element parts the text around it: another box, the first of two breaks, or an empty element."""
    if not isinstance(child.tag, str) or child.tag in _UNSHOWN:
        return False
    if child.tag == "br":
        following = child.getnext()
        return following is not None and following.tag == "br" and not (child.tail or "").strip()
    return _is_box(child) or (_is_empty(child) and child.get("class") in breaks)


def _is_box(child: Any) -> bool:
    """Tell whether an element is a box beside the text, and not a button or the like inside a sentence."""
    if _is_inline(child):
        return False
    after = (child.tail or "").strip()
    return not after or _ends_sentence(child) or not (after[0].islower() or after[0] in _GO_ON)


def _is_inline(node: Any) -> bool:
    return all(not isinstance(one.tag, str) or one.tag in _INLINE for one in node.iter())


def _is_empty(node: Any) -> bool:
    """Tell whether an element is a span that shows nothing."""
    return node.tag == "span" and len(node) == 0 and not (node.text or "").strip()


def _ends_sentence(child: Any) -> bool:
    """Tell whether the text before an element ends a sentence."""
    before = child.getprevious()
    text = (child.getparent().text if before is None else before.tail) or ""
    if not text.strip() and before is not None:
        text = before.text_content()
    return text.rstrip().endswith(_STOPS)


def _wrap(box: Any, parting: Sequence[bool]) -> None:
    """Put each run of text and inline elements of a box into a paragraph of its own."""
    children = list(box)
    paragraph = box.makeelement("p")
    paragraph.text, box.text = box.text, None
    rebuilt = []
    for child, parts in zip(children, parting, strict=True):
        tail, child.tail = child.tail, None
        box.remove(child)
        if not parts:
            paragraph.append(child)
            child.tail = tail
            continue
        rebuilt += _not_empty(paragraph)
        if not (child.tag == "br" or _is_empty(child)):
            rebuilt.append(child)
        paragraph = box.makeelement("p")
        paragraph.text = tail
    rebuilt += _not_empty(paragraph)
    box.extend(rebuilt)


def _not_empty(paragraph: Any) -> list[Any]:
    """The paragraph when it has text, else what it holds."""
    return [paragraph] if paragraph.text_content().strip() else list(paragraph)
