"""The outlet that a page's own words give away: the site's lines about itself, its title, an address, a source.

What an article only cites ("told the Gazette") says nothing of who published it, so the text is not
searched; only the lines that a site prints about itself are, and known names count in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.page import Note, Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.stamps import SEPARATORS

LONGEST_SITE_LINE = 220
LONGEST_NAME = 5
_SUFFIX = re.compile(r"\s+[-–—|•·:»]\s+(?P<name>[^|]{2,60})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\W*(?P<name>[^.|,،–—-]*)", re.IGNORECASE
)
_SOURCE = re.compile(r"^\W*(?P<label>[^:]{2,30}?)\s*:\s*(?P<words>\S.{1,150})$")


def outlets_of_page(page: Page) -> list[Note]:
    """The outlets that the page names as its own, the surest first; the text is read by ``datelines``."""
    lines = [*(taken.block for taken in page.taken), *page.blocks[page.last_prose() :]]
    rules = (_from_footer, _from_title, _from_site_line, _from_source, _from_address)
    return [note for rule in rules for note in rule(page, lines)]


def _from_footer(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A feed's footer says it outright, so that the name need not be known: "The post X appeared first on Y"."""
    for block in lines:
        for pattern in page.patterns.feed_footers:
            found = pattern.fullmatch(block.signature) if len(block.text) <= 2 * LONGEST_SITE_LINE else None
            if found:
                count = len(found["name"].split())
                said = " ".join(block.text.rstrip(SEPARATORS).split()[-count:])
                yield Note("outlet", page.patterns.own_names.get(found["name"], said), block.text, block.lines[0])
                break


def _from_title(page: Page, lines: list[Block]) -> Iterator[Note]:
    """The site's name behind the title, of whichever copy has it."""
    if page.title is None:
        return
    for block in (page.title, *lines):
        found = _SUFFIX.search(block.text) if block.signature.startswith(signature(page.title_text)) else None
        name = page.patterns.own_names.get(signature(found["name"])) if found else None
        if found and name:
            yield Note("outlet", name, found["name"], block.lines[0])


def _from_site_line(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A copyright line, or one that asks to follow the site, with one known name in it.

    Of a copyright line the holder alone counts: others may only distribute.
    """
    for block in lines:
        if len(block.text) <= LONGEST_SITE_LINE and page.patterns.site_lines.fullmatch(block.signature):
            holder = _HOLDER.search(block.text)
            said = signature(holder["name"] or block.text[: holder.start()]) if holder else block.signature
            names = dict.fromkeys(_known_names(said, page.patterns))
            if len(names) == 1:
                yield Note("outlet", next(iter(names)), block.text, block.lines[0])


def _known_names(mark: str, patterns: Patterns) -> Iterator[str]:
    """The known outlets among the words of a signature, of overlapping ones the longest."""
    words = mark.split()
    start = 0
    while start < len(words):
        for count in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            name = patterns.own_names.get(" ".join(words[start : start + count]))
            if name:
                yield name
                start += count - 1
                break
        start += 1


def _from_source(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A line such as "Source: Harbour Gazette, 3 May 2021"."""
    for block in lines:
        found = _SOURCE.match(block.text)
        if found is None or signature(found["label"]) not in page.patterns.source_labels:
            continue
        name = re.split(r"\s*[,،(|/–—]|\s-\s", found["words"])[0]
        known = page.patterns.own_names.get(signature(name))
        if known:
            yield Note("outlet", known, block.text, block.lines[0])


def _from_address(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A line that is nothing but an address, or one behind a word such as "Source", when all such agree."""
    notes: list[Note] = []
    for block in lines:
        found = _ADDRESS.search(block.text)
        label = signature(block.text[: found.start()]) if found else ""
        if found and not block.text[found.end() :].strip(SEPARATORS) and label in {"", *page.patterns.source_labels}:
            name = outlet_of_address(found.group(), page.patterns)
            notes += [Note("outlet", name, block.text, block.lines[0])] if name else []
    if len({note.value for note in notes}) == 1:
        yield notes[0]


def outlet_of_address(url: str, patterns: Patterns) -> str:
    """The outlet whose host an address has, or a host under it; nothing when there is none."""
    host = url.rpartition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].casefold()
    parts = host.split(".")
    names = (patterns.hosts.get(".".join(parts[start:])) for start in range(len(parts) - 1))
    return next(filter(None, names), "")
