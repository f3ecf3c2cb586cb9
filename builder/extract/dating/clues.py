"""What stands around the text (sidecar, stamps, address, picture and file names) into reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import PurePosixPath

from builder import dates
from builder.dates import DateInterval, parse_edtf
from builder.extract.dating.days import Days, ends, every_year, intersect, of_interval, run, unite
from builder.extract.dating.explicit import read_dates
from builder.extract.dating.figures import numeric_options
from builder.extract.dating.folding import flatten
from builder.extract.dating.found import Found
from builder.extract.dating.reasons import Reason
from builder.extract.dating.tense import PAST, read_tense
from builder.extract.dating.vocabulary import any_word, load_vocabulary
from builder.extract.dating.wording import say
from builder.models import CleanArticle, Clue, DateMention, DatingStep, LanguageRules
from builder.models.rules import DateWords

ONE_PAGE_DAYS = 92
"""Different days of publication on one page lie no further apart; else one of them is another article's."""

PICTURE_DAYS = 5
"""An article with a fresh picture appears within so many days of it; a phone names a picture by its day."""

OVERTAKING_DAYS = 60
"""A past that lies so much later than the day with which a text opens shows that the text looks back."""

_DAY = r"(?P<y>(?:19|20)\d\d)[-_. ]?(?P<m>0[1-9]|1[0-2])[-_. ]?(?P<d>0[1-9]|[12]\d|3[01])"
_IN_NAME = re.compile(rf"(?<![0-9A-Za-z]){_DAY}(?![0-9A-Za-z])")
_OF_A_PHONE = re.compile(
    r"(?:img|vid|pxl|mvimg|screenshot|whatsapp|signal)[^a-z]|photo.\d{4}(?:\D\d\d){5}", re.IGNORECASE
)
"""How phones name pictures; that of an agency or an archive may bear a day long gone."""
_IN_ADDRESS = (
    re.compile(r"/(?P<y>(?:19|20)\d\d)[-/](?P<m>0?[1-9]|1[0-2])[-/](?P<d>0?[1-9]|[12]\d|3[01])(?=[/?#_.-]|$)"),
    re.compile(rf"(?<=[/_-]){_DAY}(?=[/?#_.-]|$)"),
    re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])(?=/|$)"),
)

_FIGURES = re.compile(r"(?<![\d/.-])(\d\d?)([/.-])(\d\d?)\2(?:19|20)\d\d(?!\d)")
_SIGNED = re.compile(r"\d[/.-]\d\d?[/.-]\d{4}")
"""Part of what ``_FIGURES`` finds, and much quicker to look for since it begins with a figure."""
_GLUED_CLOCK = re.compile(r"(?<=[^\d](?:19|20)\d\d)(?=\d{1,2}:\d\d)")
_AMERICAN_ZONE = re.compile(r"\b(?:[ECMP][DS]T|ET)\b")
_EUROPEAN_ZONE = re.compile(r"\b(?:GMT|BST|CES?T|WES?T|IST|GST)\b")
_CLOCK_DASH = re.compile(r"(?<=\d:\d\d)-(?=\d)")


def clue_reasons(clean: CleanArticle, mentions: Iterable[DateMention], rules: LanguageRules) -> Iterator[Reason]:
    """Yield what the sidecar, the stamps, the dateline, the address and the names say."""
    sidecar = clean.raw.sidecar
    if sidecar.date is not None:
        step = DatingStep("sidecar", say("sidecar", date=sidecar.date))
        yield Reason("sidecar", step, published=of_interval(sidecar.date), bounds=(sidecar.date,))
    turned = _months_lead(clean.raw.lines)
    found = [(clue, one) for clue in clean.clues if clue.kind != "masthead" for one in _clue(clue, rules.dates, turned)]
    yield from _reconciled(found)
    yield from _masthead(clean.clues, rules.dates)
    yield from _dateline(clean, tuple(mentions), rules)
    urls = [one.text for one in clean.raw.metadata if one.kind in ("html-url", "pdf-url")]
    yield from _address(next((url for url in (sidecar.url, *urls) if url), ""))
    yield from _retrieved(sidecar.retrieved)
    yield from _file_name(clean.raw.source)


def possible_days(
    when: DateInterval, options: tuple[DateInterval, ...] = (), weekday: int | None = None
) -> Days | None:
    """The days that a written date can mean: each reading of a doubtful one, each year of one without."""
    if options:
        return unite(run_ for option in options for run_ in of_interval(option))
    yearless = dates.month_and_day(when)
    if yearless is not None:
        return every_year(*yearless, before=0, after=0, weekday=weekday)
    return of_interval(when) if when.earliest and when.latest else None


def weekday_of(text: str, words: DateWords) -> int | None:
    """The weekday with which a date begins, None when it names none."""
    vocabulary = load_vocabulary(words, stamps=True)
    found = re.match(rf"(?:{vocabulary.weekday})(?![^\W\d_])", flatten(text).text)
    return vocabulary.weekdays[" ".join(found.group().split())] if found else None


