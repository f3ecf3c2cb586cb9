"""The cases of ``tests/cases/clean`` as seeds and what must come out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from builder.clean import clean
from builder.languages import load_languages
from builder.models import CleanArticle, Outlet, RawArticle, Sidecar, Source

FOLDER = Path(__file__).parent.parent / "cases" / "clean"
NOWHERE = Source("made for the tests")
OUTLETS = {
    "express-tv": Outlet("express-tv", {"en": "Express TV", "ar": "إكسبريس تيفي"}, (), "outlet", (), NOWHERE),
    "goud": Outlet("goud", {"en": "Goud", "ar": "كود"}, (), "outlet", ("goud.ma",), NOWHERE),
    "map": Outlet("map", {"en": "MAP", "ar": "و م ع"}, ("Maghreb Arabe Presse",), "agency", (), NOWHERE),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One case: the seed's lines without their marks, and the marks."""

    name: str
    kind: str
    file: str
    lines: tuple[str, ...]
    marks: tuple[str, ...]
    expected: dict[str, Any]

    def numbers(self, *marks: str) -> list[int]:
        """The 1-based numbers of the lines with one of the marks."""
        return [number for number, mark in enumerate(self.marks, 1) if mark in marks]


def load_cases(prefix: str) -> Iterator[Case]:
    """Every case of the files whose name begins with ``prefix``."""
    for path in sorted(FOLDER.glob(f"{prefix}*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            rows = [marked_line(line) for line in case["seed"].splitlines()]
            marks, lines = zip(*rows, strict=True)
            yield Case(case["name"], case["kind"], path.name, lines, marks, case)


def marked_line(line: str) -> tuple[str, str]:
    mark, _, text = line.partition(" ")
    if line.strip() and mark not in ("T", "T2", "+", "h", "&", "-"):
        raise ValueError(f"no mark before {line!r}")
    return mark, text


def read(lines: tuple[str, ...] | list[str], name: str = "case", sidecar: Sidecar | None = None) -> CleanArticle:
    """Clean some lines with the rules of all languages."""
    raw = RawArticle(name, f"seeds/{name}.txt", "0" * 64, "utf-8", tuple(lines), sidecar or Sidecar())
    return clean(raw, load_languages(), OUTLETS)
