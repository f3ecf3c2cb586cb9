"""A signing becomes what was signed: the agreement noun that is its object, and the name around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.extract.signing import Noun, Signing, SigningWords
from builder.text import Word, words

_MOST_WORDS_BETWEEN = 32
_MOST_NAME_WORDS = 9
_MOST_WORDS_BEYOND = 6
_HYPHENS = ("-", "\u2010", "\u2011")
_STOP = re.compile(r"[,.;:،؛()«»“”\"]")


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed: its kind, the words that name it and their start.

    A bare noun names nothing of its own; ``is_between`` tells that those who took part are said after it,
    ``is_definite`` that the noun may speak of what was told before ("the agreement").
    """

    kind: str
    name: str
    start: int
    is_bare: bool
    is_between: bool
    is_definite: bool


@dataclass(frozen=True, slots=True)
class _Noun:
    """An agreement noun of a sentence, by its first and last word."""

    kind: str
    first: int
    last: int


_Side = Callable[[str, Sequence[Word], Sequence[_Noun], Signing, SigningWords], _Noun | None]


def find_signed(sentence: str, signing: Signing, said: SigningWords) -> Signed | None:
    """The nearest agreement noun on the side where the verb has its object, then on the other side.

    None when there is no such noun within reach, when something else was signed ("a law on
    treaties"), or when another clause lies between. Without a noun "the text" may be what was signed;
    its kind is empty.
    """
    found = words(sentence)
    nouns = list(_nouns(found, said.nouns, said))
    for side in _sides(sentence, signing, said):
        noun = side(sentence, found, nouns, signing, said)
        if noun:
            return _named(sentence, found, noun, said)
        if _is_of_another(sentence, found, signing, said):
            return None
    documents = [noun for noun in _nouns(found, said.documents, said) if _is_definite(found, noun.first, said)]
    document = _noun_before(sentence, found, documents, signing, said)
    return _named(sentence, found, document, said) if document else None


def names_agreement(text: str, said: SigningWords) -> bool:
    """Tell whether an agreement noun stands in some words."""
    return any(_nouns(words(text), said.nouns, said))


def _sides(sentence: str, signing: Signing, said: SigningWords) -> Sequence[_Side]:
    """Where to look for the noun, in order: "the text, signed by both, completes the treaty" has none behind it."""
    if not signing.noun_first:
        return (_noun_after, _noun_before)
    opens = not words(sentence[: signing.start])
    if not opens and said.agents.match(sentence[signing.end :].lstrip()):
        return (_noun_before,)
    return (_noun_before, _noun_after)


def _nouns(found: Sequence[Word], nouns: Mapping[str, Sequence[Noun]], said: SigningWords) -> Iterator[_Noun]:
    """The agreement nouns in their order; of two that begin with one word the longer."""
    taken = -1
    for index in range(len(found)):
        if index <= taken:
            continue
        noun = _noun_at(found, index, nouns, said)
        if noun:
            taken = noun.last
            yield noun


def _noun_at(
    found: Sequence[Word], index: int, nouns: Mapping[str, Sequence[Noun]], said: SigningWords
) -> _Noun | None:
    for base, _, _ in said.joining.readings(found[index].folded):
        for noun, kind in nouns.get(base, ()):
            following = tuple(other.folded for other in found[index + 1 : index + len(noun)])
            if following == noun[1:]:
                return _Noun(kind, index, index + len(noun) - 1)
    return None


def _noun_after(
    sentence: str, found: Sequence[Word], nouns: Sequence[_Noun], signing: Signing, said: SigningWords
) -> _Noun | None:
    """The first noun after the verb, when no other object, other clause or break lies between."""
    for noun in nouns:
        if found[noun.first].end <= signing.start or found[noun.last].end <= signing.end - 1:
            continue
        between = sentence[signing.end : max(signing.end, found[noun.first].start)]
        blocked = (said.other_objects, said.object_breaks, said.clause_breaks)
        if len(words(between)) > _MOST_WORDS_BETWEEN or any(pattern.search(between) for pattern in blocked):
            return None
        return noun
    return None


