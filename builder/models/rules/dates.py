"""The words by which a language says dates, beyond the month and day names of Babel's CLDR."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of dates."""

    months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
