"""Capitalised nouns such as "Ministry" and the words around them become organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, begins_any, gap, opens_sentence
from builder.extract.namewords import NameWords
from builder.text import Word

_INSIDE = frozenset((" ", "-", "‑", "'", "’"))
_MOST_LINKS = 3
_SHORTEST_ADJECTIVE = 3
_SHORTEST_NOUN = 3
_FEWEST_WORDS, _MOST_WORDS = 2, 12
_FEWEST_INITIALS, _MOST_INITIALS = 2, 8
_ENUMERATED = frozenset((", ",))


def cased_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The organisations whose names a paragraph gives with a noun for what they are, or with their acronym."""
    after = 0
    for at, word in enumerate(found):
        if at < after or word.text.isupper() or not (_is_body(word, words) or word.text in words.company_ends):
            continue
        first, end = _span(text, found, at, after, words)
        if _is_name(text, found, first, at, end, words):
            company = word.text in words.company_ends and first + 1 == at == end - 1
            short = company and _may_stand_alone(found, first, words)
            acronym = _acronym(text, found, first, end)
            yield Candidate("organisation", first, end, CERTAIN, acronym=acronym, is_shortened=short)
            after = end
    yield from _explained(text, found, words)


def _may_stand_alone(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a company may be called by its first word: no word for an office, a place or a person's name."""
    word = found[at]
    known = word.folded in words.never or word.folded in words.bearings or word.folded.endswith(words.describing)
    return not known and not begins_any(found, at, words)


def _is_body(word: Word, words: NameWords) -> bool:
    if word.text[0].isupper():
        return word.folded in words.bodies or word.folded in words.small_bodies
    return word.folded in words.own_bodies


def _span(text: str, found: Sequence[Word], at: int, free: int, words: NameWords) -> tuple[int, int]:
    """From the first capitalised word before the noun to the last word that its name may have."""
    first = at
    if not words.describing_follows:
        while first > free and gap(text, found, first) in _INSIDE and _is_proper(found[first - 1], words):
            first -= 1
        while first < at and (
            found[first].folded in words.joiners
            or found[first].folded in words.stops
            or found[first].folded in words.titles
            or found[first].folded in words.roles
        ):
            first += 1
    end = at + 1
    while end - first < _MOST_WORDS:
        further = _further(text, found, at, end, words)
        if further == end:
            break
        end = further
    return first, _to_acronym(text, found, first, end, words)


def _to_acronym(text: str, found: Sequence[Word], first: int, end: int, words: NameWords) -> int:
    """The end of the name, or that of a longer one which an acronym in brackets behind it spells to its last word."""
    after = end
    while after < len(found) and after - first < _MOST_WORDS:
        acronym = found[after].text
        if _is_bracketed(text, found, after) and acronym.isupper() and len(acronym) > _FEWEST_INITIALS:
            initials = [word.folded[0] for word in found[first:after] if word.folded not in words.links]
            return after if "".join(initials) == found[after].folded else end
        if gap(text, found, after) not in _INSIDE:
            return end
        after += 1
    return end


def _is_proper(word: Word, words: NameWords) -> bool:
    return word.text[0].isupper() and word.folded not in words.stops


def _further(text: str, found: Sequence[Word], body: int, end: int, words: NameWords) -> int:
    """The end of the name after one more word, with the links before it; the same end when there is none."""
    if end >= len(found):
        return end
    between, word = gap(text, found, end), found[end]
    if between in _INSIDE and word.folded not in words.links and word.folded not in words.stops:
        title = not words.describing_follows and _announces(text, found, end, words)
        return end + (not title if word.text[0].isupper() else _describes(word, words))
    enumerated = between in _ENUMERATED and found[body].folded in words.own_bodies
    return _over_links(text, found, body, end, enumerated, words) if between in _INSIDE or enumerated else end


def _announces(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word is the title of somebody, or a role with a name of two words behind it."""
    named = found[at + 1 : at + 3]
    role = found[at].folded in words.roles and len(named) > 1 and gap(text, found, at + 1) == " "
    return found[at].folded in words.titles or (
        role and gap(text, found, at + 2) in _INSIDE and all(_is_proper(word, words) for word in named)
    )


def _describes(word: Word, words: NameWords) -> bool:
    adjective = words.describing_follows and word.folded.endswith(words.describing)
    return adjective and len(word.folded) > _SHORTEST_ADJECTIVE


def _over_links(text: str, found: Sequence[Word], body: int, end: int, enumerated: bool, words: NameWords) -> int:
    at = end
    while at < len(found) and at - end < _MOST_LINKS and _is_link(found[at], words):
        at += 1
        if at < len(found) and gap(text, found, at) not in _INSIDE:
            return end
    if at == end or at >= len(found) or not _may_link(found[body:end], found[end:at], words):
        return end
    word = found[at]
    if word.folded in words.stops or word.text[0].isdigit() or _is_body(word, words):
        return end
    noun = words.describing_follows and not enumerated and len(word.folded) >= _SHORTEST_NOUN
    return at + 1 if word.text[0].isupper() or noun else end


def _is_link(word: Word, words: NameWords) -> bool:
    return word.folded in words.links and not word.text[0].isupper()


def _may_link(own: Sequence[Word], links: Sequence[Word], words: NameWords) -> bool:
    """Tell whether links go on with a name: a purpose only with an article, "and" only beside what says of what."""
    first, *others = (link.folded for link in links)
    if first in words.joins:
        said = any(word.folded in words.belongs for word in own)
        return any(link in words.belongs for link in others) or (said and not words.describing_follows and not others)
    if first in words.belongs:
        return not words.joins.intersection(others)
    return bool(others) or not words.describing_follows


def _is_name(text: str, found: Sequence[Word], first: int, at: int, end: int, words: NameWords) -> bool:
    """Tell whether the span names one organisation: words enough, no generic phrase."""
    told = [word for word in found[first:end] if word.folded not in words.links]
    if len(told) < _FEWEST_WORDS or _is_generic(found, first, at, end, words):
        return len(told) > _FEWEST_WORDS and _acronym(text, found, first, end) is not None
    if found[at].text in words.company_ends and found[at].folded not in words.bodies:
        return first < at and end == at + 1
    if sum(word.text[0].isupper() for word in told) >= _FEWEST_WORDS or found[at].folded in words.own_bodies:
        return True
    if not words.describing_follows:
        return False
    if opens_sentence(text, found, at):
        return _acronym(text, found, first, end) is not None
    return found[at].folded in words.bodies or len(told) > _FEWEST_WORDS


def _is_generic(found: Sequence[Word], first: int, at: int, end: int, words: NameWords) -> bool:
    own = tuple(word.folded for word in found[at:end])
    whole = tuple(word.folded for word in found[first:end])
    return whole in words.generic or any(own[:length] in words.generic for length in range(1, len(own) + 1))


def _acronym(text: str, found: Sequence[Word], first: int, end: int) -> int | None:
    """The word in brackets after a name that is made of its initials, or of those that it has in another language."""
    if not _is_bracketed(text, found, end):
        return None
    acronym = found[end].text
    foreign = acronym.isalpha() and acronym.isupper() and _FEWEST_INITIALS < len(acronym) <= _MOST_INITIALS
    return end if foreign or _abbreviates(acronym, [word.text for word in found[first:end]]) else None


def _is_bracketed(text: str, found: Sequence[Word], at: int) -> bool:
    return at < len(found) and gap(text, found, at).strip() == "(" and text[found[at].end : found[at].end + 1] == ")"


def _abbreviates(acronym: str, names: Sequence[str]) -> bool:
    """Tell whether the letters of an acronym are initials of the words, in order, the first one too.

    >>> _abbreviates("ONHYM", "Office national des hydrocarbures et des mines".split())
    True
    """
    letters = [letter for letter in acronym if letter.isupper()]
    if not _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS or letters[0] != names[0][0].upper():
        return False
    initials = iter("".join(names).upper())
    return all(letter in initials for letter in letters)


def _explained(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """Capitalised words before an acronym in brackets that has just their initials: "Human Rights Watch (HRW)"."""
    for at, word in enumerate(found):
        if not (word.text.isupper() and _FEWEST_INITIALS < len(word.text) <= _MOST_INITIALS):
            continue
        if not _is_bracketed(text, found, at):
            continue
        first = _first_of(text, found, at, words)
        if first is not None and tuple(w.folded for w in found[first:at]) not in words.generic:
            yield Candidate("organisation", first, at, CERTAIN, acronym=at)


def _first_of(text: str, found: Sequence[Word], acronym: int, words: NameWords) -> int | None:
    letters = list(found[acronym].text)
    at = acronym
    while letters and at > 0:
        at -= 1
        if at + 1 < acronym and gap(text, found, at + 1) not in _INSIDE:
            return None
        word = found[at]
        if word.folded in words.links and word.text[0].islower():
            continue
        if word.text[0] != letters.pop() or word.folded in words.never_bodies:
            return None
    return at if not letters else None
