"""Lines that say who wrote an article, for which agency or outlet, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.clean.blocks import Block
from builder.clean.credits.agencies import agency_notes, without_agency
from builder.clean.credits.authors import has_life, labelled_lines
from builder.clean.credits.desks import outlet_line, placed_agency
from builder.clean.credits.evidence import with_signature
from builder.clean.credits.mastheads import outlet_named, reads_as_outlet
from builder.clean.credits.overlooked import FULL_DATE, STAMPS, notes_of
from builder.clean.credits.persons import all_capitalised, is_initialed, may_be_name, reads_as_person
from builder.clean.credits.places import stands_at_title, title_place, touches_title, zone_of
from builder.clean.credits.signed import is_role, without_handle, without_rank, without_role
from builder.clean.lookalikes import is_place_line
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature, tokens
from builder.clean.shapes import is_complete, is_prose
from builder.clean.stamps import (
    SEPARATORS,
    Stamp,
    has_clock,
    names_other_day,
    names_weekday,
    stamp_in,
    stripped,
    without_glued_month,
)
from builder.text import is_arabic

_BRACKETED = re.compile(r"\s*\([^()]{2,60}\)?\s*$")
_LONG_STROKE = re.compile(r"\s\N{ARABIC TATWEEL}+\s")
_STROKE = re.compile(r"\s[/|•·–—-]\s")
LONGEST_CREDIT = 170
LAST_LINES = 4


def take_credits(page: Page) -> Iterator[Taken]:
    """Take lines that are a byline, an agency, a publication date, or several of these.

    A date without a word that announces it is a publication date only between the title and the
    text, or right above the title and without a day of the week (above the title many sites show
    the day of the visit: a page that was seen then was published by then). Where no line says "by", a
    bare name with good reasons is the byline.
    """
    yield from with_signature(page, tuple(_credits(page)))


def take_feed_footers(page: Page) -> Iterator[Taken]:
    """Take "The post X appeared first on Y" from the last lines, where feeds put it."""
    for block in page.blocks[-LAST_LINES:]:
        if any(pattern.fullmatch(block.signature) for pattern in page.patterns.feed_footers):
            yield Taken(block, "feed-footer")


def _credits(page: Page) -> Iterator[Taken]:
    title = title_place(page)
    labelled = labelled_lines(page)
    for index, block in enumerate(page.blocks):
        if len(block.text) > LONGEST_CREDIT or (is_prose(block) and len(block.text) > 110):
            continue
        zone = zone_of(page, index)
        if zone == "above" and _is_in_row(page, index):
            continue
        near = (
            zone == "head"
            or (
                zone == "above"
                and stands_at_title(page, index, title)
                and (not names_weekday(block.text, page.patterns) or touches_title(page, block))
            )
            or (zone == "above" and _is_beside_credit(page, index, title))
            or (zone in ("body", "tail") and _is_below_byline(page, index))
        )
        taken = read_credit(block, page.patterns, zone, near) or _named_line(block, page, zone, labelled)
        if taken:
            yield taken


def _is_in_row(page: Page, index: int) -> bool:
    """Tell whether a lone desk or agency stands among other short lines above the title, as an entry of a menu."""
    block, patterns = page.blocks[index], page.patterns
    desk = block.signature in patterns.agencies or bool(patterns.editors.fullmatch(block.signature))
    return desk and not touches_title(page, block)


def _named_line(block: Block, page: Page, zone: str, labelled: frozenset[int]) -> Taken | None:
    """A bare name as a byline: under a lone "by", told of by a life on the page, or initials under the text."""
    name, comma, _ = without_role(stripped(without_handle(block.text)), page.patterns).partition(",")
    words = len(name.split())
    signed = zone == "tail" and is_initialed(name)
    under = block.lines[0] in labelled and words <= 5
    told = zone == "head" and 2 <= words <= 4 and has_life(name, page)
    if not ((signed and not comma) or ((under or told) and may_be_name(name, page.patterns))):
        return None
    return Taken(block, "byline", (Note("byline", name, block.text, block.lines[0]),))


def _is_beside_credit(page: Page, index: int, title: int) -> bool:
    """Tell whether a day above the title stands between a place and who wrote there, as in a service's own report."""
    patterns, text = page.patterns, page.blocks[index].text
    below = page.blocks[index + 1] if index + 1 < title else None
    above = page.blocks[index - 1] if index else None
    if not FULL_DATE.search(text) or stamp_in(text, patterns) is None:
        return False
    placed = above is not None and is_place_line(above.text, patterns.places, page.opening)
    return placed or (below is not None and is_byline(below, patterns))


