"""Organisations without a noun of their own in capitals: announced by one in small letters, or speaking in an acronym.

"le groupe danois Nordvind", "the charity Open Wells", "a indiqué la SNPT", "HMRC said"
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, begins_given, gap
from builder.extract.namewords import NameWords
from builder.text import Word

_JOINTS = frozenset((" ", "-", "‑", "'", "’", " & "))
_MOST_WORDS = 5
_FEWEST_LETTERS, _MOST_LETTERS = 3, 7
_SHORTEST = 3


def announced_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The names behind a noun for what they name, perhaps with an adjective between, and the acronyms that speak."""
    shouted = text.isupper()
    for at, word in enumerate(found):
        if word.folded in words.heralds and word.text[0].islower():
            first = at + 1
            describes = words.describing_follows and first < len(found) and found[first].text[0].islower()
            if describes and gap(text, found, first) == " " and found[first].folded.endswith(words.describing):
                first += 1
            after = _name_end(text, found, first, words)
            if after > first:
                yield Candidate("organisation", first, after, CERTAIN)
        elif word.text.isupper() and not shouted and _speaks(text, found, at, words):
            yield Candidate("organisation", at, at + 1, CERTAIN)


def _name_end(text: str, found: Sequence[Word], first: int, words: NameWords) -> int:
    """The word after a run of capitalised words that may be a name; the first one when none begins there."""
    if first >= len(found) or gap(text, found, first) not in (" ", " d'", " d’"):
        return first
    begin = found[first]
    person = begins_given(found, first, words.given) or begins_given(found, first, words.weak_given)
    if person or len(begin.text) < _SHORTEST or not _is_capital(begin, words):
        return first
    if begin.folded in words.titles or begin.folded in words.roles or begin.folded in words.bearings:
        return first
    after = first + 1
    while after < len(found) and after - first < _MOST_WORDS and gap(text, found, after) in _JOINTS:
        if _is_capital(found[after], words):
            after += 1
        elif found[after].folded in words.belongs and after + 1 < len(found) and _goes_on(text, found, after, words):
            after += 2
        else:
            break
    return after


def _goes_on(text: str, found: Sequence[Word], link: int, words: NameWords) -> bool:
    """Tell whether "of the" in one word and a capital go on with a name; "of" alone may say where it is."""
    contracted = found[link].folded not in words.there and len(found[link].folded) > 1
    return contracted and gap(text, found, link + 1) == " " and _is_capital(found[link + 1], words)


def _is_capital(word: Word, words: NameWords) -> bool:
    grammar = word.folded in words.stops or word.folded in words.times or word.folded in words.joiners
    return word.text[0].isupper() and not grammar


def _speaks(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether an acronym is the subject of a verb of saying, behind it or before it and its article."""
    acronym = found[at]
    if not _FEWEST_LETTERS <= len(acronym.text) <= _MOST_LETTERS or not acronym.text.isalpha():
        return False
    if acronym.folded in words.roles or acronym.folded in words.titles or acronym.folded in words.never_bodies:
        return False
    before = at - 1
    if before >= 0 and gap(text, found, at) in (" ", "'", "’") and found[before].folded in words.joiners:
        before -= 1
    elif before >= 0 and not gap(text, found, at).strip() and found[before].text[0].isupper():
        return False
    joined = before >= 0 and gap(text, found, before + 1) == " "
    if joined and found[before].folded in words.sayings and not found[before].text[0].isupper():
        return True
    behind = found[at + 1 : at + 3]
    spaced = bool(behind) and gap(text, found, at + 1) == " "
    return (
        spaced
        and any(word.folded in words.sayings for word in behind)
        and all(
            word.folded in words.sayings or word.folded in words.auxiliaries
            for word in behind[: _to_saying(behind, words)]
        )
    )


def _to_saying(behind: Sequence[Word], words: NameWords) -> int:
    return next((number for number, word in enumerate(behind) if word.folded in words.sayings), 0)
