"""Matches become mentions: one entity or none for each span, and a note where two would fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from builder.extract.lexicon import PERSON, Form, Lexicon
from builder.extract.matching import Match, find_names
from builder.extract.speech import Spelled
from builder.models import LanguageRules, Mention
from builder.text import words

_TITLE_REACH = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions of an article, and the names that fit more than one entity."""

    mentions: tuple[Mention, ...]
    ambiguous: tuple[str, ...]


def find_mentions(
    paragraphs: Iterable[Spelled],
    lexicon: Lexicon,
    cues: Mapping[str, Set[tuple[str, ...]]],
    statuses: Mapping[str, Sequence[tuple[int, int]]],
) -> Resolved:
    """Find known people, organisations and places.

    A surname alone counts when the full name stands somewhere in the article, or after a title or a
    role when only one known person bears it. ``cues`` are the titles and roles of each language;
    names inside ``statuses`` (spans by paragraph) are part of a status and no mention.
    Refuses to choose: a name that fits two is no mention.
    """
    found = [
        (spelled.paragraph, match, _follows_title(spelled, match, cues))
        for spelled in paragraphs
        for match in find_names(spelled.paragraph.text, spelled.words, lexicon)
        if not any(start <= match.start < end for start, end in statuses.get(spelled.paragraph.id, ()))
    ]
    named = {form.entity for _, match, _ in found for form in match.forms if form.strength == "full"}
    mentions, ambiguous = [], set()
    for paragraph, match, titled in found:
        candidates = _candidates(match, named, titled)
        if len(candidates) == 1:
            form = candidates[0]
            text = paragraph.text[match.start : match.end]
            mentions.append(Mention(form.entity, form.kind, text, paragraph.id, match.start, match.end))
        elif candidates:
            ambiguous.add(paragraph.text[match.start : match.end])
    return Resolved(tuple(mentions), tuple(sorted(ambiguous)))


def _candidates(match: Match, named: set[str], titled: bool) -> list[Form]:
    full = [form for form in match.forms if form.strength == "full"]
    if full:
        return full
    short = [form for form in match.forms if form.strength == "short"]
    present = [form for form in short if form.entity in named]
    if present:
        return present
    return short if titled else []


def prepare_cues(rules: LanguageRules) -> frozenset[tuple[str, ...]]:
    """The titles and roles of a language as folded words."""
    cues = (*rules.names.titles, *rules.names.roles)
    return frozenset(tuple(word.folded for word in words(cue)) for cue in cues)


def _follows_title(spelled: Spelled, match: Match, cues: Mapping[str, Set[tuple[str, ...]]]) -> bool:
    """Tell whether the words right before a person's name are a title; letters joined to the name are a word."""
    known = cues.get(spelled.paragraph.language)
    if not known or not any(form.kind == PERSON for form in match.forms):
        return False
    before = spelled.words[max(0, match.first - _TITLE_REACH) : match.first]
    joined = words(spelled.paragraph.text[spelled.words[match.first].start : match.start])
    tail = tuple(word.folded for word in (*before, *joined))
    return any(tail[-length:] in known for length in range(1, _TITLE_REACH + 1))
