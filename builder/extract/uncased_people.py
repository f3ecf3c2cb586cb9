"""Words of a script without capitals become people: a cue says where a name begins, its words say where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.apposed_people import apposed_people
from builder.extract.candidates import CERTAIN, Candidate, gap
from builder.extract.namewords import NameWords
from builder.extract.uncased_words import (
    bare,
    follows_namesake,
    given_words,
    has_age,
    is_closed,
    is_part,
    is_safe,
    servant_words,
    stands_behind,
    told_behind,
    weigh,
)
from builder.text import Word

_MOST_WORDS = 5
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Front:
    """How a name begins: words of a given name or of a weak one, and letters that are joined to its front."""

    given: int
    weak: int
    offset: int


def uncased_people(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The people whom a paragraph may name: by a given name, a title or a role before, who or how old one is behind."""
    told = list(_announced(text, found, words))
    taken = {at for candidate in told for at in range(candidate.first, candidate.after)}
    yield from told
    yield from (one for one in apposed_people(text, found, words) if taken.isdisjoint(range(one.first, one.after)))


def _announced(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    free = 0
    for at in range(len(found)):
        candidate = _named(text, found, at, words) if at >= free else None
        if candidate:
            yield candidate
            free = candidate.after


def _named(text: str, found: Sequence[Word], at: int, words: NameWords) -> Candidate | None:
    """The name that begins at a word, if one does."""
    front = _front(found, at, words)
    titled = at > 0 and gap(text, found, at) == " " and bare(found[at - 1], words) in words.titles
    if front.given or front.weak:
        return None if follows_namesake(text, found, at, words) else _by_given(text, found, at, front, words)
    if titled or _has_role(text, found, at, words) or stands_behind(text, found, at, words.family, words):
        return _by_title(text, found, at, titled, words)
    return _by_parent(text, found, at, words)


def _by_given(text: str, found: Sequence[Word], at: int, front: _Front, words: NameWords) -> Candidate | None:
    """A given name and what follows it; a weak one needs more than itself."""
    given, weak = front.given, front.weak
    after = _end(text, found, at, given or weak, words)
    if after == at:
        return _single(text, found, at, front, words)
    weight, reports = weigh(text, found, at, words)
    weight = weight or told_behind(text, found, after, words) or (weak and _goes_on(found, at + weak, words))
    if weak and not weight:
        return None
    return Candidate("person", at, after, weight + CERTAIN * bool(given), reports, offset=front.offset)


def _single(text: str, found: Sequence[Word], at: int, front: _Front, words: NameWords) -> Candidate | None:
    """A given name that stands alone: behind a word of the family, or with an age; where it speaks it may be one."""
    after = at + (front.given or front.weak)
    near = (words.family, words.familiar, *((words.titles,) if front.given else ()))
    if any(stands_behind(text, found, at, those, words) for those in near) or has_age(text, found, after, words):
        return Candidate("person", at, after, CERTAIN, offset=front.offset)
    said = front.given and stands_behind(text, found, at, words.sayings, words)
    return Candidate("person", at, after, 1, offset=front.offset) if said else None


def _by_title(text: str, found: Sequence[Word], at: int, titled: bool, words: NameWords) -> Candidate | None:
    """Two words behind a title; behind a role or a word of the family only where a name must end after them."""
    spoken = found[at].folded in words.sayings or found[at].folded in words.stops
    after = at if spoken else _end(text, found, at, 1, words)
    if after == at or follows_namesake(text, found, at, words) or _is_rank(found, at, words):
        return None
    closed = is_closed(text, found, after, words) or bool(told_behind(text, found, after, words))
    if not (titled or closed) or not is_safe(found, at, after, closed, words):
        return None
    return Candidate("person", at, after, CERTAIN)


def _has_role(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a role with the article stands right before a word, perhaps with an adjective between."""
    article = words.joining.article
    for before in (at - 1, at - 2):
        if before < 0 or gap(text, found, before + 1) != " ":
            return False
        word = bare(found[before], words)
        if not word.startswith(article) or word in words.stops:
            return False
        if word in words.roles:
            return True
        if not word.endswith(words.describing):
            return False
    return False


def _by_parent(text: str, found: Sequence[Word], at: int, words: NameWords) -> Candidate | None:
    """A word before "son of" or "daughter of" and a given name."""
    if at + _PAIR >= len(found) or found[at + 1].folded not in words.kin or not is_part(found, at, words):
        return None
    parent = _given(found, at + _PAIR, words) or _weak(found, at + _PAIR, words)
    if not parent or gap(text, found, at + 1) != " " or gap(text, found, at + _PAIR) != " ":
        return None
    after = _end(text, found, at, 1, words)
    return Candidate("person", at, after, CERTAIN) if after > at else None


def _is_rank(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a given name follows within the next words: then these belong to the title."""
    return any(_given(found, later, words) for later in range(at + 1, min(at + _PAIR + 1, len(found))))


def _given(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How many words are a given name."""
    return given_words(found, at, words.given, words) or servant_words(found, at, words)


def _weak(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How many words are a given name that is mostly another word."""
    return given_words(found, at, words.weak_given, words)


def _front(found: Sequence[Word], at: int, words: NameWords) -> _Front:
    given = _given(found, at, words)
    weak = 0 if given else _weak(found, at, words)
    if given or weak or found[at].folded[:1] not in words.joining.clitics:
        return _Front(given, weak, 0)
    rest = (found[at].folded[1:],)
    return _Front(int(rest in words.given), int(rest in words.weak_given), 1)


def _goes_on(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How sure a name is because of what goes on with it: another given name, or "son of" and a word for a name."""
    another = _given(found, at, words) or (at < len(found) and found[at].folded in words.kin)
    return CERTAIN * bool(another)


def _end(text: str, found: Sequence[Word], first: int, given: int, words: NameWords) -> int:
    """The word after a name that begins with so many words of a given name; the first one when none follows."""
    at = first + given
    surname = patronym = False
    while at < len(found) and at - first < _MOST_WORDS and gap(text, found, at) == " ":
        word = found[at].folded
        if word in words.particles and (is_part(found, at + 1, words) or _is_calling(found, at + 1, words)):
            patronym = bool(_given(found, at + 1, words) or _weak(found, at + 1, words))
            at += 2
            surname = True
            continue
        further = _given(found, at, words)
        if further and not surname:
            at += further
            continue
        called = at == first + given and _is_called_so(text, found, at, words)
        if not (called or is_part(found, at, words)) or (surname and not word.startswith(words.joining.article)):
            break
        if surname and not patronym:
            break
        patronym = False
        at += 1
        surname = True
        if word.startswith(words.joining.article):
            break
    return at if at - first > given or (at - first == given and given > 1 and surname) else first


def _is_called_so(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a calling right behind a given name is the surname: before a stop or a comma."""
    ends = at + 1 == len(found) or gap(text, found, at + 1).strip()[:1] in ("،", ",", ".", ":")
    return ends and _is_calling(found, at, words)


def _is_calling(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word is a calling with the article, which many families are called after."""
    return at < len(found) and found[at].folded in words.roles and found[at].folded.startswith(words.joining.article)
