"""The words by which a language announces persons and organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NameCues:
    """Cues for names.

    ``titles`` stand right before a name ("M.", "Dr", "General"). ``roles`` are offices; they stand
    before a name, or after it and a comma, and may be followed by what they are an office of.
    ``joiners`` are prepositions and articles after which a capital begins no person's name ("of",
    "des"); ``office_words`` are capitalised words of offices and institutions ("Affairs").
    ``sources`` are roles of people who report and do not act ("our correspondent"). ``particles``
    may stand inside a name ("el", "de", "ben"). ``same`` maps a spelling of a particle to the one
    under which it is compared ("el" to "al"). ``clitics`` are letters written in front of a name as
    one word with it, ``article`` is such a definite article.
    """

    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    office_words: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    clitics: tuple[str, ...] = ()
    article: str = ""
    article_after_clitic: str = ""
