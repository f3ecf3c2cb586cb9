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


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and what is right about it; where several answers are right, all of them.

    ``dates`` are the words of a date in the text and its EDTF; words in ``optional`` may be read as
    a date or not. ``date`` are the intervals that the text allows for the article, or ``none``.
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


def load_half(half: str) -> list[Gold]:
    """The articles of ``held_back`` or ``worked``, file by file."""
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


def _date(told: str) -> tuple[str, str]:
    words, _, edtf = told.rpartition(": ")
    return words, edtf
