"""Dates as intervals of days, written in EDTF (ISO 8601-2:2019, levels 0 and 1).

A date that is not settled is an interval, never a guess: an end may be open, a decade is ``195X``,
a day whose year is unknown is ``XXXX-09-27``, and ``~`` says approximate.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class DateInterval:
    """The days from ``earliest`` to ``latest``, both included; ``None`` is an open or unknown end.

    ``edtf`` is the same thing as one says it: ``2004`` rather than ``2004-01-01/2004-12-31``.
    """

    earliest: date | None
    latest: date | None
    edtf: str

    @property
    def is_one_day(self) -> bool:
        """True when earliest and latest are the same known day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_yearless(self) -> bool:
        """True for a day or month whose year is not known (``XXXX-09-27``)."""
        return self.edtf.startswith("XXXX-")

    def overlaps(self, other: DateInterval) -> bool:
        """Tell whether some day lies in both; an open end reaches as far as needed."""
        return _before(self.earliest, other.latest) and _before(other.earliest, self.latest)

    def covers(self, day: date) -> bool:
        """Tell whether ``day`` lies inside."""
        return _before(self.earliest, day) and _before(day, self.latest)


def _before(earlier: date | None, later: date | None) -> bool:
    return earlier is None or later is None or earlier <= later


def day(year: int, month: int, number: int) -> DateInterval:
    """One day.

    >>> day(2020, 10, 2).edtf
    '2020-10-02'
    """
    when = date(year, month, number)
    return DateInterval(when, when, when.isoformat())


def month(year: int, number: int) -> DateInterval:
    """One month.

    >>> str(month(2018, 2).latest)
    '2018-02-28'
    """
    last = calendar.monthrange(year, number)[1]
    return DateInterval(date(year, number, 1), date(year, number, last), f"{year:04}-{number:02}")


def year(number: int) -> DateInterval:
    """One year.

    >>> year(2004).edtf
    '2004'
    """
    return DateInterval(date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def decade(first_year: int) -> DateInterval:
    """Ten years from a year that ends in zero.

    >>> decade(1950).edtf
    '195X'
    """
    if first_year % 10:
        raise ValueError(f"a decade begins in a year that ends in 0, not {first_year}")
    return DateInterval(date(first_year, 1, 1), date(first_year + 9, 12, 31), f"{first_year // 10:03}X")


def yearless(month_number: int, day_number: int | None = None) -> DateInterval:
    """A day or month whose year is unknown: both ends open.

    >>> yearless(9, 27).edtf
    'XXXX-09-27'
    """
    edtf = f"XXXX-{month_number:02}"
    if day_number is not None:
        date(2000, month_number, day_number)
        edtf += f"-{day_number:02}"
    return DateInterval(None, None, edtf)


def between(start: DateInterval | None, end: DateInterval | None) -> DateInterval:
    """From the first day of ``start`` to the last day of ``end``; ``None`` leaves that end open.

    >>> between(month(2017, 6), month(2018, 10)).edtf
    '2017-06/2018-10'
    >>> between(month(2017, 6), None).edtf
    '2017-06/..'
    """
    if start is not None and end is not None and start.edtf == end.edtf:
        return start
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise ValueError(f"an interval cannot end ({latest}) before it begins ({earliest})")
    return DateInterval(earliest, latest, f"{start.edtf if start else '..'}/{end.edtf if end else '..'}")


def of_days(earliest: date | None, latest: date | None) -> DateInterval:
    """An interval between two days, said as shortly as is exact.

    >>> from datetime import date
    >>> of_days(date(2017, 6, 1), date(2018, 10, 31)).edtf
    '2017-06/2018-10'
    >>> of_days(date(2004, 1, 1), date(2004, 12, 31)).edtf
    '2004'
    """
    if earliest and latest:
        for whole in (year(earliest.year), month(earliest.year, earliest.month)):
            if (whole.earliest, whole.latest) == (earliest, latest):
                return whole
        whole_months = earliest.day == 1 and (latest + timedelta(days=1)).day == 1
        if earliest != latest and whole_months:
            return between(month(earliest.year, earliest.month), month(latest.year, latest.month))
    start = day(earliest.year, earliest.month, earliest.day) if earliest else None
    end = day(latest.year, latest.month, latest.day) if latest else None
    return between(start, end)


def approximate(interval: DateInterval, latest: date | None = None) -> DateInterval:
    """The same date said to be approximate (``~``), with a wider last day when one is given.

    >>> approximate(day(2024, 4, 9)).edtf
    '2024-04-09~'
    """
    return DateInterval(interval.earliest, latest or interval.latest, f"{interval.edtf}~")


_SIMPLE = re.compile(
    r"(?P<decade>\d{3})X"
    r"|(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<approximate>~?)"
)


def parse_edtf(text: str) -> DateInterval:
    """Read the part of EDTF that this project writes.

    Days, months, years, decades (``195X``), unknown years (``XXXX-09-27``), ``~`` and intervals of
    these with ``..`` for an open end. Raises ValueError with what was expected.

    >>> parse_edtf("2017-06/2018-10").latest
    datetime.date(2018, 10, 31)
    """
    start, slash, end = text.strip().partition("/")
    if not slash:
        return _parse_simple(start)
    return between(*(None if part in ("..", "") else _parse_simple(part) for part in (start, end)))


def _parse_simple(text: str) -> DateInterval:
    found = _SIMPLE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no EDTF date; write 2020-10-02, 2020-10, 2020, 195X or 2017-06/2018-10")
    if found["decade"]:
        return decade(int(found["decade"]) * 10)
    month_number = int(found["month"]) if found["month"] else None
    day_number = int(found["day"]) if found["day"] else None
    if found["year"] == "XXXX":
        if month_number is None:
            raise ValueError(f"{text!r} says nothing: give a month or a year")
        return yearless(month_number, day_number)
    parsed = _known(int(found["year"]), month_number, day_number)
    return approximate(parsed) if found["approximate"] else parsed


def _known(year_number: int, month_number: int | None, day_number: int | None) -> DateInterval:
    if month_number is None:
        return year(year_number)
    if day_number is None:
        if not 1 <= month_number <= 12:
            raise ValueError(f"there is no month {month_number}")
        return month(year_number, month_number)
    return day(year_number, month_number, day_number)


def days(first: date, last: date) -> Iterator[date]:
    """Yield each day from ``first`` to ``last``, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def ends(interval: DateInterval) -> tuple[DateInterval | None, DateInterval | None]:
    """The dates between which an interval lies, each as exact as it is said; a single date is both.

    >>> [end.edtf for end in ends(between(month(2017, 6), month(2018, 10)))]
    ['2017-06', '2018-10']
    """
    start, slash, end = interval.edtf.partition("/")
    if not slash:
        return interval, interval
    return (
        None if start in ("..", "") else _parse_simple(start),
        None if end in ("..", "") else _parse_simple(end),
    )


def month_and_day(interval: DateInterval) -> tuple[int, int | None] | None:
    """The month and day of a date without a year, None for every other date.

    >>> month_and_day(yearless(9, 27)), month_and_day(year(2004))
    ((9, 27), None)
    """
    found = _SIMPLE.fullmatch(interval.edtf)
    if not found or found["year"] != "XXXX" or not found["month"]:
        return None
    return int(found["month"]), int(found["day"]) if found["day"] else None
