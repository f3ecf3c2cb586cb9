"""``NAME.yml`` beside a seed becomes a Sidecar: the editor's corrections and brief, checked key by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.errors import InputErrors
from builder.models import NO_NAME, Sidecar
from builder.read.chosen import read_lines
from builder.text import words
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
_KEYS = (*_TEXTS, "date", "publication", "topics", "drop", "keep", "names", "supersedes")


@dataclass(frozen=True, slots=True)
class Known:
    """What a sidecar may name: languages, topics, entities, articles; an empty set holds it to none."""

    languages: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()


def read_sidecar(path: Path, dossier: Path, known: Known, article: str, lines: Sequence[str]) -> Sidecar:
    """Read the sidecar of an article, whose lines prove what it says of them; without one it is empty.

    Raises InputErrors with every problem.
    """
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
        drop=read_lines(fields["drop"], lines),
        keep=read_lines(fields["keep"], lines),
        names=tuple(_names(fields["names"], known, lines)),
        supersedes=fields["supersedes"].texts(),
        **{name: fields[name].text() for name in _TEXTS},
    )
    if sidecar.url and not sidecar.url.startswith(("http://", "https://")):
        fields["url"].problem("is no web address", "begin it with https://")
    if known.languages and sidecar.language:
        fields["language"].choice(known.languages, "")
    for topic in fields["topics"].items() if known.topics else ():
        topic.choice(known.topics, "")
    for other in fields["supersedes"].items():
        if other.text() == article:
            other.problem("is this article itself", "name the one that it replaces")
        elif known.articles:
            other.choice(known.articles - {article}, "")
    both = sorted({*sidecar.drop} & {*sidecar.keep})
    if both:
        fields["keep"].problem(f"line {both[0]} is dropped as well", "leave it in one of the two")
    fields["retrieved"].edtf()
    if problems.found:
        raise InputErrors(problems.found)
    return sidecar


def _names(value: Value, known: Known, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words of the article and whom they mean in it; words that stand nowhere in it are a mistake."""
    text = [word.folded for line in lines for word in words(line)] if value else []
    for name, item in value.fields():
        entity = item.required_text()
        if entity and entity != NO_NAME and known.entities:
            item.choice({*known.entities, NO_NAME}, "")
        wanted = [word.folded for word in words(name)]
        if not wanted or not any(_stand_at(text, place, wanted) for place in range(len(text))):
            item.problem(f"{name!r} stands nowhere in the article", "write the words as they stand there")
        yield name, entity


def _stand_at(text: Sequence[str], place: int, wanted: Sequence[str]) -> bool:
    """Tell whether words stand at a place; letters of Arabic may be joined to the front of the first."""
    return text[place].endswith(wanted[0]) and text[place + 1 : place + len(wanted)] == [*wanted[1:]]


def _publication(value: Value) -> str:
    return value.choice(["full", "excerpts"], "") if value else ""
