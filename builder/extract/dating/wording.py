"""What the reader is told about a date: the sentences of the catalogue that begin with ``dating.said``."""

from __future__ import annotations

from babel.dates import get_day_names

from builder.messages import INTERFACE_LANGUAGE, load_messages

WEEKDAY_NAMES = tuple(get_day_names("wide", locale=INTERFACE_LANGUAGE)[day] for day in range(7))


def say(sentence: str, **fields: object) -> str:
    """A sentence for the reader, by its key.

    >>> say("sidecar", date="2020-10-02")
    'The editor gives the date 2020-10-02 in the file beside the article.'
    """
    return load_messages(INTERFACE_LANGUAGE)(f"dating.said.{sentence}", **fields)
