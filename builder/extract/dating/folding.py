"""A paragraph into a plain text that patterns can match, whose offsets lead back to the paragraph.

Case, accents, hamza seats, vowel marks, kinds of digits, dashes and apostrophes do not count when a
date is read. ``builder.text.fold`` may change the length of a text; this keeps one letter for one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from builder.text import ARABIC_MARKS, fold

_DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}"
_ALIKE = dict.fromkeys(_DASHES, "-") | {"،": ",", "؛": ";", "٫": ".", "٪": "%", "⁄": "/"}
_NOTE = "*"
"""Stands for a raised figure, which is that of a note rather than of a date."""
_BLOCKS = (
    (0x0020, 0x0250),
    (0x02B0, 0x0300),
    (0x0600, 0x0700),
    (0x1D2C, 0x1D6B),
    (0x1E00, 0x1F00),
    (0x2010, 0x2045),
    (0x2070, 0x207A),
)


@dataclass(frozen=True, slots=True)
class Flat:
    """A text without its differences of spelling; ``origins`` is None when no offset has moved.

    Else it holds the place of each character in the original text, and the length of that at its end.
    """

    text: str
    origins: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text; marks after its last letter belong to it."""
        if self.origins is None:
            return start, end
        return self.origins[start], self.origins[end]


@lru_cache(maxsize=512)
def flatten(text: str) -> Flat:
    """Make a text plain, one character for one; vowel marks and tatweel are left out.

    >>> flatten("٢١ فبراير – 1er Août").text
    '21 فبراير - 1er aout'
    """
    plain = text.translate(_table())
    if not ARABIC_MARKS.search(plain):
        return Flat(plain)
    kept = tuple(place for place, char in enumerate(plain) if not ARABIC_MARKS.match(char))
    return Flat("".join(plain[place] for place in kept), (*kept, len(plain)))


@cache
def _table() -> dict[int, str]:
    return {code: _plain(chr(code)) for first, last in _BLOCKS for code in range(first, last)}


def _plain(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    if char.isspace():
        return " "
    if unicodedata.digit(char, None) is not None:
        digit = unicodedata.decimal(char, None)
        return _NOTE if digit is None else str(digit)
    folded = fold(char)
    return folded if len(folded) == 1 else char
