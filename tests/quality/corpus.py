"""The whole articles of ``tests/quality`` as seeds, with what a reader finds in them.

``held_back/`` was written before the tool was run on it; no rule is written from it. ``worked/``
may be used for rules. How an article is written down: README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
MARKS = ("T", "T2", "+", "h", "&", "-")
NO_DATE = "none"
NAMED = {"people": "person", "organisations": "organisation", "places": "place"}
AGREED = "agreements"
OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Named:
    """One who or that is named, in every spelling of the text; ``id`` when the knowledge must know it."""

    kind: str
    surfaces: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something signed, joined or granted that the text tells of, in a sentence with one of these words.

    ``kind`` is one of the register's, or ``optional`` when it may be read as one or not; ``parties``
    are those that the text names as such, in one of their spellings.
    """

    words: tuple[str, ...]
    kind: str
    date: str
    id: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and what is right about it; where several answers are right, all of them.

    ``dates`` are the words of a date in the text and its EDTF; words in ``optional`` may be read as
    a date or not. ``date`` are the intervals that the text allows for the article, or ``none``. Only
    when ``is_named`` says so has someone written down who and what the article names.
    """

    name: str
    lines: tuple[str, ...]
    body: frozenset[int]
    title: str
    language: str
    byline: tuple[str, ...]
    agency: tuple[str, ...]
    outlet: tuple[str, ...]
    dates: tuple[tuple[str, str], ...]
    optional: tuple[str, ...]
    date: tuple[str, ...]
    names: tuple[Named, ...] = ()
    optional_names: tuple[str, ...] = ()
    agreements: tuple[Agreed, ...] = ()
    is_named: bool = False


def load_half(half: str) -> list[Gold]:
    """The articles of a folder such as ``held_back`` or ``worked``, file by file."""
    return [gold for path in sorted((FOLDER / half).glob("*.yml")) for gold in _load(path)]


def _load(path: Path) -> Iterator[Gold]:
    language = path.stem.split("_")[0]
    for told in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        marks, lines = zip(*map(_marked, told["seed"].splitlines()), strict=True)
        yield Gold(
            name=told["name"],
            lines=lines,
            body=frozenset(number for number, mark in enumerate(marks, 1) if mark in ("+", "h", "&")),
            title=told.get("title") or lines[marks.index("T")],
            language=language,
            byline=_several(told.get("byline")),
            agency=_several(told.get("agency")),
            outlet=_several(told.get("outlet")),
            dates=tuple(_date(words) for words in told["dates"]),
            optional=_several(told.get("optional")),
            date=_several(told["date"]),
            names=tuple(_named(kind, words) for key, kind in NAMED.items() for words in told.get(key, ())),
            optional_names=_several(told.get("optional_names")),
            agreements=tuple(map(_agreed, told.get(AGREED, ()))),
            is_named="people" in told,
        )


def _marked(line: str) -> tuple[str, str]:
    mark, _, text = line.partition(" ")
    if line.strip() and mark not in MARKS:
        raise ValueError(f"no mark before {line!r}")
    return mark, text


def _several(told: Any) -> tuple[str, ...]:
    if told is None:
        return ()
    return (told,) if isinstance(told, str) else tuple(told)


def _named(kind: str, told: str) -> Named:
    """``Jane Roe | Roe = jane-roe``: the spellings, and the id in the knowledge if there is one."""
    words, _, entity = told.partition(" = ")
    return Named(kind, tuple(words.split(" | ")), entity)


def _agreed(told: dict[str, Any]) -> Agreed:
    return Agreed(
        words=tuple(told["words"].split(" | ")),
        kind=told["kind"],
        date=told.get("date", ""),
        id=told.get("id", ""),
        parties=_several(told.get("parties")),
    )


def _date(told: str) -> tuple[str, str]:
    words, _, edtf = told.rpartition(": ")
    return words, edtf
