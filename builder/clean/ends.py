"""Rules for what comes after the article: comments, related articles, the author's life."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.clean.blocks import Block
from builder.clean.page import Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_complete, is_headline, is_prose, is_stopped, is_truncated
from builder.clean.stamps import Stamp, has_clock, stamp_in
from builder.text import is_arabic

_MARKED_CUT = re.compile(r"[\[(](?:…|\.\.\.)[\])]\s*$")
_NOTE = re.compile(r"[\[(]?(\d{1,2})[\])]?[.:]?\s+\S")
_CITED = re.compile(r"[^\W\d_]{3}[.,;»”\")]?\[?1\]?(?=[\s.,;»”]|$)")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w.’'-]*\s(?:[a-z]{1,3}\s)?(?:[A-ZÀ-Þ]|is\b|est\b)")
ENOUGH = 180
LONG_TEASER = 260
NEAREST_ANSWER = 3


def take_after_end(page: Page) -> Iterator[Taken]:
    """Take everything from the line on that says the article is over.

    An early one, such as a link that jumps to the comments, goes alone: too little text stands
    before it, or the same announcement comes again after more of the article. Of one that announces
    related articles the headlines under it must go too, once the title is known: ``take_related``.
    """
    for index, block in enumerate(page.blocks):
        rule = end_rule(block, page.patterns)
        if not rule:
            continue
        rest = page.blocks[index + 1 :]
        early = _is_early(page, index, rule)
        if not (early and rule == "related"):
            yield Taken(block, rule)
        if early:
            continue
        stop = len(rest) if rule == "comments" else _resumption(rest, page.patterns)
        stop -= 1 < stop < len(rest) and _is_subheading(rest[stop - 1]) and _uses_subheadings(page.blocks[:index])
        yield from (Taken(other, f"after-{rule}") for other in rest[:stop])
        if stop == len(rest):
            return


def end_rule(block: Block, patterns: Patterns) -> str:
    """The rule of ``ends`` that a block obeys; a paragraph obeys none but that of the comment form."""
    for rule in patterns.ends.rules_of(block.signature):
        if rule == "comments" or len(block.text) <= 90:
            return "" if is_prose(block) and rule != "comments" else rule
    return ""


def _is_early(page: Page, index: int, rule: str) -> bool:
    before = [block for block in page.blocks[:index] if is_prose(block)]
    rest = page.blocks[index + 1 :]
    after = [block for block in rest if is_prose(block)]
    size = sum(len(block.text) for block in before)
    if size < ENOUGH and (not before or sum(len(block.text) for block in after) > size):
        return True
    if rule != "comments" or len(after) < 3:
        return False
    until = rest[: _next_end(rest, rule, page.patterns)]
    between = sum(len(block.text) for block in until if is_prose(block))
    answered = any(_is_comment_sign(block, page.patterns) for block in until)
    return not answered and between > 2 * size


def _next_end(rest: Sequence[Block], rule: str, patterns: Patterns) -> int:
    """Where the same announcement comes again after more of the text, or the number of blocks."""
    size = 0
    for index, block in enumerate(rest):
        size += len(block.text) if is_prose(block) else 0
        if size >= ENOUGH and end_rule(block, patterns) == rule:
            return index
    return len(rest)


def _is_comment_sign(block: Block, patterns: Patterns) -> bool:
    dated = len(block.text) < 60 and has_clock(block.text) and stamp_in(block.text, patterns) is not None
    return dated or bool(patterns.replies.fullmatch(block.signature))


def _resumption(rest: Sequence[Block], patterns: Patterns) -> int:
    """Where the article goes on after a box of links: two paragraphs in a row, or one too long for a teaser."""
    for index, block in enumerate(rest):
        if end_rule(block, patterns) == "comments":
            break
        if not is_prose(block) or is_truncated(block.text):
            continue
        follows = index + 1 < len(rest) and is_prose(rest[index + 1]) and not is_truncated(rest[index + 1].text)
        if follows or (len(block.text) >= LONG_TEASER and is_complete(block.text)):
            return index
    return len(rest)


def _is_subheading(block: Block) -> bool:
    """Tell whether a block is two to six words of letters without a stop."""
    return 2 <= len(block.text.split()) <= 6 and not is_stopped(block.text) and not re.search(r"[\d|/]", block.text)


def _uses_subheadings(blocks: Sequence[Block]) -> bool:
    """Tell whether such a block stands between two paragraphs."""
    inner = range(1, len(blocks) - 1)
    return any(is_prose(blocks[i - 1]) and _is_subheading(blocks[i]) and is_prose(blocks[i + 1]) for i in inner)


def take_notes(page: Page) -> Iterator[Taken]:
    """Take the notes below an article: a heading for them and the numbered lines under it, or these alone.

    Without the heading there must be two and a figure glued to a word of the text for the first of them.
    """
    last = len(page.blocks)
    while last > 0 and _NOTE.match(page.blocks[last - 1].text):
        last -= 1
    notes = page.blocks[last:]
    numbered = all(re.match(rf"\W?{number}\b", one.text) for number, one in enumerate(notes, 1))
    if not notes or last < 2 or not numbered:
        return
    above = page.blocks[last - 1]
    headed = bool(page.patterns.note_heads.fullmatch(above.signature))
    cited = len(notes) > 1 and any(_CITED.search(block.text) for block in page.blocks[:last])
    if headed or cited:
        yield from (Taken(block, "notes") for block in ((above, *notes) if headed else notes))


def take_reader_comments(page: Page) -> Iterator[Taken]:
    """Take readers' comments that no heading announces: names with a day and hour, or "X says".

    Refuses to when two paragraphs do not stand before them, when only one sign of a comment is there, or when
    nobody answers and far more text follows than stands before: a live page has days and hours too.
    """
    blocks = page.blocks
    signs = list(_comment_signs(page))
    if len(signs) < 2:
        return
    start = min(signs)
    answered = any(page.patterns.replies.fullmatch(block.signature) for block in blocks[start:])
    before, after = (sum(len(one.text) for one in part if is_prose(one)) for part in (blocks[:start], blocks[start:]))
    if answered or after <= 2 * before:
        yield from (Taken(block, "reader-comments") for block in blocks[start:])


def _comment_signs(page: Page) -> Iterator[int]:
    """Where comments begin or are answered: a name over a day and hour, "X says" beside one, a button to answer."""
    blocks, patterns = page.blocks, page.patterns
    prose = 0
    for index, block in enumerate(blocks):
        prose += is_prose(block) and block is not page.title
        if prose < 2 or index <= page.head or len(block.text) > 120:
            continue
        if patterns.replies.fullmatch(block.signature) or _is_comment_head(page, index):
            yield index
        elif _hour_of(block, patterns) and _is_name(blocks[index - 1]):
            yield index - 1


def _is_comment_head(page: Page, index: int) -> bool:
    """Tell whether a line is somebody who "says", and a day and hour end it, follow it, or are answered soon."""
    block, patterns = page.blocks[index], page.patterns
    stamp = _hour_of(block, patterns)
    who = f"{block.text[: stamp.start]} {block.text[stamp.end :]}" if stamp else block.text
    if is_complete(block.text) or not patterns.comment_heads.fullmatch(signature(who)):
        return False
    below = page.blocks[index + 1 : index + 1 + NEAREST_ANSWER]
    answered = any(patterns.replies.fullmatch(other.signature) for other in below)
    return bool(stamp or answered or (below and len(below[0].text) <= 60 and _hour_of(below[0], patterns)))


def _hour_of(block: Block, patterns: Patterns) -> Stamp | None:
    return stamp_in(block.text, patterns) if has_clock(block.text) else None


def _is_name(block: Block) -> bool:
    return len(block.text.split()) <= 5 and len(block.text) <= 50 and not is_complete(block.text)


def take_teasers(page: Page) -> Iterator[Taken]:
    """Take teasers of other articles: a headline and a text cut by an ellipsis, once the article is under way.

    Without the headline a cut text goes only when it says so in brackets or no whole paragraph follows.
    """
    blocks = page.blocks
    size = 0
    for index, block in enumerate(blocks):
        cut = is_truncated(block.text) and len(block.text) >= 50
        if cut and size >= ENOUGH:
            above = blocks[index - 1]
            headed = is_headline(above) and not is_prose(above) and not is_complete(above.text)
            later = any(is_prose(other) and is_complete(other.text) for other in blocks[index + 1 :])
            marked = bool(_MARKED_CUT.search(block.text))
            if headed and (not later or marked):
                yield Taken(above, "teaser")
            if headed or marked or (not later and index < len(blocks) - 1):
                yield Taken(block, "teaser")
        size += 0 if cut or index < page.head or block is page.title else len(block.text)


def take_dated_headlines(page: Page) -> Iterator[Taken]:
    """Take a list of other articles told by their dates: twice a headline with a day under or over it."""
    blocks, patterns = page.blocks, page.patterns
    pairs = [
        index
        for index in range(max(page.first_prose() + 1, 2), len(blocks))
        if len(blocks[index].text) <= 60
        and stamp_in(blocks[index].text, patterns) is not None
        and (is_headline(blocks[index - 1]) and not is_prose(blocks[index - 1]))
    ]
    if len(pairs) >= 2:
        yield from (Taken(block, "dated-headlines") for block in blocks[pairs[0] - 1 :])


def take_biography(page: Page) -> Iterator[Taken]:
    """Take the author's life from the last blocks, where it starts with the byline or with a name and a calling."""
    several = page.last_prose() > page.first_prose()
    named = {signature(note.value) for taken in page.taken for note in taken.notes if note.kind == "byline"}
    authors = {name for name in named if " " in name}
    for block in page.blocks[-3:]:
        opened = page.patterns.openers.match(block.signature)
        listed = several and block in page.blocks[-2:] and _is_life(block, page.patterns) and not opened
        told = any(_tells_of(author, block, page.patterns) for author in authors)
        if len(block.text) <= 420 and (listed or told):
            yield Taken(block, "author-biography")


def _is_life(block: Block, patterns: Patterns) -> bool:
    """Tell whether a block tells an author's life: by words for authors, or by a calling behind what can be a name."""
    if patterns.lives.fullmatch(block.signature):
        return True
    named = _NAMED.match(block.text) or is_arabic(block.text)
    return bool(named and patterns.named_lives.fullmatch(block.signature))


def _tells_of(author: str, block: Block, patterns: Patterns) -> bool:
    """Tell whether a block is the author's name, alone or before a word such as "is" or "covers"."""
    rest = block.signature.removeprefix(author)
    return rest != block.signature and (not rest or (rest[0] == " " and rest.split()[0] in patterns.callings))
