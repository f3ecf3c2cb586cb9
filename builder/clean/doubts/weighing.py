"""The signs of the blocks that no rule took into removals, by weights that were fitted on articles read by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from builder.clean.doubts.lineup import Lineup, line_up
from builder.clean.doubts.signs import measure
from builder.clean.page import Page, Taken
from builder.yamlfile import Problems, read_yaml

WEIGHTS = Path(__file__).with_name("weights.yml")
RULE = "unlike-the-text"
LONGEST = 200
FEWEST = 2
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign weighs, what a block without any weighs, and from which sum on it is taken."""

    signs: Mapping[str, float]
    start: float
    limit: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read ``weights.yml``, once. Raises InputErrors."""
    problems = Problems()
    found = read_yaml(WEIGHTS, WEIGHTS.name, problems).record(["start", "limit", "signs"])
    signs = {name: value.number(0) for name, value in found["signs"].fields()}
    read = Weights(signs, found["start"].number(0), found["limit"].number(0))
    problems.raise_any()
    return read


def take_unlike(page: Page) -> Iterator[Taken]:
    """Take short blocks that more signs speak against than for; the rule names the strongest against.

    Refuses to where less than two other paragraphs stand, for then nothing shows what the text is like.
    """
    if all(block is page.title or len(block.text) > LONGEST for block in page.blocks):
        return
    lineup, known = line_up(page), weights()
    for place, block in enumerate(lineup.blocks):
        if lineup.kept[place] and block is not page.title and is_doubtful(lineup, place):
            weighed = {name: known.signs.get(name, 0) * sign for name, sign in measure(lineup, place).items()}
            if known.start + sum(weighed.values()) >= known.limit:
                yield Taken(block, f"{RULE}: {', '.join(_strongest(weighed))}")


def is_doubtful(lineup: Lineup, place: int) -> bool:
    """Tell whether a block may be weighed at all; a long one is text when no rule says otherwise."""
    others = lineup.paragraphs[-1] - lineup.prose[place]
    return len(lineup.blocks[place].text) <= LONGEST and others >= FEWEST


def _strongest(weighed: Mapping[str, float]) -> list[str]:
    against = [name for name in weighed if weighed[name] > 0]
    return sorted(against, key=lambda name: -weighed[name])[:SHOWN]
