"""Matches become mentions: one entity or none for each span, and a note where two would fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from builder.extract.lexicon import PERSON, Form, Lexicon
from builder.extract.matching import Match, find_names
from builder.models import LanguageRules, Mention, Paragraph
from builder.text import words

_TITLE_REACH = 4


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions of an article, and the names that fit more than one entity."""

    mentions: tuple[Mention, ...]
    ambiguous: tuple[str, ...]


def find_mentions(
    paragraphs: Iterable[Paragraph], lexicon: Lexicon, cues: Mapping[str, tuple[tuple[str, ...], ...]]
) -> Resolved:
    """Find known people, organisations and places.

    A surname alone counts when the full name stands somewhere in the article, or after a title or a
    role when only one known person bears it. ``cues`` are the titles and roles of each language.
    Refuses to choose: a name that fits two is no mention.
    """
    found = [(paragraph, match) for paragraph in paragraphs for match in find_names(paragraph.text, lexicon)]
    named = {form.entity for _, match in found for form in match.forms if form.strength == "full"}
    mentions, ambiguous = [], set()
    for paragraph, match in found:
        titled = _follows_title(paragraph, match, cues)
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


def prepare_cues(rules: LanguageRules) -> tuple[tuple[str, ...], ...]:
    """The titles and roles of a language as folded words."""
    cues = (*rules.names.titles, *rules.names.roles)
    return tuple(tuple(word.folded for word in words(cue)) for cue in cues)


def _follows_title(paragraph: Paragraph, match: Match, cues: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
    if not any(form.kind == PERSON for form in match.forms):
        return False
    tail = tuple(word.folded for word in words(paragraph.text[: match.start])[-_TITLE_REACH:])
    return any(tail[-len(cue) :] == cue for cue in cues.get(paragraph.language, ()))
