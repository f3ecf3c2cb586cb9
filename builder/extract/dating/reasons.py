"""The nouns of the solver: a reason bounds the day of publication, the day reported, or both."""

from __future__ import annotations

from dataclasses import dataclass

from builder.dates import DateInterval
from builder.extract.dating.days import EVER, Days
from builder.models import DatingStep

RANKS = (
    "sidecar",
    "stamp",
    "updated",
    "url",
    "masthead",
    "explicit",
    "event",
    "office",
    "picture-name",
    "file-name",
)
"""From the strongest reason to the weakest: of two that disagree the weaker is left aside."""

SETTLING = ("sidecar", "stamp", "url")
"""Reasons that say the day of publication itself."""

BOUNDING = ("updated", "masthead")
"""Reasons that say by when the page was there."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Days on which the article can have been published, days on which what it reports can have been.

    ``bounds`` are the dates that the reason speaks of, so that an answer ends as exactly as they do.
    """

    rank: str
    step: DatingStep
    published: Days = EVER
    reported: Days = EVER
    bounds: tuple[DateInterval, ...] = ()

    @property
    def strength(self) -> int:
        """The place in RANKS; the smaller the stronger."""
        return RANKS.index(self.rank)
