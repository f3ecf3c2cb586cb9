"""Lines around an article that went for another reason into the dates of publication that they hold.

A day stands beside a name, a section, a reading time or a button as often as alone. Whichever rule took
the line out, the day that it names counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from builder.clean.blocks import Block
from builder.clean.credits.places import lists_days
from builder.clean.page import Note, Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.shapes import is_complete, is_prose
from builder.clean.stamps import (
    Stamp,
    divide,
    is_update,
    names_other_day,
    names_weekday,
    stamps_in,
    without_glued_month,
)

LONGEST, ABOVE, BELOW = 170, 3, 2
STAMPS = ("stamp", "updated", "masthead")
FULL_DATE = re.compile(r"(?:19|20)\d\d|\d\s?[/.-]\s?\d\d?\s?[/.-]\s?\d")
_NOT_OF_THE_PAGE = re.compile(
    r"after-|caption|comment|correction|related|teaser|embedded|ticker|tags|headline(?!-below)|picture|repeated|title-again|biography"
)
"""Rules whose lines belong to a picture, a reader, another article or a later day."""


def overlooked_stamps(page: Page, text: tuple[Block, ...]) -> Iterator[Note]:
    """Yield the days of publication and of changes beside the title that no rule has read yet.

    ``text`` are the paragraphs of the article. Under the title and above the text any full date counts,
    right above the title one without a day of the week (which would be the day of a visit); elsewhere, and in a
    line that was kept, only one that a word such as "published" announces, and beside a byline.
    """
    if page.title is None:
        return
    prose = [block for block in text if is_prose(block)]
    first, last = (prose[0].lines[0], prose[-1].lines[-1]) if prose else (page.title.lines[-1], page.title.lines[-1])
    kept = (Taken(block, "") for block in page.blocks if block is not page.title and not _is_text(block))
    for taken in map(partial(_with_month, patterns=page.patterns), (*page.taken, *kept)):
        if len(taken.block.text) > LONGEST or _NOT_OF_THE_PAGE.search(taken.rule):
            continue
        for stamp in stamps_in(taken.block.text, page.patterns):
            if not _is_read(taken, stamp, page.patterns) and _counts(taken, stamp, page, first, last):
                yield from notes_of(taken.block, stamp, page.patterns)


def _with_month(taken: Taken, patterns: Patterns) -> Taken:
    """The same, its line with a space before a month that is glued to a name."""
    text = without_glued_month(taken.block.text, patterns)
    return taken if text == taken.block.text else replace(taken, block=Block(((taken.block.lines[0], text),)))


def _is_read(taken: Taken, stamp: Stamp, patterns: Patterns) -> bool:
    """Tell whether a date has been noted, needs no noting beside one that was, or is one of something else."""
    text = taken.block.text
    words = text[stamp.start : stamp.end]
    said = [note.text for note in taken.notes if note.kind in STAMPS]
    noted = any(words in note or note in words for note in said) or (said and not stamp.announced)
    return bool(noted) or not FULL_DATE.search(words) or names_other_day(text, stamp, patterns)


def notes_of(block: Block, stamp: Stamp, patterns: Patterns) -> list[Note]:
    """A date of publication, and of a change where one is announced behind it."""
    parts = divide(block.text[stamp.start : stamp.end], patterns)
    return [Note("updated" if is_update(part, patterns) else "stamp", part, part, block.lines[0]) for part in parts]


def _is_text(block: Block) -> bool:
    return is_prose(block) or is_complete(block.text)


def _counts(taken: Taken, stamp: Stamp, page: Page, first: int, last: int) -> bool:
    """Tell whether a date stands where sites print that of publication; the text is in the lines first to last."""
    title = page.title.lines if page.title else (0,)
    line = taken.block.lines[0]
    announced = stamp.announced or _heads_line(taken.block, page.patterns)
    if taken.rule == "byline" or (announced and title[0] - ABOVE <= line < first):
        return True
    if announced and taken.rule and last < line <= last + BELOW:
        return True
    if not taken.rule or title[-1] < line < first:
        return bool(taken.rule)
    words = taken.block.text[stamp.start : stamp.end]
    touching = line < title[0] and not any(line < other < title[0] for other in _lines(page))
    return touching and not names_weekday(words, page.patterns) and not lists_days(page)


def _heads_line(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line begins with a word of publishing, also before other words than the date's."""
    return bool(patterns.stamp.match(block.signature)) and not is_complete(block.text)


def _lines(page: Page) -> Iterable[int]:
    yield from (line for block in page.blocks for line in block.lines)
    yield from (line for taken in page.taken for line in taken.block.lines)
