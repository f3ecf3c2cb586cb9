"""The editor's citations: every ``[¶3]`` of a brief and ``[article¶3]`` of a key point must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.models import DossierSettings, Finding, RawArticle

_CITATION = re.compile(r"\[(?P<article>[^\[\]¶\s]*)¶(?P<paragraphs>\d+(?:\s*,\s*¶?\d+)*)\]")


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
    citations = list(_CITATION.finditer(text))
    if not citations:
        remedy = "add the paragraph that says it, such as [¶3]"
        yield Finding("problem", where, f"cites no paragraph: {text[:60]}…; {remedy}")
    for found in citations:
        target = found["article"] or article
        for number in re.findall(r"\d+", found["paragraphs"]):
            if f"p{number}" not in paragraphs.get(target, set()):
                yield Finding(
                    "problem", where, f"{found.group()} leads nowhere: {target or 'no article'} has no ¶{number}"
                )
