"""The files under ``knowledge/`` become one Knowledge; everything wrong in them is reported together."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from builder.knowledge.bodies import beside, shipped_bodies
from builder.knowledge.events import read_agreements, read_events
from builder.knowledge.gazetteer import load_places
from builder.knowledge.identity import check_names, merge_organisations, merge_people, read_same, redirect
from builder.knowledge.outlets import read_outlets
from builder.knowledge.people import read_organisations, read_people
from builder.knowledge.terms import read_terms
from builder.models import DossierSettings, Knowledge, Office, Organisation, Person
from builder.text import fold
from builder.yamlfile import Problems, Value, read_yaml

FILES = ("people", "organisations", "places", "agreements", "events", "outlets", "terms", "ignored")


def load_knowledge(dossier: Path, settings: DossierSettings) -> Knowledge:
    """Read the knowledge of a dossier folder; each file may be absent. Raises InputErrors.

    Refuses an id that nothing defines, one id for two things, one name for two people or two
    organisations that are not kept apart, and a fact without a source. What is the same is one entry.
    """
    problems = Problems()
    _no_strangers(dossier / "knowledge", problems)
    files = {name: _open(dossier, name, problems) for name in FILES}
    gazetteer = load_places(files["places"], settings.places, problems)
    places = gazetteer.places
    bodies = _bodies({*places, *(name for name, _ in files["people"].fields())})
    own = read_organisations(files["organisations"], bodies)
    organisations = {**bodies, **own}
    people = read_people(files["people"], organisations)
    same = read_same(files["people"], people) | read_same(files["organisations"], organisations)
    topics = [topic.id for topic in settings.topics]
    knowledge = Knowledge(
        people=people,
        organisations=own,
        places=places,
        agreements=read_agreements(files["agreements"], {*places, *organisations}, people, topics),
        events=read_events(files["events"]),
        outlets=read_outlets(files["outlets"]),
        terms=read_terms(files["terms"], problems),
        ignored=files["ignored"].texts(),
        towns=gazetteer.towns,
    )
    own_outlets = [name for name, _ in files["outlets"].fields()]
    knowledge = _merged(_with_bodies(knowledge, bodies, own_outlets, same))
    check_names(files["people"], people, same)
    check_names(files["organisations"], own, same)
    _one_meaning(files["organisations"], places, "place")
    _one_meaning(files["people"], {*places, *own}, "place or organisation")
    for outlet in sorted(settings.publication.outlets.keys() - knowledge.outlets.keys()):
        problems.add(
            "dossier.yml", 0, f"publication.outlets.{outlet}", f"there is no outlet {outlet!r}",
            "add it to knowledge/outlets.yml, or use an id from there",
        )  # fmt: skip
    problems.raise_any()
    return knowledge


def _bodies(taken: Collection[str]) -> dict[str, Organisation]:
    """The bodies of the world under the ids that nothing of another kind has."""
    return {name: body for name, body in shipped_bodies().items() if name not in taken}


def _with_bodies(
    knowledge: Knowledge, bodies: Mapping[str, Organisation], outlets: Collection[str], same: Mapping[str, str]
) -> Knowledge:
    """The knowledge of a dossier and the bodies of the world, as far as their names are not those of others there."""
    own = knowledge.organisations
    needed = {*same.values(), *(office.organisation for one in knowledge.people.values() for office in one.offices)}
    needed |= {party for agreement in knowledge.agreements.values() for party in agreement.parties}
    free = {name: body for name, body in bodies.items() if name not in own}
    found = beside(free, dict(_owners(knowledge, outlets)), own, same, needed)
    merged = {**found.same, **{name: found.same.get(other, other) for name, other in same.items()}}
    return replace(knowledge, organisations={**found.kept, **own}, same=merged)


def _owners(knowledge: Knowledge, outlets: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each folded name that the dossier gives to anything, with the id; its organisations last, so that they count."""
    yield from ((fold(name), "") for name in knowledge.ignored)
    for outlet in map(knowledge.outlets.__getitem__, outlets):
        yield from ((fold(name), outlet.id) for name in (*outlet.names.values(), *outlet.aliases))
    for agreement in knowledge.agreements.values():
        names = (*agreement.names.values(), *(alias.text for alias in agreement.aliases))
        yield from ((fold(name), agreement.id) for name in names)
    for place in knowledge.places.values():
        yield from ((fold(name), place.id) for name in (*place.names.values(), *place.aliases))
    for person in knowledge.people.values():
        yield from ((fold(name), person.id) for name in (*person.names.values(), *person.aliases, *person.short))
    for one in knowledge.organisations.values():
        yield from ((fold(name), one.id) for name in (*one.names.values(), *one.aliases, *one.weak_aliases))


def _merged(knowledge: Knowledge) -> Knowledge:
    """The knowledge in which what is the same is one entry, also where others speak of it."""
    same = knowledge.same
    return replace(
        knowledge,
        people=_in_office(merge_people(knowledge.people, same), same),
        organisations=merge_organisations(knowledge.organisations, same),
        agreements=redirect(knowledge.agreements, same),
    )


def _in_office(people: Mapping[str, Person], same: Mapping[str, str]) -> dict[str, Person]:
    """The people with their offices in the organisations that stay."""
    return {
        name: replace(person, offices=tuple(_redirected(office, same) for office in person.offices))
        for name, person in people.items()
    }


def _redirected(office: Office, same: Mapping[str, str]) -> Office:
    return replace(office, organisation=same.get(office.organisation, office.organisation))


def _no_strangers(folder: Path, problems: Problems) -> None:
    """Report what is not read there: a file whose name was mistyped would else be missed without a word."""
    known = [f"{name}.yml" for name in FILES]
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name not in known and not path.name.startswith("."):
            near = difflib.get_close_matches(path.name, known, n=1)
            what = "is not read" + (f" (did you mean {near[0]!r}?)" if near else "")
            problems.add(f"knowledge/{path.name}", 0, "", what, f"the files read are {', '.join(known)}")


def _open(dossier: Path, name: str, problems: Problems) -> Value:
    file = f"knowledge/{name}.yml"
    path = dossier / "knowledge" / f"{name}.yml"
    return read_yaml(path, file, problems) if path.exists() else Value(None, file, "", problems)


def _one_meaning(file: Value, taken: Iterable[str], what: str) -> None:
    """Report an id that something of another kind has as well: pages and links would be mixed up."""
    others = set(taken)
    for name, value in file.fields():
        if name in others:
            value.problem(f"{name!r} is also the id of a {what}", "give it another id")