def _is_below_byline(page: Page, index: int) -> bool:
    """Tell whether a day and an hour stand under a byline, or are printed twice."""
    block, above = page.blocks[index], page.blocks[index - 1]
    if not has_clock(block.text):
        return False
    twice = page.signatures[block.signature] > 1
    return twice or is_byline(above, page.patterns) or bool(page.patterns.editors.fullmatch(above.signature))


def read_credit(block: Block, patterns: Patterns, zone: str, near: bool) -> Taken | None:
    """What a line credits, or None when some of its words are no credit."""
    given, text = block, without_glued_month(block.text, patterns)
    block = block if text == block.text else Block(((block.lines[0], text),))
    stamp = stamp_in(text, patterns)
    if stamp is not None and not stamp.announced and len(text) <= 90 and patterns.stamp.search(block.signature):
        stamp = replace(stamp, announced=not is_complete(text))
    if stamp is None:
        if is_complete(text) and not patterns.editors.fullmatch(block.signature) and len(text) > 40:
            return None
        return _person_line(block, patterns, zone)
    if zone in ("body", "tail") and not (FULL_DATE.search(text[stamp.start : stamp.end]) or has_clock(text)):
        return None
    rests = [rest for rest in (text[: stamp.start], text[stamp.end :]) if rest.strip(SEPARATORS)]
    notes: list[Note] = []
    for rest in rests:
        signed = any(signature(other) in patterns.agencies for other in rests)
        clocked = signed or (zone in ("above", "head") and has_clock(text[stamp.start : stamp.end]))
        found = _read_rest(rest, block.lines[0], patterns, zone, stamp.announced or clocked)
        if found is None:
            return None
        notes += found
    near = near or any(note.kind == "byline" for note in notes)
    notes += _stamp_notes(block, stamp, patterns, near, zone)
    if zone == "body" and not stamp.announced and not notes and not has_clock(text):
        return None
    return Taken(given, "stamp" if not notes or notes[-1].kind in STAMPS else "byline", tuple(notes))


def _stamp_notes(block: Block, stamp: Stamp, patterns: Patterns, near: bool, zone: str) -> list[Note]:
    """What a date says: a publication, a change, or above the title the day on which the page was seen."""
    if names_other_day(block.text, stamp, patterns):
        return []
    edition = zone == "above" and patterns.edition_words.fullmatch(block.signature)
    if not stamp.announced and not near and not edition:
        return _masthead(block, stamp, patterns) if zone == "above" else []
    return notes_of(block, stamp, patterns)


def _masthead(block: Block, stamp: Stamp, patterns: Patterns) -> list[Note]:
    text = block.text[stamp.start : stamp.end]
    dated = re.search(r"\d{4}", text) and (names_weekday(text, patterns) or has_clock(text))
    return [Note("masthead", text, text, block.lines[0])] if dated else []


