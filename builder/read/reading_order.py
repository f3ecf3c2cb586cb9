"""Glyphs as they stand side by side on a page into text in the order of reading.

A PDF paints signs at places and does not say in which order they are read. What stands from left to
right is turned back by the rules of the Unicode Bidirectional Algorithm (UAX #9), read backwards: a
line of a right-to-left text is reversed, and numbers and Latin words in it are reversed again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_PAIRS = {")": "(", "]": "[", "»": "«"}
_SHAPED = re.compile(r"[\ufb00-\ufb06\ufb50-\ufdcf\ufdf0-\ufdfd\ufe70-\ufefc]")
_SEPARATORS = ".,:/٫٬\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    """The letters of a glyph: presentation forms and ligatures as the letters that are read.

    >>> plain("\\ufedf\\ufefc") == "للا", plain("ﬁ"), plain("²")
    (True, 'fi', '²')
    """
    return _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def reads_from_right(texts: Iterable[str]) -> bool:
    """Tell whether more letters are right-to-left ones than others.

    >>> reads_from_right(["اتفاق", "ENI"]), reads_from_right(["accord", "وات"])
    (True, False)
    """
    letters = [_direction(char) for text in texts for char in text]
    return letters.count("R") > letters.count("L")


def in_reading_order(glyphs: Sequence[str], from_right: bool, mirrored: bool = False) -> str:
    """The text of a line whose glyphs are given from left to right.

    ``from_right`` says how the text runs as a whole. ``mirrored`` says that brackets are given as they
    look and not as they are typed. A glyph of several letters keeps their order.

    >>> in_reading_order(["،", "2", "0", "2", "3", " ", "م", "ا", "ع"], from_right=True)
    'عام 2023،'
    """
    kinds = _kinds(glyphs, from_right)
    pieces: list[str] = []
    for start, end in _stretches(kinds):
        run = glyphs[start:end]
        if kinds[start] == "R":
            run = [glyph.translate(_MIRRORED) if mirrored else glyph for glyph in reversed(run)]
        pieces.append("".join(run))
    return "".join(reversed(pieces) if from_right else pieces)


def _stretches(kinds: Sequence[str]) -> Iterable[tuple[int, int]]:
    start = 0
    for index in range(1, len(kinds) + 1):
        if index == len(kinds) or kinds[index] != kinds[start]:
            yield start, index
            start = index


def _kinds(glyphs: Sequence[str], from_right: bool) -> list[str]:
    """For each glyph whether it is read from the right (R) or from the left (L)."""
    kinds = [_glyph_direction(glyph) for glyph in glyphs]
    if from_right:
        _join_numbers(glyphs, kinds)
        _join(glyphs, kinds, "LN", "L")
        return ["L" if kind in "LN" else "R" for kind in kinds]
    _join(glyphs, kinds, "R", "R")
    return ["R" if kind == "R" else "L" for kind in kinds]


def _join_numbers(glyphs: Sequence[str], kinds: list[str]) -> None:
    """One separator between two digits belongs to the number: 40.5, 21/02/2023, 10:30."""
    for index in range(1, len(glyphs) - 1):
        if glyphs[index] in _SEPARATORS and kinds[index - 1] == kinds[index + 1] == "N":
            kinds[index] = "N"


def _join(glyphs: Sequence[str], kinds: list[str], ends: str, joined: str) -> None:
    """What stands between two words of one direction belongs to them; between a word and a number only a space."""
    last = -1
    for index, kind in enumerate(kinds):
        if kind == "-":
            continue
        if kind in ends and last >= 0 and joined in (kind, kinds[last]):
            between = "".join(glyphs[last + 1 : index])
            if kind == kinds[last] or re.fullmatch(r"[\s\u2010-]?", between):
                kinds[last + 1 : index] = [joined] * (index - last - 1)
        last = index if kind in ends else -1


def _glyph_direction(glyph: str) -> str:
    return next((kind for kind in map(_direction, glyph) if kind != "-"), "-")


def _direction(char: str) -> str:
    """``R`` or ``L`` for a letter, ``N`` for a digit, ``-`` for what takes the direction of its neighbours."""
    kind = unicodedata.bidirectional(char)
    if kind in ("R", "AL"):
        return "R"
    if kind in ("EN", "AN"):
        return "N"
    return "L" if kind == "L" else "-"


def unpaired(text: str) -> int:
    """How many closing brackets of a text have no opening one before them.

    >>> unpaired("a (b) c"), unpaired("a )b( c")
    (0, 1)
    """
    wrong = 0
    for closing, opening in _PAIRS.items():
        depth = 0
        for char in text:
            depth += (char == opening) - (char == closing)
            if depth < 0:
                wrong, depth = wrong + 1, 0
    return wrong
