"""The solver: intersection, the weakest reason dropped, weekdays, and never narrower than the reasons."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.dates import parse_edtf
from builder.extract.dating.days import EVER, Days, every_year, intersect, of_interval, run, unite
from builder.extract.dating.reasons import RANKS, Reason
from builder.extract.dating.solver import needed, on_weekday, solve
from builder.models import DatingStep

PAST_WEEK = range(-6, 1)
RUNS = st.lists(st.tuples(st.integers(700_000, 700_400), st.integers(0, 30)), max_size=6).map(
    lambda pairs: unite((first, first + length) for first, length in pairs)
)


def reason(rank: str, published: Days = EVER, reported: Days = EVER) -> Reason:
    """A reason without words."""
    return Reason(rank, DatingStep("explicit", rank), published, reported)


def members(days: Days) -> set[int]:
    """The days of a set, one by one."""
    return {day for first, last in days for day in range(first, last + 1)}


@settings(deadline=None, derandomize=True, max_examples=50)
@given(RUNS, RUNS)
def test_sets_of_days_intersect_and_unite_as_sets_do(one: Days, two: Days) -> None:
    """Runs of days give what the days themselves would give."""
    assert members(one) & members(two) == members(intersect(one, two))
    assert members(one) | members(two) == members(unite([*one, *two]))


def test_of_two_reasons_that_disagree_the_weaker_is_dropped() -> None:
    """A stamp beats an office, in whatever order they are given."""
    stamp = reason("stamp", published=of_interval(parse_edtf("2021-03-15")))
    office = reason("office", reported=of_interval(parse_edtf("2014/2017")))
    for reasons in ((stamp, office), (office, stamp)):
        solution = solve(reasons, PAST_WEEK)
        assert (stamp,) == solution.kept
        assert (office,) == solution.dropped


def test_a_weekday_names_the_last_such_day_before_publication() -> None:
    """An article of a known Thursday that says "on Tuesday" speaks of two days before."""
    solution = solve([reason("stamp", published=of_interval(parse_edtf("2024-02-01")))], PAST_WEEK)
    refined = on_weekday(solution, 1, PAST_WEEK)
    assert refined is not None
    assert of_interval(parse_edtf("2024-01-30")) == refined.reported


def test_a_weekday_that_never_occurs_gives_nothing() -> None:
    """One day of publication and the same day reported leave no other weekday."""
    solution = solve([reason("stamp", published=of_interval(parse_edtf("2024-02-01")))], range(1))
    assert on_weekday(solution, 1, range(1)) is None


def test_a_reason_that_changes_nothing_is_not_needed() -> None:
    """A background year says nothing beside an office that began later."""
    year = reason("explicit", run(date(2004, 1, 1), None), run(date(2004, 1, 1), None))
    office = reason("office", reported=of_interval(parse_edtf("2017-06/2018-10")))
    assert (office,) == needed(solve([year, office], range(1)), range(1))


def test_a_day_without_a_year_falls_on_its_weekday_in_some_years_only() -> None:
    """30 September was a Wednesday in 2015 and 2020, not in the years between."""
    wednesdays = every_year(9, 30, before=0, after=0, weekday=2)
    between = intersect(wednesdays, of_interval(parse_edtf("2015/2020")))
    assert ((date(2015, 9, 30).toordinal(),) * 2, (date(2020, 9, 30).toordinal(),) * 2) == between


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(RANKS), RUNS.filter(bool)), max_size=5))
def test_the_answer_is_what_the_kept_reasons_allow(given_reasons: list[tuple[str, Days]]) -> None:
    """No reason that was kept excludes a day of the answer, and no day that all allow is lost."""
    solution = solve([reason(rank, published=days) for rank, days in given_reasons], range(1))
    expected = EVER
    for kept in solution.kept:
        expected = intersect(expected, kept.published)
    assert expected == solution.published
