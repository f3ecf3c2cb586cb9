"""``builder/quality.yml``, the floors that the tool's tests hold it to, into rows of tables.

The file is written by the measuring command of the tests, never by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.yamlfile import Problems, Value, read_yaml

EVERY_LANGUAGE = "all"
_FILE = Path(__file__).parents[1] / "quality.yml"
_KINDS = ("people", "organisations", "places", "agreements")
_READ = ("articles", "lines_f1", "title", "language", "dates_f1", "date_wrong", "date_invented")
_NAMED = ("identity", *(f"{kind}_{share}" for kind in _KINDS for share in ("precision", "recall")))


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what the tool says is right, and how much of what there is it says; each from 0 to 1.

    None where it says nothing, or where there is nothing to be said.
    """

    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class NameQuality:
    """What is promised for the names and agreements of one language; ``identity`` is a share from 0 to 1."""

    language: str
    articles: int
    people: Share
    organisations: Share
    places: Share
    identity: float
    agreements: Share


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


@dataclass(frozen=True, slots=True)
class Promises:
    """One row for each language and one for all of each table; ``subject`` is read with a dossier's knowledge."""

    reading: tuple[Quality, ...]
    names: tuple[NameQuality, ...]
    subject: tuple[NameQuality, ...]


def load_quality() -> Promises:
    """What the tool is held to. Raises InputErrors when the file is wrong."""
    problems = Problems()
    root = read_yaml(_FILE, "builder/quality.yml", problems).record(["held_back", "subject"])
    held, subject = (_figures(root[part]) for part in ("held_back", "subject"))
    problems.raise_any()
    return Promises(
        reading=tuple(_reading(language, figures) for language, figures in held.items()),
        names=tuple(_names(language, figures) for language, figures in held.items()),
        subject=tuple(_names(language, figures) for language, figures in subject.items()),
    )


def _figures(part: Value) -> Mapping[str, Mapping[str, float]]:
    names = [*_READ, *_NAMED]
    return {
        language: {name: item.number(0) for name, item in value.record(names).items() if item}
        for language, value in part.fields()
    }


def _reading(language: str, found: Mapping[str, float]) -> Quality:
    return Quality(
        language=language,
        articles=int(found["articles"]),
        lines=found["lines_f1"],
        titles=found["title"],
        languages=found["language"],
        dates=found["dates_f1"],
        misdated=int(found["date_wrong"] + found["date_invented"]),
    )


def _names(language: str, found: Mapping[str, float]) -> NameQuality:
    people, organisations, places, agreements = (
        Share(found.get(f"{kind}_precision"), found.get(f"{kind}_recall")) for kind in _KINDS
    )
    return NameQuality(
        language=language,
        articles=int(found["articles"]),
        people=people,
        organisations=organisations,
        places=places,
        identity=found["identity"],
        agreements=agreements,
    )
