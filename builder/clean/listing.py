"""Rows and items inside a text that look like litter line by line, and are one table or list together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby

from builder.clean.blocks import Block
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_complete
from builder.clean.stamps import has_clock, stamp_in

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BAR = re.compile(r"\s?\|\s")
FEWEST_CELLS = 3
LONGEST_CELL = 5
FEWEST_ITEMS = 3
SPARED = ("ticker", "dated-headlines", "stamp", "headline-run", "label-below", "headline-below", "unlike-the-text")
"""The beginnings of the rules that look at one line only, and take no row or item."""


def listed_lines(blocks: Sequence[Block], patterns: Patterns) -> frozenset[int]:
    """The first lines of the rows of tables, of three days in a row with what happens on them, and of forms.

    A row has as many bars as the one beside it, short cells, and figures in some row. A day without year or hour is
    one of a list; with them it is that of another article.
    """
    rows = _runs(blocks, _cells, 2)
    tables = [run for run in rows if any(re.search(r"\d", block.text) for block in run)]
    days = _runs(blocks, lambda block: int(_is_day(block, patterns)), FEWEST_ITEMS)
    forms = _forms(blocks)
    return frozenset(block.lines[0] for run in (*tables, *days, *forms) for block in run)


def _forms(blocks: Sequence[Block]) -> list[list[Block]]:
    """Lines in a row that begin with words before a colon, two of which come again: "We like: it is small"."""
    counts = Counter(field_of(block) for block in blocks)
    runs = _runs(blocks, lambda block: int(counts[field_of(block)] >= 2 and field_of(block) != ""), 2)
    return [run for run in runs if len({field_of(block) for block in run}) >= 2]


def field_of(block: Block) -> str:
    """What stands before the colon of a line without a stop, if it is one to four words and others follow it."""
    before, colon, after = block.text.partition(":")
    short = len(block.text) <= 120 and len(before.split()) <= 4 and not is_complete(block.text)
    return signature(before) if colon and short and after.strip() else ""


def _runs(blocks: Sequence[Block], key: Callable[[Block], int], fewest: int) -> list[list[Block]]:
    """The blocks in a row that are of one kind, not all the same; 0 is no kind."""
    runs = [list(run) for kind, run in groupby(blocks, key) if kind]
    return [run for run in runs if len({block.signature for block in run}) >= fewest]


def is_row(block: Block) -> bool:
    """Tell whether a line alone looks like a row of a table."""
    return _cells(block) > 0


def _cells(block: Block) -> int:
    """How many cells a row of a table has; 0 for another line."""
    if "|" not in block.text:
        return 0
    cells = [cell for cell in _BAR.split(f"{block.text} ") if cell.strip()]
    short = sorted(len(cell.split()) for cell in cells)[len(cells) // 2] <= LONGEST_CELL if cells else False
    return len(cells) if len(cells) >= FEWEST_CELLS and short else 0


def _is_day(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line begins with a day without a year and goes on with other words."""
    stamp = stamp_in(block.text, patterns) if len(block.text) <= 120 else None
    bare = stamp is not None and not stamp.announced and not _YEAR.search(block.text) and not has_clock(block.text)
    return bare and stamp is not None and stamp.start <= 2 and len(block.text[stamp.end :].split()) >= 2
