"""People whom the knowledge does not have: names announced by a title or a role.

Precision before recall: a name is two to four capitalised words (particles between them allowed)
right after a title or role, or in front of a comma and a role. In a script without capitals it is
two words after a title that takes a name. What is found is a question to the editor, never a match.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from builder.models import Evidence, Mention, Paragraph
from builder.models.rules import NameCues
from builder.text import fold, words

_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Announcements:
    """The patterns by which a language announces a person, and the words that are no part of a name."""

    patterns: tuple[re.Pattern[str], ...]
    office_words: frozenset[str]
    particles: frozenset[str]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Strangers:
    """Mentions of unknown people, their names and languages by id, and who reported for the source."""

    mentions: tuple[Mention, ...]
    names: Mapping[str, tuple[str, str]]
    reporters: tuple[Evidence, ...]

    def without(self, ignored: Set[str]) -> Strangers:
        """The same without the ids that the editor said are no names."""
        return Strangers(
            mentions=tuple(mention for mention in self.mentions if mention.entity not in ignored),
            names={entity: name for entity, name in self.names.items() if entity not in ignored},
            reporters=self.reporters,
        )


def prepare_announcements(cues: NameCues) -> Announcements:
    """Make the patterns of a language; a language with an article in front of words has no capitals."""
    particles = _folded(cues.particles)
    return Announcements(
        patterns=_patterns_without_capitals(cues) if cues.article else _patterns_with_capitals(cues),
        office_words=_folded((*cues.titles, *cues.roles, *cues.sources, *cues.office_words)) - particles,
        particles=particles,
        sources=_folded(cues.sources),
    )


def find_strangers(
    article: str,
    paragraphs: Sequence[Paragraph],
    known: Iterable[Mention],
    announcements: Mapping[str, Announcements],
) -> Strangers:
    """Find unknown people and the source's own reporters; the spans of known names are left alone."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for mention in known:
        taken.setdefault(mention.paragraph, []).append((mention.start, mention.end))
    mentions: list[Mention] = []
    names: dict[str, tuple[str, str]] = {}
    reporters: list[Evidence] = []
    for paragraph in paragraphs:
        if paragraph.kind == "heading" or paragraph.language not in announcements:
            continue
        for start, end, reports in _announced(paragraph.text, announcements[paragraph.language]):
            name = paragraph.text[start:end]
            if any(first < end and start < last for first, last in taken.get(paragraph.id, ())):
                continue
            if reports:
                reporters.append(Evidence(article, paragraph.id, start, end, name))
                continue
            entity = stranger_id(name)
            names.setdefault(entity, (name, paragraph.language))
            mentions.append(Mention(entity, "person", name, paragraph.id, start, end))
    return Strangers(tuple(mentions), names, tuple(reporters))


def stranger_id(name: str) -> str:
    """An id for an unknown name, the same wherever the same folded words stand.

    >>> stranger_id("Élie Dupont") == stranger_id("Elie DUPONT")
    True
    """
    folded = " ".join(word.folded for word in words(name))
    ascii_name = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")
    return f"unknown-{slug}" if slug else f"unknown-{hashlib.sha256(folded.encode()).hexdigest()[:8]}"


def _announced(text: str, language: Announcements) -> Iterator[tuple[int, int, bool]]:
    """Yield start, end and whether the person reports, for each name that a title or role announces."""
    spans: list[tuple[int, int]] = []
    for pattern in language.patterns:
        for found in pattern.finditer(text):
            start, end = _trim(text, found.start("name"), found.end("name"), language)
            if end > start and not any(start < last and first < end for first, last in spans):
                spans.append((start, end))
                reports = any(word.folded in language.sources for word in words(found.group()))
                yield start, end, reports


def _trim(text: str, start: int, end: int, language: Announcements) -> tuple[int, int]:
    """Leave out the words of an office at the front of a name; an empty span when no name remains."""
    found = list(words(text[start:end]))
    while found and found[0].folded in language.office_words:
        found = found[1:]
    content = [word.folded for word in found if word.folded not in language.particles]
    if len(content) < _FEWEST_WORDS or language.office_words.intersection(content):
        return start, start
    return start + found[0].start, start + found[-1].end


def _patterns_with_capitals(cues: NameCues) -> tuple[re.Pattern[str], ...]:
    titles, roles = _either(cues.titles), _either((*cues.roles, *cues.sources))
    if not titles or not roles:
        return ()
    word = r"[A-ZÀ-ÖØ-ÞŒ][\w’'-]*"
    name = rf"{word}(?: (?:(?:(?:{_either(cues.particles)})[ ’'-]?){{1,2}}{word}|[A-Z]\.|{word})){{1,3}}"
    not_of = "".join(rf"(?<!\b{re.escape(joiner)}\s)" for joiner in cues.joiners)
    opener = rf"(?:(?:{_either(cues.joiners)})\s+|l['’])?"
    office = rf"(?i:\b(?:{roles}))\b(?:\s[^\s,.;:«»\"()]+){{0,16}}?,?\s+"
    return (
        re.compile(rf"\b(?:{titles})\s+(?P<name>{name})"),
        re.compile(rf"(?P<name>{name}),\s+{opener}(?:\w+\s){{0,2}}?(?i:{roles})\b"),
        re.compile(rf"{office}{not_of}(?P<name>{name})"),
    )


def _patterns_without_capitals(cues: NameCues) -> tuple[re.Pattern[str], ...]:
    if not cues.titles:
        return ()
    word = r"[^\W\d_]{2,}"
    name = rf"(?!{cues.article}){word} (?:(?:{_either(cues.particles)}) )?{word}"
    return (re.compile(rf"(?<!\w)(?:{_either(cues.titles)}) (?P<name>{name})(?!\w)"),)


def _either(cues: Iterable[str]) -> str:
    longest_first = sorted(set(cues), key=lambda cue: (-len(cue), cue))
    return "|".join(re.escape(cue).replace("'", "['’]") for cue in longest_first)


def _folded(cues: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word.text) for cue in cues for word in words(cue))
