"""A paragraph becomes matches: spans whose words are a known name, the longest one winning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.lexicon import PERSON, PLACE, Form, Lexicon, Openings
from builder.text import Word

_JOINT = re.compile(r"[\s'’‑–-]*")
_POINT = re.compile(r"\.\s?")


@dataclass(frozen=True, slots=True)
class Match:
    """Forms that a span may mean: one, or several when a name is shared; ``first`` is its first word's number."""

    forms: tuple[Form, ...]
    start: int
    end: int
    first: int


def find_names(text: str, found: Sequence[Word], lexicon: Lexicon) -> tuple[Match, ...]:
    """The spans of known persons, organisations and places in a text, whose words are given; none overlap.

    In a text all in capitals an acronym cannot be told from a word, so none is found there.
    """
    return tuple(_longest(text, found, lexicon.name_openings, lexicon, shouted=text.isupper()))


def find_agreements(text: str, found: Sequence[Word], lexicon: Lexicon) -> tuple[Match, ...]:
    """The spans of known agreements, which may contain the names of places and organisations."""
    return tuple(_longest(text, found, lexicon.agreement_openings, lexicon))


def is_known(name: Sequence[Word], lexicon: Lexicon) -> bool:
    """Tell whether words are, all of them, the full name of a known person or organisation, in any capitals."""
    folded = tuple(lexicon.same.get(word.folded, word.folded) for word in name)
    return any(
        form.strength == "full"
        and form.kind != PLACE
        and (form.has_article, form.words) == (has_article, (base, *folded[1:]))
        for base, has_article, _ in lexicon.joining.readings(folded[0])
        for form in lexicon.names.get(base, ())
    )


def _longest(
    text: str,
    found: Sequence[Word],
    known: Openings,
    lexicon: Lexicon,
    shouted: bool = False,
) -> Iterator[Match]:
    after = 0
    for position in [place for place, word in enumerate(found) if known.of(word.folded)]:
        if position < after:
            continue
        word = found[position]
        capital = word.text[0].isupper()
        following = found[position + 1].folded if position + 1 < len(found) else None
        openings = [
            (form, offset)
            for form, offset in known.before(word.folded, following)
            if not (shouted and form.exact) and (capital or not form.capital)
        ]
        if openings:
            best, start, after = _longest_at(text, found, position, openings, lexicon)
            if best:
                yield Match(best, start, _end(text, found[position:after]), position)


def _end(text: str, own: Sequence[Word]) -> int:
    """Where a name ends: behind the point of its last letter too when all its letters have one ("U.S.")."""
    letters = len(own) > 1 and all(len(word.text) == 1 for word in own)
    return own[-1].end + (letters and text.startswith(".", own[0].end) and text.startswith(".", own[-1].end))


def _longest_at(
    text: str, found: Sequence[Word], position: int, openings: Sequence[tuple[Form, int]], lexicon: Lexicon
) -> tuple[tuple[Form, ...], int, int]:
    """The longest forms that begin with a word, where they start in the text, and the word after their last one.

    The openings are the forms that may begin with this word, each with the place in it where it does.
    """
    best: list[Form] = []
    start = after = position
    for form, offset in openings:
        end = _word_after(text, found, position, form, lexicon)
        if end > after:
            best, after, start = [form], end, found[position].start + offset
        elif best and end == after and form.entity not in {other.entity for other in best}:
            best.append(form)
    return tuple(best), start, after


def _word_after(text: str, found: Sequence[Word], position: int, form: Form, lexicon: Lexicon) -> int:
    """The position after the form's last word, or 0 when the words that follow are others."""
    index = position
    for number in range(len(form.words)):
        if number:
            index = _next(text, found, index, number, form, lexicon)
            if not index:
                return 0
        if form.exact and found[index].text != form.exact[number]:
            return 0
    return index + 1


def _next(text: str, found: Sequence[Word], index: int, number: int, form: Form, lexicon: Lexicon) -> int:
    """The index of the next word when it is the form's, over one initial in a person's name; else 0."""
    sign = form.signs[number - 1] if form.signs else ""
    for step in (1, 2):
        following = index + step
        if following >= len(found) or not _are_joined(text, found[following - 1], found[following], sign):
            return 0
        word = found[following]
        if lexicon.same.get(word.folded, word.folded) == form.words[number]:
            return following
        if form.kind != PERSON or len(word.folded) > 1:
            return 0
    return 0


def _are_joined(text: str, first: Word, second: Word, sign: str) -> bool:
    """Tell whether two words may be parts of one name: a point only after an initial, a sign where the name has it."""
    if sign and text[first.end : second.start].strip() == sign:
        return True
    if _JOINT.fullmatch(text, first.end, second.start):
        return True
    return len(first.text) == 1 and _POINT.fullmatch(text, first.end, second.start) is not None
