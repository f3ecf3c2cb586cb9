"""Paragraphs become sentences, split once for everything that reads sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from builder.models import Evidence, LanguageRules, Mention, Paragraph
from builder.text import Word, sentences, words


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a paragraph: its evidence, words, language, and whether it is a heading."""

    evidence: Evidence
    words: tuple[Word, ...]
    language: str
    is_heading: bool

    @property
    def text(self) -> str:
        """The words of the sentence as written."""
        return self.evidence.quote

    def holds(self, paragraph: str, start: int) -> bool:
        """Tell whether a place in the article lies in this sentence."""
        return paragraph == self.evidence.paragraph and self.evidence.start <= start < self.evidence.end

    def mentions(self, found: Iterable[Mention], kind: str) -> tuple[str, ...]:
        """The entities of a kind that the sentence mentions, in its order, each once."""
        here = (m.entity for m in found if m.kind == kind and self.holds(m.paragraph, m.start))
        return tuple(dict.fromkeys(here))


def split_sentences(
    article: str, paragraphs: Iterable[Paragraph], languages: Mapping[str, LanguageRules]
) -> Iterator[Spoken]:
    """Yield every sentence of the article; a language without rules is split without abbreviations."""
    for paragraph in paragraphs:
        rules = languages.get(paragraph.language)
        for start, end in sentences(paragraph.text, rules.abbreviations if rules else ()):
            quote = paragraph.text[start:end]
            evidence = Evidence(article, paragraph.id, start, end, quote)
            yield Spoken(evidence, words(quote), paragraph.language, paragraph.kind == "heading")
