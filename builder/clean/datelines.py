"""Agency and outlet that a text names itself: in the dateline of its first paragraph, at its end."""

from __future__ import annotations

import re

from builder.clean.page import Note, Page
from builder.clean.phrases import signature
from builder.clean.shapes import is_prose

_DATELINE_AGENCY = re.compile(
    r"^[^()\n]{0,70}?\(\s*(?P<agency>[^()]{2,40})\s*\)\s*[-–—:.]*\s"
    r"|^[^/\n]{2,45}/\s*(?P<slash>[^/\n]{2,25}?)\s*/\s*[-–—:]*\s"
)
_CLOSING_AGENCY = re.compile(r"[(\[]\s*(?P<agency>[^()\[\]]{2,40})\s*[)\]]\s*\.?$|[.»”]\s*/(?P<slash>[^/]{2,20})/$")
_DATELINE_OUTLET = re.compile(r"^(?P<outlet>[^:|–—\n]{2,40}?)\s*(?:[:|–—/]|\s-\s|-\s)")
_JOINED_AGENCY = re.compile(r"(?P<agency>[A-Z]{2,6})\s?[-–]\s?[A-ZÀ-Þ][^()\n]{2,30}\([^()\n]{3,25}\)\s*[-–:]")


def credits_in_text(page: Page) -> list[Note]:
    """Agency and outlet that the text itself names: in the dateline of its first paragraph, at its end."""
    blocks = [block for block in page.blocks[page.head :] if is_prose(block)]
    if not blocks:
        return []
    first, last = blocks[0], blocks[-1]
    notes = []
    opening = _DATELINE_AGENCY.match(first.text)
    closing = _CLOSING_AGENCY.search(last.text)
    for found, block in ((opening, first), (closing, last)):
        words = next((group for group in found.groups() if group), "") if found else ""
        if signature(words) in page.patterns.agencies:
            notes.append(Note("agency", page.patterns.agencies[signature(words)], words.strip(), block.lines[0]))
    before = _JOINED_AGENCY.match(first.text)
    if before and signature(before["agency"]) in page.patterns.agencies:
        name = page.patterns.agencies[signature(before["agency"])]
        notes.append(Note("agency", name, before["agency"], first.lines[0]))
    dateline = _DATELINE_OUTLET.match(first.text)
    if dateline and signature(dateline["outlet"]) in page.patterns.outlets:
        name = page.patterns.outlets[signature(dateline["outlet"])]
        notes.append(Note("outlet", name, dateline["outlet"].strip(), first.lines[0]))
    return notes
