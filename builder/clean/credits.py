"""Lines that say who wrote an article, for which agency or outlet, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.clean.blocks import Block
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature, tokens
from builder.clean.shapes import is_complete, is_prose
from builder.clean.stamps import SEPARATORS, Stamp, divide, has_clock, names_weekday, stamp_in
from builder.text import is_arabic

_OUTLET_LINE = re.compile(r"^(?P<left>[^:|/–—]{2,40}?)\s*(?P<mark>[:|/–—]|\s-\s)\s*(?P<right>.{2,60})$")
_DATELINE_AGENCY = re.compile(r"^[^()\n]{0,70}?\(\s*(?P<agency>[^()]{2,40})\s*\)\s*[-–—:.]*\s")
_CLOSING_AGENCY = re.compile(r"[(\[]\s*(?P<agency>[^()\[\]]{2,40})\s*[)\]]\s*\.?$|[.»”]\s*/(?P<slash>[^/]{2,20})/$")
_DATELINE_OUTLET = re.compile(r"^(?P<outlet>[^:|–—\n]{2,40}?)\s*(?:[:|–—/]|\s-\s|-\s)")
LONGEST_CREDIT = 170
_ARTICLE = "ال"


def take_credits(page: Page) -> Iterator[Taken]:
    """Take lines that are a byline, an agency, a publication date, or several of these.

    A date without a word that announces it is a publication date only between the title and the
    text, or right above the title and without a day of the week (above the title many sites show
    the day of the visit).
    """
    first, last = page.first_prose(), page.last_prose()
    title = next((place for place, block in enumerate(page.blocks) if block is page.title), page.head)
    for index, block in enumerate(page.blocks):
        if len(block.text) > LONGEST_CREDIT or (is_prose(block) and len(block.text) > 110):
            continue
        zone = "above" if index < title else "head" if index < first else "tail" if index > last else "body"
        near = zone == "head" or (
            zone == "above" and index == title - 1 and not names_weekday(block.text, page.patterns)
        )
        taken = read_credit(block, page.patterns, zone, near)
        if taken:
            yield taken


def read_credit(block: Block, patterns: Patterns, zone: str, near: bool) -> Taken | None:
    """What a line credits, or None when some of its words are no credit."""
    text = block.text
    stamp = stamp_in(text, patterns)
    if stamp is not None and not stamp.announced and len(text) <= 90 and patterns.stamp.search(block.signature):
        stamp = replace(stamp, announced=not is_complete(text))
    if stamp is None:
        if is_complete(text) and not patterns.editors.fullmatch(block.signature) and len(text) > 40:
            return None
        return _person_line(block, patterns, zone)
    rests = [rest for rest in (text[: stamp.start], text[stamp.end :]) if rest.strip(SEPARATORS)]
    notes: list[Note] = []
    for rest in rests:
        found = _read_rest(rest, block.lines[0], patterns, zone, stamp.announced)
        if found is None:
            return None
        notes += found
    notes += _stamp_notes(block, stamp, patterns, near)
    if zone == "body" and not stamp.announced and not notes and not has_clock(text):
        return None
    return Taken(block, "stamp" if not notes or notes[-1].kind in ("stamp", "updated") else "byline", tuple(notes))


def _stamp_notes(block: Block, stamp: Stamp, patterns: Patterns, near: bool) -> list[Note]:
    if not stamp.announced and not near:
        return []
    text = block.text[stamp.start : stamp.end]
    parts = divide(text, patterns)
    line = block.lines[0]
    return [Note("updated" if patterns.update.search(signature(part)) else "stamp", part, part, line) for part in parts]


def _read_rest(rest: str, line: int, patterns: Patterns, zone: str, announced: bool) -> list[Note] | None:
    """What stands beside a date: credits, or a section or button (nothing to note); None for real words."""
    bare = rest.strip(SEPARATORS)
    mark = signature(bare)
    pieces = [piece for piece in re.split(r"\s*[|•·]\s*|\s[-–—]\s", bare) if piece.strip()]
    if len(pieces) > 1:
        read = [_read_rest(f"| {piece} |", line, patterns, zone, announced) for piece in pieces]
        return None if any(notes is None for notes in read) else [note for notes in read if notes for note in notes]
    if not mark or patterns.sections.fullmatch(mark) or patterns.labels.fullmatch(mark.replace(" ", "")):
        return []
    if any(pattern.fullmatch(mark) for _, pattern in patterns.lines) or mark in patterns.outlets:
        return [Note("outlet", patterns.outlets[mark], bare, line)] if mark in patterns.outlets else []
    notes = _credit_notes(bare, line, patterns)
    if notes:
        return notes
    separated = bool(re.search(r"[-–—|•·:,/]\s*$", rest)) or bool(re.match(r"\s*[-–—|•·,/]", rest))
    few = len([word for word in mark.split() if word not in patterns.date_words]) <= 4 and not re.search(
        r"[.!?؟]", bare
    )
    separated = separated or (_is_glued(rest) and zone == "head")
    if zone != "body" and few and (separated or announced) and (is_arabic(bare) or _all_capitalised(bare)):
        return []
    return None


def _is_glued(rest: str) -> bool:
    """Tell whether words are glued to the figures of a date after them."""
    return bool(rest) and rest[-1].isalpha()


def _person_line(block: Block, patterns: Patterns, zone: str) -> Taken | None:
    text, line = block.text, block.lines[0]
    if len(text) > 110:
        return None
    notes = _credit_notes(text.strip(), line, patterns)
    if not notes and zone != "body":
        notes = _outlet_line(text, line, patterns) or _placed_agency(text, line, patterns)
    if not notes:
        return None
    if zone == "body" and not any(note.kind in ("byline", "agency") for note in notes):
        return None
    return Taken(block, notes[0].kind, tuple(notes))


def is_byline(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line is a byline: a word such as "by" and what can be a person's name."""
    byline = any(pattern.fullmatch(block.signature) for pattern in patterns.bylines)
    return byline and bool(_credit_notes(block.text, block.lines[0], patterns))


