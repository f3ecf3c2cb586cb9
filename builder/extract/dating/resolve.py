"""Mentions that leave something open into settled ones, where the article's own date settles them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from builder import dates
from builder.dates import DateInterval, month_and_day
from builder.extract.dating.days import FIRST, LAST, Days, in_year, intersect
from builder.extract.dating.figures import numeric_options
from builder.extract.dating.folding import flatten
from builder.extract.dating.mentioned import Narrative, is_named_day, names_fresh_blow
from builder.extract.dating.narrative import MONTHS_AHEAD
from builder.extract.dating.tense import FUTURE, PAST
from builder.extract.dating.wording import WEEKDAY_NAMES, say
from builder.models import DateMention, Paragraph

DAY_AHEAD, MONTH_AHEAD, PLAIN_BACK = 120, 90, 244
"""Without a tense a day is taken for the one up to four months ahead or eight months back, a month up to three
months ahead, since a bare "in January" mostly looks back; else it stays open."""
PAST_BACK, FARTHER_BACK = 270, 300
"""A past day lies less than nine months back; of an older one the writer says "last" or the year. The second holds
where no day so near fits and a verb beside tells that it is past."""
FUTURE_AHEAD, AIMED_AHEAD = 270, 200
"""A day to come is nearer than a past one where the words that say so are not beside it, and so is a purpose's."""
SCHEDULED_AHEAD, ANNOUNCED_AHEAD, TOLD_BACK = 275, 200, 100
"""A present ("the school year ends on") announces a day so near, or tells of one that lately was."""
FOLLOWING_AHEAD = 480
"""What follows something that is still to come ("starts in March and ends in December") lies no further ahead."""
YEAR = 366
SAME_MONTH = 30
"""What is said to be "of this month" lies no further away."""
STRUCK_BACK = 150
"""The day of an attack that names no year lies so near, unless all the world knows it by its day."""

_LONGEST = 800
_FIGURES = re.compile(r"\d\s?[/.-]\s?\d")
"""Part of every numeric date; quicker to look for, since it begins with a figure."""
_NUMERIC = re.compile(r"(?<![\d/.-])(\d\d?)\s?[/.-]\s?(\d\d?)\s?[/.-]\s?((?:19|20)\d\d)(?!\d)")


def settle_order(mentions: Sequence[DateMention], paragraphs: Iterable[Paragraph]) -> tuple[DateMention, ...]:
    """Read ``03/10/2020`` in the order that other numeric dates of the article prove."""
    texts = filter(_FIGURES.search, (flatten(paragraph.text).text for paragraph in paragraphs))
    pairs = [found.groups() for text in texts for found in _NUMERIC.finditer(text)]
    day_first = any(int(one) > 12 for one, _, _ in pairs)
    month_first = any(int(two) > 12 for _, two, _ in pairs)
    if day_first == month_first:
        return tuple(mentions)
    return tuple(_in_order(mention, 0 if day_first else 1) for mention in mentions)


def _in_order(mention: DateMention, order: int) -> DateMention:
    found = _NUMERIC.search(flatten(mention.text).text)
    if not found or mention.when.is_one_day or mention.when.is_yearless:
        return mention
    options = numeric_options(int(found[1]), int(found[2]), int(found[3]))
    return replace(mention, when=options[order]) if len(options) == 2 else mention


def settle_years(narrative: Narrative, published: Days) -> tuple[DateMention, ...]:
    """Give a day without a year the only year that the days of publication allow.

    One that these leave open takes the year of the same day, or of its month in the same sentence, where it is written.
    """
    others = _other_years(narrative, published)
    settled: list[DateMention] = []
    for mention in narrative.mentions:
        before = _continued(narrative, mention, settled, published) if mention.when.is_yearless else None
        settled.append(_settled(narrative, mention, published, others, before) if mention.when.is_yearless else mention)
    return tuple(
        _of_same_month(narrative, mention, settled) if mention.when.is_yearless else mention for mention in settled
    )


def _of_same_month(narrative: Narrative, mention: DateMention, others: Iterable[DateMention]) -> DateMention:
    """The mention with the year of a date of its month, which is the same day or stands in the same sentence."""
    parts = [month_and_day(end) for end in _yearless_ends(mention.when)]
    if is_named_day(narrative, mention) or None in parts or any(part and part[1] is None for part in parts):
        return mention
    sentence, months = narrative.sentence(mention), {part[0] for part in parts if part}
    years = {
        end.year
        for other in others
        if _is_exact(other.when)
        for end in (other.when.earliest, other.when.latest)
        if end and end.month in months
        if (end.month, end.day) in parts
        or (other.paragraph == mention.paragraph and narrative.sentence(other) == sentence)
    }
    weekday = narrative.weekday(mention)
    dated = _dated(mention, years.pop()) if len(years) == 1 else None
    fits = dated and dated.when.earliest and weekday in (None, dated.when.earliest.weekday())
    return dated if dated and fits else mention


