"""People of a sentence become how it calls them: the office that stands right beside a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.models import Evidence, Mention, Style

_LONGEST = 130
_BEFORE_STOP = re.compile(r"[.;:«»()]")
_AFTER_STOP = re.compile(r"[,،.;:«»()]|$")
_OPENING = re.compile(r"\s*[,،]\s*")


def find_styles(evidence: Evidence, named: Sequence[Mention], roles: re.Pattern[str]) -> Iterator[Style]:
    """Yield an office for each person who has one before the name, or after it between commas.

    Only what stands between this name and the one before it counts, so nobody gets another's office.
    """
    first = 0
    for person in (mention for mention in named if mention.kind == "person"):
        start, end = person.start - evidence.start, person.end - evidence.start
        before = _before(evidence.quote, max(first, start - _LONGEST), start, roles)
        after = _after(evidence.quote, end, roles)
        if before or after:
            yield Style(person.entity, before or after)
        first = evidence.quote.index(after, end) + len(after) if after else end


def _before(sentence: str, first: int, start: int, roles: re.Pattern[str]) -> str:
    stops = [found.end() for found in _BEFORE_STOP.finditer(sentence, first, start)]
    role = roles.search(sentence, max([first, *stops]), start)
    return sentence[role.start() : start].strip(" ,،") if role else ""


def _after(sentence: str, end: int, roles: re.Pattern[str]) -> str:
    opening = _OPENING.match(sentence, end)
    role = roles.match(sentence, opening.end()) if opening else None
    if role is None:
        return ""
    stop = _AFTER_STOP.search(sentence, role.end())
    return sentence[role.start() : stop.start() if stop else len(sentence)].strip()
