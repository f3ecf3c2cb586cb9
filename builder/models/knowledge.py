"""What the dossier knows beforehand: the authority files under ``knowledge/``, each fact with a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from builder.dates import DateInterval

AGREEMENT_KINDS = (
    "agreement",
    "memorandum",
    "declaration",
    "designation",
    "membership",
    "programme",
    "dialogue",
    "exercise",
    "sale",
)
"""The closed list of kinds of the register: a text that was signed (agreement, memorandum,
declaration), a status that one side gives (designation), a seat in a body (membership), work that
goes on (programme), talks held regularly (dialogue), an exercise, a sale of arms. A resolution, a
visit or a meeting is none of these."""

AGENCY = "agency"
OUTLET_KINDS = (AGENCY, "outlet", "newspaper", "broadcaster", "magazine", "site", "think-tank", "government")
"""The closed list of kinds of those who publish; ``outlet`` is any that is no agency."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact of the knowledge comes from: a citation, and an address where there is one."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One way in which texts write an entity. A weak name counts only when something else supports it."""

    text: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held; ``held`` has an open end when the knowledge gives none."""

    title: Mapping[str, str]
    organisation: str
    held: DateInterval
    source: Source


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the authority file: names per language, other spellings, surname forms, offices.

    ``not_same`` are the ids and the folded spellings that the editor said are not this person.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    offices: tuple[Office, ...]
    source: Source
    not_same: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, service, forum or armed group; ``kind`` is free text shown to the reader.

    ``weak_aliases`` are names that others bear too: they count in an article that also has one of the other names.
    ``not_same`` is what it is for a person.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    kind: str
    source: Source
    not_same: frozenset[str] = frozenset()
    weak_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A country (``country`` its ISO 3166 code), a city, or a region without a country.

    ``kind`` is ``country``, ``city`` or ``region``; every form in ``names`` and ``aliases`` is one
    that texts use, so a form that is also a common word stands in neither. ``is_capital`` tells of a
    city that its name may mean the country's government.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    kind: str
    country: str
    source: Source
    latitude: float | None = None
    longitude: float | None = None
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """A known entry of the register, with what is known of it; ``kind`` is one of AGREEMENT_KINDS.

    ``parties`` are ids of places or organisations; ``duration`` is ISO 8601 (``P10Y``).
    """

    id: str
    kind: str
    names: Mapping[str, str]
    aliases: tuple[Name, ...]
    when: DateInterval | None
    duration: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    topics: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """A dated event that helps to date an article which speaks of it.

    ``cues`` are, per language, alternatives; an alternative is phrases that must all stand in one
    paragraph. ``implies`` says what speaking of it tells of the article's day: ``after`` (not
    before it), ``during`` (inside it) or ``before`` (it is still to come). ``told_by`` are, per language, phrases that
    say that it happens: a date beside one of them, in the same clause, is that of this event.
    """

    id: str
    names: Mapping[str, str]
    when: DateInterval
    cues: Mapping[str, tuple[tuple[str, ...], ...]]
    implies: str
    source: Source
    told_by: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, site or agency that publishes articles; ``kind`` is one of OUTLET_KINDS.

    ``weak_aliases`` are also common words: they count only where a page names its own site.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[str, ...]
    kind: str
    hosts: tuple[str, ...]
    source: Source
    weak_aliases: tuple[str, ...] = ()

    @property
    def is_agency(self) -> bool:
        """Whether others print its articles, so that an article may have an agency and an outlet."""
        return self.kind == AGENCY


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the wider gazetteer: its name, its country's ISO 3166 code, GeoNames' number and its inhabitants."""

    name: str
    country: str
    number: int
    population: int


@dataclass(frozen=True, slots=True)
class Towns:
    """The wider gazetteer: sorted lines of a spelling and its town, and spellings that are mostly other words.

    ``known`` are the ids of those towns that are places of the dossier, by GeoNames' numbers. ``led`` are names of
    countries that are looked for in the same way, because they are other words too; their numbers are below 0.
    """

    lines: Sequence[str] = ()
    unsure: Set[str] = frozenset()
    known: Mapping[int, str] = field(default_factory=dict)
    led: Mapping[str, Town] = field(default_factory=dict)

    def may_begin(self, folded: str) -> bool:
        """Tell whether a spelling begins with these letters: few words do, and the others need no more look-ups."""
        at = bisect_left(self.lines, folded)
        if any(form.startswith(folded) for form in self.led):
            return True
        return at < len(self.lines) and self.lines[at].startswith(folded)

    def named(self, folded: str) -> tuple[Town, ...]:
        """The towns with a spelling, given as folded words with a space between."""
        begin = f"{folded}\t"
        at = bisect_left(self.lines, begin)
        found = [self.led[folded]] if folded in self.led else []
        while at < len(self.lines) and self.lines[at].startswith(begin):
            _, country, number, population, name = self.lines[at].split("\t")
            found.append(Town(name, country, int(number), int(population)))
            at += 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries and cities from libraries, made by ``builder.knowledge``; ids are stable slugs."""

    places: Mapping[str, Place] = field(default_factory=dict)
    towns: Towns = field(default_factory=Towns)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All authority files of one dossier, by id; ``places`` holds library places as well.

    ``terms`` are words of one meaning in several languages, by that meaning; * stands for any ending.
    ``same`` maps the id of an entry that was merged into another one to the id of that one;
    ``ignored`` are names that the editor said are none, as written. ``towns`` are looked for only where
    an article says that it speaks of a place of that country.
    """

    people: Mapping[str, Person] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    events: Mapping[str, KnownEvent] = field(default_factory=dict)
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    towns: Towns = field(default_factory=Towns)

    def find(self, entity: str) -> Person | Organisation | Place | None:
        """The record of a person, organisation or place by its id, which is unique among them."""
        return self.people.get(entity) or self.organisations.get(entity) or self.places.get(entity)
