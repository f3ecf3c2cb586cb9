"""What the editor should look at: open questions about dates, names, outlets and proposed agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.models import Article, Finding, RegisterEntry


def collect_findings(
    articles: Sequence[Article], register: Iterable[RegisterEntry], origins: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Every open question, article by article, then those of the register."""
    found = [finding for article in articles for finding in _of_article(article)]
    found.extend(_copies(articles, origins))
    found.extend(_of_register(register))
    return tuple(found)


def _of_article(article: Article) -> Iterator[Finding]:
    source = article.clean.raw.source
    if article.dating is None:
        yield Finding(
            "notice", source, "has no date: nothing in it settles one; give date: in its sidecar if you know it"
        )
    if article.clean.outlet is None:
        yield Finding(
            "notice", source, "does not say which outlet published it; give outlet: in its sidecar if you know it"
        )
    for text in article.findings:
        yield Finding("notice", source, text)
    for name in article.ambiguous:
        yield Finding("notice", source, f"the name {name} fits more than one entity of knowledge/ and was left out")
    for stranger in article.strangers:
        yield Finding("notice", source, f"knowledge/ does not have the {stranger.kind} {stranger.name}")


def _copies(articles: Iterable[Article], origins: Mapping[str, str]) -> Iterator[Finding]:
    """A notice for each text that copies another; reports of one agency that differ are no copies."""
    by_id = {article.id: article for article in articles}
    for article in by_id.values():
        other = by_id[origins[article.id]]
        if other is article:
            continue
        source, first = article.clean.raw.source, other.clean.raw.source
        if [p.text for p in article.clean.paragraphs] == [p.text for p in other.clean.paragraphs]:
            yield Finding("notice", source, f"has the same text as {first}; the two count as one source")
        elif article.clean.agency is None:
            yield Finding("notice", source, f"has nearly the same text as {first}; the two count as one source")


def _of_register(register: Iterable[RegisterEntry]) -> Iterator[Finding]:
    for entry in register:
        where = entry.deeds[0][0]
        if entry.known is None:
            yield Finding(
                "notice", where, f"reports an agreement that knowledge/ does not have: {entry.deeds[0][1].name}"
            )
        for field in entry.differences:
            yield Finding("notice", where, f"the sources differ on the {field} of {entry.id}")
