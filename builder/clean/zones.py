"""Rules by place: what stands between title and text, inside the text, and below it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from builder.clean.blocks import Block
from builder.clean.lookalikes import is_place_and_source
from builder.clean.page import Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import (
    content_words,
    crumbs,
    is_bulleted,
    is_complete,
    is_headline,
    is_label,
    is_prose,
    is_stopped,
    overlap,
    uses_stops,
)

_CREDIT_OPENER = re.compile(r"^\W*(?:©|\(c\)|ph\s?[:.]|photo\s?:)", re.IGNORECASE)
_LABELLED_CREDIT = re.compile(r"(?:[.!?»”)\]]|\s[-–|/])\s+(?P<words>[^.:/!?]{2,25}?)\s*:\s*[^:.]{2,60}\.?$")
_COPYRIGHT = re.compile(r"\S\s*©\s?[^©.!?]{2,60}$")
_CUT = re.compile(r"\s?(?:…|\.\.\.)[\W\d]*$")
_BRACKETS = re.compile(r"\((?P<words>[^()]{2,30})\)$")
_ENDING = re.compile(r"(?P<mark>[/©|(]|\s-\s|(?<=[\u0621-\u064a])-\s|\.\s|–)\s*(?P<words>[^/©|(]{2,45}?)[)\]\s.]*$")
_INNER_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S+[^\W_]{2}[.!?؟]\s+\S")
_QUOTED = re.compile(r"^[«“\"]")
LONGEST_CAPTION = 330
LONGEST_ENDING = 60
"""What ``_ENDING`` finds is no longer, but for the brackets, points and spaces at the very end."""
LONGEST_POLL = 7


def take_below_title(page: Page) -> Iterator[Taken]:
    """Take labels between the title and the text: sections, breadcrumbs, unrelated bulleted headlines.

    A longer line stays: it may be the standfirst.
    """
    first = page.first_prose()
    words = content_words(block for block in page.blocks[first:] if is_prose(block))
    bullets = [overlap(block, words) for block in page.blocks[page.head : first] if is_bulleted(block.text)]
    bulleted = sum(bullets) / len(bullets) if bullets else 0.0
    interview = len(bullets) == 1 and any(is_bulleted(block.text) for block in page.blocks[first:])
    alone = len(bullets) == 1 and not interview
    terse = 2 <= len(bullets) <= 4 and all(
        len(block.text.split()) <= 8 for block in page.blocks[page.head : first] if is_bulleted(block.text)
    )
    for block in page.blocks[page.head : first]:
        if block is page.title:
            continue
        if page.patterns.sections.fullmatch(block.signature) or len(crumbs(block.text)) >= 3:
            yield Taken(block, "section")
        elif words and _is_label_below_title(block, alone):
            yield Taken(block, "label-below-title")
        elif is_bulleted(block.text) and is_headline(block) and bulleted < 0.25 and words and not (interview or terse):
            yield Taken(block, "bulleted-headline")


def _is_label_below_title(block: Block, alone: bool) -> bool:
    """Tell whether a line is a few words, a place and its source, or the only line behind a point (``alone``)."""
    if is_bulleted(block.text):
        return alone and _is_bulleted_label(block)
    return is_place_and_source(block.text) or _is_small(block)


def _is_bulleted_label(block: Block) -> bool:
    """Tell whether one to three words stand behind a point or dash, as an outlet's name does under a date."""
    return is_label(block) and not re.match(r"\W*\d", block.text)


def _is_small(block: Block) -> bool:
    """Tell whether a block is at most seven words without a stop, quotation or question, and no list item."""
    text = block.text
    if is_bulleted(text) or is_stopped(text) or text[-1] in "?!؟" or _QUOTED.match(text):
        return False
    return len(text.split()) <= 7 and len(text) <= 50


