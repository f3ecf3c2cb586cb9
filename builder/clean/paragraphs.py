"""The blocks that are left into paragraphs: what was cut in two is joined, subheadings are told."""

from __future__ import annotations

import re

from builder.clean.blocks import Block, join
from builder.clean.listing import field_of, is_row
from builder.clean.page import Page
from builder.clean.phrases import tokens
from builder.clean.shapes import is_bulleted, is_complete, is_prose, is_stopped, is_truncated
from builder.text import is_arabic

LONGEST_FIRST_HEADING = 9
_OPENED = re.compile(r"\s[\"«“]$")


def joined(page: Page) -> tuple[Block, ...]:
    """The text's blocks, those joined that one paragraph was cut into."""
    found: list[Block] = []
    for block in page.blocks:
        if block is page.title:
            continue
        if found and _was_cut(found[-1], block, page):
            found[-1] = join(found[-1], block)
        else:
            found.append(block)
    return tuple(found)


def _was_cut(first: Block, second: Block, page: Page) -> bool:
    """Tell whether a sentence goes on from one block to the next.

    It does when the second begins with a small letter after a line without a stop or with an
    ellipsis or comma, or when the first ends in a word that cannot end a sentence or opens a quotation. List items do
    not: they begin alike, or a colon or semicolon stands before them.
    """
    if is_bulleted(first.text) or is_bulleted(second.text) or first.text[-1] in ":;؛":
        return False
    if first.text[0].islower() and second.text[0].islower() and len(first.text) < 100 and not is_truncated(first.text):
        return False
    open_end = not is_stopped(first.text) or first.text[-1] in ",،" or is_truncated(first.text)
    small = second.text[0].islower() and len(first.text.split()) >= 2 and open_end and not is_arabic(second.text)
    if small or _OPENED.search(first.text):
        return True
    if is_truncated(first.text) or is_complete(first.text) or len(first.text) < 25:
        return False
    if first.text[-1] in ",،":
        return len(first.text) >= 60 and second.text[-1] not in ",،" and len(second.text) >= 25
    last = tokens(first.text[-40:])
    unfinished = bool(last) and last[-1].folded in page.patterns.connectives and first.text[-1].isalpha()
    return unfinished and len(first.text) >= 40


def is_heading(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether a block is a subheading: few words without a stop, no row of a table, and a paragraph under it.

    Right under the title more than a few words are a standfirst.
    """
    block = blocks[index]
    if index == 0 and len(block.text.split()) > LONGEST_FIRST_HEADING:
        return False
    if is_prose(block) or index + 1 >= len(blocks) or len(block.text.split()) > 14 or len(block.text) > 110:
        return False
    if (is_bulleted(block.text) and not re.match(r"\d", block.text)) or is_row(block):
        return False
    if is_stopped(block.text) and not (
        block.text.endswith(("»", "”", '"')) or (block.text.isupper() and block.text.endswith(("?", "!")))
    ):
        return False
    if block.text[0].islower() or re.match(r"^[«“\"].*[»”\"]$", block.text):
        return False
    below = blocks[index + 1]
    above = blocks[index - 1] if index else block
    listed = above.text[-1] in ":;,،؛" or (index > 1 and _is_listed(blocks, index - 1))
    listed = listed or bool(field_of(block) and (field_of(below) or (index and field_of(above))))
    return not listed and (is_prose(below) or len(below.text) > len(block.text)) and not is_bulleted(below.text)


def _is_listed(blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether a short line without a stop belongs to a list or verse that a colon announced."""
    while index > 0 and not is_prose(blocks[index]) and not is_stopped(blocks[index].text):
        index -= 1
        if blocks[index].text[-1] in ":;":
            return True
    return False
