"""What a block looks like: prose, a headline, a cut teaser; no word of any language is known here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from builder.clean.blocks import Block

_COMPLETE = re.compile(r"[.!?؟][»”\"'’)\]\s]*$|[»”][.,]?$")
_STOPPED = re.compile(r"[.!?؟…:;,،؛»”\"][»”\"'’)\]\s]*$")
_END = 80
"""So many letters are looked at to see how a text ends: a stop, and the marks of quotation and brackets behind it."""
_CUTS = ("…", "...", "[…]", "[...]", "(…)", "(...)")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?؟]\s+\S")
_CRUMB = re.compile(r"\s+[/›»>|•→‹«←]\s*|\s*[›»→]\s*")
_CRUMB_MARK = re.compile(r"[/›»>|•→‹«←]")
_QUOTATION = re.compile(r"«([^«»]+)»")
_BULLET = re.compile(r"\s*(?:[-–—•*▪●►■◄➢✓❖»>+]|\d{1,2}[.)-]\s|[a-z]\))")
_ARABIC_FRONTS = "وفبلكا"
_ARABIC_CLITICS = re.compile(r"^(?:[وف]?[بلك]?ال|[وفبلك](?=\w{4}))")


@lru_cache(maxsize=8192)
def is_complete(text: str) -> bool:
    """Tell whether a text ends as a sentence does; an ellipsis does not count.

    Remembered, since rule after rule asks for it.
    """
    return bool(_COMPLETE.search(text, max(0, len(text) - _END))) and not is_truncated(text)


@lru_cache(maxsize=8192)
def is_stopped(text: str) -> bool:
    """Tell whether any punctuation stands at the end."""
    return bool(_STOPPED.search(text, max(0, len(text) - _END)))


def is_truncated(text: str) -> bool:
    """Tell whether a text ends in an ellipsis."""
    return text.rstrip().endswith(_CUTS)


def is_bulleted(text: str) -> bool:
    """Tell whether a text begins as a list item does."""
    return bool(_BULLET.match(text))


def is_prose(block: Block) -> bool:
    """Tell whether a block reads as a paragraph: long, or a sentence of some length.

    A ticker, which is long but made of headlines with wide gaps between them, does not.
    """
    return not is_ticker(block) and _is_prose(block.text)


@lru_cache(maxsize=8192)
def _is_prose(text: str) -> bool:
    if len(text) >= 150:
        return True
    if len(text) >= 80 and len(re.findall(r"[,،]\s", text)) >= 2:
        return True
    return len(text) >= 60 and (is_complete(text) or bool(_INNER_STOP.search(text)))


def is_ticker(block: Block) -> bool:
    """Tell whether a line is several headlines with wide gaps or bars between them."""
    return _is_ticker(block.text, block.gaps)


@lru_cache(maxsize=8192)
def _is_ticker(text: str, gaps: int) -> bool:
    parted = max(gaps, len(re.findall(r"\s(?:\|{1,2}|•|●|■|\*{3}|///|»|◄|►)\s", text)))
    return parted >= 3 and len(re.findall(r"[^\W\d_]{3}\.(?:\s|$)", text)) < parted


def is_headline(block: Block) -> bool:
    """Tell whether a block could be the headline of an article: some words, no stop at the end."""
    text = block.text
    count = len(text.split())
    return 3 <= count <= 32 and 15 <= len(text) <= 230 and not re.search(r"[.,;:،؛]$", text) and not is_ticker(block)


def crumbs(text: str) -> list[str]:
    """The parts of a breadcrumb; guillemets around a quotation separate nothing.

    >>> crumbs("Home » Politics » Energy"), len(crumbs("240 ans de relations « riches »"))
    (['Home', 'Politics', 'Energy'], 1)
    """
    return _CRUMB.split(_QUOTATION.sub(r"\1", text)) if _CRUMB_MARK.search(text) else [text]


def is_label(block: Block) -> bool:
    """Tell whether a block is one to three words without a stop."""
    return len(block.text.split()) <= 3 and len(block.text) <= 40 and not is_stopped(block.text)


def content_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words of four letters and more, without the Arabic article and one-letter words before it."""
    return frozenset[str]().union(*(_stems(block.signature) for block in blocks))


@lru_cache(maxsize=8192)
def _stems(signature: str) -> frozenset[str]:
    words = signature.split()
    stems = (_ARABIC_CLITICS.sub("", word) if word[0] in _ARABIC_FRONTS else word for word in words)
    return frozenset(stem for stem in stems if len(stem) >= 4 and not stem.isdigit())


def overlap(block: Block, words: frozenset[str]) -> float:
    """The share of a block's content words that stand in ``words`` too."""
    own = content_words([block])
    return len(own & words) / len(own) if own else 0.0


def uses_stops(blocks: Sequence[Block]) -> bool:
    """Tell whether this writer ends paragraphs with a stop, so that a missing one says something."""
    paragraphs = [block.text for block in blocks if len(block.text) >= 150]
    return sum(map(is_stopped, paragraphs)) >= 0.6 * len(paragraphs) if paragraphs else True