def _read_rest(rest: str, line: int, patterns: Patterns, zone: str, announced: bool) -> list[Note] | None:
    """What stands beside a date: credits, or a section or button (nothing to note); None for real words."""
    bare = stripped(rest)
    mark = signature(bare)
    pieces = [piece for piece in re.split(r"\s*[|•·]\s*|\s[-–—]\s", bare) if piece.strip()]
    if len(pieces) > 1:
        read = [_read_rest(f"| {piece} |", line, patterns, zone, announced) for piece in pieces]
        return None if any(notes is None for notes in read) else [note for notes in read if notes for note in notes]
    if mark in patterns.outlets:
        return [Note("outlet", patterns.outlets[mark], bare, line)]
    labelled = patterns.sections.fullmatch(mark) or patterns.labels.fullmatch(mark.replace(" ", ""))
    if not mark or labelled or patterns.edition_words.fullmatch(mark) or any(patterns.lines.rules_of(mark)):
        return []
    notes = _credit_notes(bare, line, patterns) or _pieces(bare, line, patterns)
    if notes:
        return notes
    separated = bool(re.search(r"[-–—|•·:,/]\s*$", rest)) or bool(re.match(r"\s*[-–—|•·,/]", rest))
    others = [word for word in mark.split() if word not in patterns.date_words]
    few = len(others) <= 4 and not re.search(r"[.!?؟](?:\s|$)", bare)
    glued = _is_glued(rest) and zone == "head"
    if glued and is_arabic(bare) and 2 <= len(bare.split()) <= 4 and few and may_be_name(bare, patterns):
        return [Note("byline", bare, bare, line)]
    headed = zone in ("above", "head")
    named = few and (separated or glued or announced) and (is_arabic(bare) or all_capitalised(bare))
    placed = announced and patterns.stamp.match(mark) and len(mark.split()) <= 9
    nameless = few and patterns.any_byline.fullmatch(mark)
    return [] if (named and zone != "body") or (headed and (placed or nameless)) else None


def _is_glued(rest: str) -> bool:
    """Tell whether words are glued to the figures of a date after them."""
    return bool(rest) and rest[-1].isalpha()


def _person_line(block: Block, patterns: Patterns, zone: str) -> Taken | None:
    text, line = block.text, block.lines[0]
    if len(text) > 110 or patterns.captions.fullmatch(block.signature):
        return None
    notes = _credit_notes(text.strip(), line, patterns) or _pieces(text, line, patterns)
    if not notes and zone != "body":
        bare = zone == "tail" and signature(text) in patterns.outlets
        notes = [] if bare else outlet_line(text, line, patterns, zone) or placed_agency(text, line, patterns)
    if not notes:
        return None
    if zone == "body" and not any(note.kind in ("byline", "agency") for note in notes):
        return None
    return Taken(block, notes[0].kind, tuple(notes))


def _pieces(text: str, line: int, patterns: Patterns) -> list[Note]:
    """A byline behind an outlet or its letters and a stroke: "GAZ / By Jane Roe", "gazette.com | By Jane Roe"."""
    outlet, *behind = _STROKE.split(text, maxsplit=1)
    if not behind or len(outlet.split()) > 4:
        return []
    named = outlet_named(outlet, patterns, firm=True)
    short = outlet.isupper() and len(outlet) <= 6
    notes = _credit_notes(behind[0], line, patterns) if named or short else []
    bylines = any(note.kind == "byline" for note in notes)
    return [*notes, *([Note("outlet", named, text, line)] if named else [])] if bylines else []


def byline_notes(text: str, line: int, patterns: Patterns) -> list[Note]:
    """What a byline with a word such as "by" credits; nothing for other words."""
    text = _LONG_STROKE.sub(" - ", text)
    mark = signature(text)
    return _credit_notes(text, line, patterns) if any(one.fullmatch(mark) for one in patterns.bylines) else []