def take_captions(page: Page) -> Iterator[Taken]:
    """Take captions and picture credits: by their first words, by a credit at the end, by "©".

    What stands above and is the same caption without its credit goes too.
    """
    credited = [block.signature for block in page.blocks if is_credited(block, page)]
    for block in page.blocks:
        if block is page.title or len(block.text) > 400:
            continue
        before, colon, _ = block.text.partition(":")
        opener = signature(before) if colon and len(before) < 40 else block.signature
        captioned = page.patterns.captions.fullmatch(opener) and not (is_prose(block) and not colon)
        opened = _CREDIT_OPENER.match(block.text) and len(block.text) < 200
        again = len(block.signature) >= 20 and any(one.startswith(block.signature) for one in credited)
        if captioned or opened or again or _is_bracketed_caption(block, page):
            yield Taken(block, "caption")


def _is_bracketed_caption(block: Block, page: Page) -> bool:
    """Tell whether a line without a stop ends in brackets with an agency, or with a name and stands where captions do.

    That is above the text, or between two paragraphs of a writer who uses stops. Refuses to with fewer
    than four words before the brackets: "(Newswire)" after a place is a dateline.
    """
    found = None if is_prose(block) or page.first_prose() == len(page.blocks) else _BRACKETS.search(block.text)
    if found is None or len(block.text[: found.start()].split()) < 4:
        return False
    mark = signature(found["words"])
    if mark in page.patterns.agencies or page.patterns.captions.fullmatch(mark):
        return True
    index = next(index for index, other in enumerate(page.blocks) if other is block)
    beside = page.blocks[index - 1 : index] + page.blocks[index + 1 : index + 2]
    within = 2 <= len(mark.split()) <= 4 and len(beside) == 2 and all(map(page.is_text, beside)) and uses_stops(beside)
    above = page.head <= index < page.first_prose() and len(mark.split()) <= 3 and len(block.text.split()) >= 6
    return above or within


def is_credited(block: Block, page: Page) -> bool:
    """Tell whether a picture's credit ends a block: "/ NEWSWIRE", "© Newswire", "(Newswire Photo/Jane Roe)"."""
    return len(block.text) <= LONGEST_CAPTION and _is_credited(block.text, is_prose(block), page.patterns)


@lru_cache(maxsize=4096)
def _is_credited(text: str, prose: bool, patterns: Patterns) -> bool:
    """The same, remembered: the title, the captions and the text are looked for with it, line by line."""
    labelled = _LABELLED_CREDIT.search(text) if ":" in text else None
    if (
        ("©" in text and _COPYRIGHT.search(text))
        or patterns.strong_credits.search(signature(text))
        or (not prose and ":" in text and patterns.glued_credits.search(text))
        or (labelled and patterns.captions.fullmatch(signature(labelled["words"])))
    ):
        return True
    ending = _ENDING.search(text, max(0, len(text.rstrip(")]. ")) - LONGEST_ENDING))
    if not ending:
        return False
    mark = signature(ending["words"])
    credited = patterns.credits.search(mark) is not None
    if not credited:
        photo = re.search(r"\([^()]*\)\s*\.?$", text)
        inside = signature(photo.group()) if photo else ""
        return bool(re.match(r"(?:\S+ ){0,2}?photos? ", f"{inside} ")) and bool(inside)
    weak = mark in patterns.agencies
    if ending["mark"] == "(" and weak:
        return False
    return not weak or ending["mark"] in "/©|" or not prose


def take_repeated(page: Page) -> Iterator[Taken]:
    """Take lines that come again: a caption or label every time, a sentence but for the first time."""
    counts = Counter(block.signature for block in page.blocks)
    seen: set[str] = set()
    for block in _cut_copies(page):
        yield Taken(block, "repeated")
    for block in page.blocks:
        if block is page.title or counts[block.signature] < 2 or not block.signature:
            continue
        if block.signature in seen or not (is_complete(block.text) or is_prose(block)):
            yield Taken(block, "repeated")
        seen.add(block.signature)


def _cut_copies(page: Page) -> Iterator[Block]:
    """Paragraphs cut by an ellipsis whose beginning is that of another one; a day may stand behind the ellipsis."""
    for block in page.blocks:
        found = _CUT.search(block.text) if block is not page.title and len(block.text) >= 60 else None
        start = signature(block.text[: found.start()]) if found else ""
        if len(start) >= 40 and any(other.signature.startswith(start) for other in page.blocks if other is not block):
            yield block