def _is_exact(when: DateInterval) -> bool:
    """Tell whether a date is known to the month at least."""
    return bool(when.earliest and when.latest and (when.latest - when.earliest).days < 62)


def _settled(
    narrative: Narrative,
    mention: DateMention,
    published: Days,
    others: Mapping[str, Sequence[DateMention]],
    before: DateMention | None,
) -> DateMention:
    first, last = published[0][0], published[-1][1]
    if first == FIRST or last == LAST or last - first > _LONGEST:
        return mention
    said = _said_year(narrative, mention, first, last)
    if said is not None:
        return _dated(mention, said) or mention
    if narrative.recurs(mention) or (is_named_day(narrative, mention) and not names_fresh_blow(narrative, mention)):
        return mention
    if _in_other_year(narrative, mention, others):
        return mention
    ends = [month_and_day(end) for end in _yearless_ends(mention.when)]
    reaches = _reaches(narrative, mention, before)
    if is_named_day(narrative, mention):
        reaches = [(0, STRUCK_BACK)]
    fitting: list[int] = []
    for reach in dict.fromkeys(reaches):
        fitting = fitting or [
            year
            for year in _fitting_years(
                ends[0], narrative.weekday(mention), reach, published, narrative.tense(mention).near
            )
            if before is None or not _is_earlier(ends[0], year, before)
        ]
    return (_dated(mention, fitting[0]) if len(fitting) == 1 else None) or mention


def _dated(mention: DateMention, year: int) -> DateMention | None:
    """The mention with a year; None when it has no such day then."""
    ends = [month_and_day(end) for end in _yearless_ends(mention.when)]
    with suppress(ValueError):
        return replace(mention, when=_in_that_year(ends, year), is_year_inferred=True)
    return None


def _said_year(narrative: Narrative, mention: DateMention, first: int, last: int) -> int | None:
    """The year that words behind say: "in April last year"; None when there are none or publication spans two years."""
    written = {date.fromordinal(first).year, date.fromordinal(last).year}
    shift = narrative.year_behind(mention)
    return written.pop() + shift if len(written) == 1 and shift is not None else None


def _fitting_years(
    first: tuple[int, int | None] | None, weekday: int | None, reach: tuple[int, int], published: Days, near: str
) -> Iterator[int]:
    """The years in which a day lies no further before and after the days of publication than ``reach``.

    A month that is called the last or the next (``near``) is not the one of publication.
    """
    if first is None:
        return
    for year in range(date.fromordinal(published[0][0]).year - 1, date.fromordinal(published[-1][1]).year + 2):
        run = in_year(year, *first, weekday)
        is_other = near in ("last", "next") and first[1] is None
        if run and is_other and intersect((run,), published):
            continue
        if run and intersect(((run[0] - reach[0], run[1] + reach[1]),), published):
            yield year


def _yearless_ends(when: DateInterval) -> Iterator[DateInterval]:
    for part in when.edtf.split("/"):
        yield DateInterval(None, None, part)


def _in_that_year(ends: Sequence[tuple[int, int | None] | None], year: int) -> DateInterval:
    parts, previous = [], (0, 0)
    for end in ends:
        if end is None:
            raise ValueError("one end has a year, the other has none")
        if (end[0], end[1] or 0) < previous:
            year += 1
        previous = end[0], end[1] or 0
        parts.append(dates.day(year, end[0], end[1]) if end[1] else dates.month(year, end[0]))
    return dates.between(parts[0], parts[-1]) if len(parts) > 1 else parts[0]


def _reaches(narrative: Narrative, mention: DateMention, before: DateMention | None) -> Sequence[tuple[int, int]]:
    """How many days before and after a day the article can have been written, the likeliest first."""
    tense, plain = narrative.tense(mention), _plain_reach(mention)
    whole_month = (month_and_day(mention.when) or (0, 1))[1] is None
    near = YEAR if whole_month else MONTHS_AHEAD
    reaches = [plain]
    if tense.near == "this":
        reaches = [(SAME_MONTH, SAME_MONTH), plain]
    elif narrative.is_since(mention) or (tense.until and tense.after_past):
        reaches = [(0, MONTHS_AHEAD)] if not tense.until else [plain]
    elif tense.present and tense.direction != FUTURE:
        ahead = ANNOUNCED_AHEAD if tense.direction == PAST else SCHEDULED_AHEAD
        reaches = [(ahead, 0), (0, TOLD_BACK), plain]
    elif tense.aimed and not tense.of_noun:
        reaches = [(AIMED_AHEAD, 0), plain]
    elif tense.direction == FUTURE:
        reaches = [(near if tense.near else MONTHS_AHEAD if tense.until else FUTURE_AHEAD, 0), plain]
        if tense.close and tense.firm:
            reaches.insert(1, (MONTHS_AHEAD, 0))
    elif tense.direction == PAST:
        far = (whole_month and tense.close) or narrative.goes_on(mention)
        reaches = [(0, near if tense.near else MONTHS_AHEAD if far else PAST_BACK), plain]
        if tense.close and not tense.doubtful:
            reaches.insert(1, (0, FARTHER_BACK))
    elif before is not None:
        reaches = [(FUTURE_AHEAD, 0), (FOLLOWING_AHEAD, 0), plain]
    return reaches


