"""Mentions of places become those of what they mean: a place, the state whose capital it is, or nothing.

A place's name inside another name ("Air France", "Tour de France", "صحيفة القدس") is no mention of the place.
The capital that speaks, acts or has relations is its government: then the state is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.extract.candidates import gap, opens_sentence
from builder.extract.namewords import NameWords
from builder.extract.speech import Spelled
from builder.models import Knowledge, Mention
from builder.text import Word

_JOINTS = frozenset((" ", "-", "‑"))
_HYPHENS = frozenset(("-", "‑", "–", " - ", " – "))
_HEADLINE = 0.6
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Capitals:
    """The state of each capital, by their ids."""

    states: Mapping[str, str]


def prepare_capitals(knowledge: Knowledge) -> Capitals:
    """The capitals among the places, with their states."""
    states = {place.country: place.id for place in knowledge.places.values() if place.kind == "country"}
    return Capitals(
        {
            place.id: states[place.country]
            for place in knowledge.places.values()
            if place.is_capital and place.country in states
        }
    )


def settle_places(
    paragraphs: Sequence[Spelled], known: Sequence[Mention], capitals: Capitals, languages: Mapping[str, NameWords]
) -> tuple[Mention, ...]:
    """The mentions, those of places as they are meant."""
    by_paragraph: dict[str, list[Mention]] = {}
    for mention in known:
        by_paragraph.setdefault(mention.paragraph, []).append(mention)
    return tuple(
        mention
        for spelled in paragraphs
        for mention in _settled(spelled, by_paragraph.get(spelled.paragraph.id, ()), capitals, languages)
    )


def _settled(
    spelled: Spelled, known: Sequence[Mention], capitals: Capitals, languages: Mapping[str, NameWords]
) -> Iterator[Mention]:
    words = languages.get(spelled.paragraph.language)
    if words is None or all(mention.kind != "place" for mention in known):
        yield from known
        return
    text, found = spelled.paragraph.text, spelled.words
    starts = [word.start for word in found]
    spans = [(bisect_left(starts, m.start + 1) - 1, bisect_left(starts, m.end)) for m in known]
    states = [m.entity in capitals.states or m.entity in capitals.states.values() for m in known]
    headline = words.has_capitals and _is_headline(found)
    named = frozenset(at for first, after in spans for at in range(first, after))
    for number, (mention, (first, after)) in enumerate(zip(known, spans, strict=True)):
        if mention.kind != "place":
            yield mention
        elif _is_verb(found[first], words) or (
            not headline and is_inside_name(text, found, first, after, named, words)
        ):
            continue
        elif (
            mention.entity in capitals.states
            and not _is_joined_to_preposition(mention, found[first], words)
            and _is_government(text, found, _pair(text, found, number, spans, states, words), spans[number], words)
        ):
            yield replace(mention, entity=capitals.states[mention.entity])
        else:
            yield mention


def _is_verb(word: Word, words: NameWords) -> bool:
    """Tell whether a word is one of grammar whose last letters are those of a place ("بغاو", "they wanted")."""
    return not words.has_capitals and word.folded in words.stops


def _is_headline(found: Sequence[Word]) -> bool:
    """Tell whether most words have a capital, so that one says nothing."""
    long = [word for word in found if len(word.text) >= _SHORTEST]
    return sum(word.text[0].isupper() for word in long) > _HEADLINE * len(long)


def is_inside_name(
    text: str, found: Sequence[Word], first: int, after: int, named: frozenset[int], words: NameWords
) -> bool:
    """Tell whether words are a part of a longer name; words of ``named`` are names of their own."""
    if _belongs_to(text, found, first, words):
        return True
    if not words.has_capitals:
        return False
    before, behind = first - 1, after
    joined = before >= 0 and before not in named and gap(text, found, first) in _JOINTS
    if joined and _is_proper(found[before], words) and not opens_sentence(text, found, before):
        return found[before].folded not in words.bearings
    if found[after - 1].text.isupper() or behind >= len(found) or behind in named:
        return False
    return gap(text, found, behind) == " " and _is_proper(found[behind], words) and not _is_role(found[behind], words)


def _is_proper(word: Word, words: NameWords) -> bool:
    grammar = word.folded in words.joiners or word.folded in words.stops or word.folded in words.times
    return word.text[0].isupper() and len(word.text) > 1 and not grammar and not word.text[-1].isdigit()


def _is_role(word: Word, words: NameWords) -> bool:
    return word.folded in words.titles or word.folded in words.roles


def _belongs_to(text: str, found: Sequence[Word], first: int, words: NameWords) -> bool:
    """Tell whether a newspaper, a cup or the like stands before the place, perhaps with "of" between."""
    at = first - 1
    while at > max(0, first - 3) and found[at].folded in words.belongs and gap(text, found, at + 1) in (" ", "'", "’"):
        at -= 1
    if at < 0 or (gap(text, found, at + 1) not in (" ", " «", ' "', " “", " « ") and gap(text, found, at + 1) != " "):
        return False
    word = found[at]
    if words.has_capitals:
        return word.folded in words.not_there and word.text[0].isupper()
    return word.folded in words.not_there or word.folded[1:] in words.not_there


def _is_government(
    text: str, found: Sequence[Word], pair: tuple[int, int] | None, own: tuple[int, int], words: NameWords
) -> bool:
    """Tell whether a capital takes a side, speaks or acts, alone or with the state it is paired with."""
    before = _word_before(text, found, own[0])
    if before in words.sides or (not words.has_capitals and _bare_saying(before, words)):
        return True
    first, after = pair or own
    before = _word_before(text, found, first)
    if pair and (before in words.between or before in words.sides):
        return True
    opened = before in words.conjunctions
    begins = first == 0 or gap(text, found, first).strip() != "" or opened
    return (opened and not words.has_capitals) or (begins and _acts(text, found, after, words))


def _word_before(text: str, found: Sequence[Word], first: int) -> str:
    return found[first - 1].folded if first and not gap(text, found, first).strip() else ""


def _is_joined_to_preposition(mention: Mention, word: Word, words: NameWords) -> bool:
    """Tell whether a preposition is joined to the front of the name; a conjunction says nothing."""
    joined = word.folded[: mention.start - word.start] or (
        word.folded[:1] if word.folded.startswith(words.joining.joined or " ") else ""
    )
    return any(letter in words.joining.clitics and letter not in words.joins for letter in joined)


def _bare_saying(word: str, words: NameWords) -> bool:
    return word in words.sayings or (word[:1] in words.joining.clitics and word[1:] in words.sayings)


def _acts(text: str, found: Sequence[Word], after: int, words: NameWords) -> bool:
    """Tell whether a verb of saying or acting follows, perhaps behind an auxiliary."""
    for at in range(after, min(after + 2, len(found))):
        if gap(text, found, at) != " ":
            return False
        if found[at].folded in words.sayings or found[at].folded in words.acts:
            return True
        if found[at].folded not in words.auxiliaries:
            return False
    return False


def _pair(
    text: str,
    found: Sequence[Word],
    number: int,
    spans: Sequence[tuple[int, int]],
    states: Sequence[bool],
    words: NameWords,
) -> tuple[int, int] | None:
    """The words of a state or capital that is joined to another one: "Paris-Madrid", "Paris and Madrid"."""
    first, after = spans[number]
    for other in (number - 1, number + 1):
        if not 0 <= other < len(spans) or not states[other]:
            continue
        start, end = spans[other]
        left, right = (end, first) if end <= first else (after, start)
        joined = left < len(found) and found[left].folded
        if right == left and (gap(text, found, right) in _HYPHENS or (joined and joined[:1] in words.joins)):
            return min(first, start), max(after, end)
        if right - left == 1 and joined in words.joins:
            return min(first, start), max(after, end)
    return None
