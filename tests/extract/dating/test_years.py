"""Days and months without a year into dates, by the day on which their article was published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builder.extract.dating import date_article, find_dates
from tests.extract.dating.build import article_of, load_cases, marked, rules_of

CASES = load_cases("years.yml")


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
