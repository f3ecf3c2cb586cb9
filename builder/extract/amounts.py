"""A sentence becomes its amounts of money, so that sources which give different figures can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from builder.models import Amount
from builder.text import fold

_DECIMALS = re.compile(r"(?P<whole>\d+)[.,](?P<part>\d{1,2})")


def find_amounts(
    sentence: str, patterns: Sequence[re.Pattern[str]], scales: Mapping[str, str], currencies: Mapping[str, str]
) -> Iterator[Amount]:
    """Yield the amounts with their value in whole units and their currency (ISO 4217), each span once.

    Patterns have the groups ``number``, ``scale`` (a word such as "million") and ``currency``.
    """
    taken: set[int] = set()
    for pattern in patterns:
        for found in pattern.finditer(sentence):
            groups = found.groupdict()
            value = _value(groups["number"], int(scales.get(fold(groups.get("scale") or ""), "1")))
            currency = currencies.get(fold(groups["currency"]), "")
            if value and currency and taken.isdisjoint(range(*found.span())):
                taken.update(range(*found.span()))
                yield Amount(found.group().strip(), value, currency)


def _value(number: str, scale: int) -> int:
    """The value of a written number: one or two digits after a single point or comma are decimals.

    >>> _value("236.7", 10**6), _value("1,200", 1), _value("2,57", 10**9)
    (236700000, 1200, 2570000000)
    """
    decimal = _DECIMALS.fullmatch(number)
    if decimal:
        return int(decimal["whole"]) * scale + int(decimal["part"].ljust(2, "0")) * scale // 100
    digits = re.sub(r"\D", "", number)
    return int(digits) * scale if digits else 0
