"""Bare names into bylines: a line without "by" that several signs together show to be the author's.

A name alone proves nothing: it may be a caption's, a quoted speaker's, a tag. So the signs are added
up: a date, role, agency or outlet in the line, a date, calling or button next to it, its place, a given
name, the name again elsewhere on the page. That the text or the title speaks of this person counts
against it, and so does a text that writes the same words small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.clean.blocks import Block
from builder.clean.credits.authors import has_life
from builder.clean.credits.mastheads import reads_as_outlet
from builder.clean.credits.overlooked import FULL_DATE
from builder.clean.credits.persons import has_given_name, is_initialed, reads_as_person
from builder.clean.credits.places import zone_of
from builder.clean.credits.signed import LONGEST_LINE, Signed, is_role, read_signed
from builder.clean.page import Note, Page, Taken, without
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_complete, is_prose
from builder.clean.stamps import stamp_in
from builder.text import is_arabic

ENOUGH = 4
LONGEST_LABEL = 3
FEW = 3
SHORTEST_SENTENCE = 30
_QUIET = frozenset(("labels", "address", "stray-punctuation", "counter", "captcha", "caption", "picture-name", "tags"))
_DATED = frozenset(("stamp", "age"))


def with_signature(page: Page, taken: tuple[Taken, ...]) -> tuple[Taken, ...]:
    """The credits of a page, and the bare name that is the byline when no line says "by".

    Of several such names the one with the most signs is taken, the first of equals.
    """
    if any(note.kind == "byline" for one in taken for note in one.notes):
        return taken
    credited = {id(one.block): one for one in taken}
    around = neighbourhood(without(page, taken))
    found: list[tuple[int, Block, Signed]] = []
    for index, block in enumerate(page.blocks):
        zone = _zone(page, index)
        far = zone == "above" and not _heads_title(around, block, page)
        if block is page.title or zone == "body" or far or len(block.text) > LONGEST_LINE:
            continue
        named = zone == "tail" and reads_as_outlet(block.text.strip(), page.patterns, firm=True)
        if named or signature(block.text.partition(":")[0]) in page.patterns.source_labels:
            continue
        signed = read_signed(block.text, page.patterns)
        if signed and (score := weigh(block, signed, page, around, zone)) >= ENOUGH:
            found.append((score, block, signed))
    if not found:
        return taken
    _, block, signed = max(found, key=lambda one: one[0])
    known = credited.get(id(block), Taken(block, "byline"))
    notes = (*_notes(block, signed), *known.notes)
    return (*(one for one in taken if one.block is not block), replace(known, notes=tuple(dict.fromkeys(notes))))


def _zone(page: Page, index: int) -> str:
    """Where a line stands; under the first paragraph, which may be a caption, when a day is with it."""
    zone = zone_of(page, index)
    block = page.blocks[index]
    if zone != "body" or is_complete(block.text) or index > page.first_prose() + FEW:
        return zone
    after = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    stamp = stamp_in(after, page.patterns) if FULL_DATE.search(after) else None
    dated = stamp is not None and stamp.end - stamp.start > 0.6 * len(after)
    return "head" if dated or (index == page.first_prose() + 1 and FULL_DATE.search(block.text)) else zone


def _heads_title(around: Neighbourhood, block: Block, page: Page) -> bool:
    """Tell whether a line above the title belongs to it and not to another headline over it."""
    index = next(place for place, (one, _) in enumerate(around.lines) if one is block)
    before, after = _next_to(around, index, -1, page.patterns), _next_to(around, index, 1, page.patterns)
    short = before is None or len(before[0].text.split()) <= LONGEST_LABEL or _is_dated(before, page.patterns)
    short = short or (before is not None and before[0].signature == around.title)
    return short and after is not None and after[0] is page.title


def _notes(block: Block, signed: Signed) -> Iterator[Note]:
    line = block.lines[0]
    yield Note("byline", signed.name, block.text, line)
    if signed.agencies:
        yield Note("agency", ", ".join(signed.agencies), block.text, line)
    yield from (Note("outlet", name, said, line) for name, said in signed.outlets)
    if signed.place:
        yield Note("place", signed.place, block.text, line)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """The lines of a page in their order, with the rule that took each out, and its title."""

    lines: tuple[tuple[Block, str], ...]
    title: str


def neighbourhood(page: Page) -> Neighbourhood:
    """What stands around the lines of a page, those that are out already included."""
    everything = [(block, "") for block in page.blocks] + [(taken.block, taken.rule) for taken in page.taken]
    ordered = tuple(sorted(everything, key=lambda one: one[0].lines[0]))
    return Neighbourhood(ordered, page.title.signature if page.title else "")


def weigh(block: Block, signed: Signed, page: Page, around: Neighbourhood, zone: str) -> int:
    """Add up the signs that a line is the author's; ENOUGH of them make it the byline."""
    patterns = page.patterns
    person = signed.people[0]
    mark = signature(person)
    index = next(place for place, (one, _) in enumerate(around.lines) if one is block)
    before, after = _next_to(around, index, -1, patterns), _next_to(around, index, 1, patterns)
    score = _likeness(person, page)
    score += 3 * signed.has_role + 2 * signed.is_dated + bool(signed.agencies) + 2 * bool(signed.outlets)
    score += 2 * (bool(signed.place) and has_given_name(person, patterns))
    dated = _is_dated(after, patterns)
    score += 2 * (dated or _is_dated(before, patterns)) + (dated and zone == "head")
    score += max((_credit_beside(one[0], patterns) for one in (before, after) if one), default=0)
    score += any(_is_label(around, place, patterns) for place in (index - 1, index + 1))
    score += 3 * has_life(person, page) + (sum(one.signature == mark for one, _ in around.lines) > 1)
    beside = [one[0] for one in (before, after) if one and one[0] is not page.title]
    score -= 2 * any(_is_listed(one, mark, patterns) for one in beside)
    return score + _standing(zone, before, after, page) - 4 * _is_spoken_of(mark, around, page)


