"""The editor's word on who is who: ``same_as`` makes two entries one, ``not_same`` keeps two apart.

jane-public:   {..., not_same: [jane-publica, J. Public]}    another entry, or a spelling that is not hers
jane-public-2: {..., same_as: jane-public}                   one page, with the names and offices of both
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from builder.knowledge.records import nearest, reference
from builder.models import Agreement, Organisation, Person, Source
from builder.text import fold
from builder.yamlfile import Value

Entry = Person | Organisation
_LOOKS_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def not_same(value: Value, entry: str, ids: Collection[str]) -> frozenset[str]:
    """The other entries (ids) and the spellings (folded) that are not this entry.

    What is written as ids are, in small letters with a hyphen, must be the id of another entry.
    """
    found = set()
    for item in value.items():
        text = item.text()
        if text == entry:
            item.problem(f"{entry} cannot be another than itself", "take it out")
        elif text in ids:
            found.add(text)
        elif _LOOKS_LIKE_AN_ID.fullmatch(text):
            item.problem(f"there is no entry {text!r}", nearest(text, ids))
        else:
            found.add(fold(text))
    return frozenset(found)


def read_same(file: Value, entries: Mapping[str, Entry]) -> dict[str, str]:
    """Each id that is merged into another one, and the id that stays; chains are followed to their end."""
    said = {}
    for name, value in file.fields():
        same = next((field for key, field in value.fields() if key == "same_as"), None)
        if same is None or name not in entries:
            continue
        other = reference(same, entries.keys(), "entry")
        if other in entries[name].not_same or name in (entries[other].not_same if other in entries else ()):
            same.problem(f"{name} and {other} are also said to be not_same", "keep one of the two")
        elif other in entries:
            said[name] = other
    return {name: _end(name, said, file) for name in said}


def _end(name: str, said: Mapping[str, str], file: Value) -> str:
    seen, last = {name}, said[name]
    while last in said:
        if last in seen:
            value = next(value for key, value in file.fields() if key == name)
            value.problem(f"same_as leads from {name} back to {last}", "leave one of them without same_as")
            return last
        seen.add(last)
        last = said[last]
    return last


def merge_people(people: Mapping[str, Person], same: Mapping[str, str]) -> dict[str, Person]:
    """The people without those who are merged into others, who get their names, offices and source."""
    kept = {name: person for name, person in people.items() if name not in same}
    for name, target in same.items():
        if target in kept and name in people:
            one, other = kept[target], people[name]
            denied = one.not_same | other.not_same
            kept[target] = replace(
                one,
                names={**other.names, **one.names},
                aliases=_spellings(one, other),
                short=tuple(form for form in dict.fromkeys((*one.short, *other.short)) if fold(form) not in denied),
                offices=(*one.offices, *(office for office in other.offices if office not in one.offices)),
                source=_sources(one.source, other.source),
                not_same=denied,
            )
    return kept


def merge_organisations(organisations: Mapping[str, Organisation], same: Mapping[str, str]) -> dict[str, Organisation]:
    """The organisations without those that are merged into others, which get their names and source."""
    kept = {name: organisation for name, organisation in organisations.items() if name not in same}
    for name, target in same.items():
        if target in kept and name in organisations:
            one, other = kept[target], organisations[name]
            kept[target] = replace(
                one,
                names={**other.names, **one.names},
                aliases=_spellings(one, other),
                source=_sources(one.source, other.source),
                not_same=one.not_same | other.not_same,
                weak_aliases=tuple(dict.fromkeys((*one.weak_aliases, *other.weak_aliases))),
            )
    return kept


def _spellings(one: Entry, other: Entry) -> tuple[str, ...]:
    names = {**other.names, **one.names}.values()
    spelled = (*one.aliases, *other.names.values(), *other.aliases)
    return tuple(dict.fromkeys(alias for alias in spelled if alias not in names))


def _sources(one: Source, other: Source) -> Source:
    if one == other:
        return one
    return Source(f"{one.text}; {other.text}" + (f" ({other.url})" if other.url else ""), one.url)


def redirect(agreements: Mapping[str, Agreement], same: Mapping[str, str]) -> dict[str, Agreement]:
    """The agreements with the ids that stay in place of those that were merged."""
    return {
        name: replace(
            agreement,
            parties=tuple(dict.fromkeys(same.get(party, party) for party in agreement.parties)),
            signatories=tuple(dict.fromkeys(same.get(person, person) for person in agreement.signatories)),
        )
        for name, agreement in agreements.items()
    }


def check_names(file: Value, entries: Mapping[str, Entry], same: Mapping[str, str]) -> None:
    """Report each name that two entries have unless the editor keeps them apart, and each that its entry denies."""
    owners: dict[str, str] = {}
    for name, value in file.fields():
        for form in _forms(entries, name):
            other = owners.setdefault(fold(form), name)
            if fold(form) in entries[name].not_same:
                value.problem(f"{form!r} is a name of {name} and stands under its not_same", "keep one of the two")
            if same.get(other, other) != same.get(name, name) and not _apart(entries, name, other):
                what = f"{form!r} is also a name of {other}"
                value.problem(
                    what, "leave it to one of the two; if two bear it write not_same, if the two are one same_as"
                )


def _forms(entries: Mapping[str, Entry], name: str) -> Iterator[str]:
    entry = entries.get(name)
    if entry is not None:
        yield from dict.fromkeys((*entry.names.values(), *entry.aliases))


def _apart(entries: Mapping[str, Entry], one: str, other: str) -> bool:
    return other in entries[one].not_same or one in entries[other].not_same