def _reconciled(found: Sequence[tuple[Clue, Reason]]) -> Iterator[Reason]:
    """The reasons of clues; of stamps in the text that name different days none is preferred, but all together count.

    Those far apart are not of one page: the first of them counts, as it does beside a day without a year.
    """
    known = [
        (clue, reason)
        for clue, reason in found
        if reason.rank == "stamp" and clue.line and None not in ends(reason.published)
    ]
    days = unite(one for _, reason in known for one in reason.published)
    apart = len(known) > 1 and not all(intersect(known[0][1].published, reason.published) for _, reason in known)
    if not apart or days[-1][1] - days[0][0] > ONE_PAGE_DAYS:
        yield from (reason for _, reason in found)
        return
    words = ", ".join(dict.fromkeys(f"“{clue.text}”" for clue, _ in known))
    step = DatingStep("stamp", say("stamps", words=words))
    bounds = tuple(bound for _, reason in known for bound in reason.bounds)
    yield Reason("stamp", step, published=days, bounds=bounds)
    yield from (reason for clue, reason in found if not any(reason is other for _, other in known))


def _months_lead(lines: Iterable[str]) -> frozenset[str]:
    """The signs between figures of dates (``/``) that a page can only mean with the month first: ``07/26/2017``."""
    pairs = [found for line in filter(_SIGNED.search, lines) for found in _FIGURES.findall(line)]
    return frozenset(sign for one, sign, two in pairs if int(two) > 12) - {
        sign for one, sign, _ in pairs if int(one) > 12
    }


def _turned(found: Found, text: str, turned: frozenset[str]) -> Found:
    """A date in figures with both of its readings, where other dates of the page put the month first."""
    figures = _FIGURES.search(flatten(text[found.start : found.end]).text)
    if not figures or figures[2] not in turned or found.options or not found.when.is_one_day or not found.when.earliest:
        return found
    options = numeric_options(int(figures[1]), int(figures[3]), found.when.earliest.year)
    return replace(found, options=options) if len(options) == 2 else found


def _clue(clue: Clue, words: DateWords, turned: frozenset[str] = frozenset()) -> Iterator[Reason]:
    if clue.kind == "picture-name":
        yield from _picture(clue)
        return
    text = _GLUED_CLOCK.sub(" ", _CLOCK_DASH.sub(" ", clue.text))
    found = _published_first(text, read_dates(text, words, stamps=True), words)
    if found is None:
        return
    date_found, updated = found
    weekday = weekday_of(text[date_found.start : date_found.end], words)
    date_found = date_found if weekday is not None else _turned(date_found, text, turned)
    options = _ordered(date_found.options, text)
    day_ends = dates.ends(date_found.when)
    date_found = replace(date_found, options=options, when=options[0] if len(options) == 1 else date_found.when)
    possible = possible_days(date_found.when, date_found.options, weekday)
    if possible is None or (date_found.when.earliest and not _is_stamp(date_found.when)):
        return
    if "/" in date_found.when.edtf and not date_found.options and all(end and end.is_one_day for end in day_ends):
        return
    if updated or clue.kind == "updated":
        if date_found.when.latest:
            key = "updated" if clue.line else "updated-markup"
            text = say(key, date=date_found.when, words=clue.text, line=clue.line)
            days = run(None, date_found.when.latest)
            yield Reason("updated", DatingStep("stamp", text), days, days, (date_found.when,))
        return
    text = say("stamp" if clue.line else "stamp-markup", words=clue.text, line=clue.line)
    yield Reason("stamp", DatingStep("stamp", text), published=possible, bounds=(date_found.when, *date_found.options))


def _masthead(clues: Iterable[Clue], words: DateWords) -> Iterator[Reason]:
    """The latest day above the title: that of the visit or of the publication, so it was published by then."""
    found = [
        (one.when.latest, one.when, clue)
        for clue in clues
        if clue.kind == "masthead"
        for one in read_dates(_GLUED_CLOCK.sub(" ", _CLOCK_DASH.sub(" ", clue.text)), words, stamps=True)
        if one.when.latest and one.when.is_one_day
    ]
    if found:
        _, when, clue = max(found, key=lambda one: one[0])
        days = run(None, when.latest)
        step = DatingStep("stamp", say("masthead", date=when, words=clue.text, line=clue.line))
        yield Reason("masthead", step, days, days, (when,))


def _ordered(options: tuple[DateInterval, ...], text: str) -> tuple[DateInterval, ...]:
    """The readings of a numeric date, the day-first one in front, that the time zone or points leave.

    Americans write the month first and use their own zones; points are written day first everywhere.
    """
    if len(options) != 2:
        return options
    if _AMERICAN_ZONE.search(text):
        return options[1:]
    pointed = re.search(r"\d\.\d\d?\.(?:\d\d|\d{4})", text)
    return options[:1] if pointed or _EUROPEAN_ZONE.search(text) else options


