"""The pages that the judgement of doubtful lines is fitted on: their lines, and which of them are text.

Those of ``worked/`` and ``subject/worked/``, of the cases of ``tests/cases/clean``, and of ``marked/``, where nothing
but the lines is marked. A folder of other marked pages, which are not part of the repository, may come to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.clean.cases import load_cases, marked_line
from tests.heads import TEXTS
from tests.quality.corpus import load_half

MARKED = Path(__file__).parent / "marked"
TITLES = Path(__file__).parents[1] / "cases" / "heads" / "titles.yml"
MARKS_OF_TEXT = ("+", "h", "&")


@dataclass(frozen=True, slots=True)
class Marked:
    """A page: ``body`` are the numbers of the lines that are text, ``site`` what its other copies have in common."""

    group: str
    site: str
    language: str
    lines: tuple[str, ...]
    body: frozenset[int]
    title: int
    """The line of the title, 0 when no line is marked as such."""


def load_pages(others: Path | None = None) -> Iterator[Marked]:
    """Every page, in the same order every time."""
    for half in ("worked", "subject/worked"):
        for gold in load_half(half):
            title = gold.lines.index(gold.title) + 1 if gold.title in gold.lines else 0
            yield Marked(half, gold.name, gold.language, gold.lines, gold.body, title)
    for case in load_cases(""):
        yield _marked("cases", case.name, case.expected.get("language", ""), case.lines, case.marks)
    yield from _heads()
    yield from _in_folder("marked", MARKED)
    if others:
        yield from _in_folder("other", others)


def _heads() -> Iterator[Marked]:
    """The cases of what stands around a title; their article is the same one in each language."""
    for case in yaml.load(TITLES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        title, *text = TEXTS[case["language"]]
        above, below = case.get("above", []), case.get("below", [])
        marks = ("-",) * len(above) + ("T",) + ("-",) * len(below) + ("+",) * len(text)
        yield _marked("heads", name_of(case), case["language"], (*above, title, *below, *text), marks)


def name_of(case: dict[str, list[str]]) -> str:
    """The lines of a case that are its own."""
    return " | ".join((*case.get("above", ()), *case.get("below", ())))


def _in_folder(group: str, folder: Path) -> Iterator[Marked]:
    """The pages of each file, which is called ``<language>.yml`` or ``<language>_<more>.yml``."""
    for path in sorted(folder.glob("*.yml")):
        for told in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            marks, lines = zip(*map(marked_line, told["seed"].splitlines()), strict=True)
            yield _marked(group, told.get("site", told["name"]), path.stem.split("_")[0], lines, marks)


def _marked(group: str, site: str, language: str, lines: tuple[str, ...], marks: tuple[str, ...]) -> Marked:
    body = frozenset(number for number, mark in enumerate(marks, 1) if mark in MARKS_OF_TEXT)
    return Marked(group, site, language, lines, body, marks.index("T") + 1 if "T" in marks else 0)
