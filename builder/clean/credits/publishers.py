"""The outlet that a page's own words give away: the site's lines about itself, its title, an address, a source.

What an article only cites ("told the Gazette") says nothing of who published it, so the text is not
searched; only the lines that a site prints about itself are, and known names count in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.credits.persons import has_given_name
from builder.clean.page import Note, Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_prose
from builder.clean.stamps import SEPARATORS

LONGEST_SITE_LINE = 220
_ABOUT_SITE = frozenset(("copyright", "newsletter", "follow", "disclaimer", "cookies", "paywall", "appeal"))
LONGEST_NAME = 5
_SUFFIX = re.compile(r"\s+[-–—|•·:»]\s+(?P<name>[^|]{2,60})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]+", re.IGNORECASE)
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
_HOLDER_SIGN = re.compile(r"©|\(c\)|\bcopyright\b\s*(?:©|\(c\))?(?:\s+by\b)?", re.IGNORECASE)
_HOST = re.compile(r"\b[\w-]+\.(?:com|org|net|info)\b")
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b")
_BEHIND_SOURCE = re.compile(r"\s*[,،(|/–—]|\s-\s|\s(?:and|et)\s(?=(?:news )?agenc)")
_SOURCE = re.compile(r"^\W*(?P<label>[^:]{2,30}?)\s*:\s*(?P<words>\S.{1,150})$")


def outlets_of_page(page: Page) -> list[Note]:
    """The outlets that the page names as its own, the surest first; the text is read by ``datelines``."""
    lines = [*(taken.block for taken in page.taken), *page.blocks[page.last_prose() :]]
    rules = (_from_footer, _from_title, _from_site_line, _from_source, _from_address, _from_top, _from_holder)
    return [note for rule in rules for note in rule(page, lines)]


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
        name = page.patterns.own_names.get(signature(found["name"])) if found else None
        if found and name:
            yield Note("outlet", name, found["name"], block.lines[0])


def _from_site_line(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A copyright line, or one that asks to follow the site, with one known name in it.

    Of a copyright line the holder alone counts: others may only distribute.
    """
    for block in lines:
        said = page.patterns.site_lines.fullmatch(block.signature) or _DATED_HOLDER.match(block.text)
        if len(block.text) <= LONGEST_SITE_LINE and said:
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
        and _may_own(name, page)
        and not _names_others(block, name, page.patterns)
    }
    sure = found or alone
    if len({signature(name) for name in sure}) == 1:
        name, block = next(iter(sure.items()))
        yield Note("outlet", name, block.text, block.lines[0])


