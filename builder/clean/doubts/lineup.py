"""A page after the rules into its blocks in their order, each with whether it is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from builder.clean.blocks import Block
from builder.clean.page import Page
from builder.clean.patterns import Patterns
from builder.clean.shapes import content_words, is_prose, is_stopped, uses_stops
from builder.text import is_arabic

LONGEST_HEADING = 14
ENOUGH = 100
SHORT = 60


@dataclass(frozen=True, slots=True)
class Lineup:
    """The blocks of a page, kept and taken, and what its paragraphs are like.

    ``rules`` names at each place the rule that took the block, or nothing, and ``noted`` are the places where a rule
    learned something from it. ``counts`` says in how many paragraphs a content word stands, ``paragraphs`` at each
    place how many are above it; at the places in ``headed`` a few words without a stop stand between two paragraphs.
    """

    blocks: tuple[Block, ...]
    kept: tuple[bool, ...]
    rules: tuple[str, ...]
    noted: frozenset[int]
    patterns: Patterns
    title: Block | None
    title_words: frozenset[str]
    prose: tuple[bool, ...]
    counts: Mapping[str, int]
    paragraphs: tuple[int, ...]
    headed: frozenset[int]
    title_place: int
    first_paragraph: int
    last_paragraph: int
    short_share: float
    uses_stops: bool
    is_arabic: bool

    def is_kept(self, place: int) -> bool:
        """Tell whether a block stands there that is the title or was not taken."""
        return 0 <= place < len(self.blocks) and (self.kept[place] or self.blocks[place] is self.title)

    def is_taken(self, place: int) -> bool:
        """Tell whether a block stood there that a rule took."""
        return 0 <= place < len(self.blocks) and not self.is_kept(place)

    def is_paragraph(self, place: int) -> bool:
        """Tell whether a block of prose stands there that was not taken and is not the title."""
        return 0 <= place < len(self.blocks) and self.prose[place]

    def is_short(self, place: int) -> bool:
        """Tell whether something else than prose stands there that was not taken and is not the title."""
        return self.is_kept(place) and not self.prose[place] and self.blocks[place] is not self.title


def line_up(page: Page) -> Lineup:
    """Set the blocks of a page and those that rules took side by side, but not what was cut off a line."""
    lines = {line for block in page.blocks for line in block.lines}
    taken = {id(one.block): one for one in page.taken if not lines.intersection(one.block.lines)}
    blocks = tuple(sorted([*page.blocks, *(one.block for one in taken.values())], key=lambda block: block.lines))
    there = {id(block) for block in page.blocks}
    kept = tuple(id(block) in there for block in blocks)
    prose = tuple(
        stays and block is not page.title and is_prose(block) for block, stays in zip(blocks, kept, strict=True)
    )
    texts = [block for block, is_text in zip(blocks, prose, strict=True) if is_text]
    stays = [len(block.text) for block in page.blocks]
    return Lineup(
        blocks=blocks,
        kept=kept,
        rules=tuple(taken[id(block)].rule.partition(":")[0] if id(block) in taken else "" for block in blocks),
        noted=frozenset(place for place, block in enumerate(blocks) if id(block) in taken and taken[id(block)].notes),
        patterns=page.patterns,
        title=page.title,
        title_words=content_words([page.title]) if page.title else frozenset(),
        prose=prose,
        counts=Counter(word for block in texts for word in content_words([block])),
        paragraphs=tuple(accumulate(prose, initial=0)),
        headed=frozenset(place for place in range(1, len(blocks) - 1) if _is_headed(blocks, kept, prose, place)),
        title_place=next((place for place, block in enumerate(blocks) if block is page.title), -1),
        first_paragraph=prose.index(True) if texts else len(blocks),
        last_paragraph=len(blocks) - 1 - prose[::-1].index(True) if texts else -1,
        short_share=sum(length < SHORT for length in stays) / len(stays) if stays else 0.0,
        uses_stops=uses_stops(texts),
        is_arabic=2 * sum(is_arabic(block.text[:ENOUGH]) for block in texts) > len(texts),
    )


def _is_headed(blocks: tuple[Block, ...], kept: tuple[bool, ...], prose: tuple[bool, ...], place: int) -> bool:
    text = blocks[place].text
    between = kept[place] and prose[place - 1] and prose[place + 1]
    return between and not is_stopped(text) and len(text.split()) <= LONGEST_HEADING
