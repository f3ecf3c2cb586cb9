"""Flat text into decades: ``1950s``, ``les années 60 et 70``, ``الخمسينيات``; ages and other centuries are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder import dates
from builder.extract.dating.found import Found
from builder.extract.dating.vocabulary import NEVER, START, alternatives, any_word
from builder.models.rules import DateWords

_STOP = r"\s*(?:$|[.,;:!?)\]»\"”/]|-\s)"


@dataclass(frozen=True, slots=True)
class DecadePatterns:
    """The patterns of decades of one language; ``further`` is one more decade that is joined to one."""

    sign: re.Pattern[str]
    decade: re.Pattern[str]
    further: re.Pattern[str]
    article: re.Pattern[str]
    age: re.Pattern[str]
    headed: bool
    numbers: Mapping[str, int]


@lru_cache(maxsize=64)
def load_decade_patterns(words: DateWords) -> DecadePatterns:
    """Compile the patterns of decades of a language."""
    plural = "'?s" if not words.clitics and not words.decade_heads else ""
    joined = rf"(?:\s*,\s*|\s?-\s?|\s*,?\s+(?:{alternatives(words.and_words)})\s*)(?:(?:{_openings(words)})\s+)?"
    ended = rf"(?={_STOP}|\s+(?:{alternatives(words.year_followers + words.and_words)})(?![^\W_]))"
    names = alternatives(name for group in words.decade_words.values() for name in group)
    return DecadePatterns(
        sign=re.compile(rf"\d0|{names}"),
        decade=_decade_pattern(words),
        further=re.compile(
            rf"{joined}(?P<tens>'?[3-9]0|(?:19|20)\d0|{names if words.decade_heads else NEVER}){plural}"
            rf"(?![^\W_]){'' if plural else ended}"
        ),
        article=re.compile(rf"{START}(?:{alternatives(words.articles)})\s+$"),
        age=any_word(words.age_words),
        headed=bool(words.decade_heads) and not words.clitics,
        numbers={key: int(number) for number, names in words.decade_words.items() for key in names},
    )


def _openings(words: DateWords) -> str:
    return alternatives(words.articles + words.decade_heads)


def _decade_pattern(words: DateWords) -> re.Pattern[str]:
    """A decade with a part before ("the late") and a century after."""
    clitic, names = alternatives(words.clitics), alternatives(n for group in words.decade_words.values() for n in group)
    part = rf"(?:(?P<part>{alternatives(words.part_words)})(?:\s+|\s?-\s?))?(?:(?:{_openings(words)})\s+)?"
    headed = (
        rf"(?:{alternatives(words.decade_heads)})\s+(?:(?:19|20|18)\d0|[3-9]0|{names})(?!\d)"
        if words.decade_heads
        else NEVER
    )
    bare = rf"(?:{names})" if not words.decade_heads or words.clitics else NEVER
    figures = (
        r"(?!1[5-8]00)(?:1[5-9]|20)\d0s|(?<=the )(?!1[5-8]00)(?:1[5-9]|20)\d0's|'?(?<!\d)[3-9]0s"
        if not words.clitics
        else NEVER
    )
    tail = rf"(?:\s+(?P<tail>{alternatives(words.decade_tails)}))?"
    return re.compile(rf"{START}(?:{clitic})?{part}(?P<name>{headed}|{bare}|{figures}){tail}(?![^\W_])")


def read_decades(text: str, words: DateWords) -> Iterator[Found]:
    """Yield decades; not the age of a person (in his fifties) nor one of another century.

    Two figures alone are one only after an article, an apostrophe or a part (``the late 80s``).
    """
    patterns = load_decade_patterns(words)
    if not patterns.sign.search(text):
        return
    last = 0
    for match in patterns.decade.finditer(text):
        number = _decade_number(match["name"], patterns)
        if match.start("name") < last or number is None or _is_other(text, match, patterns):
            continue
        start = match.start("part") if match["part"] else match.start("name")
        yield Found(start, match.end(), dates.decade(number))
        last = match.end()
        if match["name"][-1].isdigit() or match["name"].endswith("s") or patterns.headed:
            for found in _further(text, last, patterns):
                yield found
                last = found.end


def _further(text: str, place: int, patterns: DecadePatterns) -> Iterator[Found]:
    """The decades that follow one in a row: ``et 70``, ``-80s``."""
    while match := patterns.further.match(text, place):
        number, place = _decade_number(match["tens"], patterns), match.end()
        if number is not None:
            yield Found(match.start("tens"), place, dates.decade(number))


def _is_other(text: str, match: re.Match[str], patterns: DecadePatterns) -> bool:
    """Tell whether an age or another number is meant."""
    before, after = text[max(0, match.start() - 15) : match.start()], text[match.end() : match.end() + 25].lstrip()
    if any(not before[word.end() :].strip() for word in patterns.age.finditer(before)) or patterns.age.match(after):
        return True
    short = len(match["name"]) == 3 and match["name"][0].isdigit()
    if not short:
        return False
    before = text[max(0, match.start("name") - 40) : match.start("name")]
    return bool(patterns.age.search(before)) or not (match["part"] or patterns.article.search(before))


def _decade_number(name: str, patterns: DecadePatterns) -> int | None:
    full = re.search(r"\d{4}", name)
    if full:
        return int(full.group())
    tens = re.search(r"\d\d", name)
    if tens:
        return 1900 + int(tens.group())
    return next((1900 + number for word, number in patterns.numbers.items() if _ends(name, word)), None)


def _ends(name: str, word: str) -> bool:
    return bool(re.search(rf"(?:^|\s)(?:{alternatives([word])})$", name))
