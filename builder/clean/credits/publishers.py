"""The outlet that a page's own words give away: the site's lines about itself, its title, an address, a source.

What an article only cites ("told the Gazette") says nothing of who published it, so the text is not
searched; only the lines that a site prints about itself are, and known names count in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.credits.mastheads import is_agencys, outlet_named, outlet_within
from builder.clean.credits.persons import has_given_name
from builder.clean.credits.sources import LONGEST_SITE_LINE, from_address, from_source
from builder.clean.credits.tops import ABOUT_SITE, HOLDER_SIGN, from_first_line, from_top, may_own
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.stamps import SEPARATORS

LONGEST_NAME = 5
_SUFFIX = re.compile(r"\s+[-–—|•·:»]\s+(?P<name>[^|]{2,60})$")
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\W*(?P<name>[^.|,،–—-]*)", re.IGNORECASE
)
_DATED_HOLDER = re.compile(
    r"\W*(?:©|\(c\)|copyright)[\s©]*(?:\(c\))?\s*(?:19|20)\d\d|\W*©.*(?:19|20)\d\d\W*$", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\W*copyright\b\s*(?:©|\(c\))?\s*\w|\W*(?:©|\(c\))(?:\s*(?:19|20)\d\d|[^.]{2,40}(?:(?:19|20)\d\d\W*$|[.]\s*\w.{20}))"
    r"|[^©.]{3,40}©\s*(?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
_HOST = re.compile(r"\b[\w-]+\.(?:com|org|net|info)\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b")


def outlets_of_page(page: Page) -> list[Note]:
    """The outlets that the page names as its own, the surest first; the text is read by ``datelines``."""
    lines = [*(taken.block for taken in page.taken), *page.blocks[page.last_prose() :]]
    rules = (_from_footer, _from_title, _from_site_line, from_source, from_address, from_top, _from_holder)
    last = (from_first_line, _from_own_words, _from_signature)
    return [note for rule in (*rules, *last) for note in rule(page, lines)]


def _from_footer(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A feed's footer says it outright, so that the name need not be known: "The post X appeared first on Y"."""
    for block in lines:
        for pattern in page.patterns.feed_footers:
            found = pattern.fullmatch(block.signature) if len(block.text) <= 2 * LONGEST_SITE_LINE else None
            if found:
                count = len(found["name"].split())
                said = " ".join(block.text.rstrip(SEPARATORS).split()[-count:])
                yield Note("outlet", page.patterns.own_names.get(found["name"], said), block.text, block.lines[0])
                break


def _from_title(page: Page, lines: list[Block]) -> Iterator[Note]:
    """The site's name behind the title, of whichever copy has it."""
    if page.title is None:
        return
    for block in (page.title, *lines):
        found = _SUFFIX.search(block.text) if block.signature.startswith(signature(page.title_text)) else None
        name = outlet_named(found["name"], page.patterns, "|" in found.group()) if found else ""
        if found and name:
            yield Note("outlet", name, found["name"], block.lines[0])


