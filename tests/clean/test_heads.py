"""The lines that sites print around an article, and the author, outlet and agency that they give it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from builder.clean import clean
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from builder.models import CleanArticle, RawArticle, Sidecar
from tests.heads import TEXTS

FOLDER = Path(__file__).parents[1] / "cases" / "heads"
PARTS = ("above", "label", "suffix", "below", "opening", "within", "foot")
NOTHING = "none"


def load_cases() -> list[Any]:
    """The cases of all files, each under the lines that are its own; ``known`` says why one fails yet."""
    files = (path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml")))
    cases = (case for file in files for case in yaml.load(file, Loader=yaml.BaseLoader))
    return [pytest.param(case, id=name_of(case), marks=_marks(case)) for case in cases]


def _marks(case: Mapping[str, Any]) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(reason=case["known"], strict=True),) if "known" in case else ()


def name_of(case: Mapping[str, Any]) -> str:
    """The lines of a case that are its own."""
    own = (case[part] for part in PARTS if part in case)
    return " | ".join(line for part in own for line in ([part] if isinstance(part, str) else part))


def read(case: Mapping[str, Any]) -> CleanArticle:
    """The article of a case, cleaned with the shipped outlets."""
    title, first, *text = TEXTS[case["language"]]
    lines = (
        *case.get("above", ()),
        case.get("label", "") + title + case.get("suffix", ""),
        *case.get("below", ()),
        case.get("opening", "") + first,
        *case.get("within", ()),
        *text,
        *case.get("foot", ()),
    )
    raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", lines, Sidecar())
    return clean(raw, load_languages(), shipped_outlets())


@pytest.mark.parametrize("case", load_cases())
def test_the_lines_around_an_article_credit_it(case: Mapping[str, Any]) -> None:
    """Author, outlet and agency are found in every form, and what only looks like one is none."""
    article = read(case)
    assert article.title.value in (TEXTS[case["language"]][0], TEXTS[case["language"]][0] + case.get("suffix", ""))
    for name in ("byline", "outlet", "agency"):
        found = getattr(article, name)
        wanted = case.get(name, NOTHING)
        assert (found.value if found else NOTHING) in ([wanted] if isinstance(wanted, str) else wanted), name


@pytest.mark.parametrize(
    "title",
    [
        "'One team': Soldiers and fishermen train for storms",
        "Soldiers, fishermen share lessons",
        "Partnership in action: Deep Harbor 22 ends",
        "Brigade commander visits Marlow, meets council, fishermen",
    ],
)
@pytest.mark.parametrize("place", ["CAMP MARLOW, UTAH, UNITED STATES", "CAMP MARLOW, Utah"])
def test_the_place_of_a_report_is_not_its_title(place: str, title: str) -> None:
    """Services of armed forces print place, day, author and unit over the title."""
    above = (place, "March 9, 2022", "Story by Sgt. Tamsin Okpara", "12th Coastal Brigade Public Affairs")
    text = ("CAMP MARLOW, Utah – Soldiers and fishermen trained for storms on Tuesday in the harbour of Marlow.",)
    raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", (*above, title, *text, *TEXTS["en"][2:]), Sidecar())
    assert clean(raw, load_languages(), shipped_outlets()).title.value == title
