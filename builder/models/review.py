"""What the editor is asked about names and dates, and what the editor decides."""

from __future__ import annotations

from dataclasses import dataclass

from builder.models.article import Evidence
from builder.models.dossier import Finding

DECISIONS = ("accept", "new", "not", "ignore")
"""A name is that known entry; it is someone or something new; it is not that entry; it is no name."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A known entry that a name may mean; ``score`` is from 0 to 1, ``reasons`` say in words what it comes from."""

    entity: str
    name: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that the knowledge does not have, with every sentence it stands in and what it is called there.

    ``count`` is of mentions; ``roles`` are the offices that the sentences give, as written; ``sources`` are the
    files of the articles, ``source`` is a citation of the first one.
    """

    id: str
    kind: str
    name: str
    language: str
    count: int
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...]
    source: str
    url: str
    roles: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name that fits two known entries or more, and so is left out wherever it stands."""

    name: str
    entities: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two unknown names that may be one person or organisation."""

    one: str
    other: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """All questions to the editor, the most frequent names first; ``more`` are rarer ones that wait until then."""

    unknown: tuple[UnknownName, ...]
    pairs: tuple[LikePair, ...]
    ambiguous: tuple[AmbiguousName, ...]
    dates: tuple[Finding, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What the editor decided of a name. ``kind`` is one of DECISIONS.

    ``target`` is the id of an entry for accept and not, the English name or nothing for new.
    """

    kind: str
    name: str
    target: str = ""
