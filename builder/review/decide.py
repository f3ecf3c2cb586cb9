"""What the editor says of a name, as ``NAME=ID`` or picked from a list, becomes a Decision that can be carried out."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import process

from builder.errors import InputErrors, Problem
from builder.models import Decision, Knowledge, Organisation, Person, Review
from builder.text import fold, is_arabic

_NEAR_NAME = 60
_NEAR_ID = 60
_FORMS = {"accept": "NAME=ID", "not": "NAME=ID", "new": "NAME or NAME=ENGLISH NAME", "ignore": "NAME"}


def read_decision(kind: str, said: str, review: Review, knowledge: Knowledge) -> Decision:
    """The decision that an option such as ``--accept "J. Public=jane-public"`` means. Raises InputErrors.

    A name is one of the review's, whatever its case and accents; the other side is an id or a name of the knowledge.
    """
    name, _, target = (part.strip() for part in said.partition("=")) if kind != "ignore" else (said.strip(), "", "")
    if not name or (kind in ("accept", "not") and not target):
        raise _problem(kind, said, "is not complete", f"write --{kind} {_FORMS[kind]!r}")
    return complete(Decision(kind, _asked(kind, name, review), target), review, knowledge)


def complete(decision: Decision, review: Review, knowledge: Knowledge) -> Decision:
    """The decision with an id for its target, when it can be carried out. Raises InputErrors."""
    kind, name, target = decision.kind, decision.name, decision.target
    unknown = next((one for one in review.unknown if one.name == name), None)
    if kind in ("new", "ignore"):
        if unknown is None:
            raise _problem(
                kind, name, "fits known entries already", "choose one with --accept or rule one out with --not"
            )
        if kind == "new" and not target and is_arabic(name):
            what = "has no English name, which the pages need"
            raise _problem(kind, name, what, f"write --new '{name}=ITS ENGLISH NAME'")
        return decision
    found = _entry(target, knowledge)
    if found is None:
        raise _problem(
            kind, f"{name}={target}", f"there is no entry {target!r} in knowledge/", _nearest(target, knowledge)
        )
    expected = unknown.kind if unknown else ""
    actual = "person" if isinstance(found, Person) else "organisation"
    if expected not in ("", actual):
        what = f"{name} is {_a(expected)}, and {found.id} is {_a(actual)}"
        raise _problem(kind, f"{name}={target}", what, "choose an entry of the same kind")
    if kind == "accept" and fold(name) in found.not_same:
        what = f"{found.id} says that {name} is not the same"
        raise _problem(kind, f"{name}={target}", what, "take it out of not_same of that entry first")
    return Decision(kind, name, found.id)


def _a(kind: str) -> str:
    return f"an {kind}" if kind[:1] in "aeiou" else f"a {kind}"


def _asked(kind: str, name: str, review: Review) -> str:
    names = [*(one.name for one in review.unknown), *(one.name for one in review.ambiguous)]
    found = next((one for one in names if fold(one) == fold(name)), None)
    if found is not None:
        return found
    near = process.extract(fold(name), {one: fold(one) for one in names}, limit=3, score_cutoff=_NEAR_NAME)
    remedy = f"did you mean {' or '.join(one for _, _, one in near)}?" if near else "--list shows the open names"
    raise _problem(kind, name, "is no open name of the articles, or not any more", remedy)


def _entry(target: str, knowledge: Knowledge) -> Person | Organisation | None:
    entries = _entries(knowledge)
    target = knowledge.same.get(target, target)
    if target in entries:
        return entries[target]
    named = [entry for entry in entries.values() if fold(target) in map(fold, (*entry.names.values(), *entry.aliases))]
    return named[0] if len(named) == 1 else None


def _entries(knowledge: Knowledge) -> Mapping[str, Person | Organisation]:
    return {**knowledge.people, **knowledge.organisations}


def _nearest(target: str, knowledge: Knowledge) -> str:
    near = process.extract(target, list(_entries(knowledge)), limit=3, score_cutoff=_NEAR_ID)
    if near:
        return f"did you mean {' or '.join(one for one, _, _ in near)}?"
    return "use an id of people.yml or organisations.yml, or add it with --new"


def _problem(kind: str, said: str, what: str, remedy: str) -> InputErrors:
    return InputErrors([Problem(f"--{kind}", 0, said, what, remedy)])
