"""Dates as intervals: what they mean, what they refuse, and EDTF judged by a second parser."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf as parse_by_oracle
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import dates

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020-10-02", "2020-10-02", "2020-10-02"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2004", "2004-01-01", "2004-12-31"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("2017-06/2018-10", "2017-06-01", "2018-10-31"),
        ("2017-04/..", "2017-04-01", "None"),
        ("../2018-09-26", "None", "2018-09-26"),
        ("XXXX-09-27", "None", "None"),
        ("2024-04-09~", "2024-04-09", "2024-04-09"),
    ],
)
def test_an_edtf_date_spans_its_days_and_is_written_back(text: str, earliest: str, latest: str) -> None:
    """Each form that the project writes is read as its first and last day, and keeps its words."""
    interval = dates.parse_edtf(text)
    assert (earliest, latest, text) == (str(interval.earliest), str(interval.latest), interval.edtf)


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "XXXX", "last year", "2020-10-2", "2020/2019"])
def test_what_is_no_date_is_refused(text: str) -> None:
    """A month 13, a day that no calendar has, and an interval that runs backwards raise ValueError."""
    with pytest.raises(ValueError, match=r"\S"):
        dates.parse_edtf(text)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(DAYS, DAYS)
def test_a_second_parser_reads_the_same_days(one: date, two: date) -> None:
    """The interval between two days is EDTF whose bounds another implementation reads as those days."""
    first, last = sorted((one, two))
    interval = dates.of_days(first, last)
    parsed = parse_by_oracle(interval.edtf)
    lower, upper = parsed.lower_strict(), parsed.upper_strict()
    assert (first.timetuple()[:3], last.timetuple()[:3]) == (tuple(lower[:3]), tuple(upper[:3]))
    assert interval == dates.parse_edtf(interval.edtf)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(DAYS)
def test_a_second_parser_accepts_open_and_approximate_dates(day: date) -> None:
    """Open ends, decades, approximate days and days without a year are EDTF to another implementation."""
    known = dates.day(day.year, day.month, day.day)
    decade = dates.decade(day.year // 10 * 10)
    for interval in (
        dates.between(known, None),
        dates.between(None, known),
        dates.approximate(known),
        decade,
        dates.yearless(day.month, day.day),
    ):
        assert str(parse_by_oracle(interval.edtf)) == interval.edtf


def test_the_ends_of_an_interval_keep_how_exactly_they_are_known() -> None:
    """A month at one end and a day at the other stay a month and a day."""
    start, end = dates.ends(dates.parse_edtf("2017-06/2018-09-20"))
    assert ("2017-06", "2018-09-20") == (start and start.edtf, end and end.edtf)
    assert (None, "2018") == (dates.ends(dates.parse_edtf("../2018"))[0], "2018")
    assert "2004" == getattr(dates.ends(dates.year(2004))[1], "edtf", None)


def test_only_a_date_without_a_year_has_month_and_day_alone() -> None:
    """What has a year, and an interval, is none."""
    assert (9, 27) == dates.month_and_day(dates.yearless(9, 27))
    assert (9, None) == dates.month_and_day(dates.yearless(9))
    assert dates.month_and_day(dates.day(2018, 9, 27)) is None
    assert dates.month_and_day(dates.parse_edtf("2017/2018")) is None


def test_an_open_end_overlaps_whatever_lies_beyond_it() -> None:
    """An open interval covers and overlaps everything on its open side and nothing before its start."""
    since = dates.parse_edtf("2017-04/..")
    assert since.covers(date(2030, 1, 1))
    assert not since.covers(date(2017, 3, 31))
    assert since.overlaps(dates.year(2017))
    assert not since.overlaps(dates.year(2016))
