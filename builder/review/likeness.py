"""Two names become a likeness: a score from 0 to 1 and, in words, what it comes from.

Within one script spellings are compared letter by letter and by sound; across scripts by consonants, helped by the
vowels that both write. A name is as like another as its least like word lets it be: a first name in common is nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, permutations

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from builder.review.sounds import WEAK, after_front, name_words, readings
from builder.text import fold, is_arabic, words

_VOWEL = str.maketrans("", "", "a")
_INITIAL = 0.8
# One spelling in the other script stands for several names in this one.
_ACROSS = 0.98
_FEWEST_CONSONANTS = 2
_UNLIKE = 0.5
_MOST_WORDS = 5
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,7}")
_SMALLEST_IN_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names are, from 0 to 1, and why in words; ``known`` is the spelling that was compared."""

    score: float
    why: str
    known: str


def person_likeness(name: str, known: str) -> Likeness:
    """How like a person's name is to a known one.

    >>> person_likeness("عبد الكريم الصوفي", "Abdelkarim Sufi").why
    'sounds like Abdelkarim Sufi'
    """
    one, other = name_words(name), name_words(known)
    if not one or not other:
        return Likeness(0.0, "", known)
    across = is_arabic(name) != is_arabic(known)
    score = max(_aligned(one, other), _run_together(one, other) if len(one) != len(other) else 0.0)
    how = f"sounds like {known}" if across else f"is spelled like {known}"
    return Likeness(score * (_ACROSS if across else 1.0), how, known)


def _aligned(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The words of the shorter name beside those of the longer one in the best order, last words first in weight."""
    short, long = sorted((one[:_MOST_WORDS], other[:_MOST_WORDS]), key=len)
    if len(short) == 1 and len(long) > 1:
        return 0.8 * word_likeness(short[0], long[-1])
    table = [[word_likeness(a, b) for b in long] for a in short]
    return max(_score(table, chosen, len(long)) for chosen in permutations(range(len(long)), len(short)))


def _score(table: list[list[float]], chosen: tuple[int, ...], length: int) -> float:
    likes = [table[row][column] for row, column in enumerate(chosen)]
    score = 0.4 * sum(likes) / len(likes) + 0.6 * min(likes)
    score -= 0.04 * (length - len(chosen))
    if length > len(chosen) and length - 1 not in chosen:
        score -= 0.08
    turned = any(a > b for a, b in pairwise(chosen))
    return max(0.0, score - (0.05 if turned else 0.0))


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The names as one word each: where one spelling parts what another joins."""
    score = word_likeness("".join(one), "".join(other))
    return 0.97 * score if score >= 0.9 else 0.0


@lru_cache(maxsize=262144)
def word_likeness(one: str, other: str) -> float:
    """How like two words of a name are, from 0 to 1; an initial is like what begins with it.

    >>> word_likeness("soufi", "صوفي"), word_likeness("s", "samir")
    (1.0, 0.8)
    """
    if one == other:
        return 1.0
    if after_front(one) and after_front(other):
        return word_likeness(after_front(one), after_front(other))
    if is_arabic(one) != is_arabic(other):
        return _heard(one, other)
    if 1 in (len(one), len(other)):
        return _INITIAL if one[0] == other[0] else 0.0
    a, b = fold(one), fold(other)
    letters = (fuzz.ratio(a, b) / 100 + JaroWinkler.similarity(a, b)) / 2
    return max(letters, 0.97 * _voiced(one, other)) if letters > _UNLIKE else letters


def _voiced(one: str, other: str) -> float:
    """How like two words of one script sound, vowels included."""
    return max(fuzz.ratio(a, b) for a in readings(one) for b in readings(other)) / 100


def _heard(one: str, other: str) -> float:
    """How like an Arabic and a Latin word sound: their consonants, and the long vowels that both may write."""
    best = 0.0
    for a in _heard_readings(one):
        for b in _heard_readings(other):
            score = fuzz.ratio(a, b)
            best = max(best, score)
    consonants = max(fuzz.ratio(a, b) for a in _consonants(one) for b in _consonants(other))
    return (2 * best + consonants) / 300


@lru_cache(maxsize=65536)
def _heard_readings(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading.translate(_VOWEL) for reading in readings(word)))


@lru_cache(maxsize=65536)
def _consonants(word: str) -> tuple[str, ...]:
    """The consonants of each reading; of a word that has hardly any, the long vowels too."""
    found = dict.fromkeys(reading.translate(WEAK) for reading in readings(word))
    kept = tuple(reading for reading in found if len(reading) >= _FEWEST_CONSONANTS)
    return kept or _heard_readings(word)


def organisation_likeness(name: str, known: str) -> Likeness:
    """How like an organisation's name is to a known one: the words they share, or the letters that begin them.

    >>> organisation_likeness("GPA", "Grand Port Authority").why
    'its letters begin the words of Grand Port Authority'
    """
    if is_arabic(name) != is_arabic(known):
        return Likeness(0.0, "", known)
    if _begins(name, known) or _begins(known, name):
        return Likeness(0.85, f"its letters begin the words of {known}", known)
    a, b = (" ".join(word.folded for word in words(text)) for text in (name, known))
    if min(len(a.split()), len(b.split())) < 2:
        return Likeness(fuzz.ratio(a, b) / 100, f"is spelled like {known}", known)
    score = (fuzz.token_set_ratio(a, b) + 2 * fuzz.token_sort_ratio(a, b)) / 300
    return Likeness(score, f"shares most words with {known}", known)


def _begins(acronym: str, name: str) -> bool:
    if not _ACRONYM.fullmatch(acronym):
        return False
    parts = words(name)
    telling = [part.text for part in parts if part.text[0].isupper() or len(part.text) > _SMALLEST_IN_ACRONYM]
    letters = acronym.replace("-", "").casefold()
    return letters in ("".join(fold(text)[0] for text in telling), "".join(part.folded[0] for part in parts))
