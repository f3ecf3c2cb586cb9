"""The blocks that no rule took: what is weighed, and what is said of it."""

from __future__ import annotations

import numpy as np

from builder.clean.blocks import read_blocks
from builder.clean.doubts.lineup import line_up
from builder.clean.doubts.signs import measure
from builder.clean.doubts.weighing import RULE, weights
from builder.clean.page import Page
from builder.clean.patterns import patterns_for
from builder.languages import load_languages
from tests.clean.cases import OUTLETS, read
from tests.quality.fit import fit

TEXT = (
    "The port's new quay was opened on Monday",
    "The new quay of the port was opened on Monday after two years of work, said the engineers who had built it.",
    "Ships of up to ninety metres can now be unloaded there, twice as long as before, and the fishermen get a hall.",
    "Fancy your own boat? Enter your phone number and we call you back",
    "The hall will be ready before the winter, the town's engineer said, and the old one is to be taken down then.",
)


def test_every_sign_has_a_weight_and_every_weight_a_sign():
    """What is measured is weighed; no weight is left over from a sign that is gone."""
    lineup = line_up(Page(read_blocks(TEXT), patterns_for(load_languages(), OUTLETS, {})))
    assert list(weights().signs) == list(measure(lineup, 1))


def test_every_sign_is_from_nought_to_one():
    """Signs have one scale, so that weights can be compared, however long or strange a block is."""
    lines = (*TEXT, "!", "a" * 900, "12:30 | @port #quay https://example.org " * 20, "؟")
    lineup = line_up(Page(read_blocks(lines), patterns_for(load_languages(), OUTLETS, {})))
    measured = [value for place in range(len(lineup.blocks)) for value in measure(lineup, place).values()]
    assert [] == [value for value in measured if not 0 <= value <= 1.1]


def test_the_rule_names_what_speaks_against_a_line():
    """A line that asks its reader for something goes, though no phrase is known of it, and the rule says why."""
    removed = {removal.line: removal.rule for removal in read(TEXT).removed}
    assert [4] == list(removed)
    assert removed[4].startswith(f"{RULE}: ")
    assert "speaks to its reader" in removed[4]


def test_nothing_is_weighed_on_a_page_of_one_paragraph():
    """Where only one paragraph stands nothing shows what the text is like."""
    assert () == tuple(removal for removal in read(TEXT[:2] + TEXT[3:4]).removed if removal.rule.startswith(RULE))


def test_a_fit_finds_what_parts_litter_from_text():
    """A sign that only litter has speaks for litter, one that both have for nothing, and every fit is the same."""
    signs = np.array([[1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.0, 0.0]] * 10)
    litter = np.array([1.0, 1.0, 0.0, 0.0] * 10)
    found = fit(signs, litter, np.ones(40))
    assert found[1] > 1 > abs(found[2])
    assert found.tolist() == fit(signs, litter, np.ones(40)).tolist()
