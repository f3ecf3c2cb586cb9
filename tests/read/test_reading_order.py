"""Glyphs from left to right into the order of reading; each case is written as it looks, glyph by glyph."""

from __future__ import annotations

import pytest

from builder.read.reading_order import in_reading_order


def seen(*words):
    """The glyphs of words as they stand from left to right: letters of an Arabic word are reversed."""
    return [char for word in words for char in (reversed(word) if "\u0600" < word[:1] < "\u0660" else word)]


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        (seen("،", "2023", " ", "فبراير", " ", "21"), "21 فبراير 2023،"),
        (seen("%", "40.5", " ", "لنحو"), "لنحو 40.5%"),
        (seen("2026", "-", "2024", " ", "الفترة"), "الفترة 2024-2026"),
        (seen("19/05/2022", " ", "في"), "في 19/05/2022"),
        (seen(".", "٢٠٣٠", " ", "غاية"), "غاية ٢٠٣٠."),
        (seen("الإيطالية", " ", "Blue Cable Holding", " ", "شركة"), "شركة Blue Cable Holding الإيطالية"),
        (seen("طائرة", " ", "Boeing 737"), "Boeing 737 طائرة"),
        (seen("طائرة", " ", "F-16"), "F-16 طائرة"),
        (seen("2024", " ", "سنة", " ", "24", " ", "ساعة"), "ساعة 24 سنة 2024"),
        (["لا", "و"], "ولا"),
    ],
)
def test_lines_that_run_from_the_right(glyphs, text):
    """Numbers and Latin words stay as they are, the rest is reversed, a ligature's letters keep their order."""
    assert text == in_reading_order(glyphs, from_right=True)


@pytest.mark.parametrize(("mirrored", "glyphs"), [(True, seen("(", "وات", ")")), (False, seen(")", "وات", "("))])
def test_brackets_are_recorded_as_they_look_or_as_they_were_typed(mirrored, glyphs):
    """Both kinds of record give the same text."""
    assert "(وات)" == in_reading_order(glyphs, from_right=True, mirrored=mirrored)


def test_arabic_words_in_a_line_that_runs_from_the_left():
    """Only the Arabic words are turned back."""
    assert "le mot كلمة طيبة se dit" == in_reading_order(
        seen("le mot ", "طيبة", " ", "كلمة", " se dit"), from_right=False
    )
