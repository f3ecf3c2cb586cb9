"""A signing whose agreement the knowledge does not have becomes a proposal to the editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from builder.dates import DateInterval
from builder.extract.referring import find_earlier, joined
from builder.extract.signed import Signed, find_signed
from builder.extract.signing import Signing, SigningWords, duration_in, find_signings, signing_clause
from builder.models import Deed, Evidence, Knowledge, Mention, Place

_BARE_NEEDS = 2
_PARTY_REACH = 14
_COMMAS = (", ", "، ")
_AUXILIARY = re.compile(r"(?: \([^()]{2,12}\))?(?: \w{1,5}){0,1} ")


class Told(Protocol):
    """What is read of a sentence before a proposal is made of it."""

    @property
    def evidence(self) -> Evidence:
        """The words of the sentence."""

    @property
    def named(self) -> tuple[Mention, ...]:
        """Who and what it names, unknown people too."""

    @property
    def words(self) -> SigningWords:
        """The signing words of its language."""


Day = Callable[[Signing, Signed], tuple[DateInterval | None, str]]


def propose(sentence: Told, knowledge: Knowledge, day_of: Day, told: Sequence[Deed]) -> Deed | None:
    """The first signing of the sentence as a deed, for the editor to confirm.

    Only the clause of the signing tells who took part: others in the sentence may speak of it or be
    against it. Who they are may not be known yet. ``day_of`` gives its date and what that rests on. "The
    agreement" is the last fitting one of ``told``, what the article told before. Refuses one without a name
    of its own unless it is of those, two took part or the sentence says when it was signed or between whom it is.
    """
    text = sentence.evidence.quote
    for signing in find_signings(text, sentence.words):
        signed = find_signed(text, signing, sentence.words)
        if signed is None:
            continue
        here = tuple(_in_clause(sentence, signing, signed))
        people = tuple(dict.fromkeys(mention.entity for mention in here if mention.kind == "person"))
        parties = tuple(dict.fromkeys(_parties(here, sentence, knowledge, signing)))
        evidence, (when, basis) = sentence.evidence, day_of(signing, signed)
        deed = Deed(
            agreement=f"proposed-{evidence.article}-{evidence.paragraph}-{evidence.start}",
            known=False,
            kind=signed.kind,
            name=signed.name,
            when=when,
            duration=duration_in(text, sentence.words),
            parties=parties,
            signatories=people,
            evidence=evidence,
            date_basis=basis,
            is_proper_name=not signed.is_bare,
            place=next(find_places(here, sentence, knowledge), ""),
        )
        again = find_earlier(signed.kind, parties, told) if signed.is_definite else None
        more = joined(deed, again) if again else None
        if more:
            return more
        is_dated = basis == "stated" and not signed.is_definite
        is_told = is_dated or signed.is_between or len(parties) + len(people) >= _BARE_NEEDS
        if signed.kind and (is_told or not signed.is_bare):
            return deed
    return None


def _in_clause(sentence: Told, signing: Signing, signed: Signed) -> Iterator[Mention]:
    """Who and what is named between the breaks around the signing and the name of what was signed."""
    start, end = signing_clause(sentence.evidence.quote, signing, sentence.words)
    first, last = min(start, signed.start), max(end, signed.start + len(signed.name))
    there = [mention for mention in sentence.named if first <= mention.start - sentence.evidence.start < last]
    for mention in there:
        if not any(_is_inside(mention, other) for other in there):
            yield mention


def _is_inside(mention: Mention, other: Mention) -> bool:
    """Tell whether a mention is only a part of an organisation's name ("Ghana" of its navy)."""
    is_longer = other.end - other.start > mention.end - mention.start
    return other.kind == "organisation" and is_longer and other.start <= mention.start and mention.end <= other.end


def _parties(here: Sequence[Mention], sentence: Told, knowledge: Knowledge, signing: Signing) -> Iterator[str]:
    """Countries that are not only where it was signed, and organisations said to take part or to sign."""
    countries = [mention for mention in here if _is_country(mention, knowledge.places)]
    chosen = [mention for mention in countries if not _is_after(mention, sentence, sentence.words.locatives)]
    for mention in reversed(here):
        told = _is_after(mention, sentence, sentence.words.party_words) or _signs(mention, sentence, signing)
        listed = any(_is_listed(mention, other, sentence) for other in chosen)
        if mention.kind == "organisation" and (told or listed):
            chosen.append(mention)
    yield from (mention.entity for mention in sorted(chosen, key=_start))


def _is_listed(mention: Mention, other: Mention, sentence: Told) -> bool:
    """Tell whether a mention stands before another in one list ("the navy and the coast guard signed")."""
    offset = sentence.evidence.start
    between = sentence.evidence.quote[mention.end - offset : max(mention.end, other.start) - offset]
    return bool(between) and (between in _COMMAS or bool(sentence.words.party_words.fullmatch(between.lstrip())))


def _start(mention: Mention) -> int:
    return mention.start


def find_places(here: Sequence[Mention], sentence: Told, knowledge: Knowledge) -> Iterator[str]:
    """Yield the cities among what is named that have a word before them that says "in"."""
    for mention in here:
        place = knowledge.places.get(mention.entity)
        if place and place.kind == "city" and _is_after(mention, sentence, sentence.words.locatives):
            yield mention.entity


def _signs(mention: Mention, sentence: Told, signing: Signing) -> bool:
    """Tell whether a mention stands right beside the verb of a signing, where its subject stands."""
    text, offset = sentence.evidence.quote, sentence.evidence.start
    between = text[mention.end - offset : signing.start], text[signing.end : max(signing.end, mention.start - offset)]
    before = mention.end - offset <= signing.start and _AUXILIARY.fullmatch(between[0])
    after = mention.start - offset >= signing.end and between[1] == " "
    return bool(before or after)


def _is_country(mention: Mention, places: Mapping[str, Place]) -> bool:
    return mention.entity in places and places[mention.entity].kind == "country"


def _is_after(mention: Mention, sentence: Told, before: re.Pattern[str]) -> bool:
    """Tell whether one of some words stands right before a mention, or is joined to its front."""
    start = mention.start - sentence.evidence.start
    return bool(before.search(sentence.evidence.quote[max(0, start - _PARTY_REACH) : start]))
