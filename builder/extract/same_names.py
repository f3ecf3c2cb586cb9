"""The names that an article gives become ids: one for a name and what it is shortened to.

    Karim Nour Adoum-Kello, Karim Nour, Adoum-Kello    Federal Board of Revenue, FBR    وكالة أخبار اليوم, أخبار اليوم

Only when one longer name may be meant; two people of one surname stay two.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from builder.extract.named import Named
from builder.extract.namewords import NameWords
from builder.text import fold, words

_FEWEST_INITIALS, _MOST_INITIALS = 3, 8


@lru_cache(maxsize=4096)
def stranger_id(name: str) -> str:
    """An id for an unknown name, the same wherever the same folded words stand.

    >>> stranger_id("Élie Dupont") == stranger_id("Elie DUPONT")
    True
    """
    folded = " ".join(word.folded for word in words(name))
    ascii_name = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")
    return f"unknown-{slug}" if slug else f"unknown-{hashlib.sha256(folded.encode()).hexdigest()[:8]}"


def name_ids(found: Sequence[Named], languages: Mapping[str, NameWords]) -> Mapping[str, str]:
    """The id of each name: that of the longer one which it shortens or behind which it stands alone in brackets."""
    ids = {named.text: stranger_id(named.text) for named in found}
    people = {named.text: named.folded for named in found if named.is_person}
    bodies = {named.text: named for named in found if not named.is_person}
    for text, own in people.items():
        longer = {
            other: name for other, name in people.items() if len(own) < len(name) and own in _ends(name, len(own))
        }
        _take_over(ids, text, _longest(longer))
    for text, body in bodies.items():
        told = languages[body.spelled.paragraph.language]
        _take_over(ids, text, [other for other, name in bodies.items() if _shortens(body, name, told)])
    ends = {(one.spelled.paragraph.id, one.end): one for one in found if not one.is_person}
    for named in found:
        paragraph = named.spelled.paragraph
        longer_body = ends.get((paragraph.id, named.start - 2))
        opened = paragraph.text[named.start - 2 : named.start] == " ("
        if longer_body and opened and paragraph.text[named.end :][:1] == ")":
            ids[named.text] = ids[longer_body.text]
    return ids


def _take_over(ids: dict[str, str], text: str, meant: Iterable[str]) -> None:
    """Give a name the id of what it means, when that is one."""
    others = {ids[other] for other in meant}
    if len(others) == 1:
        ids[text] = others.pop()


def _longest(names: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """The names that shorten no other among them."""
    return (
        text
        for text, name in names.items()
        if not any(name != o and name in _ends(o, len(name)) for o in names.values())
    )


def _ends(name: tuple[str, ...], length: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """So many words at the beginning of a name, and at its end."""
    return name[:length], name[-length:]


def _shortens(one: Named, other: Named, told: NameWords) -> bool:
    """Tell whether an organisation's name is another's without the noun for what it is, or has its initials."""
    short, name = one.folded, other.folded
    if len(short) < len(name):
        noun = name[0] in told.bodies or name[0] in told.small_bodies or name[0] in told.quoted
        if noun and short == name[1:] and not told.has_capitals:
            return True
    if not one.text.isupper() or not _FEWEST_INITIALS <= len(one.text) <= _MOST_INITIALS or len(name) < len(short) + 2:
        return False
    initials = [word[0] for word in name if word not in told.links and word not in told.joiners]
    return len(initials) <= len(one.text) + 2 and _in_order(fold(one.text), initials)


def _in_order(letters: str, initials: Sequence[str]) -> bool:
    """Tell whether letters are initials in their order, the first one first."""
    left = iter(initials)
    return bool(initials) and letters[0] == initials[0] and all(letter in left for letter in letters)
