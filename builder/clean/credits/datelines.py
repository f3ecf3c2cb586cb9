"""Place, agency and outlet that a text names itself: in the dateline of its first paragraph, at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clean.blocks import Block
from builder.clean.credits.mastheads import reads_as_outlet
from builder.clean.page import Note, Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_prose
from builder.clean.stamps import SEPARATORS, stamp_in
from builder.text import is_arabic

_BRACKET = re.compile(r"^(?P<before>[^()\n«»“”\"!?؟]{2,70}?)\s*\(\s*(?P<who>[^()]{2,40})\s*\)\s*(?P<mark>[-–—:.,]*)\s*")
_SLASH = re.compile(r"^(?P<before>[^/\n]{2,45}?)\s*/\s*(?P<who>[^/\n]{2,25}?)\s*/\s*[-–—:]*\s*")
_DASH = re.compile(r"^(?P<before>[^:|–—\n()«»“”\"!?؟.]{2,50}?)\s*(?:[:|–—]|\s-\s|-\s|/{1,4})\s*")
_CLOSING_AGENCY = re.compile(r"[(\[]\s*(?P<agency>[^()\[\]]{2,40})\s*[)\]]\s*\.?$|[.»”]\s*/(?P<slash>[^/]{2,20})/$")
_JOINED_AGENCY = re.compile(r"(?P<agency>[A-Z]{2,6})\s?[-–]\s?[A-ZÀ-Þ][^()\n]{2,30}\([^()\n]{3,25}\)\s*[-–:]")
_STROKES = re.compile(r"^(?P<before>[^/\n]{2,40}?)\s*/{2,}")
LONGEST_PLACE = 4


def credits_in_text(page: Page) -> list[Note]:
    """Place, agency and outlet that the text itself names: in the dateline of its first paragraph, at its end."""
    blocks = [block for block in page.blocks[page.head :] if is_prose(block)]
    return [*_opening(blocks[0], page.patterns), *_closing(blocks[-1], page.patterns)] if blocks else []


def _opening(block: Block, patterns: Patterns) -> Iterator[Note]:
    """What a dateline says: "TOWN, Country, Oct 2 (AP) —", "Town –", "Gazette (Town) -", "NW - Town (Newsroom) -"."""
    text, line = block.text, block.lines[0]
    for pattern in (_BRACKET, _SLASH):
        found = pattern.match(text)
        if found is None:
            continue
        if found.groupdict().get("mark", "-") or _is_short(found["before"], patterns):
            yield from _agency(found["who"], line, patterns)
        yield from _outlet(f"{found['before']} ({found['who']})", found["before"], line, patterns)
        yield from _outlet("", found["who"], line, patterns)
        if _is_credit(found["who"], patterns):
            yield from _place(found["before"], line, patterns, marked=True)
    before = _JOINED_AGENCY.match(text)
    if before:
        yield from _agency(before["agency"], line, patterns)
    dash = _DASH.match(text)
    if dash:
        if signature(dash["before"]) in patterns.agencies:
            yield from _agency(dash["before"], line, patterns)
        yield from _outlet(dash["before"], dash["before"], line, patterns)
        yield from _place(dash["before"], line, patterns, marked=False)
    if name := opening_outlet(text, patterns):
        yield Note("outlet", name, text.split("//")[0].strip(), line)


def _is_short(text: str, patterns: Patterns) -> bool:
    """Tell whether words before a bracket can be a dateline though no stroke follows: a place, perhaps with a day."""
    stamp = stamp_in(text, patterns)
    bare = (text[: stamp.start] if stamp else text).strip(SEPARATORS)
    return all(_may_be_place(part, patterns) for part in re.split(r"\s*[/,،]\s*", bare) if part)


def _closing(block: Block, patterns: Patterns) -> Iterator[Note]:
    found = _CLOSING_AGENCY.search(block.text)
    if found:
        yield from _agency(found["agency"] or found["slash"], block.lines[0], patterns)


def _agency(words: str, line: int, patterns: Patterns) -> Iterator[Note]:
    """The agencies of a bracket: "AP", "with Newswire", "NW/PN"."""
    mark = signature(words)
    parts = [part for part in re.split(r"\s*[/,،+&–-]\s*", words) if part.strip()]
    if mark in patterns.agencies:
        yield Note("agency", patterns.agencies[mark], words.strip(), line)
    elif parts and all(signature(part) in patterns.agencies for part in parts):
        names = dict.fromkeys(patterns.agencies[signature(part)] for part in parts)
        yield Note("agency", ", ".join(names), words.strip(), line)
    elif patterns.agency_lines.fullmatch(mark):
        names = dict.fromkeys(patterns.agencies[found.group()] for found in patterns.agency.finditer(mark))
        yield Note("agency", ", ".join(names), words.strip(), line)


def _outlet(whole: str, before: str, line: int, patterns: Patterns) -> Iterator[Note]:
    known = patterns.outlets.get(signature(whole)) or patterns.outlets.get(signature(before))
    name = known or (before.strip() if reads_as_outlet(before.strip(), patterns) else "")
    if name:
        yield Note("outlet", name, before.strip(), line)


def opening_outlet(text: str, patterns: Patterns) -> str:
    """A known outlet, and a place without a mark between them, before strokes: "Gazette Town //"."""
    found = _STROKES.match(text)
    words = signature(found["before"]).split() if found else []
    heads = (" ".join(words[:count]) for count in range(len(words), max(0, len(words) - 3), -1))
    return next((patterns.outlets[head] for head in heads if head in patterns.outlets), "")


def outlet_from(text: str, patterns: Patterns) -> str:
    """A known outlet before two words that say from where: "Gazette from Town"."""
    words = signature(text).split()
    linked = len(words) > 2 and words[-2] in patterns.connectives and words[-1] not in patterns.agencies
    return patterns.outlets.get(" ".join(words[:-2]), "") if linked else ""


def _is_credit(words: str, patterns: Patterns) -> bool:
    mark = signature(words)
    return (
        mark in patterns.outlets
        or mark in patterns.agencies
        or any(signature(part) in patterns.agencies for part in re.split(r"[/,،+&\s]", words))
        or bool(patterns.editors.fullmatch(mark))
    )


def _place(text: str, line: int, patterns: Patterns, marked: bool) -> Iterator[Note]:
    """The place that opens a dateline, without the day behind it.

    A place that the knowledge has is one behind any mark; another only before a credit in brackets, or
    when it is written in capitals.
    """
    stamp = stamp_in(text, patterns)
    bare = re.sub(r"^\W+", "", (text[: stamp.start] if stamp else text)).strip(SEPARATORS)
    parts = [part for part in re.split(r"\s*[/,،-]\s*|\s+[–—]\s+", bare) if part.strip()]
    known = bool(parts) and all(signature(part) in patterns.places for part in parts)
    shaped = bool(parts) and len(parts) <= 3 and all(_may_be_place(part, patterns) for part in parts)
    capital = bool(parts) and parts[0].isupper() and len(parts[0]) > 3 and signature(parts[0]) not in patterns.agencies
    if known or (shaped and (marked or (capital and not is_arabic(bare)))):
        yield Note("place", bare, text.strip(), line)


def _may_be_place(text: str, patterns: Patterns) -> bool:
    words = text.split()
    marks = [signature(word) for word in words]
    others = (patterns.connectives - patterns.particles) | patterns.not_names | patterns.months | patterns.weekdays
    known = signature(text) in patterns.outlets or signature(text) in patterns.agencies
    shaped = is_arabic(text) or all(word[0].isupper() or signature(word) in patterns.particles for word in words)
    return shaped and not known and len(words) <= LONGEST_PLACE and (
        signature(text) in patterns.places or not any(mark in others or mark.isdigit() for mark in marks)
    )  # fmt: skip
