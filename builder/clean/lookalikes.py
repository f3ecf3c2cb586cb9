"""Lines that look like a title and are none: a dateline, an entry of a menu, the title with more around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from builder.clean.blocks import Block
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_label, is_stopped
from builder.clean.stamps import has_clock

_PARTED = re.compile(r"\s*[-–—ـ]+\s+|\s+[-–—ـ]+\s*|\s*/{2,}\s*")
_SOURCE_END = re.compile(r"(?<=\))\s*:$")
_SITE_BEFORE = re.compile(r"\s+[-–—|:»›>/]\s+")
_PATH = re.compile(r"\s*[/:|›»>]\s*|\s[-–—]\s")
_WORD = re.compile(r"\w*[^\W\d_]\w*")
LONGEST_MENU = 10
SHORTEST_HEADLINE = 15
LONGEST_PLACE = 5


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


def is_place_line(text: str, places: Collection[str], opening: str) -> bool:
    """Tell whether a line is where a report was written: a place in capitals, then its state or country.

    The last of them is among the places that are known by their signatures, or the text opens with the first.

    >>> is_place_line("CAMP HARBOUR, Somewhere", (), "CAMP HARBOUR, Somewhere – Two ships left on Monday.")
    True
    >>> is_place_line("OIL, GAS PRICES FALL", (), "Prices fell on Monday.")
    False
    """
    first, *others = (part.strip(" -–—.") for part in text.split(","))
    if not others or not first.isupper() or any(char.isdigit() for char in text):
        return False
    counts = [len(_WORD.findall(part)) for part in (first, *others)]
    if max(counts) > LONGEST_PLACE or not all(part[:1].isupper() for part in others):
        return False
    return signature(others[-1]) in places or opening.casefold().startswith(first.casefold())


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


def is_section_path(text: str, sections: re.Pattern[str]) -> bool:
    """Tell whether a line is two or three names of a few words, at least one of a section: "Media centre / News"."""
    parts = [part for part in _PATH.split(text) if part.strip()]
    short = 2 <= len(parts) <= 3 and all(len(_WORD.findall(part)) <= 3 for part in parts)
    return short and any(sections.fullmatch(signature(part)) for part in parts)


def without_menu(candidates: list[Block], blocks: Sequence[Block], patterns: Patterns) -> list[Block]:
    """The candidates that no long run of labels parts from the next one, which stands under the menu.

    A menu may also be one line, which begins with the word for the first page.
    """
    places = [next(i for i, other in enumerate(blocks) if other is one) for one in candidates]
    menus = [place for place in range(max(places, default=0)) if _is_menu(blocks[place], patterns)]
    below = [one for one, place in zip(candidates, places, strict=True) if not menus or place > menus[-1]]
    long = [block for block in below if len(block.text.split()) >= 4]
    parted = {id(block) for block, following in pairwise(long) if _is_parted(block, following, blocks)}
    return [block for block in below if id(block) not in parted]


def _is_parted(block: Block, following: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether nearly all between two blocks are labels, and as many as in a menu."""
    start, end = (next(i for i, other in enumerate(blocks) if other is one) for one in (block, following))
    between = blocks[start + 1 : end]
    return len(between) >= LONGEST_MENU and sum(map(is_label, between)) >= 0.9 * len(between)


def _is_menu(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line without a stop begins with the word for the first page and has others with a capital."""
    words = block.text.split()
    home = 3 <= len(words) <= 20 and signature(words[0]) in patterns.home_words
    return home and not is_stopped(block.text) and sum(word[0].isupper() for word in words) >= 3
