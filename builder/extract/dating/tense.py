"""A place in a paragraph into what its sentence says of it: past, still to come, or neither.

A wrong tense makes a wrong date, so both need a word that says so, and a place about which the
words disagree is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.dating.folding import flatten
from builder.extract.dating.vocabulary import START, alternatives, any_word
from builder.models.rules import DateWords
from builder.text import sentences

PAST, FUTURE, PLAIN = "past", "future", "plain"


@dataclass(frozen=True, slots=True)
class Tense:
    """``direction`` is past, future or plain; ``near`` is ``last`` or ``next`` when a word beside says so.

    ``until`` is True right after a word such as "until", ``on`` right after one such as "on".
    """

    direction: str
    near: str = ""
    until: bool = False
    on: bool = False


@dataclass(frozen=True, slots=True)
class _Cues:
    future: re.Pattern[str]
    past: re.Pattern[str]
    past_forms: re.Pattern[str]
    future_forms: re.Pattern[str]
    breaks: re.Pattern[str]
    next_after: re.Pattern[str]
    last_after: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(maxsize=64)
def _load_cues(words: DateWords) -> _Cues:
    last, following = alternatives(words.last_words), alternatives(words.next_words)
    on, until = alternatives(words.on_words), alternatives(words.until_words)
    return _Cues(
        future=_spelled(words.future_words, words.clitics),
        past=_spelled(words.past_words, words.clitics),
        past_forms=re.compile("|".join(words.past_patterns) or "(?!)"),
        future_forms=re.compile("|".join(words.future_patterns) or "(?!)"),
        breaks=any_word(words.clause_breaks),
        next_after=re.compile(rf"[\s,]{{1,2}}(?:{following})(?![^\W_])"),
        last_after=re.compile(rf"[\s,]{{1,2}}(?:{last})(?![^\W_])"),
        before=re.compile(
            rf"{START}(?:(?P<until>{until})|(?P<on>{on})|(?P<last>{last})|(?P<next>{following}))\s+(?:(?:{on})\s+|the\s+)?$"
        ),
    )


def _spelled(words: tuple[str, ...], clitics: tuple[str, ...]) -> re.Pattern[str]:
    """Match words with their accents (``a`` is no ``à``); Arabic ones, which have clitics, when folded."""
    if clitics:
        return any_word(words, clitics)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![^\W_])")


@lru_cache(maxsize=4096)
def read_tense(text: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...] = ()) -> Tense:
    """Tell what the words around a span say of it."""
    cues = _load_cues(words)
    flat = flatten(text)
    plain = flat.text if flat.origins is None else text
    beside = cues.before.search(plain[max(0, start - 25) : start])
    named = beside.groupdict() if beside else {}
    after = plain[end : end + 20]
    near = "next" if cues.next_after.match(after) or named.get("next") else ""
    near = "last" if cues.last_after.match(after) or named.get("last") else near
    if near or named.get("until"):
        direction = PAST if near == "last" else FUTURE
    else:
        direction = _direction(text, plain, start, end, words, abbreviations)
    return Tense(direction, near, bool(named.get("until")), bool(named.get("on")))


def sentence_around(text: str, place: int, abbreviations: tuple[str, ...] = ()) -> tuple[int, int]:
    """The span of the sentence in which a place stands."""
    return next(
        ((first, last) for first, last in sentences(text, abbreviations) if first <= place < last), (0, len(text))
    )


def clause_around(
    text: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...] = ()
) -> tuple[int, int]:
    """The span of the clause in which a span stands: its sentence up to words such as who, that, and."""
    first, last = sentence_around(text, start, abbreviations)
    flat = flatten(text)
    plain = flat.text if flat.origins is None else text
    breaks = _load_cues(words).breaks
    for found in breaks.finditer(plain, first, start):
        first = found.end()
    found_after = breaks.search(plain, end, last)
    return first, found_after.start() if found_after else last


def _direction(text: str, plain: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...]) -> str:
    cues = _load_cues(words)
    first, last = clause_around(text, start, end, words, abbreviations)
    spelled = plain if words.clitics else text.lower().replace("’", "'")
    if len(spelled) != len(text):
        return PLAIN
    before, after = (first, start), (end, last)
    future = _last_end([cues.future], spelled, *before)
    future = max(future, _last_end([cues.future_forms], text.replace("’", "'"), *before))
    past = _last_end([cues.past], spelled, *before)
    forms = _last_end([cues.past_forms], spelled, *before)
    if future >= 0:
        follows_future = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}[^\W\d_]+").match(spelled, future)
        reach = follows_future.end() if follows_future else future
        if max(past, forms) <= reach:
            return FUTURE
        return PAST if past > reach else PLAIN
    if max(past, forms) >= 0 or cues.past.search(spelled, *after) or cues.past_forms.search(spelled, *after):
        later = cues.future.search(spelled, *after) or cues.future_forms.search(text, *after)
        return PLAIN if later and max(past, forms) < 0 else PAST
    return PLAIN


def _last_end(patterns: list[re.Pattern[str]], text: str, first: int, last: int) -> int:
    ends = [found.end() for pattern in patterns for found in pattern.finditer(text, first, last)]
    return max(ends, default=-1)
