"""Where a line stands to the title, which tells a day of publication from the day of a visit."""

from __future__ import annotations

import re

from builder.clean.blocks import Block
from builder.clean.page import Page


def touches_title(page: Page, block: Block) -> bool:
    """Tell whether the title follows in the next line of the seed, blank ones aside."""
    if page.title is None:
        return False
    gone = {line for taken in page.taken for line in taken.block.lines}
    between = range(block.lines[-1] + 1, page.title.lines[0])
    return len(between) <= 1 and not gone & set(between)


def stands_at_title(page: Page, index: int, title: int) -> bool:
    """Tell whether nothing but an hour or a section stands between a line and the title under it."""
    between = page.blocks[index + 1 : title]
    return len(between) <= 2 and all(
        len(one.text) <= 32 and (re.search(r"\d", one.text) or len(one.text.split()) <= 3) for one in between
    )


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
