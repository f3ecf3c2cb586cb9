"""The citations in an editor's text: ``[¶3]``, ``[article-id¶3]``, or of one sentence ``[article-id¶3s2]``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_TARGET = r"\d+(?:s\d+)?"
_CITATION = re.compile(rf"\[(?P<article>[^\[\]¶\s]*)¶(?P<targets>{_TARGET}(?:\s*,\s*¶?{_TARGET})*)\]")
_NUMBERS = re.compile(r"(?P<paragraph>\d+)(?:s(?P<sentence>\d+))?")


@dataclass(frozen=True, slots=True)
class Target:
    """A paragraph by its id, and which of its sentences is meant, counted from 1; 0 means all of it."""

    paragraph: str
    sentence: int = 0

    @property
    def label(self) -> str:
        """The target as the editor writes it."""
        number = self.paragraph.removeprefix("p")
        return f"¶{number}s{self.sentence}" if self.sentence else f"¶{number}"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: the article (empty for the text's own), its targets, and its span in the text."""

    article: str
    targets: tuple[Target, ...]
    start: int
    end: int


def find_citations(text: str) -> Iterator[Citation]:
    """Yield the citations of a text in their order.

    >>> [(c.article, [t.label for t in c.targets]) for c in find_citations("One [¶3]. Two [a¶1, ¶2s4].")]
    [('', ['¶3']), ('a', ['¶1', '¶2s4'])]
    """
    for found in _CITATION.finditer(text):
        targets = tuple(
            Target(f"p{number['paragraph']}", int(number["sentence"] or 0))
            for number in _NUMBERS.finditer(found["targets"])
        )
        yield Citation(found["article"], targets, found.start(), found.end())


def missing_targets(citation: Citation, sentences: Mapping[str, int]) -> Sequence[Target]:
    """The targets that lead nowhere, where ``sentences`` has the number of sentences of each paragraph."""
    return [
        target
        for target in citation.targets
        if target.paragraph not in sentences or not target.sentence <= sentences[target.paragraph]
    ]
