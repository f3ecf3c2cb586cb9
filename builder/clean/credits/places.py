"""Where a line stands to the title, which tells a day of publication from the day of a visit."""

from __future__ import annotations

import re

from builder.clean.blocks import Block
from builder.clean.page import Page
from builder.clean.stamps import names_weekday, stamps_in

LONGEST_DAY = 40
FEW_LINES = 4
"""More lines than so between a day and the title under it are a menu or other articles."""


def touches_title(page: Page, block: Block) -> bool:
    """Tell whether the title follows in the next line of the seed, blank ones aside."""
    if page.title is None:
        return False
    gone = {line for taken in page.taken for line in taken.block.lines}
    between = range(block.lines[-1] + 1, page.title.lines[0])
    return len(between) <= 1 and not gone & set(between)


def stands_at_title(page: Page, index: int, title: int) -> bool:
    """Tell whether nothing but an hour or a section stands between a line and the title under it.

    Refuses to where a menu was taken out between them, and where several days stand above, as in a list of articles.
    """
    between = page.blocks[index + 1 : title]
    near = len(between) <= 2 and all(
        len(one.text) <= 32 and (re.search(r"\d", one.text) or len(one.text.split()) <= 3) for one in between
    )
    return near and not (lists_days(page) or _is_in_menu(page, page.blocks[index]))


def _is_in_menu(page: Page, block: Block) -> bool:
    """Tell whether a menu stands between a line and the title: many lines, or some that stand above it as well."""
    if page.title is None:
        return False
    blocks = (*page.blocks, *(taken.block for taken in page.taken))
    between = [one for one in blocks if block.lines[-1] < one.lines[0] < page.title.lines[0]]
    above = {one.signature for one in blocks if one.lines[0] < block.lines[0]}
    return len(between) > FEW_LINES or any(one.signature in above for one in between)


def lists_days(page: Page) -> bool:
    """Tell whether several days without a day of the week stand above the title, each in a line of its own."""
    if page.title is None:
        return False
    blocks = (*page.blocks, *(taken.block for taken in page.taken))
    above = [block for block in blocks if block.lines[-1] < page.title.lines[0] and len(block.text) <= LONGEST_DAY]
    days = {
        block.text[stamp.start : stamp.end]
        for block in above
        for stamp in stamps_in(block.text, page.patterns)
        if not stamp.announced and not names_weekday(block.text, page.patterns)
    }
    return len(days) > 1


def title_place(page: Page) -> int:
    """The place of the title among the blocks, or where the text's head begins."""
    return next((place for place, block in enumerate(page.blocks) if block is page.title), page.head)


def zone_of(page: Page, index: int) -> str:
    """Where a block stands: ``above`` the title, in the ``head`` before the text, ``body``, or ``tail`` below it."""
    if index < title_place(page):
        return "above"
    if index < page.first_prose():
        return "head"
    return "tail" if index > page.last_prose() else "body"
