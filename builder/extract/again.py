"""The names that an article gave with a cue, found where it repeats them without: whole, shortened or abbreviated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from builder.extract.candidates import Candidate, gap
from builder.extract.namewords import NameWords
from builder.extract.speech import Spelled

_JOINTS = frozenset((" ", "-", "‑", "'", "’", ". ", "."))
_SHORTEST_SURNAME = 3
_PAIR = 2
_Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Folded names by their first word, surnames, and acronyms in their own letters; of each what it means.

    A surname that two bear means nobody.
    """

    names: Mapping[str, tuple[tuple[_Name, str, str], ...]]
    surnames: Mapping[str, str]
    acronyms: Mapping[str, str]

    @staticmethod
    def of(found: Iterable[tuple[str, str, Spelled, Candidate]], particles: Set[str]) -> Again:
        """The ways to repeat names: id, kind and where each was found; a surname keeps the particle before it."""
        names: dict[str, set[tuple[_Name, str, str]]] = defaultdict(set)
        surnames: dict[str, set[str]] = defaultdict(set)
        acronyms: dict[str, set[str]] = defaultdict(set)
        for entity, kind, spelled, candidate in found:
            own = spelled.words[candidate.first : candidate.after]
            names[own[0].folded].add((tuple(word.folded for word in own), entity, kind))
            if kind == "person" and len(own) > _PAIR and own[-_PAIR].folded in particles:
                pair = (own[-_PAIR].folded, own[-1].folded)
                names[pair[0]].add((pair, entity, kind))
            if kind == "person" and len(own[-1].folded) >= _SHORTEST_SURNAME:
                surnames[own[-1].folded].add(entity)
            if candidate.acronym is not None:
                acronyms[spelled.words[candidate.acronym].text].add(entity)
        return Again(
            {first: tuple(sorted(those, key=_longest_first)) for first, those in names.items()},
            {surname: next(iter(those)) for surname, those in surnames.items() if len(those) == 1},
            {acronym: next(iter(those)) for acronym, those in acronyms.items() if len(those) == 1},
        )


def _longest_first(name: tuple[_Name, str, str]) -> tuple[int, _Name, str]:
    return -len(name[0]), name[0], name[1]


def find_again(spelled: Spelled, again: Again, words: NameWords) -> Iterator[tuple[str, str, int, int]]:
    """Yield entity, kind and span of each name that is repeated in a paragraph."""
    text, found = spelled.paragraph.text, spelled.words
    small = {word.folded for word in found if word.text[0].islower()} if words.has_capitals else frozenset()
    free = 0
    for at, word in enumerate(found):
        if at < free:
            continue
        if word.text in again.acronyms:
            yield again.acronyms[word.text], "organisation", word.start, word.end
            continue
        if words.has_capitals and not word.text[0].isupper():
            continue
        for base, offset in _bases(word.folded, words):
            length, entity, kind = _whole(text, spelled, at, base, again)
            if length:
                free = at + length
                yield entity, kind, word.start + offset, found[free - 1].end
                break
            if base in again.surnames and base not in small and _stands_alone(text, spelled, at, base, words):
                yield again.surnames[base], "person", word.start + offset, word.end
                break


def _bases(folded: str, words: NameWords) -> Iterator[tuple[str, int]]:
    """The word, and what is left of it without letters joined to its front."""
    yield folded, 0
    if folded[:1] in words.joining.clitics and len(folded) > _SHORTEST_SURNAME:
        yield folded[1:], 1


def _whole(text: str, spelled: Spelled, at: int, base: str, again: Again) -> tuple[int, str, str]:
    found = spelled.words
    for name, entity, kind in again.names.get(base, ()):
        if at + len(name) <= len(found) and all(
            found[at + number].folded == wanted and gap(text, found, at + number) in _JOINTS
            for number, wanted in enumerate(name)
            if number
        ):
            return len(name), entity, kind
    return 0, "", ""


def _stands_alone(text: str, spelled: Spelled, at: int, base: str, words: NameWords) -> bool:
    """Tell whether a surname stands there for the person: no part of another name, in Arabic beside a verb or title."""
    found = spelled.words
    if not words.has_capitals:
        return _is_subject(text, spelled, at, base, words)
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    if before and before.text[0].isupper() and gap(text, found, at) in (" ", "-"):
        opens = before.folded in words.joiners or before.folded in words.stops or before.folded in words.sayings
        if not opens and before.folded not in words.titles and before.folded not in words.roles:
            return False
    return not (after and after.text[0].isupper() and gap(text, found, at + 1) in (" ", "-"))


def _is_subject(text: str, spelled: Spelled, at: int, base: str, words: NameWords) -> bool:
    """Tell whether a word that is somebody's surname stands for them: not as an adjective, nor as what a noun is of."""
    found = spelled.words
    behind = found[at + 1].folded if at + 1 < len(found) and gap(text, found, at + 1) == " " else ""
    joined = found[at].folded != base
    if not joined and behind in words.sayings:
        return True
    if at == 0 or gap(text, found, at) != " ":
        return True
    before = found[at - 1].folded
    bare = {before, before[1:]} if before[:1] in words.joining.clitics else {before}
    if bare & (words.sayings | words.titles | words.roles):
        return True
    if bare & (words.named_after | words.bodies | words.small_bodies | words.place_nouns | words.particles):
        return False
    return not any(word.startswith(words.joining.article) for word in bare)
