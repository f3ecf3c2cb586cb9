"""A page that only says when it was changed or seen, and a weekday with its day in its lead, into a year.

By itself a day of change tells nothing of the day of publication but that it came before. When the lead
tells of "Tuesday, June 12" as past and the page was changed on 13 June of a year in which that is a
Tuesday, the page was surely written between the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from builder import dates
from builder.dates import month_and_day
from builder.extract.dating.days import LAST, in_year, run
from builder.extract.dating.mentioned import Narrative, is_named_day
from builder.extract.dating.reasons import BOUNDING, SETTLING, Reason
from builder.extract.dating.tense import FUTURE
from builder.extract.dating.wording import WEEKDAY_NAMES, say
from builder.models import DatingStep

SEEN_DAYS = 14
"""News of a day is changed within so many days; that the weekday agrees by chance as well is hardly possible."""


def seen_reasons(narrative: Narrative, clues: Iterable[Reason]) -> Iterator[Reason]:
    """Yield that the page was written from such a day on; nothing where a stamp, address or editor says when."""
    found = tuple(clues)
    seen = min((one.published[-1][1] for one in found if one.rank in BOUNDING), default=LAST)
    if seen == LAST or any(one.rank in SETTLING for one in found):
        return
    for mention in narrative.mentions:
        yearless, weekday = month_and_day(mention.when), narrative.weekday(mention)
        if yearless is None or weekday is None or mention.paragraph not in narrative.lead_ids:
            continue
        tense = narrative.tense(mention)
        if tense.direction == FUTURE or tense.aimed or is_named_day(narrative, mention):
            continue
        last = date.fromordinal(seen)
        for year in (last.year - 1, last.year):
            day = in_year(year, *yearless, weekday)
            if day and 0 <= seen - day[0] <= SEEN_DAYS:
                first = date.fromordinal(day[0])
                when = dates.day(first.year, first.month, first.day)
                text = say("seen-soon", words=mention.text, date=when, weekday=WEEKDAY_NAMES[weekday], days=SEEN_DAYS)
                step = DatingStep("explicit", text, paragraph=mention.paragraph)
                yield Reason("explicit", step, published=run(first, last), bounds=(when,))
                return
