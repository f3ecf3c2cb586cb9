"""Dates: the words of an article into dates at their spans, and into the date of the article itself.

    paragraph ─find_dates▶ date mentions ─date_article▶ dating with its reasons + mentions with years + findings

``patterns``, ``grammar``, ``years`` and ``decades`` read written dates, ``relative`` and ``tense`` what is said in
relation to the day of writing, ``mentioned`` what stands beside a date; ``clues``, ``narrative`` and
``background`` turn all that into reasons, and ``solver`` intersects them.
"""

from __future__ import annotations

from builder.extract.dating.article import date_article
from builder.extract.dating.explicit import read_dates
from builder.models import DateMention, LanguageRules, Paragraph

__all__ = ["date_article", "find_dates"]


def find_dates(paragraph: Paragraph, rules: LanguageRules) -> tuple[DateMention, ...]:
    """Find the dates that are written in a paragraph, in its order; a weekday in front belongs to them.

    A day without a year stays without one (``XXXX-09-30``); what can be read in two orders is an
    interval; a Hijri date is the interval of common days that it can be. Hijri days without a year,
    centuries and numbers that no word calls a year are left out.
    """
    return tuple(
        DateMention(paragraph.text[found.start : found.end], found.when, paragraph.id, found.start, found.end)
        for found in read_dates(paragraph.text, rules.dates)
    )
