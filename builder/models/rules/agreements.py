"""The words by which a language tells that something was signed, and what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Signing verbs, agreement nouns by kind, durations, and the words that say that nothing was signed.

    A signing: ``signing`` are forms that say by themselves that it was done; ``signing_nouns`` say so
    only with one of ``done`` beside them ("the ceremony of the signing of"). ``undone_near`` right
    before a signing, ``undone_far`` some words before it and ``undone_after`` after it say that it has
    not come to it, or not now; a verb that one of ``other_senses`` follows means something else
    ("signed up"), and so does one of ``happened`` that one of ``happened_in`` follows ("وقع في").

    What was signed: ``nouns`` maps a kind of the register to its nouns. The noun follows the verb,
    but stands before it when the form is one of ``noun_first``, when one of ``passive`` stands before
    the verb or one of ``noun_first_before`` after it, or in a language with ``active`` auxiliaries
    when none of these does; after one of ``agents`` ("signed by") it stands only before. One of
    ``other_objects`` says that something else was signed (a law), and no object lies beyond one of
    ``object_breaks``. One of ``definite`` before a noun without a name says that it was told of before ("the
    agreement"); one of ``documents`` then also does ("the text").

    One of ``both`` stands for the two states that were named before ("the two countries"). After one of ``entering``
    comes the body that a state becomes a member of, unless one of ``beside`` follows that ("in condemning").

    A name of an agreement runs from its noun to one of ``name_ends``, or back from it to one of
    ``name_starts``. ``locatives`` stand before a place, ``party_words`` before who takes part;
    one of ``between`` after a noun says that its parties are named there.
    ``durations`` are patterns with a group ``number`` or ``word`` and a group ``unit``; ``numbers``
    maps number words to figures; ``units`` maps unit words to ISO 8601 letters; ``amounts`` are patterns with the
    groups ``number``, ``scale`` and ``currency``, whose words ``scales`` and ``currencies`` explain;
    ``comparisons`` open a clause about another case ("as in"); a date after one of ``ends`` is when it
    ends ("until"), after one of ``beginnings`` since when something lasts; ``denials`` before a status
    say that there is none; ``clause_breaks`` begin a clause of which others may be the subject ("that", "which").
    """

    signing: tuple[str, ...] = ()
    signing_nouns: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    undone_near: tuple[str, ...] = ()
    undone_far: tuple[str, ...] = ()
    undone_after: tuple[str, ...] = ()
    other_senses: tuple[str, ...] = ()
    happened: tuple[str, ...] = ()
    happened_in: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    entering: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    noun_first: tuple[str, ...] = ()
    noun_first_before: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    other_objects: tuple[str, ...] = ()
    object_breaks: tuple[str, ...] = ()
    locatives: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    party_words: tuple[str, ...] = ()
    durations: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    amounts: tuple[str, ...] = ()
    scales: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    comparisons: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    clause_breaks: tuple[str, ...] = ()
    name_starts: tuple[str, ...] = ()
    name_ends: tuple[str, ...] = ()
