"""Names in a column, joined by arcs: the thicker the nearer. The order of the names keeps the arcs short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.render.markdown import Markdown, block, bullets, element, join, link, paragraph
from builder.render.pictures.svg import group, shape

_ROW, _REACH = 24, 150
"""The height of a name and the width of the longest arc, in pixels; the style sheet has them too."""
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Arc:
    """What joins two names: what it says, whether they stand very near, and the page and anchor that shows it."""

    one: str
    other: str
    told: str
    is_near: bool
    way: tuple[str, str] | None


def arcs(names: Mapping[str, Markdown], joined: Sequence[Arc], what: str, here: str) -> Markdown:
    """The picture. ``names`` are finished, by what the arcs call them."""
    order = _ordered(list(names), joined)
    rows = {name: row for row, name in enumerate(order)}
    longest = max(abs(rows[arc.one] - rows[arc.other]) for arc in joined)
    # Those that say more are drawn last, over the others.
    drawn = [_arc(arc, rows, longest, here) for arc in sorted(joined, key=lambda arc: arc.is_near)]
    size = {"width": str(_REACH), "height": str(_ROW * len(order))}
    picture = group("svg", drawn, class_="arcs", role="group", aria_label=what, **size)
    return block("div", [bullets(names[name] for name in order), paragraph(picture)], class_="joined")


def _arc(arc: Arc, rows: Mapping[str, int], longest: int, here: str) -> Markdown:
    upper, lower = sorted((rows[arc.one], rows[arc.other]))
    top, bottom = (upper + 0.5) * _ROW, (lower + 0.5) * _ROW
    reach = 14 + (_REACH - 18) * ((lower - upper) / longest) ** 0.8
    path = f"M2 {top:g}A{reach:.0f} {(bottom - top) / 2:g} 0 0 1 2 {bottom:g}"
    parts = join("", [element("title", arc.told), shape("path", class_="near" if arc.is_near else "", d=path)])
    if arc.way is None:
        return group("g", [parts])
    return link(parts, arc.way[0], here, arc.way[1])


def _ordered(names: Sequence[str], joined: Sequence[Arc]) -> list[str]:
    """Names in an order in which those that are joined stand near each other, always the same one.

    From the order of their ids each name in turn moves to where it makes all arcs shortest, until none moves.
    """
    order = sorted(names)
    for _ in range(_ROUNDS):
        before = order
        for name in sorted(names):
            others = [other for other in order if other != name]
            orders = [[*others[:row], name, *others[row:]] for row in range(len(order))]
            order = min([order, *orders], key=lambda tried: _length(tried, joined))
        if order == before:
            break
    return order


def _length(order: Sequence[str], joined: Sequence[Arc]) -> int:
    rows = {name: row for row, name in enumerate(order)}
    return sum(abs(rows[arc.one] - rows[arc.other]) * (3 if arc.is_near else 1) for arc in joined)
