"""Words of an article become towns of the wider gazetteer, where the article tells that it speaks of their country.

    words of a paragraph ─spots▶ spellings of towns ─whole article▶ towns of its countries ─again▶ mentions

A town counts when a place of its country is named in the article, or two towns of one country are, and
only at a word that may be its name: in French and English a capital that stands alone, in Arabic a word
behind a preposition or a noun such as "city". The spelling then counts wherever it stands. Of two towns with
one name in the countries of the article the one with more inhabitants is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import accumulate

from builder.extract.candidates import begins_given, gap, opens_sentence
from builder.extract.namewords import NameWords
from builder.extract.speech import Spelled
from builder.extract.whereabouts import is_inside_name
from builder.models import Knowledge, Mention, Place, Source, Town, Towns
from builder.text import Word, fold

_MOST_WORDS = 4
_JOINTS = frozenset((" ", "-", "‑", "'", "’"))
_BEFORE = frozenset((" ", "'", "’"))
_MOST_LINKS = 2
_SHORTEST = 3
_SHORTEST_BEGINNING = 2
_SURE = 4
_LARGE = 50_000
_FEWEST_TOGETHER = 2
_PREPOSITION, _NOUN = 1, 2


@dataclass(frozen=True, slots=True)
class FoundTowns:
    """The mentions of towns, and the towns themselves."""

    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class _Spot:
    """Words that are a spelling of towns; ``led`` by a preposition or a noun for a place.

    A preposition is loose when it is one letter with the word, or says from where or of whom something is.
    """

    spelled: Spelled
    start: int
    end: int
    form: str
    towns: tuple[Town, ...]
    led: int
    stands_out: bool
    unsure: bool
    has_capitals: bool
    is_loose: bool


def find_towns(
    paragraphs: Sequence[Spelled], taken: Iterable[Mention], knowledge: Knowledge, languages: Mapping[str, NameWords]
) -> FoundTowns:
    """The towns that an article names beside what is ``taken``: everyone and everything found already."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    countries: set[str] = set()
    for mention in taken:
        mentions[mention.paragraph].append(mention)
        place = knowledge.places.get(mention.entity)
        countries |= {place.country} if place and place.country else set()
    spots = [
        spot
        for spelled in paragraphs
        if spelled.paragraph.language in languages
        for spot in _spots(
            spelled, mentions[spelled.paragraph.id], knowledge.towns, languages[spelled.paragraph.language]
        )
    ]
    countries |= _together(spots)
    meant: dict[str, Town] = {}
    for spot in spots:
        there = [town for town in spot.towns if town.country in countries]
        if there and (_is_told(spot) or (spot.stands_out and not spot.unsure)):
            meant.setdefault(spot.form, max(there, key=_size))
        elif spot.led and not spot.unsure:
            town = _alone(spot)
            if town:
                meant.setdefault(spot.form, town)
    known = knowledge.towns.known
    return FoundTowns(
        mentions=tuple(
            _mention(spot, _id(meant[spot.form], known)) for spot in spots if spot.form in meant and _is_meant(spot)
        ),
        places=tuple({t.number: _place(t, known) for t in meant.values() if t.number not in known}.values()),
    )


def _alone(spot: _Spot) -> Town | None:
    """The town that a preposition tells of though its country is not named: a large one, or a country."""
    if spot.stands_out:
        largest = max(spot.towns, key=_size)
        return largest if _size(largest) >= (_LARGE,) else None
    large = [town for town in spot.towns if town.population >= _LARGE or town.number < 0]
    plain = not spot.has_capitals and not spot.is_loose and len(spot.form) >= _SURE and len(large) == 1
    return large[0] if plain else None


def _mention(spot: _Spot, town: str) -> Mention:
    paragraph = spot.spelled.paragraph
    return Mention(town, "place", paragraph.text[spot.start : spot.end], paragraph.id, spot.start, spot.end)


def _is_meant(spot: _Spot) -> bool:
    """Tell whether a spelling of a town that the article names elsewhere names it here as well."""
    if spot.unsure:
        return _is_told(spot)
    is_word = any(town.number < 0 for town in spot.towns)
    return bool(spot.led) or spot.stands_out or (len(spot.form) >= _SURE and not is_word)


def _is_told(spot: _Spot) -> bool:
    """Tell whether the words before it say that a place is named; a noun must where it is mostly another word."""
    return spot.led == _NOUN or bool(spot.led and (not spot.unsure or spot.stands_out))


def _size(town: Town) -> tuple[int, int]:
    return town.population, -town.number


def _together(spots: Iterable[_Spot]) -> set[str]:
    """The countries of which two towns at least are named with a preposition or a noun before them."""
    forms: dict[str, set[str]] = defaultdict(set)
    for spot in spots:
        if spot.led and not spot.unsure and len(spot.form) >= _SURE:
            for town in spot.towns:
                forms[town.country].add(spot.form)
    return {country for country, those in forms.items() if len(those) >= _FEWEST_TOGETHER}


def _id(town: Town, known: Mapping[int, str]) -> str:
    if town.number in known:
        return known[town.number]
    slug = re.sub(r"[^a-z0-9]+", "-", fold(town.name)).strip("-")
    return f"{slug or 'town'}-{town.country.lower()}"


def _place(town: Town, known: Mapping[int, str]) -> Place:
    source = Source(f"GeoNames, place {town.number}", f"https://www.geonames.org/{town.number}")
    return Place(_id(town, known), {"en": town.name}, (), "city", town.country, source)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """Words from ``first`` to ``after`` that spell towns; ``offset`` letters are joined to the front, ``clitic``."""

    first: int
    after: int
    offset: int
    clitic: str
    form: str
    towns: tuple[Town, ...]


