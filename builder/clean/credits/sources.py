"""The outlet behind a word such as "Source" or "Published in", and the one that an address belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.credits.mastheads import outlet_named
from builder.clean.page import Note, Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.stamps import SEPARATORS, stamp_in

LONGEST_SITE_LINE = 220
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
_BEHIND_SOURCE = re.compile(r"\s*[,،(|/–—]|\s-\s|\s(?:and|et)\s(?=(?:news )?agenc)")
SOURCE = re.compile(r"^\W*(?P<label>[^:]{2,30}?)\s*:\s*(?P<words>\S.{1,150})$")


def from_source(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A line such as "Source: Harbour Gazette, 3 May 2021" or "Published in the Harbour Gazette, 3 May 2021"."""
    for block in lines:
        if name := _published_in(block, page.patterns):
            yield Note("outlet", name, block.text, block.lines[0])
        found = SOURCE.match(block.text)
        if found is None or signature(found["label"]) not in page.patterns.source_labels:
            continue
        name = _BEHIND_SOURCE.split(found["words"])[0]
        known = outlet_named(name, page.patterns)
        if known:
            yield Note("outlet", known, block.text, block.lines[0])


def _published_in(block: Block, patterns: Patterns) -> str:
    """The outlet behind "published in", up to a comma or the day."""
    if len(block.text) > LONGEST_SITE_LINE:
        return ""
    stamp = stamp_in(block.text, patterns)
    for label in (label for label in patterns.source_labels if " " in label and label in block.signature):
        found = re.search(rf"\b{label}\s+(?P<words>[^,،|.(:]+)", block.text, re.IGNORECASE)
        if found:
            end = stamp.start if stamp and stamp.start > found.start("words") else len(block.text)
            return outlet_named(block.text[found.start("words") : min(end, found.end())], patterns)
    return ""


def from_address(page: Page, lines: list[Block]) -> Iterator[Note]:
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
