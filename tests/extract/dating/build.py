"""Cases of YAML files into clean articles, known events and offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.dates import parse_edtf
from builder.languages import load_languages
from builder.models import (
    Attribute,
    CleanArticle,
    Clue,
    Evidence,
    KnownEvent,
    LanguageRules,
    Office,
    Paragraph,
    Person,
    RawArticle,
    Sidecar,
    Source,
)

ROOT = Path(__file__).parents[3]
CASES = ROOT / "tests" / "cases" / "dates"


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    cases = yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(cases, list)
    return cases


def rules_of(case: Mapping[str, Any]) -> LanguageRules:
    """The rules of the case's language."""
    return load_languages()[case["language"]]


def paragraphs_of(case: Mapping[str, Any]) -> tuple[Paragraph, ...]:
    """The paragraphs that the case writes out, or the lines of a seed that it names."""
    texts = case.get("paragraphs")
    if texts is None:
        lines = (ROOT / case["seed"]).read_text(encoding="utf-8-sig").splitlines()
        texts = [" ".join(lines[int(number) - 1].split()) for number in case["lines"]]
    return tuple(
        Paragraph(f"p{number}", text, (number,), case["language"]) for number, text in enumerate(texts, start=1)
    )


def article_of(case: Mapping[str, Any]) -> CleanArticle:
    """The clean article of a case."""
    told = case.get("sidecar", {})
    sidecar = Sidecar(
        date=parse_edtf(told["date"]) if "date" in told else None,
        url=told.get("url", ""),
        retrieved=told.get("retrieved", ""),
    )
    clues = tuple(
        Clue(clue["kind"], clue["text"], number) for number, clue in enumerate(case.get("clues", ()), start=1)
    )
    return CleanArticle(
        raw=RawArticle("a", case.get("source", "seeds/a.txt"), "0" * 64, "utf-8", (), sidecar),
        language=case["language"],
        direction=rules_of(case).direction,
        title=Attribute(case.get("title", ""), "seed"),
        byline=None,
        agency=None,
        outlet=None,
        paragraphs=paragraphs_of(case),
        removed=(),
        clues=clues,
        title_lines=(),
    )


def events_of(case: Mapping[str, Any]) -> list[tuple[KnownEvent, Evidence]]:
    """The known events that the case says are spoken of."""
    return [
        (
            KnownEvent(
                id=f"event-{number}",
                names={"en": event["name"]},
                when=parse_edtf(event["when"]),
                cues={},
                implies=event["implies"],
                source=Source("Test almanac"),
                told_by={},
            ),
            _evidence(case, event["cue"]),
        )
        for number, event in enumerate(case.get("events", ()), start=1)
    ]


def offices_of(case: Mapping[str, Any]) -> list[tuple[Person, Office, Evidence]]:
    """The offices that the case says may be meant."""
    answer = []
    for told in case.get("offices", ()):
        source = Source("Test almanac")
        office = Office({"en": told["office"]}, "", parse_edtf(told["held"]), source)
        person = Person(told["person"].lower(), {"en": told["person"]}, (), (), (office,), source)
        answer.append((person, office, _evidence(case, told["cue"])))
    return answer


def _evidence(case: Mapping[str, Any], words: str) -> Evidence:
    for paragraph in paragraphs_of(case):
        start = paragraph.text.find(words)
        if start >= 0:
            return Evidence("a", paragraph.id, start, start + len(words), words)
    raise AssertionError(f"{words!r} stands in no paragraph of {case['id']}")


def marked(case: Mapping[str, Any], name: str) -> Any:
    """A case for pytest; one that is ``known`` to fail must fail."""
    marks = pytest.mark.xfail(reason=case["known"], strict=True) if "known" in case else ()
    return pytest.param(case, id=name, marks=marks)


def names_of(cases: Sequence[Mapping[str, Any]]) -> list[str]:
    """The ids of cases, for pytest."""
    return [case["id"] for case in cases]
