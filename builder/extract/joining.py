"""Letters that a language writes as one word with the word that follows: conjunctions, prepositions, the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from builder.models.rules import NameCues
from builder.text import fold

_SHORTEST_AFTER_CLITIC = 3
_SHORTEST_AFTER_ARTICLE = 2
_MOST_CLITICS = 2

Reading = tuple[str, bool, int]


@dataclass(frozen=True)
class Joining:
    """Clitics are single letters; ``article`` stands before a word, ``joined`` is a clitic grown into it.

    A word that begins with none of the letters ``first`` has nothing joined to it.
    """

    clitics: frozenset[str]
    article: str
    joined: str
    first: frozenset[str]

    def bare(self, folded: str) -> str:
        """The word without its article, when enough of it is left."""
        enough = len(folded) >= len(self.article) + _SHORTEST_AFTER_ARTICLE
        return folded.removeprefix(self.article) if self.article and enough else folded

    @cached_property
    def readings(self) -> Callable[[str], tuple[Reading, ...]]:
        """The ways to read a folded word: what is left of it, whether it had an article, and where it begins.

        The article belongs to the word, so the place is that of the article; where a clitic has grown into
        the article, what is left without it would be no word, so the clitic belongs to the word as well.
        Remembered, for the same words come again in every article.
        """
        return lru_cache(maxsize=16384)(self._all_readings)

    def _all_readings(self, folded: str) -> tuple[Reading, ...]:
        return tuple(self._readings(folded)) if folded[:1] in self.first else ((folded, False, 0),)

    def _readings(self, folded: str) -> Iterator[Reading]:
        for rest, offset in self._without_clitics(folded):
            yield rest, False, offset
            bare = self.bare(rest)
            if bare != rest:
                yield bare, True, offset
            if self.joined and rest.startswith(self.joined):
                yield rest.removeprefix(self.joined), True, offset

    def _without_clitics(self, folded: str) -> Iterator[tuple[str, int]]:
        yield folded, 0
        for length in range(1, _MOST_CLITICS + 1):
            if folded[length - 1 : length] not in self.clitics or len(folded) - length < _SHORTEST_AFTER_CLITIC:
                return
            yield folded[length:], length


def joining_of(cues: Iterable[NameCues]) -> Joining:
    """The joining of one language, or of several taken together."""
    found = list(cues)
    clitics = frozenset(fold(letter) for cue in found for letter in cue.clitics)
    article = next((fold(cue.article) for cue in found if cue.article), "")
    joined = next((fold(cue.article_after_clitic) for cue in found if cue.article_after_clitic), "")
    return Joining(clitics, article, joined, first=clitics | {front[0] for front in (article, joined) if front})
