"""The fields that entries of all knowledge files share, read and checked: id, names, source, dates."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping

from builder.dates import DateInterval, between
from builder.languages import load_languages
from builder.models import Source
from builder.yamlfile import Value

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")
_DURATION = re.compile(r"P(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")
_SUGGESTIONS = 3


def known_id(name: str, value: Value) -> bool:
    """Tell whether the key of an entry can be an id; a problem when not."""
    if _ID.fullmatch(name):
        return True
    value.problem(f"{name!r} is no id", "use small letters, digits and hyphens, such as jane-public")
    return False


def names_of(value: Value, required: bool = True) -> Mapping[str, str]:
    """Names by language; English is required, because pages name everything in English."""
    found = value.record(sorted(load_languages()))
    if required and not found["en"]:
        value.problem("there is no English name", "write names: {en: ..., fr: ..., ar: ...}")
    return {language: name.text() for language, name in found.items() if name}


def source_of(value: Value, entry: Value) -> Source:
    """The source of a fact, a citation with or without an address; a problem at ``entry`` when there is none."""
    found = value.record(["text", "url"])
    text, url = found["text"].text(), found["url"].text()
    if not text:
        entry.problem("has no source", "write source: {text: who says so, url: where}")
    if url and not _ADDRESS.fullmatch(url):
        found["url"].problem(f"{url!r} is no web address", "write it whole, from https://")
    return Source(text, url)


def interval_of(start: Value, end: Value) -> DateInterval:
    """From ``start`` to ``end``, open where the knowledge gives none."""
    first, last = start.edtf(), end.edtf()
    try:
        return between(first, last)
    except ValueError as error:
        end.problem(str(error), "check start and end")
        return between(first, None)


def duration_of(value: Value) -> str:
    """An ISO 8601 duration of years, months, weeks and days, or nothing."""
    duration = value.text()
    if duration and (duration == "P" or not _DURATION.fullmatch(duration)):
        value.problem(f"{duration!r} is no duration", "write ISO 8601, such as P10Y for ten years or P18M")
        return ""
    return duration


def references(value: Value, ids: Collection[str], what: str) -> tuple[str, ...]:
    """A list of ids, each of which must exist."""
    return tuple(reference(item, ids, what) for item in value.items())


def reference(value: Value, ids: Collection[str], what: str) -> str:
    """An id that must exist; a problem with the nearest ones when it does not."""
    name = value.text()
    if value and name not in ids:
        value.problem(f"there is no {what} {name!r}", nearest(name, ids))
    return name


def nearest(name: str, ids: Collection[str]) -> str:
    """What to do about an id that is not there: the nearest ones."""
    near = difflib.get_close_matches(name, sorted(ids), n=_SUGGESTIONS, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else "add it, or use the id of one that is there"
