"""What the words of a person's name look like, and how much they look like one."""

from __future__ import annotations

import re

from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.text import is_arabic

LONGEST_NAME = 45
_ARTICLE = "ال"
_INITIALED = re.compile(
    r"(?:[^\W\d_]\s?\.\s?-?){1,2}[^\W\d_]{2,20}(?:[\s-][^\W\d_]{2,20})?|(?:[A-Z]\.[\s-]?){2,3}|[ء-ي]\.\s?[ء-ي]\.?"
)
_LATIN_WORD = re.compile(r"(?:[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\W\d_]\.(?:-?[^\W\d_]\.)*)")
_ARABIC_WORD = re.compile(r"[^\W\d_a-zA-Z]+\.?")


def may_be_name(text: str, patterns: Patterns) -> bool:
    """Tell whether words after a "by" can be a name: few, capitalised, without small words of the language."""
    words = text.split()
    if not 1 <= len(words) <= 8 or len(text) > 80 or re.search(r"[\d?!؟«»“”:;…]|\w\w\.\s+\w{4}", text):
        return False
    if is_arabic(text):
        institution = len(words) > 3 and all(word.startswith(_ARTICLE) for word in words[:2])
        return (
            len(words) <= 6
            and not institution
            and not any(signature(word) in patterns.connectives for word in words if word != "و")
        )
    small = [word for word in words if word[0].islower()]
    return words[0][0].isupper() and all(signature(word) in patterns.particles for word in small)


def reads_as_person(text: str, patterns: Patterns) -> bool:
    """Tell whether bare words have the shape of one person's name, as strictly as where no "by" announces it.

    Two to four words besides particles; none that names a section, an institution, a place on the site
    or a day, and none of the words of a sentence. In Arabic the first word has no article, unless it
    is a given name.
    """
    words = _untitled(text.split(), patterns)
    main = [word for word in words if signature(word) not in patterns.particles or word[0].isupper()]
    if not (2 <= len(main) <= 4 and len(words) <= 6 and len(text) <= LONGEST_NAME) or not may_be_name(
        " ".join(words), patterns
    ):
        return False
    shape = _ARABIC_WORD if is_arabic(text) else _LATIN_WORD
    if not all(shape.fullmatch(word) for word in words) or max(map(len, words)) < 3:
        return False
    marks = [signature(word) for word in words]
    known = any(mark in patterns.given_names for mark in marks)
    if any(_is_other_word(mark, patterns) for mark in marks if mark not in patterns.given_names):
        return False
    if is_arabic(text):
        return known or not any(word.startswith(_ARTICLE) for word in words[:1])
    return not (marks[0] in patterns.connectives or _is_known_phrase(" ".join(marks), patterns))


def _untitled(words: list[str], patterns: Patterns) -> list[str]:
    """The words without a title before them ("Dr", a lone Arabic letter and a stop), when a name is left."""
    titled = len(words) > 2 and (signature(words[0]) in patterns.titles or bool(re.fullmatch(r"[ء-ي]\.", words[0])))
    return words[1:] if titled else words


def _is_other_word(mark: str, patterns: Patterns) -> bool:
    return mark in patterns.not_names or mark in patterns.months or mark in patterns.weekdays


def _is_known_phrase(mark: str, patterns: Patterns) -> bool:
    return (
        mark in patterns.outlets
        or mark in patterns.agencies
        or bool(patterns.sections.fullmatch(mark))
        or bool(patterns.labels.fullmatch(mark.replace(" ", "")))
    )


def has_given_name(text: str, patterns: Patterns) -> bool:
    """Tell whether one of the words but the last is a given name ("Jane Roe", not "Roe Jane's")."""
    return any(
        part in patterns.given_names
        for word in text.split()[:-1]
        for part in (signature(word), *signature(word.replace("-", " ")).split())
    )


def is_initialed(text: str) -> bool:
    """Tell whether a text is an initial or two and a surname, or initials alone, as articles are signed.

    >>> is_initialed("K. Benslimane"), is_initialed("ف. زينب"), is_initialed("Nador West Med")
    (True, True, False)
    >>> is_initialed("R.D."), is_initialed("م. ل"), is_initialed("E-mail")
    (True, True, False)
    """
    return bool(_INITIALED.fullmatch(text.strip()))


def all_capitalised(text: str) -> bool:
    """Tell whether every word begins with a capital."""
    return all(word[0].isupper() or not word[0].isalpha() for word in text.split())
