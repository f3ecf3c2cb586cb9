"""The lines of a seed → a word to the editor about the controls in them that turn the direction of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates of UAX #9. The plain marks, which Arabic texts are full of, turn nothing."""


def find_turned(lines: Iterable[str]) -> Iterator[str]:
    """One finding, or none: such controls are left out, and words that lean on them may read otherwise.

    >>> list(find_turned(["a", "b \\N{RIGHT-TO-LEFT OVERRIDE}c"]))
    ['line 2 has invisible controls that turn the direction of words; they were left out, so look how it reads now']
    """
    numbers = [number for number, line in enumerate(lines, 1) if _TURNING.search(line)]
    if numbers:
        more = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
        has = "have" if more else "has"
        yield (
            f"line {numbers[0]}{more} {has} invisible controls that turn the direction of words; "
            f"they were left out, so look how {'they read' if more else 'it reads'} now"
        )