def _from_top(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A name over the title that the site's lines about itself have too.

    A single word may be a section's: then the line must be one about rights.
    """
    everything = sorted((*page.blocks, *(taken.block for taken in page.taken)), key=lambda one: one.lines[0])
    above = [one for one in everything if page.title and one.lines[0] < page.title.lines[0]]
    found: dict[str, Note] = {}
    for block in above:
        name, words = block.text.strip(SEPARATORS), block.signature.split()
        short = 0 < len(words) <= LONGEST_NAME
        if not short or not _may_name_site(block, page.patterns) or not _may_own(name, page):
            continue
        others = (other for other in lines if other is not block and len(other.text) <= LONGEST_SITE_LINE)
        if any(_is_about(other, block.signature, page.patterns) for other in others):
            found.setdefault(block.signature, Note("outlet", name, block.text, block.lines[0]))
    if len(found) == 1:
        yield from found.values()


def _claims(text: str) -> bool:
    """Tell whether a line does nothing but claim the rights: a picture's credit has neither year nor more words."""
    return bool(_CLAIM.match(text))


def _names_others(block: Block, name: str, patterns: Patterns) -> bool:
    """Tell whether a line about rights names somebody besides their holder, who may only distribute."""
    rest = block.signature.replace(signature(name), " ", 1)
    return bool(patterns.company_words & set(rest.split())) or any(_known_names(rest, patterns))


def _may_own(name: str, page: Page) -> bool:
    """Tell whether a name may be an outlet's: no company's, ministry's or the like, and not one that the text names."""
    mark = signature(name)
    spoken = any(f" {mark} " in f" {block.signature} " for block in page.blocks if is_prose(block))
    return not (spoken or page.patterns.company_words & set(mark.split()))


def _may_name_site(block: Block, patterns: Patterns) -> bool:
    """Tell whether a short line can be a site's name: no section, button, date, known litter or agency."""
    mark = block.signature
    labelled = patterns.sections.fullmatch(mark) or patterns.labels.fullmatch(mark.replace(" ", ""))
    plain = not re.search(r"[>|»›:?!؟]", block.text.strip(SEPARATORS))
    return plain and not (labelled or any(patterns.lines.rules_of(mark)) or _is_agencys(mark, patterns))


def _is_about(block: Block, mark: str, patterns: Patterns) -> bool:
    """Tell whether a line is one of those that a site prints about itself, and has a name in it."""
    if f" {mark} " not in f" {block.signature} " or block.signature == mark:
        return False
    rights = _HOLDER_SIGN.search(block.text) or "copyright" in patterns.lines.rules_of(block.signature)
    if rights or " " not in mark:
        return bool(rights)
    said = patterns.lines.rules_of(block.signature)
    return bool(patterns.site_lines.fullmatch(block.signature)) or any(rule in _ABOUT_SITE for rule in said)


def _holders(block: Block, patterns: Patterns) -> Iterator[str]:
    """The name in a line about rights: what is left of it without the sign, the year and the words about rights."""
    dated = _DATED_HOLDER.match(block.text)
    claimed = bool(dated) or _claims(block.text)
    if not (_HOLDER_SIGN.search(block.text) and (claimed or "copyright" in patterns.lines.rules_of(block.signature))):
        return
    for piece in re.split(r"\s*[.|,،–—]\s*|\s-\s|©|\sor its\s", _HOLDER_SIGN.sub("©", block.text)):
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
            and not _is_agencys(mark, patterns)
        ):
            yield name
        return


def _is_agencys(mark: str, patterns: Patterns) -> bool:
    """Tell whether a name has an agency's in it or begins with one, as the name of its site does."""
    return bool(patterns.agency.search(mark)) or any(len(one) > 3 and mark.startswith(one) for one in patterns.agencies)


def _known_names(mark: str, patterns: Patterns) -> Iterator[str]:
    """The known outlets among the words of a signature, of overlapping ones the longest."""
    words = mark.split()
    start = 0
    while start < len(words):
        for count in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            name = patterns.own_names.get(" ".join(words[start : start + count]))
            if name:
                yield name
                start += count - 1
                break
        start += 1


def _from_source(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A line such as "Source: Harbour Gazette, 3 May 2021"."""
    for block in lines:
        found = _SOURCE.match(block.text)
        if found is None or signature(found["label"]) not in page.patterns.source_labels:
            continue
        name = _BEHIND_SOURCE.split(found["words"])[0]
        known = page.patterns.own_names.get(signature(name))
        if known:
            yield Note("outlet", known, block.text, block.lines[0])


def _from_address(page: Page, lines: list[Block]) -> Iterator[Note]:
    """A line that is nothing but an address, or one behind a word such as "Source", when all such agree."""
    notes: list[Note] = []
    for block in lines:
        found = _ADDRESS.search(block.text)
        label = signature(block.text[: found.start()]) if found else ""
        if found and not block.text[found.end() :].strip(SEPARATORS) and label in {"", *page.patterns.source_labels}:
            name = outlet_of_address(found.group(), page.patterns)
            notes += [Note("outlet", name, block.text, block.lines[0])] if name else []
    if len({note.value for note in notes}) == 1:
        yield notes[0]


def outlet_of_address(url: str, patterns: Patterns) -> str:
    """The outlet whose host an address has, or a host under it; nothing when there is none."""
    host = url.rpartition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].casefold()
    parts = host.split(".")
    names = (patterns.hosts.get(".".join(parts[start:])) for start in range(len(parts) - 1))
    return next(filter(None, names), "")
