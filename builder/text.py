"""Text on the ground floor: normal form of a line, folding for comparison, words and sentences.

Every function is pure. Offsets are code points of the text that was given, so that what is found
in a folded word can be shown in the original one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_PRESENTED = re.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_FOLDED_LETTERS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ة": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "گ": "ك",
    "ݣ": "ك",
    "ڭ": "ك",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "œ": "oe",
    "Œ": "oe",
    "æ": "ae",
    "Æ": "ae",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
}
_ITS_OWN_FOLD = re.compile("[ابتثجحخدذرزسشصضطظعغفقكلمنهوي ]+")
"""Arabic of plain letters alone, which most words are: ``fold`` leaves it as it is."""
_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]+[^\W_]*)*")
_SENTENCE_END = re.compile(r"[.!?؟…]+[»”\"')\]]*(?=\s+|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_CLOSING_QUOTE = re.compile(r"\s?[»”]")
_OPENERS = "«“\"'([‹‘- –—"
_FIRST_LETTER = re.compile(f"[^{re.escape(_OPENERS)}]")
LONGEST_WORD = 64
LONGEST_SENTENCE = 1000
_NOT_SPACE = re.compile(r"\S")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_ARABIC_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]+")


def normalise_line(line: str) -> str:
    """One line as the site shows it: NFC, plain spaces, no control or invisible characters.

    Zero-width characters, bidi controls, surrogates and private-use characters are left out, a
    control is a space, a shape of an Arabic letter (in old files and PDFs) is the letter; nothing visible is lost.

    >>> normalise_line(" a\\u00a0b\\u200f ")
    'a b'
    >>> normalise_line("\\ufefb") == "لا"
    True
    """
    composed = unicodedata.normalize("NFC", _PRESENTED.sub(_letters, line))
    return " ".join(_CONTROLS.sub(" ", _INVISIBLE.sub("", composed)).split())


def _letters(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found.group())


def fold(text: str) -> str:
    """A form in which spellings that readers take for the same are equal.

    Case, accents, vowel marks, tatweel, hamza seats, alef maqsura and ta marbuta do not count, nor how a text
    writes the sounds g, v, p and ch, for which Arabic has no letters.

    >>> fold("Sécurité") == fold("securite"), fold("الأمريكية") == fold("الامريكيه")
    (True, True)
    >>> fold("أگادير") == fold("أكادير")
    True
    """
    return _fold_word(text) if len(text) <= LONGEST_WORD else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.casefold()
    if _ITS_OWN_FOLD.fullmatch(text):
        return text
    decomposed = unicodedata.normalize("NFKD", _with_folded_letters(ARABIC_MARKS.sub("", text)))
    return _with_folded_letters(_COMBINING.sub("", decomposed).casefold())


# Words come again, and a dossier has some ten thousand of them; whole texts do not, and would fill the memory.
_fold_word = lru_cache(maxsize=65536)(_fold)


def _with_folded_letters(text: str) -> str:
    """One replacement after the other, which on a line is five times as fast as a table for ``translate``."""
    for letter, folded in _FOLDED_LETTERS.items():
        text = text.replace(letter, folded)
    return text


class Word(NamedTuple):
    """A word of a text: its letters, its folded form and its span.

    Made for every word of the dossier more than once, and a tuple is made three times as fast as a dataclass.
    """

    text: str
    folded: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of a text; apostrophes, hyphens and points separate them.

    >>> [word.folded for word in words("l’Utah, U.S.")]
    ['l', 'utah', 'u', 's']
    """
    # A tuple's own constructor, over the function that NamedTuple puts before it: this is run for every word.
    make = tuple.__new__
    found = _WORD.finditer(text)
    return tuple([make(Word, (word := one[0], _fold_word(word), one.start(), one.end())) for one in found])


def folded_words(text: str) -> list[str]:
    """The folded words of a text, for those who do not ask where they stand.

    >>> folded_words("l’Utah, U.S.")
    ['l', 'utah', 'u', 's']
    """
    return list(map(_fold_word, _WORD.findall(text)))


@lru_cache(maxsize=4096)
def is_arabic(text: str) -> bool:
    """Tell whether most letters of the text are Arabic ones.

    Asked of every line more than once, so it is remembered, and counts letter by letter only where the two scripts are
    mixed.
    """
    if not _ARABIC.search(text):
        return False
    if 2 * sum(map(len, _ARABIC_LETTERS.findall(text))) > len(text):
        return True
    arabic = "".join(_ARABIC.findall(text))
    return 2 * sum(map(str.isalpha, arabic)) > sum(map(str.isalpha, text))


def sentences(text: str, abbreviations: Iterable[str] = ()) -> Iterator[tuple[int, int]]:
    """Yield the span of each sentence, closing quotes included; spans never overlap.

    Refuses to end a sentence after an abbreviation, after a single initial, or before a small letter. What goes on
    for more than LONGEST_SENTENCE letters without a stop is cut, so that whoever reads sentences word against word
    needs no more than so much time for each.

    >>> t = "M. Sales a dit « oui. » Il part."
    >>> [t[a:b] for a, b in sentences(t, ["m"])]
    ['M. Sales a dit « oui. »', 'Il part.']
    """
    yield from _sentences(text, tuple(abbreviations))


@lru_cache(maxsize=512)
def _sentences(text: str, abbreviations: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The spans at once: those who read a paragraph ask for them again for every date and name in it."""
    known = _folded_abbreviations(abbreviations)
    start, length = 0, len(text.rstrip())
    spans = []
    for found in _SENTENCE_END.finditer(text):
        end = _with_closing_quote(text, found.end())
        if end <= start or not _ends_sentence(text, found.start(), end, known):
            continue
        spans.append((start, end))
        start = _begin(text, end)
    if start < length:
        spans.append((start, length))
    return tuple(piece for first, last in spans for piece in _in_pieces(text, first, last))


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or one longer than any writer's in pieces, cut before a space where there is one."""
    while end - start > LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = space if space > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = _begin(text, cut)
    if start < end:
        yield start, end


def _begin(text: str, end: int) -> int:
    """The place after the white space at ``end``."""
    found = _NOT_SPACE.search(text, end)
    return found.start() if found else len(text)


@lru_cache(maxsize=64)
def _folded_abbreviations(abbreviations: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word).rstrip(".") for word in abbreviations)


def _with_closing_quote(text: str, end: int) -> int:
    closing = _CLOSING_QUOTE.match(text, end)
    return closing.end() if closing else end


def _ends_sentence(text: str, stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    before = _LAST_WORD.search(text, text.rfind(" ", 0, stop) + 1, stop)
    if text[stop] == "." and before and end < len(text):
        word = before.group()
        if fold(word) in abbreviations or (len(word) == 1 and word.isupper()) or re.search(r"\.\w$", word):
            return False
    after = _FIRST_LETTER.search(text, _begin(text, end))
    return after is None or not after.group().islower()
