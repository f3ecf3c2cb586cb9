"""Which of the titles that a saved page gives is the article's, and which words of them are the site's name.

A page has its title in several places, written for several readers: the headline that it shows, one for
sharing, one for search engines, and one for the browser's window, with the site's name behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.text import words

Place = tuple[str, str]
TITLES = (
    *("og:title", "schema.org headline", "twitter:title", "sailthru.title", "parsely-title", "dc.title"),
    *("dcterms.title", "citation_title", "title"),
)
"""Places that give a title, the surest first; of a meta element its name in small letters."""
_MARK = re.compile(r"\s+[-–—·•«»<>]\s+|\s*\|\s*")
SHORTEST_HEADLINE = 4
ALIKE = 0.5


def place_name(place: str) -> str:
    """What a place is called in a list of places: the name of a meta element, else its own words.

    >>> place_name('meta property="og:title"')
    'og:title'
    """
    return place.partition('="')[2].rstrip('"').casefold() or place


def headline(declared: Sequence[Place], names: set[str]) -> Place | None:
    """The title and its place: the headline shown if another title is like it, else the surest one without the site."""
    titles = [one for name in TITLES for one in declared if place_name(one[0]) == name]
    shown = [one for one in declared if one[0] == "h1"]
    best = max(shown, key=lambda one: _likeness(one[1], titles), default=None)
    if best and (_likeness(best[1], titles) >= ALIKE or (not titles and len(shown) == 1)):
        return best
    return next(((place, _without_site(text, names)) for place, text in titles), None)


def site_in_title(declared: Sequence[Place], names: set[str]) -> Place | None:
    """The site's name as the window's title writes it: a part of it that is one of the names without its blanks."""
    for place, text in declared:
        parts = _MARK.split(text) if place == "title" else []
        for part in parts[::-1] if len(parts) > 1 else []:
            if squashed(part) in names:
                return place, part
    return None


def _likeness(shown: str, titles: Sequence[Place]) -> float:
    """How much of the shorter of two titles the other has, at best; a short one must be the same."""
    own = _folded(shown)
    return max(
        (_shared(own, _folded(text)) for _, full in titles for text in (full, _MARK.split(full)[0])), default=0.0
    )


def _shared(own: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not own or own == other:
        return float(bool(own))
    if min(len(own), len(other)) < SHORTEST_HEADLINE:
        return 0.0
    return 0.99 * len(set(own) & set(other)) / min(len(set(own)), len(set(other)))


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def squashed(text: str) -> str:
    """A name as an address would have it: small letters without blanks."""
    return "".join(_folded(text))


def host_names(host: str) -> set[str]:
    """The names in a host without the ending for its country or kind."""
    labels = host.casefold().removeprefix("www.").split(".")
    return {squashed(label) for label in labels[:-1]} | {squashed(host.removeprefix("www."))} - {""}


def _without_site(title: str, names: set[str]) -> str:
    """The title without the site's name at either end.

    >>> _without_site("A ferry returns | Region | The Jetty", {"thejetty"})
    'A ferry returns | Region'
    """
    ends = [(found.start(), found.end()) for found in _MARK.finditer(title)]
    if ends and squashed(title[ends[-1][1] :]) in names:
        return title[: ends[-1][0]].strip()
    if ends and squashed(title[: ends[0][0]]) in names:
        return title[ends[0][1] :].strip()
    return title
