"""The bodies of the world that every dossier knows give way to what a dossier itself knows.

``bodies.yml`` beside this module is general: organisations of states, courts, banks, associations. A dossier's
``organisations.yml`` takes the place of an entry under the same id, and whatever else it gives one of their names to
(an organisation, a person, a place, an outlet, an agreement, a word that is no name) keeps that name alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from builder.knowledge.records import known_id, names_of
from builder.models import Organisation, Source
from builder.text import fold
from builder.yamlfile import Problems, Value, read_yaml

_SHIPPED = Path(__file__).with_name("bodies.yml")
_KEYS = ("names", "aliases", "weak_aliases", "kind", "site")
_SITE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that a dossier does not know better, and the others, each with the id of the dossier's own entry."""

    kept: Mapping[str, Organisation]
    same: Mapping[str, str]


@cache
def shipped_bodies() -> Mapping[str, Organisation]:
    """The bodies of the world that come with the builder. Raises InputErrors when their file is wrong."""
    problems = Problems()
    file = read_yaml(_SHIPPED, "builder/knowledge/bodies.yml", problems)
    bodies = {name: _body(name, value) for name, value in file.fields() if known_id(name, value)}
    problems.raise_any()
    return bodies


def _body(name: str, value: Value) -> Organisation:
    found = value.record(_KEYS)
    names, site = names_of(found["names"]), found["site"].text()
    if site and not _SITE.fullmatch(site):
        found["site"].problem(f"{site!r} is no site", "write it without https:// and www., such as un.org")
    return Organisation(
        id=name,
        names=names,
        aliases=found["aliases"].texts(),
        kind=found["kind"].required_text(),
        source=Source(names.get("en", name), f"https://{site}/" if site else ""),
        weak_aliases=found["weak_aliases"].texts(),
    )


def beside(
    bodies: Mapping[str, Organisation],
    owners: Mapping[str, str],
    own: Collection[str],
    same: Mapping[str, str],
    needed: Collection[str],
) -> Bodies:
    """The bodies without the names that the dossier gives to others.

    ``owners`` are the dossier's folded names with their ids, ``own`` the ids that are organisations, ``same`` those
    merged into another one. A body goes altogether when one of its whole names is given away: to an organisation, which
    it then is; or to anything else, unless the dossier has need of it (``needed``), as in an office.
    """
    kept: dict[str, Organisation] = {}
    merged: dict[str, str] = {}
    for body in bodies.values():
        held = {form: owners[form] for form in _forms(body) if form in owners}
        others = {form: owner for form, owner in held.items() if body.id not in (owner, same.get(owner))}
        whole = [others[form] for form in map(fold, body.names.values()) if form in others]
        entry = next((owner for owner in whole if owner in own), None)
        if entry:
            merged[body.id] = same.get(entry, entry)
        elif not whole or body.id in needed:
            kept[body.id] = replace(
                body,
                aliases=tuple(name for name in body.aliases if fold(name) not in others),
                weak_aliases=tuple(name for name in body.weak_aliases if fold(name) not in others),
            )
    return Bodies(kept, merged)


def _forms(body: Organisation) -> frozenset[str]:
    return frozenset(map(fold, (*body.names.values(), *body.aliases, *body.weak_aliases)))
