"""The line of time serves an afternoon as well as sixty years, and is honest about what it leaves out."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.dates import between, day, month, of_days, year
from builder.render.pictures.place import ends, place
from builder.render.pictures.scale import scale_of

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), min_size=1, max_size=30)


@given(SPANS)
def test_the_order_of_days_is_the_order_on_the_line(spans):
    """Whatever the dates, an earlier day never lies after a later one, and all lie between the ends of the line."""
    scale = scale_of(spans)
    places = [scale.at(found) for found in sorted(found for span in spans for found in span)]
    assert sorted(places) == places
    assert 0 <= places[0] <= places[-1] <= 100


@given(SPANS)
def test_names_on_the_line_have_room(spans):
    """There are a few named steps, each as far from the next as its name is wide on a phone."""
    ticks = list(scale_of(spans).ticks())
    places = [at for _, at in ticks]
    assert 1 <= len(ticks) <= 10
    assert all(after - before >= 10 for before, after in pairwise(places))


@given(SPANS, st.integers(0, 29))
def test_a_span_lies_where_its_days_lie(spans, number):
    """A bar begins at its first day and ends with its last, and is never too short to be seen."""
    scale, (first, last) = scale_of(spans), spans[number % len(spans)]
    where = place(of_days(first, last), scale)
    if first == last:
        assert where.is_dot
    else:
        assert where.end - where.start >= 0.99
        assert where.start <= scale.at(first) + 0.01
        assert where.end >= scale.after(last) - 0.01


STEPS = {
    "one day": ([(date(2020, 10, 2),) * 2], "day"),
    "a week": ([(date(2020, 10, 2), date(2020, 10, 9))], "day"),
    "a spring": ([(date(2020, 2, 2), date(2020, 5, 9))], "month"),
    "sixty years": ([(date(1960, 2, 2), date(2020, 5, 9))], "year"),
}


@pytest.mark.parametrize("case", STEPS)
def test_steps_fit_the_time_covered(case):
    """A dossier of a day is divided by days, one of decades by years."""
    spans, unit = STEPS[case]
    assert unit == scale_of(spans).step.unit


def test_a_long_time_without_anything_is_folded():
    """Between 1959 and 1995 nothing happens: the line is broken there, and the years after it have the room."""
    scale = scale_of([(date(1950, 1, 1), date(1959, 12, 31)), (date(1995, 1, 1), date(2024, 4, 9))])
    assert [(1950, 1960), (1995, 2025)] == [(part.first.year, part.last.year) for part in scale.stretches]
    assert scale.at(date(2010, 1, 1)) < 65
    assert 1960 not in [tick.year for tick, _ in scale.ticks()]


def test_an_open_end_reaches_the_end_of_the_line():
    """What began in 2017 and has no end ends where the line ends; what has no first day begins where it begins."""
    scale = scale_of([(date(2010, 1, 1), date(2020, 12, 31))])
    assert 100 == place(between(month(2017, 6), None), scale).end
    assert 0 == place(between(None, year(2017)), scale).start


def test_a_date_without_a_year_lies_nowhere():
    """A day whose year nobody knows has no place on the line."""
    with pytest.raises(ValueError, match="lies nowhere"):
        ends(between(None, None))


def test_columns_cover_the_line_without_a_gap():
    """The steps that are counted follow each other from the first day to the last, and are few enough to see."""
    scale = scale_of([(date(1961, 5, 5), date(2024, 4, 9))])
    bins = scale.bins(40)
    assert all(before[1] == after[0] for before, after in pairwise(bins))
    assert bins[0][0] <= date(1961, 5, 5)
    assert bins[-1][1] > date(2024, 4, 9)
    assert 20 <= len(bins) <= 40


def test_a_day_belongs_to_its_own_side_of_a_gap():
    """The last day of a stretch ends there, not after the gap."""
    scale = scale_of([ends(year(1950)), ends(day(2020, 1, 1)), ends(day(2024, 1, 1))])
    last = scale.stretches[0].last - timedelta(days=1)
    assert scale.stretches[0].end == scale.after(last)
