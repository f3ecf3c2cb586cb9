"""The words by which a language announces persons and organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameCues:
    """Cues for names.

    ``titles`` stand right before a name ("M.", "Dr", "General"); ``roles`` are offices that stand
    before a name or after it and a comma; ``sources`` are roles of people who report and do not act
    ("our correspondent"); ``particles`` may stand inside a name ("el", "de", "ben"); ``clitics``
    may be written in front of a name as one word with it (Arabic).
    """

    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
