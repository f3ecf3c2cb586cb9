"""The names that an article gave with a cue, found where it repeats them without: whole, shortened or abbreviated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from builder.extract.candidates import Candidate, gap
from builder.extract.namewords import NameWords
from builder.extract.speech import Spelled
from builder.text import Word

_JOINTS = frozenset((" ", "-", "‑", "'", "’", ". ", "."))
_SHORTEST_SURNAME = 3
_Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Folded names, surnames, and acronyms in their own letters; of each what it means.

    ``tails`` are surnames of several words ("Agyei-Baah", "Guled Farah"): what a person's name ends with. ``lengths``
    says of a first word how many words the names and tails that begin with it have, the most first: however many
    names there are, few lengths are tried. A surname that two bear means nobody.
    """

    names: Mapping[_Name, tuple[str, str]]
    tails: Mapping[_Name, tuple[str, str]]
    lengths: Mapping[str, tuple[int, ...]]
    surnames: Mapping[str, tuple[str, str]]
    acronyms: Mapping[str, str]

    @staticmethod
    def of(found: Iterable[tuple[str, str, Spelled, Candidate]], particles: Set[str], given: Set[_Name]) -> Again:
        """The ways to repeat names: id, kind and where each was found; a surname keeps the particle before it.

        A given name stands for its bearer as a surname does.
        """
        names: dict[_Name, tuple[str, str]] = {}
        tails: dict[_Name, set[tuple[str, str]]] = defaultdict(set)
        lengths: dict[str, set[int]] = defaultdict(set)
        surnames: dict[str, set[tuple[str, str]]] = defaultdict(set)
        acronyms: dict[str, set[str]] = defaultdict(set)
        for entity, kind, spelled, candidate in found:
            own = spelled.words[candidate.first : candidate.after]
            folded = candidate.folded(spelled.words)
            names[folded] = min((entity, kind), names.get(folded, (entity, kind)))
            lengths[folded[0]].add(len(folded))
            for tail in _tails(folded, particles) if kind == "person" else ():
                tails[tail].add((entity, kind))
                lengths[tail[0]].add(len(tail))
            if kind == "person" and len(own[-1].folded) >= _SHORTEST_SURNAME:
                surnames[own[-1].folded].add((entity, kind))
            if kind == "person" and folded[:1] in given:
                surnames[folded[0]].add((entity, kind))
            if candidate.is_shortened:
                surnames[own[0].folded].add((entity, kind))
            if candidate.acronym is not None:
                acronyms[spelled.words[candidate.acronym].text].add(entity)
        return Again(
            names,
            {tail: next(iter(those)) for tail, those in tails.items() if len(those) == 1},
            {first: tuple(sorted(those, reverse=True)) for first, those in lengths.items()},
            {surname: next(iter(those)) for surname, those in surnames.items() if len(those) == 1},
            {acronym: next(iter(those)) for acronym, those in acronyms.items() if len(those) == 1},
        )


def _tails(folded: _Name, particles: Set[str]) -> Iterator[_Name]:
    """What a name ends with, from two words on: none that begins behind a particle or with an initial."""
    for first in range(1, len(folded) - 1):
        if folded[first - 1] not in particles and len(folded[first]) > 1:
            yield folded[first:]


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
            length, entity, kind = _whole(text, spelled, at, base, again, words)
            if length:
                free = at + length
                yield entity, kind, word.start + offset, found[free - 1].end
                break
            alone = base in again.surnames and base not in small and base not in words.stops
            if alone and _stands_alone(text, spelled, at, 1, base, words):
                entity, kind = again.surnames[base]
                if kind == "person" or not _has_article(found, at, words):
                    yield entity, kind, word.start + offset, word.end
                break


def _bases(folded: str, words: NameWords) -> Iterator[tuple[str, int]]:
    """The word, and what is left of it without letters joined to its front."""
    yield folded, 0
    if folded[:1] in words.joining.clitics and len(folded) > _SHORTEST_SURNAME:
        yield folded[1:], 1


def _whole(text: str, spelled: Spelled, at: int, base: str, again: Again, words: NameWords) -> tuple[int, str, str]:
    """The longest name or tail that begins with a word: how many words it has, and what it means."""
    found = spelled.words
    for length in again.lengths.get(base, ()):
        name = (base, *(word.folded for word in found[at + 1 : at + length]))
        if len(name) < length or any(gap(text, found, at + number) not in _JOINTS for number in range(1, length)):
            continue
        alone = length == 1 and base not in words.stops
        if name in again.names and (length > 1 or (alone and _stands_alone(text, spelled, at, 1, base, words))):
            return length, *again.names[name]
        if name in again.tails and _stands_alone(text, spelled, at, length, base, words):
            return length, *again.tails[name]
    return 0, "", ""


def _has_article(found: Sequence[Word], at: int, words: NameWords) -> bool:
    before = found[at - 1].folded if at else ""
    return before in words.joiners and before not in words.joins | words.belongs | words.there


def _stands_alone(text: str, spelled: Spelled, at: int, length: int, base: str, words: NameWords) -> bool:
    """Tell whether a surname stands there for the person: no part of another name, in Arabic beside a verb or title."""
    found, behind = spelled.words, at + length
    if not words.has_capitals:
        return length > 1 or _is_subject(text, spelled, at, base, words)
    before, after = found[at - 1] if at else None, found[behind] if behind < len(found) else None
    if before and before.text[0].isupper() and gap(text, found, at) in (" ", "-"):
        opens = before.folded in words.joiners or before.folded in words.stops or before.folded in words.sayings
        if not opens and before.folded not in words.titles and before.folded not in words.roles:
            return False
    return not (after and after.text[0].isupper() and gap(text, found, behind) in (" ", "-"))


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
    if any(bare & those for those in (words.sayings, words.titles, words.roles)):
        return True
    owners = (words.named_after, words.bodies, words.small_bodies, words.place_nouns, words.particles)
    if any(bare & those for those in owners):
        return False
    return not any(word.startswith(words.joining.article) for word in bare)
