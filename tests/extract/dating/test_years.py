"""Days and months without a year into dates, by the day on which their article was published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builder.extract.dating import date_article, find_dates
from tests.extract.dating.build import article_of, load_cases, marked, rules_of

CASES = load_cases("years.yml")
ARTICLES = load_cases("articles.yml")


def years_in(case: Mapping[str, Any]) -> list[str]:
    """The dates of a case's sentence, which stands alone in an article of a known day."""
    stamp = {"kind": "stamp", "text": case["published"]}
    clean, rules = article_of({**case, "paragraphs": [case["text"]], "clues": [stamp]}), rules_of(case)
    mentions = find_dates(clean.paragraphs[0], rules)
    return [mention.when.edtf for mention in date_article(clean, mentions, (), (), rules)[1]]


@pytest.mark.parametrize("case", [marked(case, case["text"][:40]) for case in CASES])
def test_a_day_gets_the_year_that_its_sentence_means(case: Mapping[str, Any]) -> None:
    """The year is that of publication or the one beside it; a day of every year keeps none."""
    assert case["dates"] == years_in(case)


@pytest.mark.parametrize("case", [marked(case, case["paragraphs"][0][:40]) for case in ARTICLES])
def test_the_days_of_an_article_get_the_years_that_a_reader_gives_them(case: Mapping[str, Any]) -> None:
    """Stamps, weekdays, the past and the announced tell the year together; a day that they leave open has none."""
    clean, rules = article_of(case), rules_of(case)
    mentions = [mention for paragraph in clean.paragraphs for mention in find_dates(paragraph, rules)]
    settled = date_article(clean, mentions, (), (), rules)[1]
    assert case["dates"] == [mention.when.edtf for mention in settled]
