"""Choose the title among the first lines, and take its other copies out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.clean.blocks import Block
from builder.clean.credits.mastheads import outlet_named
from builder.clean.credits.rules import is_byline
from builder.clean.doubts.headlines import Candidates, gather, most_like_a_title
from builder.clean.ends import end_rule
from builder.clean.lines import related_kind
from builder.clean.lookalikes import (
    bare_copy,
    halved,
    is_hour,
    is_place_and_source,
    is_place_line,
    is_section_path,
    without_menu,
)
from builder.clean.page import Page, Taken
from builder.clean.phrases import signature
from builder.clean.shapes import (
    content_words,
    crumbs,
    is_bulleted,
    is_complete,
    is_label,
    is_prose,
    is_stopped,
    is_ticker,
    overlap,
)
from builder.clean.stamps import Stamp, has_clock, stamp_in
from builder.clean.zones import is_credited

_SITE = re.compile(r"\s+[-–—|•·:]\s+\S[^|]{1,60}$")
_SITE_MARK = re.compile(r"\s+[-–—|]\s+")
LONGEST_TITLE = 260
SHORTEST_LABELLED = 3


def with_title(page: Page, given: str = "") -> Page:
    """The page with its title chosen; the blocks above it are its head.

    What the sidecar or a saved page calls the title is it; else the candidate that most signs speak for.
    """
    lines = _candidates(page)
    labelled = None if given else _labelled(lines, page)
    if labelled is not None:
        block, text = labelled
        return replace(page, title=block, title_text=text, head=_head(page, block))
    chosen = _same_as(lines, signature_of(given)) or _most_like_a_title(page, lines)
    if chosen is None:
        return page
    chosen = bare_copy(chosen, lines) or chosen
    return replace(page, title=chosen, title_text=_without_site(chosen, page), head=_head(page, chosen))


def _labelled(lines: list[Block], page: Page) -> tuple[Block, str] | None:
    """The only candidate that an archive calls the title, and its words without the label ("HEADLINE: …")."""
    parted = ((line, *line.text.partition(":")) for line in lines)
    found = [
        (line, rest.strip())
        for line, label, _, rest in parted
        if signature(label) in page.patterns.title_labels and len(rest.split()) >= SHORTEST_LABELLED
    ]
    return found[0] if len(found) == 1 else None


def _most_like_a_title(page: Page, lines: list[Block]) -> Block | None:
    """The candidate that most signs speak for.

    One below the first paragraph must be printed again, or be preferred to a candidate above it.
    """
    found = candidates(page, lines)
    chosen = most_like_a_title(found)
    if chosen is not None and is_complete(chosen.text) and all(one is chosen or is_label(one) for one in page.blocks):
        return None  # a brief of one sentence is text, though it has no title
    if chosen is None or found.places[id(chosen)] < found.first or found.copies[chosen.signature] > 1:
        return chosen
    return chosen if any(found.places[id(line)] < found.first for line in lines) else None


def candidates(page: Page, lines: list[Block] | None = None) -> Candidates:
    """The lines that may be the title, none of them below the last paragraph, with what the page is like.

    A first line that is a sentence counts where nothing else stands above the text.
    """
    lines = without_menu(_candidates(page) if lines is None else lines, page.blocks, page.patterns)
    texts = [place for place, block in enumerate(page.blocks) if _begins_text(block, page)]
    first, until = (texts[0], texts[-1]) if texts else (len(page.blocks), len(page.blocks))
    opening = _opening(page) if not any(line is block for line in lines for block in page.blocks[:first]) else None
    if opening is not None:
        lines = [opening]
        first = next((place for place in texts if page.blocks[place] is not opening), len(page.blocks))
    if not texts:
        until -= 1  # without a paragraph the last line is the text
    above = [line for line in lines if any(block is line for block in page.blocks[:until])]
    return gather(page, above or lines, content_words(page.blocks[place] for place in texts), first)


def signature_of(text: str) -> str:
    """The signature of a title as a line would have it."""
    return signature(" ".join(text.split()))


def _candidates(page: Page) -> list[Block]:
    """The headline-like blocks before the second paragraph, in order."""
    found: list[Block] = []
    prose = 0
    for block in page.blocks:
        if _begins_text(block, page):
            prose += 1
            if prose == 2:
                break
        if _could_be_title(block, page):
            found.append(block)
    return found


def _begins_text(block: Block, page: Page) -> bool:
    """Tell whether a block is a paragraph and no title: a question or a line without a stop may be one."""
    if not page.is_text(block) or is_credited(block, page) or _is_breadcrumb(block, page):
        return False
    short = len(block.text) < 150 and block.text[-1] != "."
    bare = len(block.text) < LONGEST_TITLE and not is_stopped(block.text) and page.uses_stops
    return not short and not bare


def _could_be_title(block: Block, page: Page) -> bool:
    text, patterns = block.text, page.patterns
    if not 8 <= len(text) <= LONGEST_TITLE or len(text.split()) < 2 or is_ticker(block) or is_bulleted(text):
        return False
    shaped = is_place_and_source(text) or is_hour(text) or is_section_path(text, patterns.sections)
    shaped = shaped or is_place_line(text, patterns.places, page.opening)
    staff = ":" in text and patterns.staff_roles.fullmatch(signature_of(text.partition(":")[0]))
    if shaped or staff or is_credited(block, page):
        return False
    if patterns.sections.fullmatch(block.signature) or related_kind(block, patterns) or end_rule(block, patterns):
        return False
    stamp = stamp_in(text, patterns)
    if stamp is not None and _is_mostly_date(text, stamp):
        return False
    if _is_breadcrumb(block, page):
        return False
    return not is_byline(block, patterns) and not re.search(r"[,;:،؛]$|\s[\"«“]$", text)


def _is_mostly_date(text: str, stamp: Stamp) -> bool:
    """Tell whether a line says when rather than what: a date that is announced, long, or has an hour."""
    long = stamp.end - stamp.start > 0.6 * len(text)
    return stamp.announced or long or has_clock(text[stamp.start : stamp.end]) or _is_beside_name(text, stamp)


def _is_beside_name(text: str, stamp: Stamp) -> bool:
    """Tell whether a bar parts a full date from a few words, such as a newsletter's name."""
    beside = f"{text[: stamp.start]} {text[stamp.end :]}"
    return "|" in beside and len(beside.split()) <= 5 and bool(re.search(r"\d{4}", text[stamp.start : stamp.end]))


