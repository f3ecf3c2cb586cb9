"""Days of the Hijri calendar into intervals of the common one.

The tabular (civil) calendar of 30-year cycles is used, in which the years 2, 5, 7, 10, 13, 16, 18,
21, 24, 26 and 29 are leap years. Months really begin when the moon is seen, which differs between
countries and decades: up to two days before or after the table. So every answer is that much wider.
"""

from __future__ import annotations

from datetime import date, timedelta

from builder.dates import DateInterval, of_days

_EPOCH = date(622, 7, 19).toordinal()
"""1 Muharram 1 in the proleptic Gregorian calendar (16 July 622 in the Julian one)."""

LATEST_HIJRI = 1460
"""Of later years no article speaks in this calendar yet."""

SEEN_APART = timedelta(days=2)
"""How far the month that was seen may lie from the month of the table."""


def hijri_day(year: int, month: int, number: int) -> DateInterval:
    """The days that a Hijri day may be.

    >>> hijri_day(1442, 9, 1).covers(date(2021, 4, 14))
    True
    """
    if not 1 <= number <= 30:
        raise ValueError(f"a Hijri month has no day {number}")
    return _widened(_ordinal(year, month, number), _ordinal(year, month, number))


def hijri_month(year: int, month: int) -> DateInterval:
    """The days from the earliest beginning to the latest end of a Hijri month.

    >>> hijri_month(1442, 9).edtf
    '2021-04-11/2021-05-14'
    """
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    return _widened(_ordinal(year, month, 1), _ordinal(*following, 1) - 1)


def hijri_year(year: int) -> DateInterval:
    """The days from the earliest beginning to the latest end of a Hijri year.

    >>> hijri_year(1442).covers(date(2020, 12, 31))
    True
    """
    return _widened(_ordinal(year, 1, 1), _ordinal(year + 1, 1, 1) - 1)


def _ordinal(year: int, month: int, number: int) -> int:
    days_of_years = (year - 1) * 354 + (3 + 11 * year) // 30
    days_of_months = (month - 1) * 29 + month // 2
    return _EPOCH + days_of_years + days_of_months + number - 1


def _widened(first: int, last: int) -> DateInterval:
    return of_days(date.fromordinal(first) - SEEN_APART, date.fromordinal(last) + SEEN_APART)
