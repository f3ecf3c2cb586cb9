"""``agreements.yml`` and ``events.yml`` become their records."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from builder.knowledge.records import duration_of, known_id, names_of, references, source_of
from builder.languages import load_languages
from builder.models import Agreement, KnownEvent, Name
from builder.models.knowledge import AGREEMENT_KINDS
from builder.yamlfile import Value

_TEXTS = ("kind", "names", "aliases", "source")


def read_agreements(
    file: Value, parties: Collection[str], people: Collection[str], topics: Collection[str]
) -> dict[str, Agreement]:
    """Every entry of the register; parties, signatories and topics must exist."""
    entries = {}
    for name, value in file.fields():
        if not known_id(name, value):
            continue
        found = value.record((*_TEXTS, "weak_aliases", "date", "duration", "parties", "signatories", "topics"))
        strong = (Name(alias) for alias in found["aliases"].texts())
        weak = (Name(alias, weak=True) for alias in found["weak_aliases"].texts())
        entries[name] = Agreement(
            id=name,
            kind=found["kind"].choice(AGREEMENT_KINDS, AGREEMENT_KINDS[0]),
            names=names_of(found["names"]),
            aliases=(*strong, *weak),
            when=found["date"].edtf(),
            duration=duration_of(found["duration"]),
            parties=references(found["parties"], parties, "place or organisation"),
            signatories=references(found["signatories"], people, "person"),
            topics=references(found["topics"], topics, "topic"),
            source=source_of(found["source"], value),
        )
    return entries


def read_events(file: Value) -> dict[str, KnownEvent]:
    """Every dated event; one without a date or without cues is a problem, for it could date nothing."""
    entries = {}
    for name, value in file.fields():
        if not known_id(name, value):
            continue
        found = value.record(["names", "date", "implies", "cues", "source", "told_by"])
        when, names, source = found["date"].edtf(), names_of(found["names"]), source_of(found["source"], value)
        implies = found["implies"].choice(("after", "before", "during"), "after")
        cues = _cues(found["cues"])
        if not found["date"] or not cues:
            value.problem("needs a date and cues", "write date: 2024-01-28 and cues: {en: [[phrase, phrase]]}")
        if when:
            told_by = {code: phrases.texts() for code, phrases in found["told_by"].record(_languages()).items()}
            entries[name] = KnownEvent(name, names, when, cues, implies, source, told_by)
    return entries


def _languages() -> list[str]:
    return sorted(load_languages())


def _cues(value: Value) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found = value.record(_languages())
    return {
        language: tuple(alternative.texts() for alternative in alternatives.items())
        for language, alternatives in found.items()
        if alternatives
    }
