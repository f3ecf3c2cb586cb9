"""``NAME.yml`` beside a seed becomes a Sidecar: the editor's corrections and brief, checked key by key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.errors import InputErrors
from builder.models import Sidecar
from builder.yamlfile import Problems, Value, read_yaml

_TEXTS = (
    "title",
    "english_title",
    "brief",
    "outlet",
    "byline",
    "english_byline",
    "agency",
    "language",
    "url",
    "retrieved",
    "notes",
)
_KEYS = (*_TEXTS, "date", "publication", "topics")


@dataclass(frozen=True, slots=True)
class Known:
    """The languages and topics that a sidecar may name; an empty set holds it to none."""

    languages: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()


def read_sidecar(path: Path, dossier: Path, known: Known) -> Sidecar:
    """Read a sidecar; without one the answer is an empty Sidecar. Raises InputErrors with every problem."""
    if not path.is_file():
        return Sidecar()
    source = path.relative_to(dossier).as_posix()
    problems = Problems()
    fields = read_yaml(path, source, problems).record(_KEYS)
    sidecar = Sidecar(
        source=source,
        date=fields["date"].edtf(),
        publication=_publication(fields["publication"]),
        topics=fields["topics"].texts() if fields["topics"] else None,
        **{name: fields[name].text() for name in _TEXTS},
    )
    if sidecar.url and not sidecar.url.startswith(("http://", "https://")):
        fields["url"].problem("is no web address", "begin it with https://")
    if known.languages and sidecar.language:
        fields["language"].choice(known.languages, "")
    for topic in fields["topics"].items() if known.topics else ():
        topic.choice(known.topics, "")
    fields["retrieved"].edtf()
    if problems.found:
        raise InputErrors(problems.found)
    return sidecar


def _publication(value: Value) -> str:
    return value.choice(["full", "excerpts"], "") if value else ""
