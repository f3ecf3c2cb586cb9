"""A paragraph into the dates that are written in it, each at its span."""

from __future__ import annotations

from builder.extract.dating.folding import flatten
from builder.extract.dating.found import Found
from builder.extract.dating.grammar import read_named_dates
from builder.extract.dating.patterns import load_patterns
from builder.extract.dating.years import read_years
from builder.models.rules import DateWords


def read_dates(text: str, words: DateWords, stamps: bool = False) -> tuple[Found, ...]:
    """Find every explicit date of a text, in the order of the text.

    With ``stamps`` the month names of the language's other stamp locales count as well, since a site
    often prints its publication dates in the language of its software.
    """
    flat = flatten(text)
    named = read_named_dates(
        flat.text, load_patterns(words, stamps), lambda place: text[flat.span(place, place + 1)[0]].isupper()
    )
    years = read_years(flat.text, words, named)
    return tuple(sorted((found.in_original(flat) for found in (*named, *years)), key=lambda found: found.start))
