"""What the blocks around one were judged to be, into signs for a second judgement of it.

A first judgement is the logarithm of the odds that a block is litter. What stands in a box of links is a link, and a
line between two paragraphs that are text is more likely to be text.
"""

from __future__ import annotations

from collections.abc import Sequence

BEYOND = 2.0
"""What stands above the first and below the last block: nothing, as where litter stands."""
REACH = 5
SURE = 8.0


def measure_around(judged: Sequence[float], place: int) -> dict[str, float]:
    """The signs of a place by the first judgement of it and of what is around it, each from -1 to 1."""
    above, below = _at(judged, place - 1), _at(judged, place + 1)
    near = [_at(judged, place + step) for step in range(-REACH, REACH + 1) if step]
    texts_above = sum(one < 0 for one in judged[:place])
    texts_below = sum(one < 0 for one in judged[place + 1 :])
    texts = texts_above + texts_below + (judged[place] < 0)
    return {
        "by itself": judged[place] / SURE,
        "what is above": above / SURE,
        "what is below": below / SURE,
        "what is two above": _at(judged, place - 2) / SURE,
        "what is two below": _at(judged, place + 2) / SURE,
        "what is near": sum(near) / len(near) / SURE,
        "the neighbor that is more like text": min(above, below) / SURE,
        "the neighbor that is more like litter": max(above, below) / SURE,
        "text above": texts_above > 0,
        "text below": texts_below > 0,
        "the share of text above": texts_above / (1 + texts),
    }


def _at(judged: Sequence[float], place: int) -> float:
    return judged[place] if 0 <= place < len(judged) else BEYOND
