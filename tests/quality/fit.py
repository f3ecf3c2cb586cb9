"""Pages read by a person into ``weights.yml`` and ``words.yml`` of ``builder/clean/doubts/``.

    python -m tests.quality.fit                 prints what the weights do to pages that they were not fitted on
    python -m tests.quality.fit --write         also writes the weights
    python -m tests.quality.fit --show          also prints each line that would be taken or stay wrongly
    python -m tests.quality.fit --pages FOLDER  also learns from pages that are not in this repository

A block is litter or text as its mark says. The weights are those of logistic regressions with a penalty on their
squares, found by Newton's method; nothing is drawn at random. Eight times an eighth of the pages is left out, for the
words, for the first judgement and for the second one, which has the signs of the first beside what it said of the
neighbors, and then judged: so no figure that is printed, and nothing that
the second judgement is fitted on, comes from a page that had a say in it. ``public_pages.py`` makes pages for
``--pages``.
"""

from __future__ import annotations

import argparse
import math
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from builder.clean.blocks import read_blocks
from builder.clean.doubts.around import measure_around
from builder.clean.doubts.lineup import Lineup, line_up
from builder.clean.doubts.signs import measure
from builder.clean.doubts.weighing import WEIGHTS, is_weighed, unweighed
from builder.clean.doubts.words import WORDS, cues, measure_words
from builder.clean.glue import without_glued
from builder.clean.page import Page, apply
from builder.clean.patterns import patterns_for
from builder.clean.steps import AFTER_TITLE, BEFORE_TITLE
from builder.clean.title import with_title
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from tests.quality.pages import Marked, load_pages

PENALTY = 0.3
PARTS = 8
LIMITS = {"take": 0.4, "take_paragraph": 0.9, "give_back": -0.2}
FEWEST_PAGES = 4
FEWEST_OWN_PAGES = 3
LEAST_TELLING = 1.2
USUAL_LINES = 30
WORTH = {"cases": 8.0, "other": 0.5}
"""A case is short and has to come out exactly; of a public page not every mark is right."""
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Read:
    """A marked page after the rules; ``litter`` says of each block but the title what it is."""

    page: Marked
    part: int
    lineup: Lineup
    litter: Mapping[int, bool]
    weighed: Mapping[int, Mapping[str, float]]
    cues: Mapping[int, frozenset[str]]
    count: float

    def is_out(self, part: int) -> bool:
        """Tell whether the page belongs to the part that is left out."""
        return self.part == part


def read(page: Marked) -> Read:
    """A page as it is when the rules are through with it."""
    patterns = patterns_for(load_languages(), shipped_outlets(), {})
    ruled = with_title(apply(without_glued(Page(read_blocks(page.lines), patterns)), BEFORE_TITLE))
    lineup = line_up(apply(ruled, AFTER_TITLE))
    litter = {
        place: block.lines[0] not in page.body for place, block in enumerate(lineup.blocks) if block is not lineup.title
    }
    weighed = {place: measure(lineup, place) for place in litter if is_weighed(lineup, place)}
    words = {place: cues(lineup.blocks[place].signature.split()) for place in litter}
    count = min(1, USUAL_LINES / max(len(litter), 1)) * WORTH.get(page.group, 1)
    return Read(page, zlib.crc32(page.site.encode()) % PARTS, lineup, litter, weighed, words, count)


def learn_words(pages: Sequence[Read]) -> dict[str, int]:
    """For each word that tells, ten times the logarithm of the pages with it in litter over those with it in text.

    Only words that stand in several pages of our own: a public page's subject is not to be learned.
    """
    litter, text, own = (Counter[str]() for _ in range(3))
    for one in pages:
        sides: dict[bool, set[str]] = {True: set(), False: set()}
        for place, is_litter in one.litter.items():
            sides[is_litter] |= one.cues[place]
        litter.update(sides[True])
        text.update(sides[False])
        if one.page.group != "other":
            own.update(sides[True] | sides[False])
    found = {
        cue: math.log((litter[cue] + 0.5) / (text[cue] + 0.5))
        for cue, count in own.items()
        if count >= FEWEST_OWN_PAGES and litter[cue] + text[cue] >= FEWEST_PAGES
    }
    return {cue: round(10 * told) for cue, told in sorted(found.items()) if abs(told) >= LEAST_TELLING}


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights by the names of their signs."""

    start: float
    signs: Mapping[str, float]

    def of(self, measured: Mapping[str, float]) -> float:
        """The sum, within the bounds of the builder's own."""
        return float(np.clip(self.start + sum(self.signs[name] * value for name, value in measured.items()), -8, 8))


