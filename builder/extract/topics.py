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
    """The terms of one topic in one language, and how words are joined in it.

    ``terms`` are found by their first word; ``stems`` are single words of which only the beginning counts.
    """

    topic: str
    terms: Mapping[str, tuple[Term, ...]]
    stems: tuple[Term, ...]
    stem_letters: tuple[str, ...]
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
    letters = tuple(stem.words[0] for stem in stems)
    return TopicWords(topic.id, frozen, tuple(stems), letters, joining)


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
    hits: set[Term] = set()
    for index, word in enumerate(folded):
        for base, _, _ in vocabulary.joining.readings(word):
            for term in vocabulary.terms.get(base, ()):
                if _goes_on(term, folded[index + 1 : index + len(term.words)]):
                    hits.add(term)
            if base.startswith(vocabulary.stem_letters):
                hits.update(stem for stem in vocabulary.stems if base.startswith(stem.words[0]))
    return sum(term.weight for term in hits)


def _goes_on(term: Term, following: Sequence[str]) -> bool:
    """Tell whether the words after a term's first one are its other words, a stem's last one a beginning."""
    wanted = term.words[1:]
    if not term.is_stem:
        return tuple(following) == wanted
    return (
        tuple(following[:-1]) == wanted[:-1] and len(following) == len(wanted) and following[-1].startswith(wanted[-1])
    )