def _noun_before(
    sentence: str, found: Sequence[Word], nouns: Sequence[_Noun], signing: Signing, said: SigningWords
) -> _Noun | None:
    """The noun that opens the phrase before the verb: of "an agreement under the treaty of 1990" the agreement."""
    earlier = [noun for noun in nouns if found[noun.last].end <= signing.start]
    if not earlier:
        return None
    nearest = earlier[-1]
    between = sentence[found[nearest.last].end : signing.start]
    if len(words(between)) > _MOST_WORDS_BETWEEN or said.other_objects.search(between):
        return None
    return nearest


def _is_of_another(sentence: str, found: Sequence[Word], signing: Signing, said: SigningWords) -> bool:
    """Tell whether the verb's own object is no agreement: a law right before it or after it."""
    before = [word for word in found if word.end <= signing.start][-3:]
    after = [word for word in found if word.start >= signing.end][:3]
    near = sentence[before[0].start : signing.start] if before else ""
    far = sentence[signing.end : after[-1].end] if after else ""
    return bool(said.other_objects.search(near) or said.other_objects.search(far))


def _named(sentence: str, found: Sequence[Word], noun: _Noun, said: SigningWords) -> Signed:
    """The noun with the words around it that name the agreement; a bare one with those between whom it is."""
    first, last = _name_span(sentence, found, noun, said)
    is_nameless = (first, last) == (noun.first, noun.last)
    is_bare = is_nameless and noun.first == noun.last
    is_definite = is_nameless and _is_definite(found, first, said)
    end = _beyond(sentence, found, noun.last)
    beyond = sentence[found[noun.last].end : found[end].end]
    if is_bare and said.between.match(beyond.lstrip()):
        last = end
    name = sentence[found[first].start : found[last].end]
    return Signed(noun.kind, name, found[first].start, is_bare, bool(said.between.search(beyond)), is_definite)


def _is_definite(found: Sequence[Word], first: int, said: SigningWords) -> bool:
    """Tell whether a noun has the article, as a word before it or joined to its front."""
    before = found[first - 1].folded if first else ""
    return before in said.definite or bool(said.article.match(found[first].text))


def _name_span(sentence: str, found: Sequence[Word], noun: _Noun, said: SigningWords) -> tuple[int, int]:
    """Reach back over what stands before the noun and forward over what follows, within the clause."""
    first, last = noun.first, noun.last
    while said.name_starts and first and _joined(sentence, found, first) and last - first < _MOST_NAME_WORDS:
        if found[first - 1].folded in said.name_starts and not _is_hyphened(sentence, found, first):
            break
        first -= 1
    while last + 1 < len(found) and _joined(sentence, found, last + 1) and last - first < _MOST_NAME_WORDS:
        if found[last + 1].folded in said.name_ends:
            break
        last += 1
    return first, last


def _is_hyphened(sentence: str, found: Sequence[Word], index: int) -> bool:
    """Tell whether a word and the one before it are one, as in "three-year"."""
    return sentence[found[index - 1].end : found[index].start] in _HYPHENS


def _beyond(sentence: str, found: Sequence[Word], last: int) -> int:
    """The last of the words right after a noun, up to a stop."""
    end = last
    while end + 1 < len(found) and end - last < _MOST_WORDS_BEYOND and _joined(sentence, found, end + 1):
        end += 1
    return end


def _joined(sentence: str, found: Sequence[Word], index: int) -> bool:
    """Tell whether no stop stands between a word and the one before it; one within a number is none."""
    before, between = found[index - 1], sentence[found[index - 1].end : found[index].start]
    is_number = len(between) == 1 and before.text.isdigit() and found[index].text.isdigit()
    return is_number or not _STOP.search(between)
