"""Spellings: which of the alternate names of a city are the same name."""

from __future__ import annotations

import pytest

from builder.knowledge.spelling import is_arabic_spelling, is_latin_spelling, same_arabic_name, same_latin_name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marrakesh", "Marrakech"), ("Tétouan", "Tetuan"), ("El Jadida", "Al Jadida"), ("Tangier", "Tanger"),
     ("Skhirate", "Skhirat"), ("Djerba", "Jerba"), ("Oujda", "Oudjda")],
)  # fmt: skip
def test_french_and_english_spellings_of_one_name(one: str, other: str) -> None:
    """The two languages write one sound in different letters."""
    assert same_latin_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rabat", "Rabot"),
        ("Smara", "Asmara"),
        ("Kenitra", "Khenifra"),
        ("Paris", "Parigi"),
        ("Casablanca", "White House"),
    ],
)
def test_other_names_are_other_names(one: str, other: str) -> None:
    """A name of another place or of another language is not taken for a spelling."""
    assert not same_latin_name(one, other)


@pytest.mark.parametrize(
    ("latin", "arabic", "same"),
    [("Settat", "سطات", True), ("Settat", "سلطات", False), ("Larache", "العرائش", True), ("Laayoune", "العيون", True),
     ("Boujniba", "ابي الجعد", False), ("Mohammedia", "الهراويين", False), ("Washington", "واشنطن", True)],
)  # fmt: skip
def test_an_arabic_name_has_the_consonants_of_the_city(latin: str, arabic: str, same: bool) -> None:
    """GeoNames' Arabic names are kept when they sound like the city, not when they are another word."""
    assert same == same_arabic_name(latin, arabic)


def test_letters_of_other_languages_are_refused() -> None:
    """Persian and Urdu letters, codes and small-letter transliterations are no spelling for us."""
    arabic = [name for name in ("مراكش", "مراکش", "ڭلميم", "پاریس") if is_arabic_spelling(name)]
    latin = [name for name in ("Rabat", "RBA", "rabat", "Rabāt", "Fès") if is_latin_spelling(name)]
    assert (["مراكش"], ["Rabat", "Fès"]) == (arabic, latin)