def _credit_beside(block: Block, patterns: Patterns) -> int:
    """What a line next to a name says for it: that it is a calling, an outlet or an agency."""
    if is_role(block.text, patterns) and not is_complete(block.text):
        return 3
    outlet = block.signature in patterns.outlets or reads_as_outlet(block.text, patterns)
    return 2 * (outlet or block.signature in patterns.agencies)


def _likeness(person: str, page: Page) -> int:
    """How much words look like a name: by a given name, or as the text never writes them small."""
    if has_given_name(person, page.patterns):
        return 2
    if is_arabic(person):
        return -2
    small = {word.casefold() for word in person.split() if signature(word) not in page.patterns.particles}
    written = any(small & set(re.findall(r"\b[^\W\d_A-Z]+\b", block.text)) for block in page.blocks if is_prose(block))
    return -3 if written else 1


def _standing(zone: str, before: tuple[Block, str] | None, after: tuple[Block, str] | None, page: Page) -> int:
    """What the place of a line says: right under the title, right above the text, right under the text."""
    if zone == "head":
        return (before is not None and before[0] is page.title) + (after is not None and _is_sentence(after[0]))
    if zone == "tail":
        return 2 if before is not None and _is_sentence(before[0]) else -2
    return -1


def _next_to(around: Neighbourhood, index: int, step: int, patterns: Patterns) -> tuple[Block, str] | None:
    """The nearest line in one direction that is neither a button nor a picture's."""
    while 0 <= (index := index + step) < len(around.lines):
        block, rule = around.lines[index]
        if block.text.startswith("@"):
            continue
        if rule in _DATED or not (rule in _QUIET or _is_label(around, index, patterns)):
            return around.lines[index]
    return None


def _is_sentence(block: Block) -> bool:
    return is_prose(block) or (is_complete(block.text) and len(block.text) >= SHORTEST_SENTENCE)


def _is_dated(one: tuple[Block, str] | None, patterns: Patterns) -> bool:
    if one is None or len(one[0].text) > 90:
        return False
    if patterns.stamp.match(one[0].signature) and not is_complete(one[0].text):
        return True
    stamp = None if is_prose(one[0]) else stamp_in(one[0].text, patterns)
    mostly = stamp is not None and (stamp.announced or stamp.end - stamp.start > 0.4 * len(one[0].text))
    return one[1] in _DATED or mostly


def _is_label(around: Neighbourhood, index: int, patterns: Patterns) -> bool:
    """Tell whether a line went as a button or as one of the short lines that sites print around articles."""
    if not 0 <= index < len(around.lines):
        return False
    rule = around.lines[index][1]
    return rule == "labels" or (rule not in _DATED and rule in patterns.lines.rules)


def _is_listed(block: Block, mark: str, patterns: Patterns) -> bool:
    """Tell whether a neighbour is another name or label of the same kind, as in a list of tags."""
    return block.signature != mark and reads_as_person(block.text, patterns) and not is_initialed(block.text)


def _is_spoken_of(mark: str, around: Neighbourhood, page: Page) -> bool:
    """Tell whether title or text name the person, so that the line may be a caption, a tag or a subheading.

    An author's life under the text does not count.
    """
    if f" {mark} " in f" {around.title} ":
        return True
    said = (block for block in page.blocks if is_prose(block) and f" {mark} " in f" {block.signature} ")
    naming = [block for block in said if not any(page.patterns.lines.rules_of(block.signature))]
    return not all(
        one.signature.startswith(mark) or page.patterns.named_lives.fullmatch(one.signature) for one in naming
    )
