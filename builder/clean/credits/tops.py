"""The outlet whose name stands over the title, when its words or the site's other lines tell it from a section's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.credits.mastheads import is_agencys, outlet_named
from builder.clean.credits.sources import LONGEST_SITE_LINE, SOURCE
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import crumbs, is_prose
from builder.clean.stamps import SEPARATORS, stamp_in
from builder.text import is_arabic

ABOUT_SITE = frozenset(("copyright", "newsletter", "follow", "disclaimer", "cookies", "paywall", "appeal"))
_OF_SECTIONS = frozenset(("newsletter", "paywall"))
_CREDIT = re.compile(r"\s[—–|-]\s|[.!?]\s+[\"«“(]")
_BEFORE_NAME = frozenset(
    (
        "cookies",
        "navigation",
        "government",
        "labels",
        "paywall",
        "newsletter",
        "form",
        "counter",
        "follow",
        "stamp",
        "age",
    )
) | {"stray-punctuation", "advertisement", "share", "player", "picture-name", "views", "font-size", "captcha", "ticker"}
"""Rules whose lines stand over a site's name as well as under it."""
LONGEST_NAME = 5
OFTEN = 3
FEW_NOTICES = 6
HOLDER_SIGN = re.compile(r"©|\(c\)|\bcopyright\b\s*(?:©|\(c\))?(?:\s+by\b)?", re.IGNORECASE)


def from_top(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A name over the title that the site's lines about itself have too.

    A single word may be a section's: then the line must be one about rights, but where it opens an Arabic page, whose
    sections are known.
    """
    above = [one.block for one in _ordered(page) if page.title and one.block.lines[0] < page.title.lines[0]]
    opening = _first_line(page)
    about = [other for other in lines if len(other.text) <= LONGEST_SITE_LINE]
    said = "\n".join(f" {other.signature} " for other in about)
    found: dict[str, Note] = {}
    for block in above:
        name, words = block.text.strip(SEPARATORS), block.signature.split()
        short, opens = 0 < len(words) <= LONGEST_NAME, block is opening and is_arabic(name)
        if not short or not _may_name_site(block, page.patterns) or not (opens or may_own(name, page)):
            continue
        own = sum(other is block for other in about)
        elsewhere = said.count(f" {block.signature} ") > own
        others = (other for other in about if elsewhere and other is not block)
        again = opens and len(words) >= 2 and _stands_alone(page, block.signature) >= OFTEN
        again = again or (block is opening and _credits_pictures(page, block.signature))
        if again or any(_is_about(other, block.signature, page.patterns, opens) for other in others):
            found.setdefault(block.signature, Note("outlet", name, block.text, block.lines[0]))
    if len(found) == 1:
        yield from found.values()


def _credits_pictures(page: Page, mark: str) -> bool:
    """Tell whether a caption ends in the name."""
    captions = (one.block.text for one in page.taken if one.rule in ("caption", "repeated"))
    return any(signature(_CREDIT.split(text)[-1]) == mark for text in captions if _CREDIT.search(text))


def _stands_alone(page: Page, mark: str) -> int:
    """How many lines are nothing but these words, or a breadcrumb that begins with them."""
    heads = (signature(crumbs(one.block.text)[0]) for one in _ordered(page) if len(one.block.text) <= LONGEST_SITE_LINE)
    return sum(head == mark for head in heads)


def from_first_line(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A name that reads as an outlet's in the first line of the page that is more than a notice or a button.

    A breadcrumb begins with it. Where a menu begins under it, a word that is not only an outlet's is enough.
    """
    head = _first_line(page)
    if head is None or len(head.text) > LONGEST_SITE_LINE:
        return
    below = [one.block for one in _ordered(page) if one.block.lines[0] > head.lines[0]][:3]
    menu = any(set(block.signature.split()) & page.patterns.home_words for block in below)
    if name := outlet_named(crumbs(head.text)[0], page.patterns, menu):
        yield Note("outlet", name, head.text, head.lines[0])


def _first_line(page: Page) -> Block | None:
    """The first line above the title that is more than a notice, a day or a button."""
    above = [one for one in _ordered(page) if page.title and one.block.lines[0] < page.title.lines[0]]
    named = (one.block for one in above[:FEW_NOTICES] if one.rule not in _BEFORE_NAME)
    return next((block for block in named if not stamp_in(block.text, page.patterns)), None)


def _is_about(block: Block, mark: str, patterns: Patterns, opens: bool) -> bool:
    """Tell whether a line is one of those that a site prints about itself, and has a name in it.

    A single word must stand in a line about rights; where it opens an Arabic page (``opens``) it may be the source as
    well, or what readers are asked to follow.
    """
    said = set(patterns.lines.rules_of(block.signature))
    rights = HOLDER_SIGN.search(block.text) or "copyright" in said
    if f" {mark} " not in f" {block.signature} " or (block.signature == mark and not rights):
        return False
    single = " " not in mark
    source = SOURCE.match(block.text) if opens else None
    if source and signature(source["label"]) in patterns.source_labels:
        return signature(source["words"]) == mark
    if rights or (single and not opens):
        return bool(rights)
    told = (said | set(patterns.notices.rules_of(block.signature))) & ABOUT_SITE
    return bool(patterns.site_lines.fullmatch(block.signature)) or bool(told - _OF_SECTIONS if opens else told)


def _may_name_site(block: Block, patterns: Patterns) -> bool:
    """Tell whether a short line can be a site's name: no section, button, date, known litter or agency."""
    mark = block.signature
    labelled = patterns.sections.fullmatch(mark) or patterns.labels.fullmatch(mark.replace(" ", ""))
    if all(word in patterns.connectives or word in patterns.particles for word in mark.split()):
        return False
    plain = not re.search(r"[>|»›:?!؟]", block.text.strip(SEPARATORS))
    return plain and not (labelled or any(patterns.lines.rules_of(mark)) or is_agencys(mark, patterns))


def _ordered(page: Page) -> list[Taken]:
    """All lines in their order, each with the rule that took it out."""
    everything = [*page.taken, *(Taken(block, "") for block in page.blocks)]
    return sorted(everything, key=lambda one: one.block.lines[0])


def may_own(name: str, page: Page) -> bool:
    """Tell whether a name may be an outlet's: no company's, ministry's or the like, and not one that the text names."""
    mark = signature(name)
    spoken = any(f" {mark} " in f" {block.signature} " for block in page.blocks if is_prose(block))
    return not (spoken or page.patterns.company_words & set(mark.split()))
