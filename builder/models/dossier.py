"""The whole dossier: who is who, what was signed, what happened when, and what each source says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builder.dates import DateInterval
from builder.errors import Problem
from builder.models.article import Article, Deed, Evidence, Passage
from builder.models.knowledge import Agreement, Knowledge, Source
from builder.models.settings import DossierSettings, EditorNote, Topic


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place that articles name.

    ``names`` has a name per language where one is known; ``aliases`` are the other spellings that
    the articles or the knowledge use; ``known`` is false when no authority file has it.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    known: bool
    evidence: tuple[Evidence, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One row of the register of agreements, with what each article says of it.

    ``when`` is what the articles state, or what the knowledge has when they state nothing
    (``when_from`` is ``articles``, ``knowledge`` or empty); ``stated`` are the parties and
    signatories whom an article names in that sentence, the others are the knowledge's;
    ``differences`` name a field in which the sources do not say the same.
    """

    id: str
    names: Mapping[str, str]
    kind: str
    when: DateInterval | None
    when_from: str
    duration: str
    duration_from: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    stated: frozenset[str]
    deeds: tuple[tuple[str, Deed], ...]
    known: Agreement | None
    topics: tuple[str, ...]
    differences: tuple[str, ...]
    independent: int

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words of every article that speaks of it."""
        return tuple(deed.evidence for _, deed in self.deeds)

    @property
    def dates(self) -> tuple[DateInterval, ...]:
        """The dates that the articles give, each once."""
        return tuple(dict.fromkeys(deed.when for _, deed in self.deeds if deed.when))

    @property
    def durations(self) -> tuple[str, ...]:
        """The durations that the articles give, each once."""
        return tuple(dict.fromkeys(deed.duration for _, deed in self.deeds if deed.duration))

    @property
    def places(self) -> tuple[str, ...]:
        """Where the articles say that it was signed, each place once."""
        return tuple(dict.fromkeys(deed.place for _, deed in self.deeds if deed.place))


@dataclass(frozen=True, slots=True)
class ToldDate:
    """The date that the words of an article give for an event."""

    when: DateInterval
    evidence: Evidence
    is_year_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline.

    ``kind``: report (what an article reports), agreement, dated (by a text), inferred (by a text
    that leaves out the year), known. ``told`` are the dates other than ``when`` that articles give for the same.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    when: DateInterval
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    source: Source | None = None
    agreement: str = ""
    told: tuple[ToldDate, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicView:
    """What the articles say on one topic: passages by article, and who and where stands in them.

    ``notes`` are the editor's by section, as far as their citations hold; ``cited`` are the sentences that prove
    them; ``independent`` is how many sources the articles are when copies count once.
    """

    topic: Topic
    notes: Mapping[str, tuple[EditorNote, ...]]
    passages: Mapping[str, tuple[Passage, ...]]
    cited: tuple[Evidence, ...]
    entries: tuple[str, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Finding:
    """Something for the editor: an open question (``notice``) or a fault (``problem``)."""

    level: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the pages and the data export are made of.

    ``briefs`` are the editor's, by article, as far as their citations hold; ``unproven`` are the
    editor's texts that are left out because theirs do not, or make no sense. ``superseded`` are articles that count
    no more, each with the id of the one that replaces it.
    """

    settings: DossierSettings
    knowledge: Knowledge
    articles: tuple[Article, ...]
    entities: Mapping[str, Entity]
    register: tuple[RegisterEntry, ...]
    events: tuple[Event, ...]
    topics: tuple[TopicView, ...]
    findings: tuple[Finding, ...]
    briefs: Mapping[str, str]
    unproven: tuple[Problem, ...]
    superseded: tuple[tuple[Article, str], ...] = ()
