"""Who a bare name is: an author when the line above says "by", or when the page tells this person's life."""

from __future__ import annotations

from builder.clean.blocks import Block
from builder.clean.page import Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature

NEAREST = 2
LONGEST_LABEL = 24


def labelled_lines(page: Page) -> frozenset[int]:
    """The first lines of blocks that stand right under a lone "by", whether that word is out by then or not."""
    labels = [
        block.lines[-1]
        for block in _everything(page)
        if len(block.text) <= LONGEST_LABEL and _is_label(block, page.patterns)
    ]
    starts = [block.lines[0] for block in page.blocks]
    following = (min((start for start in starts if start > label), default=0) for label in labels)
    return frozenset(start for start, label in zip(following, labels, strict=True) if 0 < start - label <= NEAREST)


def _is_label(block: Block, patterns: Patterns) -> bool:
    found = (pattern.fullmatch(f"{block.signature} x") for pattern in patterns.bylines)
    return any(one is not None and one["name"] == "x" for one in found)


def has_life(name: str, page: Page) -> bool:
    """Tell whether a line of the page begins with the name and goes on as an author's life does."""
    mark = f"{signature(name)} "
    lives = (block.signature for block in _everything(page) if block.signature.startswith(mark))
    return " " in mark.strip() and any(set(life[len(mark) :].split()[:1]) & page.patterns.callings for life in lives)


def _everything(page: Page) -> list[Block]:
    return [*page.blocks, *(taken.block for taken in page.taken)]
