"""Rows of pages into paragraphs, by what the eye goes by: gaps, indents, short rows, columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from builder.read.reading_order import in_reading_order, reads_from_right, unpaired
from builder.read.rows import Row

LINE_GAP = 2.2
"""Rows whose base lines are so many heights apart are of one block."""
ALIKE = 1.15
"""Rows of one block differ in height by no more than this factor."""
_CUT_WORD = re.compile("[^\\W\\d_][-\u2010\u00ad]$")


@dataclass(frozen=True, slots=True)
class Block:
    """Rows below one another that belong together, from the top."""

    rows: tuple[Row, ...]

    @property
    def x0(self) -> float:
        """The left edge."""
        return min(row.x0 for row in self.rows)

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(row.x1 for row in self.rows)

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.rows[0].y + self.rows[0].height

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.rows[-1].y


def paragraphs_of(pages: Sequence[Sequence[Row]]) -> tuple[str, ...]:
    """The paragraphs of a document, page after page, column after column."""
    rows = [row for page in pages for row in page]
    from_right = reads_from_right(glyph for row in rows for glyph in row.glyphs)
    mirrored = _looks_mirrored(pages)
    found: list[str] = []
    open_row: Row | None = None
    for page in pages:
        for block in _ordered(_blocks(page), from_right):
            groups = list(_groups(block, from_right))
            texts = [_joined([text_of(row, mirrored, from_right) for row in group]) for group in groups]
            if found and open_row is not None and _goes_on(open_row, found[-1], block):
                found[-1] = _joined([found[-1], texts.pop(0)])
            found += texts
            last = block.rows[-1]
            open_row = None if len(groups[-1]) == 1 or _is_short(last, block, from_right) else last
    return tuple(found)


def text_of(row: Row, mirrored: bool, from_right: bool = False) -> str:
    """The text of a row in reading order; one without letters, such as a year and a stop, runs as the document does."""
    lettered = any(char.isalpha() for glyph in row.glyphs for char in glyph)
    return in_reading_order(row.glyphs, reads_from_right(row.glyphs) if lettered else from_right, mirrored).strip()


def _looks_mirrored(pages: Sequence[Sequence[Row]]) -> bool:
    """Tell whether brackets are recorded as they look: most producers do, some record what was typed.

    Brackets are counted in blocks, since one may open in a row and close in the next.
    """
    blocks = [block.rows for page in pages for block in _blocks(page)]
    from_right = [rows for rows in blocks if reads_from_right(glyph for row in rows for glyph in row.glyphs)]
    typed, seen = (
        sum(unpaired(" ".join(text_of(row, mirrored, True) for row in rows)) for rows in from_right)
        for mirrored in (False, True)
    )
    return seen < typed


def _blocks(rows: Iterable[Row]) -> list[Block]:
    """Rows under one another, close and of one height, as blocks."""
    open_blocks: list[list[Row]] = []
    for row in sorted(rows, key=lambda one: -one.y):
        fitting = [block for block in open_blocks if _continues(block[-1], row)]
        if fitting:
            min(fitting, key=lambda block: block[-1].y - row.y).append(row)
        else:
            open_blocks.append([row])
    return [Block(tuple(block)) for block in open_blocks]


def _continues(above: Row, row: Row) -> bool:
    alike = max(above.height, row.height) <= ALIKE * min(above.height, row.height)
    overlaps = min(above.x1, row.x1) > max(above.x0, row.x0)
    return alike and overlaps and 0 < above.y - row.y <= LINE_GAP * row.height


def _ordered(blocks: Sequence[Block], from_right: bool) -> Iterator[Block]:
    """Blocks in the order of reading: columns one after the other, what is wider than they before or after."""
    if len(blocks) < 2:
        yield from blocks
        return
    columns = _columns(blocks)
    if len(columns) > 1:
        for column in reversed(columns) if from_right else columns:
            yield from _ordered(column, from_right)
        return
    upper, lower = _cut_across(blocks)
    if not lower:
        yield from upper
        return
    yield from _ordered(upper, from_right)
    yield from _ordered(lower, from_right)


def _columns(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks parted where nothing stands on a whole upright stripe, from left to right."""
    columns: list[list[Block]] = []
    edge = float("-inf")
    for block in sorted(blocks, key=lambda one: one.x0):
        if block.x0 > edge:
            columns.append([])
        columns[-1].append(block)
        edge = max(edge, block.x1)
    return columns


def _cut_across(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Blocks parted at a level stripe: above or below a wide one if there is one, else at the first.

    The lower part is empty when there is no such stripe, or one between every two: the upper part is in order.
    """
    ordered = sorted(blocks, key=lambda block: -block.top)
    width = max(block.x1 for block in ordered) - min(block.x0 for block in ordered)
    bottoms = list(accumulate((block.bottom for block in ordered), min))
    tops = list(accumulate((block.top for block in reversed(ordered)), max))[::-1]
    cuts = [number for number in range(1, len(ordered)) if bottoms[number - 1] >= tops[number]]
    if len(cuts) in (0, len(ordered) - 1):
        return ordered, []
    wide = [n for n in cuts if any(block.x1 - block.x0 > 0.6 * width for block in ordered[n - 1 : n + 1])]
    cut = (wide or cuts)[0]
    return ordered[:cut], ordered[cut:]


def _groups(block: Block, from_right: bool) -> Iterator[list[Row]]:
    """The rows of each paragraph of a block."""
    gaps = [above.y - row.y for above, row in pairwise(block.rows)]
    usual = sorted(gaps)[len(gaps) // 4] if gaps else 0
    group: list[Row] = []
    for index, row in enumerate(block.rows):
        if group and (
            gaps[index - 1] > 1.25 * usual
            or _is_indented(block, index, from_right)
            or _has_ended(group[-1], row, block, from_right)
        ):
            yield group
            group = []
        group.append(row)
    yield group


def _is_indented(block: Block, index: int, from_right: bool) -> bool:
    """Tell whether a row begins further in than the block and the row above it."""
    inset = [block.x1 - row.x1 if from_right else row.x0 - block.x0 for row in block.rows]
    return inset[index] > 0.8 * block.rows[index].height and inset[index - 1] < 0.3 * block.rows[index].height


def _has_ended(above: Row, row: Row, block: Block, from_right: bool) -> bool:
    """Tell whether the first word of a row would have fitted into the one above: a paragraph ended there."""
    room = above.x0 - block.x0 if from_right else block.x1 - above.x1
    word = row.last_word if from_right else row.first_word
    return room > word + 0.6 * row.height


def _is_short(row: Row, block: Block, from_right: bool) -> bool:
    room = row.x0 - block.x0 if from_right else block.x1 - row.x1
    return room > 0.1 * (block.x1 - block.x0)


def _goes_on(last: Row, text: str, block: Block) -> bool:
    """Tell whether a paragraph goes on at the head of the next column or page: alike, no stop before it."""
    first = block.rows[0]
    alike = max(last.height, first.height) <= 1.05 * min(last.height, first.height)
    return alike and first.y > last.y and text[-1] not in ".!?؟…:;»”\"'"


def _joined(texts: Sequence[str]) -> str:
    """Rows as one text; no space comes after a hyphen at which a word was cut in two."""
    whole = texts[0]
    for text in texts[1:]:
        cut = _CUT_WORD.search(whole) and text[:1].islower()
        whole = whole + text if cut else f"{whole} {text}"
    return whole
