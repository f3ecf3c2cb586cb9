"""``people.yml`` and ``organisations.yml`` become Person and Organisation records."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from builder.knowledge.records import interval_of, known_id, names_of, reference, source_of
from builder.models import Office, Organisation, Person
from builder.text import fold, words
from builder.yamlfile import Value


def read_people(file: Value, organisations: Collection[str]) -> dict[str, Person]:
    """Everyone of the file; the organisation of an office must exist."""
    return {name: _person(name, value, organisations) for name, value in file.fields() if known_id(name, value)}


def _person(name: str, value: Value, organisations: Collection[str]) -> Person:
    found = value.record(["names", "aliases", "short", "offices", "source"])
    names, aliases = names_of(found["names"]), found["aliases"].texts()
    return Person(
        id=name,
        names=names,
        aliases=aliases,
        short=found["short"].texts() if found["short"] else tuple(_surnames((*names.values(), *aliases))),
        offices=tuple(_office(item, organisations) for item in found["offices"].items()),
        source=source_of(found["source"], value),
    )


def _office(value: Value, organisations: Collection[str]) -> Office:
    found = value.record(["title", "organisation", "start", "end", "source"])
    return Office(
        title=names_of(found["title"]),
        organisation=reference(found["organisation"], organisations, "organisation"),
        held=interval_of(found["start"], found["end"]),
        source=source_of(found["source"], value),
    )


def _surnames(names: tuple[str, ...]) -> Iterator[str]:
    """The last word of each name of two words or more, once; a surname of several words is for ``short``.

    >>> list(_surnames(("Jane Q. Public", "Jane Public", "Plato")))
    ['Public']
    """
    seen: set[str] = set()
    for name in names:
        parts = words(name)
        if len(parts) > 1 and parts[-1].folded not in seen:
            seen.add(parts[-1].folded)
            yield parts[-1].text


def read_organisations(file: Value) -> dict[str, Organisation]:
    """Every organisation of the file."""
    return {name: _organisation(name, value) for name, value in file.fields() if known_id(name, value)}


def _organisation(name: str, value: Value) -> Organisation:
    found = value.record(["names", "aliases", "kind", "source"])
    return Organisation(
        id=name,
        names=names_of(found["names"]),
        aliases=found["aliases"].texts(),
        kind=found["kind"].text(),
        source=source_of(found["source"], value),
    )


def shared_names(file: Value, entries: Mapping[str, Person] | Mapping[str, Organisation]) -> None:
    """Report each name that two entries of one file have: a text could not tell which is meant."""
    owners: dict[str, str] = {}
    for name, value in file.fields():
        entry = entries.get(name)
        if entry is None:
            continue
        for form in dict.fromkeys((*entry.names.values(), *entry.aliases)):
            other = owners.setdefault(fold(form), name)
            if other != name:
                value.problem(f"{form!r} is also a name of {other}", "leave it to one of the two")
