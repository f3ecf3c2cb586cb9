"""The paragraphs of an article and its dates into what stands beside each date: its tense, its sentence, its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from builder.dates import month_and_day
from builder.extract.dating.clues import weekday_of
from builder.extract.dating.folding import flatten
from builder.extract.dating.relative import DayWord
from builder.extract.dating.tense import Tense, read_tense, sentence_around
from builder.extract.dating.vocabulary import START, alternatives, any_word, key
from builder.models import DateMention, LanguageRules, Paragraph
from builder.models.rules import DateWords

_NEAR = 60
"""A word such as "since" begins within so many letters of the date that it belongs to."""

_YEAR_WORDS = 40
"""Words such as "last year" stand within so many letters of a date."""

_OPENING_WORDS = 3
"""So many words such as "in the year" stand before a date that opens a sentence."""


class Narrative:
    """The paragraphs of one article, with what was read in them."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        mentions: Sequence[DateMention],
        words: Sequence[DayWord],
        rules: LanguageRules,
    ) -> None:
        self.rules = rules
        self.paragraphs = {paragraph.id: paragraph for paragraph in paragraphs}
        self.mentions = mentions
        self.words = words
        self.lead_ids = [paragraph.id for paragraph in paragraphs if paragraph.kind == "text"][:4]

    def tense(self, mention: DateMention) -> Tense:
        """What the words around a mention say of it."""
        text = self.paragraphs[mention.paragraph].text
        return read_tense(text, mention.start, mention.end, self.rules.dates, self.rules.abbreviations)

    def sentence(self, mention: DateMention) -> tuple[int, int]:
        """The span of the sentence of a mention in its paragraph."""
        return sentence_around(self.paragraphs[mention.paragraph].text, mention.start, self.rules.abbreviations)

    def opens(self, mention: DateMention) -> bool:
        """Tell whether a mention opens its sentence, with a word or two such as "in" before it."""
        first, _ = self.sentence(mention)
        before = flatten(self.paragraphs[mention.paragraph].text[first : mention.start]).text
        words = self.rules.dates
        small = any_word(words.on_words + words.month_cues + words.year_nouns + words.articles, words.clitics)
        return len(before.split()) <= _OPENING_WORDS and not re.search(r"[^\W_]", small.sub(" ", before))

    def recurs(self, mention: DateMention) -> bool:
        """Tell whether words beside a day say that it is the same every year: "every year on 3 May"."""
        words, text = self.rules.dates, flatten(self.paragraphs[mention.paragraph].text).text
        yearly = any_word(words.yearly_words, words.clitics)
        before = text[max(0, mention.start - 30) : mention.start]
        gaps = [before[found.end() :] for found in yearly.finditer(before)]
        return any(len(re.findall(r"[^\W_]+", gap)) <= 1 for gap in gaps) or bool(
            yearly.match(text[mention.end : mention.end + 30].lstrip())
        )

    def weekday(self, mention: DateMention) -> int | None:
        """The weekday with which a mention begins."""
        return weekday_of(mention.text, self.rules.dates)

    def year_behind(self, mention: DateMention) -> int | None:
        """How many years after that of writing a date lies whose year words beside it say ("last year": -1)."""
        text = flatten(self.paragraphs[mention.paragraph].text).text
        for shift, ahead, behind in _year_words(self.rules.dates):
            before = text[max(0, mention.start - _YEAR_WORDS) : mention.start]
            if behind.match(text[mention.end : mention.end + _YEAR_WORDS]) or ahead.search(before):
                return shift
        return None

    def is_since(self, mention: DateMention) -> bool:
        """Tell whether such a word stands before a mention that means nothing else: "the first visit since March"."""
        return self._is_after(mention, _since(self.rules.dates)[1])

    def goes_on(self, mention: DateMention) -> bool:
        """Tell whether a word such as "since" stands before a mention: what began then goes on."""
        return self._is_after(mention, _since(self.rules.dates)[0])

    def _is_after(self, mention: DateMention, words: tuple[str, ...]) -> bool:
        text = flatten(
            self.paragraphs[mention.paragraph].text[max(0, mention.start - _NEAR) : mention.start]
        ).text.rstrip()
        return any(found.end() == len(text) for found in any_word(words, self.rules.dates.clitics).finditer(text))


@lru_cache(maxsize=64)
def _since(words: DateWords) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words such as "since", and those of them that mean nothing else."""
    since = tuple(sorted(set(words.past_words) & set(words.year_cues)))
    return since, tuple(word for word in since if word not in words.month_links)


@lru_cache(maxsize=64)
def _year_words(words: DateWords) -> tuple[tuple[int, re.Pattern[str], re.Pattern[str]], ...]:
    """The years that words such as "last year" mean, before a date and behind it."""
    small = alternatives(words.on_words + words.month_cues)
    shifts = ((-1, words.last_year_words), (0, words.this_year_words), (1, words.next_year_words))
    return tuple(
        (
            shift,
            re.compile(rf"{START}(?:{alternatives(said)})\s*,?\s*(?:(?:{small})\s*)?$"),
            re.compile(rf"\s+(?:{alternatives(said)})(?![^\W_])"),
        )
        for shift, said in shifts
    )


def is_named_day(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether a day without a year names something ("the attacks of 11 September")."""
    text = flatten(narrative.paragraphs[mention.paragraph].text).text
    words = narrative.rules.dates
    heads = any_word(words.named_day_heads, words.clitics)
    before, after = text[max(0, mention.start - 30) : mention.start], text[mention.end : mention.end + 15]
    on = {key(word) for word in words.on_words}
    gaps = [before[found.end() :] for found in heads.finditer(before)]
    leads_up = any(not re.search(r"[^\W_]{4}|[.,;:]", gap) and gap.strip() not in on for gap in gaps)
    return leads_up or bool(heads.match(after.lstrip()))


def names_fresh_blow(narrative: Narrative, mention: DateMention) -> bool:
    """Tell whether a day names an attack or the like that is not known to all by its day: "the attack of 22 April"."""
    words, yearless = narrative.rules.dates, month_and_day(mention.when)
    if yearless is None or yearless[1] is None or f"{yearless[0]:02}-{yearless[1]:02}" in words.famous_days:
        return False
    text = flatten(narrative.paragraphs[mention.paragraph].text).text
    blows = any_word(words.blow_words, words.clitics)
    return bool(blows.search(text[max(0, mention.start - 30) : mention.end + 15]))
