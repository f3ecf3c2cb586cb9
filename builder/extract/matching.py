"""A paragraph becomes matches: spans whose words are a known name, the longest one winning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from builder.extract.lexicon import AGREEMENT, PERSON, Form, Lexicon
from builder.text import Word, words

_JOINT = re.compile(r"[\s'’‑–-]*")
_POINT = re.compile(r"\.\s?")


@dataclass(frozen=True, slots=True)
class Match:
    """Forms that a span may mean: one, or several when a name is shared."""

    forms: tuple[Form, ...]
    start: int
    end: int


def find_names(text: str, lexicon: Lexicon) -> tuple[Match, ...]:
    """The spans of known persons, organisations and places; spans do not overlap.

    In a text all in capitals an acronym cannot be told from a word, so none is found there.
    """
    shouted = text.isupper()
    return tuple(_longest(text, lexicon, lambda form: form.kind != AGREEMENT and not (shouted and form.exact)))


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
    for base, has_article, offset in lexicon.joining.readings(found[position].folded):
        for form in lexicon.forms.get(lexicon.same.get(base, base), ()):
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
        if following >= len(found) or not _are_joined(text, found[following - 1], found[following]):
            return 0
        word = found[following]
        if lexicon.same.get(word.folded, word.folded) == wanted:
            return following
        if form.kind != PERSON or len(word.folded) > 1:
            return 0
    return 0


def _are_joined(text: str, first: Word, second: Word) -> bool:
    """Tell whether two words may be parts of one name: a point only after an initial."""
    if _JOINT.fullmatch(text, first.end, second.start):
        return True
    return len(first.text) == 1 and _POINT.fullmatch(text, first.end, second.start) is not None
