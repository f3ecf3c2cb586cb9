"""A word becomes the signs of its sounds, the same for Arabic and for Latin letters.

``sounds.yml`` says what each letter may stand for. No table can tell which of its readings a name has, so that a
word has several spellings in signs; two words are as alike as the best pair of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from builder.text import fold, is_arabic, words
from builder.yamlfile import Problems, Value, read_yaml

_FILE = Path(__file__).with_name("sounds.yml")
_MOST_READINGS = 64
_SHORTEST_WITH_ARTICLE = 6
WEAK = str.maketrans("", "", "wya")
_DOUBLE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Sounds:
    """The tables of ``sounds.yml``; ``pattern`` has a group for each entry of ``latin``, in its order."""

    arabic: Mapping[str, tuple[str, ...]]
    latin: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    articles: frozenset[str]
    joined: frozenset[str]
    fronts: tuple[str, ...]


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """Read the tables, once. Raises InputErrors."""
    problems = Problems()
    found = read_yaml(_FILE, _FILE.name, problems).record(["arabic", "latin", "articles", "joined", "fronts"])
    arabic = {letter: _signs(value) for letter, value in found["arabic"].fields()}
    latin = {letters: _signs(value) for letters, value in found["latin"].fields()}
    problems.raise_any()
    ordered = sorted(latin, key=lambda letters: (-len(letters), letters))
    return Sounds(
        arabic=arabic,
        latin=tuple(latin[letters] for letters in ordered),
        pattern=re.compile("|".join(f"({letters})" for letters in ordered)),
        articles=frozenset(fold(word) for word in found["articles"].texts()),
        joined=frozenset(fold(word) for word in found["joined"].texts()),
        fronts=tuple(sorted(found["fronts"].texts(), key=len, reverse=True)),
    )


def _signs(value: Value) -> tuple[str, ...]:
    return tuple(item.text() for item in value.items())


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without articles, what is written as one word or two joined.

    >>> name_words("Abdel Karim El-Sufi"), name_words("سمير بن كريم")
    (('abdelkarim', 'sufi'), ('سمير', 'بنكريم'))
    """
    tables = sounds()
    found: list[str] = []
    front = ""
    for word in words(name):
        text = word.text if is_arabic(word.text) else word.folded
        if word.folded in tables.joined:
            front += text
        elif front:
            front, text = ("", front + text) if word.folded not in tables.articles else (front + text, "")
            found.append(text)
        elif word.folded not in tables.articles:
            found.append(_without_article(text, tables))
    return tuple(word for word in (*found, front) if word)


def _without_article(word: str, tables: Sounds) -> str:
    for article in tables.articles:
        if is_arabic(article) and word.startswith(article) and len(word) > len(article) + 1:
            return word.removeprefix(article)
    return word


def after_front(word: str) -> str:
    """What follows "servant of" in a word, or nothing when it does not begin so.

    >>> after_front("abdelaziz"), after_front("عبدالعزيز"), after_front("aziz")
    ('aziz', 'عزيز', '')
    """
    front = next((front for front in sounds().fronts if word.startswith(front)), "")
    return word.removeprefix(front) if front and len(word) > len(front) + 2 else ""


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[str, ...]:
    """The spellings of a word in signs, vowels (``a``) included where it is written in Latin letters.

    >>> readings("صوفي"), readings("soufi")
    (('swfy',), ('swfy', 'sfy'))
    """
    tables = sounds()
    found = dict.fromkeys(_spelled(_arabic(word, tables) if is_arabic(word) else _latin(word, tables)))
    if not is_arabic(word) and len(word) >= _SHORTEST_WITH_ARTICLE and word[:2] in tables.articles:
        found |= dict.fromkeys(_spelled(_latin(word[2:], tables)))
    return tuple(found)


def _spelled(parts: Iterable[tuple[str, ...]]) -> Iterator[str]:
    count = 1
    chosen = []
    for part in parts:
        count *= len(part)
        chosen.append(part if count <= _MOST_READINGS else part[:1])
        count = min(count, _MOST_READINGS)
    for reading in product(*chosen):
        yield _DOUBLE.sub(r"\1", "".join(reading))


def _arabic(word: str, tables: Sounds) -> Iterator[tuple[str, ...]]:
    for letter in word:
        if letter in tables.arabic:
            yield tables.arabic[letter]


def _latin(word: str, tables: Sounds) -> Iterator[tuple[str, ...]]:
    for found in tables.pattern.finditer(word):
        yield tables.latin[(found.lastindex or 1) - 1]


@lru_cache(maxsize=65536)
def first_sounds(name: str) -> frozenset[str]:
    """The consonants that the words of a name may begin with, the first word of several left out.

    Names without one in common are not alike: a quick no for most pairs.

    >>> sorted(first_sounds("Jane Public")), sorted(first_sounds("جين ببلك"))
    (['b'], ['b'])
    """
    found = name_words(name)
    bare = [after_front(word) or word for word in found[1:] or found]
    return frozenset(reading.translate(WEAK)[:1] for word in bare for reading in readings(word))
