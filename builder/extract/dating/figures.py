"""The numbers of a numeric date into the dates that they can be."""

from __future__ import annotations

import re
from contextlib import suppress

from builder import dates
from builder.dates import DateInterval


def numeric_options(first: int, second: int, year: int) -> tuple[DateInterval, ...]:
    """The dates that two numbers and a year can be, the day-first reading in front."""
    options = []
    for number, month in dict.fromkeys([(first, second), (second, first)]):
        with suppress(ValueError):
            options.append(dates.day(year, month, number))
    return tuple(options)


def day_comes_first(text: str) -> bool:
    """Tell whether the other numeric dates of a text can only be read with the day first."""
    pairs = re.findall(r"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-](?:19|20)\d\d", text)
    return any(int(one) > 12 for one, _ in pairs) and not any(int(two) > 12 for _, two in pairs)


def full_year(digits: str) -> int:
    """A year of four figures, or of two in this century."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
