"""The words by which a language announces persons and organisations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NameCues:
    """Cues for names.

    Persons: ``titles`` stand right before a name ("M.", "Dr", "General"), and
    ``honorifics`` are those that announce somebody unknown. ``roles`` are offices; they stand before a
    name, or after it and a comma, and may be followed by what they are an office of; ``callings`` are
    more of them that a name may also contain ("cook").
    ``given`` are given names: one begins a person's name wherever it stands, unless one of
    ``named_after`` stands before it (streets, stadiums, prizes, laws); ``weak_given`` are mostly other
    words and need a title, a role or a saying beside them. ``joiners`` are prepositions and articles
    after which a capital begins no person's name ("of", "des"); ``office_words`` are words of offices
    and institutions, never of a person's name ("Affairs"); ``no_person`` are
    other words that are none ("Stadium"). ``sources`` are roles of people who report
    and do not act ("our correspondent"). ``sayings`` are verbs whose subject speaks. ``particles`` may
    stand inside a name ("el", "de", "ben"), those of ``kin`` say whose child somebody is, ``relatives`` after
    one and a comma ("who"), surer before a verb of ``livings`` ("who teaches"). A given name is a whole
    name behind a word of the ``family`` ("her son") and before an age: a comma, perhaps ``aged``, a number
    and the word for ``years``. ``possessives`` may stand between a name and its role ("their doyen"). A
    word that begins with letters of ``never_begins`` is mostly a verb, and a name only with a given name.
    Without capitals one of ``familiar`` makes a name of a given name too ("سي"), one of ``servants`` of a
    word with the article behind it ("عبد"), one of ``not_given`` is none in this language; a role may be
    one ``in_offices`` ("في"), and of several it ends in a letter of ``plurals`` and has no name behind it;
    one of ``hearers`` may stand between a saying and the name ("لنا"), and one of ``led_by`` before it ("برئاسة").
    What begins with one of ``verb_fronts`` or ends in one of ``verb_ends`` is a verb and no surname.

    Organisations: ``bodies`` are nouns that begin or end the name of one ("Ministry"); one of
    ``small_bodies`` is mostly a common noun and needs more of a name ("Centre"); ``own_bodies`` begin a
    name even with a small letter ("ministère"). A noun of ``seats`` before a town is the organisation of that
    town in small letters too ("tribunal"), one of ``clubs`` only there ("Étoile"); what stands in quotation
    marks behind one of ``quoted`` is its name, and so are capitals right behind one of ``heralds``
    (without capitals, a word that is none of grammar and has none of the endings ``inflected``).
    ``company_ends`` close the name of a company ("Ltd");
    ``world_bodies`` are organisations whose names every reader knows and that no such cue announces.
    ``links`` stand inside a name between its words ("of the"), those of ``belongs`` say of what it is
    and those of ``joins`` put two such together ("and"); ``describing`` are endings of adjectives, and
    ``adjectives`` says on which side of the noun they stand (``before``, ``after``). One of
    ``never_bodies`` ends no name of an organisation ("Agreement"). ``generic`` are phrases that look like
    a name and are none ("board of directors"). ``stops`` are words that no name contains, and ``times``
    words that tell when and may look like part of one.

    Of the kinds that each town has, ``local``, the town behind "in" is part of the name too ("court"). One of
    ``called`` may stand between a noun and the name ("named"); one of ``mixed`` is an adjective behind a noun.

    Places: after one of ``not_there`` a place's name is part of another name ("صحيفة القدس"); before it
    one of ``bearings`` only says which part of it. ``there`` are prepositions after which one may stand
    (those of ``origins`` also before people and things) and ``place_nouns`` what one may be ("city"):
    beside them a town counts that is not looked for everywhere. A capital after one of ``sides``
    ("with"), paired after one of ``between``, or that begins a clause (``conjunctions`` open one) before a
    verb of ``sayings`` or ``acts``, perhaps over one of ``auxiliaries``, is its government.

    ``same`` maps a spelling of a particle to the one under which it is compared ("el" to "al").
    ``clitics`` are letters written in front of a name as one word with it, ``article`` is such a
    definite article.
    """

    titles: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    callings: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    weak_given: tuple[str, ...] = ()
    named_after: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    livings: tuple[str, ...] = ()
    familiar: tuple[str, ...] = ()
    servants: tuple[str, ...] = ()
    not_given: tuple[str, ...] = ()
    in_offices: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    hearers: tuple[str, ...] = ()
    verb_fronts: tuple[str, ...] = ()
    verb_ends: tuple[str, ...] = ()
    led_by: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    office_words: tuple[str, ...] = ()
    no_person: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    small_bodies: tuple[str, ...] = ()
    own_bodies: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    mixed: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    heralds: tuple[str, ...] = ()
    inflected: tuple[str, ...] = ()
    company_ends: tuple[str, ...] = ()
    world_bodies: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    belongs: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    never_bodies: tuple[str, ...] = ()
    adjectives: str = "before"
    stops: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    never_begins: tuple[str, ...] = ()
    bearings: tuple[str, ...] = ()
    there: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    place_nouns: tuple[str, ...] = ()
    not_there: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    clitics: tuple[str, ...] = ()
    article: str = ""
    article_after_clitic: str = ""
