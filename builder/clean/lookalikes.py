"""Lines that look like a title and are none: a dateline, an entry of a menu, the title with more around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from builder.clean.blocks import Block
from builder.clean.phrases import signature
from builder.clean.shapes import is_label, is_stopped
from builder.clean.stamps import has_clock

_PARTED = re.compile(r"\s*[-–—ـ]+\s+|\s+[-–—ـ]+\s*|\s*/{2,}\s*")
_SOURCE_END = re.compile(r"(?<=\))\s*:$")
_SITE_BEFORE = re.compile(r"\s+[-–—|:»›>/]\s+")
_WORD = re.compile(r"\w*[^\W\d_]\w*")
LONGEST_MENU = 10
SHORTEST_HEADLINE = 15


def is_place_and_source(text: str) -> bool:
    """Tell whether a short line is a place or a name, a dash or double stroke, and an outlet.

    >>> is_place_and_source("Harbour – (Newswire):"), is_place_and_source("Harbour – three killed in a fire on Monday")
    (True, False)
    """
    parts = _PARTED.split(_SOURCE_END.sub("", text))
    counts = [len(_WORD.findall(part)) for part in parts]
    told = min(counts) >= 1 or text.endswith("//")
    short = told and max(counts) <= 3 and sum(counts) <= 5 and len(text) <= 50
    return len(parts) == 2 and short and not is_stopped(parts[1])


def is_hour(text: str) -> bool:
    """Tell whether a line is a time of day with a word or two: "06:00 PM"."""
    return has_clock(text) and len(_WORD.findall(text)) <= 2


def halved(text: str) -> str:
    """The half of a text that stands twice in one line, or nothing.

    >>> halved("A new bridge for AnnabaA new bridge for Annaba")
    'A new bridge for Annaba'
    """
    half = text[: len(text) // 2].rstrip()
    twice = len(half) >= SHORTEST_HEADLINE and text.removeprefix(half).strip() == half
    return half if twice else ""


def bare_copy(block: Block, candidates: Sequence[Block]) -> Block | None:
    """The candidate that a line holds twice, or holds after a site's or section's name."""
    ends = {signature(part) for part in _tails(block.text) if len(part) >= SHORTEST_HEADLINE}
    half = halved(block.text)
    wanted = {signature(half)} | ends if half else ends
    return next((other for other in candidates if other is not block and other.signature in wanted), None)


def _tails(text: str) -> list[str]:
    return [text[found.end() :] for found in _SITE_BEFORE.finditer(text)]


def without_menu(candidates: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """The candidates that no long run of labels parts from the next one, which stands under the menu."""
    kept = list(candidates)
    for block, following in pairwise(block for block in candidates if len(block.text.split()) >= 4):
        start, end = (next(i for i, other in enumerate(blocks) if other is one) for one in (block, following))
        between = blocks[start + 1 : end]
        if len(between) >= LONGEST_MENU and sum(map(is_label, between)) >= 0.9 * len(between):
            kept.remove(block)
    return kept
