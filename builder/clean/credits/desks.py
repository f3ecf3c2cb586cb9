"""Lines that credit an outlet or an agency, with an author or a place beside it."""

from __future__ import annotations

import re

from builder.clean.credits.agencies import agency_notes
from builder.clean.credits.datelines import opening_outlet, outlet_from
from builder.clean.credits.mastheads import reads_as_outlet
from builder.clean.credits.persons import all_capitalised, is_initialed, may_be_name, reads_as_person
from builder.clean.page import Note
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature, tokens
from builder.clean.stamps import SEPARATORS, stripped
from builder.text import is_arabic

_SIGNED_DATELINE = re.compile(r"^(?P<name>[^:|/–—]{5,40}?)\s*[–—-]\s*(?P<rest>[^:|/–—]{2,40}?)\s*/{2,4}$")
_OUTLET_LINE = re.compile(r"^(?P<left>[^:|/–—]{2,40}?)\s*(?P<mark>[:|/–—]|\s-\s)\s*(?P<right>.{2,60})$")


def outlet_line(text: str, line: int, patterns: Patterns, zone: str) -> list[Note]:
    """A line such as "Channel Five: Ali Amrani": a known outlet, and after a colon its author.

    Between title and text a name that only reads as an outlet's counts too; above the title it may be a menu's.
    """
    if signed := _signed_dateline(text, line, patterns):
        return signed
    whole = patterns.outlets.get(signature(text), "") or (
        text if zone == "head" and reads_as_outlet(text, patterns) else ""
    )
    opening = whole or opening_outlet(text, patterns) or outlet_from(text, patterns)
    if opening:
        return [Note("outlet", opening, text, line)]
    found = _OUTLET_LINE.match(text)
    outlet = patterns.outlets.get(signature(found["left"])) if found else None
    if not found or outlet is None:
        return []
    right = found["right"].strip(SEPARATORS)
    notes = [Note("outlet", outlet, found["left"].strip(), line)]
    mark = signature(right)
    if mark in patterns.agencies:
        return [*notes, Note("agency", patterns.agencies[mark], text, line)]
    if patterns.editors.fullmatch(mark) or (found["mark"] == ":" and may_be_name(right, patterns)):
        return [*notes, Note("byline", right, text, line)]
    return notes if len(mark.split()) <= 4 else []


def _signed_dateline(text: str, line: int, patterns: Patterns) -> list[Note]:
    """The author before a dateline's strokes, with the outlet that begins it: "Ali Amrani – Gazette Town//"."""
    found = _SIGNED_DATELINE.match(text)
    if not found or not 2 <= len(found["name"].split()) <= 4 or not reads_as_person(found["name"], patterns):
        return []
    outlet = opening_outlet(f"{found['rest']} //", patterns)
    outlets = [Note("outlet", outlet, found["rest"], line)] if outlet else []
    return [Note("byline", found["name"], text, line), *outlets]


def placed_agency(text: str, line: int, patterns: Patterns) -> list[Note]:
    """An agency at the end of a line after a place or a site's name: "Town - Newswire", "Le Journal avec Newswire"."""
    if len(text) > 70:
        return []
    slashed = [part.strip(SEPARATORS) for part in text.split("/")]
    if signature(slashed[0]) in patterns.agencies and 2 <= len(slashed) <= 3:
        people = [part for part in slashed[1:] if len(part.split()) >= 2 and may_be_name(part, patterns)]
        bylines = [Note("byline", person, text, line) for person in people[-1:]]
        return [*bylines, *agency_notes(signature(slashed[0]), text, line, patterns)]
    for token in tokens(text)[1:]:
        before, after = text[: token.start].rstrip(), signature(text[token.start :])
        marked = before[-1:] in "-–—|/(:," and after in patterns.agencies
        with_word = patterns.agency_lines.fullmatch(after) and after not in patterns.agencies
        parts = [part.strip(SEPARATORS) for part in before.split("/") if part.strip(SEPARATORS)]
        if marked and len(parts) == 2 and 2 <= len(parts[1].split()) <= 4 and may_be_name(parts[1], patterns):
            return [Note("byline", parts[1], text, line), *agency_notes(after, text, line, patterns)]
        name = stripped(before)
        if not (marked or with_word):
            continue
        credited = _credited(name, text, line, patterns)
        if credited or (len(name.split()) <= 4 and (is_arabic(name) or all_capitalised(name))):
            return [*credited, *agency_notes(after, text, line, patterns)]
    return []


def _credited(name: str, text: str, line: int, patterns: Patterns) -> list[Note]:
    """The author or outlet that stands before an agency; a place is neither."""
    if is_initialed(name) or reads_as_person(name, patterns):
        return [Note("byline", name, text, line)]
    outlet = patterns.outlets.get(signature(name))
    return [Note("outlet", outlet, text, line)] if outlet else []
