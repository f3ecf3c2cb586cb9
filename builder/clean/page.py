"""A seed half-way through cleaning: the blocks still there, and what rules took out and learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from builder.clean.blocks import Block
from builder.clean.listing import SPARED
from builder.clean.patterns import Patterns
from builder.clean.shapes import is_prose, uses_stops
from builder.text import is_arabic

SHORTEST_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a line says of the article. ``kind``: byline, agency, outlet, or that of a Clue."""

    kind: str
    value: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A block that a rule takes out, with what it says."""

    block: Block
    rule: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Page:
    """What the rules look at. ``title`` is the block chosen as title, ``None`` before that or without one.

    ``head`` is how many blocks at the beginning stand above the title, ``listed`` the first lines of those that are
    rows of a table or items of a list. Rules ask for each block where the text begins and ends: that is looked for
    once. No rule takes a block with a line that is ``kept``; ``spared`` are those that one asked for.
    """

    blocks: tuple[Block, ...]
    patterns: Patterns
    taken: tuple[Taken, ...] = ()
    title: Block | None = None
    title_text: str = ""
    head: int = 0
    listed: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    spared: tuple[Taken, ...] = ()

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks from the title on."""
        return self.blocks[self.head :]

    @cached_property
    def signatures(self) -> Counter[str]:
        """How often each signature stands on the page."""
        return Counter(block.signature for block in self.blocks)

    @cached_property
    def is_arabic(self) -> bool | None:
        """Tell whether most paragraphs are in Arabic letters; None without a paragraph."""
        arabic = [is_arabic(block.text) for block in self.blocks if is_prose(block)]
        return 2 * sum(arabic) > len(arabic) if arabic else None

    @cached_property
    def uses_stops(self) -> bool:
        """Tell whether this writer ends paragraphs with a stop."""
        return uses_stops(self.blocks)

    @cached_property
    def opening(self) -> str:
        """The first paragraph after the title, or nothing."""
        return self.blocks[self._first_prose].text if self._first_prose < len(self.blocks) else ""

    def first_prose(self) -> int:
        """The place in ``blocks`` of the first paragraph after the title, or their number."""
        return self._first_prose

    def last_prose(self) -> int:
        """The place of the last paragraph, or -1."""
        return self._last_prose

    @cached_property
    def _first_prose(self) -> int:
        places = range(self.head, len(self.blocks))
        return next((i for i in places if self._is_paragraph(self.blocks[i])), len(self.blocks))

    @cached_property
    def _last_prose(self) -> int:
        return next((i for i in reversed(range(len(self.blocks))) if self._is_paragraph(self.blocks[i])), -1)

    def is_text(self, block: Block) -> bool:
        """Tell whether a block is a paragraph: by its look, or because it goes on from the one before ("وأضاف")."""
        return is_prose(block) or goes_on(block, self.patterns)

    def _is_paragraph(self, block: Block) -> bool:
        return block is not self.title and self.is_text(block)


def goes_on(block: Block, patterns: Patterns) -> bool:
    """Tell whether the first word of a line of some length is one with which a sentence goes on from another."""
    long = len(block.text.split()) >= SHORTEST_SENTENCE
    return long and bool(patterns.openers.match(block.signature))


Rule = Callable[[Page], Iterator[Taken]]


def apply(page: Page, rules: Iterable[Rule]) -> Page:
    """Run rules in their order; each sees what the ones before it left, and none takes the title or breaks a list."""
    for rule in rules:
        once = {id(taken.block): taken for taken in reversed(list(rule(page))) if not _stays(taken, page)}
        if once:
            page = without(page, tuple(reversed(once.values())))
    return page


def is_kept(block: Block, page: Page) -> bool:
    """Tell whether the editor keeps a line of the block."""
    return bool(page.kept) and not page.kept.isdisjoint(block.lines)


def _stays(taken: Taken, page: Page) -> bool:
    listed = taken.block.lines[0] in page.listed and taken.rule.startswith(SPARED)
    return taken.block is page.title or listed


def without(page: Page, taken: tuple[Taken, ...]) -> Page:
    """The page after some blocks were taken out, but for those that the editor keeps."""
    spared = tuple(one for one in taken if is_kept(one.block, page))
    taken = tuple(one for one in taken if not is_kept(one.block, page)) if spared else taken
    gone = {id(one.block) for one in taken}
    above = sum(id(block) in gone for block in page.blocks[: page.head])
    kept = tuple(block for block in page.blocks if id(block) not in gone)
    head = page.head - above
    return replace(page, blocks=kept, taken=page.taken + taken, head=head, spared=page.spared + spared)
