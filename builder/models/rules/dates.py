"""The words by which a language says dates, beyond the month and day names of Babel's CLDR."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Words of dates; ``eq=False`` so that patterns made from a record can be cached by the record itself.

    ``locales`` are Babel locales whose month and day names are read; ``stamp_locales`` are those that
    publication stamps use besides. ``months`` and ``hijri_months`` map a number, ``weekdays`` an
    English day name, ``day_words`` a day of the month, ``decade_words`` a decade (``50``) to further
    words; a day word after one of ``not_day_before`` counts halves or weeks ("the second half of June").
    ``unsure_months`` are month names that are other words as well (``May``), so that a word such as "in" must say
    that a month is meant; after one of ``not_month_before`` a month is of no year ("every June").
    ``named_day_heads`` name a day that needs no year ("the attacks of"), of which ``blow_words`` are as often fresh,
    unless the day (``09-11``) is one of ``famous_days``. ``last_year_words`` stand behind a date ("in April last
    year"), as do ``this_month_words``; ``yearly_words`` say that a day returns ("every year"). ``given_months`` are
    people's names as well (``June``). After ``year_articles``, and an adjective that is none of ``counting_words``, a
    number before a noun is a year (``a 2017 study``). ``remembering_words`` say that a text looks back from far
    ("ten years after"), ``writing_words`` before a date that it is the one of writing ("it is June 2022").
    ``year_prefixes`` are letters glued to a year (FY2022), ``year_verbs`` what a year does that opens a sentence,
    ``year_parts`` the quarters and halves of a year by their months (``4-6``), ``year_nouns`` stand before a comma
    and a year ("this year, 2025"), ``comparing_words`` before an amount or a year ("worse than 2006"); a noun with an
    article or one of ``determiners`` and a link of ``naming_links`` is named by its year ("a protocol of 2008").
    ``loose_future_words`` are future words that need not tell the tense of a date ("the next book, out on"),
    ``announcing_words`` past ones of which a date may be still to come ("announced a fair in"), ``present_words``
    such as "opens", ``deadline_words`` ("by") that a date is to come where no verb says more, and after
    ``toward_words`` a date is aimed at ("postponed to"), ``tie_words`` tie one to a noun ("the explosion of").
    ``numeric_order`` is ``day-first`` or ``either``. ``capitalised`` is ``yes`` where month and
    day names are always written with a capital, ``month_first`` where ``May 5`` needs no year, and
    ``two_calendars`` where a bare ``1442`` may be a Hijri year. ``future_patterns``,
    ``past_patterns`` and ``purpose_patterns`` (chosen *to host* in 2026) are regular expressions; all
    else is words, compared without case, accents and vowel marks.
    """

    locales: tuple[str, ...] = ()
    stamp_locales: tuple[str, ...] = ()
    capitalised: str = ""
    month_first: str = ""
    numeric_order: str = "day-first"
    months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weekdays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    day_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_day_before: tuple[str, ...] = ()
    unsure_months: tuple[str, ...] = ()
    not_month_before: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    weekday_links: tuple[str, ...] = ()
    month_links: tuple[str, ...] = ()
    year_links: tuple[str, ...] = ()

    hijri_months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hijri_marks: tuple[str, ...] = ()
    two_calendars: str = ""
    common_marks: tuple[str, ...] = ()
    equals_words: tuple[str, ...] = ()

    between_words: tuple[str, ...] = ()
    from_words: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    and_words: tuple[str, ...] = ()

    part_words: tuple[str, ...] = ()
    year_cues: tuple[str, ...] = ()
    weak_year_cues: tuple[str, ...] = ()
    year_prefixes: tuple[str, ...] = ()
    year_articles: tuple[str, ...] = ()
    counting_words: tuple[str, ...] = ()
    given_months: tuple[str, ...] = ()
    year_parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    year_nouns: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    naming_links: tuple[str, ...] = ()
    year_verbs: tuple[str, ...] = ()
    dated_nouns: tuple[str, ...] = ()
    nouns_of_year: tuple[str, ...] = ()
    year_followers: tuple[str, ...] = ()
    number_heads: tuple[str, ...] = ()
    comparing_words: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    month_cues: tuple[str, ...] = ()
    decade_heads: tuple[str, ...] = ()
    decade_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decade_tails: tuple[str, ...] = ()
    age_words: tuple[str, ...] = ()

    street_heads: tuple[str, ...] = ()
    named_day_heads: tuple[str, ...] = ()
    blow_words: tuple[str, ...] = ()
    famous_days: tuple[str, ...] = ()
    last_year_words: tuple[str, ...] = ()
    this_year_words: tuple[str, ...] = ()
    next_year_words: tuple[str, ...] = ()
    this_month_words: tuple[str, ...] = ()
    yearly_words: tuple[str, ...] = ()

    on_words: tuple[str, ...] = ()
    today_words: tuple[str, ...] = ()
    before_yesterday_words: tuple[str, ...] = ()
    yesterday_words: tuple[str, ...] = ()
    tomorrow_words: tuple[str, ...] = ()
    next_words: tuple[str, ...] = ()
    last_words: tuple[str, ...] = ()
    week_words: tuple[str, ...] = ()
    until_words: tuple[str, ...] = ()
    deadline_words: tuple[str, ...] = ()
    opening_words: tuple[str, ...] = ()
    recent_words: tuple[str, ...] = ()
    remembering_words: tuple[str, ...] = ()
    writing_words: tuple[str, ...] = ()
    former_words: tuple[str, ...] = ()
    updated_words: tuple[str, ...] = ()
    future_words: tuple[str, ...] = ()
    future_patterns: tuple[str, ...] = ()
    past_words: tuple[str, ...] = ()
    past_patterns: tuple[str, ...] = ()
    purpose_patterns: tuple[str, ...] = ()
    loose_future_words: tuple[str, ...] = ()
    announcing_words: tuple[str, ...] = ()
    present_words: tuple[str, ...] = ()
    toward_words: tuple[str, ...] = ()
    tie_words: tuple[str, ...] = ()
    clause_breaks: tuple[str, ...] = ()
    not_weekday_before: tuple[str, ...] = ()
    not_weekday_after: tuple[str, ...] = ()
