"""``people.yml`` and ``organisations.yml`` become Person and Organisation records."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from builder.knowledge.identity import not_same
from builder.knowledge.records import interval_of, known_id, names_of, reference, source_of
from builder.models import Office, Organisation, Person
from builder.text import fold, words
from builder.yamlfile import Value

_DECISIONS = ("same_as", "not_same")


def read_people(file: Value, organisations: Collection[str]) -> dict[str, Person]:
    """Everyone of the file; the organisation of an office must exist."""
    ids = {name for name, _ in file.fields()}
    return {name: _person(name, value, organisations, ids) for name, value in file.fields() if known_id(name, value)}


def _person(name: str, value: Value, organisations: Collection[str], ids: Collection[str]) -> Person:
    found = value.record(["names", "aliases", "short", "offices", "source", *_DECISIONS])
    names, aliases = names_of(found["names"]), found["aliases"].texts()
    denied = not_same(found["not_same"], name, ids)
    short = found["short"].texts() if found["short"] else surnames((*names.values(), *aliases))
    return Person(
        id=name,
        names=names,
        aliases=aliases,
        short=tuple(form for form in short if fold(form) not in denied),
        offices=tuple(_office(item, organisations) for item in found["offices"].items()),
        source=source_of(found["source"], value),
        not_same=denied,
    )


def _office(value: Value, organisations: Collection[str]) -> Office:
    found = value.record(["title", "organisation", "start", "end", "source"])
    return Office(
        title=names_of(found["title"], required=False),
        organisation=reference(found["organisation"], organisations, "organisation"),
        held=interval_of(found["start"], found["end"]),
        source=source_of(found["source"], value),
    )


def surnames(names: Iterable[str]) -> tuple[str, ...]:
    """The last word of each name of two words or more, once; a surname of several words is for ``short``.

    >>> surnames(("Jane Q. Public", "Jane Public", "Plato"))
    ('Public',)
    """
    found: dict[str, str] = {}
    for name in names:
        parts = words(name)
        if len(parts) > 1:
            found.setdefault(parts[-1].folded, parts[-1].text)
    return tuple(found.values())


def read_organisations(file: Value, others: Collection[str] = ()) -> dict[str, Organisation]:
    """Every organisation of the file; ``others`` are the ids of those that it may say it is not."""
    ids = {*others, *(name for name, _ in file.fields())}
    return {name: _organisation(name, value, ids) for name, value in file.fields() if known_id(name, value)}


def _organisation(name: str, value: Value, ids: Collection[str]) -> Organisation:
    found = value.record(["names", "aliases", "weak_aliases", "kind", "source", *_DECISIONS])
    return Organisation(
        id=name,
        names=names_of(found["names"]),
        aliases=found["aliases"].texts(),
        kind=found["kind"].text(),
        source=source_of(found["source"], value),
        not_same=not_same(found["not_same"], name, ids),
        weak_aliases=found["weak_aliases"].texts(),
    )
