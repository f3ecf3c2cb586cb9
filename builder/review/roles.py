"""A sentence and a name in it become what the name is called there, as written: "ministre de la Défense"."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.models.rules import NameCues
from builder.text import fold, words

_LONGEST = 160
_CLAUSE = r"[^.;:«»“”\"()!?]"


def role_said(before: str, after: str, cues: NameCues) -> str:
    """The office that stands after a name and a comma, or before it; nothing when there is none.

    ``before`` and ``after`` are what the sentence has around the name, up to the next name, whose own office is left
    to it. Before a name it is what follows the last word of an office, so that "minister attached to the president"
    is cut to the president's.
    """
    patterns = _patterns(cues.roles)
    if patterns is None:
        return ""
    leading, following = patterns
    found = following.match(after)
    if found:
        return _without_joiners(found["role"], cues)
    others = following.match(before)
    said = before[others.end() if others else 0 :][-_LONGEST:]
    last = max((found.start() for found in leading.finditer(said)), default=len(said))
    return said[last:].strip(" ,") if re.fullmatch(rf"{_CLAUSE}*", said[last:]) else ""


def _without_joiners(role: str, cues: NameCues) -> str:
    """The role without a conjunction or preposition at its end: the next name was cut off there."""
    joiners = {fold(joiner) for joiner in cues.joiners}
    found = words(role)
    while found and found[-1].folded in joiners:
        found = found[:-1]
    return role[: found[-1].end].strip() if found else ""


@lru_cache(maxsize=32)
def _patterns(roles: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    if not roles:
        return None
    role = "|".join(re.escape(cue) for cue in sorted(set(roles), key=lambda cue: (-len(cue), cue)))
    leading = re.compile(rf"(?i)(?<!\w)(?:{role})(?!\w)")
    following = re.compile(
        rf"(?i)\s?[,،]\s+(?:\w+[\s'’]){{0,2}}?(?P<role>(?:{role})(?!\w)(?![,،]){_CLAUSE}*?)(?=[,،.;:]|$)"
    )
    return leading, following
