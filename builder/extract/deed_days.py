"""Which of a sentence's dates is the day of what it tells, and which belong to another case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.dates import DateInterval
from builder.extract.matching import Match
from builder.extract.signed import Signed, names_agreement
from builder.extract.signing import Signing, SigningWords
from builder.models import DateMention, Dating, Evidence, Mention

_NEAR = 60
_BESIDE = 40
_AFTER_END = 12
_ABOUT_A_MONTH = 31
_ABOUT_A_YEAR = 366


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what was found in it: people, countries, dates, and its language's signing words."""

    evidence: Evidence
    people: tuple[str, ...]
    countries: tuple[str, ...]
    organisations: tuple[str, ...]
    named: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    words: SigningWords
    matches: tuple[Match, ...]

    @property
    def parties(self) -> frozenset[str]:
        """The countries and organisations of the sentence."""
        return frozenset((*self.countries, *self.organisations))

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.evidence.quote


def find_day(
    sentence: Sentence, signing: Signing, signed: Signed, dating: Dating | None
) -> tuple[DateInterval | None, str]:
    """The date of a signing and what it rests on: its own date, or what the article reports."""
    own = [date for date in own_dates(sentence) if _may_be_the_day(date, sentence)]
    own = [date for date in own if not _is_of_another(date, signing, signed, sentence)]
    day = own[0] if len(own) == 1 else _beside(own, signing, sentence)
    if day:
        return day.when, "stated"
    reported = None if own else reported_day(dating)
    return reported, "dating" if reported else ""


def _is_of_another(date: DateMention, signing: Signing, signed: Signed, sentence: Sentence) -> bool:
    """Tell whether another agreement is named between a signing and a date behind it ("the treaty of 1990")."""
    begun = max(signing.end, signed.start + len(signed.name))
    return names_agreement(sentence.text[begun : max(begun, _place(date, sentence))], sentence.words)


def _beside(dates: Iterable[DateMention], signing: Signing, sentence: Sentence) -> DateMention | None:
    """The one of several dates that stands near the verb of a signing, nearer than any other."""
    gaps = sorted((_gap(date, signing, sentence), date.start, date) for date in dates)
    near = [date for gap, _, date in gaps if gap <= _BESIDE]
    return near[0] if near and (len(gaps) == 1 or gaps[0][0] < gaps[1][0]) else None


def _gap(date: DateMention, signing: Signing, sentence: Sentence) -> int:
    offset = sentence.evidence.start
    return max(date.start - offset - signing.end, signing.start - (date.end - offset), 0)


def reported_day(dating: Dating | None) -> DateInterval | None:
    """The day of what the article reports, when its dating settles it to about a month."""
    when = (dating.reported or (dating.when if dating.kind == "event" else None)) if dating else None
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when if (when.latest - when.earliest).days <= _ABOUT_A_MONTH else None


def own_dates(sentence: Sentence) -> list[DateMention]:
    """The dates of the sentence without those of another case ("As in X on Wednesday, …") and those of an end."""
    aside = find_asides(sentence)
    ends = {found.end() for found in sentence.words.ends.finditer(sentence.text)}
    own = [date for date in sentence.dates if date not in aside]
    return [date for date in own if not any(0 <= _place(date, sentence) - end <= _AFTER_END for end in ends)]


def _may_be_the_day(date: DateMention, sentence: Sentence) -> bool:
    """Tell whether something may have been signed then: a span of years is what it runs for."""
    earliest, latest = date.when.earliest, date.when.latest
    is_span = earliest is None or latest is None or (latest - earliest).days > _ABOUT_A_YEAR
    return not (is_span or date.when.is_yearless or _is_beginning(date, sentence))


def _is_beginning(date: DateMention, sentence: Sentence) -> bool:
    """Tell whether something lasts since this date, which then is not the date of a signing."""
    ends = (found.end() for found in sentence.words.beginnings.finditer(sentence.text))
    return any(0 <= _place(date, sentence) - end <= _AFTER_END for end in ends)


def _place(date: DateMention, sentence: Sentence) -> int:
    return date.start - sentence.evidence.start


def find_asides(sentence: Sentence) -> list[DateMention]:
    """The dates of a clause about another case, which opens before them and ends before the signing."""
    if not sentence.dates:
        return []
    offset = sentence.evidence.start
    text = sentence.text
    others = [found.end() for found in sentence.words.comparisons.finditer(text)]
    asides = []
    for date in sentence.dates:
        start, end = date.start - offset, date.end - offset
        opened = any(opener <= start <= opener + _NEAR for opener in others)
        signed_between = any(sentence.words.signing.search(text[opener:start]) for opener in others if opener <= start)
        if opened and not signed_between and sentence.words.signing.search(text[end:]):
            asides.append(date)
    return asides
