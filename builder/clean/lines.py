"""Rules for lines that are litter by their own words, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from builder.clean.blocks import Block
from builder.clean.ends import end_rule
from builder.clean.page import Note, Page, Taken, goes_on
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import content_words, is_complete, is_headline, is_label, is_ticker, overlap
from builder.clean.stamps import has_clock, stamp_in
from builder.text import is_arabic

_SYMBOLS = re.compile(r"[\W_]+")
_COUNTER = re.compile(r"[\W_]*\d[\d\s.,:/+]*[kKmM]?[\W_]*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SUM = re.compile(r"[\d\s?_.()]*\d\s*[+\-–−×x*÷/=][\d\s+\-–−×x*÷/=?_.()]*")
_PICTURE_FILE = re.compile(r"\S.{0,120}\.(?:jpe?g|png|gif|webp|bmp|svg|avif|heic|mp4)", re.IGNORECASE)
_HASH = re.compile(r"(?:\d+[_-])?[0-9a-f]{16,}(?:[_-]\w+)*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NUMBERED_FILE = re.compile(r"(?:19|20)\d{6}[ _-](?:\d{4,6}|WA\d+)(?:[ _(-].*)?|\d{9,}(?:[ _-]\w+)*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_POST = re.compile(r"pic\.twitter\.com/|https?://t\.co/|^[—–-]\s.{2,80}\(@\w+\)")
_HANDLE = re.compile(r"@\w{2,30}")
_PARTS = re.compile(r"\s*:|\s[–—|-]\s")
_QUOTED = re.compile(r"[«“„\"]")
_POST_HEAD = re.compile(r"(?P<name>[^.!?؟:،]{2,60})\s\(?@\w{3,30}\)?(?:\s?[·•|,–—-].{0,25})?")
SHORT = 130
LONGEST_POST = 3


def take_symbols(page: Page) -> Iterator[Taken]:
    """Take lines without a letter: stray punctuation, bare counters, captcha sums; a lone year or date stays."""
    for block in page.blocks:
        text = block.text
        if _SYMBOLS.fullmatch(text):
            yield Taken(block, "stray-punctuation")
        elif _SUM.fullmatch(text) and re.search(r"[+×x*÷=−]", text):
            yield Taken(block, "captcha")
        elif _COUNTER.fullmatch(text) and not _YEAR.fullmatch(text) and stamp_in(text, page.patterns) is None:
            yield Taken(block, "counter")


def take_picture_names(page: Page) -> Iterator[Taken]:
    """Take file names of pictures and hashes; a name may tell the day of the picture."""
    for block in page.blocks:
        if is_picture_name(block, page.patterns):
            note = Note("picture-name", block.text, block.text, block.lines[0])
            yield Taken(block, "picture-name", (note,))


def is_picture_name(block: Block, patterns: Patterns) -> bool:
    """Tell whether a line is a file name: by its ending, as a hash, or by a camera's word and number."""
    text = block.text
    if _PICTURE_FILE.fullmatch(text) or _HASH.fullmatch(text) or _NUMBERED_FILE.fullmatch(text):
        return True
    words = block.signature.split()
    if len(text) > 90 or not re.search(r"\d", text) or is_complete(text):
        return False
    named = any(block.signature.startswith(f"{name} ") for name in patterns.file_names)
    digits = sum(word.isdigit() for word in words)
    return named and (digits >= max(1, len(words) - digits - 2)) and not re.search(r"[:,;«»“”]", text)


def take_notices(page: Page) -> Iterator[Taken]:
    """Take cookie, newsletter, paywall and government notices, however long they are."""
    for block in page.blocks:
        rule = next(iter(page.patterns.notices.rules_of(block.signature)), "")
        if rule and not _QUOTED.match(block.text):
            yield Taken(block, rule)


