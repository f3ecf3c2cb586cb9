"""Runs of capitalised words become people: by a title, a role, a given name, or a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import (
    CERTAIN,
    Candidate,
    begins_given,
    gap,
    is_quoted,
    opens_sentence,
    roles_before,
)
from builder.extract.namewords import NameWords
from builder.text import Word

_JOINTS = frozenset((" ", "-", "‑", "'", "’"))
_FEWEST, _MOST = 2, 5
_SHORTEST_SHOUTED = 4
_REACH_BEFORE, _REACH_AFTER = 16, 5
_POINTED = 4
_MOST_PARTICLES = 2
_YOUNGEST, _OLDEST = 2, 3
"""Figures of an age."""


def runs(text: str, found: Sequence[Word], particles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The spans of words of each run of capitalised words; small particles may stand inside.

    A point is passed only after an initial or a short title ("Gen.").
    """
    first = -1
    last = -1
    for at, word in enumerate(found):
        if not word.text[0].isupper():
            if first >= 0 and not (
                word.folded in particles and at - last <= _MOST_PARTICLES and _joins(text, found, at)
            ):
                yield first, last + 1
                first = -1
            continue
        if first >= 0 and (at - last > _MOST_PARTICLES + 1 or not _joins(text, found, at)):
            yield first, last + 1
            first = -1
        if first < 0:
            first = at
        last = at
    if first >= 0:
        yield first, last + 1


def _joins(text: str, found: Sequence[Word], at: int) -> bool:
    between = gap(text, found, at)
    if between in _JOINTS:
        return True
    before = found[at - 1]
    return between in (". ", ".") and (len(before.text) == 1 or (len(before.text) <= _POINTED and between == ". "))


