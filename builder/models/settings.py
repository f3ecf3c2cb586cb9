"""What ``dossier.yml`` says: title, scope, topics and their words, and what may be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LAYOUTS = ("register", "briefing")
NOTES = ("key_points", "background", "frameworks", "disputed", "not_known")
CITING_NOTES = ("key_points", "frameworks", "disputed")
"""The sections of a topic's page in which the editor may write; in some each note must cite what says it."""
POLICIES = ("full", "excerpts")


@dataclass(frozen=True, slots=True)
class EditorNote:
    """A statement that the editor wrote; ``text`` may cite ``[article-id¶3]``, or a sentence, ``[article-id¶3s2]``."""

    text: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A cross-cutting page: its title, what it is about, and the words that tell of it.

    ``words`` maps a language to words or phrases and their weight; ``layout`` is ``register`` (a
    table of agreements first) or ``briefing``. ``notes`` are the editor's statements by section, one of NOTES.
    """

    id: str
    title: str
    scope: str
    layout: str
    words: Mapping[str, Mapping[str, float]]
    notes: Mapping[str, tuple[EditorNote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """How much of a source's text the site shows: ``full`` or ``excerpts`` (only what is quoted)."""

    default: str = "full"
    outlets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlaceScope:
    """Which places of the libraries are looked for.

    ``countries`` are ISO 3166 codes whose cities count from ``population`` inhabitants; cities
    elsewhere count from ``elsewhere`` inhabitants.
    """

    countries: tuple[str, ...] = ()
    population: int = 15_000
    elsewhere: int = 300_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a seed may be: its file in bytes, what is read of it in characters and lines.

    Ten times what the longest newspaper article has. What is larger is no article, and would keep everyone waiting.
    """

    bytes: int = 5_000_000
    characters: int = 300_000
    lines: int = 5_000


@dataclass(frozen=True, slots=True)
class DossierSettings:
    """All of ``dossier.yml``."""

    title: str
    scope: str
    languages: tuple[str, ...]
    topics: tuple[Topic, ...]
    publication: Publication = field(default_factory=Publication)
    places: PlaceScope = field(default_factory=PlaceScope)
    limits: Limits = field(default_factory=Limits)
