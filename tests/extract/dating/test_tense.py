"""What the words around a date say of it: past, still to come, or neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from builder.extract.dating.explicit import read_dates
from builder.extract.dating.tense import read_tense
from tests.extract.dating.build import load_cases, rules_of

CASES = load_cases("tenses.yml")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_tells_the_tense_of_its_date(case: Mapping[str, Any]) -> None:
    """A future or a past needs a word that says so; plans that were made and purposes are neither."""
    rules = rules_of(case)
    (found,) = read_dates(case["text"], rules.dates)
    tense = read_tense(case["text"], found.start, found.end, rules.dates, rules.abbreviations)
    told = [tense.direction, "close" if tense.close else "", "firm" if tense.close and tense.firm else ""]
    assert case["tense"] == " ".join(filter(None, told))
