"""The editor's briefs and key points: only those whose every citation leads to a paragraph are published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.citations import find_citations
from builder.errors import Problem
from builder.models import Article, DossierSettings, EditorNote

Paragraphs = Mapping[str, frozenset[str]]


def proven_briefs(articles: Sequence[Article]) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """The briefs by article, and a problem for each that proves nothing or cites what is not there."""
    paragraphs = _paragraphs(articles)
    briefs, problems = {}, []
    for article in articles:
        sidecar = article.clean.raw.sidecar
        if sidecar.brief:
            wrong = list(_faults(sidecar.brief, article.id, paragraphs))
            problems += [Problem(sidecar.source, 0, "brief", *fault) for fault in wrong]
            if not wrong:
                briefs[article.id] = sidecar.brief
    return briefs, tuple(problems)


def proven_key_points(
    settings: DossierSettings, articles: Sequence[Article]
) -> tuple[Mapping[str, tuple[EditorNote, ...]], tuple[Problem, ...]]:
    """The key points by topic, and a problem for each that proves nothing or cites what is not there."""
    paragraphs = _paragraphs(articles)
    points: dict[str, tuple[EditorNote, ...]] = {}
    problems = []
    for topic in settings.topics:
        proven = []
        for note in topic.key_points:
            wrong = list(_faults(note.text, "", paragraphs))
            problems += [Problem(note.file, note.line, f"topics.{topic.id}.key_points", *fault) for fault in wrong]
            if not wrong:
                proven.append(note)
        points[topic.id] = tuple(proven)
    return points, tuple(problems)


def _paragraphs(articles: Sequence[Article]) -> Paragraphs:
    return {article.id: frozenset(found.id for found in article.clean.paragraphs) for article in articles}


def _faults(text: str, article: str, paragraphs: Paragraphs) -> Iterator[tuple[str, str]]:
    citations = list(find_citations(text))
    if not citations:
        yield "cites no paragraph and is left out", "add the paragraph that says it, such as [¶3]"
    for citation in citations:
        target = citation.article or article
        missing = [found for found in citation.paragraphs if found not in paragraphs.get(target, ())]
        if missing:
            number = missing[0].removeprefix("p")
            what = f"{text[citation.start : citation.end]} leads nowhere, so the text is left out"
            yield what, f"{target or 'no article'} has no ¶{number}; look at the numbers on its page"
