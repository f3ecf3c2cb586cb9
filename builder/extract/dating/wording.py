"""What the reader is told about a date: every sentence of this package, by key, with named fields.

The keys stay when a catalogue of another language takes the sentences over.
"""

from __future__ import annotations

SENTENCES = {
    "sidecar": "The editor gives the date {date} in the file beside the article.",
    "stamp": "The page says when it was published: “{words}” (line {line} of the source).",
    "stamp-markup": "The saved page's markup says when it was published: “{words}”.",
    "updated-markup": (
        "The saved page's markup says that it was last changed on {date} (“{words}”), so it was published by then."
    ),
    "updated": (
        "The page was last changed on {date} (“{words}”, line {line} of the source), so it was published by then."
    ),
    "dateline": "The dateline gives the day: “{words}”.",
    "url": "The address of the page holds the date {date} ({url}).",
    "retrieved": "The article was saved on {date}, so it was published by then.",
    "file-name": (
        "The date {date} is inferred from the name of the saved file ({name}); it may be the day on which the"
        " article was saved."
    ),
    "picture-name": (
        "The date is inferred from the name of a picture, “{words}” (line {line} of the source), which says "
        "{date}; an article appears on that day or within {days} days."
    ),
    "reported-date": "The article says that it happened on {date}: “{words}”.",
    "past-date": "The article speaks of {date} as past (“{words}”), so it is not older.",
    "future-date": "The article speaks of “{words}” as still to come, so it was written before that day.",
    "until": (
        "The article speaks of something that goes on until “{words}”, so it was written by then and within "
        "eleven months before."
    ),
    "opened-until": (
        "The article says that something opened on {weekday} and goes on until “{words}”; so it was written "
        "by then, and we take it that such a thing lasts at most {days} days."
    ),
    "weekday-date": "“{words}” names no year; only years count in which that day is a {weekday}.",
    "same-week": (
        "The article tells of “{words}” as of a day of the same week (“{week}”); only years count in which "
        "that day is a {weekday}."
    ),
    "weekday": "The article says that it happened on a {weekday} (“{words}”).",
    "conclusion": "Of the days that fit all of this, {date} is the only {weekday}.",
    "weekday-future": "The article says that it is to happen on a {weekday} (“{words}”).",
    "weekday-today": "The article was written on a {weekday} (“{words}”).",
    "weekday-remark": (
        "The article says that it happened on a {weekday} (“{words}”); this alone does not narrow the interval."
    ),
    "event-after": "The article refers to “{event}” of {date}, so it is not older (knowledge: {source}).",
    "event-recent": (
        "The article calls “{event}” of {date} recent; we take that as within {days} days (knowledge: {source})."
    ),
    "event-during": "The article speaks of “{event}” ({date}) as going on (knowledge: {source}).",
    "event-before": (
        "The article speaks of “{event}” ({date}) as still to come, so it is not later (knowledge: {source})."
    ),
    "office-from-to": "{person} held the office of {office} from {start} to {end} (knowledge: {source}).",
    "office-from": "{person} has held the office of {office} since {start} (knowledge: {source}).",
    "office-to": "{person} held the office of {office} until {end} (knowledge: {source}).",
    "office-unknown": "{person} held the office of {office} (knowledge: {source}).",
    "contradiction": "This does not agree with stronger reasons and was left aside: {reason}",
    "wrong-weekday": "“{words}” ({paragraph}) cannot be right: {date} is a {weekday}.",
    "no-such-year": (
        "“{words}” ({paragraph}) fits no year near the date of the article, {date}: the day of the week differs."
    ),
    "weekday-outside": (
        "“{words}” ({paragraph}) names a day of the week that does not occur in the interval which other "
        "reasons give; it was left aside."
    ),
}

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say(sentence: str, **fields: object) -> str:
    """A sentence for the reader, by its key.

    >>> say("sidecar", date="2020-10-02")
    'The editor gives the date 2020-10-02 in the file beside the article.'
    """
    return SENTENCES[sentence].format(**fields)
