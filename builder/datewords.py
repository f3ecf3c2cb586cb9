"""Intervals become the words of the interface language: "2 October 2020", "June 2017 – October 2018"."""

from __future__ import annotations

from functools import lru_cache

from babel.dates import format_date, format_skeleton

from builder.dates import DateInterval, parse_edtf
from builder.messages import Messages

_LEAP_YEAR = 2000


def say_date(when: DateInterval | None, say: Messages) -> str:
    """A date as a reader says it; what is open, approximate or without a year is said to be so."""
    if when is None or when.edtf == "../..":
        return say("date.none")
    start, slash, end = when.edtf.partition("/")
    if not slash:
        return _simple(start, say)
    if start == "..":
        return say("date.until", end=_simple(end, say))
    if end in ("..", ""):
        return say("date.since", start=_simple(start, say))
    return say("date.interval", start=_simple(start, say), end=_simple(end, say))


def _simple(edtf: str, say: Messages) -> str:
    if edtf.endswith("~"):
        return say("date.about", date=_simple(edtf[:-1], say))
    if edtf.endswith("X"):
        return say("date.decade", decade=f"{edtf[:3]}0")
    if edtf.startswith("XXXX-"):
        return say("date.yearless", date=_without_year(edtf, say("date.locale")))
    return _known(edtf, say("date.locale"))


def _without_year(edtf: str, locale: str) -> str:
    dated = parse_edtf(edtf.replace("XXXX", str(_LEAP_YEAR)))
    skeleton = "MMMMd" if dated.is_one_day else "MMMM"
    return str(format_skeleton(skeleton, dated.earliest, locale=locale))


@lru_cache(maxsize=4096)
def _known(edtf: str, locale: str) -> str:
    when = parse_edtf(edtf).earliest
    if when is None:
        return edtf
    parts = edtf.count("-")
    if parts == 0:
        return str(when.year)
    return str(
        format_skeleton("yMMMM", when, locale=locale) if parts == 1 else format_date(when, "long", locale=locale)
    )
