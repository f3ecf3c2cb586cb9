"""Glyphs at their places into rows and paragraphs: spaces, vowel marks, columns, indents, page breaks."""

from __future__ import annotations

from builder.read.layout import paragraphs_of
from builder.read.rows import Glyph, rows_of

SIZE = 10.0
WIDTH = 5.0


def typeset(lines, x=50.0, y=700.0, leading=12.0):
    """Glyphs of equal width for lines of text, the first at ``x`` and ``y``; a space is not painted."""
    return [
        Glyph(char, x + WIDTH * place, x + WIDTH * (place + 1), y - leading * number, SIZE)
        for number, line in enumerate(lines)
        for place, char in enumerate(line)
        if char != " "
    ]


def read(*pages):
    return paragraphs_of([rows_of(page) for page in pages])


def test_a_gap_is_a_space_and_rows_of_a_paragraph_are_joined():
    """Words are parted where nothing is painted, and rows where the next word would not have fitted end nothing."""
    assert ("one two three four five six seven end.",) == read(typeset(["one two three four", "five six seven end."]))


def test_a_short_row_an_indent_and_a_wider_gap_end_a_paragraph():
    """Each of the three ways to show a paragraph is seen."""
    assert ("it was short.", "Then a much longer row came here.") == read(
        typeset(["it was short.", "Then a much longer row", "came here."])
    )
    assert ("rows of the same length one", "and an indented row follows it") == read(
        typeset(["rows of the same", "length one", "  and an indented row", "follows it"])
    )
    apart = typeset(["a full row of text in it", "another row just as full"]) + typeset(
        ["a row that stands alone."], y=660
    )
    assert ("a full row of text in it another row just as full", "a row that stands alone.") == read(apart)


def test_columns_are_read_one_after_the_other_and_a_headline_before_both():
    """A narrow stripe that stays blank parts columns, and a paragraph goes on at the head of the next."""
    left = [
        "this column is on the left",
        "and its rows are all full of",
        "words that go on and on and",
        "on until the column ends so",
    ]
    right = [
        "that they go on over here",
        "until they come to a stop.",
        "  A new one begins in here",
        "and is the last of the text.",
    ]
    page = (
        typeset(left)
        + typeset(right, x=50 + WIDTH * 30)
        + typeset(["A headline that is as wide as both columns are together"], y=740)
    )
    assert read(page) == (
        "A headline that is as wide as both columns are together",
        " ".join(left + right[:2]),
        " ".join(right[2:]).strip(),
    )


def test_a_paragraph_goes_on_over_a_page_break_unless_it_had_ended():
    """Only a full last row without a stop is continued on the next page."""
    open_end = ["rows that fill the page up", "to its lower edge and then"]
    assert ("rows that fill the page up to its lower edge and then go on here.",) == read(
        typeset(open_end, y=100), typeset(["go on here."])
    )
    assert ("rows that fill the page up to its lower edge, then stop.", "Go on here.") == read(
        typeset(["rows that fill the page up", "to its lower edge, then stop."], y=100), typeset(["Go on here."])
    )


def test_a_word_cut_at_the_end_of_a_row_keeps_its_hyphen_and_gets_no_space():
    """Whether the hyphen belongs to the word nobody can tell, so it stays."""
    assert ("the print is divi-ded in two",) == read(typeset(["the print is divi-", "ded in two"]))


def test_vowel_marks_stay_with_their_letters_and_bold_letters_are_read_once():
    """A mark painted over a letter comes after it, and a sign painted twice for weight is one sign."""
    word = [Glyph("د", 50, 55, 700, SIZE), Glyph("ي", 55, 60, 700, SIZE), Glyph("ب", 60, 65, 700, SIZE)]
    marks = [Glyph("\N{ARABIC FATHA}", 62, 63, 700, SIZE), Glyph("\N{ARABIC DAMMA}", 52, 52, 700, SIZE)]
    twice = [Glyph("ب", 60.3, 65.3, 700, SIZE)]
    assert ("ب\N{ARABIC FATHA}يد\N{ARABIC DAMMA}",) == read([*word, *marks, *twice])


def test_a_last_row_of_a_year_and_a_stop_runs_as_its_text_does():
    """The stop after a number that stands alone in the last row of an Arabic paragraph is read after it."""
    rows = ["ةنيدملا يف ديدجلا عورشملا ءاهتنا لبق", " " * 31 + ".2024"]
    assert ("قبل انتهاء المشروع الجديد في المدينة 2024.",) == read(typeset(rows))


def test_brackets_that_open_in_one_row_and_close_in_the_next_tell_how_they_are_recorded():
    """Brackets come out right, recorded as they look or as typed, though each row alone has but one of a pair."""
    rows = ["وقال الوزير في تصريح سابق له على ما (قال", "أمس) حين اتصلنا بهاتفه اليوم بعد الظهر"]
    typed = [row[::-1] for row in rows]
    seen = [row.translate(str.maketrans("()", ")(")) for row in typed]
    assert " ".join(rows) == " ".join(read(typeset(typed)))
    assert " ".join(rows) == " ".join(read(typeset(seen)))
