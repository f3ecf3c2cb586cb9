"""Rules for the small boxes around an article: labelled fields, pictures described, firms presented, teasers below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.clean.blocks import Block
from builder.clean.page import Page, Taken
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import content_words, is_complete, is_headline, is_prose, overlap
from builder.clean.stamps import stamp_in

_LABEL = re.compile(r"^\W*(?P<label>[^:\d]{2,40}?)\s*:(?!//)\s*(?P<value>.*)$")
_ENDING_ADDRESS = re.compile(r"(?P<before>.*?)\W*(?:https?://|www\.)\S+$")
_ENDING_BRACKET = re.compile(r"\s*\([^()]{2,60}\)\W*$")
_SLASHED_CREDIT = re.compile(r"\((?P<credit>[A-ZÀ-Þ][^()/]+/[^()]{2,40})\)\W*$")
_LABELLED_CREDIT = re.compile(r"\((?P<words>[^():]{2,20})\s?:\s?[^()]{2,40}\)\W*$")
_GLUED_CREDIT = re.compile(r"[a-zà-ÿ.)](?P<words>[A-ZÉ][a-zé]{3,12})\s?:\s?[^:.]{2,60}\.?$")
_QUOTATION = re.compile(r"[«“„\"]")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[A-ZÀ-Þ«“\"]")
LONGEST_FIELD = 220
LONGEST_CAPTION = 350
LONGEST_ASK = 300
LONGEST_TEASER = 350
LONGEST_LINK = 40
UNLIKE = 0.2
ENOUGH = 900
ENDED = frozenset({"labels", "share", "follow", "tags", "newsletter", "comments", "related", "advertisement", "appeal"})


def take_fields(page: Page) -> Iterator[Taken]:
    """Take lines that a form's or a box's label heads ("Contact: …"), and labels before one web address.

    A label in the middle of the article goes only with few words behind it, for a speaker or a place may head a line.
    """
    for block in page.blocks:
        if block is page.title or len(block.text) > LONGEST_FIELD:
            continue
        found = _LABEL.match(block.text)
        if found and page.patterns.fields.fullmatch(signature(found["label"])) and _is_short(found["value"]):
            yield Taken(block, "field")
        elif (address := _ENDING_ADDRESS.fullmatch(block.text)) and _is_label(address["before"]):
            yield Taken(block, "address")


def _is_short(value: str) -> bool:
    return not _SENTENCES.search(value) and (len(value.split()) <= 8 or not is_complete(value))


def _is_label(text: str) -> bool:
    return len(text.split()) <= 8 and not is_complete(text)


def take_asks(page: Page) -> Iterator[Taken]:
    """Take short paragraphs in which the site asks its reader for a click, a mail or a subscription.

    Words in quotation marks ask nothing of the reader; nor does the only paragraph of a page.
    """
    if sum(is_prose(block) for block in page.blocks) < 2:
        return
    short = [block for block in page.blocks if block is not page.title and len(block.text) <= LONGEST_ASK]
    asks = _that_stand_in(short, page.patterns.asks)
    for block in short if asks else ():
        text = block.text.casefold()
        if any(ask in text for ask in asks) and not _QUOTATION.search(block.text):
            yield Taken(block, "ask")


def _that_stand_in(blocks: Iterable[Block], phrases: Iterable[str]) -> tuple[str, ...]:
    """The phrases, in small letters, that stand anywhere in some blocks: on most pages none does."""
    whole = "\n".join(block.text for block in blocks).casefold()
    return tuple(phrase for phrase in phrases if phrase in whole)


def take_described_pictures(page: Page) -> Iterator[Taken]:
    """Take captions without a credit word: who stands left or right, a full date at the end below the title.

    Refuses to where no paragraph of the article would be left.
    """
    first = page.first_prose()
    if sum(is_prose(block) for block in page.blocks) < 2:
        return
    credits = {taken.block.lines[-1] for taken in page.taken if taken.rule == "caption" and len(taken.block.text) <= 40}
    marks = _that_stand_in(
        (block for block in page.blocks if len(block.text) <= LONGEST_CAPTION), page.patterns.caption_marks
    )
    for index, block in enumerate(page.blocks):
        if block is page.title or len(block.text) > LONGEST_CAPTION:
            continue
        text = block.text.casefold() if marks else ""
        marked = any(mark in text for mark in marks)
        headed = page.head <= index <= first and len(block.text) <= 200 and len(block.lines) == 1
        dated = headed and index + 1 < len(page.blocks) and _ends_in_day(block, page.patterns)
        under = page.head <= index < first and block.lines[0] - 1 in credits
        told = marked or dated or under or _is_credited(block.text, page.patterns)
        if told and not _SENTENCES.search(block.text):
            yield Taken(block, "caption")


def _ends_in_day(block: Block, patterns: Patterns) -> bool:
    """Tell whether a comma and a full date end a text, as a caption's do, with a credit behind it at most."""
    text = _ENDING_BRACKET.sub("", block.text)
    stamp = stamp_in(text, patterns) if re.search(r"(?:19|20)\d\d\.?$", text) else None
    if stamp is None or stamp.end < len(text) - 1 or len(re.findall(r"\d+", text[stamp.start :])) != 2:
        return False
    first = signature(text[stamp.start :]).partition(" ")[0]
    return text[: stamp.start].endswith(", ") and (first.isdigit() or first in patterns.months | patterns.weekdays)


