"""Nothing vanishes: whatever comes in goes out as text, as the title or as a removal with its rule."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.errors import SeedError
from builder.models import CleanArticle
from builder.text import normalise_line
from tests.clean.cases import Case, load_cases, read

LINES = [line for case in load_cases("") for line in case.lines]


def squeezed(text: str) -> str:
    """A text without its spaces, letters in order, so that pieces can be compared with their line."""
    return "".join(sorted(text.replace(" ", "")))


def assert_conserved(article: CleanArticle) -> None:
    """Every line's letters are in its paragraph, the title and its removals, each once."""
    lines = article.raw.lines
    pieces: dict[int, str] = defaultdict(str)
    for removal in article.removed:
        assert removal.rule
        pieces[removal.line] += removal.text
    for line in article.title_lines:
        taken = len(pieces[line])
        pieces[line] += normalise_line(lines[line - 1])[: len(normalise_line(lines[line - 1])) - taken - bool(taken)]
    for paragraph in article.paragraphs:
        whole = " ".join(normalise_line(lines[line - 1]) for line in paragraph.lines)
        assert paragraph.text in whole
        for line in paragraph.lines:
            if len(paragraph.lines) > 1 or paragraph.text == whole:
                pieces[line] += normalise_line(lines[line - 1])
            else:
                pieces[line] += paragraph.text
    for number, line in enumerate(lines, 1):
        assert squeezed(normalise_line(line)) == squeezed(pieces[number]), (number, line)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in load_cases("")])
def test_case_is_conserved(case: Case):
    """Each case keeps every line."""
    assert_conserved(read(case.lines, case.name))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=90), st.just("")), max_size=24))
def test_any_lines_are_conserved(lines):
    """Lines of the cases in any order, mixed with any characters, are conserved or refused as no article."""
    lines = [line.replace("\n", " ") for line in lines]
    try:
        article = read(lines)
    except SeedError:
        return
    assert_conserved(article)
    assert [f"p{number}" for number in range(1, len(article.paragraphs) + 1)] == [p.id for p in article.paragraphs]
    assert article.title.value


def test_cleaning_again_takes_nothing_more():
    """The text that comes out of cleaning, cleaned once more under its title, stays as it is."""
    for case in load_cases("rules_"):
        first = read(case.lines, case.name)
        lines = [first.title.value, *(paragraph.text for paragraph in first.paragraphs)]
        again = read(lines) if first.title_lines else first
        assert [p.text for p in first.paragraphs] == [p.text for p in again.paragraphs], case.name
