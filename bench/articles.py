"""The seeds of this repository become any number of other articles, the same ones at every run.

An article keeps the frame of a seed (title, labels, litter) and draws its paragraphs from all seeds in
its language. Some of its words get another letter, its numbers and countries change: so no two articles
are alike, and the vocabulary grows with their number as that of real articles does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from babel import Locale

from builder.text import is_arabic

ROOT = Path(__file__).parents[1]
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_ACCENTED = re.compile(r"[àâçéèêëîïôùûü]")
_SHORTEST_PARAGRAPH = 100
_FEWEST_PARAGRAPHS = 5
_MOST_PARAGRAPHS = 15
_ALTERED_WORDS = 0.1
_OTHER_COUNTRIES = 0.5
_SIDECAR = "url: https://news.example/{number}\nretrieved: 2024-01-31\n"


def write_seeds(folder: Path, count: int) -> None:
    """Write articles into a folder; every second one has a sidecar."""
    for number, article in enumerate(make_articles(count)):
        folder.joinpath(f"{number:05}.txt").write_text(article, encoding="utf-8")
        if number % 2:
            folder.joinpath(f"{number:05}.yml").write_text(_SIDECAR.format(number=number), encoding="utf-8")


def make_articles(count: int) -> Iterator[str]:
    """Yield articles; the first ones are the same whatever their number."""
    frames = [read.split("\n\n") for read in _sources()]
    pools: dict[str, list[str]] = {}
    for frame in frames:
        pools.setdefault(_language(frame), []).extend(filter(_is_paragraph, frame))
    countries = {language: _countries(language) for language in pools}
    for number in range(count):
        chance = Random(number)
        frame = chance.choice(frames)
        language = _language(frame)
        text = "\n\n".join(_with_other_paragraphs(frame, pools[language], chance))
        yield _vary(text, countries[language], chance)


def _sources() -> Iterator[str]:
    for pattern in ("seeds/*.txt", "tests/dossiers/*/seeds/*.txt"):
        for path in sorted(ROOT.glob(pattern)):
            yield path.read_text(encoding="utf-8")


def _language(frame: Sequence[str]) -> str:
    """Tell the three languages of the sources apart by their letters."""
    text = "".join(frame)
    if is_arabic(text):
        return "ar"
    return "fr" if len(_ACCENTED.findall(text)) > len(text) / 100 else "en"


def _is_paragraph(block: str) -> bool:
    return len(block) >= _SHORTEST_PARAGRAPH


def _with_other_paragraphs(frame: Sequence[str], pool: Sequence[str], chance: Random) -> Iterator[str]:
    """The short blocks of a frame, with some paragraphs of the language where its first one stood."""
    drawn = chance.sample(pool, chance.randint(_FEWEST_PARAGRAPHS, min(len(pool), _MOST_PARAGRAPHS)))
    for block in frame:
        if _is_paragraph(block):
            yield from drawn
            drawn = []
        else:
            yield block


def _countries(language: str) -> Mapping[str, Sequence[str]]:
    """For each country named in one word, all of them."""
    names = sorted(name for name in Locale.parse(language).territories.values() if _WORD.fullmatch(name))
    return dict.fromkeys(names, names)


def _vary(text: str, countries: Mapping[str, Sequence[str]], chance: Random) -> str:
    """Change words and numbers; a word that stands there twice stays the same word."""
    changed: dict[str, str] = {}

    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word not in changed:
            changed[word] = _other(word, countries, chance)
        return changed[word]

    return _WORD.sub(other, text)


def _other(word: str, countries: Mapping[str, Sequence[str]], chance: Random) -> str:
    if word.isdecimal():
        return _other_number(word, chance)
    if word in countries and chance.random() < _OTHER_COUNTRIES:
        return chance.choice(countries[word])
    if chance.random() < _ALTERED_WORDS:
        place = chance.randrange(1, len(word))
        return word[:place] + chance.choice(word).lower() + word[place + 1 :]
    return word


def _other_number(digits: str, chance: Random) -> str:
    """Another day for a day, another year for a year."""
    number = int(digits)
    if 1900 <= number <= 2099:
        return str(chance.randint(1990, 2024))
    return str(chance.randint(1, 28)) if 0 < number <= 31 else digits
