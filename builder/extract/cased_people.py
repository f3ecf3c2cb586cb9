"""Runs of capitalised words become people: by a title, a role, a given name, or a verb of saying."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.extract.beside_people import has_age, is_of_family, speaks, weigh_beside
from builder.extract.candidates import (
    CERTAIN,
    Candidate,
    begins_any,
    begins_given,
    gap,
    is_quoted,
    opens_sentence,
)
from builder.extract.namewords import NameWords
from builder.extract.speech import Spelled
from builder.text import Word

_JOINTS = frozenset((" ", "-", "‑", "'", "’"))
_FEWEST, _MOST = 2, 5
_SHORTEST_SHOUTED = 4
_POINTED = 4
_MOST_PARTICLES = 2


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


def titled_surnames(spelled: Spelled, languages: Mapping[str, NameWords]) -> Iterator[tuple[str, ...]]:
    """The surnames that stand alone behind a title ("Mr. Tolossa", "Mme Faye-Ndour"): no given names, no offices."""
    words, text, found = languages.get(spelled.paragraph.language), spelled.paragraph.text, spelled.words
    if words is None or not words.has_capitals:
        return
    for at in range(1, len(found)):
        if not found[at].text[0].isupper() or not _is_title(text, found, at - 1, words):
            continue
        after = at + 1
        while after < len(found) and found[after].text[0].isupper() and gap(text, found, after) in _JOINTS:
            after += 1
        name = tuple(word.folded for word in found[at:after])
        if not begins_any(found, at, words) and words.never.isdisjoint(name):
            yield name


def _person(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> Candidate | None:
    while after > first and _is_short_acronym(found[after - 1]):
        after -= 1
    start = _after_office(found, first, after, words)
    announced = start > 0 and _is_title(text, found, start - 1, words)
    start, after = _trimmed(text, found, start, after, words)
    content = [word for word in found[start:after] if word.folded not in words.particles]
    if len(content) == 1:
        return _single(text, found, start, after, words)
    spaced = any(gap(text, found, at) == " " for at in range(start + 1, after))
    if not spaced or not _FEWEST <= len(content) <= _MOST or not _has_surname(text, found, start, after, words):
        return None
    return _weighed(text, found, start, after, announced, words)


def _weighed(
    text: str, found: Sequence[Word], start: int, after: int, announced: bool, words: NameWords
) -> Candidate | None:
    """A name of two words at least, with how sure it is; none behind a street, none of acronyms."""
    given = begins_given(found, start, words.given)
    content = [word for word in found[start:after] if word.folded not in words.particles]
    if (not given and _is_shouted(content)) or any(_is_no_name(word, words) for word in content):
        return None
    if start > 0 and found[start - 1].folded in words.named_after:
        return None
    weight, reports = weigh_beside(text, found, start, after, words)
    weight += CERTAIN * announced
    if given and not is_quoted(text, found, start, after):
        weight += CERTAIN
    elif begins_given(found, start, words.weak_given):
        weight += 1
    return Candidate("person", start, after, weight, reports)


def _single(text: str, found: Sequence[Word], at: int, after: int, words: NameWords) -> Candidate | None:
    """A given name that stands alone: with an age or behind a word of the family; where it speaks it may be one.

    So may one who is called after a child ("Abou Karim"), with an age.
    """
    if after - at > 1:
        named = not any(_is_no_name(word, words) for word in found[at:after])
        aged = named and after - at == _FEWEST and found[at].text[0].isupper() and has_age(text, found, after, words)
        return Candidate("person", at, after, CERTAIN) if aged else None
    if _is_no_name(found[at], words) or not begins_any(found, at, words):
        return None
    if _is_shouted(found[at : at + 1]) or is_quoted(text, found, at, at + 1):
        return None
    if has_age(text, found, at + 1, words) or is_of_family(text, found, at, words):
        return Candidate("person", at, at + 1, CERTAIN)
    said = begins_given(found, at, words.given) and speaks(text, found, at, at + 1, words)
    return Candidate("person", at, at + 1, 1) if said else None


def _has_surname(text: str, found: Sequence[Word], start: int, after: int, words: NameWords) -> bool:
    """Tell whether more than an initial follows the first name; the initial of a surname is enough ("Karim T.")."""
    if len(found[after - 1].text) >= _FEWEST:
        return True
    initials = all(len(word.text) == 1 for word in found[start + 1 : after])
    return initials and text[found[after - 1].end :][:1] == "." and bool(begins_given(found, start, words.given))


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
    named = after - first > _FEWEST and _is_before_given(text, found, first, words)
    if first < after and (named or _is_grammar(found[first], words)):
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
