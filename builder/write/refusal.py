"""A page that a person touched → what is told of it: which lines are the person's, and where they are kept instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from builder.errors import Problem
from builder.stamp import is_stamped

_SHOWN = 3
_LONGEST = 80
_MOST_COMPARED = 4_000_000
_STAMP = re.compile(r"generated: [0-9a-f]{16}")
_PLACES = (
    ("articles/", "the sidecar beside its seed (brief, title, byline, date, drop, keep, notes)"),
    ("topics/", "its topic in dossier.yml (key_points, background, frameworks, disputed, not_known)"),
    ("people/", "knowledge/people.yml"),
    ("organisations/", "knowledge/organisations.yml"),
    ("places/", "knowledge/places.yml"),
    ("", "dossier.yml, or into a page of your own beside it"),
)
"""Where an editor's words belong, by the folder of the page that they were written into."""


def refusal(path: str, current: str, wanted: str) -> Problem:
    """Say why a page is left as it is, which of its lines would be others when generated, and how to keep them."""
    if not is_stamped(current):
        what = "is a hand-written page where a generated one would go, and was left as it is"
        return Problem(f"content/{path}", 0, "", what, "rename it; a page of any other name stays as it is")
    lines = sorted(_differences(_lines(current), _lines(wanted)), key=_mine_first)
    shown = "; ".join(text for _, text in lines[:_SHOWN])
    more = f"; and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    what = f"was edited by hand since it was generated, and was left as it is: {shown}{more}"
    where = next(place for folder, place in _PLACES if path.startswith(folder))
    remedy = f"put what you want to keep into {where}, then delete this page and build again"
    return Problem(f"content/{path}", lines[0][0] if lines else 0, "", what, remedy)


def orphaned(path: str) -> Problem:
    """Say why a page of which nothing is left that it was made of stays, and how to keep it or be rid of it."""
    what = "was edited by hand, and nothing is there any more to generate it from; it was left as it is"
    remedy = "delete it; or, to keep it as a page of your own, take out its line “generated:”"
    return Problem(f"content/{path}", 0, "", what, remedy)


def _mine_first(difference: tuple[int, str]) -> int:
    """What only stands there is a person's, what would be otherwise may be, what would be added is the tool's."""
    text = difference[1]
    return 0 if text.endswith("would not be there") else 2 if text.startswith("before ") else 1


def _lines(page: str) -> list[str]:
    """The lines of a page; its stamp stands for any other."""
    return [_STAMP.sub("generated:", line) for line in page.split("\n")]


def _differences(current: list[str], wanted: list[str]) -> Iterator[tuple[int, str]]:
    """Each stretch of lines that differs: the number of its first line in the page as it is, and what to say of it."""
    before = _alike(current, wanted)
    behind = _alike(current[before:][::-1], wanted[before:][::-1])
    mine, theirs = current[before : len(current) - behind], wanted[before : len(wanted) - behind]
    for kind, begin, stop, first, after in _stretches(mine, theirs):
        if kind == "equal":
            continue
        start, end = before + begin, before + stop
        lines = f"line {start + 1}" if end - start <= 1 else f"lines {start + 1}-{end}"
        have, make = _words(mine[begin:stop]), _words(theirs[first:after])
        if kind == "insert":
            yield start + 1, f"before {lines}, {make} is missing"
        elif kind == "delete":
            yield start + 1, f"{lines}, {have}, would not be there"
        else:
            yield start + 1, f"{lines} would be {make} and not {have}"


def _alike(one: list[str], other: list[str]) -> int:
    """With how many equal lines both begin."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _stretches(one: list[str], other: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of which lines; of very many, for which comparing takes long, all are said to have changed."""
    if len(one) * len(other) > _MOST_COMPARED:
        return [("replace", 0, len(one), 0, len(other))]
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()


def _words(lines: list[str]) -> str:
    """The words of some lines between quotation marks, cut when they are long."""
    text = " ".join(" ".join(lines).split())
    return f"“{text[:_LONGEST]}…”" if len(text) > _LONGEST else f"“{text}”"
