"""A paragraph becomes matches: spans whose words are a known name, the longest one winning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.extract.lexicon import AGREEMENT, PERSON, Form, Lexicon
from builder.text import Word, words

_JOINT = re.compile(r"[\s'’‑–-]*|\.\s?")
_SHORTEST_AFTER_CLITIC = 3
_MOST_CLITICS = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Forms that a span may mean: one, or several when a name is shared."""

    forms: tuple[Form, ...]
    start: int
    end: int


def find_names(text: str, lexicon: Lexicon) -> tuple[Match, ...]:
    """The spans of known persons, organisations and places; spans do not overlap."""
    return tuple(_longest(text, lexicon, lambda form: form.kind != AGREEMENT))


def find_agreements(text: str, lexicon: Lexicon) -> tuple[Match, ...]:
    """The spans of known agreements, which may contain the names of places and organisations."""
    return tuple(_longest(text, lexicon, lambda form: form.kind == AGREEMENT))


def _longest(text: str, lexicon: Lexicon, wanted: Callable[[Form], bool]) -> Iterator[Match]:
    found = words(text)
    position = 0
    while position < len(found):
        match, after = _match_at(text, found, position, lexicon, wanted)
        if match:
            yield match
        position = after


def _match_at(
    text: str, found: tuple[Word, ...], position: int, lexicon: Lexicon, wanted: Callable[[Form], bool]
) -> tuple[Match | None, int]:
    best: list[Form] = []
    start = after = position
    for base, has_article, offset in _readings(found[position], lexicon):
        for form in lexicon.forms.get(base, ()):
            if form.has_article != has_article or not wanted(form):
                continue
            end = _word_after(text, found, position, form, lexicon)
            if end > after:
                best, after, start = [form], end, found[position].start + offset
            elif best and end == after and form.entity not in {other.entity for other in best}:
                best.append(form)
    if not best:
        return None, position + 1
    return Match(tuple(best), start, found[after - 1].end), after


def _readings(word: Word, lexicon: Lexicon) -> Iterator[tuple[str, bool, int]]:
    """The word as it is, and without what may be joined to its front: base, article or not, offset.

    The offset is where the name begins in the word; a definite article belongs to the name.
    """
    for rest, offset in _without_clitics(word.folded, lexicon.clitics):
        yield lexicon.same.get(rest, rest), False, offset
        if lexicon.article and rest.startswith(lexicon.article):
            yield rest.removeprefix(lexicon.article), True, offset
        joined = lexicon.article_after_clitic
        if joined and rest.startswith(joined):
            yield rest.removeprefix(joined), True, offset + len(joined) - 1


def _without_clitics(folded: str, clitics: frozenset[str]) -> Iterator[tuple[str, int]]:
    yield folded, 0
    for length in range(1, _MOST_CLITICS + 1):
        if folded[length - 1 : length] not in clitics or len(folded) - length < _SHORTEST_AFTER_CLITIC:
            return
        yield folded[length:], length


def _word_after(text: str, found: tuple[Word, ...], position: int, form: Form, lexicon: Lexicon) -> int:
    """The position after the form's last word, or 0 when the words that follow are others."""
    if form.capital and not found[position].text[0].isupper():
        return 0
    index = position
    for number, wanted in enumerate(form.words):
        if number:
            index = _next(text, found, index, wanted, form, lexicon)
            if not index:
                return 0
        if form.exact and found[index].text != form.exact[number]:
            return 0
    return index + 1


def _next(text: str, found: tuple[Word, ...], index: int, wanted: str, form: Form, lexicon: Lexicon) -> int:
    """The index of the next word when it is the wanted one, over one initial in a person's name; else 0."""
    for step in (1, 2):
        following = index + step
        if following >= len(found) or not _JOINT.fullmatch(text, found[following - 1].end, found[following].start):
            return 0
        word = found[following]
        if lexicon.same.get(word.folded, word.folded) == wanted:
            return following
        if form.kind != PERSON or len(word.folded) > 1:
            return 0
    return 0
