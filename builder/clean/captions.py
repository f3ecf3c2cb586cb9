"""The captions between a title and its text that end in who took or published the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.credits.mastheads import outlet_named
from builder.clean.credits.persons import all_capitalised, reads_as_person
from builder.clean.credits.places import title_place
from builder.clean.page import Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_prose

LONGEST = 250
SHORTEST = 4
_CREDITED = re.compile(
    r"^(?P<said>.+?[\w.!?»”])\s*(?:\s[—–|]\s?|[.!?»”]\s+-\s|[.!?»”]\s+(?=[\"«“(]))[\"«“(]?(?P<who>[^.!?\"«“(—–|]{2,45}?)"
    r"[\"»”)]?\.?$"
)
_LAST_SENTENCE = re.compile(r"[^\W\d_]{2}[\"»”)]?[.!?؟]\s+(?P<last>[^.!?؟]{4,60}(?:\.[^.!?؟]{0,12}){0,4})\.?$")


def take_signed_captions(page: Page) -> Iterator[Taken]:
    """Take lines between title and text that end in an outlet, a person or "photo by" somebody.

    The first line that reads as a paragraph is one as well when another paragraph follows it.
    """
    first = page.first_prose()
    names = frozenset(one.value for taken in page.taken for one in taken.notes if one.kind == "outlet")
    last = first + any(map(is_prose, page.blocks[first + 1 :]))
    for block in page.blocks[title_place(page) + 1 : last]:
        if block is page.title or len(block.text) > LONGEST or len(block.text.split()) <= SHORTEST:
            continue
        if is_signed_caption(block.text, page.patterns, names | _top(page)):
            yield Taken(block, "caption")


def is_signed_caption(text: str, patterns: Patterns, names: frozenset[str] = frozenset()) -> bool:
    """Tell whether a text ends as a caption does; ``names`` are those of the site."""
    sentence = _LAST_SENTENCE.search(text)
    if sentence and _is_credit(sentence["last"], patterns):
        return True
    found = _CREDITED.match(text)
    if not found or len(found["said"].split()) < SHORTEST:
        return False
    who = found["who"].strip()
    mark = signature(who)
    known = mark in patterns.agencies or mark in map(signature, names) or outlet_named(who, patterns, firm=True)
    several = re.split(r"\s*[,/&]\s*", who)
    return bool(known) or (all_capitalised(who) and any(reads_as_person(one, patterns) for one in several))


def _is_credit(words: str, patterns: Patterns) -> bool:
    """Tell whether words are a credit, or the word of one and a name: "Photo by Jane Roe", "Photo Jane Roe"."""
    first, _, rest = words.partition(" ")
    named = all_capitalised(rest) and len(rest.split()) <= SHORTEST and bool(rest)
    return any(patterns.captions.fullmatch(mark) for mark in (signature(words), signature(first) if named else ""))


def _top(page: Page) -> frozenset[str]:
    """The first lines of the page, one of which is mostly the site's name."""
    lines = sorted((*page.blocks, *(taken.block for taken in page.taken)), key=lambda one: one.lines[0])
    return frozenset(one.text for one in lines[:3] if page.title and one.lines[0] < page.title.lines[0])