def take_litter_lines(page: Page) -> Iterator[Taken]:
    """Take short lines that a rule of ``lines`` describes from end to end."""
    for block in page.blocks:
        rule = next(iter(page.patterns.lines.rules_of(block.signature)), "") if len(block.text) <= SHORT else ""
        if rule and not _QUOTED.match(block.text):
            yield Taken(block, rule)


def take_labels(page: Page) -> Iterator[Taken]:
    """Take lines made of nothing but buttons and names of networks, glued or not."""
    for block in page.blocks:
        worded = any(char.isalpha() for char in block.signature)
        if worded and len(block.text) <= 300 and page.patterns.labels.fullmatch(block.signature.replace(" ", "")):
            yield Taken(block, "labels")


def take_addresses(page: Page) -> Iterator[Taken]:
    """Take lines that are one web or mail address, and lines of nothing but hashtags."""
    for block in page.blocks:
        words = block.text.split()
        if _ADDRESS.fullmatch(block.text):
            yield Taken(block, "address")
        elif words[0].startswith("#") and all(word.startswith("#") or len(word) < 3 for word in words):
            yield Taken(block, "tags")


def take_posts(page: Page) -> Iterator[Taken]:
    """Take embedded posts: what holds a post's address, or its signature with the line above it.

    The line above goes when it is in another script than the text, or names an account.
    """
    for index, block in enumerate(page.blocks):
        if not _POST.search(block.text):
            continue
        yield Taken(block, "embedded-post")
        above = page.blocks[index - 1]
        foreign = page.is_arabic is not None and is_arabic(above.text) != page.is_arabic
        if index > 0 and block.text[0] in "—–-" and (foreign or _HANDLE.search(above.text)):
            yield Taken(above, "embedded-post")


def take_headed_posts(page: Page) -> Iterator[Taken]:
    """Take embedded posts that an account's name and handle head, up to the hour under them.

    Without an hour within a few lines only what is in another script than the text goes with its head.
    """
    blocks = page.blocks
    for index, block in enumerate(blocks):
        alone = bool(_HANDLE.fullmatch(block.text)) and index > 0 and _is_account(blocks[index - 1])
        if not (alone or (_is_post_head(block) and not _is_signed(block, page.patterns))):
            continue
        yield Taken(block, "embedded-post")
        if alone:
            yield Taken(blocks[index - 1], "embedded-post")
        below = blocks[index + 1 : index + 1 + LONGEST_POST]
        hour = next((i for i, other in enumerate(below) if has_clock(other.text) and len(other.text) <= 40), None)
        if hour is not None:
            yield from (Taken(other, "embedded-post") for other in below[: hour + 1])
        else:
            yield from (Taken(other, "embedded-post") for other in _of_other_script(below, bool(page.is_arabic)))


def _of_other_script(blocks: Iterable[Block], arabic: bool) -> Iterator[Block]:
    return takewhile(lambda block: is_arabic(block.text) != arabic, blocks)


def _is_signed(block: Block, patterns: Patterns) -> bool:
    return patterns.any_byline.fullmatch(block.signature) is not None


def _is_account(block: Block) -> bool:
    """Tell whether a line can be an account's name, over a line that is its handle."""
    return len(block.text.split()) <= 6 and len(block.text) <= 60 and not is_complete(block.text)


def _is_post_head(block: Block) -> bool:
    """Tell whether a line is an account's name, its handle and perhaps a date: "Port News @portnews · Mar 17"."""
    found = _POST_HEAD.fullmatch(block.text) if len(block.text) <= 90 else None
    return found is not None and len(found["name"].split()) <= 6


