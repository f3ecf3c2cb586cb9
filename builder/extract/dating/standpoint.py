"""The days of publication into those from which its days without a year are counted.

An article's own date is never narrower than its reasons; the year of "on 26 January" needs less. A reader
takes it that a page was changed or seen soon after it was written, that what the text calls past and to come
lies about the day of writing, and that the days it names without a year stand as near to that day as they can.
Refuses to choose where two years fit equally well: both are kept, and the day stays without a year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from builder.dates import DateInterval, month_and_day
from builder.extract.dating.days import FIRST, LAST, Days, in_year, intersect, unite
from builder.extract.dating.lead import EARLIEST_PAGES, Lead
from builder.extract.dating.mentioned import Narrative, is_named_day
from builder.extract.dating.reasons import BOUNDING
from builder.extract.dating.solver import Solution
from builder.extract.dating.tense import FUTURE, PAST, Tense
from builder.models import DateMention

NARROW = 200
"""So few days of publication leave no doubt that a day is counted from them."""
SEEN_DAYS = 60
"""A page is mostly changed, or saved, within so many days."""
AHEAD_DAYS = 366
"""A day that the text announces with its year lies no further ahead."""
SOON_DAYS = 500
"""A day with its weekday that can be of several years lies so soon after what the text calls past, or before what it
announces."""
WIDEST = 1200
SLACK = 60
"""Days of writing are as good as the best when the days named lie no more than so much further away, all together."""
ASTRAY, FARTHEST = 200, 400
"""How far away a past day counts that would be still to come, and the most that one day counts."""
MOST_DAYS = 12

_Run = tuple[int, int]


def standpoint(narrative: Narrative, solution: Solution, lead: Lead) -> Days:
    """The days from which an article counts, those of its publication where they are few."""
    days = solution.published
    named = [mention for mention in narrative.mentions if mention.when.is_yearless]
    if not named or _width(days) <= NARROW:
        return days
    days = _bounded(narrative, solution, _soon_after_lead(days, lead))
    return _nearest(narrative, named, days) if _width(days) <= WIDEST else days


def _width(days: Days) -> int:
    return days[-1][1] - days[0][0]


def _bounded(narrative: Narrative, solution: Solution, days: Days) -> Days:
    """The days within what the page and the text say, each followed only where some day is left."""
    lows, highs = _past(narrative), _to_come(narrative)
    low = max(lows, key=_first, default=None)
    if low is not None:
        days = intersect(days, ((_first(low), LAST),)) or days
    high = min((one for one in highs if _last(one) >= days[0][0]), key=_last, default=None)
    if high is not None:
        days = intersect(days, ((FIRST, _last(high)),)) or days
    begin, end = days[0][0], days[-1][1]
    if _is_seen(solution, end):
        return intersect(days, ((end - SEEN_DAYS, end),)) or days
    if high is not None and _last(high) - end <= 1 and end - begin > AHEAD_DAYS and _is_exact(high):
        return intersect(days, ((end - AHEAD_DAYS, end),)) or days
    if len(days) > 1 and high is None:
        told = max(_told(narrative), key=_first, default=None)
        soon = (intersect(days, ((_first(one), _last(one) + SOON_DAYS),)) for one in (low, told) if one is not None)
        return next(filter(None, soon), days)
    if len(days) > 1 and low is None and high is not None and _last(high) - _first(high) < NARROW:
        return intersect(days, ((_first(high) - SOON_DAYS, end),)) or days
    return days


def _is_seen(solution: Solution, end: int) -> bool:
    """Tell whether a word of change or the head of the page says by when it was there."""
    return any(
        one.rank in BOUNDING and one.step.kind == "stamp" and one.published[-1][1] == end for one in solution.kept
    )


def _past(narrative: Narrative) -> list[DateInterval]:
    """The dates that the text calls past, those of the age of the web."""
    return [
        mention.when
        for mention in _known(narrative)
        if narrative.goes_on(mention) or narrative.tense(mention).direction == PAST
    ]


def _told(narrative: Narrative) -> list[DateInterval]:
    """The dates that the text does not call still to come, a verb or none: "after the floods of 2023"."""
    known = ((mention, narrative.tense(mention)) for mention in _known(narrative))
    return [
        mention.when for mention, tense in known if tense.direction != FUTURE and not tense.aimed and not tense.doubtful
    ]


def _to_come(narrative: Narrative) -> list[DateInterval]:
    """The dates that the text surely calls still to come."""
    known = ((mention, narrative.tense(mention)) for mention in _known(narrative))
    return [mention.when for mention, tense in known if tense.direction == FUTURE and tense.firm]


def _known(narrative: Narrative) -> Iterator[DateMention]:
    for mention in narrative.mentions:
        when = mention.when
        is_web = when.earliest is not None and when.earliest.year >= EARLIEST_PAGES
        if is_web and _last(when) - _first(when) < AHEAD_DAYS:
            yield mention


def _first(when: DateInterval) -> int:
    return when.earliest.toordinal() if when.earliest else FIRST


def _last(when: DateInterval) -> int:
    return when.latest.toordinal() if when.latest else LAST


def _is_exact(when: DateInterval) -> bool:
    return _last(when) - _first(when) < 62


def _soon_after_lead(days: Days, lead: Lead) -> Days:
    """Of some single days those on the weekday of the lead or the day after: so soon news is written."""
    if lead.weekday is None or lead.word is None:
        return days
    fitting = tuple(run for run in days if run[0] == run[1] and (run[0] - 1 - lead.weekday) % 7 <= 1)
    return tuple(run for run in days if run[0] != run[1] or run in fitting) if fitting else days


def _nearest(narrative: Narrative, named: Sequence[DateMention], days: Days) -> Days:
    """The days to which the days without a year lie nearest, all together."""
    years = range(date.fromordinal(max(days[0][0], 400)).year - 1, date.fromordinal(days[-1][1]).year + 2)
    costs = [cost for mention in named[:MOST_DAYS] if (cost := _cost(narrative, mention, years))]
    tried = {end for run in days for end in run}
    tried |= {end for _, runs in costs for run in runs for end in run if intersect(days, ((end, end),))}
    totals = {day: sum(cost(day) for cost, _ in costs) for day in tried}
    best = min(totals.values())
    return unite((day, day) for day, total in totals.items() if total <= best + SLACK)


def _cost(
    narrative: Narrative, mention: DateMention, years: range
) -> tuple[Callable[[int], int], Sequence[_Run]] | None:
    """How far a day without a year lies from a day of writing, and the days that it can be."""
    first = month_and_day(DateInterval(None, None, mention.when.edtf.split("/", 1)[0]))
    if first is None or is_named_day(narrative, mention) or narrative.recurs(mention):
        return None
    weekday, tense = narrative.weekday(mention), narrative.tense(mention)
    runs = [run for year in years if (run := in_year(year, *first, weekday))]
    if not runs:
        return None
    return lambda day: min(FARTHEST, *(_distance(day, run, tense) for run in runs)), runs


def _distance(day: int, run: _Run, tense: Tense) -> int:
    first, last = run
    if first <= day <= last:
        return 0
    if day > last:
        return day - last + (ASTRAY if tense.direction == FUTURE else 0)
    return first - day + (ASTRAY if tense.direction == PAST else 0)
