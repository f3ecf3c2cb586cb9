"""Hijri days as intervals of the common calendar, held against days that newspapers printed together."""

from __future__ import annotations

from datetime import date

import pytest

from builder.extract.dating.hijri import hijri_day, hijri_month, hijri_year


@pytest.mark.parametrize(
    ("year", "month", "number", "common"),
    [
        (1445, 9, 1, date(2024, 3, 12)),
        (1442, 9, 1, date(2021, 4, 14)),
        (1442, 1, 1, date(2020, 8, 21)),
        (1446, 10, 1, date(2025, 3, 31)),
        (1378, 2, 21, date(1958, 9, 6)),
        (1421, 7, 12, date(2000, 10, 9)),
        (1355, 5, 20, date(1936, 8, 7)),
    ],
)
def test_a_hijri_day_covers_the_day_that_was_printed_beside_it(
    year: int, month: int, number: int, common: date
) -> None:
    """Months begin when the moon is seen, so the interval is wide enough for every country's day."""
    assert hijri_day(year, month, number).covers(common)
    assert hijri_month(year, month).covers(common)
    assert hijri_year(year).covers(common)


def test_a_month_has_no_31st_day() -> None:
    """A day that no Hijri month has is refused."""
    with pytest.raises(ValueError, match="31"):
        hijri_day(1442, 9, 31)
