"""Articles and knowledge become a Review: who is unknown, who may be meant, what contradicts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.models import (
    AmbiguousName,
    Article,
    Evidence,
    Finding,
    Knowledge,
    LanguageRules,
    Mention,
    Organisation,
    Person,
    Review,
    UnknownName,
)
from builder.review.company import Surroundings, companions
from builder.review.roles import role_said
from builder.review.sounds import name_words
from builder.review.suggest import like_pairs, suggest
from builder.text import fold

# Every name is compared with every other: this many take seconds, ten times as many would take minutes.
_MOST_NAMES = 2000


@dataclass(frozen=True, slots=True)
class _Seen:
    article: Article
    mention: Mention


def review(articles: Sequence[Article], knowledge: Knowledge, languages: Mapping[str, LanguageRules]) -> Review:
    """Every question that the articles leave open, given what the knowledge says now.

    A name that the knowledge or the editor settled since the articles were read is no question any more.
    """
    settled = _settled(knowledge)
    strangers = {stranger.id: stranger for article in articles for stranger in article.strangers}
    seen: dict[str, list[_Seen]] = {}
    for article in articles:
        for mention in article.mentions:
            if mention.entity in strangers and fold(strangers[mention.entity].name) not in settled:
                seen.setdefault(mention.entity, []).append(_Seen(article, mention))
    together = companions(articles, knowledge)
    ordered = sorted(seen.items(), key=lambda item: (-len(item[1]), strangers[item[0]].name))
    unknown = []
    for entity, found in ordered[:_MOST_NAMES]:
        stranger = strangers[entity]
        around = _surroundings(found, knowledge, languages)
        first = found[0].article
        unknown.append(
            UnknownName(
                id=entity,
                kind=stranger.kind,
                name=stranger.name,
                language=stranger.language,
                count=len(found),
                evidence=_sentences(found),
                sources=tuple(dict.fromkeys(one.article.clean.raw.source for one in found)),
                source=_citation(first),
                url=first.clean.raw.sidecar.url,
                roles=tuple(dict.fromkeys(role for _, role in around.roles)),
                suggestions=suggest(stranger.name, stranger.kind, around, knowledge, together),
            )
        )
    pairs = like_pairs([(one.name, one.kind) for one in unknown])
    ambiguous, dates = tuple(_ambiguous(articles, knowledge)), tuple(_dates(articles))
    return Review(tuple(unknown), pairs, ambiguous, dates, len(ordered[_MOST_NAMES:]))


def _settled(knowledge: Knowledge) -> frozenset[str]:
    entries: list[Person | Organisation] = [*knowledge.people.values(), *knowledge.organisations.values()]
    names = (name for entry in entries for name in (*entry.names.values(), *entry.aliases))
    short = (name for person in knowledge.people.values() for name in person.short)
    return frozenset(fold(name) for name in (*names, *short, *knowledge.ignored))


def _surroundings(found: Sequence[_Seen], knowledge: Knowledge, languages: Mapping[str, LanguageRules]) -> Surroundings:
    articles = {one.article.id: one.article for one in found}.values()
    named = {mention.entity for article in articles for mention in article.mentions}
    roles = dict.fromkeys(role for one in found if (role := _role(one, languages)))
    return Surroundings(
        articles=frozenset(article.id for article in articles),
        company=frozenset(named & (knowledge.people.keys() | knowledge.organisations.keys())),
        roles=tuple(roles),
        dates=tuple(article.dating.when for article in articles if article.dating),
    )


def _role(seen: _Seen, languages: Mapping[str, LanguageRules]) -> tuple[str, str] | None:
    article, mention = seen.article, seen.mention
    paragraph = article.paragraph(mention.paragraph)
    rules = languages.get(paragraph.language)
    if rules is None:
        return None
    sentence = article.sentence(mention.paragraph, mention.start)
    others = [m for m in article.mentions if m.paragraph == mention.paragraph and m.kind == "person"]
    first = max((m.end for m in others if m.end <= mention.start), default=sentence.start)
    last = min((m.start for m in others if m.start >= mention.end), default=sentence.end)
    before = paragraph.text[max(first, sentence.start) : mention.start]
    said = role_said(before, paragraph.text[mention.end : min(last, sentence.end)], rules.names)
    return (rules.base, said) if said else None


def _sentences(found: Iterable[_Seen]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(one.article.sentence(one.mention.paragraph, one.mention.start) for one in found))


def _citation(article: Article) -> str:
    """How a fact that this article tells is cited: title, outlet, date."""
    clean = article.clean
    parts = [clean.title.value, clean.outlet.value if clean.outlet else ""]
    parts.append(article.dating.when.edtf if article.dating else "")
    return ", ".join(part for part in parts if part)


def _ambiguous(articles: Iterable[Article], knowledge: Knowledge) -> Iterator[AmbiguousName]:
    bearers = _bearers(knowledge)
    found: dict[str, tuple[str, list[Evidence], list[str]]] = {}
    for article in articles:
        for name in article.ambiguous:
            _, evidence, sources = found.setdefault(fold(name), (name, [], []))
            evidence += _standing(article, name)
            sources.append(article.clean.raw.source)
    for name, evidence, sources in found.values():
        entities = tuple(dict.fromkeys(bearers.get(name_words(name), ())))
        if len(entities) > 1:
            yield AmbiguousName(name, entities, tuple(evidence), tuple(sources))


def _bearers(knowledge: Knowledge) -> Mapping[tuple[str, ...], Sequence[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for person in knowledge.people.values():
        for name in (*person.names.values(), *person.aliases, *person.short):
            found.setdefault(name_words(name), []).append(person.id)
    for organisation in knowledge.organisations.values():
        for name in (*organisation.names.values(), *organisation.aliases):
            found.setdefault(name_words(name), []).append(organisation.id)
    return found


def _standing(article: Article, name: str) -> Iterator[Evidence]:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for paragraph in article.clean.paragraphs:
        places = pattern.finditer(paragraph.text)
        yield from dict.fromkeys(article.sentence(paragraph.id, place.start()) for place in places)


def _dates(articles: Iterable[Article]) -> Iterator[Finding]:
    for article in articles:
        for text in article.findings:
            yield Finding("notice", article.clean.raw.source, text)
