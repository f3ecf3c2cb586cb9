"""Passages become topic views: what each article says on a topic, and who and where stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.citations import find_citations
from builder.models import (
    CITING_NOTES,
    Article,
    DossierSettings,
    EditorNote,
    Entity,
    Evidence,
    Passage,
    RegisterEntry,
    Topic,
    TopicView,
)

Notes = Mapping[str, tuple[EditorNote, ...]]


def collect_topics(
    articles: Sequence[Article],
    register: Sequence[RegisterEntry],
    entities: Mapping[str, Entity],
    settings: DossierSettings,
    notes: Mapping[str, Notes],
    origins: Mapping[str, str],
) -> tuple[TopicView, ...]:
    """A view for each topic of the dossier, in its order, also when no article speaks of it."""
    return tuple(_view(topic, notes[topic.id], articles, register, entities, origins) for topic in settings.topics)


def _view(
    topic: Topic,
    notes: Notes,
    articles: Sequence[Article],
    register: Iterable[RegisterEntry],
    entities: Mapping[str, Entity],
    origins: Mapping[str, str],
) -> TopicView:
    passages = {article.id: found for article in articles if (found := topic_passages(article, topic.id))}
    spoken_in = {passage.evidence for found in passages.values() for passage in found}
    cited = tuple(dict.fromkeys(_cited(notes, articles)))
    rows = tuple(entry.id for entry in register if topic.id in entry.topics)
    return TopicView(
        topic=topic,
        notes=notes,
        passages=passages,
        cited=cited,
        entries=rows,
        people=_named("person", entities, spoken_in.union(cited)),
        organisations=_named("organisation", entities, spoken_in),
        places=_named("place", entities, spoken_in),
        independent=len({origins[article] for article in passages}),
    )


def _cited(notes: Notes, articles: Iterable[Article]) -> Iterator[Evidence]:
    """The sentences that prove the editor's notes; of a paragraph that is cited as a whole all of them.

    The background may cite what only leads to the topic.
    """
    sentences: dict[tuple[str, str], list[Evidence]] = {}
    for found in (sentence for article in articles for sentence in article.sentences):
        sentences.setdefault((found.article, found.paragraph), []).append(found)
    written = [note.text for section in CITING_NOTES for note in notes.get(section, ())]
    for citation in (citation for text in written for citation in find_citations(text)):
        for target in citation.targets:
            there = sentences[citation.article, target.paragraph]
            yield from there[target.sentence - 1 : target.sentence] if target.sentence else there


def topic_passages(article: Article, topic: str) -> tuple[Passage, ...]:
    """The article's passages on a topic; the editor's choice of topics in the sidecar wins."""
    chosen = article.clean.raw.sidecar.topics
    if chosen is not None and topic not in chosen:
        return ()
    found = tuple(passage for passage in article.passages if passage.topic == topic)
    if chosen is not None and not found and article.sentences:
        return (Passage(topic, 1.0, article.sentences[0]),)
    return found


def _named(kind: str, entities: Mapping[str, Entity], spoken_in: set[Evidence]) -> tuple[str, ...]:
    """The entities of a kind that the passages name, those named most often first."""
    counts = Counter(
        {entity.id: len(spoken_in.intersection(entity.evidence)) for entity in entities.values() if entity.kind == kind}
    )
    return tuple(entity for entity, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count)
