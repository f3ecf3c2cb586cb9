"""The citations in an editor's text: ``[¶3]``, ``[¶3, ¶5]`` or ``[article-id¶3]``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CITATION = re.compile(r"\[(?P<article>[^\[\]¶\s]*)¶(?P<paragraphs>\d+(?:\s*,\s*¶?\d+)*)\]")


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: the article (empty for the text's own), paragraph ids, and its span in the text."""

    article: str
    paragraphs: tuple[str, ...]
    start: int
    end: int


def find_citations(text: str) -> Iterator[Citation]:
    """Yield the citations of a text in their order.

    >>> [(c.article, c.paragraphs) for c in find_citations("One [¶3]. Two [a¶1, ¶2].")]
    [('', ('p3',)), ('a', ('p1', 'p2'))]
    """
    for found in _CITATION.finditer(text):
        paragraphs = tuple(f"p{number}" for number in re.findall(r"\d+", found["paragraphs"]))
        yield Citation(found["article"], paragraphs, found.start(), found.end())
