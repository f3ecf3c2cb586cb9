"""The articles that rules may be written from into the weights of ``builder/clean/doubts/weights.yml``.

    python -m tests.quality.fit            prints what the weights do to articles that they were not fitted on
    python -m tests.quality.fit --write    also writes the weights
    python -m tests.quality.fit --show     also prints each line that would be taken or stay wrongly

A block is litter or text as its mark says. Those that a rule takes count little, for it is the others that are
to be judged: they only show what a site's lines are like. The weights are those of a logistic regression with
a penalty on their squares, found by Newton's method; nothing is drawn at random. Ten times a tenth of the
articles is left out of the fit and then judged; the limit is where this loses at most ``MOST_LOST`` of the text.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import yaml

from builder.clean.blocks import read_blocks
from builder.clean.doubts.lineup import line_up
from builder.clean.doubts.signs import measure
from builder.clean.doubts.weighing import WEIGHTS, is_doubtful, take_unlike
from builder.clean.glue import without_glued
from builder.clean.page import Page, apply
from builder.clean.patterns import patterns_for
from builder.clean.steps import AFTER_TITLE, BEFORE_TITLE
from builder.clean.title import with_title
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from tests.clean.cases import load_cases
from tests.quality.corpus import load_half

FOLDERS = ("worked", "subject/worked")
MARKS_OF_TEXT = ("+", "h", "&")
TAKEN_COUNTS = 0.2
PENALTY = 10.0
TENTHS = 10
MOST_LOST = 0.006
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Sample:
    """A block with its signs; ``is_open`` when no rule took it and it is short enough to be weighed."""

    group: str
    article: str
    language: str
    text: str
    is_litter: bool
    is_kept: bool
    is_open: bool
    signs: tuple[float, ...]


def samples() -> tuple[list[str], list[Sample]]:
    """The names of the signs, and all blocks of the worked articles and of the cases but for their titles."""
    found: list[Sample] = []
    names: list[str] = []
    for group, article, language, lines, body in _articles():
        lineup = line_up(_ruled(lines))
        for place, block in enumerate(lineup.blocks):
            if block is lineup.title:
                continue
            signs = measure(lineup, place)
            names = list(signs)
            kept = lineup.kept[place]
            found.append(
                Sample(
                    group,
                    article,
                    language,
                    block.text,
                    block.lines[0] not in body,
                    kept,
                    kept and is_doubtful(lineup, place),
                    tuple(map(float, signs.values())),
                )
            )
    return names, found


def _articles() -> Iterator[tuple[str, str, str, tuple[str, ...], frozenset[int]]]:
    for half in FOLDERS:
        for gold in load_half(half):
            yield half, gold.name, gold.language, gold.lines, gold.body
    for case in load_cases(""):
        yield "cases", case.name, case.expected.get("language", ""), case.lines, frozenset(case.numbers(*MARKS_OF_TEXT))


def _ruled(lines: Iterable[str]) -> Page:
    """A page after every rule but the one that weighs."""
    patterns = patterns_for(load_languages(), shipped_outlets(), {})
    page = with_title(apply(without_glued(Page(read_blocks(lines), patterns)), BEFORE_TITLE))
    return apply(page, [rule for rule in AFTER_TITLE if rule is not take_unlike])


def fit(signs: Numbers, litter: Numbers, counts: Numbers) -> Numbers:
    """The start and the weights, so that their sum is the logarithm of the odds that a block is litter."""
    middle, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-6
    rows = np.column_stack([np.ones(len(signs)), (signs - middle) / spread])
    penalty = PENALTY * np.diag([0.0, *np.ones(signs.shape[1])]) + 1e-6 * np.eye(rows.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        odds = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (counts * (odds - litter)) + penalty @ found
        bend = (rows * (counts * odds * (1 - odds))[:, None]).T @ rows + penalty
        found -= np.linalg.solve(bend, slope)
    weights = found[1:] / spread
    return np.array([found[0] - weights @ middle, *weights])


def judged(everything: Sequence[Sample]) -> Numbers:
    """The sum of each block by weights that were fitted without its article."""
    signs, litter, counts = _arrays(everything)
    tenth = np.array([zlib.crc32(sample.article.encode()) % TENTHS for sample in everything])
    sums = np.zeros(len(everything))
    for one in range(TENTHS):
        out = tenth == one
        found = fit(signs[~out], litter[~out], counts[~out])
        sums[out] = found[0] + signs[out] @ found[1:]
    return sums


def _arrays(everything: Sequence[Sample]) -> tuple[Numbers, Numbers, Numbers]:
    signs = np.array([sample.signs for sample in everything])
    litter = np.array([float(sample.is_litter) for sample in everything])
    counts = np.array([1.0 if sample.is_kept or not sample.is_litter else TAKEN_COUNTS for sample in everything])
    return signs, litter, counts


def limit_of(everything: Sequence[Sample], sums: Numbers) -> float:
    """The lowest sum from which on at most ``MOST_LOST`` of the text that the rules kept is taken."""
    allowed = int(MOST_LOST * sum(sample.is_kept and not sample.is_litter for sample in everything))
    texts = sorted(
        (s for s, one in zip(sums, everything, strict=True) if one.is_open and not one.is_litter), reverse=True
    )
    return round(float(texts[allowed]) + 0.01, 2)


def report(everything: Sequence[Sample], sums: Numbers, limit: float) -> Iterator[str]:
    """What the weights would do to each group of articles: lines with and without them."""
    for group in dict.fromkeys(sample.group for sample in everything):
        rows = [(one, s) for one, s in zip(everything, sums, strict=True) if one.group == group]
        right = sum(one.is_kept and not one.is_litter for one, _ in rows)
        wrong = sum(one.is_kept and one.is_litter for one, _ in rows)
        lost = sum(not one.is_kept and not one.is_litter for one, _ in rows)
        caught = sum(one.is_open and one.is_litter and s >= limit for one, s in rows)
        harmed = sum(one.is_open and not one.is_litter and s >= limit for one, s in rows)
        without = _f1(right, wrong, lost)
        yield f"{group:>18}  without: {without}  with: {_f1(right - harmed, wrong - caught, lost + harmed)}  " + (
            f"litter taken {caught} of {wrong}, text taken {harmed} of {right}"
        )


def _f1(right: int, wrong: int, lost: int) -> str:
    precision, recall = right / (right + wrong), right / (right + lost)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f}"


def _write(names: Sequence[str], found: Numbers, limit: float) -> None:
    head = (
        "# What each sign speaks for: litter above 0, text below it. A block whose sum reaches the limit goes.\n"
        "# Written by `python -m tests.quality.fit --write`, which says how they are fitted.\n"
    )
    told = {"start": round(float(found[0]), 3), "limit": limit}
    signs = {name: round(float(weight), 3) for name, weight in zip(names, found[1:], strict=True)}
    WEIGHTS.write_text(head + yaml.safe_dump({**told, "signs": signs}, sort_keys=False), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.fit", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--show", action="store_true", help="print the lines that are judged wrongly")
    options = parser.parse_args(arguments)
    names, everything = samples()
    sums = judged(everything)
    limit = limit_of(everything, sums)
    sys.stdout.writelines(f"{line}\n" for line in report(everything, sums, limit))
    if options.show:
        for one, total in sorted(zip(everything, sums, strict=True), key=lambda pair: -pair[1]):
            if one.is_open and one.is_litter != (total >= limit):
                sys.stdout.write(
                    f"{total:6.2f} {'stays' if one.is_litter else 'LOST'} [{one.group}] {one.text[:150]}\n"
                )
    if options.write:
        _write(names, fit(*_arrays(everything)), limit)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
