"""RawArticle into CleanArticle: the text without the web's litter, and who says they made it.

Every line of the seed that is not blank ends in a paragraph, as the title, or as a Removal that
names its rule. Of a line that holds both text and litter each piece does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from builder.clean.blocks import Block, read_blocks
from builder.clean.credits.datelines import credits_in_text
from builder.clean.credits.openings import authors_in_text
from builder.clean.credits.overlooked import overlooked_stamps
from builder.clean.credits.publishers import outlets_of_page
from builder.clean.credits.sources import outlet_of_address
from builder.clean.doubts.weighing import judge
from builder.clean.glue import without_glued
from builder.clean.language import detect, direction, paragraph_language
from builder.clean.listing import listed_lines
from builder.clean.page import Note, Page, apply
from builder.clean.paragraphs import is_heading, joined
from builder.clean.patterns import Patterns, patterns_for
from builder.clean.phrases import signature
from builder.clean.saved_page import page_addresses, page_clues, page_credits, page_outlet, page_title
from builder.clean.steps import AFTER_TITLE, BEFORE_TITLE
from builder.clean.title import with_title
from builder.errors import Problem, SeedError
from builder.models import (
    BY_EDITOR,
    Attribute,
    CleanArticle,
    Clue,
    LanguageRules,
    Outlet,
    Paragraph,
    Place,
    RawArticle,
    Removal,
    Sidecar,
)
from builder.text import normalise_line, sentences

__all__ = ["clean"]

CLUES = ("stamp", "updated", "masthead", "picture-name")
LONGEST_MADE_TITLE = 200
NO_PLACES: Mapping[str, Place] = MappingProxyType({})


def clean(
    raw: RawArticle,
    languages: Mapping[str, LanguageRules],
    outlets: Mapping[str, Outlet],
    places: Mapping[str, Place] = NO_PLACES,
) -> CleanArticle:
    """Take the litter out of a seed and read its title, byline, agency, outlet, place and language.

    Rules of all languages are used on every seed. What the sidecar says wins. ``places`` are those
    that a dateline may name without further signs. Raises SeedError when no text is left.
    """
    patterns = patterns_for(languages, outlets, places)
    dropped = frozenset(raw.sidecar.drop)
    left = ("" if number in dropped else line for number, line in enumerate(raw.lines, 1))
    page = without_glued(Page(read_blocks(left), patterns, kept=frozenset(raw.sidecar.keep)))
    page = replace(page, listed=listed_lines(page.blocks, patterns))
    page = with_title(apply(page, BEFORE_TITLE), raw.sidecar.title or page_title(raw))
    page = judge(apply(page, AFTER_TITLE))
    blocks = joined(page)
    if not blocks:
        raise SeedError(_no_text(raw, page))
    notes = [*(note for taken in page.taken for note in taken.notes), *credits_in_text(page), *outlets_of_page(page)]
    notes += [*authors_in_text(page), *overlooked_stamps(page, blocks)]
    body = "\n".join(block.text for block in blocks)
    language = raw.sidecar.language or detect(body, languages)
    outlet = _outlet(raw, notes, page, outlets)
    page_author, page_agency = page_credits(raw, outlet, patterns)
    return CleanArticle(
        raw=raw,
        language=language,
        direction=direction(body, language, languages),
        title=_title(page, blocks, raw.sidecar),
        byline=_attribute(raw.sidecar.byline, "byline", notes) or page_author,
        agency=_attribute(raw.sidecar.agency, "agency", _sources_first(notes, patterns)) or page_agency,
        outlet=outlet,
        paragraphs=_paragraphs(blocks, language, languages),
        removed=tuple(sorted((*_removals(page), *_dropped(raw)), key=lambda removal: removal.line)),
        clues=(*(Clue(note.kind, note.text, note.line) for note in notes if note.kind in CLUES), *page_clues(raw)),
        title_lines=page.title.lines if page.title else (),
        place=_attribute("", "place", notes),
        spared=_spared(page),
    )


def _no_text(raw: RawArticle, page: Page) -> Problem:
    """Why no text is left: there was none, or none below the title, or nothing but litter; with how long it is."""
    size = sum(len(line.split()) for line in raw.lines)
    if page.title:
        what = f"is too short for an article: a title of {_counted(len(page.title_text.split()))}, and no text below it"
    else:
        what = f"holds no article text, only menus and labels of {_counted(size)}" if size else "is empty"
    return Problem(raw.source, 0, "", what, "paste the article's text into the file, or delete the file")


def _counted(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"


def _title(page: Page, blocks: tuple[Block, ...], sidecar: Sidecar) -> Attribute:
    """The title; a seed without one is called by its first sentence, which stays in the text."""
    line = page.title.lines[0] if page.title else blocks[0].lines[0]
    if sidecar.title:
        return Attribute(sidecar.title, "sidecar", page.title_text, line)
    if page.title:
        return Attribute(page.title_text, "seed", page.title.text, line)
    start, end = next(iter(sentences(blocks[0].text)))
    text = blocks[0].text[start:end]
    if len(text) > LONGEST_MADE_TITLE:
        text = text[:LONGEST_MADE_TITLE].rsplit(" ", 1)[0]
    return Attribute(text, "seed", text, line)


def _sources_first(notes: Iterable[Note], patterns: Patterns) -> list[Note]:
    """The notes, those behind a word such as "Source" first: a lone agency may be a picture's."""
    return sorted(notes, key=lambda note: signature(note.text.partition(":")[0]) not in patterns.source_labels)


