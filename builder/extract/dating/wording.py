"""What the reader is told about a date: the sentences of the catalogue that begin with ``dating.said``."""

from __future__ import annotations

from babel.dates import get_day_names

from builder.dates import DateInterval
from builder.datewords import say_date
from builder.messages import INTERFACE_LANGUAGE, load_messages

WEEKDAY_NAMES = tuple(get_day_names("wide", locale=INTERFACE_LANGUAGE)[day] for day in range(7))


def say(sentence: str, **fields: object) -> str:
    """A sentence for the reader, by its key; dates are written as words.

    >>> from builder.dates import day
    >>> say("sidecar", date=day(2020, 10, 2))
    'The editor gives the date 2 October 2020 in the file beside the article.'
    """
    messages = load_messages(INTERFACE_LANGUAGE)
    said = {
        key: say_date(field, messages) if isinstance(field, DateInterval) else field for key, field in fields.items()
    }
    return messages(f"dating.said.{sentence}", **said)
