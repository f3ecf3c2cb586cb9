"""The phrases of ``litter.yml`` into the words that sites use of themselves, for lines that no phrase describes."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from builder.clean.phrases import signature
from builder.models.rules import LitterRules

MANY = 20


def site_words(rules: Iterable[LitterRules]) -> Mapping[str, float]:
    """The words that stand in several phrases, from 0 to 1 by the number of phrases; small words are left out."""
    counts: Counter[str] = Counter()
    small: set[str] = set()
    for one in rules:
        for phrase in set(_phrases(one)):
            counts.update(set(signature(phrase.replace("|", " ").replace("?", " ")).split()))
        small.update(word for connective in one.connectives for word in signature(connective).split())
    return {
        word: math.log(min(count, MANY)) / math.log(MANY)
        for word, count in counts.items()
        if count > 1 and word not in small and not word.isdigit()
    }


def _phrases(rules: LitterRules) -> Iterable[str]:
    for book in (rules.lines, rules.notices, rules.ends):
        for phrases in book.values():
            yield from phrases
    yield from (*rules.related, *rules.labels, *rules.asks, *rules.tags, *rules.captions, *rules.sections)
    yield from (*rules.comment_heads, *rules.replies)
