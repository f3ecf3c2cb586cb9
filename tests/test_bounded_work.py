"""Twice as much text takes about twice the time, whatever it is made of: no shape of a text makes a build stand still.

Measured is the processor time of this process, the best of some runs, so that a busy machine does not matter much;
what grows with the square takes four times as long, and the limit lies well between.
"""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest
import yaml

from builder.clean import clean
from builder.config import load_settings
from builder.errors import SeedError
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import RawArticle, Sidecar
from builder.text import LONGEST_SENTENCE, sentences

ROOT = Path(__file__).parents[1]
SHAPES = yaml.safe_load((ROOT / "tests" / "cases" / "shapes.yml").read_text(encoding="utf-8"))
MOST = 3.0
RUNS = 4
GRAIN = 0.03
"""Seconds within which two times are the same."""
TOP = (
    "The harbour of the town is open again",
    "",
    *["The harbour was opened again after two years of work, the town council said in a statement to the press."] * 3,
)


@pytest.fixture(scope="module")
def read():
    """The reader of this repository's dossier, warmed up."""
    settings, languages = load_settings(ROOT), load_languages()
    knowledge = load_knowledge(ROOT, settings)
    vocabulary = prepare(knowledge, settings, languages)

    def reader(lines, above=False):
        whole = (*lines, *TOP) if above else (*TOP, *lines)
        raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", whole, Sidecar())
        try:
            return extract(clean(raw, languages, knowledge.outlets, knowledge.places), vocabulary)
        except SeedError as error:
            return error

    for shape in SHAPES:
        reader(lines_of(shape, 400))
    return reader


def lines_of(shape, letters):
    """So many letters of a shape."""
    if "piece" in shape:
        return [(shape["piece"] * (letters // len(shape["piece"]))) + shape.get("end", "")]
    return [shape["line"].format(i=number) for number in range(letters // len(shape["line"]))]


def seconds(read, lines, start, above=False):
    """The processor time of reading some lines, which no memory of former ones serves."""
    gc.disable()
    try:
        begun = time.process_time()
        read([f"{start} {lines[0]}", *lines[1:]] if len(lines) == 1 else lines, above)
        return time.process_time() - begun
    finally:
        gc.enable()


@pytest.mark.parametrize("shape", SHAPES, ids=[shape["name"] for shape in SHAPES])
def test_twice_the_text_takes_no_four_times_the_time(read, shape):
    """The time of a text is about proportional to its length."""
    once, twice = (lines_of(shape, times * shape["letters"]) for times in (1, 2))
    shortest = longest = float("inf")
    for run in range(RUNS):
        shortest = min(shortest, seconds(read, once, f"Once{run}", shape.get("above", False)))
        longest = min(longest, seconds(read, twice, f"Twice{run}", shape.get("above", False)))
        if longest <= MOST * shortest + GRAIN:
            return
    pytest.fail(f"{shape['name']}: {shortest:.2f} s, twice as much {longest:.2f} s")


def test_a_sentence_without_an_end_is_cut():
    """Its pieces are no longer than the limit, begin and end with words, and nothing of it is lost."""
    text = "The minister of the town said that " * 200
    spans = list(sentences(text))
    assert max(end - start for start, end in spans) <= LONGEST_SENTENCE
    assert text.split() == [word for start, end in spans for word in text[start:end].split()]
    assert [LONGEST_SENTENCE] * 3 == [end - start for start, end in sentences("x" * 3 * LONGEST_SENTENCE)]