def _spots(spelled: Spelled, taken: Sequence[Mention], towns: Towns, words: NameWords) -> Iterator[_Spot]:
    text, found = spelled.paragraph.text, spelled.words
    named = _covered(found, taken)
    if words.has_capitals and text.isupper():
        return
    free = 0
    places = set(_covered(found, (mention for mention in taken if mention.kind == "place")))
    for at, word in enumerate(found):
        if at < free or at in named or (words.has_capitals and not _may_be_name(word)):
            continue
        spelling = _longest(text, found, at, named, towns, words)
        if spelling and not is_inside_name(text, found, at, spelling.after, named, words):
            free = spelling.after
            listed = at - 1 in places and gap(text, found, at) == " " and spelling.clitic in words.joins
            spot = _spot(spelled, spelling, towns.unsure, words)
            spot = replace(spot, led=_PREPOSITION) if listed and not spot.led else spot
            if spot.led and not spot.unsure:
                places.add(free - 1)
            yield spot


def _covered(found: Sequence[Word], taken: Iterable[Mention]) -> frozenset[int]:
    """The words in which something is named already."""
    starts = [word.start for word in found]
    return frozenset(
        at
        for mention in taken
        for at in range(bisect_left(starts, mention.start + 1) - 1, bisect_left(starts, mention.end))
    )


def _may_be_name(word: Word) -> bool:
    return word.text[0].isupper() and not (word.text.isupper() and len(word.text) > 1)


def _is_name(word: Word, base: str, words: NameWords) -> bool:
    """Tell whether a single word may be a name at all: one that is grammar, a time or an office is none."""
    return len(base) >= _SHORTEST and base not in words.never_places and word.folded not in words.never_places


def _readings(word: Word, words: NameWords) -> Iterator[tuple[str, int, str]]:
    """The word, and what is left of it without letters that are joined to it: the rest, its place and the letters."""
    yield word.folded, 0, ""
    if words.has_capitals:
        return
    for base, has_article, offset in words.joining.readings(word.folded):
        if offset and not has_article:
            yield base, offset, word.folded[:offset]
        elif offset and word.folded.startswith(words.joining.joined, offset - 1):
            yield words.joining.article + base, offset, word.folded[:offset]


def _longest(
    text: str, found: Sequence[Word], at: int, named: Set[int], towns: Towns, words: NameWords
) -> _Spelling | None:
    """The longest spelling of towns that begins with a word."""
    for base, offset, clitic in _readings(found[at], words):
        if len(base) < _SHORTEST_BEGINNING or not towns.may_begin(base):
            continue
        forms = list(accumulate((base, *_more(text, found, at, named)), "{} {}".format))
        for number in range(len(forms) - 1, -1, -1):
            those = towns.named(forms[number]) if number or _is_name(found[at], base, words) else ()
            if those:
                return _Spelling(at, at + number + 1, offset, clitic, forms[number], those)
    return None


def _more(text: str, found: Sequence[Word], at: int, named: Set[int]) -> Iterator[str]:
    """The words that may go on with a name."""
    for behind in range(at + 1, min(at + _MOST_WORDS, len(found))):
        if behind in named or gap(text, found, behind) not in _JOINTS:
            return
        yield found[behind].folded


def _spot(spelled: Spelled, spelling: _Spelling, unsure: Set[str], words: NameWords) -> _Spot:
    text, found, first = spelled.paragraph.text, spelled.words, spelling.first
    given = words.has_capitals and (
        begins_given(found, first, words.given) or begins_given(found, first, words.weak_given)
    )
    return _Spot(
        spelled=spelled,
        start=found[first].start + spelling.offset,
        end=found[spelling.after - 1].end,
        form=spelling.form,
        towns=spelling.towns,
        led=_led(text, found, first, spelling.clitic, words),
        stands_out=words.has_capitals and not opens_sentence(text, found, first),
        unsure=spelling.form in unsure or len(spelling.form) < _SURE or bool(given),
        has_capitals=words.has_capitals,
        is_loose=bool(spelling.clitic) or (first > 0 and found[first - 1].folded in words.origins),
    )


def _led(text: str, found: Sequence[Word], at: int, clitic: str, words: NameWords) -> int:
    """What leads to the name: a noun for a place, a preposition, also one that is joined to it, or nothing (0)."""
    if any(letter not in words.joins for letter in clitic):
        return _PREPOSITION
    if at == 0 or gap(text, found, at) not in _BEFORE:
        return 0
    before = _bare(found[at - 1], words)
    if before & words.place_nouns or _word_over_links(text, found, at, words) in words.place_nouns:
        return _NOUN
    return _PREPOSITION * bool(before & words.there)


def _bare(word: Word, words: NameWords) -> frozenset[str]:
    """The word, and in a script without capitals what is left of it without a letter joined to its front."""
    joined = not words.has_capitals and word.folded[:1] in words.joining.clitics
    return frozenset((word.folded, word.folded[1:]) if joined else (word.folded,))


def _word_over_links(text: str, found: Sequence[Word], at: int, words: NameWords) -> str:
    """The word before "of" and "of the": of a script that has capitals."""
    before = at - 1
    while words.has_capitals and before > 0 and at - before <= _MOST_LINKS and found[before].folded in words.belongs:
        if gap(text, found, before) not in _BEFORE:
            return ""
        before -= 1
    return found[before].folded if before < at - 1 else ""
