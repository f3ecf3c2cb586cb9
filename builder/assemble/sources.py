"""Articles become independent sources: the copies of one agency's report, or of one text, count once.

Texts are compared by their shingles: every run of so many words, folded. A text of which most
shingles stand in another one is a copy of it, also when a line was added or a title changed.
"""

from __future__ import annotations

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
    originals = _Originals()
    for article in articles:
        shingles = _shingles(article.clean)
        copied = originals.copied(shingles)
        same = texts.setdefault(_text(article.clean), article.id)
        agency = fold(article.clean.agency.value) if article.clean.agency else ""
        wire = agencies.get(agency, "")
        known = next((origins[other] for other in (copied, same, wire) if other in origins), article.id)
        origins[article.id] = known
        if agency:
            agencies.setdefault(agency, known)
        if not copied:
            originals.add(article.id, shingles)
    return origins


class _Originals:
    """Texts that are copies of none before them, found by their shingles.

    Two texts that are copies share so many shingles of the shorter one that each choice of more than the others has one
    of them. So of either text only that many are looked for in the other: those that the fewest texts have, for what
    is printed in hundreds of them tells none from another.
    """

    def __init__(self) -> None:
        self._shingles: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = {}
        self._chosen: dict[int, list[str]] = {}

    def add(self, article: str, shingles: frozenset[int]) -> None:
        """Take a text up."""
        for shingle in self._rarest(shingles):
            self._chosen.setdefault(shingle, []).append(article)
        for shingle in shingles:
            self._holders.setdefault(shingle, []).append(article)
        self._shingles[article] = shingles

    def copied(self, shingles: frozenset[int]) -> str:
        """The text with which the shorter of the two shares most of its shingles; none when too few."""
        if len(shingles) < _FEWEST:
            return ""
        longer = (self._holders.get(shingle, ()) for shingle in self._rarest(shingles))
        shorter = (self._chosen[shingle] for shingle in shingles & self._chosen.keys())
        shares = {other: self._share(shingles, other) for other in {*chain(*longer), *chain(*shorter)}}
        best = max(shares, key=lambda other: (shares[other], other), default="")
        return best if best and shares[best] >= _SHARED else ""

    def _share(self, shingles: frozenset[int], other: str) -> float:
        fewer = min(len(shingles), len(self._shingles[other]))
        return len(shingles & self._shingles[other]) / fewer if fewer >= _FEWEST else 0.0

    def _rarest(self, shingles: frozenset[int]) -> list[int]:
        """More shingles than a text may lack of a copy of it, those of the fewest texts."""
        number = len(shingles) - int(_SHARED * len(shingles)) + 1
        new = list(shingles - self._holders.keys())
        if len(new) >= number:
            return new[:number]
        known = sorted(shingles & self._holders.keys(), key=lambda shingle: len(self._holders[shingle]))
        return (new + known)[:number]


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
