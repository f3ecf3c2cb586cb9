"""When two spellings are the same name: the ways French, English and Arabic write one sound.

GeoNames gives a city dozens of alternate names and does not say in which language; what is kept is
what differs from the city's own name only in such a way.
"""

from __future__ import annotations

import re
import unicodedata

from builder.text import fold

_ARABIC_LETTERS = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي")
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàâäçèéêëîïôöùûüœ '’-.")
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:al|el|es|er|ad|ed|en|ech)[ -]", ""),
        (r"[^a-z]", ""),
        (r"t?ch|tsh", "sh"),
        (r"dj|g(?=[ei])", "j"),
        (r"rh|gh", "g"),
        (r"ou|oo|w", "u"),
        (r"ee|y", "i"),
        (r"qu?|c(?![eih])", "k"),
        (r"c", "s"),
        (r"(.)\1", r"\1"),
        (r"ie|ei", "e"),
        (r"e$", ""),
    )
)
_LATIN_SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ng|gn", "n"),
        (r"c(?=[eiy])", "s"),
        (r"[aeiouyw]|(?<![cksgdtrp])h", ""),
        (r"sh|ch|[sz]", "S"),
        (r"kh|gh|rh(?!$)|dj|[kcqgjx]", "K"),
        (r"ph|[pbfv]", "P"),
        (r"th|dh|[td]", "T"),
        (r"h", ""),
        (r"[^SKPTlmnr]", ""),
    )
)
_ARABIC_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("سشصزثذظ", "S"),
        **dict.fromkeys("كقغجخ", "K"),
        **dict.fromkeys("بف", "P"),
        **dict.fromkeys("تدطض", "T"),
        **dict.fromkeys("ءآأؤإئاةحعهوىي", ""),
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ر": "r",
    }
)
_DOUBLE = re.compile(r"(.)\1+")


def is_arabic_spelling(name: str) -> bool:
    """Tell whether the name is written with letters of the Arabic language only, not of Persian or Urdu.

    >>> is_arabic_spelling("الدار البيضاء"), is_arabic_spelling("مراکش")
    (True, False)
    """
    return bool(name) and all(char in _ARABIC_LETTERS or char in " -" for char in name)


def is_latin_spelling(name: str) -> bool:
    """Tell whether the name could stand in a French or English text: its letters, a capital, no code.

    >>> is_latin_spelling("Tétouan"), is_latin_spelling("RBA"), is_latin_spelling("Marakeş")
    (True, False, False)
    """
    letters = unicodedata.normalize("NFC", name).lower()
    return name[:1].isupper() and not name.isupper() and all(char in _LATIN_LETTERS for char in letters)


def same_latin_name(one: str, other: str) -> bool:
    """Tell whether two names differ only as French and English spellings of one name do.

    >>> same_latin_name("Larash", "Larach"), same_latin_name("Lara", "Lora")
    (True, False)
    """
    return _respelled(one) == _respelled(other)


def _respelled(name: str) -> str:
    spelling = fold(name)
    for pattern, replacement in _SPELLINGS:
        spelling = pattern.sub(replacement, spelling)
    return spelling


def sounds_alike(one: str, other: str) -> bool:
    """Tell whether two Latin names have the same consonants, two of them at least.

    >>> sounds_alike("Batumi", "Batoumi"), sounds_alike("Batumi", "Bitola")
    (True, False)
    """
    heard = _latin_sounds(one)
    return len(heard) > 1 and heard == _latin_sounds(other)


def same_arabic_name(latin: str, arabic: str) -> bool:
    """Tell whether an Arabic name has the consonants of a Latin one, in order.

    It only chooses among the names that a library already gives to one place; it never finds a name.

    >>> same_arabic_name("Settat", "سطات"), same_arabic_name("Settat", "سلطات")
    (True, False)
    """
    heard = _latin_sounds(latin)
    written = _DOUBLE.sub(r"\1", re.sub(r"(^|[ -])ال", r"\1", arabic).translate(_ARABIC_SOUNDS).replace(" ", ""))
    return written in (heard, heard.removeprefix("l")) or f"l{written}" == heard


def _latin_sounds(name: str) -> str:
    sounds = re.sub(r"\b(?:al|el|es|er|ad|ed|ech)\b", "", fold(name))
    for pattern, replacement in _LATIN_SOUNDS:
        sounds = pattern.sub(replacement, sounds)
    return _DOUBLE.sub(r"\1", sounds)