def _is_stamp(when: DateInterval) -> bool:
    return (
        bool(when.earliest and when.latest and when.latest - when.earliest < timedelta(days=300))
        and "X" not in when.edtf
    )


def _published_first(text: str, found: tuple[Found, ...], words: DateWords) -> tuple[Found, bool] | None:
    """The first date that is no date of a change, else the first one, and whether it is of a change."""
    changed = any_word(words.updated_words)
    flat = flatten(text).text
    marked = []
    for number, one in enumerate(found):
        since = found[number - 1].end if number else 0
        marked.append((one, bool(changed.search(flat, since, one.start))))
    return next((pair for pair in marked if not pair[1]), marked[0] if marked else None)


def _picture(clue: Clue) -> Iterator[Reason]:
    when = _day_in(_IN_NAME.search(clue.text)) if _OF_A_PHONE.match(clue.text) else None
    if when is not None and when.earliest:
        text = say("picture-name", words=clue.text, line=clue.line, date=when, days=PICTURE_DAYS)
        days = run(when.earliest, when.earliest + timedelta(days=PICTURE_DAYS))
        yield Reason("picture-name", DatingStep("picture-name", text), published=days, bounds=(when,))


def _dateline(clean: CleanArticle, mentions: Sequence[DateMention], rules: LanguageRules) -> Iterator[Reason]:
    """``CITY, Oct 2 (AGENCY) -``: a place, a date and a dash or an agency open the text, or a full date alone does."""
    first = next((paragraph for paragraph in clean.paragraphs if paragraph.kind == "text"), None)
    opening = next((mention for mention in mentions if first and mention.paragraph == first.id), None)
    if first is None or opening is None or opening.start > 60:
        return
    before, after = first.text[: opening.start], first.text[opening.end :]
    closes = re.match(r"\.?\s*(?:\([^()]{2,30}\)|/[^/]{2,20}/|[-–—]\s)", after)
    place = re.fullmatch(r"(?=.*[^\W\d_]{3})[^.!?;]+", before.strip())
    alone = not before.strip() and opening.when.is_one_day and not _heads_others(clean, mentions, opening)
    if not (closes and closes.group().lstrip(". ")[0] in "(/") and _is_overtaken(clean, opening, mentions, rules):
        return
    if closes and (alone or (place and len(before.split()) <= 4)):
        possible = possible_days(opening.when, (), weekday_of(opening.text, rules.dates))
        if possible is not None:
            text = say("dateline", words=first.text[: opening.end + closes.end()].strip())
            step = DatingStep("stamp", text, paragraph=first.id)
            yield Reason("stamp", step, published=possible, bounds=(opening.when,))


def _is_overtaken(
    clean: CleanArticle, opening: DateMention, mentions: Iterable[DateMention], rules: LanguageRules
) -> bool:
    """Tell whether the text speaks of a far later past than the date it opens with, as one that looks back does."""
    if opening.when.latest is None:
        return False
    horizon = opening.when.latest + timedelta(days=OVERTAKING_DAYS)
    texts = {paragraph.id: paragraph.text for paragraph in clean.paragraphs}
    for one in mentions:
        if one.when.earliest is not None and one.when.earliest > horizon:
            tense = read_tense(texts[one.paragraph], one.start, one.end, rules.dates, rules.abbreviations)
            if tense.direction == PAST and tense.close:
                return True
    return False


def _heads_others(clean: CleanArticle, mentions: Iterable[DateMention], opening: DateMention) -> bool:
    """Tell whether other paragraphs begin with a date as well, as those of a chronology do."""
    texts = {paragraph.id for paragraph in clean.paragraphs}
    return any(one.start <= 2 and one.paragraph in texts - {opening.paragraph} for one in mentions)


def _address(url: str) -> Iterator[Reason]:
    when = next((found for found in (_day_in(pattern.search(url)) for pattern in _IN_ADDRESS) if found), None)
    if when is not None:
        step = DatingStep("url", say("url", date=when, url=url), source=url)
        yield Reason("url", step, published=of_interval(when), bounds=(when,))


def _retrieved(retrieved: str) -> Iterator[Reason]:
    with suppress(ValueError):
        when = parse_edtf(retrieved)
        if when.latest:
            days = run(None, when.latest)
            step = DatingStep("sidecar", say("retrieved", date=when))
            yield Reason("updated", step, days, days, (when,))


def _file_name(source: str) -> Iterator[Reason]:
    name = PurePosixPath(source).name
    when = _day_in(_IN_NAME.search(PurePosixPath(name).stem.replace("_", " ")))
    if when is not None:
        step = DatingStep("file-name", say("file-name", date=when, name=name), source=source)
        yield Reason("file-name", step, published=of_interval(when), bounds=(when,))


def _day_in(found: re.Match[str] | None) -> DateInterval | None:
    if found is None:
        return None
    with suppress(ValueError):
        if "d" not in found.re.groupindex:
            return dates.month(int(found["y"]), int(found["m"]))
        return dates.day(int(found["y"]), int(found["m"]), int(found["d"]))
    return None