def _same_as(candidates: list[Block], given: str) -> Block | None:
    return next((block for block in candidates if given and block.signature == given), None)


def _is_breadcrumb(block: Block, page: Page) -> bool:
    slashed = block.text.split("/")
    named = len(slashed) >= 3 and page.patterns.sections.fullmatch(signature_of(slashed[0]))
    return len(crumbs(block.text)) >= 3 or bool(named)


def _opening(page: Page) -> Block | None:
    """A first line that is a sentence, shorter than the next paragraph."""
    if len(page.blocks) < 2 or len(page.blocks[0].text.split()) < 3:
        return None
    first, second = page.blocks[:2]
    dated = any(len(block.text) <= 60 and stamp_in(block.text, page.patterns) for block in page.blocks[1:4])
    if dated or not is_prose(first):
        second = next((block for block in page.blocks[1:] if is_prose(block)), second)
    short = len(first.text) <= 200 and len(first.text) < len(second.text)
    return first if short and _could_be_title(first, page) else None


def _without_site(title: Block, page: Page) -> str:
    """The title without the site's name at its end, when another copy or a known outlet shows that it is one."""
    found = _SITE.search(title.text)
    if not found:
        return title.text
    bare = title.text[: found.start()].rstrip()
    if len(bare.split()) < 3:
        return title.text
    site = signature_of(found.group().strip(" -–—|•·:"))
    copies = {block.signature for block in page.blocks if block is not title}
    named = site in page.patterns.outlets or outlet_named(found.group(), page.patterns, "|" in found.group())
    return bare if named or signature_of(bare) in copies else title.text


def _head(page: Page, title: Block) -> int:
    """How many blocks stand up to the last copy of the title before the text."""
    place = next(index for index, block in enumerate(page.blocks) if block is title)
    last = place
    first = next((i for i in range(place + 1, len(page.blocks)) if _is_text(page.blocks[i])), len(page.blocks))
    for index in range(place + 1, first):
        if _is_copy(page.blocks[index], title, page.title_text or title.text):
            last = index
    return last


def _is_text(block: Block) -> bool:
    return is_prose(block) and is_complete(block.text)


def _is_copy(block: Block, title: Block, text: str) -> bool:
    """Tell whether a block is the title again, perhaps cut, with the site's name, or after a breadcrumb."""
    mark, other = signature_of(text), block.signature
    if other in (title.signature, mark) or (mark and signature_of(halved(block.text)) == mark):
        return True
    if any(len(part) >= 20 and mark.startswith(part) for part in map(signature_of, _SITE_MARK.split(block.text)[1:])):
        return True
    if len(mark) < 20 or len(block.text) > len(text) + 70:
        return False
    crumb = signature_of(re.split(r"[/›»>→]", block.text)[-1])
    ends = crumb == mark or (len(crumbs(block.text)) >= 3 and other.endswith(mark))
    if ends or (is_prose(block) and is_complete(block.text)):
        return ends
    added = other.removeprefix(mark)
    if added != other:
        captioned = len(mark.split()) >= 5 and len(added.split()) <= 4
        return bool(_SITE.search(block.text)) or len(added) < 12 or captioned
    cut = re.sub(r"\W*(?:…|\.\.\.)\W*$", "", block.text)
    return len(cut) >= 25 and cut != block.text and mark.startswith(signature_of(cut))


def _is_standfirst(block: Block, page: Page, words: frozenset[str]) -> bool:
    """Tell whether a line right under the title, though a copy of the title follows it, sums the text up."""
    if len(block.text.split()) < 8 or is_credited(block, page) or overlap(block, words) < 0.4:
        return False
    return sum(other.signature == block.signature for other in page.blocks) == 1 and not is_ticker(block)


def take_title_copies(page: Page) -> Iterator[Taken]:
    """Take every other copy of the title."""
    if page.title is None:
        return
    for block in page.blocks:
        if block is not page.title and _is_copy(block, page.title, page.title_text):
            yield Taken(block, "title-again")


def take_above_title(page: Page) -> Iterator[Taken]:
    """Take what stands above the title or between its copies, unless it is a paragraph of the article."""
    if page.title is None:
        return
    words = content_words(block for block in page.blocks[page.head :] if is_prose(block))
    place = next((index for index, block in enumerate(page.blocks) if block is page.title), 0)
    for index, block in enumerate(page.blocks[: page.head]):
        keeps = is_prose(block) and is_complete(block.text) and (overlap(block, words) >= 0.25 or not words)
        keeps = keeps or (index == place + 1 and _is_standfirst(block, page, words))
        if block is not page.title and not keeps:
            yield Taken(block, "above-title")
