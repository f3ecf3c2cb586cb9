"""What a paragraph may name: spans of words that are held for a person or an organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.extract.namewords import NameWords
from builder.text import Word

CERTAIN = 2
_OPENED, _CLOSED = frozenset('«“"„'), frozenset('»”"')
_INSIDE = frozenset((" ", "-", "'", "’", " - ", "."))
_MOST_QUOTED = 5
_MOST_BETWEEN = 2
_SPELLED_AS_NAME = 4
_FIGURES = "0123456789"
"""The number of a note may be glued to a name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of words that may be a name: of its kind for sure when its ``weight`` is ``CERTAIN``.

    ``first`` and ``after`` count words of the paragraph; ``reports`` tells that the person reports for
    the source. ``acronym`` is the number of the word that abbreviates the name, if one does;
    ``offset`` counts letters joined to the front of the first word that are none of the name's; ``is_shortened``
    tells that the first word alone means the same.
    """

    kind: str
    first: int
    after: int
    weight: int
    reports: bool = False
    acronym: int | None = None
    offset: int = 0
    is_shortened: bool = False

    def folded(self, found: Sequence[Word]) -> tuple[str, ...]:
        """Its words as they are compared, without the letters that are joined to the first one."""
        first, *others = (word.folded for word in found[self.first : self.after])
        return first[self.offset :], *others


def begins_given(found: Sequence[Word], at: int, names: frozenset[tuple[str, ...]]) -> int:
    """How many words at a place are a given name: 0, 1, or 2 for one that is written in two words."""
    if at + 1 < len(found) and (found[at].folded, found[at + 1].folded) in names:
        return 2
    return 1 if at < len(found) and (found[at].folded,) in names else 0


def begins_any(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How many words at a place are a given name, be it mostly another word."""
    return begins_given(found, at, words.given) or begins_given(found, at, words.weak_given)


def gap(text: str, found: Sequence[Word], at: int) -> str:
    """What stands between a word and the one before it; of the first word, a full stop."""
    return text[found[at - 1].end : found[at].start] if 0 < at < len(found) else "."


def opens_sentence(text: str, found: Sequence[Word], at: int) -> bool:
    """Tell whether a word stands after something that may end a sentence, so that its capital says nothing."""
    before = gap(text, found, at)
    return before.strip(" ,'’-()") != ""


def is_quoted(text: str, found: Sequence[Word], first: int, after: int) -> bool:
    """Tell whether words stand alone between quotation marks, as titles of works do."""
    before = text[: found[first].start].rstrip()[-1:]
    behind = text[found[after - 1].end :].lstrip()[:1]
    return before in tuple("«“\"'‘") and behind in tuple("»”\"'’")


def quoted_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The names between quotation marks right behind a noun for what they name: شركة "…", la société « … »."""
    if _OPENED.isdisjoint(text):
        return
    for at in range(1, len(found)):
        before = gap(text, found, at)
        if before.strip()[:1] not in _OPENED or not before.strip() or before[:1] != " ":
            continue
        if not _is_quoted_noun(text, found, at, words) or (words.has_capitals and not found[at].text[0].isupper()):
            continue
        for after in range(at + 1, min(at + 1 + _MOST_QUOTED, len(found) + 1)):
            behind = text[found[after - 1].end :][:2].strip()[:1]
            if behind in _CLOSED and behind:
                yield Candidate("organisation", at, after, CERTAIN)
                break
            if after < len(found) and gap(text, found, after) not in _INSIDE:
                break


def _is_quoted_noun(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a noun for what has a name stands before a word, perhaps with "named" or an adjective between."""
    before = at - 1
    while before > 0 and at - before <= _MOST_BETWEEN and gap(text, found, before) == " ":
        adjective = words.describing_follows and found[before].folded.endswith(words.describing)
        if found[before].folded not in words.called and not adjective:
            break
        before -= 1
    noun = found[before].folded
    if not words.joining.article:
        return noun in words.quoted
    return any(bare in words.quoted for bare, _, _ in words.joining.readings(noun))


def world_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The organisations whose names every reader knows; those in capitals only when they are written so."""
    fronts = words.joins | words.links
    known, free = words.world_bodies, 0
    for at in [place for place, word in enumerate(found) if word.folded in known or word.folded[1:] in known]:
        word = found[at]
        if at < free:
            continue
        if words.has_capitals and not word.text[0].isupper():
            continue
        for base, offset in ((word.folded, 0), (word.folded[1:], 1)):
            names = words.world_bodies.get(base, ())
            if not names or (offset and word.folded[:1] not in fronts):
                continue
            length = _length(text, found, at, names, words)
            if length:
                free = at + length
                yield Candidate("organisation", at, free, CERTAIN, offset=offset)
                break


def _bases(folded: str, words: NameWords) -> Iterator[tuple[str, int]]:
    """The word, and what is left without a letter joined to it; an article that lost its first letter gets it back."""
    yield folded, 0
    if folded[:1] in words.joins or folded[:1] in words.links or folded[:1] in words.joining.clitics:
        yield folded[1:], 1
    article = words.joining.article
    if article and folded.startswith(words.joining.joined):
        yield article + folded.removeprefix(words.joining.joined), 0
    elif article and folded.startswith(article[1:]):
        yield article + folded.removeprefix(article[1:]), 0


def _length(
    text: str, found: Sequence[Word], at: int, names: Sequence[tuple[tuple[str, ...], bool]], words: NameWords
) -> int:
    shouted = bool(names) and text.isupper()
    for name, capitals in names:
        own = found[at : at + len(name)]
        behind = at + len(name)
        if behind < len(found) and gap(text, found, behind) in (" ", "-") and _goes_on(found[behind], words):
            continue
        same = len(own) == len(name) and all(
            word.folded.rstrip(_FIGURES) == wanted for word, wanted in zip(own[1:], name[1:], strict=True)
        )
        joined = all(gap(text, found, at + number) in (" ", "-", "'", "’") for number in range(1, len(name)))
        if same and joined and not (capitals and (shouted or not all(_abbreviates(word) for word in own))):
            return len(name)
    return 0


def _abbreviates(word: Word) -> bool:
    """Tell whether an acronym is written as one: in capitals, or a long one as a name ("Nato", "Cédéao")."""
    return word.text.isupper() or (len(word.text) >= _SPELLED_AS_NAME and word.text.istitle())


def _goes_on(word: Word, words: NameWords) -> bool:
    """Tell whether the word behind a company's name makes it that of a product: a number or a name."""
    return word.text[0].isdigit() or (word.text[0].isupper() and word.folded not in words.never)


def roles_before(text: str, found: Sequence[Word], first: int, words: NameWords, reach: int) -> Iterator[int]:
    """The places of the roles before a word in its clause, the nearest first."""
    for at in range(first - 1, max(-1, first - reach - 1), -1):
        if gap(text, found, at + 1).strip(" ,'’-‑"):
            return
        if found[at].folded in words.roles:
            yield at
