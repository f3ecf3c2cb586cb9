"""The name of a month in a text into whether a month is meant, where no day and no year beside say so.

"In May" and "the January fire" are months; "Mrs May", "April Jones" and "every June" are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from builder.extract.dating.patterns import Patterns
from builder.extract.dating.vocabulary import key

_JOINED_NAME = re.compile(r"[^\W\d_]-$")
"""A hyphen right before a month makes it a part of a name, as in ``Champ-de-Mars``."""
_OPENING = re.compile(r"[.!?:;(\"»«”“•|/-]\s*$")


class Months:
    """Judges the month names of one text; ``capitals`` tells of an offset's letter."""

    def __init__(self, text: str, patterns: Patterns, capitals: Callable[[int], bool]) -> None:
        self._text = text
        self._vocabulary = patterns.vocabulary
        self._cues = patterns.cues
        self._capitals = capitals
        self._borne: dict[str, bool] = {}

    def is_street(self, start: int) -> bool:
        """Tell whether a name such as ``avenue du`` stands right before: then the date is part of a name."""
        before = self._text[max(0, start - 30) : start]
        between = [before[word.end() :] for word in self._cues.street.finditer(before)]
        return any(not re.search(r"[^\W_]{4}|[.,;:)(]", gap) and gap.strip() not in self._cues.on for gap in between)

    def is_meant(self, match: re.Match[str]) -> bool:
        """Tell whether a match of the pattern of months is one: by a word beside it, or by its name alone."""
        start = match.start("m1")
        if key(match["m1"]) not in self._vocabulary.full_months and self._text[match.end("m1") :][:1] != ".":
            return False
        before = self._text[max(0, start - 25) : start]
        if _JOINED_NAME.search(before) and not match["part"] and not self._is_joined(match):
            return False
        after = self._text[match.end("m1") : match.end("m1") + 12]
        glued = bool(match["glued"]) and match["glued"] in self._vocabulary.words.month_cues
        cued = any(not before[word.end() :].strip(" '-") for word in self._cues.month.finditer(before))
        named_after = self._cues.named_after.match(after.lstrip())
        cued = cued or self._describes(match)
        if glued or cued or match["part"] or (named_after and after.startswith(" ")):
            return self.is_sure(match["m1"]) or not self._is_proper(match)
        return not self._is_name(match) and (self.is_sure(match["m1"]) or self._is_joined(match))

    def _describes(self, match: re.Match[str]) -> bool:
        """Tell whether a month stands between an article and a noun: "the May report", but not "the March for"."""
        before = self._text[max(0, match.start("m1") - 12) : match.start("m1")]
        noun = re.match(r"\s([a-z]+)", self._text[match.end("m1") :])
        if not self._vocabulary.capitalised or not noun or self._capitals(match.end("m1") + 1):
            return False
        return bool(self._cues.article.search(before)) and noun.group(1) not in self._cues.small | self._cues.on

    def is_sure(self, name: str) -> bool:
        """Tell whether a name is that of a month and no other word."""
        return key(name) in self._vocabulary.sure_months

    def _is_proper(self, match: re.Match[str]) -> bool:
        """Tell whether a month that is also a name is written as one: ``Mars`` in a French sentence, ``Mrs May``."""
        start = match.start("m1")
        if not self._capitals(start):
            return False
        if not self._vocabulary.capitalised:
            before = self._text[max(0, start - 30) : start]
            return bool(before.strip()) and not _OPENING.search(before)
        return self._is_borne(match["m1"])

    def _is_borne(self, name: str) -> bool:
        """Tell whether anybody in the text bears a name; looked for once, however often the name stands there."""
        if name not in self._borne:
            bearers = re.finditer(rf"([^\W\d_]{{2,}})\.?\s(?={re.escape(name)}(?![^\W_])(?!\.?,?\s\d))", self._text)
            self._borne[name] = any(
                self._capitals(one.start()) and one.group(1) not in self._cues.small for one in bearers
            )
        return self._borne[name]

    def _is_joined(self, match: re.Match[str]) -> bool:
        """Tell whether another month is joined to one: ``May and June``."""
        before = self._text[max(0, match.start("m1") - 30) : match.start("m1")]
        return bool(
            self._cues.joined_before.search(before) or self._cues.joined_after.match(self._text, match.end("m1"))
        )

    def _is_name(self, match: re.Match[str]) -> bool:
        """Tell whether a month is a person's or a place's name, a word of one, or that of no year ("every June")."""
        start, end = match.span("m1")
        before = self._text[max(0, start - 30) : start]
        words = before.rstrip(" -'")
        if self.is_street(start) or any(
            found.end() == len(words)
            for found in (*self._cues.recurring.finditer(words), *self._cues.named.finditer(words))
        ):
            return True
        if not self._capitals(start):
            return False
        following = re.match(r" (?=[^\W\d_])", self._text[end : end + 2])
        if following and self._capitals(end + 1):
            return True
        opens = not words or bool(_OPENING.search(words))
        leading = re.search(r"[^\W\d_]+$", words) if before.endswith(" ") else None
        if leading is None:
            return not (opens or self._vocabulary.capitalised)
        capital = self._capitals(start - len(before) + leading.start())
        if (
            self._vocabulary.capitalised
            and key(match["m1"]) not in self._cues.given
            and _starts(words, leading.start())
        ):
            return False
        return not self._vocabulary.capitalised or (capital and leading.group() not in self._cues.small)


def _starts(words: str, start: int) -> bool:
    """Tell whether a word begins a sentence: there its capital says nothing."""
    return not words[:start].strip() or bool(_OPENING.search(words[:start]))
