"""Articles that the editor replaced by others: they keep their page, and count nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builder.errors import Problem
from builder.models import Article


def find_superseded(articles: Sequence[Article]) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """For each article that was replaced the one that stands for it now, and what is wrong with what sidecars say.

    When the one that replaces it was replaced itself, the last one stands for both. Articles that replace one
    another in a circle all stay, and so does one that two say they replace.
    """
    ids = {article.id for article in articles}
    says: dict[str, str] = {}
    problems: list[Problem] = []
    for article in articles:
        sidecar = article.clean.raw.sidecar
        for other in sidecar.supersedes:
            if other not in ids:
                continue
            first = says.setdefault(other, article.id)
            if first != article.id:
                what = f"{other} is replaced by {first} already"
                problems.append(Problem(sidecar.source, 0, "supersedes", what, "leave it in one of the two sidecars"))
    ends = {other: _end(other, says) for other in says}
    for article in articles:
        if article.id in says and not ends[article.id]:
            what = f"{article.id} and {says[article.id]} replace one another"
            source = article.clean.raw.sidecar.source or article.clean.raw.source
            problems.append(Problem(source, 0, "supersedes", what, "leave it in one of the two sidecars"))
    return {other: end for other, end in ends.items() if end}, tuple(problems)


def _end(article: str, says: Mapping[str, str]) -> str:
    """The last of a chain of articles that replace one another; nothing when it runs in a circle."""
    seen = {article}
    while article in says:
        article = says[article]
        if article in seen:
            return ""
        seen.add(article)
    return article