def _continued(
    narrative: Narrative, mention: DateMention, settled: Sequence[DateMention], published: Days
) -> DateMention | None:
    """The date still to come before in the sentence, which one without a tense of its own follows.

    "Will take place in October and in February", "should start in March and end in December".
    """
    tense = narrative.tense(mention)
    if tense.doubtful or tense.aimed or tense.present or tense.direction in (PAST, FUTURE) or not settled:
        return None
    before = settled[-1]
    ahead = before.when.earliest is not None and before.when.earliest.toordinal() > published[-1][1]
    told = narrative.tense(before).direction == FUTURE or (before.is_year_inferred and ahead)
    return (
        before
        if told and before.paragraph == mention.paragraph and narrative.sentence(before) == narrative.sentence(mention)
        else None
    )


def _is_earlier(first: tuple[int, int | None] | None, year: int, before: DateMention) -> bool:
    """Tell whether a day of that year lies before the date that it follows."""
    run = in_year(year, *first) if first else None
    return run is not None and before.when.earliest is not None and run[1] < before.when.earliest.toordinal()


def _plain_reach(mention: DateMention) -> tuple[int, int]:
    yearless = month_and_day(mention.when)
    return MONTH_AHEAD if yearless and yearless[1] is None else DAY_AHEAD, PLAIN_BACK


def _in_other_year(narrative: Narrative, mention: DateMention, others: Mapping[str, Sequence[DateMention]]) -> bool:
    """Tell whether a year of which the paragraph tells before the mention is its own as well.

    What is still to come, and a year since which something goes on, say nothing of the mention's own. A bare year
    ("the mayor, elected in 2020, resigned on 27 February") only does where it opens its sentence ("In 2011 a
    flood came; on 3 May") or the next sentence opens with the mention ("The war began in 1936. On 26 April").
    """
    tense = narrative.tense(mention)
    if narrative.weekday(mention) is not None or tense.near or tense.direction == FUTURE:
        return False
    earlier = [other for other in others.get(mention.paragraph, ()) if other.start < mention.start]
    first, _ = narrative.sentence(mention)
    for other in earlier:
        begins, ends = narrative.sentence(other)
        follows = not narrative.paragraphs[mention.paragraph].text[ends:first].strip()
        if narrative.opens(other) or (begins == first and _is_exact(other.when)):
            return True
        if begins < first and follows and narrative.opens(mention):
            return True
    return False


def _other_years(narrative: Narrative, published: Days) -> Mapping[str, Sequence[DateMention]]:
    """The dates of each paragraph that lie in a year in which the article was not published."""
    first, last = (date.fromordinal(day).year for day in (published[0][0], published[-1][1]))
    others: dict[str, list[DateMention]] = {}
    for mention in narrative.mentions:
        latest = mention.when.latest
        if latest is not None and not first <= latest.year <= last and not narrative.goes_on(mention):
            others.setdefault(mention.paragraph, []).append(mention)
    return others


def wrong_weekdays(narrative: Narrative) -> tuple[DateMention, ...]:
    """The full dates whose day of the week is another than the one they name."""
    return tuple(mention for mention in narrative.mentions if _is_wrong(mention, narrative.weekday(mention)))


def _is_wrong(mention: DateMention, weekday: int | None) -> bool:
    first = mention.when.earliest
    exact = mention.when.is_one_day or "/" in mention.when.edtf
    return weekday is not None and first is not None and exact and first.weekday() != weekday


def weekday_findings(mentions: Iterable[DateMention]) -> Iterator[str]:
    """Yield a sentence for each of the dates whose weekday is wrong."""
    for mention in mentions:
        if mention.when.earliest is not None:
            first = mention.when.earliest
            yield say(
                "wrong-weekday",
                words=mention.text,
                paragraph=mention.paragraph,
                date=dates.day(first.year, first.month, first.day),
                weekday=WEEKDAY_NAMES[first.weekday()],
            )


def unsettled_findings(narrative: Narrative, mentions: Iterable[DateMention], when: DateInterval) -> Iterator[str]:
    """Yield a sentence for each day with a weekday that no year near a dated article allows."""
    if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > 31:
        return
    for mention in mentions:
        yearless, weekday = month_and_day(mention.when), narrative.weekday(mention)
        if yearless is None or weekday is None or is_named_day(narrative, mention):
            continue
        years = range(when.earliest.year - 1, when.latest.year + 2)
        if not any(in_year(year, *yearless, weekday) for year in years):
            yield say("no-such-year", words=mention.text, paragraph=mention.paragraph, date=when)