def _is_credited(text: str, patterns: Patterns) -> bool:
    """Tell whether a credit ends a text: "(Picture: PN)", "(Jane Roe/Newswire)", or "Credit: PN" without a space."""
    if "/" not in text and ":" not in text:
        return False
    labelled = _LABELLED_CREDIT.search(text)
    if labelled and patterns.captions.fullmatch(signature(labelled["words"])):
        return True
    slashed = _SLASHED_CREDIT.search(text)
    if slashed:
        names = slashed["credit"].split("/")
        people = (len(name.split()) >= 2 and all(word[0].isupper() for word in name.split()) for name in names)
        return any(people) or all(signature(name) in patterns.agencies for name in names)
    glued = _GLUED_CREDIT.search(text)
    return glued is not None and bool(patterns.captions.fullmatch(signature(glued["words"])))


def take_presentations(page: Page) -> Iterator[Taken]:
    """Take what presents a firm or an author under a press release: "About X" and the text on X below it.

    Refuses to when the text below does not begin with a word of that name, as under a subheading it does not.
    """
    blocks = page.blocks
    first = page.first_prose()
    for index, block in enumerate(blocks[:-1]):
        found = page.patterns.abouts.match(f"{block.signature} ")
        if not found or index <= first or len(block.text) > 80 or is_prose(block) or block is page.title:
            continue
        name = set(block.signature[found.end() - 1 :].split())
        if name & set(blocks[index + 1].signature.split()[:4]) - page.patterns.connectives:
            yield Taken(block, "presentation")
            yield Taken(blocks[index + 1], "presentation")


def take_marked_teasers(page: Page) -> Iterator[Taken]:
    """Take teasers that end in a link's words ("… more »"), with the headline over each."""
    blocks = page.blocks
    for index, block in enumerate(blocks):
        if (
            block is page.title
            or index <= page.head
            or not page.patterns.teaser_ends.search(block.text, max(0, len(block.text) - LONGEST_LINK))
        ):
            continue
        yield Taken(block, "teaser")
        above = blocks[index - 1]
        if is_headline(above) and not is_prose(above) and not is_complete(above.text):
            yield Taken(above, "teaser")


def take_teasers_below(page: Page) -> Iterator[Taken]:
    """Take pairs of a headline and a sentence under the article that speak of something else.

    They stand after a line that ended the article, such as share buttons or tags; without one it takes three.
    """
    blocks = page.blocks
    pairs: list[int] = []
    index = len(blocks)
    while index >= 2 and _is_pair(blocks[index - 2], blocks[index - 1]):
        index -= 2
        pairs.append(index)
    if not pairs or sum(len(block.text) for block in blocks[page.head : index] if is_prose(block)) < ENOUGH:
        return
    words = content_words(blocks[:index])
    unlike = [pair for pair in pairs if overlap(blocks[pair + 1], words) < UNLIKE]
    between = range(blocks[index - 1].lines[-1] + 1, blocks[index].lines[0])
    ended = any(taken.block.lines[0] in between and taken.rule in ENDED for taken in page.taken)
    if len(unlike) == len(pairs) and (ended or len(pairs) >= 3):
        yield from (Taken(block, "teaser") for block in blocks[index:])


def _is_pair(head: Block, text: Block) -> bool:
    headed = is_headline(head) and not is_prose(head) and not is_complete(head.text)
    return headed and is_prose(text) and len(text.text) <= LONGEST_TEASER


def take_stamp_labels(page: Page) -> Iterator[Taken]:
    """Take words that announce a date which stands elsewhere: "Posted | Updated"."""
    for block in page.blocks:
        words = block.signature.split()
        if len(words) > 4:
            continue
        announced = page.patterns.stamp.search(block.signature) or page.patterns.update.search(block.signature)
        if announced and all(word in page.patterns.date_words for word in words):
            yield Taken(block, "stamp-label")
