"""``builder/quality.yml``, the floors that the tool's tests hold it to, into rows of a table.

The file is written by the measuring command of the tests, never by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.yamlfile import Problems, Value, read_yaml

EVERY_LANGUAGE = "all"
_FILE = Path(__file__).parents[1] / "quality.yml"


@dataclass(frozen=True, slots=True)
class Quality:
    """What is promised for one language: shares from 0 to 1, and how many articles may be dated wrong."""

    language: str
    articles: int
    lines: float
    titles: float
    languages: float
    dates: float
    misdated: int


def load_quality() -> tuple[Quality, ...]:
    """One row for each language and one for all. Raises InputErrors when the file is wrong."""
    problems = Problems()
    root = read_yaml(_FILE, "builder/quality.yml", problems).record(["held_back"])
    rows = tuple(_row(language, value) for language, value in root["held_back"].fields())
    problems.raise_any()
    return rows


def _row(language: str, value: Value) -> Quality:
    names = ["articles", "lines_f1", "title", "language", "dates_f1", "date_wrong", "date_invented"]
    found = {name: item.number(0) for name, item in value.record(names).items()}
    return Quality(
        language=language,
        articles=int(found["articles"]),
        lines=found["lines_f1"],
        titles=found["title"],
        languages=found["language"],
        dates=found["dates_f1"],
        misdated=int(found["date_wrong"] + found["date_invented"]),
    )
