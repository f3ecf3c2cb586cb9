"""Turn a page into the faults of its elements that a parser lets pass: ids, references to them, and nesting."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
BLOCK = re.compile(
    "article|aside|blockquote|details|div|dl|figure|footer|form|h[1-6]|header|hr|main|nav|ol|p|pre|section|table|ul"
)
WORDS_ONLY = re.compile("p|h[1-6]|span|b|bdi|cite|code|em|q|strong|summary|label|button")
LISTS = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}}


class Elements(HTMLParser):
    """What a page has: ids, references to ids, and elements where they may not be."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.misplaced: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one tag names, and where it stands."""
        values = {name: value or "" for name, value in attrs}
        self.ids += [values["id"]] if "id" in values else []
        for name in REFERRING:
            self.references += values.get(name, "").split()
        if [name for name, _ in attrs] != list(values):
            self.misplaced.append(f"an attribute of <{tag}> stands twice")
        if values.get("type") == "checkbox" and "autocomplete" in values:
            self.misplaced.append("autocomplete on a checkbox")
        if tag == "img" and "alt" not in values:
            self.misplaced.append("a picture without alt")
        self._place(tag)
        if not VOID.fullmatch(tag):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and those inside it whose end may be left out."""
        while self._open and tag in self._open and self._open.pop() != tag:
            pass

    def _place(self, tag: str) -> None:
        parent = self._open[-1] if self._open else ""
        if tag not in LISTS.get(parent, {tag}):
            self.misplaced.append(f"<{tag}> in <{parent}>")
        heads = parent == "summary" and tag[0] == "h"
        if BLOCK.fullmatch(tag) and WORDS_ONLY.fullmatch(parent) and not heads:
            self.misplaced.append(f"<{tag}> in <{parent}>")
        if tag == "a" and "a" in self._open:
            self.misplaced.append("a link in a link")

    def faults(self) -> Iterator[str]:
        """Yield each fault."""
        counts = Counter(self.ids)
        yield from (f"id {id_!r} stands {count} times" for id_, count in counts.items() if count > 1)
        yield from (f"nothing has the id {id_!r}" for id_ in self.references if id_ not in counts)
        yield from (f"{fault} ({count})" for fault, count in Counter(self.misplaced).items())


def read_elements(html: str) -> Elements:
    """Parse one page."""
    elements = Elements()
    elements.feed(html)
    return elements
