"""Lines that say who wrote an article, for which agency or outlet, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from builder.clean.authors import has_life, is_initialed, labelled_lines
from builder.clean.blocks import Block
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature, tokens
from builder.clean.places import stands_at_title, touches_title
from builder.clean.shapes import is_complete, is_prose
from builder.clean.stamps import SEPARATORS, Stamp, divide, has_clock, names_weekday, stamp_in
from builder.text import is_arabic

_OUTLET_LINE = re.compile(r"^(?P<left>[^:|/–—]{2,40}?)\s*(?P<mark>[:|/–—]|\s-\s)\s*(?P<right>.{2,60})$")
_BRACKETED = re.compile(r"\s*\([^()]{2,60}\)?\s*$")
LONGEST_CREDIT = 170
STAMPS = ("stamp", "updated", "masthead")
_ARTICLE = "ال"


def take_credits(page: Page) -> Iterator[Taken]:
    """Take lines that are a byline, an agency, a publication date, or several of these.

    A date without a word that announces it is a publication date only between the title and the
    text, or right above the title and without a day of the week (above the title many sites show
    the day of the visit: a page that was seen then was published by then).
    """
    first, last = page.first_prose(), page.last_prose()
    title = next((place for place, block in enumerate(page.blocks) if block is page.title), page.head)
    labelled = labelled_lines(page)
    for index, block in enumerate(page.blocks):
        if len(block.text) > LONGEST_CREDIT or (is_prose(block) and len(block.text) > 110):
            continue
        zone = "above" if index < title else "head" if index < first else "tail" if index > last else "body"
        near = (
            zone == "head"
            or (
                zone == "above"
                and stands_at_title(page, index, title)
                and (not names_weekday(block.text, page.patterns) or touches_title(page, block))
            )
            or (zone in ("body", "tail") and _is_below_byline(page, index))
        )
        taken = read_credit(block, page.patterns, zone, near) or _named_line(block, page, zone, labelled)
        if taken:
            yield _with_author(taken, page)


def _named_line(block: Block, page: Page, zone: str, labelled: frozenset[int]) -> Taken | None:
    """A bare name as a byline: under a lone "by", told of by a life on the page, or initials under the text."""
    name, comma, _ = _stripped(block.text).partition(",")
    words = len(name.split())
    signed = zone == "tail" and is_initialed(name)
    under = block.lines[0] in labelled and words <= 5
    told = zone == "head" and 2 <= words <= 4 and has_life(name, page)
    if not ((signed and not comma) or ((under or told) and _is_name(name, page.patterns))):
        return None
    return Taken(block, "byline", (Note("byline", name, block.text, block.lines[0]),))


def _with_author(taken: Taken, page: Page) -> Taken:
    """A stamp with the name beside it as a byline, where the page tells that person's life."""
    stamp = stamp_in(taken.block.text, page.patterns)
    if stamp is None or any(note.kind == "byline" for note in taken.notes):
        return taken
    name = _stripped(taken.block.text[: stamp.start])
    if not (_is_name(name, page.patterns) and has_life(name, page)):
        return taken
    return replace(taken, notes=(Note("byline", name, taken.block.text, taken.block.lines[0]), *taken.notes))


def _is_below_byline(page: Page, index: int) -> bool:
    """Tell whether a day and an hour stand under a byline, or are printed twice."""
    block, above = page.blocks[index], page.blocks[index - 1]
    twice = sum(other.signature == block.signature for other in page.blocks) > 1
    signed = is_byline(above, page.patterns) or page.patterns.editors.fullmatch(above.signature)
    return has_clock(block.text) and bool(twice or signed)


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
    return Taken(block, "stamp" if not notes or notes[-1].kind in STAMPS else "byline", tuple(notes))


def _stamp_notes(block: Block, stamp: Stamp, patterns: Patterns, near: bool, zone: str) -> list[Note]:
    """What a date says: a publication, a change, or above the title the day on which the page was seen."""
    if not stamp.announced and not near:
        return _masthead(block, stamp, patterns) if zone == "above" else []
    text = block.text[stamp.start : stamp.end]
    parts = divide(text, patterns)
    line = block.lines[0]
    return [Note("updated" if _is_update(part, patterns) else "stamp", part, part, line) for part in parts]


def _masthead(block: Block, stamp: Stamp, patterns: Patterns) -> list[Note]:
    text = block.text[stamp.start : stamp.end]
    dated = re.search(r"\d{4}", text) and (names_weekday(text, patterns) or has_clock(text))
    return [Note("masthead", text, text, block.lines[0])] if dated else []


