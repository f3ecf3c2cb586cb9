"""Articles become independent sources: the copies of one agency's report, or of one text, count once.

Texts are compared by their shingles: every run of so many words, folded. A text of which most
shingles stand in another one is a copy of it, also when a line was added or a title changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from builder.models import Article, CleanArticle
from builder.text import fold, folded_words

_WORDS = 5
_SHARED = 0.6
_FEWEST = 8


def find_origins(articles: Sequence[Article]) -> Mapping[str, str]:
    """For each article the first one that it is a copy of, or itself; articles in their order.

    A text too short for its words to prove anything is a copy only of the very same text.
    """
    origins: dict[str, str] = {}
    agencies: dict[str, str] = {}
    texts: dict[tuple[str, ...], str] = {}
    holders: dict[int, list[str]] = {}
    sizes: dict[str, int] = {}
    for article in articles:
        shingles = _shingles(article.clean)
        copied = _copied(shingles, holders, sizes)
        same = texts.setdefault(_text(article.clean), article.id)
        agency = fold(article.clean.agency.value) if article.clean.agency else ""
        wire = agencies.get(agency, "")
        known = next((origins[other] for other in (copied, same, wire) if other in origins), article.id)
        origins[article.id] = known
        if agency:
            agencies.setdefault(agency, known)
        if not copied:
            sizes[article.id] = len(shingles)
            for shingle in shingles:
                holders.setdefault(shingle, []).append(article.id)
    return origins


@dataclass(frozen=True, slots=True)
class Copied:
    """An article that a text copies, and the share of the shorter one's runs of words that stand in both."""

    article: CleanArticle
    share: float


def find_copied(new: CleanArticle, others: Iterable[CleanArticle]) -> tuple[Copied, ...]:
    """Which other articles a text is a copy of, or is copied by, the most alike first, whoever published them."""
    own, text = _shingles(new), _text(new)
    found = []
    for other in others:
        shingles = _shingles(other)
        fewer = min(len(own), len(shingles))
        share = len(own & shingles) / fewer if fewer >= _FEWEST else float(text == _text(other))
        if share >= _SHARED:
            found.append(Copied(other, share))
    return tuple(sorted(found, key=lambda copied: -copied.share))


def _text(article: CleanArticle) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article.paragraphs)


def _shingles(article: CleanArticle) -> frozenset[int]:
    folded = [word for paragraph in article.paragraphs for word in folded_words(paragraph.text)]
    return frozenset(map(hash, zip(*(folded[first:] for first in range(_WORDS)), strict=False)))


def _copied(shingles: frozenset[int], holders: Mapping[int, Sequence[str]], sizes: Mapping[str, int]) -> str:
    """The article with which the shorter of the two texts shares most of its shingles; none when too few."""
    shared = Counter(chain.from_iterable(map(holders.__getitem__, shingles & holders.keys())))
    shares = {
        other: number / min(len(shingles), sizes[other])
        for other, number in shared.items()
        if min(len(shingles), sizes[other]) >= _FEWEST
    }
    best = max(shares, key=lambda other: (shares[other], other), default="")
    return best if best and shares[best] >= _SHARED else ""
