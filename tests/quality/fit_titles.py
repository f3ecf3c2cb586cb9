"""Pages of which a person marked the title into ``titles.yml`` of ``builder/clean/doubts/``.

    python -m tests.quality.fit_titles                 prints how often the title is found on pages not fitted on
    python -m tests.quality.fit_titles --write         also writes the weights
    python -m tests.quality.fit_titles --pages FOLDER  also learns from pages that are not in this repository

The weights are those of a conditional logit: among the candidates of a page the marked one is to have the highest sum.
A penalty on their squares keeps them small; they are found by Newton's method, and nothing is drawn at random.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from builder.clean.blocks import Block, read_blocks
from builder.clean.doubts.headlines import WEIGHTS, measure_headline
from builder.clean.glue import without_glued
from builder.clean.page import Page, apply
from builder.clean.patterns import patterns_for
from builder.clean.steps import BEFORE_TITLE
from builder.clean.title import candidates, signature_of
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from tests.quality.pages import Marked, load_pages

PENALTY = 8.0
PARTS = 6
LONG = 25
WORTH = {"other": 0.6}
Numbers = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of a page as rows of signs, and which of them are its title."""

    group: str
    part: int
    names: tuple[str, ...]
    signs: Numbers
    right: Numbers
    texts: tuple[str, ...]
    title: str

    @property
    def worth(self) -> float:
        """How much the page counts."""
        return WORTH.get(self.group, 1.0)


def choices(pages: Sequence[Marked]) -> Iterator[Choice]:
    """The pages with a marked title and at least one candidate."""
    patterns = patterns_for(load_languages(), shipped_outlets(), {})
    for page in pages:
        ruled = apply(without_glued(Page(read_blocks(page.lines), patterns)), BEFORE_TITLE)
        found = candidates(ruled)
        if not page.title or not found.blocks:
            continue
        title = " ".join(page.lines[page.title - 1].split())
        rows = [measure_headline(found, index) for index in range(len(found.blocks))]
        yield Choice(
            page.group,
            zlib.crc32(page.site.encode()) % PARTS,
            tuple(rows[0]),
            np.array([tuple(map(float, row.values())) for row in rows]),
            np.array([float(_is_title(block, signature_of(title))) for block in found.blocks]),
            tuple(block.text for block in found.blocks),
            title,
        )


def _is_title(block: Block, title: str) -> bool:
    one, other = sorted((block.signature, title), key=len)
    return one == other or (len(one) > LONG and other.startswith(one))


def fit(chosen: Sequence[Choice]) -> Numbers:
    """The weight of each sign."""
    everything = np.vstack([one.signs for one in chosen])
    middle, spread = everything.mean(axis=0), everything.std(axis=0) + 1e-6
    found = np.zeros(everything.shape[1])
    for _ in range(60):
        slope, bend = -PENALTY * found, PENALTY * np.eye(len(found))
        for one in chosen:
            if not one.right.any() or len(one.right) < 2:
                continue
            rows = (one.signs - middle) / spread
            odds = np.exp(rows @ found - (rows @ found).max())
            odds /= odds.sum()
            wanted = odds * one.right / (odds @ one.right)
            mean = odds @ rows
            slope += one.worth * rows.T @ (wanted - odds)
            bend += one.worth * (rows.T * odds @ rows - np.outer(mean, mean))
        step = np.linalg.solve(bend, slope)
        step *= min(1.0, 2 / np.abs(step).max())
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return found / spread


def main(arguments: Sequence[str]) -> int:
    """Fit, print, and write when asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.fit_titles", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights")
    parser.add_argument("--show", action="store_true", help="print the titles that are missed")
    parser.add_argument("--pages", type=Path, help="a folder of marked pages beside those of this repository")
    options = parser.parse_args(arguments)
    everything = list(choices(list(load_pages(options.pages))))
    right, total = Counter[str](), Counter[str]()
    for part in range(PARTS):
        weights = fit([one for one in everything if one.part != part])
        for one in (one for one in everything if one.part == part):
            best = int((one.signs @ weights).argmax())
            total[one.group] += 1
            right[one.group] += bool(one.right[best])
            if options.show and not one.right[best]:
                sys.stdout.write(f"[{one.group}] {one.texts[best][:80]!r} for {one.title[:80]!r}\n")
    sys.stdout.writelines(f"{group:>16}  {right[group]} of {total[group]}\n" for group in sorted(total))
    if options.write:
        found = {name: round(float(value), 3) for name, value in zip(everything[0].names, fit(everything), strict=True)}
        head = (
            "# What each sign speaks for a line as the title. `python -m tests.quality.fit_titles --write` wrote it.\n"
        )
        WEIGHTS.write_text(head + yaml.safe_dump(found, sort_keys=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
