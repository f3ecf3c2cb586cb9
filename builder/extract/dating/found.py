"""What the readers of written dates hand to one another: a date at a span of a flat text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from builder.dates import DateInterval
from builder.extract.dating.folding import Flat
from builder.extract.letters import Letters


@dataclass(frozen=True, slots=True)
class Found:
    """A date at a span; ``options`` are the dates it may be when its order of day and month is open."""

    start: int
    end: int
    when: DateInterval
    options: tuple[DateInterval, ...] = ()
    hijri: bool = False

    def in_original(self, flat: Flat) -> Found:
        """The same date at its span in the original text."""
        start, end = flat.span(self.start, self.end)
        return replace(self, start=start, end=end)


def free_of(found: Iterable[Found], letters: Letters) -> list[Found]:
    """The dates that no other one was read from before; they take their letters all together."""
    free = [one for one in found if letters.are_free(one.start, one.end)]
    for one in free:
        letters.take(one.start, one.end)
    return free
