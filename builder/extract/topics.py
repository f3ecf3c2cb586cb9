"""Sentences become passages: what the article says on a topic, weighed by the topic's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.extract.joining import Joining, joining_of
from builder.extract.speech import Spoken
from builder.models import LanguageRules, Passage, Topic
from builder.text import Word, words

# A sentence is a passage on the topic from the first weight on, an article is on it from the second.
PASSAGE_WEIGHT = 1.0
ARTICLE_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of a topic, folded, without its article; a stem's last word is a beginning."""

    words: tuple[str, ...]
    is_stem: bool
    weight: float


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The terms of one topic in one language, and how words are joined in it."""

    topic: str
    terms: Mapping[str, tuple[Term, ...]]
    stems: tuple[Term, ...]
    joining: Joining


def prepare_topic(topic: Topic, rules: LanguageRules) -> TopicWords:
    """Fold a topic's words in a language (its base language's too) for look-up; ``*`` ends a stem."""
    written = {**topic.words.get(rules.base, {}), **topic.words.get(rules.code, {})}
    joining = joining_of([rules.names])
    terms: dict[str, list[Term]] = {}
    stems: list[Term] = []
    for text, weight in sorted(written.items()):
        folded = tuple(word.folded for word in words(text))
        if not folded:
            continue
        term = Term((joining.bare(folded[0]), *folded[1:]), text.endswith("*"), weight)
        if term.is_stem and len(term.words) == 1:
            stems.append(term)
        else:
            terms.setdefault(term.words[0], []).append(term)
    frozen = {first: tuple(found) for first, found in terms.items()}
    return TopicWords(topic.id, frozen, tuple(stems), joining)


def find_passages(spoken: Iterable[Spoken], topics: Mapping[tuple[str, str], TopicWords]) -> tuple[Passage, ...]:
    """The sentences that speak of each topic, for the topics that the article as a whole speaks of.

    ``topics`` has the terms by topic and language.
    """
    found: dict[str, list[Passage]] = {topic: [] for topic, _ in topics}
    for sentence in spoken:
        for topic, passages in found.items():
            vocabulary = topics.get((topic, sentence.language))
            weight = weigh(sentence.words, vocabulary) if vocabulary and not sentence.is_heading else 0
            if weight >= PASSAGE_WEIGHT:
                passages.append(Passage(topic, weight, sentence.evidence))
    return tuple(
        passage
        for passages in found.values()
        if sum(passage.weight for passage in passages) >= ARTICLE_WEIGHT
        for passage in passages
    )


def weigh(found: Sequence[Word], vocabulary: TopicWords) -> float:
    """The sum of the weights of the terms that stand in a sentence, each counted once."""
    folded = [word.folded for word in found]
    hits = {
        term
        for index, word in enumerate(folded)
        for base, _, _ in vocabulary.joining.readings(word)
        for term in (*vocabulary.terms.get(base, ()), *vocabulary.stems)
        if _stands(term, base, folded[index + 1 : index + len(term.words)])
    }
    return sum(term.weight for term in hits)


def _stands(term: Term, base: str, following: Sequence[str]) -> bool:
    here = (base, *following)
    if not term.is_stem:
        return here == term.words
    return len(here) == len(term.words) and here[:-1] == term.words[:-1] and here[-1].startswith(term.words[-1])