def _credit_notes(text: str, line: int, patterns: Patterns) -> list[Note]:
    """The byline and agency that a few words name; nothing when they name none."""
    bare = _stripped(text)
    mark = signature(bare)
    if patterns.agency_lines.fullmatch(mark):
        return _agency_notes(mark, bare, line, patterns)
    for pattern in patterns.bylines:
        found = pattern.fullmatch(mark)
        if found:
            return _named(bare, tokens(bare)[mark[: found.start("name")].count(" ")].start, line, patterns)
    return [Note("byline", bare, bare, line)] if patterns.editors.fullmatch(mark) else []


def _named(text: str, start: int, line: int, patterns: Patterns) -> list[Note]:
    """A byline from the words after "by"; an agency at their end comes apart."""
    name = _stripped(text[start:])
    mark = signature(name)
    if patterns.agency_lines.fullmatch(mark):
        return _agency_notes(mark, text, line, patterns)
    if patterns.editors.fullmatch(mark):
        return [Note("byline", name, text, line)]
    name, agency = _without_agency(name, patterns)
    if not _is_name(name, patterns):
        return []
    notes = [Note("byline", name, text, line)]
    return notes + ([Note("agency", agency, text, line)] if agency else [])


def _stripped(text: str) -> str:
    """Words without the separators around them; the point of an initial stays."""
    bare = text.strip(SEPARATORS)
    initial = re.search(r"(?:^|[\s.])\w$", bare) and text.rstrip(SEPARATORS.replace(".", "")).endswith(f"{bare}.")
    return f"{bare}." if initial else bare


def _without_agency(name: str, patterns: Patterns) -> tuple[str, str]:
    """A name and the agency written after it: "Jane Roe, Newswire", "Ali Amrani avec Newswire"."""
    for token in tokens(name)[1:]:
        before, after = name[: token.start].rstrip(), signature(name[token.start :])
        if after in patterns.agencies and before[-1:] in ",،/|-–—(":
            return before.strip(SEPARATORS), patterns.agencies[after]
        if patterns.agency_lines.fullmatch(after) and after not in patterns.agencies:
            named = patterns.agency.search(after)
            return before.strip(SEPARATORS), patterns.agencies[named.group()] if named else ""
    return name, ""


