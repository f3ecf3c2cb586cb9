"""Outlets, agencies and places of the knowledge into names that a signature is looked up in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.clean.phrases import signature
from builder.models import Outlet, Place
from builder.models.rules import LitterRules


def agency_names(rules: Iterable[LitterRules], outlets: Iterable[Outlet]) -> dict[str, str]:
    """The letters or name of an agency by the signature of each spelling, of the languages and of the knowledge."""
    names = {signature(spelling): name for one in rules for spelling, name in one.agencies.items()}
    return names | outlet_names(one for one in outlets if one.is_agency)


def outlet_names(outlets: Iterable[Outlet]) -> dict[str, str]:
    """The name to print by the signature of each spelling; what two outlets are called is neither's."""
    found: dict[str, set[str]] = {}
    for outlet in outlets:
        name = _abbreviated(english_name(outlet)) if outlet.is_agency else english_name(outlet)
        for spelling in (*outlet.names.values(), *outlet.aliases):
            found.setdefault(signature(spelling), set()).add(name)
    return {spelling: names.copy().pop() for spelling, names in found.items() if len(names) == 1}


def own_names(outlets: Iterable[Outlet]) -> dict[str, str]:
    """The names by which a page may call its own site, those that are common words and addresses among them.

    A name without the words in brackets that tell it from others stays as the page has it: several may bear it.
    """
    outlets = [outlet for outlet in outlets if not outlet.is_agency]
    weak = {signature(alias): english_name(outlet) for outlet in outlets for alias in outlet.weak_aliases}
    sites = {signature(host): english_name(outlet) for outlet in outlets for host in outlet.hosts}
    bare = (without_brackets(name) for outlet in outlets for name in outlet.names.values())
    return {signature(name): name for name in bare if name} | weak | sites | outlet_names(outlets)


def without_brackets(name: str) -> str:
    """The name without the words in brackets at its end; nothing when it has none.

    >>> without_brackets("Gazette (Nowhere)"), without_brackets("Gazette")
    ('Gazette', '')
    """
    found = re.fullmatch(r"(.+\S)\s\([^()]+\)", name)
    return found.group(1) if found else ""


def place_names(places: Iterable[Place]) -> frozenset[str]:
    """The signatures of all spellings of places."""
    return frozenset(signature(name) for one in places for name in (*one.names.values(), *one.aliases))


def _abbreviated(name: str) -> str:
    """The letters by which an agency is credited, where its name has them in brackets at the end.

    >>> _abbreviated("Press of Nowhere (PN)"), _abbreviated("Newswire")
    ('PN', 'Newswire')
    """
    found = re.search(r"\(([^()]{2,12})\)$", name)
    return found.group(1) if found else name


def english_name(outlet: Outlet) -> str:
    """The name to print: the English one, or the first that is given."""
    return outlet.names.get("en") or next(iter(outlet.names.values()), outlet.id)