def take_related(page: Page) -> Iterator[Taken]:
    """Take "read also" lines; under one that stands alone, the headlines that follow it go too.

    Inside the text only the first line under the label goes for certain; a further one must itself be followed by
    another headline, so that a subheading before the next paragraph stays, or be long on a page without subheadings.
    """
    blocks = page.blocks
    first, last = page.first_prose(), page.last_prose()
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        kind = related_kind(block, page.patterns) or (
            "line" if first < index <= last and _is_video(block, page) else ""
        )
        if not kind:
            continue
        yield Taken(block, "related")
        while kind == "label" and index < len(blocks) and _is_linked(blocks, index, page.patterns):
            yield Taken(blocks[index], "related")
            index += 1
            ending = index > first and index + 1 < len(blocks) and page.is_text(blocks[index + 1])
            if ending and not _is_last_linked(page, index):
                break
        if index == len(blocks) - 1 and _is_told_by(blocks[index], blocks[index - 1], page):
            yield Taken(blocks[index], "related")


def related_kind(block: Block, patterns: Patterns) -> str:
    """``label`` for a "read also" that stands alone, ``line`` for one with its headline, else nothing."""
    if len(block.text) > 260:
        return ""
    if end_rule(block, patterns) == "related":
        return "label"
    mark = _PARTS.search(block.text)
    before, after = (block.text[: mark.start()], block.text[mark.end() :]) if mark else (block.text, "")
    if patterns.related.fullmatch(block.signature):
        alone = sum(not word.isdigit() for word in block.signature.split()) <= 3 and not re.search(
            r":\s*\S", block.text
        )
        return "label" if alone else "line"
    from_label = len(before) <= 40 and patterns.related.fullmatch(signature(before.strip()))
    return "line" if mark and after.strip() and from_label else ""


def _is_linked(blocks: tuple[Block, ...], index: int, patterns: Patterns) -> bool:
    block = blocks[index]
    asked = block.text[-1] in "?؟!" and len(block.text) < 110
    headline = is_headline(block) and (asked or not is_complete(block.text)) and not goes_on(block, patterns)
    return headline and len(block.text) < 160 and not is_label(block)


def _is_video(block: Block, page: Page) -> bool:
    """Tell whether a line is a headline behind a label such as "Video:"."""
    before, colon, after = block.text.partition(":")
    worded = bool(colon) and any(map(str.isalpha, before))
    label = worded and page.patterns.labels.fullmatch(signature(before).replace(" ", ""))
    return bool(label) and len(after.split()) >= 3 and is_headline(block) and not page.is_text(block)


def _is_told_by(block: Block, headline: Block, page: Page) -> bool:
    """Tell whether the last paragraph of a page is the beginning of what the related headline above it announces."""
    shared = overlap(headline, content_words([block]))
    return page.is_text(block) and is_headline(headline) and shared >= 0.5 and len(headline.text.split()) >= 5


def _is_last_linked(page: Page, index: int) -> bool:
    """Tell whether a line before a paragraph is the last of the related headlines rather than a subheading."""
    blocks = page.blocks
    inner = range(page.first_prose() + 1, len(blocks) - 1)
    headed = any(
        is_headline(blocks[i]) and [page.is_text(block) for block in blocks[i - 1 : i + 2]] == [True, False, True]
        for i in inner
    )
    told = len(blocks[index].text.split()) >= 6 or ".." in blocks[index].text
    return told and not headed


def take_tickers(page: Page) -> Iterator[Taken]:
    """Take lines that hold several headlines with wide gaps or bars between them; a day among few words is no such."""
    for block in page.blocks:
        dated = len(block.text) < 100 and stamp_in(block.text, page.patterns) is not None
        if is_ticker(block) and not dated:
            yield Taken(block, "ticker")


def take_tags(page: Page) -> Iterator[Taken]:
    """Take tag lists: a label with its tags, or the label alone and the short lines under it."""
    under = False
    for block in page.blocks:
        before, _, after = block.text.partition(":")
        label = page.patterns.tags.fullmatch(signature(before.strip()))
        if label and not after.strip():
            under = True
            yield Taken(block, "tags")
            continue
        listed = label and len(block.text) <= 400 and not is_complete(after)
        under = under and len(block.text.split()) <= 5 and not is_complete(block.text)
        if listed or under:
            yield Taken(block, "tags")