def _agency_notes(mark: str, text: str, line: int, patterns: Patterns) -> list[Note]:
    names = list(dict.fromkeys(patterns.agencies[found.group()] for found in patterns.agency.finditer(mark)))
    return [Note("agency", ", ".join(names), text, line)] if names else []


def _outlet_line(text: str, line: int, patterns: Patterns) -> list[Note]:
    """A line such as "Channel Five: Ali Amrani": a known outlet, and after a colon its author."""
    if signature(text) in patterns.outlets:
        return [Note("outlet", patterns.outlets[signature(text)], text, line)]
    found = _OUTLET_LINE.match(text)
    if not found:
        return []
    outlet = patterns.outlets.get(signature(found["left"]))
    right = found["right"].strip(SEPARATORS)
    if outlet is None:
        return []
    notes = [Note("outlet", outlet, found["left"].strip(), line)]
    mark = signature(right)
    if mark in patterns.agencies:
        return [*notes, Note("agency", patterns.agencies[mark], text, line)]
    if patterns.editors.fullmatch(mark) or (found["mark"] == ":" and _is_name(right, patterns)):
        return [*notes, Note("byline", right, text, line)]
    return notes if len(mark.split()) <= 4 else []


def _placed_agency(text: str, line: int, patterns: Patterns) -> list[Note]:
    """An agency at the end of a line after a place or a site's name: "Town - Newswire", "Le Journal avec Newswire"."""
    if len(text) > 70:
        return []
    for token in tokens(text)[1:]:
        before, after = text[: token.start].rstrip(), signature(text[token.start :])
        marked = before[-1:] in "-–—|/(:," and after in patterns.agencies
        with_word = patterns.agency_lines.fullmatch(after) and after not in patterns.agencies
        name = before.strip(SEPARATORS)
        if (marked or with_word) and len(name.split()) <= 4 and (is_arabic(name) or _all_capitalised(name)):
            return _agency_notes(after, text, line, patterns)
    return []


def _is_name(text: str, patterns: Patterns) -> bool:
    """Tell whether words can be a person's name: few, capitalised, without small words of the language."""
    words = text.split()
    if not 1 <= len(words) <= 8 or len(text) > 80 or re.search(r"[\d?!؟«»“”:;…]|\w\w\.\s+\w{4}", text):
        return False
    if is_arabic(text):
        institution = len(words) > 3 and all(word.startswith(_ARTICLE) for word in words[:2])
        return (
            len(words) <= 6
            and not institution
            and not any(signature(word) in patterns.connectives for word in words if len(word) > 1)
        )
    small = [word for word in words if word[0].islower()]
    return words[0][0].isupper() and all(signature(word) in patterns.particles for word in small)


def _all_capitalised(text: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() for word in text.split())


def credits_in_text(page: Page) -> list[Note]:
    """Agency and outlet that the text itself names: in the dateline of its first paragraph, at its end."""
    blocks = [block for block in page.blocks[page.head :] if is_prose(block)]
    if not blocks:
        return []
    first, last = blocks[0], blocks[-1]
    notes = []
    opening = _DATELINE_AGENCY.match(first.text)
    closing = _CLOSING_AGENCY.search(last.text)
    for found, block in ((opening, first), (closing, last)):
        words = next((group for group in found.groups() if group), "") if found else ""
        if signature(words) in page.patterns.agencies:
            notes.append(Note("agency", page.patterns.agencies[signature(words)], words.strip(), block.lines[0]))
    dateline = _DATELINE_OUTLET.match(first.text)
    if dateline and signature(dateline["outlet"]) in page.patterns.outlets:
        name = page.patterns.outlets[signature(dateline["outlet"])]
        notes.append(Note("outlet", name, dateline["outlet"].strip(), first.lines[0]))
    return notes