def take_headline_runs(page: Page) -> Iterator[Taken]:
    """Take three headlines or labels in a row inside the text that no colon announces as a list.

    Refuses to where the writer does not end paragraphs with a stop, the lines are bulleted, or one of them is
    listed, as the fields of a form under its name are.
    """
    blocks = page.blocks
    prose = [block for block in blocks if is_prose(block)]
    if not uses_stops(prose):
        return
    index = page.first_prose()
    while index < page.last_prose():
        end = index
        while end < len(blocks) and _is_bare(blocks[end], page):
            end += 1
        announced = index > 0 and blocks[index - 1].text.endswith((":", ";", ","))
        if end - index >= 3 and not announced and not any(block.lines[0] in page.listed for block in blocks[index:end]):
            yield from (Taken(block, "headline-run") for block in blocks[index:end])
        index = max(end, index + 1)


def _is_bare(block: Block, page: Page) -> bool:
    bulleted = is_bulleted(block.text) or block.text[0].islower() or _QUOTED.match(block.text)
    return not page.is_text(block) and not is_stopped(block.text) and not bulleted


def take_below_text(page: Page) -> Iterator[Taken]:
    """Take headlines and labels after the last paragraph.

    What ends with a stop, is quoted, or continues a list stays; and where the writer uses no stops
    a line stays unless it is one to three words or another headline follows.
    """
    last = page.last_prose()
    if last < 0:
        return
    tail = page.blocks[last + 1 :]
    stops = uses_stops([block for block in page.blocks if is_prose(block)])
    above = page.blocks[last]
    listing = above.text.endswith((":", ";")) or (is_bulleted(above.text) and last > 0)
    named = False
    for index, block in enumerate(tail):
        section = page.patterns.sections.fullmatch(block.signature)
        named = named and not section and _follows(page, above, block)
        item = is_bulleted(block.text) or above.text.endswith((":", ";", ",", "،")) or named
        listing = listing and not section and item
        above = block
        if page.patterns.list_heads.fullmatch(block.signature):
            listing = named = True
            continue
        if len(tail) - index <= LONGEST_POLL and _is_poll(tail[index:]):
            yield from (Taken(other, "poll") for other in tail[index:])
            return
        told = is_complete(block.text) and not _is_labelled(block, page)
        if listing or told or _QUOTED.match(block.text) or _INNER_SENTENCE.match(block.text):
            continue
        if section:
            yield Taken(block, "section")
        elif is_label(block) or len(crumbs(block.text)) >= 3 or _is_labelled(block, page):
            yield Taken(block, "label-below-text")
        elif is_stopped(block.text) and not re.search(r"[…»”\"]$", block.text):
            continue
        elif stops or len(tail) - index > 1 or index > 0:
            yield Taken(block, "headline-below-text")


def _follows(page: Page, above: Block, block: Block) -> bool:
    """Tell whether nothing was taken out between two blocks, as is so within a list."""
    between = range(above.lines[-1] + 1, block.lines[0])
    return not any(taken.block.lines[0] in between for taken in page.taken)


def _is_poll(blocks: tuple[Block, ...]) -> bool:
    """Tell whether a short question is followed by its answers, two to four labels, and by nothing like text."""
    asked = blocks[0].text[-1] in "?؟" and len(blocks[0].text) <= 110
    answers = blocks[1:]
    bare = all(is_label(block) or is_headline(block) for block in answers[2:])
    return asked and 2 <= len(answers) < LONGEST_POLL and bare and all(map(is_label, answers[:2]))


def _is_labelled(block: Block, page: Page) -> bool:
    """Tell whether a label that is litter by itself has a few words after its colon, as "Source: the town's paper"."""
    before, colon, after = block.text.partition(":")
    few = bool(colon) and 1 <= len(after.split()) <= 5 and not after.rstrip().endswith(".")
    return few and any(page.patterns.lines.rules_of(signature(before)))
