"""Glyphs at places on a page into rows, as the eye sees them: signs on one base line, spaces, columns.

Places are in points (1/72 inch) from the lower left corner of the page. Nothing here knows of PDF.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from builder.read.reading_order import plain

WORD_GAP = 0.18
"""A gap from so many ems on is a space, though none is painted."""
COLUMN_GAP = 4.0
"""A gap from so many ems on ends a row: what follows is another column."""
GUTTER = 0.6
"""A stripe so many ems wide that stays blank down GUTTER_LINES lines with words on both sides parts columns."""
GUTTER_LINES = 4
_FARTHEST = 200

Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A painted sign: its letters in their order, its ends, its base line and its height."""

    text: str
    x0: float
    x1: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """Glyphs of one line of a column, from left to right, spaces included."""

    glyphs: tuple[str, ...]
    x0: float
    x1: float
    y: float
    height: float
    first_word: float
    last_word: float


def rows_of(glyphs: Iterable[Glyph]) -> tuple[Row, ...]:
    """The rows of a page, from the top; glyphs painted twice for a bolder look count once."""
    lines: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.text), key=lambda one: (-one.y, one.x0)):
        line = next((line for line in reversed(lines[-4:]) if _same_line(line[0], glyph)), None)
        if line is None:
            lines.append([glyph])
        else:
            line.append(glyph)
    ordered = [_without_doubles(sorted(line, key=lambda one: one.x0)) for line in lines]
    cuts = _gutters([line[0].height for line in ordered], [_inked(line) for line in ordered])
    return tuple(row for line, at in zip(ordered, cuts, strict=True) for row in _split(line, at))


def _same_line(first: Glyph, glyph: Glyph) -> bool:
    return abs(first.y - glyph.y) < 0.4 * min(first.height, glyph.height)


def _without_doubles(line: Sequence[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    for glyph in line:
        near = [one for one in kept[-3:] if one.text == glyph.text and abs(one.x0 - glyph.x0) < 0.1 * glyph.height]
        if not near or not glyph.text.strip():
            kept.append(glyph)
    return kept


def _inked(line: Sequence[Glyph]) -> list[Stretch]:
    """The words of a line from left to right: where it has ink."""
    words: list[Stretch] = []
    for glyph in line:
        if not glyph.text.strip():
            continue
        if words and glyph.x0 - words[-1][1] < 0.5 * WORD_GAP * glyph.height:
            words[-1] = (words[-1][0], max(words[-1][1], glyph.x1))
        else:
            words.append((glyph.x0, glyph.x1))
    return words


def _gutters(heights: Sequence[float], lines: Sequence[list[Stretch]]) -> list[set[float]]:
    """For each line the places at which a blank stripe that runs down several lines cuts it in two."""
    cuts: list[set[float]] = [set() for _ in lines]
    for number, words in enumerate(lines):
        for (_, left), (right, _) in pairwise(words):
            if right - left >= GUTTER * heights[number]:
                members, middle = _stripe(number, (left, right), heights, lines)
                for member in members if len(members) >= GUTTER_LINES else ():
                    cuts[member].add(middle)
    return cuts


def _stripe(
    number: int, stripe: Stretch, heights: Sequence[float], lines: Sequence[list[Stretch]]
) -> tuple[list[int], float]:
    """The lines below one that leave a stripe of its gap blank and have words on both sides, and its middle."""
    members = [number]
    for below in range(number + 1, min(len(lines), number + _FARTHEST)):
        narrowed = _blank_within(stripe, lines[below])
        if narrowed[1] - narrowed[0] < GUTTER * heights[below]:
            break
        stripe = narrowed
        words = lines[below]
        if words and words[0][0] < stripe[0] and words[-1][1] > stripe[1]:
            members.append(below)
    return members, sum(stripe) / 2


def _blank_within(stripe: Stretch, words: Iterable[Stretch]) -> Stretch:
    """The widest part of a stripe on which no word stands."""
    left, right = stripe
    best = (left, left)
    for start, end in words:
        if end > left and start < right:
            best = max(best, (left, start), key=lambda one: one[1] - one[0])
            left = max(left, end)
    return max(best, (left, right), key=lambda one: one[1] - one[0])


def _split(line: Sequence[Glyph], cuts: Iterable[float]) -> Iterator[Row]:
    """The rows of a line: columns beside one another come apart."""
    part: list[Glyph] = []
    last: Glyph | None = None
    for glyph in line:
        inked = bool(glyph.text.strip())
        if inked and last is not None and _parts_columns(last.x1, glyph, cuts):
            yield from _row(part)
            part = []
        part.append(glyph)
        last = glyph if inked else last
    yield from _row(part)


def _parts_columns(end: float, glyph: Glyph, cuts: Iterable[float]) -> bool:
    return glyph.x0 - end > COLUMN_GAP * glyph.height or any(end <= cut <= glyph.x0 for cut in cuts)


def _row(part: Sequence[Glyph]) -> Iterator[Row]:
    inked = [glyph for glyph in part if glyph.text.strip()]
    if not inked:
        return
    bases = [glyph for glyph in part if not _is_mark(glyph)] or list(part)
    marks = _marks_by_bearer([glyph for glyph in part if _is_mark(glyph)], bases) if len(bases) < len(part) else {}
    texts: list[str] = []
    starts: list[float] = []
    for index, base in enumerate(bases):
        blank = not base.text.strip()
        apart = index > 0 and base.x0 - bases[index - 1].x1 > WORD_GAP * base.height
        if texts and texts[-1] != " " and (blank or apart):
            texts.append(" ")
        if blank:
            continue
        if not texts or texts[-1] == " ":
            starts.append(base.x0)
        texts.append(plain(base.text) + marks.get(index, ""))
    x0, x1 = min(glyph.x0 for glyph in inked), max(glyph.x1 for glyph in inked)
    first_word = (starts[1] if len(starts) > 1 else x1) - x0
    yield Row(tuple(texts), x0, x1, inked[0].y, median(glyph.height for glyph in inked), first_word, x1 - starts[-1])


def _is_mark(glyph: Glyph) -> bool:
    return all(unicodedata.combining(char) for char in plain(glyph.text))


def _marks_by_bearer(marks: Iterable[Glyph], bases: Sequence[Glyph]) -> dict[int, str]:
    """The vowel marks of each base glyph, by its number: those above or below it, or nearest to it."""
    starts = [base.x0 for base in bases]
    found: dict[int, str] = {}
    for mark in marks:
        middle = (mark.x0 + mark.x1) / 2
        left = max(bisect_right(starts, middle) - 1, 0)
        near = range(left, min(left + 2, len(bases)))
        place = min(near, key=lambda number: max(bases[number].x0 - middle, middle - bases[number].x1, 0))
        found[place] = found.get(place, "") + plain(mark.text)
    return found
