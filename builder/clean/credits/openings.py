"""The author whom the first words of a text name: "By Jane Roe: The harbour…", "Town - Jane Roe - The harbour…"."""

from __future__ import annotations

import re

from builder.clean.credits.persons import has_given_name, reads_as_person
from builder.clean.credits.rules import byline_notes
from builder.clean.page import Note, Page
from builder.clean.shapes import is_prose
from builder.clean.stamps import SEPARATORS

_COLON = re.compile(r"^(?P<credit>[^:\n.«»“”\"]{8,60}?)\s*:\s")
_PARTED = re.compile(r"^[^-–—:/\n.«»“”\"]{2,30}?\s*[-–—:/]\s+(?P<name>[^-–—:/\n.«»“”\"]{5,35}?)\s*[-–—:/]\s+")


def authors_in_text(page: Page) -> list[Note]:
    """The byline before a colon that opens the text, or between two strokes behind the town."""
    block = next((block for block in page.blocks[page.head :] if is_prose(block)), None)
    if block is None:
        return []
    colon, parted = _COLON.match(block.text), _PARTED.match(block.text)
    if colon and (notes := byline_notes(colon["credit"], block.lines[0], page.patterns)):
        return notes
    name = parted["name"].strip(SEPARATORS) if parted else ""
    if not (has_given_name(name, page.patterns) and reads_as_person(name, page.patterns)):
        return []
    return [Note("byline", name, block.text[: parted.end()].strip() if parted else "", block.lines[0])]
