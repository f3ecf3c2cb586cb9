"""The lines that may be the title into the one that most signs speak for.

A sign is a number from 0 to 1; what each weighs stands in ``titles.yml``, fitted by
``python -m tests.quality.fit_titles`` on pages of which a person marked the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from builder.clean.blocks import Block
from builder.clean.credits.rules import is_byline
from builder.clean.doubts.words import measure_words
from builder.clean.page import Page
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_complete, is_label, is_prose, is_stopped, overlap
from builder.clean.stamps import stamp_in
from builder.yamlfile import Problems, read_yaml

WEIGHTS = Path(__file__).with_name("titles.yml")
_PARTED = re.compile(r"\s[-–—|]\s")
_CREDITED = re.compile(r"(?:\w\s*[—–]\s?|[.!?؟]\s*[\"«“(])[^\W\d][^\s—–]*(?:\s\S+)?[\"»”)]?$")
_CAPITALS = re.compile(r"[A-ZÀ-Þ]{4,}(?:\s[A-ZÀ-Þ]{2,})?,?\s[a-zà-ÿ]")
BELOW = 4
SHORTEST_TITLE = 4
SHORTEST_COPY = 15
LONGEST_STAMP = 90


@dataclass(frozen=True, slots=True)
class Candidates:
    """The lines that may be the title, in their order, and what the page around them is like.

    ``first`` is the place in ``page.blocks`` of the first paragraph, ``words`` the content words of the text.
    """

    page: Page
    blocks: Sequence[Block]
    words: frozenset[str]
    first: int
    places: Mapping[int, int]
    copies: Mapping[str, int]
    taken: Sequence[int]
    best: float

    def place(self, index: int) -> int:
        """Where a candidate stands in ``page.blocks``."""
        return self.places[id(self.blocks[index])]


def gather(page: Page, blocks: Sequence[Block], words: frozenset[str], first: int) -> Candidates:
    """The candidates with what is counted once for all of them."""
    return Candidates(
        page,
        blocks,
        words,
        first,
        {id(block): place for place, block in enumerate(page.blocks)},
        Counter(block.signature for block in page.blocks),
        [line for taken in page.taken for line in taken.block.lines],
        max((overlap(block, words) for block in blocks), default=0) or 1.0,
    )


def most_like_a_title(candidates: Candidates) -> Block | None:
    """The candidate with the highest sum, the first of equal ones; None without a candidate."""
    blocks = candidates.blocks
    if len(blocks) < 2:
        return blocks[0] if blocks else None
    known = title_weights()
    sums = [
        sum(known.get(name, 0) * value for name, value in measure_headline(candidates, index).items())
        for index in range(len(blocks))
    ]
    return blocks[max(range(len(blocks)), key=lambda index: (round(sums[index], 6), -index))]


@lru_cache(maxsize=1)
def title_weights() -> Mapping[str, float]:
    """Read ``titles.yml``, once. Raises InputErrors."""
    problems = Problems()
    found = {name: value.number(0) for name, value in read_yaml(WEIGHTS, WEIGHTS.name, problems).fields()}
    problems.raise_any()
    return found


def measure_headline(candidates: Candidates, index: int) -> dict[str, float]:
    """The signs of one candidate among the others."""
    text = candidates.blocks[index].text
    return {
        **_shape(candidates.blocks[index], len(text.split())),
        **_style(text, candidates.page.patterns),
        **_told(candidates, index),
        **_standing(candidates, index),
        **_neighbors(candidates, index),
        **measure_words(candidates.blocks[index].signature.split()),
    }


def _shape(block: Block, count: int) -> dict[str, float]:
    text = block.text
    return {
        "less than four words": count < 4,
        "four words": count == 4,
        "five or six words": 5 <= count <= 6,
        "seven to sixteen words": 7 <= count <= 16,
        "seventeen to twenty-five words": 17 <= count <= 25,
        "ends in a full stop": text.endswith("."),
        "ends in some stop": is_stopped(text),
        "ends as a sentence": is_complete(text),
        "a label": is_label(block),
        "a colon": ":" in text,
        "a colon after some words": ":" in text and count >= 5,
        "a figure": any(char.isdigit() for char in text),
        "brackets within": "(" in text and not text.endswith(")"),
        "ends in brackets": text.endswith(")"),
        "parts beside a dash or bar": bool(_PARTED.search(text)),
        "begins small": text[0].islower(),
    }


def _style(text: str, patterns: Patterns) -> dict[str, float]:
    """Signs of captions, which name who took the picture and may begin in capitals, and of the rows of a form."""
    label = signature(text.partition(":")[0]) if ":" in text else ""
    return {
        "a name behind a stop or dash at its end": bool(_CREDITED.search(text)),
        "begins in capitals and goes on small": bool(_CAPITALS.match(text)),
        "a label of forms before a colon": bool(label)
        and bool(patterns.fields.fullmatch(label) or label in patterns.source_labels or label in patterns.author_roles),
    }


def _told(candidates: Candidates, index: int) -> dict[str, float]:
    block = candidates.blocks[index]
    share = overlap(block, candidates.words)
    copies = candidates.copies[block.signature]
    quoted = len(block.signature) > SHORTEST_COPY and any(
        other is not block and block.signature in other.signature for other in candidates.page.blocks
    )
    return {
        "words of the text": share,
        "words of the text beside the best": share / candidates.best,
        "most words of the text": share >= 0.95 * candidates.best,
        "printed twice": copies == 2,
        "printed more than twice": copies >= 3,
        "printed again, with words of the text": copies > 1 and share >= 0.7 * candidates.best,
        "printed again, without": copies > 1 and share < 0.4 * candidates.best,
        "stands in another line": quoted,
        "begins a sentence in another line": quoted
        and any(
            other is not block and is_complete(other.text) and other.signature.startswith(f"{block.signature} ")
            for other in candidates.page.blocks
        ),
    }


def _standing(candidates: Candidates, index: int) -> dict[str, float]:
    blocks, place = candidates.page.blocks, candidates.place(index)
    line, last = candidates.blocks[index].lines[0], candidates.blocks[index].lines[-1]
    between = max(candidates.first - place - 1, 0)
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    return {
        "right above the text": place + 1 == candidates.first,
        "near the text": max(0.0, 1 - between / 5),
        "below the first paragraph": place >= candidates.first,
        "far above the text": between > 10,
        "the first candidate": index == 0,
        "the last candidate": index == len(candidates.blocks) - 1,
        "how many candidates are above": min(index, 5) / 5,
        "the very first line": line == 1,
        "among the first lines": line <= 3,
        "a longer line below": after is not None and len(after.text) > 1.5 * len(candidates.blocks[index].text),
        "a paragraph below": after is not None and is_prose(after),
        "litter above": sum(line - 6 <= taken < line for taken in candidates.taken) / 6,
        "litter below": sum(last < taken <= last + 5 for taken in candidates.taken) / 5,
        "labels above": sum(map(is_label, blocks[max(0, place - 4) : place])) / 4,
        "labels below": sum(map(is_label, blocks[place + 1 : place + 5])) / 4,
    }


def _neighbors(candidates: Candidates, index: int) -> dict[str, float]:
    page, place = candidates.page, candidates.place(index)
    length = len(candidates.blocks[index].text)
    above = candidates.blocks[index - 1] if index and candidates.place(index - 1) == place - 1 else None
    following = index + 1 < len(candidates.blocks) and candidates.place(index + 1) == place + 1
    below = candidates.blocks[index + 1] if following else None
    near = [block for block in page.blocks[place + 1 : place + 1 + BELOW] if len(block.text) <= LONGEST_STAMP]
    over = [block for block in page.blocks[max(0, place - BELOW) : place] if len(block.text) <= LONGEST_STAMP]
    dated = next((block for block in over if stamp_in(block.text, page.patterns) is not None), None)
    signed = next((block for block in over if is_byline(block, page.patterns)), None)
    return {
        "a shorter candidate right above": above is not None and len(above.text) < length,
        "a longer candidate right above": above is not None and len(above.text) >= length,
        "a longer candidate right below": below is not None and len(below.text) > length,
        "a shorter candidate right below": below is not None and len(below.text) <= length,
        "a date below": any(stamp_in(block.text, page.patterns) is not None for block in near),
        "a date above": dated is not None,
        "a date above, under a candidate": dated is not None and _stands_over(candidates, dated),
        "a byline above": signed is not None,
        "a byline above, under a candidate": signed is not None and _stands_over(candidates, signed),
        "a byline below": any(is_byline(block, page.patterns) for block in near),
    }


def _stands_over(candidates: Candidates, block: Block) -> bool:
    """Tell whether a candidate of some words stands over a line, a few lines away at most."""
    at = next(place for place, one in enumerate(candidates.page.blocks) if one is block)
    places = [candidates.places[id(one)] for one in candidates.blocks if len(one.text.split()) >= SHORTEST_TITLE]
    return any(0 < at - place <= BELOW for place in places)
