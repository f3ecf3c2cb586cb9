"""Mentions become entities: one record for everyone and everything that the articles name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.models import Article, Entity, Evidence, Knowledge, Mention
from builder.text import fold


def collect_entities(articles: Sequence[Article], knowledge: Knowledge) -> Mapping[str, Entity]:
    """Every entity that is mentioned, by id, with the sentences that mention it.

    A known entity has the names and aliases of its authority file and the spellings that the
    articles use; an unknown one has only what the texts say and is never merged by resemblance.
    """
    mentioned: dict[str, list[tuple[Article, Mention]]] = {}
    for article in articles:
        for mention in article.mentions:
            mentioned.setdefault(mention.entity, []).append((article, mention))
    strangers = {stranger.id: stranger for article in articles for stranger in article.strangers}
    entities = {}
    for entity, found in sorted(mentioned.items()):
        names, aliases = _known_names(entity, knowledge)
        stranger = strangers.get(entity)
        if stranger and not names:
            names = {stranger.language: stranger.name}
        entities[entity] = Entity(
            id=entity,
            kind=found[0][1].kind,
            names=names,
            aliases=_other_spellings(names, (*aliases, *(mention.text for _, mention in found))),
            known=stranger is None,
            evidence=_sentences(found),
            articles=tuple(dict.fromkeys(article.id for article, _ in found)),
        )
    return entities


def _known_names(entity: str, knowledge: Knowledge) -> tuple[Mapping[str, str], tuple[str, ...]]:
    record = knowledge.find(entity)
    return (record.names, record.aliases) if record else ({}, ())


def _other_spellings(names: Mapping[str, str], spellings: Iterable[str]) -> tuple[str, ...]:
    """The spellings that are none of the names, the longest first, each once whatever its case.

    The end of a longer spelling (a surname, a name without its article) tells nothing new.
    """
    seen = [fold(name) for name in names.values()]
    others = []
    for spelling in sorted(set(spellings), key=lambda text: (-len(text), text)):
        folded = fold(spelling)
        if not any(longer.endswith(folded) for longer in seen):
            seen.append(folded)
            others.append(spelling)
    return tuple(others)


def _sentences(found: Iterable[tuple[Article, Mention]]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(article.sentence(mention.paragraph, mention.start) for article, mention in found))
