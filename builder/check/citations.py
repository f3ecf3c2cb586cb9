"""The editor's citations: each ``[¶3]`` of a brief and ``[article¶3s2]`` of a note or page must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.citations import find_citations, missing_targets
from builder.models import CITING_NOTES, DossierSettings, Finding, RawArticle
from builder.stamp import is_stamped

Sentences = Mapping[str, Mapping[str, int]]


def check_citations(
    content: Path, export: dict[str, Any], raw: Sequence[RawArticle], settings: DossierSettings
) -> Iterator[Finding]:
    """Yield a finding for each citation of what does not exist, and each text without one that needs one.

    Hand-written pages in ``content/`` may cite as well; there a finding names the file and the line.
    """
    sentences = {
        article["id"]: {p["id"]: len(p["sentences"]) for p in article["paragraphs"]} for article in export["articles"]
    }
    replaced = {article["id"] for article in export.get("superseded", ())}
    for article in raw:
        if article.sidecar.brief and article.id not in replaced:
            yield from _check(article.sidecar.brief, article.sidecar.source, article.id, sentences, must_cite=True)
    for topic in settings.topics:
        for section, notes in topic.notes.items():
            for note in notes:
                where = f"{note.file}:{note.line}"
                yield from _check(note.text, where, "", sentences, must_cite=section in CITING_NOTES)
    for path in sorted(content.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        if not is_stamped(text):
            name = path.relative_to(content).as_posix()
            for number, line in enumerate(text.splitlines(), 1):
                yield from _check(line, f"content/{name}:{number}", "", sentences, must_cite=False)


def _check(text: str, where: str, article: str, sentences: Sentences, must_cite: bool) -> Iterator[Finding]:
    citations = list(find_citations(text))
    if must_cite and not citations:
        remedy = "add the paragraph that says it, such as [¶3]"
        yield Finding("problem", where, f"cites no paragraph: {text[:60]}…; {remedy}")
    for citation in citations:
        target = citation.article or article
        for missing in missing_targets(citation, sentences.get(target, {})):
            words = text[citation.start : citation.end]
            yield Finding("problem", where, f"{words} leads nowhere: {target or 'no article'} has no {missing.label}")
