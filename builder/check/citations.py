"""The editor's citations: every ``[¶3]`` of a brief and ``[article¶3]`` of a key point must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.citations import find_citations
from builder.models import DossierSettings, Finding, RawArticle


def check_citations(export: dict[str, Any], raw: Sequence[RawArticle], settings: DossierSettings) -> Iterator[Finding]:
    """Yield a finding for each citation of a paragraph that does not exist, and each text without one."""
    paragraphs = {article["id"]: {p["id"] for p in article["paragraphs"]} for article in export["articles"]}
    for article in raw:
        if article.sidecar.brief:
            yield from _check(article.sidecar.brief, article.sidecar.source, article.id, paragraphs)
    for topic in settings.topics:
        for note in topic.key_points:
            yield from _check(note.text, f"{note.file}:{note.line}", "", paragraphs)


def _check(text: str, where: str, article: str, paragraphs: Mapping[str, set[str]]) -> Iterator[Finding]:
    citations = list(find_citations(text))
    if not citations:
        remedy = "add the paragraph that says it, such as [¶3]"
        yield Finding("problem", where, f"cites no paragraph: {text[:60]}…; {remedy}")
    for citation in citations:
        target = citation.article or article
        for paragraph in citation.paragraphs:
            if paragraph not in paragraphs.get(target, set()):
                number = paragraph.removeprefix("p")
                words = text[citation.start : citation.end]
                yield Finding("problem", where, f"{words} leads nowhere: {target or 'no article'} has no ¶{number}")