def is_byline(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line is a byline: a word such as "by" and what can be a person's name."""
    byline = patterns.any_byline.fullmatch(block.signature)
    return byline is not None and bool(_credit_notes(block.text, block.lines[0], patterns))


def _credit_notes(text: str, line: int, patterns: Patterns) -> list[Note]:
    """The byline and agency that a few words name; nothing when they name none."""
    bare = stripped(patterns.glued_openers.sub(r"\1 ", _LONG_STROKE.sub(" - ", text)))
    mark = signature(bare)
    if patterns.agency_lines.fullmatch(mark):
        return agency_notes(mark, bare, line, patterns)
    for pattern in patterns.bylines if patterns.any_byline.fullmatch(mark) else ():
        found = pattern.fullmatch(mark)
        if found:
            words = tokens(bare)
            first = mark[: found.start("name")].count(" ")
            last = first + found["name"].count(" ")
            named = _named(bare, (words[first].start, words[last].end), line, patterns)
            if named or last + 1 == len(words):
                behind = _outlet_behind(mark.split()[last + 1 :], text, line, patterns)
                unknown = stripped(bare[words[last].end :])
                return named + (behind or _outlet_for(unknown, text, line, patterns))
    return [Note("byline", bare, bare, line)] if patterns.editors.fullmatch(mark) else []


def _outlet_behind(words: list[str], text: str, line: int, patterns: Patterns) -> list[Note]:
    """A known outlet among the words behind a name: "By Jane Roe for Harbour Gazette in Town"."""
    runs = (" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start, -1))
    name = next((patterns.outlets[run] for run in runs if run in patterns.outlets), None)
    return [Note("outlet", name, text, line)] if name else []


def _outlet_for(words: str, text: str, line: int, patterns: Patterns) -> list[Note]:
    """An outlet that nobody knows behind the small word after a name: "By Jane Roe for The Harbour Gazette"."""
    name = words.partition(" ")[2]
    return [Note("outlet", name, text, line)] if reads_as_outlet(name, patterns) else []


def _named(text: str, span: tuple[int, int], line: int, patterns: Patterns) -> list[Note]:
    """A byline from the words after "by"; an agency at their end comes apart, a place in brackets goes."""
    more = any(char.isalnum() for char in text[span[1] :])
    said = without_handle(text[span[0] : span[1] if more else None])
    bracket = _BRACKETED.search(said)
    inside = signature(bracket.group()) if bracket else ""
    bracketed = agency_notes(inside, text, line, patterns) if patterns.agency_lines.fullmatch(inside) else []
    name = stripped(_BRACKETED.sub("", said))
    mark = signature(name)
    if patterns.agency_lines.fullmatch(mark):
        return agency_notes(mark, text, line, patterns)
    if patterns.editors.fullmatch(mark):
        return [Note("byline", name, text, line)]
    name, *behind = re.split(r"\s+[-–—|•·/]\s+", name)
    beside = [*bracketed, *(note for piece in behind for note in _beside_name(piece, text, line, patterns))]
    name, comma, last = name.rpartition(", ")
    if not (comma and reads_as_outlet(last, patterns)):
        name, last = f"{name}{comma}{last}", ""
    beside += _beside_name(last, text, line, patterns) if last else []
    name, agency = without_agency(without_role(name, patterns), patterns)
    if signature(name) in patterns.outlets:
        outlet = Note("outlet", patterns.outlets[signature(name)], text, line)
        return [outlet, *beside, *([Note("agency", agency, text, line)] if agency else [])]
    name = without_rank(_without_calling(name, patterns))
    other = all(is_role(word, patterns) or _is_other(word, patterns) for word in name.split())
    if other or not may_be_name(name, patterns):
        return []
    notes = [Note("byline", name, text, line), *beside]
    return notes + ([Note("agency", agency, text, line)] if agency else [])


def _without_calling(name: str, patterns: Patterns) -> str:
    """The name without a calling or place behind a comma, or without a place before one."""
    before, comma, after = name.partition(", ")
    if not comma:
        return name
    if " " in before and (after[:1].isdigit() or after[:1].islower() or is_role(after, patterns)):
        return before
    return after if reads_as_person(after, patterns) and not reads_as_person(before, patterns) else name


def _is_other(word: str, patterns: Patterns) -> bool:
    mark = signature(word)
    return mark in patterns.not_names or mark.removeprefix("و") in patterns.author_roles


def _beside_name(piece: str, text: str, line: int, patterns: Patterns) -> list[Note]:
    """What stands behind a name and a stroke: an outlet or an agency; a place or a calling says nothing here."""
    mark = signature(piece)
    if outlet := patterns.outlets.get(mark) or (piece if reads_as_outlet(piece, patterns) else ""):
        return [Note("outlet", outlet, text, line)]
    return agency_notes(mark, text, line, patterns) if mark in patterns.agencies else []
