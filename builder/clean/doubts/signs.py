"""One block among the others into signs, each a number from 0 to 1: how it ends, whose words it has, where it stands.

No sign is proof. What each weighs stands in ``weights.yml``; the names are those that readers see.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from builder.clean.doubts.lineup import LONGEST_HEADING, Lineup
from builder.clean.doubts.words import measure_words
from builder.clean.patterns import Patterns
from builder.clean.shapes import content_words, is_bulleted, is_complete, is_prose, is_stopped
from builder.clean.stamps import has_clock
from builder.text import is_arabic

_QUOTATION = re.compile(r"[«“„\"]")
_ADDRESS = re.compile(r"https?:|www\.|@|#\w")
_PARTED = re.compile(r"\s[-–—|]\s")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMA = re.compile(r"[,،]\s")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?؟]\s+\S")
_LABEL = re.compile(r"[^:.!?]{2,30}:\s")
_BRACKETED = re.compile(r"\([^()]{2,40}\)\.?$")
_SPOKEN = re.compile(r"[«“\"].{15,}[»”\"]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SYMBOL = re.compile(r"[\u2190-\u21ff\u25a0-\u27bf|©®►]")
LONGEST = 500
UNSURE = (
    "after-related",
    "after-comments",
    "headline-run",
    "label-below-title",
    "label-below-text",
    "reader-comments",
    "headline-below-text",
    "dated-headlines",
    "embedded-post",
    "ticker",
    "address",
    "teaser",
    "bulleted-headline",
    "caption",
    "related",
)
"""The rules whose word is a sign among others: they go by places and shapes, and on real pages took text as well."""
RULES = {rule: f"the rule {rule}" for rule in UNSURE} | {"": "no rule took it"}


def measure(lineup: Lineup, place: int) -> Mapping[str, float]:
    """The signs of the block at a place, as if only the others had been judged."""
    words = lineup.blocks[place].signature.split()
    return {
        **_shape(lineup, place),
        **_marks(lineup.blocks[place].text),
        **_wording(lineup, place, words),
        **measure_words(words),
        **_standing(lineup, place, words),
        **_place(lineup, place),
        **{sign: lineup.rules[place] == rule for rule, sign in RULES.items()},
    }


def _shape(lineup: Lineup, place: int) -> dict[str, float]:
    text = lineup.blocks[place].text
    count = len(text.split())
    long_words = [] if is_arabic(text) else _LONG_WORD.findall(text)[1:]
    return {
        "ends as a sentence": is_complete(text),
        "ends in a question": text[-1] in "?؟",
        "ends in a colon": text[-1] == ":",
        "no stop on a page with stops": lineup.uses_stops and not is_complete(text),
        "one to three words": count <= 3,
        "at most seven words": count <= 7,
        "at most fourteen words": count <= LONGEST_HEADING,
        "length": math.log(len(text) + 1) / math.log(LONGEST),
        "as long as a paragraph": is_prose(lineup.blocks[place]),
        "several sentences": bool(_SENTENCES.search(text)),
        "commas": len(_COMMA.findall(text)) >= 2,
        "begins small": text[0].islower(),
        "capitals": sum(word[0].isupper() for word in long_words) / len(long_words) if long_words else 0,
        "figures": min(4 * sum(map(str.isdigit, text)) / len(text), 1),
        "a time of day": has_clock(text),
        "an address or a handle": bool(_ADDRESS.search(text)),
        "parts beside a dash or bar": bool(_PARTED.search(text)),
        "a list's item": is_bulleted(text),
        "a quotation": bool(_QUOTATION.search(text)),
    }


def _marks(text: str) -> dict[str, float]:
    return {
        "up to two hundred letters": min(len(text) / 200, 1),
        "up to five hundred letters": min(len(text) / 500, 1),
        "a label before a colon": bool(_LABEL.match(text)),
        "ends in brackets": bool(_BRACKETED.search(text)),
        "a quotation of some length": bool(_SPOKEN.search(text)),
        "begins with a quotation": text[0] in "«“\"'‘-–—",
        "a year": bool(_YEAR.search(text)),
        "all in capitals": text.isupper(),
        "begins with a figure": text[0].isdigit(),
        "a sign that is no letter": bool(_SYMBOL.search(text)),
    }


def _place(lineup: Lineup, place: int) -> dict[str, float]:
    title, first, last = lineup.title_place, lineup.first_paragraph, lineup.last_paragraph
    return {
        "above the title": place < title,
        "between title and text": title < place < first,
        "right below the title": place == title + 1,
        "before the text begins": min(max(first - place, 0), 5) / 5 if place > title else 0,
        "after the text ends": place > last,
        "how far after the text": min(max(place - last, 0), 8) / 8,
        "the last line": place == len(lineup.blocks) - 1,
        "the first line": place == 0,
        "a page of short lines": lineup.short_share,
        "many paragraphs": min(lineup.paragraphs[-1], 20) / 20,
        "a page that ends sentences with stops": lineup.uses_stops,
    }


def _wording(lineup: Lineup, place: int, words: list[str]) -> dict[str, float]:
    patterns = lineup.patterns
    linking = sum(word in patterns.connectives for word in words)
    quoted = bool(_QUOTATION.search(lineup.blocks[place].text))
    addressed = 0 if quoted else sum(word in patterns.reader_words for word in words)
    weights = [patterns.site_words.get(word, 0) for word in _telling(words, patterns)]
    own = content_words([lineup.blocks[place]])
    return {
        "small words": linking / len(words) if words else 0,
        "no small words": not linking,
        "speaks to its reader": min(addressed, 3) / 3,
        "words of menus and forms": sum(weights) / len(weights) if weights else 0,
        "mostly words of menus and forms": sum(weight > 0 for weight in weights) / len(weights) if weights else 0,
        "words of the text": _shared(lineup, place, own) / len(own) if own else 0,
        "words of the title": len(own & lineup.title_words) / len(own) if own else 0,
        "another script than the text": lineup.is_arabic != is_arabic(lineup.blocks[place].text),
        "goes on from a sentence": bool(words) and (words[0] in patterns.connectives or _is_opened(lineup, place)),
    }


def _is_titled(text: str) -> bool:
    """Tell whether most words of some length begin with a capital, as in an American headline."""
    long_words = _LONG_WORD.findall(text)[1:]
    return bool(long_words) and 2 * sum(word[0].isupper() for word in long_words) > len(long_words)


def _is_opened(lineup: Lineup, place: int) -> bool:
    return bool(lineup.patterns.openers.match(lineup.blocks[place].signature))


def _telling(words: list[str], patterns: Patterns) -> list[str]:
    return [word for word in words if word not in patterns.connectives and not word.isdigit()]


def _shared(lineup: Lineup, place: int, own: frozenset[str]) -> int:
    """How many content words stand in other paragraphs too."""
    alone = 1 if lineup.prose[place] else 0
    return sum(lineup.counts.get(word, 0) > alone for word in own)


def _standing(lineup: Lineup, place: int, words: list[str]) -> dict[str, float]:
    above = lineup.paragraphs[place]
    below = lineup.paragraphs[-1] - lineup.paragraphs[place + 1]
    text = lineup.blocks[place].text
    few = len(text.split()) <= LONGEST_HEADING
    headed = lineup.is_paragraph(place - 1) and lineup.is_paragraph(place + 1) and few
    plain = not any(lineup.patterns.site_words.get(word) for word in _telling(words, lineup.patterns))
    titled = place > 0 and lineup.blocks[place - 1] is lineup.title
    last = place + 1 == len(lineup.blocks)
    taken_above, taken_below = lineup.is_taken(place - 1), lineup.is_taken(place + 1)
    return {
        "above the text": above == 0,
        "below the text": below == 0,
        "how much text is below": below / (above + below + 1),
        "litter above it": taken_above,
        "litter below it": taken_below,
        "litter on both sides": taken_above and (taken_below or last),
        "much litter above it": taken_above and lineup.is_taken(place - 2),
        "much litter below it": taken_below and (lineup.is_taken(place + 2) or place + 2 == len(lineup.blocks)),
        "a subheading's place": headed and not is_stopped(text),
        "a subheading's place and words": headed and not is_stopped(text) and plain,
        "a subheading's place and capitals": headed and not is_stopped(text) and _is_titled(text),
        "one of several subheadings": place in lineup.headed and len(lineup.headed) > 1,
        "a short sentence between paragraphs": headed and is_complete(text),
        "a standfirst's place": titled and len(words) >= 8,
        "below a colon": lineup.is_kept(place - 1) and lineup.blocks[place - 1].text[-1] in ":;",
        "among short lines": lineup.is_short(place - 1) and lineup.is_short(place + 1),
        "text below, litter above": lineup.is_paragraph(place + 1) and taken_above and not is_stopped(text),
    }
