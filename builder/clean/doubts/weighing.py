"""A page after the rules judged once more, by weights that were fitted on pages that a person read.

Blocks that no rule took and those of rules that go by places and shapes are weighed, first each by itself and then
again beside its neighbors. What more speaks against than for is taken; what more speaks for is given back to the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from builder.clean.doubts.around import SURE, measure_around
from builder.clean.doubts.lineup import Lineup, line_up
from builder.clean.doubts.signs import RULES, measure
from builder.clean.page import Page, Taken, without
from builder.yamlfile import Problems, Value, read_yaml

WEIGHTS = Path(__file__).with_name("weights.yml")
LIMITS = ("take", "take_paragraph", "give_back")
RULE = "unlike-the-text"
LONGEST = 300
FEWEST = 2
SHOWN = 3
UNWEIGHED = 4.0
"""How sure it is that what is not weighed is litter, as a rule said, or text, as it is long and no rule took it."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What each sign weighs, and what a block without any weighs."""

    start: float
    signs: Mapping[str, float]

    def of(self, measured: Mapping[str, float]) -> float:
        """The logarithm of the odds that it is litter, within bounds."""
        total = self.start + sum(self.signs.get(name, 0) * value for name, value in measured.items())
        return max(-SURE, min(SURE, total))


@dataclass(frozen=True, slots=True)
class Weights:
    """The two judgements, and from which sums on a block is taken, a paragraph is, or below which one is given back."""

    alone: Sum
    around: Sum
    take: float
    take_paragraph: float
    give_back: float


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Read ``weights.yml``, once. Raises InputErrors."""
    problems = Problems()
    found = read_yaml(WEIGHTS, WEIGHTS.name, problems).record([*LIMITS, "alone", "around"])
    limits = (found[name].number(0) for name in LIMITS)
    read = Weights(_sum(found["alone"]), _sum(found["around"]), *limits)
    problems.raise_any()
    return read


def _sum(node: Value) -> Sum:
    found = node.record(["start", "signs"])
    return Sum(found["start"].number(0), {name: value.number(0) for name, value in found["signs"].fields()})


def judge(page: Page) -> Page:
    """The page without the blocks that are judged to be litter, and with those that rules took wrongly.

    The rule of a removal names the signs that spoke loudest. Refuses to where less than two paragraphs stand, for then
    nothing shows what the text is like, and to give back what told who made the article.
    """
    lineup, known = line_up(page), weights()
    weighed = [place for place in range(len(lineup.blocks)) if is_weighed(lineup, place)]
    if not weighed:
        return page
    measured = {place: measure(lineup, place) for place in weighed}
    judged = [
        known.alone.of(measured[place]) if place in measured else unweighed(lineup, place)
        for place in range(len(lineup.blocks))
    ]
    odds = {place: known.around.of({**measured[place], **measure_around(judged, place)}) for place in weighed}
    back = {id(lineup.blocks[place]) for place in weighed if not lineup.kept[place] and odds[place] < known.give_back}
    taken = [
        Taken(lineup.blocks[place], f"{RULE}: {', '.join(_strongest(measured[place], known.alone))}")
        for place in weighed
        if lineup.kept[place] and odds[place] >= (known.take_paragraph if lineup.prose[place] else known.take)
    ]
    return _given_back(without(page, tuple(taken)), back)


def is_weighed(lineup: Lineup, place: int) -> bool:
    """Tell whether a block is weighed: not the title, not a long one that no rule took, not what a sure rule took."""
    block = lineup.blocks[place]
    if block is lineup.title or lineup.paragraphs[-1] - lineup.prose[place] < FEWEST:
        return False
    if lineup.kept[place]:
        return len(block.text) <= LONGEST
    return lineup.rules[place] in RULES and place not in lineup.noted


def unweighed(lineup: Lineup, place: int) -> float:
    """The judgement of a block that is not weighed."""
    return -UNWEIGHED if lineup.is_kept(place) else UNWEIGHED


def _strongest(measured: Mapping[str, float], known: Sum) -> list[str]:
    against = {name: known.signs.get(name, 0) * value for name, value in measured.items() if name not in RULES.values()}
    return sorted((name for name in against if against[name] > 0), key=lambda name: -against[name])[:SHOWN]


def _given_back(page: Page, back: Collection[int]) -> Page:
    """The page with some of the taken blocks in their places again."""
    if not back:
        return page
    returned = [one.block for one in page.taken if id(one.block) in back]
    blocks = tuple(sorted([*page.blocks, *returned], key=lambda block: block.lines))
    head = blocks.index(page.body[0]) if page.body else len(blocks)
    return replace(page, blocks=blocks, taken=tuple(one for one in page.taken if id(one.block) not in back), head=head)
