"""What a preview remembers from one build to the next: results of pure functions, by all that they depend on.

The knowledge, by the bytes of its files; an article, by its seed and sidecar and by what the knowledge says of whom it
may name.
What the last build did not ask for is forgotten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from builder.models import Article, CleanArticle, RawArticle

Learned = TypeVar("Learned")


class Memory(Generic[Learned]):
    """The memory of one dossier; a new one remembers nothing."""

    def __init__(self) -> None:
        self._mark = b""
        self._learned: Learned | None = None
        self._base: object = None
        self._cleaned: dict[RawArticle, CleanArticle] = {}
        self._articles: dict[RawArticle, Article] = {}
        self._before: tuple[Mapping[RawArticle, CleanArticle], Mapping[RawArticle, Article]] = ({}, {})

    def learned(
        self,
        folder: Path,
        learn: Callable[[], Learned],
        base: Callable[[Learned], object],
        spared: Callable[[Learned, Learned], Callable[[CleanArticle], bool]],
    ) -> Learned:
        """What the dossier's files say: as before when they are the same bytes, else ``learn`` reads them.

        ``base`` is the part of it that cleaning depends on; ``spared`` tells of which articles extraction makes the
        same with what was learned before and now. Raises what ``learn`` does.
        """
        mark = _mark(folder)
        cleaned, articles = self._cleaned, self._articles
        if self._learned is None or mark != self._mark:
            learned = learn()
            if base(learned) != self._base:
                cleaned, articles = {}, {}
            elif self._learned is not None:
                is_spared = spared(self._learned, learned)
                articles = {raw: article for raw, article in articles.items() if is_spared(article.clean)}
            self._learned, self._mark, self._base = learned, mark, base(learned)
        self._before, self._cleaned, self._articles = (cleaned, articles), {}, {}
        return self._learned

    def article(
        self, raw: RawArticle, clean: Callable[[], CleanArticle], extract: Callable[[CleanArticle], Article]
    ) -> Article:
        """The article of a seed: as before, or cleaned and extracted now."""
        cleaned, articles = self._before
        self._cleaned[raw] = cleaned.get(raw) or clean()
        self._articles[raw] = articles.get(raw) or extract(self._cleaned[raw])
        return self._articles[raw]


def _mark(folder: Path) -> bytes:
    """A hash of the names and bytes of what the knowledge is read from."""
    digest = hashlib.sha256()
    for path in (folder / "dossier.yml", *sorted((folder / "knowledge").glob("*"))):
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return digest.digest()
