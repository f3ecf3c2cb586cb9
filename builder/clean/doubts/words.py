"""The words of a block into signs: what each spoke for on the pages that were read by a person.

``words.yml`` has for a word, for two neighbours (``see_also``), for a first (``^read``) and a last one (``more$``)
the logarithm of how much more often they stood in litter than in text, in tenths, so that sums are the same in any
order; figures are all one word, ``#``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import yaml

WORDS = Path(__file__).with_name("words.yml")
MOST_WORDS = 60
MANY = 180
STRONG = 60


@lru_cache(maxsize=1)
def word_weights() -> Mapping[str, int]:
    """Read ``words.yml``, once; it is written by a program, never by a person."""
    with WORDS.open(encoding="utf-8") as file:
        weights: dict[str, int] = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return weights


def cues(words: Sequence[str]) -> frozenset[str]:
    """What is looked up of a block: its words, its neighbours, its first and its last one.

    >>> sorted(cues(["see", "also", "12"]))
    ['#', '#$', '^see', 'also', 'also_#', 'see', 'see_also']
    """
    return frozenset(_cues(["#" if word.isdigit() else word for word in words[:MOST_WORDS]]))


def _cues(words: Sequence[str]) -> Iterator[str]:
    if not words:
        return
    yield from words
    yield f"^{words[0]}"
    yield f"{words[-1]}$"
    yield from (f"{first}_{second}" for first, second in pairwise(words))


def measure_words(words: Sequence[str], weights: Mapping[str, int] | None = None) -> dict[str, float]:
    """The signs of the words, by the weights of ``words.yml`` or by others."""
    known = word_weights() if weights is None else weights
    told = [known[cue] for cue in cues(words) if cue in known]
    total = sum(told)
    return {
        "all words as in litter": min(max(total, 0) / MANY, 1),
        "all words as in articles": min(max(-total, 0) / MANY, 1),
        "words as in litter": max(total / len(told), 0) / STRONG if told else 0,
        "words as in articles": max(-total / len(told), 0) / STRONG if told else 0,
        "a word as in litter": max(*told, 0, 0) / STRONG,
        "a word as in articles": -min(*told, 0, 0) / STRONG,
        "no word that tells": not told,
    }