def cased_people(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The people whom a paragraph may name, with how sure each is."""
    for first, after in runs(text, found, words.particles):
        candidate = _person(text, found, first, after, words)
        if candidate:
            yield candidate


def _person(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> Candidate | None:
    while after > first and _is_short_acronym(found[after - 1]):
        after -= 1
    start = _after_office(found, first, after, words)
    announced = start > 0 and _is_title(text, found, start - 1, words)
    start, after = _trimmed(text, found, start, after, words)
    content = [word for word in found[start:after] if word.folded not in words.particles]
    spaced = any(gap(text, found, at) == " " for at in range(start + 1, after))
    if not spaced or len(found[after - 1].text) < _FEWEST:
        return None
    if not _FEWEST <= len(content) <= _MOST or any(_is_no_name(word, words) for word in content):
        return None
    given = begins_given(found, start, words.given)
    if not given and _is_shouted(content):
        return None
    if start > 0 and found[start - 1].folded in words.named_after:
        return None
    weight, reports = _weigh(text, found, start, after, words)
    weight += CERTAIN * announced
    if given and not is_quoted(text, found, start, after):
        weight += CERTAIN
    elif begins_given(found, start, words.weak_given):
        weight += 1
    return Candidate("person", start, after, weight, reports) if weight else None


def _after_office(found: Sequence[Word], first: int, after: int, words: NameWords) -> int:
    """The word after the last title, role, acronym or word of an office in the run; its first one without any."""
    backwards = range(after - 1, first - 1, -1)
    office = (at + 1 for at in backwards if found[at].folded in words.never or _is_short_acronym(found[at]))
    return next(office, first)


def _is_title(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    return (found[at].folded in words.titles or found[at].folded in words.roles) and gap(text, found, at + 1) in (
        " ",
        ". ",
        "-",
    )


def _trimmed(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> tuple[int, int]:
    """Leave out the particles at both ends, an elided article, and a sentence's first word that is no name's."""
    while first < after and len(found[first].text) == 1 and gap(text, found, first + 1) in ("'", "’"):
        if first + 1 >= after or found[first].folded not in words.joiners:
            break
        first += 1
    if first < after and (_is_grammar(found[first], words) or _is_before_given(text, found, first, words)):
        first += 1
    while after > first and _is_small_particle(found[after - 1], words):
        after -= 1
    return first, after


def _is_short_acronym(word: Word) -> bool:
    """Tell whether a word is no part of the name beside it, such as "MP"."""
    return 1 < len(word.text) < _SHORTEST_SHOUTED and word.text.isupper()


def _is_small_particle(word: Word, words: NameWords) -> bool:
    return word.folded in words.particles and not word.text[0].isupper()


def _is_grammar(word: Word, words: NameWords) -> bool:
    return word.folded in words.joiners or word.folded in words.stops


def _is_before_given(text: str, found: Sequence[Word], first: int, words: NameWords) -> bool:
    """Tell whether a sentence's first word, or the word for a people, stands before a given name."""
    if begins_given(found, first, words.given) or not begins_given(found, first + 1, words.given):
        return False
    titled = first > 0 and found[first - 1].folded in words.titles
    return not titled and (opens_sentence(text, found, first) or found[first].folded.endswith(words.describing))


def _is_no_name(word: Word, words: NameWords) -> bool:
    return word.folded in words.never or word.text[-1].isdigit()


def _is_shouted(content: Sequence[Word]) -> bool:
    """Tell whether a word of the name is an acronym, or all of them are in capitals, as in headlines."""
    capitals = [word for word in content if len(word.text) > 1 and word.text.isupper()]
    return len(capitals) == len(content) or any(len(word.text) < _SHORTEST_SHOUTED for word in capitals)


def _weigh(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> tuple[int, bool]:
    """How much stands beside a name, and whether it is a reporter's."""
    weight = 0
    for at in roles_before(text, found, first, words, _REACH_BEFORE):
        if _leads_to(text, found, at, first, after, words):
            if found[at].folded in words.sources:
                return CERTAIN, True
            weight = CERTAIN
        break
    role = _role_after(text, found, after, words)
    if role is not None:
        return CERTAIN, found[role].folded in words.sources
    if _has_age(text, found, after):
        return CERTAIN, False
    return weight or _says(text, found, first, after, words) + _is_from(text, found, after, words), False


def _leads_to(text: str, found: Sequence[Word], role: int, first: int, after: int, words: NameWords) -> bool:
    """Tell whether what stands between a role and a name only says of what it is the role."""
    between = found[role + 1 : first]
    if not between:
        return True
    if between[-1].folded in words.joiners or any(word.folded in words.stops for word in between[1:]):
        return False
    if between[0].folded in words.stops and between[0].folded not in words.joiners:
        return False
    commas = "," in text[found[role].end : found[first].start]
    if not commas:
        bodies = any({word.folded, word.folded[:-1]} & (words.bodies | words.small_bodies) for word in between)
        return len(between) <= _REACH_AFTER + _FEWEST and not bodies
    return "," in gap(text, found, first) and text[found[after - 1].end :].lstrip()[:1] in (",", ".", ")", "")


def _role_after(text: str, found: Sequence[Word], after: int, words: NameWords) -> int | None:
    """The role that follows a name and a comma, over an article and a few words ("the former Libyan")."""
    if after >= len(found) or gap(text, found, after).strip() not in (",", "(", ", l'"):
        return None
    for at in range(after, min(after + _REACH_AFTER, len(found))):
        if at > after and gap(text, found, at).strip(" '’-"):
            return None
        if found[at].folded in words.roles:
            return at
        if found[at].folded in words.stops and found[at].folded not in words.joiners:
            return None
    return None


def _has_age(text: str, found: Sequence[Word], after: int) -> bool:
    """Tell whether an age follows a name and a comma: a number, and then a comma or the word for years."""
    if after >= len(found) or gap(text, found, after) not in (", ", " (") or not found[after].text.isdigit():
        return False
    behind = text[found[after].end : found[after].end + 4]
    return _YOUNGEST <= len(found[after].text) <= _OLDEST and behind.startswith((",", ")", " ans"))


def _is_from(text: str, found: Sequence[Word], after: int, words: NameWords) -> int:
    """Tell whether a comma and whom somebody belongs to follow: "of" and, over an article, a capital."""
    if after + 1 >= len(found) or gap(text, found, after) != ", " or found[after].folded not in words.belongs:
        return 0
    return int(any(word.text[0].isupper() for word in found[after + 1 : after + 3]))


def _says(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> int:
    behind = found[after : after + 2]
    if (
        behind
        and gap(text, found, after) == " "
        and any(word.folded in words.sayings and not word.text[0].isupper() for word in behind)
    ):
        return 1
    return int(first > 0 and gap(text, found, first) == " " and found[first - 1].folded in words.sayings)
