"""A line without "by" into the people whom it names and what stands beside them: role, place, outlet, agency."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from builder.clean.credits.agencies import without_agency
from builder.clean.credits.mastheads import reads_as_outlet
from builder.clean.credits.persons import all_capitalised, has_given_name, reads_as_person
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.shapes import is_complete
from builder.clean.stamps import SEPARATORS, stamp_in, without_glued_month
from builder.text import is_arabic

LONGEST_LINE = 120
_PARTS = re.compile(r"\s*(?:[|•·/\\\t()\[\]]+|\s[-–—]+\s?|[-–—]+\s|:\s)\s*")
_LISTED = re.compile(r"\s*[,،&]\s*")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_A-Z]+\b)")
_FIGURE = re.compile(r"\d.*$")
_RANK = re.compile(r"[A-ZÀ-Þ][^\W\d_]{1,5}\.")
_HANDLE = re.compile(r"\s*@\w{2,30}")


@dataclass(frozen=True, slots=True)
class Signed:
    """The people whom a line or a part of one names, and the outlets, agencies and other signs beside them."""

    people: tuple[str, ...] = ()
    name: str = ""
    outlets: tuple[tuple[str, str], ...] = ()
    agencies: tuple[str, ...] = ()
    place: str = ""
    is_dated: bool = False
    has_role: bool = False


def read_signed(text: str, patterns: Patterns) -> Signed | None:
    """Take a line apart into names and what may stand beside them; None when a part is neither.

    "Jane Roe, Town", "Town - Jane Roe", "Jane Roe | 12 Mar 2021", "Jane Roe and John Doe", "Jane Roe Staff
    Writer", "Jane Roe (with Newswire)".
    """
    if len(text) > LONGEST_LINE or is_complete(text.rstrip(".")) or re.search(r"[?!؟«»“”]|:$", text):
        return None
    text = without_glued_month(text, patterns)
    stamp = stamp_in(text, patterns)
    bare = f"{text[: stamp.start]} | {text[stamp.end :]}" if stamp else text
    pieces = filter(None, (piece.strip(SEPARATORS) for piece in _PARTS.split(without_handle(bare))))
    parts = [_read_part(piece, patterns) for piece in pieces]
    read = [part for part in parts if part is not None]
    people = [person for part in read for person in part.people]
    places = [part.place for part in read if part.place]
    several = len(people) > 1 and not all(has_given_name(one, patterns) for one in people)
    if len(read) < len(parts) or not people or len(places) > 1 or several:
        return None
    return Signed(
        people=tuple(people),
        name=_as_written(text, people),
        outlets=tuple(outlet for part in read for outlet in part.outlets),
        agencies=tuple(dict.fromkeys(agency for part in read for agency in part.agencies)),
        place="".join(places),
        is_dated=stamp is not None or any(part.is_dated for part in read),
        has_role=any(part.has_role for part in read),
    )


def _read_part(piece: str, patterns: Patterns) -> Signed | None:
    """What one part of a line says; None for words that belong to no credit."""
    part, aged = _without_age(piece, patterns)
    mark = signature(part)
    if patterns.staff_roles.fullmatch(mark):
        return None
    if mark in patterns.author_roles:
        return Signed(has_role=True, is_dated=aged)
    if not mark or _says_nothing(mark, patterns):
        return Signed(place=part if mark in patterns.places else "", is_dated=aged)
    if outlet := patterns.outlets.get(mark) or (part if reads_as_outlet(part, patterns) else ""):
        return Signed(outlets=((outlet, part),), is_dated=aged)
    if mark in patterns.agencies or patterns.agency_lines.fullmatch(mark):
        names = (patterns.agencies[found.group()] for found in patterns.agency.finditer(mark))
        return Signed(agencies=tuple(names), is_dated=aged)
    return _read_words(part, mark, aged, patterns)


def _read_words(part: str, mark: str, aged: bool, patterns: Patterns) -> Signed | None:
    """What words say that are no label and no known outlet or agency: a date, a place, people or a role."""
    if patterns.stamp.match(mark):
        return Signed(is_dated=True)
    if credited := _behind_outlet(part, patterns):
        return replace(credited, is_dated=aged)
    if mark in patterns.places:
        return Signed(place=part, is_dated=aged)
    if people := _people(without_agency(part, patterns), patterns):
        return replace(people, is_dated=aged)
    if is_role(part, patterns):
        return Signed(has_role=True, is_dated=aged)
    return Signed(place=part, is_dated=aged) if _may_be_place(part, patterns) else None


def _behind_outlet(part: str, patterns: Patterns) -> Signed | None:
    """The outlet and the author whom nothing parts: "Harbour Gazette Jane ROE"."""
    words = part.split()
    for at in range(len(words) - 2, 0, -1):
        outlet, name = " ".join(words[:at]), " ".join(words[at:])
        known = patterns.outlets.get(signature(outlet)) or (outlet if reads_as_outlet(outlet, patterns) else "")
        if known and reads_as_person(name, patterns):
            return Signed(people=(name,), outlets=((known, outlet),))
    return None


def _without_age(part: str, patterns: Patterns) -> tuple[str, bool]:
    """A part without "2 minutes ago" at its end, glued or not, and whether it had that."""
    found = _FIGURE.search(part)
    aged = found is not None and found.start() > 0 and _says_nothing(signature(found.group()), patterns)
    return (part[: found.start()].strip(SEPARATORS), True) if found and aged else (part, False)


def _says_nothing(mark: str, patterns: Patterns) -> bool:
    labelled = patterns.labels.fullmatch(mark.replace(" ", "")) or patterns.sections.fullmatch(mark)
    other = all(word in patterns.not_names or word in patterns.date_words or word.isdigit() for word in mark.split())
    return bool(labelled) or other or any(patterns.lines.rules_of(mark))


def _as_written(text: str, people: list[str]) -> str:
    """The words from the first name to the last when only small words join them, else the names with commas."""
    start, end = text.find(people[0]), text.rfind(people[-1]) + len(people[-1])
    between = text[start:end]
    for one in people:
        between = between.replace(one, "", 1)
    joined = len(between) <= 5 * len(people) and not re.search(r"[|•/\d]", between)
    return text[start:end] if joined else ", ".join(people)


def _people(credit: tuple[str, str], patterns: Patterns) -> Signed | None:
    """The people of a part, with an agency, a role or a place behind them; None without people."""
    people: list[str] = []
    place, role = "", False
    for piece in filter(None, _LISTED.split(credit[0])):
        bare = without_role(piece, patterns)
        if bare != piece:
            people.append(bare)
            role = True
        elif names := _joined(piece, patterns):
            people += names
        elif not place and (there := _there(piece, patterns)):
            people.append(there[0])
            place = there[1]
        elif people and is_role(piece, patterns):
            role = True
        elif people and not place and _may_be_place(piece, patterns):
            place = piece
        else:
            return None
    agencies = (credit[1],) if credit[1] else ()
    return Signed(tuple(people), "", (), agencies, place, has_role=role) if people else None


def _joined(text: str, patterns: Patterns) -> list[str]:
    """The names that an "and" joins, or the one name."""
    if reads_as_person(text, patterns):
        return [text]
    for joiner in patterns.joiners:
        before, found, after = text.partition(f" {joiner} ")
        if found and reads_as_person(before, patterns) and (rest := _joined(after, patterns)):
            return [before, *rest]
    return []


def _there(text: str, patterns: Patterns) -> tuple[str, str] | None:
    """A person and the place behind a small word: "Jane Roe in Town"."""
    words = text.split()
    for at in range(2, len(words) - 1):
        name, place = " ".join(words[:at]), " ".join(words[at + 1 :])
        if signature(words[at]) not in patterns.connectives or words[at] != words[at].lower():
            continue
        is_place = signature(place) in patterns.places or _may_be_place(place, patterns)
        if is_place and has_given_name(name, patterns) and reads_as_person(name, patterns):
            return name, place
    return None


def without_handle(text: str) -> str:
    """The words without the names of accounts, which often stick to the author's.

    >>> without_handle("Jane Roe@janeroe")
    'Jane Roe'
    """
    return _HANDLE.sub("", text)


def without_rank(text: str) -> str:
    """The name without the shortened title or rank before it; an initial is none.

    >>> without_rank("Staff Sgt. 1st Class Jane Roe"), without_rank("Dr. Jane A. Roe"), without_rank("J. Roe Jr.")
    ('Jane Roe', 'Jane A. Roe', 'J. Roe Jr.')
    """
    words = text.split()
    ranks = [index for index, word in enumerate(words[:-2]) if _RANK.fullmatch(word)]
    start = ranks[-1] + 1 if ranks else 0
    if start and words[start][0].isdigit():
        start += 2
    return " ".join(words[start:]) if len(words) - start >= 2 else text


def without_role(text: str, patterns: Patterns) -> str:
    """The name that a role or a button follows, else the text: "Jane Roe Staff Writer", "Jane RoeFollow"."""
    words = _GLUED.sub(" ", text).split()
    small = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    if (
        small >= 2
        and not is_arabic(text)
        and words[small] not in patterns.joiners
        and reads_as_person(" ".join(words[:small]), patterns)
    ):
        return " ".join(words[:small])
    if len(words) > 2 and not is_arabic(text) and patterns.labels.fullmatch(signature(words[-1])):
        shorter = " ".join(words[:-1])
        return shorter if reads_as_person(shorter, patterns) else text
    if len(words) < 3 or not _is_role_word(words[-1], patterns):
        return text
    for count in range(2, min(5, len(words))):
        name, mark = " ".join(words[:count]), signature(words[count])
        if (mark in patterns.not_names or _is_role_word(words[count], patterns)) and reads_as_person(name, patterns):
            return name
    return text


def _is_role_word(word: str, patterns: Patterns) -> bool:
    mark = signature(word.partition("-")[0])
    return mark in patterns.author_roles or (mark.endswith("s") and mark[:-1] in patterns.author_roles)


def is_role(text: str, patterns: Patterns) -> bool:
    """Tell whether words say what an author is: "Staff Writer", "correspondant à Madrid"."""
    words = text.split()
    mark = signature(text)
    if mark in patterns.author_roles:
        return True
    first, last = signature(words[0]), words[-1]
    return len(words) <= 6 and (first in patterns.author_roles or (_is_role_word(last, patterns) and len(words) > 1))


def _may_be_place(text: str, patterns: Patterns) -> bool:
    words = text.split()
    if signature(text) in patterns.places:
        return True
    if len(words) > 3 or re.search(r"\d", text) or any(_is_no_place(word, patterns) for word in words):
        return False
    return is_arabic(text) or all_capitalised(text)


def _is_no_place(word: str, patterns: Patterns) -> bool:
    mark = signature(word)
    return mark in patterns.connectives or mark in patterns.not_names or _is_role_word(word, patterns)