def _attribute(given: str, kind: str, notes: Iterable[Note]) -> Attribute | None:
    if given:
        return Attribute(given, "sidecar", given)
    note = next((note for note in notes if note.kind == kind), None)
    return Attribute(note.value, "seed", note.text, note.line) if note else None


def _outlet(raw: RawArticle, notes: Iterable[Note], page: Page, outlets: Mapping[str, Outlet]) -> Attribute | None:
    """Who published it: as the sidecar says, as the seed says, or by the host of an address.

    The text goes before the sidecar's address, this before what a saved page says of itself.
    """
    given = raw.sidecar.outlet
    if given:
        known = outlets.get(given)
        name = (known.names.get("en") or next(iter(known.names.values()), known.id)) if known else given
        return Attribute(name, "sidecar", given)
    said = _attribute("", "outlet", notes) or _host_outlet(raw.sidecar.url, page.patterns)
    hosts = (_host_outlet(address.text, page.patterns) for address in page_addresses(raw))
    return said or next(filter(None, hosts), None) or page_outlet(raw, page.patterns)


def _host_outlet(url: str, patterns: Patterns) -> Attribute | None:
    name = outlet_of_address(url, patterns) if "://" in url else ""
    return Attribute(name, "knowledge", url) if name else None


def _paragraphs(
    blocks: tuple[Block, ...], language: str, languages: Mapping[str, LanguageRules]
) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(
            id=f"p{index + 1}",
            text=block.text,
            lines=block.lines,
            language=paragraph_language(block.text, language, languages),
            kind="heading" if is_heading(blocks, index) else "text",
        )
        for index, block in enumerate(blocks)
    )


def _dropped(raw: RawArticle) -> tuple[Removal, ...]:
    """The lines that the editor takes out, before any rule looks at the others."""
    texts = ((line, normalise_line(raw.lines[line - 1])) for line in raw.sidecar.drop)
    return tuple(Removal(line, text, BY_EDITOR) for line, text in texts if text)


def _spared(page: Page) -> tuple[Removal, ...]:
    """The lines that a rule would have taken out, each with the first rule that asked for it."""
    first: dict[int, Removal] = {}
    for taken in page.spared:
        for line, text in taken.block.parts:
            if line in page.kept:
                first.setdefault(line, Removal(line, text, taken.rule))
    return tuple(first[line] for line in sorted(first))


def _removals(page: Page) -> tuple[Removal, ...]:
    """What was taken out, in the order of the seed; a site's name cut off the title is among it."""
    removed = [Removal(line, text, taken.rule) for taken in page.taken for line, text in taken.block.parts]
    if page.title and page.title_text != page.title.text:
        rest = page.title.text.removeprefix(page.title_text).strip()
        removed.append(Removal(page.title.lines[-1], rest, "site-name"))
    return tuple(sorted(removed, key=lambda removal: removal.line))
