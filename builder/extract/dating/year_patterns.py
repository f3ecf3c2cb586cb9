"""The words of a language into the compiled patterns of its years.

Patterns match flat text (``folding.flatten``); those for the left side of a number end where it begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.dating.vocabulary import NEVER, START, alternatives
from builder.models.rules import DateWords

_YEAR = r"(?:1\d{3}|20\d\d|2100)"


@dataclass(frozen=True, slots=True)
class YearPatterns:
    """The patterns of years of one language."""

    number: re.Pattern[str]
    dashed: re.Pattern[str]
    spread: re.Pattern[str]
    plain_spread: re.Pattern[str]
    short: re.Pattern[str]
    cue: re.Pattern[str]
    weak_cue: re.Pattern[str]
    named: re.Pattern[str]
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    before_noun: re.Pattern[str]
    after_adjective: re.Pattern[str]
    owner: re.Pattern[str]
    article: re.Pattern[str]
    joined: re.Pattern[str]
    follower: re.Pattern[str]
    head: re.Pattern[str]
    unit: re.Pattern[str]
    mark: re.Pattern[str]
    part: re.Pattern[str]
    apposed: re.Pattern[str]
    compared: re.Pattern[str]
    prefix: re.Pattern[str]
    opener: re.Pattern[str]
    verb: re.Pattern[str]
    figures: re.Pattern[str]
    captioned: re.Pattern[str]
    two_calendars: bool


@lru_cache(maxsize=64)
def load_year_patterns(words: DateWords) -> YearPatterns:
    """Compile the patterns of years of a language."""
    clitic, cues = alternatives(words.clitics), alternatives(words.year_cues + words.part_words)
    article = alternatives(words.articles)
    glue = r"\s*" if words.clitics else r"(?:\s+|\s?-\s?|\s*\(\s*)"
    to_words, and_words = alternatives(words.to_words), alternatives(words.and_words)
    between, since = alternatives(words.between_words), alternatives(words.from_words)
    opener = rf"{START}(?:{clitic})?(?:(?P<between>{between})|(?:{since}))"
    year_word = rf"(?:(?:{alternatives(words.year_links + words.year_cues)})\s+)?"
    return YearPatterns(
        number=re.compile(
            rf"{_number_start(words)}(?<!\d[.,/:-])(?<![^a-z]\d )(?<!^\d ){_YEAR}"
            r"(?!\d|:\d|[.,]\d(?!\d?(?:\s|$))|\s\d{3}(?!\d)|\s?%|[a-z])"
        ),
        dashed=re.compile(
            rf"(?<![a-z\d_.,/#-])(?P<y1>{_YEAR})(?:\s?-\s?(?P<y2>{_YEAR})|/(?P<y3>{_YEAR})|[-/](?P<y4>\d\d))(?![\d/%-]|[.,]\d|[a-z])"
        ),
        spread=re.compile(
            rf"{opener}\s+(?:(?:{alternatives(words.part_words)})\s+)?{year_word}(?P<y1>{_YEAR})\s+(?:(?P<to>{to_words})\s+(?:{clitic})?|(?P<and>{and_words})\s*){year_word}(?:(?:{alternatives(words.part_words)})(?:\s+|\s?-\s?))?(?P<y2>{_YEAR})(?!\d|[.,]\d)"
        ),
        plain_spread=re.compile(
            rf"{_number_start(words)}(?<!\d[.,/:-])(?<![^a-z]\d )(?P<y1>{_YEAR})"
            rf"(?:\s+(?:{to_words})\s+|\s*(?:{to_words if words.clitics else NEVER})(?=\d)){year_word}"
            rf"(?P<y2>{_YEAR})(?!\d|[.,]\d)"
        ),
        short=re.compile(
            rf"{START}(?:{alternatives(words.year_cues + words.weak_year_cues)})\s+"
            r"(?P<year>'(?P<short>\d\d))(?![^\W_]|')"
            if not words.clitics
            else NEVER
        ),
        cue=re.compile(rf"{START}(?:{clitic})?(?:{article})?(?:{cues}){glue}$"),
        weak_cue=re.compile(rf"{START}(?:{alternatives(words.weak_year_cues)})\s+$"),
        named=_named_pattern(words),
        noun_before=re.compile(rf"{START}(?:{clitic})?(?:{article})?(?:{alternatives(words.dated_nouns)})\s+$"),
        noun_after=re.compile(rf"\s+(?:[^\W\d_]+\s+){{0,3}}?(?:{alternatives(words.nouns_of_year)})(?![^\W_])"),
        before_noun=re.compile(rf"(?:{START}(?:{alternatives(words.year_articles)})|[a-z]'s|[a-z]s')\s+$")
        if words.year_articles
        else re.compile(NEVER),
        after_adjective=re.compile(
            rf"{START}(?:{alternatives(words.year_articles)})\s+(?!(?:{alternatives(words.counting_words)})\s)"
            r"[a-z]{3,}\s+$"
        ),
        owner=re.compile(r"'s\s[a-z]"),
        article=re.compile(rf"{START}(?:{article})\s+$"),
        joined=re.compile(rf"\s*,\s*|\s*,?\s+(?:{and_words})\s*"),
        follower=re.compile(rf"\s+(?:{alternatives(words.year_followers)})(?![^\W_])"),
        head=re.compile(rf"(?<![^\W\d_])(?:{alternatives(words.number_heads)})\s*[:.]?\s*$"),
        unit=re.compile(rf"\s?-?(?:{alternatives(words.units)})(?![^\W_])|\s?[%°$€]"),
        mark=re.compile(rf"(?:{alternatives(words.common_marks)})(?![^\W_])"),
        part=re.compile(rf"{START}(?:{clitic})?(?P<part>{alternatives(words.part_words)})(?:\s+|\s?-\s?)$"),
        apposed=re.compile(rf"{START}(?:{clitic})?(?:{article})?(?:{alternatives(words.year_nouns)})\s*,\s*$"),
        compared=re.compile(rf"(?<![^\W\d_])(?:{alternatives(words.comparing_words)})\s*$"),
        prefix=re.compile(rf"{START}(?:{alternatives(words.year_prefixes)})$"),
        opener=re.compile(rf"(?:^|[\"“«‘]|[.,;:!?]\s|{START}(?:{alternatives(words.clause_breaks)})\s)\s*$"),
        verb=re.compile(rf"\s+(?:{alternatives(words.year_verbs)})(?![^\W_])"),
        figures=re.compile(r"[$€£+#]\s*$"),
        captioned=re.compile(r"[a-z]{3}\s?,\s$" if not words.clitics else NEVER),
        two_calendars=words.two_calendars == "yes",
    )


def _number_start(words: DateWords) -> str:
    """No letter or digit stands before, or just letters such as FY."""
    return rf"(?:(?<![a-z\d_#]){''.join(rf'|(?<=(?<![a-z]){re.escape(one)})' for one in words.year_prefixes)})"


def _named_pattern(words: DateWords) -> re.Pattern[str]:
    """``the ceasefire of``: a definite noun of up to three words and a weak cue, before a year."""
    if words.clitics:
        return re.compile(NEVER)
    article = alternatives(word for word in words.articles + words.determiners if len(word) > 1)
    noun = r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,2}"
    return re.compile(rf"{START}(?:(?:{article})\s+|l'){noun}\s(?:{alternatives(words.naming_links)})\s+$")
