"""The wider gazetteer: sorted, every line a town, and what was written beside GeoNames is in it."""

from __future__ import annotations

from pathlib import Path

import yaml

from builder.knowledge.towns import load_towns
from builder.text import words

BESIDE = Path(__file__).parents[2] / "builder" / "knowledge" / "towns_in_arabic.yml"


def test_the_lines_are_sorted_and_whole():
    """A look-up halves the lines; each has five fields."""
    lines = load_towns(frozenset()).lines
    assert list(lines) == sorted(lines)
    assert {4} == {line.count("\t") for line in lines}


def test_a_spelling_leads_to_its_towns():
    """Folded words lead to all towns that are spelled so, and other words to none."""
    towns = load_towns(frozenset())
    assert {"CG", "ML"} <= {town.country for town in towns.named("kayes")}
    assert () == towns.named("kaye") == towns.named("")


def test_every_arabic_spelling_that_was_written_is_there():
    """Whoever adds one must write the file anew."""
    towns = load_towns(frozenset())
    for country, names in yaml.safe_load(BESIDE.read_text(encoding="utf-8")).items():
        for name, forms in names.items():
            for form in forms:
                found = towns.named(" ".join(word.folded for word in words(form)))
                assert (country, name) in {(town.country, town.name) for town in found}


def test_forms_that_are_mostly_words_are_kept_folded():
    """They are compared with folded words."""
    assert {"mont blanc"} == load_towns({"Mont-Blanc"}).unsure
