"""Flat text into quarters and halves of a year: ``the third quarter of 2027``, ``1er semestre 2023``, ``Q2 2024``.

Refuses to where no year stands beside, and where it is a fiscal one, whose months nobody says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder import dates
from builder.extract.dating.found import Found
from builder.extract.dating.vocabulary import START, alternatives, key
from builder.models.rules import DateWords


def read_quarters(text: str, words: DateWords) -> Iterator[Found]:
    """Yield the parts of years that are said with their year, as the interval of their months."""
    pattern, months = _load(words)
    for match in pattern.finditer(text):
        part, year = match["part"] or match["behind"], int(match["y1"] or match["y2"])
        first, last = months[key(match["since"] or part)][0], months[key(part)][1]
        if first < last:
            group = "since" if match["since"] else "part" if match["part"] else "y2"
            when = dates.between(dates.month(year, first), dates.month(year, last))
            yield Found(match.start(group), match.end(), when)


@lru_cache(maxsize=64)
def _load(words: DateWords) -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
    """The pattern of a language, and the first and last month that each of its words says."""
    months: dict[str, tuple[int, int]] = {}
    for spread, names in words.year_parts.items():
        first, last = spread.split("-")
        months |= {key(name): (int(first), int(last)) for name in names}
    part, year = alternatives(months), r"(?:19|20)\d\d"
    links = alternatives(words.year_links + words.weak_year_cues)
    since = rf"(?:(?P<since>{part})(?:\s?-\s?|\s+(?:{alternatives(words.to_words)})\s+))?"
    pattern = re.compile(
        rf"{START}(?:(?:{alternatives(words.clitics)})?{since}(?P<part>{part})(?:\s*,?\s+|\s?-\s?)(?:(?:{links})\s*)?"
        rf"(?P<y1>{year})(?!\d|[.,]\d|[-/]\d|\s?%)|(?P<y2>{year})(?:'s)?[\s-](?P<behind>{part})(?![^\W_]))"
    )
    return pattern, months