def _is_update(text: str, patterns: Patterns) -> bool:
    """Tell whether a date is one of a change: the word for it stands before the figures, not after them."""
    found = patterns.update.search(signature(text))
    return found is not None and not re.search(r"\d{4}", signature(text)[: found.start()])


def _read_rest(rest: str, line: int, patterns: Patterns, zone: str, announced: bool) -> list[Note] | None:
    """What stands beside a date: credits, or a section or button (nothing to note); None for real words."""
    bare = _stripped(rest)
    mark = signature(bare)
    pieces = [piece for piece in re.split(r"\s*[|•·]\s*|\s[-–—]\s", bare) if piece.strip()]
    if len(pieces) > 1:
        read = [_read_rest(f"| {piece} |", line, patterns, zone, announced) for piece in pieces]
        return None if any(notes is None for notes in read) else [note for notes in read if notes for note in notes]
    if mark in patterns.outlets:
        return [Note("outlet", patterns.outlets[mark], bare, line)]
    labelled = patterns.sections.fullmatch(mark) or patterns.labels.fullmatch(mark.replace(" ", ""))
    if not mark or labelled or any(pattern.describe(mark) for _, pattern in patterns.lines):
        return []
    notes = _credit_notes(bare, line, patterns)
    if notes:
        return notes
    separated = bool(re.search(r"[-–—|•·:,/]\s*$", rest)) or bool(re.match(r"\s*[-–—|•·,/]", rest))
    others = [word for word in mark.split() if word not in patterns.date_words]
    few = len(others) <= 4 and not re.search(r"[.!?؟](?:\s|$)", bare)
    glued = _is_glued(rest) and zone == "head"
    if glued and is_arabic(bare) and 2 <= len(bare.split()) <= 4 and few and _is_name(bare, patterns):
        return [Note("byline", bare, bare, line)]
    headed = zone in ("above", "head")
    named = few and (separated or glued or announced) and (is_arabic(bare) or _all_capitalised(bare))
    placed = announced and patterns.stamp.match(mark) and len(mark.split()) <= 9
    nameless = few and any(pattern.fullmatch(mark) for pattern in patterns.bylines)
    return [] if (named and zone != "body") or (headed and (placed or nameless)) else None


def _is_glued(rest: str) -> bool:
    """Tell whether words are glued to the figures of a date after them."""
    return bool(rest) and rest[-1].isalpha()


def _person_line(block: Block, patterns: Patterns, zone: str) -> Taken | None:
    text, line = block.text, block.lines[0]
    if len(text) > 110 or patterns.captions.fullmatch(block.signature):
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
            words = tokens(bare)
            first = mark[: found.start("name")].count(" ")
            last = first + found["name"].count(" ")
            named = _named(bare, (words[first].start, words[last].end), line, patterns)
            if named or last + 1 == len(words):
                return named
    return [Note("byline", bare, bare, line)] if patterns.editors.fullmatch(mark) else []


def _named(text: str, span: tuple[int, int], line: int, patterns: Patterns) -> list[Note]:
    """A byline from the words after "by"; an agency at their end comes apart, a place in brackets goes."""
    more = any(char.isalnum() for char in text[span[1] :])
    name = _stripped(_BRACKETED.sub("", text[span[0] : span[1] if more else None]))
    mark = signature(name)
    if patterns.agency_lines.fullmatch(mark):
        return _agency_notes(mark, text, line, patterns)
    if patterns.editors.fullmatch(mark):
        return [Note("byline", name, text, line)]
    name, agency = _without_agency(name, patterns)
    before, comma, calling = name.partition(", ")
    name = before if comma and calling[:1].islower() and " " in before else name
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
    slashed = [part.strip(SEPARATORS) for part in text.split("/")]
    if signature(slashed[0]) in patterns.agencies and 2 <= len(slashed) <= 3:
        people = [part for part in slashed[1:] if len(part.split()) >= 2 and _is_name(part, patterns)]
        bylines = [Note("byline", person, text, line) for person in people[-1:]]
        return [*bylines, *_agency_notes(signature(slashed[0]), text, line, patterns)]
    for token in tokens(text)[1:]:
        before, after = text[: token.start].rstrip(), signature(text[token.start :])
        marked = before[-1:] in "-–—|/(:," and after in patterns.agencies
        with_word = patterns.agency_lines.fullmatch(after) and after not in patterns.agencies
        parts = [part.strip(SEPARATORS) for part in before.split("/") if part.strip(SEPARATORS)]
        if marked and len(parts) == 2 and 2 <= len(parts[1].split()) <= 4 and _is_name(parts[1], patterns):
            return [Note("byline", parts[1], text, line), *_agency_notes(after, text, line, patterns)]
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
