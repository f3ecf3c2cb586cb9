"""The blocks that are judged once more when the rules are through: what is weighed, and what becomes of it."""

from __future__ import annotations

import numpy as np

from builder.clean.blocks import read_blocks
from builder.clean.doubts.around import measure_around
from builder.clean.doubts.headlines import measure_headline, title_weights
from builder.clean.doubts.lineup import line_up
from builder.clean.doubts.signs import UNSURE, measure
from builder.clean.doubts.weighing import RULE, judge, weights
from builder.clean.doubts.words import measure_words, word_weights
from builder.clean.page import Note, Page, Taken, without
from builder.clean.patterns import patterns_for
from builder.clean.title import candidates, with_title
from builder.languages import load_languages
from tests.clean.cases import OUTLETS, read
from tests.quality.fit import fit

TEXT = (
    "The port's new quay was opened on Monday",
    "The new quay of the port was opened on Monday after two years of work, said the engineers who had built it.",
    "Ships of up to ninety metres can now be unloaded there, twice as long as before, and the fishermen get a hall.",
    "Sign up for our free newsletter and get more stories like this",
    "The hall will be ready before the winter, the town's engineer said, and the old one is to be taken down then.",
)


def page_of(lines):
    """A page with its title."""
    return with_title(Page(read_blocks(lines), patterns_for(load_languages(), OUTLETS, {})))


def test_every_sign_has_a_weight_and_every_weight_a_sign():
    """What is measured is weighed; no weight is left over from a sign that is gone."""
    lineup = line_up(page_of(TEXT))
    assert list(weights().alone.signs) == list(measure(lineup, 1))
    assert list(weights().around.signs) == [*measure(lineup, 1), *measure_around([0.0, 1.0], 1)]
    assert list(title_weights()) == list(measure_headline(candidates(page_of(TEXT)), 0))


def test_every_sign_has_one_scale():
    """Signs can be compared, however long or strange a block is: a judgement's from -1 to 1, all others from 0."""
    lines = (*TEXT, "!", "a" * 900, "12:30 | @port #quay https://example.org " * 20, "؟")
    lineup = line_up(page_of(lines))
    measured = [value for place in range(len(lineup.blocks)) for value in measure(lineup, place).values()]
    found = candidates(page_of(lines))
    measured += [value for place in range(len(found.blocks)) for value in measure_headline(found, place).values()]
    assert [] == [value for value in measured if not 0 <= value <= 1.1]
    around = [value for place in range(3) for value in measure_around([-8.0, 8.0, 8.0], place).values()]
    assert [] == [value for value in around if not -1 <= value <= 1]


def test_words_are_weighed_the_same_in_any_order():
    """Tenths are whole numbers, so that no rounding depends on the order in which a set gives its members."""
    assert all(isinstance(weight, int) for weight in word_weights().values())
    assert measure_words(["never", "seen"], {}) == measure_words([], {})
    assert measure_words(["b", "a"], {"a": 20, "b": -10})["words as in litter"] == 5 / 60


def test_the_rule_names_what_speaks_against_a_line():
    """A line that no rule took goes when more speaks against it, and the removal says what."""
    page = judge(page_of(TEXT))
    (taken,) = page.taken
    assert TEXT[3] == taken.block.text
    assert taken.rule.startswith(f"{RULE}: ")
    assert taken.rule.count(", ") == 2


def test_what_a_rule_took_by_its_place_comes_back_when_all_else_speaks_for_it():
    """A whole sentence between two paragraphs, in the words of the text, is given back in its place."""
    page = page_of(TEXT)
    taken = without(page, (Taken(page.blocks[2], "after-related"),))
    assert TEXT[2] not in [block.text for block in taken.blocks]
    assert list(TEXT[:3]) == [block.text for block in judge(taken).blocks][:3]
    assert page.head == judge(taken).head


def test_what_a_sure_rule_took_or_what_tells_the_author_never_comes_back():
    """A phrase that is known for litter, and what something was learned from, stay out."""
    page = page_of(TEXT)
    for sure in (Taken(page.blocks[2], "newsletter"), Taken(page.blocks[2], UNSURE[0], (Note("byline", "", "", 3),))):
        assert TEXT[2] not in [block.text for block in judge(without(page, (sure,))).blocks]


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
