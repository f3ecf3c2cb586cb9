"""Phrases of ``litter.yml`` into regular expressions over the signature of a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builder.text import ARABIC_MARKS, fold

LONGEST_SIGNATURE = 400
CUT_MARK = " \N{HORIZONTAL ELLIPSIS}"
_OTHER_LETTERS = r"[^\W\d_A-Za-zÀ-ɏ]+"
TOKEN = re.compile(
    rf"[A-Za-zÀ-ɏ]+|(?:19|20)\d\d(?=\d{{1,2}}:\d\d)|\d+|{_OTHER_LETTERS}(?:{ARABIC_MARKS.pattern}+(?:{_OTHER_LETTERS})?)*"
)
NAME = r"(?P<name>\S+(?: \S+){0,8}?)"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a line: its folded form and its span; letters, digits and scripts never share one."""

    folded: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, so that words glued to a number or to another script come apart.

    >>> [token.folded for token in tokens("0Commentaires فيسبوكTwitter")]
    ['0', 'commentaires', 'فيسبوك', 'twitter']
    """
    return tuple(Token(fold(found.group()), found.start(), found.end()) for found in TOKEN.finditer(text))


def signature(text: str) -> str:
    """The words of a line, folded, one space between them; a long line is cut and says so.

    A vowel mark does not part a word.

    >>> signature("Lire aussi : L’été")
    'lire aussi l ete'
    >>> signature("حمّل") == signature("حمل")
    True
    """
    return _signature(text[: LONGEST_SIGNATURE + 1])


@lru_cache(maxsize=8192)
def _signature(text: str) -> str:
    words = fold(" ".join(TOKEN.findall(text[:LONGEST_SIGNATURE])))
    return words + CUT_MARK if len(text) > LONGEST_SIGNATURE else words


def compile_phrases(phrases: Iterable[str], agencies: str = "(?!)") -> re.Pattern[str]:
    """One pattern that ``fullmatch``es the signature of a line which any of the phrases describes.

    >>> bool(compile_phrases(["# min|minutes de? lecture"]).fullmatch("5 min lecture"))
    True
    """
    parts = sorted({_translate(phrase, r"\S+(?: \S+){0,5}", agencies) for phrase in phrases})
    return re.compile("|".join(part for part in parts if part) or "(?!)")


@dataclass(frozen=True, eq=False)
class PhraseBook:
    """The phrases of several rules, found by the word that a line begins with.

    What may begin with any word is ``held``, found by a word that it has somewhere, or ``free`` when it may have any. A
    book equals itself alone, so that what it says of a line can be remembered: rule after rule asks for it. Phrases
    are made into a pattern when a line begins as they do, which of most no line ever does.
    """

    headed: Mapping[str, Mapping[str, Sequence[str]]]
    held: Mapping[str, Mapping[str, Sequence[str]]]
    free: Mapping[str, re.Pattern[str]]
    rules: tuple[str, ...]

    def rules_of(self, line: str) -> tuple[str, ...]:
        """The rules that describe the whole of a line's signature, in their order.

        >>> phrase_book({"more": ["read more *"], "views": ["# views"]}).rules_of("12 views")
        ('views',)
        """
        return _rules_of(self, line)


@lru_cache(maxsize=4096)
def _rules_of(book: PhraseBook, line: str) -> tuple[str, ...]:
    words = line.split()
    near = [_bound(book, word) for word in sorted(book.held.keys() & words)]
    near += [_headed(book, words[0]) if words else {}, book.free]
    return tuple(rule for rule in book.rules if any(own[rule].fullmatch(line) for own in near if rule in own))


@lru_cache(maxsize=4096)
def _headed(book: PhraseBook, head: str) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each rule for lines that begin with a word."""
    return {rule: compile_phrases(phrases) for rule, phrases in book.headed.get(head, {}).items()}


@lru_cache(maxsize=4096)
def _bound(book: PhraseBook, word: str) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each rule for lines that hold a word somewhere."""
    return {rule: compile_phrases(phrases) for rule, phrases in book.held[word].items()}


def phrase_book(rules: Mapping[str, Iterable[str]]) -> PhraseBook:
    """The phrases of rules sorted by the words that they begin with."""
    headed: dict[str, dict[str, list[str]]] = {}
    held: dict[str, dict[str, list[str]]] = {}
    free: dict[str, list[str]] = {}
    for rule, phrases in rules.items():
        for phrase in phrases:
            heads = _heads(phrase)
            needed = heads or _needed(phrase)
            for word in needed:
                (headed if heads else held).setdefault(word, {}).setdefault(rule, []).append(phrase)
            if not needed:
                free.setdefault(rule, []).append(phrase)
    return PhraseBook(headed, held, {rule: compile_phrases(phrases) for rule, phrases in free.items()}, tuple(rules))


def _heads(phrase: str) -> set[str]:
    """The words that a line may begin with which a phrase describes; none when it may be any."""
    heads: set[str] = set()
    for word in phrase.split():
        firsts = _firsts(word)
        if not firsts:
            return set()
        heads |= firsts
        if not _is_optional(word):
            return heads
    return set()


def _needed(phrase: str) -> set[str]:
    """Words one of which stands in every line that a phrase describes: those of its longest part; none for none."""
    parts = [_firsts(word) for word in phrase.split() if not _is_optional(word)]
    return max(parts, key=lambda part: min(map(len, part), default=0), default=set())


def _firsts(word: str) -> set[str]:
    """The first words of what a word of a phrase may be; none when it may be any."""
    bare = word.strip("()?")
    texts = [signature(option) for option in bare.split("|")] if bare not in ("#", "+", "@", "*") else []
    return {text.split()[0] for text in texts if text}


def _is_optional(word: str) -> bool:
    return word.endswith("?") and len(word) > 1


def compile_named(phrases: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """One pattern for each phrase, whose ``+`` is the group ``name``; longer phrases first."""
    ordered = sorted(phrases, key=lambda phrase: -len(phrase.split()))
    return tuple(re.compile(_translate(phrase, NAME, "(?!)")) for phrase in ordered)


def compile_any(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern that ``fullmatch``es what any of those of ``compile_named`` does: most lines are asked once then."""
    name = NAME.replace("?P<name>", "?:")
    return re.compile("|".join(_translate(phrase, name, "(?!)") for phrase in phrases) or "(?!)")


def _translate(phrase: str, name: str, agencies: str) -> str:
    """Write one phrase as a regular expression in which every word is followed by a space or the end."""
    pattern = ""
    for word in phrase.split():
        bare, optional = word.strip("()?"), word.endswith("?") and len(word) > 1
        one = {"#": r"\d+(?: \d+)*", "+": name, "@": f"(?:{agencies})"}.get(bare)
        if bare == "*":
            pattern += r"(?:.*(?: |$))?"
            continue
        if one is None:
            options = sorted({signature(option) for option in bare.split("|")} - {""}, key=len, reverse=True)
            one = "(?:" + "|".join(map(re.escape, options)) + ")" if options else ""
        if one:
            pattern += f"(?:{one}(?: |$))" + ("?" if optional else "")
    return pattern
