"""Tell the language of an article, and of a paragraph that is clearly in another one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from builder.models import LanguageRules
from builder.text import fold, is_arabic

SURE = 0.9
POSSIBLE = 0.02
LONG_PARAGRAPH = 120
DIALECT_SHARE = 0.02
DIALECT_WORDS = 3
UNQUOTED_SHARE = 0.03
LATIN_SHARE = 0.12
SHORT_QUOTATION = 30
_WORD = re.compile(r"[^\W\d_]+")
_TYPED = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"«[^«»]{2,400}»|“[^“”]{2,400}”|\"[^\"\n]{2,400}\"")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]+")
SAMPLE = 6000
BEGINNINGS = (200, 500, SAMPLE)
"""So many characters are looked at, the first number tells one language from another in most articles."""


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    """The model, loaded on first use because that takes half a second."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def detect(text: str, languages: Mapping[str, LanguageRules]) -> str:
    """The BCP 47 tag of a text's language, ``und`` when it has no letters.

    Only the lines in the script of most letters count, so that a quotation at the beginning decides
    nothing. A language that we have no rules for stays what it is, unless the identifier is not sure and
    holds one of ours for possible too (short texts). Dialects are then told by their own words.
    """
    sample = _of_main_script(text[:SAMPLE])
    if not _WORD.search(sample):
        return "und"
    ranked = _ranked(sample)
    code, certainty = ranked[0]
    if code not in languages and certainty < SURE:
        code = next((other for other, chance in ranked[1:4] if other in languages and chance >= POSSIBLE), code)
    return _dialect(sample, code, languages)


def _ranked(sample: str) -> list[tuple[str, float]]:
    """The languages with how likely each is, by no more of a text than makes one of them sure."""
    ranked: list[tuple[str, float]] = []
    for length in BEGINNINGS:
        ranked = _identifier().rank(sample[:length])
        if ranked[0][1] >= SURE or length >= len(sample):
            break
    return ranked


def _of_main_script(text: str) -> str:
    """The lines of a text that are Arabic, or those that are not, whichever holds more letters."""
    arabic = is_arabic(text)
    return "\n".join(line for line in text.splitlines() if is_arabic(line) == arabic) or text


def direction(text: str, code: str, languages: Mapping[str, LanguageRules]) -> str:
    """``rtl`` or ``ltr``: as most of the letters are written, else as the language's rules say.

    A language of the one direction may be written in letters of the other, as spoken Arabic is in messages.
    """
    if is_arabic(text):
        return "rtl"
    letters = sum(map(str.isalpha, text))
    if not letters and code in languages:
        return languages[code].direction
    to_the_left = sum(map(str.isalpha, "".join(_RIGHT_TO_LEFT.findall(text))))
    return "rtl" if 2 * to_the_left > letters else "ltr"


def paragraph_language(text: str, document: str, languages: Mapping[str, LanguageRules]) -> str:
    """A paragraph's language: the document's, unless a paragraph is clearly in another.

    In the document's own script only a long one can be; in another script some words are enough, as long
    as they are in a language that we know (a line of Latin letters may be a name).
    """
    same_script = is_arabic(text) == (direction("", document, languages) == "rtl")
    if len(text) < (LONG_PARAGRAPH if same_script else SHORT_QUOTATION):
        return document
    if same_script and not _is_foreign(text, document, languages):
        return document
    detected = detect(text, languages)
    if len(text) < LONG_PARAGRAPH and detected not in languages:
        return document
    family = {detected, languages[detected].litter.dialect_of} if detected in languages else {detected}
    return document if document in family or _base(document, languages) in family else detected


def _base(code: str, languages: Mapping[str, LanguageRules]) -> str:
    return (languages[code].litter.dialect_of or code) if code in languages else code


def _is_foreign(text: str, document: str, languages: Mapping[str, LanguageRules]) -> bool:
    """Tell whether another language's small words are three times as many as the document's."""
    words = _WORD.findall(fold(text))
    counts = {code: sum(map(_connectives(rules).__contains__, words)) for code, rules in _known(languages).items()}
    own = counts.pop(document, counts.pop(_base(document, languages), 0))
    return max(counts.values(), default=0) > 3 * own + 3


def _known(languages: Mapping[str, LanguageRules]) -> dict[str, LanguageRules]:
    return {code: rules for code, rules in languages.items() if not rules.litter.dialect_of}


@lru_cache(maxsize=64)
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _connectives(rules: LanguageRules) -> frozenset[str]:
    return _folded(rules.litter.connectives)


def _dialect(text: str, code: str, languages: Mapping[str, LanguageRules]) -> str:
    """The dialect in which a text is written, or ``code`` when too few of a dialect's words are there."""
    for dialect, rules in languages.items():
        parent = rules.litter.dialect_of
        if not parent:
            continue
        if code in (dialect, parent):
            return dialect if _speaks(_own_words(text), text, rules) else parent
        if not is_arabic(text) and _is_in_latin(text, rules):
            return dialect
    return code


def _speaks(own: str, whole: str, rules: LanguageRules) -> bool:
    """Tell whether a text has a dialect's words outside its quotations, and with these enough of them.

    A word of two letters is not enough by itself: "لي" is "to me" as well.
    """
    is_dialect = _dialect_words(rules)
    counts = []
    for text in (own, whole):
        words = _WORD.findall(fold(text))
        found = list(filter(is_dialect, words))
        needed = min(DIALECT_WORDS, max(1, len(words) // 12))
        enough = len(set(found)) >= needed and len(found) >= DIALECT_SHARE * len(words)
        counts.append((len(found), enough and any(len(word) > 2 for word in found), len(words)))
    (told, enough, size), (_, altogether, _) = counts
    return enough or (altogether and told >= UNQUOTED_SHARE * size)


def _is_in_latin(text: str, rules: LanguageRules) -> bool:
    """Tell whether a text in Latin letters is the dialect as it is typed with figures for letters ("3afak")."""
    words = _TYPED.findall(fold(text))
    known = _folded(rules.litter.dialect_words)
    found = [word for word in words if word in known]
    return len(set(found)) >= DIALECT_WORDS and len(found) >= LATIN_SHARE * len(words)


def _own_words(text: str) -> str:
    """A text without what it quotes, as long as more of it is left: a report may quote another dialect."""
    own = _QUOTED.sub(" ", text)
    return own if 2 * len(own) > len(text) else text


def _dialect_words(rules: LanguageRules) -> Callable[[str], bool]:
    """What tells whether a folded word is the dialect's: it is a list's, or begins as the dialect's verbs do."""
    litter = rules.litter
    known, exceptions = _folded(litter.dialect_words), _folded(litter.dialect_exceptions)
    prefixes = tuple(_folded(litter.dialect_prefixes))

    def is_dialect(word: str) -> bool:
        return word in known or (len(word) >= 5 and word.startswith(prefixes) and word not in exceptions)

    return is_dialect
