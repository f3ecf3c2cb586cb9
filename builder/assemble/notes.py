"""The editor's briefs and notes: only those whose every citation leads to a paragraph or sentence are published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.citations import find_citations, missing_targets
from builder.errors import Problem
from builder.models import CITING_NOTES, Article, DossierSettings, EditorNote

Sentences = Mapping[str, Mapping[str, int]]
Notes = Mapping[str, tuple[EditorNote, ...]]
NONE: Mapping[str, str] = MappingProxyType({})


def proven_briefs(
    articles: Sequence[Article], replaced: Mapping[str, str] = NONE
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The briefs by article, and a problem for each that proves nothing or cites what is not there.

    ``replaced`` has for each article that counts no more the one to cite instead.
    """
    sentences = _sentences(articles)
    briefs, problems = {}, []
    for article in articles:
        sidecar = article.clean.raw.sidecar
        if sidecar.brief:
            wrong = list(_faults(sidecar.brief, article.id, sentences, replaced, must_cite=True))
            problems += [Problem(sidecar.source, 0, "brief", *fault) for fault in wrong]
            if not wrong:
                briefs[article.id] = sidecar.brief
    return briefs, tuple(problems)


def proven_notes(
    settings: DossierSettings, articles: Sequence[Article], replaced: Mapping[str, str] = NONE
) -> tuple[Mapping[str, Notes], tuple[Problem, ...]]:
    """The notes by topic and section, and a problem for each that proves nothing or cites what is not there."""
    sentences = _sentences(articles)
    proven: dict[str, Notes] = {}
    problems = []
    for topic in settings.topics:
        sections: dict[str, tuple[EditorNote, ...]] = {}
        for section, notes in topic.notes.items():
            holding = []
            for note in notes:
                wrong = list(_faults(note.text, "", sentences, replaced, must_cite=section in CITING_NOTES))
                problems += [Problem(note.file, note.line, f"topics.{topic.id}.{section}", *fault) for fault in wrong]
                if not wrong:
                    holding.append(note)
            sections[section] = tuple(holding)
        proven[topic.id] = sections
    return proven, tuple(problems)


def _sentences(articles: Sequence[Article]) -> Sentences:
    """How many sentences each paragraph of each article has."""
    return {article.id: Counter(found.paragraph for found in article.sentences) for article in articles}


def _faults(
    text: str, article: str, sentences: Sentences, replaced: Mapping[str, str], must_cite: bool
) -> Iterator[tuple[str, str]]:
    citations = list(find_citations(text))
    if must_cite and not citations:
        yield "cites no paragraph and is left out", "add the paragraph that says it, such as [¶3]"
    for citation in citations:
        target = citation.article or article
        if target in replaced:
            what = (
                f"{text[citation.start : citation.end]} cites an article that counts no more, so the text is left out"
            )
            yield what, f"{replaced[target]} replaces it: cite that one"
            continue
        missing = missing_targets(citation, sentences.get(target, {}))
        if missing:
            what = f"{text[citation.start : citation.end]} leads nowhere, so the text is left out"
            yield what, f"{target or 'no article'} has no {missing[0].label}; look at the numbers on its page"
