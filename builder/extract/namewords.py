"""The cues of a language's names, folded and made ready for look-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.joining import Joining, joining_of
from builder.models import LanguageRules
from builder.text import fold, words

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameWords:
    """The cues of one language as folded words; what is said of each stands at ``NameCues``.

    ``given`` and ``weak_given`` are those of all languages, since names travel. ``company_ends`` stand as
    they are written; ``world_bodies``
    are names by their first word, with whether they stand in capitals; ``never`` are the words that no
    person's name contains, ``never_places`` those that are no place, ``generic`` the folded
    words of each phrase that is no name.
    """

    titles: frozenset[str]
    roles: frozenset[str]
    sources: frozenset[str]
    given: frozenset[Phrase]
    weak_given: frozenset[Phrase]
    named_after: frozenset[str]
    sayings: frozenset[str]
    particles: frozenset[str]
    kin: frozenset[str]
    relatives: frozenset[str]
    livings: frozenset[str]
    familiar: frozenset[str]
    servants: frozenset[str]
    not_given: frozenset[str]
    in_offices: frozenset[str]
    plurals: frozenset[str]
    hearers: frozenset[str]
    verb_fronts: tuple[str, ...]
    verb_ends: tuple[str, ...]
    led_by: frozenset[str]
    family: frozenset[str]
    possessives: frozenset[str]
    aged: frozenset[str]
    years: frozenset[str]
    joiners: frozenset[str]
    never: frozenset[str]
    bodies: frozenset[str]
    small_bodies: frozenset[str]
    own_bodies: frozenset[str]
    seats: frozenset[str]
    local: frozenset[str]
    called: frozenset[str]
    mixed: frozenset[str]
    clubs: frozenset[str]
    quoted: frozenset[str]
    heralds: frozenset[str]
    inflected: tuple[str, ...]
    company_ends: frozenset[str]
    world_bodies: Mapping[str, tuple[tuple[Phrase, bool], ...]]
    links: frozenset[str]
    belongs: frozenset[str]
    owners: frozenset[str]
    joins: frozenset[str]
    describing: tuple[str, ...]
    generic: frozenset[Phrase]
    stops: frozenset[str]
    never_bodies: frozenset[str]
    describing_follows: bool
    times: frozenset[str]
    bearings: frozenset[str]
    there: frozenset[str]
    origins: frozenset[str]
    place_nouns: frozenset[str]
    not_there: frozenset[str]
    sides: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    acts: frozenset[str]
    auxiliaries: frozenset[str]
    never_begins: tuple[str, ...]
    never_places: frozenset[str]
    has_capitals: bool
    joining: Joining


@lru_cache(maxsize=4)
def prepare_names(languages: tuple[LanguageRules, ...]) -> Mapping[str, NameWords]:
    """The cues of every language, by its code."""
    given = frozenset(_phrases(name for rules in languages for name in rules.names.given))
    weak = frozenset(_phrases(name for rules in languages for name in rules.names.weak_given))
    return {rules.code: _prepare(rules, given - weak, weak) for rules in languages}


def _prepare(rules: LanguageRules, given: frozenset[Phrase], weak: frozenset[Phrase]) -> NameWords:
    cues = rules.names
    particles = _folded(cues.particles)
    stops, times, joiners = _folded(cues.stops), _folded(cues.times), _folded(cues.joiners)
    bodies, small = _folded(cues.bodies), _folded(cues.small_bodies)
    offices = (*cues.titles, *cues.honorifics, *cues.roles, *cues.sources, *cues.office_words)
    never = (_folded((*offices, *cues.no_person)) | bodies | small) - particles
    return NameWords(
        titles=_folded(cues.honorifics),
        roles=frozenset(
            phrase[-1]
            for phrase in _phrases(cue for cue in (*cues.roles, *cues.callings, *cues.sources) if " " not in cue)
        ),
        sources=_folded(cues.sources) - _folded(cues.roles),
        given=given,
        weak_given=weak,
        named_after=_folded(cues.named_after),
        sayings=_folded(cues.sayings),
        particles=particles,
        kin=_folded(cues.kin),
        relatives=_folded(cues.relatives),
        livings=_folded(cues.livings),
        familiar=_folded(cues.familiar),
        servants=_folded(cues.servants),
        not_given=_folded(cues.not_given),
        in_offices=_folded(cues.in_offices),
        plurals=_folded(cues.plurals),
        hearers=_folded(cues.hearers),
        verb_fronts=tuple(fold(letters) for letters in cues.verb_fronts),
        verb_ends=tuple(fold(letters) for letters in cues.verb_ends),
        led_by=_folded(cues.led_by),
        family=_folded(cues.family),
        possessives=_folded(cues.possessives),
        aged=_folded(cues.aged),
        years=_folded(cues.years),
        joiners=joiners,
        never=never,
        bodies=bodies,
        small_bodies=small,
        own_bodies=_folded(cues.own_bodies),
        seats=_folded(cues.seats),
        local=_folded(cues.local),
        called=_folded(cues.called),
        mixed=_folded(cues.mixed),
        clubs=_folded(cues.clubs),
        quoted=_folded(cues.quoted),
        heralds=_folded(cues.heralds),
        inflected=tuple(fold(ending) for ending in cues.inflected),
        company_ends=frozenset(cues.company_ends),
        world_bodies=_by_first_word(cues.world_bodies),
        links=_folded(cues.links),
        belongs=_folded(cues.belongs),
        owners=_folded(cues.belongs) - joining_of([cues]).clitics,
        joins=_folded(cues.joins),
        describing=tuple(fold(ending) for ending in cues.describing),
        generic=frozenset(_phrases(cues.generic)),
        stops=stops,
        never_bodies=_folded(cues.never_bodies),
        describing_follows=cues.adjectives == "after",
        times=times,
        bearings=_folded(cues.bearings),
        there=_folded(cues.there),
        origins=_folded(cues.origins),
        place_nouns=_folded(cues.place_nouns),
        not_there=_folded(cues.not_there),
        sides=_folded(cues.sides),
        between=_folded(cues.between),
        conjunctions=_folded(cues.conjunctions),
        acts=_folded(cues.acts),
        auxiliaries=_folded(cues.auxiliaries),
        never_begins=tuple(fold(letters) for letters in cues.never_begins),
        never_places=stops | times | joiners | never | _folded((*cues.sayings, *cues.acts)),
        has_capitals=not cues.article,
        joining=joining_of([cues]),
    )


def _by_first_word(names: Iterable[str]) -> Mapping[str, tuple[tuple[Phrase, bool], ...]]:
    found: dict[str, list[tuple[Phrase, bool]]] = {}
    for name in sorted(names, key=len, reverse=True):
        phrase = tuple(word.folded for word in words(name))
        found.setdefault(phrase[0], []).append((phrase, name.isupper()))
    return {first: tuple(those) for first, those in found.items()}


def _folded(cues: Iterable[str]) -> frozenset[str]:
    return frozenset(word.folded for cue in cues for word in words(cue))


def _phrases(cues: Iterable[str]) -> Iterable[Phrase]:
    return (tuple(word.folded for word in words(cue)) for cue in cues)
