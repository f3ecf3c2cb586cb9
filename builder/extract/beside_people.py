"""What stands beside a capitalised name and tells that it is a person's: a role, an age, a family, a verb."""

from __future__ import annotations

from collections.abc import Sequence

from builder.extract.candidates import CERTAIN, gap, roles_before
from builder.extract.namewords import NameWords
from builder.text import Word

_FEWEST = 2
_REACH_BEFORE, _REACH_AFTER = 16, 5
_YOUNGEST, _OLDEST = 2, 3
"""Figures of an age."""


def weigh_beside(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> tuple[int, bool]:
    """How much stands beside a name, and whether it is a reporter's."""
    weight = 0
    for at in roles_before(text, found, first, words, _REACH_BEFORE):
        if _leads_to(text, found, at, first, after, words):
            if found[at].folded in words.sources:
                return CERTAIN, True
            weight = CERTAIN
        break
    role = _role_after(text, found, after, words)
    if role is not None:
        return CERTAIN, found[role].folded in words.sources
    if has_age(text, found, after, words) or is_of_family(text, found, first, words):
        return CERTAIN, False
    said = speaks(text, found, first, after, words) + _is_from(text, found, after, words)
    return weight or said + _is_who(text, found, after, words), False


def _leads_to(text: str, found: Sequence[Word], role: int, first: int, after: int, words: NameWords) -> bool:
    """Tell whether what stands between a role and a name only says of what it is the role."""
    between = found[role + 1 : first]
    if not between:
        return True
    if between[-1].folded in words.joiners or any(word.folded in words.stops for word in between[1:]):
        return False
    if between[0].folded in words.stops and between[0].folded not in words.joiners:
        return False
    commas = "," in text[found[role].end : found[first].start]
    if not commas:
        bodies = any({word.folded, word.folded[:-1]} & (words.bodies | words.small_bodies) for word in between)
        return len(between) <= _REACH_AFTER + _FEWEST and not bodies
    return "," in gap(text, found, first) and text[found[after - 1].end :].lstrip()[:1] in (",", ".", ")", "")


def _role_after(text: str, found: Sequence[Word], after: int, words: NameWords) -> int | None:
    """The role that follows a name and a comma, over an article and a few words ("the former Libyan")."""
    if after >= len(found) or gap(text, found, after).strip() not in (",", "(", ", l'"):
        return None
    for at in range(after, min(after + _REACH_AFTER, len(found))):
        if at > after and gap(text, found, at).strip(" '’-"):
            return None
        if found[at].folded in words.roles:
            return at
        grammar = found[at].folded in words.stops and found[at].folded not in words.joiners
        if grammar and (at > after or found[at].folded not in words.possessives):
            return None
    return None


def has_age(text: str, found: Sequence[Word], after: int, words: NameWords) -> bool:
    """Tell whether an age follows a name and a comma: a number, and then a comma or the word for years."""
    at, opened = after, after < len(found) and gap(text, found, after).strip(".") in (", ", " (")
    while opened and at + 1 < len(found) and found[at].folded in words.aged and gap(text, found, at + 1) == " ":
        at += 1
    if not opened or not found[at].text.isdigit() or not _YOUNGEST <= len(found[at].text) <= _OLDEST:
        return False
    behind = found[at + 1].folded if at + 1 < len(found) and gap(text, found, at + 1) == " " else ""
    return behind in words.years if behind else text[found[at].end :][:1] in (",", ")")


def _is_from(text: str, found: Sequence[Word], after: int, words: NameWords) -> int:
    """How sure a comma and whom somebody belongs to make a name: "of" and a body, or over an article a capital."""
    if after + 1 >= len(found) or gap(text, found, after) != ", " or found[after].folded not in words.belongs:
        return 0
    capitals = [word for word in found[after + 1 : after + 3] if word.text[0].isupper()]
    return CERTAIN if any(word.folded in words.bodies for word in capitals) else int(bool(capitals))


def _is_who(text: str, found: Sequence[Word], after: int, words: NameWords) -> int:
    """How sure a comma and "who" make a name: what a person does for a living is more than what a team does, too."""
    if after + 1 >= len(found) or gap(text, found, after) != ", " or found[after].folded not in words.relatives:
        return 0
    return CERTAIN if found[after + 1].folded in words.livings else 1


def speaks(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> int:
    """Tell whether a verb of saying stands right behind a name, perhaps over one word, or right before it."""
    behind = found[after : after + 2]
    if (
        behind
        and gap(text, found, after) == " "
        and any(word.folded in words.sayings and not word.text[0].isupper() for word in behind)
    ):
        return 1
    return int(first > 0 and gap(text, found, first) == " " and found[first - 1].folded in words.sayings)


def is_of_family(text: str, found: Sequence[Word], first: int, words: NameWords) -> bool:
    """Tell whether a word of the family stands right before a name ("his brother")."""
    before = found[first - 1] if first else None
    return before is not None and gap(text, found, first) == " " and before.folded in words.family
