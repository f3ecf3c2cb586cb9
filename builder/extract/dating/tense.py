"""A place in a paragraph into what its sentence says of it: past, still to come, or neither.

A wrong tense makes a wrong date, so both need a word that says so, and a place about which the
words disagree is neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from builder.extract.dating.folding import flatten
from builder.extract.dating.vocabulary import NEVER, START, alternatives, any_word, key
from builder.models.rules import DateWords
from builder.text import sentences

PAST, FUTURE, PLAIN = "past", "future", "plain"

CLOSE_BEFORE, CLOSE_AFTER, CLOSE_FUTURE = 5, 4, 7
"""How many words may stand between a date and the word that tells its tense: past before, past after, future."""

NEAR = 80
"""Words that stand right before a date begin within so many letters of it."""

CLOSE_TO_OPENING = 8
"""A verb that opens a sentence has its subject behind it: "signed the minister of energy in Tunis on" is near still."""

OPENING_WORDS = 3
"""So few words stand before a date that opens a sentence and tells of what will be ("From the first of April,")."""

CLOSE_AFTER_OPENING = 10
"""A date that opens a sentence ("In 2019, some forty tonnes were") tells the time of its verb from further away."""


@dataclass(frozen=True, slots=True)
class Tense:
    """``direction`` is past, future or plain; ``near`` is ``last``, ``next`` or ``this`` when a word beside says so.

    ``until`` is True right after a word such as "until", ``on`` right after one such as "on"; ``close``
    when the word that tells so is so near that it must mean this date; ``firm`` when a future is told of
    the date itself, so not of "the future king, born on" nor of what ended then ("was king until");
    ``aimed`` when it is a purpose of what is past ("ordered them to repay by", "postponed it to"), which
    tells no tense but lies after it; ``doubtful`` when the clause may tell of what is still to come: in a
    present that may announce, or by what was announced, quoted or put off; ``of_noun`` when a word such as
    "of" ties the date to a noun ("the explosion of 4 August"), whose time is not that of the verb; ``present``
    when a present that may announce stands before the date ("the school year ends on"); ``after_past`` when a
    past verb stands before "until" ("was held until").
    """

    direction: str
    near: str = ""
    until: bool = False
    on: bool = False
    close: bool = False
    firm: bool = False
    aimed: bool = False
    doubtful: bool = False
    of_noun: bool = False
    present: bool = False
    after_past: bool = False


@dataclass(frozen=True, slots=True)
class _Cues:
    future: re.Pattern[str]
    past: re.Pattern[str]
    past_forms: re.Pattern[str]
    future_forms: re.Pattern[str]
    purpose: re.Pattern[str]
    loose: re.Pattern[str]
    until: re.Pattern[str]
    announcing: re.Pattern[str]
    present: re.Pattern[str]
    toward: re.Pattern[str]
    tie: re.Pattern[str]
    breaks: re.Pattern[str]
    prepositions: frozenset[str]
    next_after: re.Pattern[str]
    last_after: re.Pattern[str]
    this_after: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(maxsize=64)
def _load_cues(words: DateWords) -> _Cues:
    last, following = alternatives(words.last_words), alternatives(words.next_words)
    on, until = alternatives(words.on_words), alternatives(words.until_words)
    by = alternatives(words.deadline_words)
    return _Cues(
        future=_spelled(words.future_words, words.clitics),
        past=_spelled(words.past_words, words.clitics),
        past_forms=re.compile("|".join(words.past_patterns) or NEVER),
        future_forms=re.compile("|".join(words.future_patterns) or NEVER),
        purpose=re.compile("|".join(words.purpose_patterns) or NEVER),
        loose=_spelled(words.loose_future_words + words.next_words + words.until_words, words.clitics),
        until=_spelled(words.until_words, words.clitics),
        announcing=_spelled(words.announcing_words, words.clitics),
        present=_spelled(words.present_words, words.clitics),
        toward=re.compile(rf"{START}(?:{alternatives(words.toward_words)})\s*(?:(?:{on})\s+)?$"),
        tie=re.compile(rf"[^\W\d_]\s+(?:{alternatives(words.tie_words)})\s+$"),
        breaks=re.compile(rf"{any_word(words.clause_breaks).pattern}|;"),
        prepositions=frozenset(map(key, set(words.clause_breaks) & set(words.month_cues))),
        next_after=re.compile(rf"[\s,]{{1,2}}(?:{following})(?![^\W_])"),
        last_after=re.compile(rf"[\s,]{{1,2}}(?:{last})(?![^\W_])"),
        this_after=re.compile(rf"[\s,]{{1,2}}(?:{alternatives(words.this_month_words)})(?![^\W_])"),
        before=re.compile(
            rf"{START}(?:(?P<until>{until})|(?P<by>{by})|(?P<on>{on})|(?P<last>{last})|(?P<next>{following}))\s+(?:(?:{on}|{alternatives(words.articles)})\s+)?$"
        ),
    )


def _spelled(words: tuple[str, ...], clitics: tuple[str, ...]) -> re.Pattern[str]:
    """Match words with their accents (``a`` is no ``à``); Arabic ones, which have clitics, when folded."""
    if clitics:
        return any_word(words, clitics)
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first)) or NEVER})(?![^\W_])")


@lru_cache(maxsize=32768)
def read_tense(text: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...] = ()) -> Tense:
    """Tell what the words around a span say of it."""
    cues = _load_cues(words)
    flat = flatten(text)
    plain = flat.text if flat.origins is None else text
    beside = cues.before.search(plain[max(0, start - 25) : start])
    named = beside.groupdict() if beside else {}
    after = plain[end : end + 20]
    near = "next" if cues.next_after.match(after) or named.get("next") else ""
    near = "last" if cues.last_after.match(after) or named.get("last") else near
    until, on = bool(named.get("until")), bool(named.get("on"))
    told = replace(
        _told(text, plain, start, end, words, abbreviations),
        of_noun=bool(cues.tie.search(plain, max(0, start - NEAR), start)),
    )
    if near:
        return replace(told, direction=PAST if near == "last" else FUTURE, near=near, on=on, close=True, firm=True)
    if until:
        return replace(told, direction=FUTURE, until=True, on=on, close=True)
    if named.get("by") and told.direction == PLAIN and not told.aimed:
        return replace(told, direction=FUTURE, on=on)
    return replace(told, near="this" if cues.this_after.match(after) else "", on=on)


@lru_cache(maxsize=32768)
def sentence_around(text: str, place: int, abbreviations: tuple[str, ...] = ()) -> tuple[int, int]:
    """The span of the sentence in which a place stands."""
    spans = tuple(sentences(text, abbreviations))
    number = bisect_right(spans, place, key=itemgetter(0)) - 1
    return spans[number] if number >= 0 and place < spans[number][1] else (0, len(text))


def clause_around(
    text: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...] = ()
) -> tuple[int, int]:
    """The span of the clause in which a span stands: its sentence up to words such as who, that, and.

    A word such as "before" right before the span belongs to it and breaks nothing.
    """
    first, last = sentence_around(text, start, abbreviations)
    flat = flatten(text)
    plain = flat.text if flat.origins is None else text
    cues = _load_cues(words)
    for found in cues.breaks.finditer(plain, first, start):
        if key(found.group()) not in cues.prepositions or len(plain[found.end() : start].split()) > 1:
            first = found.end()
    found_after = cues.breaks.search(plain, end, last)
    return first, found_after.start() if found_after else last


def _told(text: str, plain: str, start: int, end: int, words: DateWords, abbreviations: tuple[str, ...]) -> Tense:
    """What the clause tells of a date.

    What was once planned ("was scheduled for") or is a purpose ("agreed to finish in") may have come to
    pass or not: it is neither.
    """
    cues = _load_cues(words)
    first, last = clause_around(text, start, end, words, abbreviations)
    spelled = plain if words.clitics else text.replace("’", "'")
    low = _lowered(spelled)
    if len(low) != len(text):
        return Tense(PLAIN)
    present = bool(cues.present.search(low, first, last))
    future = _last([(cues.future, low), (cues.future_forms, spelled)], first, start)
    pasts = [found for cue in (cues.past, cues.past_forms) for found in cue.finditer(low, first, start)]
    past = max(pasts, key=lambda found: found.end(), default=None)
    if future is not None:
        planned = any(
            found.start() < future.start() and not low[found.end() : future.start()].split() for found in pasts
        )
        told = (past is None or past.end() <= _end_of_verb(low, future.end())) and not planned
        close = len(low[future.end() : start].split()) <= CLOSE_FUTURE
        firm = _is_firm(cues, low, first, future, present)
        held = past is not None and not firm and (not planned or bool(cues.until.fullmatch(future.group())))
        return Tense(FUTURE if told else PLAIN, close=close, firm=firm, doubtful=present or not told, after_past=held)
    if past is not None and (
        cues.purpose.search(spelled, past.end(), start) or cues.toward.search(plain, max(0, start - NEAR), start)
    ):
        return Tense(PLAIN, aimed=True, doubtful=present)
    presents = bool(cues.present.search(low, past.end() if past else first, start))
    if past is not None:
        between = low[past.end() : start].split()
        announced = cues.announcing.search(past.group()) and len(between) > 1
        doubtful = bool(announced or presents)
        opens_verb_first = bool(words.clitics) and not low[first : past.start()].strip()
        reach = CLOSE_TO_OPENING if opens_verb_first else CLOSE_BEFORE
        return Tense(PAST, close=len(between) <= reach and not doubtful, doubtful=doubtful, present=presents)
    opening = max(sentence_around(text, start, abbreviations)[0], plain.rfind(";", 0, start) + 1)
    said = _told_after(cues, (plain, low, spelled), opening, (start, end, last))
    purpose = bool(cues.purpose.search(spelled, first, start))
    return said or Tense(PLAIN, aimed=purpose and not present, doubtful=present or purpose, present=presents)


def _told_after(cues: _Cues, texts: tuple[str, str, str], opening: int, places: tuple[int, int, int]) -> Tense | None:
    """What the words behind a date tell of it, where none before it does; ``opening`` is where its sentence begins."""
    (plain, low, spelled), (start, end, last) = texts, places
    lead = len(low[opening:start].split())
    comes = [found for found in (cues.past.search(low, end, last), cues.past_forms.search(low, end, last)) if found]
    future = cues.future.search(low, end, last) or cues.future_forms.search(spelled, end, last)
    if future and not comes and lead <= OPENING_WORDS:
        return Tense(FUTURE, close=True)
    if not comes or future:
        return None
    opens = lead <= 1
    reach = CLOSE_AFTER_OPENING if opens else CLOSE_AFTER
    nearest = min(comes, key=lambda found: found.start())
    close = len(low[end : nearest.start()].split()) <= reach
    doubtful = bool(not close or not opens or cues.toward.search(plain, max(0, start - NEAR), start))
    return Tense(PAST, close=close and not doubtful, doubtful=doubtful)


@lru_cache(maxsize=64)
def _lowered(text: str) -> str:
    """A paragraph in small letters, once for all of its dates."""
    return text.lower()


def _is_firm(cues: _Cues, low: str, first: int, future: re.Match[str], present: bool) -> bool:
    """Tell whether a future word tells the tense of the verb: "until" alone does not, as in "was king until"."""
    if not cues.loose.fullmatch(future.group()):
        return True
    if not cues.until.fullmatch(future.group()):
        return False
    return present or any(
        not cues.loose.fullmatch(found.group()) for found in cues.future.finditer(low, first, future.start())
    )


def _end_of_verb(text: str, start: int) -> int:
    """Where the verb ends that a word such as "will" opens: a past form in it tells no past."""
    verb = re.compile(r"\s*(?:[^\W\d_]+\s+){0,2}[^\W\d_]+").match(text, start)
    return verb.end() if verb else start


def _last(cues: list[tuple[re.Pattern[str], str]], first: int, last: int) -> re.Match[str] | None:
    """The match that ends last."""
    found = [match for cue, text in cues for match in cue.finditer(text, first, last)]
    return max(found, key=lambda match: match.end(), default=None)
