"""Cut litter off that is glued to a paragraph: a tag list or share labels at its end, labels before it."""

from __future__ import annotations

import re
from dataclasses import replace

from builder.clean.blocks import Block, split
from builder.clean.page import Page, Taken, is_kept, without
from builder.clean.shapes import is_complete

SHORTEST_REST = 60
LONGEST_LABELS = 250
_READING = re.compile(r"^\W*\d{1,3}\s?(?:min(?:ute)?s?|mn)\s(?:de lecture|read)\W*", re.IGNORECASE)


def without_glued(page: Page) -> Page:
    """The page with such ends cut off and taken out; a paragraph of some length must be left."""
    blocks: list[Block] = []
    cut: list[Taken] = []
    for block in page.blocks:
        pieces, litter = _cut(block, page)
        blocks += pieces
        cut += litter
    page = replace(page, blocks=tuple(blocks))
    return without(page, tuple(cut)) if cut else page


def _cut(block: Block, page: Page) -> tuple[list[Block], list[Taken]]:
    if len(block.text) < SHORTEST_REST + 8 or is_kept(block, page):
        return [block], []
    pieces = [block]
    litter: list[Taken] = []
    ends = () if is_complete(block.text) else (("glued-tags", _tags_start), ("glued-labels", _labels_start))
    for rule, find in ends:
        offset = find(pieces[0].text, page)
        if offset >= SHORTEST_REST:
            kept, gone = split(pieces[0], offset)
            pieces = [kept]
            litter.append(Taken(gone, rule))
    offset = _labels_end(pieces[0].text, page)
    if 0 < offset <= len(pieces[0].text) - SHORTEST_REST:
        gone, kept = split(pieces[0], offset)
        pieces = [kept]
        litter.append(Taken(gone, "glued-labels"))
    return pieces, litter


def _tags_start(text: str, page: Page) -> int:
    found = page.patterns.glued_tags.search(text)
    if not found or not re.search(r"[.!?؟…»”\")\]]\s*$", text[: found.start()]):
        return -1
    return found.start()


def _labels_start(text: str, page: Page) -> int:
    """Where a run of labels begins that reaches the end of the text and follows a stop."""
    for found in page.patterns.glued_labels.finditer(text, max(0, len(text) - LONGEST_LABELS)):
        before = text[: found.start()]
        if found.end() == len(text) and is_complete(before):
            return found.start()
    return -1


def _labels_end(text: str, page: Page) -> int:
    """Where a run of labels at the beginning ends and the text begins with a capital or an Arabic letter."""
    for found in (page.patterns.glued_labels.match(text), _READING.match(text)):
        if found and re.match(r"[A-ZÀ-Þ«“\"\u0621-\u064a]", text[found.end() :]):
            return found.end()
    return 0