def fit(signs: Numbers, litter: Numbers, counts: Numbers) -> Numbers:
    """The start and the weights, so that their sum is the logarithm of the odds that a block is litter."""
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
    rows = np.column_stack([np.ones(len(signs)), (signs - middle) / spread])
    penalty = PENALTY * np.diag([0.0, *np.ones(signs.shape[1])]) + 1e-6 * np.eye(rows.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        odds = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (counts * (odds - litter)) + penalty @ found
        bend = (rows * (counts * odds * (1 - odds))[:, None]).T @ rows + penalty
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    weights = found[1:] / spread
    return np.array([found[0] - weights @ middle, *weights])


Measured = Callable[[Read, int], Mapping[str, float]]


def fitted(pages: Sequence[Read], measured: Measured) -> Fitted:
    """The weights by what is measured of the blocks of some pages."""
    rows = [(one, place, measured(one, place)) for one in pages for place in one.weighed]
    found = fit(
        np.array([tuple(map(float, signs.values())) for _, _, signs in rows]),
        np.array([float(one.litter[place]) for one, place, _ in rows]),
        np.array([one.count for one, _, _ in rows]),
    )
    return Fitted(float(found[0]), dict(zip(rows[0][2], map(float, found[1:]), strict=True)))


def with_words(words: Mapping[str, int]) -> Measured:
    """What is measured of a block by itself, with the words that were learned from other pages."""

    def measured(one: Read, place: int) -> Mapping[str, float]:
        told = measure_words(one.lineup.blocks[place].signature.split(), words)
        return {**one.weighed[place], **told}

    return measured


def judged(one: Read, alone: Fitted, measured: Measured) -> list[float]:
    """The first judgement of each block of a page."""
    return [
        alone.of(measured(one, place)) if place in one.weighed else unweighed(one.lineup, place)
        for place in range(len(one.lineup.blocks))
    ]


def around(first: Mapping[int, Sequence[float]], measured: Measured) -> Measured:
    """What is measured of a block by itself and by the first judgement of its page."""
    return lambda one, place: {**measured(one, place), **measure_around(first[id(one)], place)}


def judge_unseen(pages: Sequence[Read]) -> tuple[dict[int, list[float]], dict[int, dict[int, float]]]:
    """The first and the second judgement of every page by weights that were fitted without it."""
    first: dict[int, list[float]] = {}
    parts = [[one for one in pages if not one.is_out(part)] for part in range(PARTS)]
    measured = [with_words(learn_words(others)) for others in parts]
    for part, others in enumerate(parts):
        alone = fitted(others, measured[part])
        first |= {id(one): judged(one, alone, measured[part]) for one in pages if one.is_out(part)}
    second: dict[int, dict[int, float]] = {}
    for part, others in enumerate(parts):
        all_signs = around(first, measured[part])
        beside = fitted(others, all_signs)
        for one in (one for one in pages if one.is_out(part)):
            second[id(one)] = {place: beside.of(all_signs(one, place)) for place in one.weighed}
    return first, second


def stays(one: Read, second: Mapping[int, float], place: int) -> bool:
    """Tell whether a block is text after the judgement."""
    if place not in second:
        return one.lineup.kept[place]
    if not one.lineup.kept[place]:
        return second[place] < LIMITS["give_back"]
    return second[place] < LIMITS["take_paragraph" if one.lineup.prose[place] else "take"]


def report(pages: Iterable[Read], second: Mapping[int, Mapping[int, float]]) -> Iterator[str]:
    """What the judgement does to each group of pages: their lines by the rules alone and with it."""
    groups: dict[str, list[Read]] = defaultdict(list)
    for one in pages:
        groups[one.page.group if one.page.group in WORTH else f"{one.page.group} {one.page.language}"].append(one)
    for group, members in sorted(groups.items()):
        ruled = _tally(members, lambda one, place: one.lineup.kept[place])
        weighed = _tally(members, lambda one, place: stays(one, second[id(one)], place))
        yield f"{group:>16}  {len(members):>4} pages  by rules: {ruled}  judged: {weighed}"


def _tally(pages: Iterable[Read], is_text: Callable[[Read, int], bool]) -> str:
    right = wrong = lost = 0
    for one in pages:
        text = {line for place in one.litter if is_text(one, place) for line in one.lineup.blocks[place].lines}
        right, wrong, lost = (
            right + len(text & one.page.body),
            wrong + len(text - one.page.body),
            lost + len(one.page.body - text),
        )
    precision, recall = right / (right + wrong), right / (right + lost)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f} ({wrong}/{lost})"


def _mistakes(pages: Iterable[Read], second: Mapping[int, Mapping[int, float]]) -> Iterator[str]:
    for one in pages:
        for place, total in second[id(one)].items():
            if stays(one, second[id(one)], place) == one.litter[place]:
                verdict, rule = "stays" if one.litter[place] else "LOST", one.lineup.rules[place]
                text = one.lineup.blocks[place].text[:150]
                yield f"{total:6.2f} {verdict} [{one.page.group} {one.page.language}] ({rule}) {text}"


def _write(pages: Sequence[Read], first: Mapping[int, Sequence[float]]) -> None:
    words = learn_words(pages)
    measured = with_words(words)
    alone, beside = fitted(pages, measured), fitted(pages, around(first, measured))
    head = (
        "# What each sign speaks for: litter above 0, text below it; first by itself, then beside its neighbors.\n"
        "# Written by `python -m tests.quality.fit --write`, which says how they are fitted.\n"
    )
    told = {**LIMITS, "alone": _rounded(alone), "around": _rounded(beside)}
    WEIGHTS.write_text(head + yaml.safe_dump(told, sort_keys=False), encoding="utf-8")
    head = "# How much more often a word stood in litter than in text, in tenths. Written by the same command.\n"
    WORDS.write_text(head + yaml.safe_dump(words, allow_unicode=True), encoding="utf-8")


def _rounded(found: Fitted) -> dict[str, Any]:
    return {
        "start": round(found.start, 3),
        "signs": {name: round(weight, 3) for name, weight in found.signs.items()},
    }


def main(arguments: Sequence[str]) -> int:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--show", action="store_true", help="print the lines that are judged wrongly")
    parser.add_argument("--pages", type=Path, help="a folder of marked pages beside those of this repository")
    options = parser.parse_args(arguments)
    pages = [read(page) for page in load_pages(options.pages)]
    first, second = judge_unseen(pages)
    sys.stdout.writelines(f"{line}\n" for line in report(pages, second))
    if options.show:
        sys.stdout.writelines(f"{line}\n" for line in sorted(_mistakes(pages, second)))
    if options.write:
        _write(pages, first)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
