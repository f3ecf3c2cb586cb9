"""Lines of a seed into blocks: what stood as one paragraph, with the lines that it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from builder.clean.phrases import signature
from builder.text import normalise_line

_FULL_STOP = re.compile(r"[.!?؟…:;][»”\"')\]]*$")
_BULLET = re.compile(r"[-–—•*▪●►■◄»>]|\d+[.)-] ")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,30}(?:,[^()]{2,40})?\s*(?:\([^()]{2,25}\)|[-–—]{1,2}\s)")
_DATED = re.compile(r"(?:\d\d?[./-]\d\d?[./-]\d{4}|\d{4}-\d\d-\d\d)\D{1,6}\d\d?\s?[hH:]\s?\d\d")
_GAP = re.compile(r"\s{3}")
NARROWEST, WIDEST = 45, 125


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of the seed read as one text.

    ``parts`` are (line number, normalised text); ``text`` joins them. ``gaps`` counts the places
    where a line had a run of spaces, which is how tickers separate their headlines.
    """

    parts: tuple[tuple[int, str], ...]
    gaps: int = 0
    text: str = field(init=False)
    signature: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        text = " ".join(text for _, text in self.parts)
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "signature", signature(text))

    @property
    def lines(self) -> tuple[int, ...]:
        """The numbers of its lines, each once."""
        return tuple(dict.fromkeys(line for line, _ in self.parts))


def read_blocks(lines: Iterable[str]) -> tuple[Block, ...]:
    """One block for each line that is not blank; lines broken at a fixed width become one again."""
    blocks = [
        (number, Block(((number, text),), len(re.findall(r"\S\s{3,}(?=\S)", line)) if _GAP.search(line) else 0))
        for number, line in enumerate(lines, 1)
        if (text := normalise_line(line))
    ]
    width = _wrap_width(blocks)
    joined: list[Block] = []
    for number, block in blocks:
        if width and joined and joined[-1].lines[-1] == number - 1 and _goes_on(joined[-1], block, width):
            joined[-1] = join(joined[-1], block)
        else:
            joined.append(block)
    return tuple(joined)


def join(first: Block, second: Block) -> Block:
    """Two blocks as one."""
    return Block(first.parts + second.parts, first.gaps + second.gaps)


def split(block: Block, offset: int) -> tuple[Block, ...]:
    """A block as two, cut before ``offset`` of its text; an empty side is left out."""
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    start = 0
    for line, text in block.parts:
        cut = max(0, min(len(text), offset - start))
        before.append((line, text[:cut].strip()))
        after.append((line, text[cut:].strip()))
        start += len(text) + 1
    sides = (tuple(part for part in side if part[1]) for side in (before, after))
    return tuple(Block(side) for side in sides if side)


def _wrap_width(blocks: list[tuple[int, Block]]) -> int:
    """The width at which a seed's lines were broken, 0 when they were not.

    Broken lines follow one another without a blank line, are nearly equally long and mostly stop
    inside a sentence; a seed with one long line has whole paragraphs as lines.
    """
    lengths = [len(block.text) for _, block in blocks]
    if len(lengths) < 4 or max(lengths) > WIDEST:
        return 0
    followed = [first.text for (number, first), (following, _) in pairwise(blocks) if following == number + 1]
    width = max(lengths)
    full = [text for text in followed if len(text) > 0.75 * width]
    inside = [text for text in full if not _FULL_STOP.search(text)]
    broken = len(full) >= 3 and len(full) >= 0.5 * len(followed) and len(inside) >= 0.6 * len(full)
    return width if width >= NARROWEST and broken else 0


def _goes_on(block: Block, following: Block, width: int) -> bool:
    """Tell whether a line's text goes on in the next one: it is full, or a small letter follows.

    The short last line of a sentence ends its paragraph. A list item begins anew, a first line before a
    capital is a title, and so is what stands above a dateline.
    """
    if _BULLET.match(following.text):
        return False
    small = following.text[0].islower() and not _FULL_STOP.search(block.text)
    titled = block.lines == (1,) and following.text[0].isupper()
    if _DATELINE.match(following.text) and not _FULL_STOP.search(block.text):
        return False
    if _DATED.search(following.text) or (_DATED.search(block.text) and len(block.lines) == 1):
        return False
    last = block.parts[-1][1]
    ended = _FULL_STOP.search(last) and len(last) < 0.85 * width
    return small or (len(last) > 0.7 * width and not titled and not ended)
