"""Sentences become passages: what the article says on a topic, weighed by the topic's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

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

    topic: str
    words: tuple[str, ...]
    is_stem: bool
    weight: float


@dataclass(frozen=True)
class TopicWords:
    """The terms of all topics in one language, and how words are joined in it.

    ``terms`` are found by their first word; ``stems`` are single words of which only the beginning counts.
    """

    topics: tuple[str, ...]
    terms: Mapping[str, tuple[Term, ...]]
    stems: tuple[Term, ...]
    stem_letters: tuple[str, ...]
    joining: Joining

    @cached_property
    def begun_by(self) -> Callable[[str], tuple[Term, ...]]:
        """The terms that may begin with a folded word; remembered, since most words begin none."""
        return lru_cache(maxsize=16384)(self._begun_by)

    def _begun_by(self, folded: str) -> tuple[Term, ...]:
        found: list[Term] = []
        for base, _, _ in self.joining.readings(folded):
            found += self.terms.get(base, ())
            if base.startswith(self.stem_letters):
                found += (stem for stem in self.stems if base.startswith(stem.words[0]))
        return tuple(found)


def prepare_topics(topics: Sequence[Topic], rules: LanguageRules) -> TopicWords:
    """Fold the topics' words in a language (its base language's too) for look-up; ``*`` ends a stem."""
    joining = joining_of([rules.names])
    terms: dict[str, list[Term]] = {}
    stems: list[Term] = []
    for term in (term for topic in topics for term in _terms(topic, rules, joining)):
        if term.is_stem and len(term.words) == 1:
            stems.append(term)
        else:
            terms.setdefault(term.words[0], []).append(term)
    return TopicWords(
        topics=tuple(topic.id for topic in topics),
        terms={first: tuple(found) for first, found in terms.items()},
        stems=tuple(stems),
        stem_letters=tuple(stem.words[0] for stem in stems),
        joining=joining,
    )


def _terms(topic: Topic, rules: LanguageRules, joining: Joining) -> Iterator[Term]:
    for text, weight in {**topic.words.get(rules.base, {}), **topic.words.get(rules.code, {})}.items():
        folded = tuple(word.folded for word in words(text))
        if folded:
            yield Term(topic.id, (joining.bare(folded[0]), *folded[1:]), text.endswith("*"), weight)


def find_passages(spoken: Iterable[Spoken], topics: Mapping[str, TopicWords]) -> tuple[Passage, ...]:
    """The sentences that speak of each topic, for the topics that the article as a whole speaks of.

    ``topics`` has the terms by language.
    """
    found: dict[str, list[Passage]] = {topic: [] for vocabulary in topics.values() for topic in vocabulary.topics}
    for sentence in spoken:
        if sentence.is_heading or sentence.language not in topics:
            continue
        for topic, weight in weigh(sentence.words, topics[sentence.language]).items():
            if weight >= PASSAGE_WEIGHT:
                found[topic].append(Passage(topic, weight, sentence.evidence))
    return tuple(
        passage
        for passages in found.values()
        if sum(passage.weight for passage in passages) >= ARTICLE_WEIGHT
        for passage in passages
    )


def weigh(found: Sequence[Word], vocabulary: TopicWords) -> Mapping[str, float]:
    """For each topic the sum of the weights of its terms that stand in a sentence, each counted once."""
    folded = [word.folded for word in found]
    hits: set[Term] = set()
    for index, terms in enumerate(map(vocabulary.begun_by, folded)):
        for term in terms:
            if _goes_on(term, folded[index + 1 : index + len(term.words)]):
                hits.add(term)
    weights: dict[str, float] = defaultdict(float)
    for term in hits:
        weights[term.topic] += term.weight
    return weights


def _goes_on(term: Term, following: Sequence[str]) -> bool:
    """Tell whether the words after a term's first one are its other words, a stem's last one a beginning."""
    wanted = term.words[1:]
    if not term.is_stem or not wanted:
        return tuple(following) == wanted
    return (
        tuple(following[:-1]) == wanted[:-1] and len(following) == len(wanted) and following[-1].startswith(wanted[-1])
    )
