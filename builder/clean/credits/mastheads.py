"""Names that nobody knows and that yet read as a newspaper's or a station's: "The Harbour Gazette", "harbour.net".

The word that papers have in their names is not enough, since sections have it too ("Local News", "Press review"):
another word must be nobody's but this paper's.
"""

from __future__ import annotations

import re

from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.clean.stamps import SEPARATORS
from builder.text import is_arabic

LONGEST_NAME = 5
_HOST = re.compile(r"(?:[^\W_]+(?:['’-][^\W_]+)*\s){0,2}[^\W_][\w-]{2,24}\.(?:com|net|org|info|tv|news|press|[a-z]{2})")
_ARTICLES = frozenset(("the", "le", "la", "les", "l"))
_FOR = "ل"


def outlet_named(text: str, patterns: Patterns, firm: bool = False) -> str:
    """The outlet whose name a few words are, known or not; nothing when they are none."""
    name = text.strip(SEPARATORS)
    known = patterns.own_names.get(signature(name))
    if known and not patterns.sections.fullmatch(signature(name)):
        return known
    return name if reads_as_outlet(name, patterns, firm) else ""


def reads_as_outlet(text: str, patterns: Patterns, firm: bool = False) -> bool:
    """Tell whether a few words read as the name of an outlet that nobody knows.

    ``firm`` is what stands where only an outlet's name does: then a word that much else is called by is enough.
    """
    words = text.split()
    if not 1 <= len(words) <= LONGEST_NAME or re.search(r"[^\w\s.'’&-]", text) or is_agencys(signature(text), patterns):
        return False
    if _HOST.fullmatch(text.lower() if text.isupper() else text):
        return firm or len(words) == 1 or text[0].isupper()
    if len(words) < 2 or not (is_arabic(text) or _is_capitalised(words, patterns)):
        return False
    marks = [signature(word) for word in words]
    if _says_else(marks, patterns) or (is_arabic(text) and patterns.connectives & set(marks)):
        return False
    said = patterns.outlet_words | (patterns.weak_outlet_words if firm or marks[0] in _ARTICLES else frozenset())
    sure = bool(patterns.outlet_words & set(marks))
    return _stands_at_an_end(marks, said, patterns) and any(_is_own(one, patterns, sure) for one in marks)


def _says_else(marks: list[str], patterns: Patterns) -> bool:
    """Tell whether words are a section's, a button's or a form's, or name a company."""
    mark = " ".join(marks)
    labelled = patterns.labels.fullmatch(mark.replace(" ", "")) or patterns.fields.fullmatch(marks[0])
    known = patterns.sections.fullmatch(mark) or any(patterns.lines.rules_of(mark)) or patterns.abouts.match(mark)
    return bool(labelled or known or patterns.company_words & set(marks))


def _stands_at_an_end(marks: list[str], said: frozenset[str], patterns: Patterns) -> bool:
    """Tell whether a word of papers opens or closes the name, articles aside."""
    bare = [mark for mark in marks if mark not in _ARTICLES]
    return bool(bare) and (bare[0] in said or bare[-1] in said)


def _is_capitalised(words: list[str], patterns: Patterns) -> bool:
    small = [word for word in words if word[0].islower()]
    return words[0][0].isupper() and all(
        signature(word) in patterns.particles or signature(word) in patterns.connectives for word in small
    )


def _is_own(mark: str, patterns: Patterns, sure: bool) -> bool:
    """Tell whether a word is this outlet's own: no word of papers, of the language or, unless ``sure``, of sections."""
    common = patterns.outlet_words | patterns.weak_outlet_words | patterns.connectives | patterns.particles
    other = mark in common or mark in patterns.reader_words or mark in patterns.date_words or mark.isdigit()
    of_sections = mark in patterns.not_names or mark in patterns.site_words or patterns.sections.fullmatch(mark)
    return not (other or (of_sections and not sure))


def outlet_within(text: str, patterns: Patterns) -> str:
    """The name of an outlet among the words of a line that a site prints about itself, the longest of those found.

    In Latin letters it must begin with an article or fill its part of the line: other words have capitals there too.
    """
    if text.isupper():
        return ""
    pieces = re.split(r"[^\w\s.'’&-]+|\s-\s|(?<=\w)\.(?:\s|$)|\b(?:19|20)\d\d\b", text)
    runs = [run for piece in pieces for run in _runs(piece.split(), patterns)]
    return max(runs, key=lambda run: len(run.split()), default="")


def _runs(words: list[str], patterns: Patterns) -> list[str]:
    found = []
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + LONGEST_NAME) + 1):
            run = words[start:end]
            firm = signature(run[0]) in _ARTICLES or len(run) == len(words) or is_arabic(run[0])
            said = any(signature(word) in patterns.reader_words or "." in word for word in run)
            name = _without_for(" ".join(run), patterns)
            if firm and not said and reads_as_outlet(name, patterns):
                found.append(name)
    return found


def _without_for(text: str, patterns: Patterns) -> str:
    """The name without the Arabic "for" that is written onto its first word."""
    first, _, rest = text.partition(" ")
    bare = first.removeprefix(_FOR)
    return f"{bare} {rest}" if bare != first and signature(bare) in patterns.outlet_words else text


def is_agencys(mark: str, patterns: Patterns) -> bool:
    """Tell whether a name has an agency's in it or begins with one, as the name of its site does."""
    return bool(patterns.agency.search(mark)) or mark.startswith(patterns.agency_starts)
