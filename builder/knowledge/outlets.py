"""The outlets and agencies that every dossier knows, and a dossier's own, become one mapping.

``outlets.yml`` beside this module is general; what a dossier's ``knowledge/outlets.yml`` says of the same
id, or of another one with the same name or address, takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from builder.knowledge.records import known_id, names_of, source_of
from builder.models import Outlet, Source
from builder.models.knowledge import OUTLET_KINDS
from builder.text import fold
from builder.yamlfile import Problems, Value, read_yaml

_SHIPPED = Path(__file__).with_name("outlets.yml")
_KEYS = ("kind", "names", "aliases", "weak_aliases", "hosts")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@cache
def shipped_outlets() -> Mapping[str, Outlet]:
    """The outlets of the world that come with the builder. Raises InputErrors when their file is wrong."""
    problems = Problems()
    outlets = _read(read_yaml(_SHIPPED, "builder/knowledge/outlets.yml", problems), is_shipped=True)
    problems.raise_any()
    return outlets


def read_outlets(file: Value) -> dict[str, Outlet]:
    """The shipped outlets with those of a dossier's file added to them or in their place."""
    own = _read(file, is_shipped=False)
    taken = {mark for outlet in own.values() for mark in _marks(outlet)}
    shipped = shipped_outlets().items()
    return {name: one for name, one in shipped if name not in own and not taken & _marks(one)} | own


def _marks(outlet: Outlet) -> set[str]:
    """By what an outlet is recognised: its folded names and its addresses."""
    return {*map(fold, (*outlet.names.values(), *outlet.aliases)), *outlet.hosts}


def _read(file: Value, is_shipped: bool) -> dict[str, Outlet]:
    """The entries of one file; a dossier's must say where they are from, the shipped ones are their own sites."""
    entries = {}
    for name, value in file.fields():
        if not known_id(name, value):
            continue
        found = value.record(_KEYS if is_shipped else (*_KEYS, "source"))
        for host in found["hosts"].items():
            if not _HOST.fullmatch(host.text()):
                host.problem(f"{host.text()!r} is no host", "write it without https:// and path, such as mapnews.ma")
        names, hosts = names_of(found["names"]), found["hosts"].texts()
        site = Source(names.get("en", name), f"https://{hosts[0]}/" if hosts else "")
        entries[name] = Outlet(
            id=name,
            names=names,
            aliases=found["aliases"].texts(),
            kind=found["kind"].choice(OUTLET_KINDS, "outlet"),
            hosts=hosts,
            source=site if is_shipped else source_of(found["source"], value),
            weak_aliases=found["weak_aliases"].texts(),
        )
    return entries