def _from_site_line(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A copyright line, or one that asks to follow the site, with one known name in it.

    Of a copyright line the holder alone counts: others may only distribute.
    """
    for block in lines:
        if len(block.text) > LONGEST_SITE_LINE:
            continue
        if page.patterns.site_lines.fullmatch(block.signature) or _DATED_HOLDER.match(block.text):
            holder = _HOLDER.search(block.text)
            mark = signature(holder["name"] or block.text[: holder.start()]) if holder else block.signature
            names = dict.fromkeys(_known_names(mark, page.patterns))
            if len(names) == 1:
                yield Note("outlet", next(iter(names)), block.text, block.lines[0])


def _from_holder(page: Page, lines: list[Block]) -> Iterator[Note]:
    """Who holds the rights as the page's last lines say, though the name is not known, if another line has it too.

    Refuses an agency, a line without a year or words about rights, as a picture's credit is, several names, and
    one beside another site's address, which may only distribute.
    """
    last = max((line for block in page.blocks[: page.last_prose() + 1] for line in block.lines), default=0)
    below = [block for block in lines if block.lines[0] > last and len(block.text) <= LONGEST_SITE_LINE]
    names = {name: block for block in below for name in _holders(block, page.patterns)}
    everything = [*page.blocks, *(taken.block for taken in page.taken)]
    found = {
        name: block
        for name, block in names.items()
        if any(f" {signature(name)} " in f" {other.signature} " for other in everything if other is not block)
    }
    alone = {
        name: block
        for name, block in names.items()
        if _claims(block.text)
        and not has_given_name(name, page.patterns)
        and may_own(name, page)
        and not _names_others(block, name, page.patterns)
    }
    sure = found or alone
    if len({signature(name) for name in sure}) == 1:
        name, block = next(iter(sure.items()))
        yield Note("outlet", name, block.text, block.lines[0])


def _claims(text: str) -> bool:
    """Tell whether a line does nothing but claim the rights: a picture's credit has neither year nor more words."""
    return bool(_CLAIM.match(text))


def _names_others(block: Block, name: str, patterns: Patterns) -> bool:
    """Tell whether a line about rights names somebody besides their holder, who may only distribute."""
    rest = block.signature.replace(signature(name), " ", 1)
    return bool(patterns.company_words & set(rest.split())) or any(_known_names(rest, patterns))


def _holders(block: Block, patterns: Patterns) -> Iterator[str]:
    """The name in a line about rights: what is left of it without the sign, the year and the words about rights."""
    dated = _DATED_HOLDER.match(block.text)
    claimed = bool(dated) or _claims(block.text)
    if not (HOLDER_SIGN.search(block.text) and (claimed or "copyright" in patterns.lines.rules_of(block.signature))):
        return
    for piece in re.split(r"\s*[.|,،–—]\s*|\s-\s|©|\sor its\s", HOLDER_SIGN.sub("©", block.text)):
        name = _YEARS.sub("", piece).strip(SEPARATORS + "!")
        mark = signature(name)
        if not mark or "copyright" in patterns.lines.rules_of(mark) or patterns.site_lines.fullmatch(f"{mark} "):
            continue
        host = _HOST.search(block.text)
        other = host is not None and mark.replace(" ", "") not in host.group().casefold()
        if (
            not other
            and len(mark.split()) <= LONGEST_NAME + 1
            and not mark.isdigit()
            and not is_agencys(mark, patterns)
        ):
            yield name
        return


def _known_names(mark: str, patterns: Patterns) -> Iterator[str]:
    """The known outlets among the words of a signature, of overlapping ones the longest."""
    words = mark.split()
    start = 0
    while start < len(words):
        for count in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            said = " ".join(words[start : start + count])
            name = patterns.own_names.get(said)
            if name and not patterns.sections.fullmatch(said):
                yield name
                start += count - 1
                break
        start += 1


def _from_signature(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A name that reads as an outlet's right under the author's name at the end of the text."""
    last = max((line for block in page.blocks[: page.last_prose() + 1] for line in block.lines), default=0)
    signed = [one.block.lines[-1] for one in page.taken if any(note.kind == "byline" for note in one.notes)]
    for block in lines:
        if last < block.lines[0] - 1 in signed and (name := outlet_named(block.text, page.patterns)):
            yield Note("outlet", name, block.text, block.lines[0])


def _from_own_words(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A name that reads as an outlet's in a line about rights, subscriptions or support, or under "published in"."""
    found: dict[str, Note] = {}
    for taken in page.taken:
        block = taken.block
        if len(block.text) > LONGEST_SITE_LINE or not _is_about_site(taken, page.patterns):
            continue
        name = outlet_within(block.text, page.patterns)
        if name and not _names_others(block, name, page.patterns):
            found.setdefault(signature(name), Note("outlet", name, block.text, block.lines[0]))
    if len(found) == 1:
        yield from found.values()


def _is_about_site(taken: Taken, patterns: Patterns) -> bool:
    said = patterns.lines.rules_of(taken.block.signature)
    about = taken.rule in ABOUT_SITE or any(rule in ABOUT_SITE for rule in said)
    return (
        about
        or bool(patterns.site_lines.fullmatch(taken.block.signature))
        or _DATED_HOLDER.match(taken.block.text) is not None
    )
