"""The words by which a language tells that something was signed, and what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Signing verbs, agreement nouns by kind, durations, and openers of a comparison.

    ``nouns`` maps a kind of the register to its nouns; ``durations`` are patterns with a group
    ``number`` or ``word`` and a group ``unit``; ``numbers`` maps number words to figures; ``units``
    maps unit words to ISO 8601 letters; ``comparisons`` open a clause about another case ("as in");
    a date after one of ``ends`` is when it ends ("until"), after one of ``beginnings`` since when
    something lasts; ``denials`` before a status say that there is none; ``clause_breaks`` begin a
    clause of which others may be the subject ("that", "which"); ``negations`` say that it has not come to
    a signing; a name of an agreement that the text gives runs from its noun to one of
    ``name_ends``, or back from it to one of ``name_starts``.
    """

    signing: tuple[str, ...] = ()
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    durations: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    comparisons: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    clause_breaks: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    name_starts: tuple[str, ...] = ()
    name_ends: tuple[str, ...] = ()
