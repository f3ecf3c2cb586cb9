"""The lines that sites print around an article, and the date that they give it."""

from __future__ import annotations

import pytest

from builder.clean import clean
from builder.extract.dating import date_article, find_dates
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from builder.models import RawArticle, Sidecar
from tests.extract.dating.build import load_cases, marked
from tests.heads import TEXTS
from tests.quality.measure import judge_date


def name_of(case):
    """The lines of a case that are its own."""
    return " | ".join(line for part in ("above", "below", "text", "foot") for line in case.get(part, ()))[:60]


def dated(case):
    """The date of the page of a case, None when nothing bounds it."""
    title, *text = TEXTS[case["language"]]
    lines = (*case.get("above", ()), title, *case.get("below", ()), *case.get("text", text), *case.get("foot", ()))
    languages = load_languages()
    article = clean(RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", lines, Sidecar()), languages, shipped_outlets())
    rules = languages[article.language]
    mentions = [mention for paragraph in article.paragraphs for mention in find_dates(paragraph, rules)]
    dating, _, _ = date_article(article, mentions, (), (), rules)
    return dating.when if dating else None


@pytest.mark.parametrize("case", load_cases("heads.yml"), ids=name_of)
def test_the_lines_around_an_article_date_it(case):
    """A day of publication counts in every form, a day of change bounds; one of a reader, member or right does not."""
    when = dated(case)
    assert case["date"] == (when.edtf if when else "none")


@pytest.mark.parametrize("case", [marked(case, name_of(case)) for case in load_cases("hostile.yml")])
def test_no_day_is_invented(case):
    """What only looks like a day of publication or of news gives none, or a bound that holds the truth."""
    assert judge_date(case["date"], dated(case)) in ("contained", "undated"), dated(case)
