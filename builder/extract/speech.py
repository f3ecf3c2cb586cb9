"""Paragraphs become words and sentences, split once for everything that reads them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.models import Evidence, LanguageRules, Mention, Paragraph
from builder.text import Word, sentences, words

Words = tuple[Word, ...]

_NAME_WORDS = (2, 4)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A paragraph and its words."""

    paragraph: Paragraph
    words: Words


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a paragraph: its evidence, and its words, whose places are those in the paragraph."""

    evidence: Evidence
    paragraph: Paragraph
    words: Words

    @property
    def language(self) -> str:
        """The language of its paragraph."""
        return self.paragraph.language

    @property
    def is_heading(self) -> bool:
        """Tell whether its paragraph is a heading."""
        return self.paragraph.kind == "heading"

    @property
    def text(self) -> str:
        """The words of the sentence as written."""
        return self.evidence.quote

    def holds(self, paragraph: str, start: int) -> bool:
        """Tell whether a place in the article lies in this sentence."""
        return paragraph == self.evidence.paragraph and self.evidence.start <= start < self.evidence.end

    def mentions(self, found: Mapping[str, Sequence[Mention]], kind: str) -> tuple[str, ...]:
        """The entities of a kind that the sentence mentions, in its order, each once; found by paragraph."""
        return tuple(dict.fromkeys(mention.entity for mention in self.named(found) if mention.kind == kind))

    def named(self, found: Mapping[str, Sequence[Mention]]) -> tuple[Mention, ...]:
        """The mentions that stand in the sentence."""
        there = found.get(self.evidence.paragraph, ())
        first = bisect_left(there, self.evidence.start, key=_place)
        return tuple(there[first : bisect_left(there, self.evidence.end, lo=first, key=_place)])


def by_paragraph(mentions: Iterable[Mention]) -> Mapping[str, Sequence[Mention]]:
    """The mentions of each paragraph, in the order of the text."""
    found: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=_place):
        found.setdefault(mention.paragraph, []).append(mention)
    return found


def _place(mention: Mention) -> int:
    return mention.start


def spell(paragraphs: Iterable[Paragraph]) -> tuple[Spelled, ...]:
    """The paragraphs with their words."""
    return tuple(Spelled(paragraph, words(paragraph.text)) for paragraph in paragraphs)


def split_sentences(
    article: str, paragraphs: Iterable[Spelled], languages: Mapping[str, LanguageRules]
) -> Iterator[Spoken]:
    """Yield every sentence of the article; a language without rules is split without abbreviations."""
    for spelled in paragraphs:
        paragraph = spelled.paragraph
        rules = languages.get(paragraph.language)
        spans = sentences(paragraph.text, rules.abbreviations if rules else ())
        for start, end, own in _with_names(_with_words(spans, spelled.words)):
            evidence = Evidence(article, paragraph.id, start, end, paragraph.text[start:end])
            yield Spoken(evidence, paragraph, own)


def _with_words(spans: Iterable[tuple[int, int]], found: Words) -> Iterator[tuple[int, int, Words]]:
    """Each span with the words that stand in it."""
    first = 0
    for start, end in spans:
        after = bisect_left(found, end, first, key=_start)
        yield start, end, found[first:after]
        first = after


def _with_names(spans: Iterable[tuple[int, int, Words]]) -> Iterator[tuple[int, int, Words]]:
    """The spans, but a name that stands alone between two stops belongs to the sentence before it.

    >>> t = "He met the minister. Jane Roe. They talked."
    >>> spans = _with_words([(0, 20), (21, 30), (31, 43)], words(t))
    >>> [t[a:b] for a, b, _ in _with_names(spans)]
    ['He met the minister. Jane Roe.', 'They talked.']
    """
    last: tuple[int, int, Words] | None = None
    for start, end, own in spans:
        if last and _is_bare_name(own):
            last = (last[0], end, last[2] + own)
            continue
        if last:
            yield last
        last = (start, end, own)
    if last:
        yield last


def _is_bare_name(found: Words) -> bool:
    return _NAME_WORDS[0] <= len(found) <= _NAME_WORDS[1] and all(word.text[0].isupper() for word in found)


def _start(word: Word) -> int:
    return word.start
