"""What a page shows of very many articles: the latest ones, and a sentence that says where the others are.

A page that quotes thousands of sentences is read by nobody and slow for everybody; nothing is lost,
since the data export and the pages of the articles have it all.
"""

from __future__ import annotations

from collections.abc import Collection

from builder.models import Article
from builder.render.context import EXPORT, Context
from builder.render.markdown import Markdown, join, link, paragraph

MOST_ARTICLES = 50


def latest_first(article: Article) -> tuple[bool, int, str]:
    """The order of articles: the latest first, those without a first day last."""
    earliest = article.dating.when.earliest if article.dating else None
    return (earliest is None, -(earliest.toordinal() if earliest else 0), article.id)


def latest(articles: Collection[str], context: Context) -> tuple[str, ...]:
    """All articles in their order; of more than a page can quote only the latest, in the same order."""
    if len(articles) <= MOST_ARTICLES:
        return tuple(articles)
    chosen = sorted(articles, key=lambda article: latest_first(context.articles[article]))[:MOST_ARTICLES]
    return tuple(article for article in articles if article in chosen)


def others(articles: Collection[str], here: str, context: Context) -> Markdown:
    """The sentence about the articles that ``latest`` leaves out, with a link to what they say; nothing for none."""
    if len(articles) <= MOST_ARTICLES:
        return Markdown("")
    words = context.say("many.articles", shown=MOST_ARTICLES, total=len(articles))
    return paragraph(join(" ", [words, link(context.say("many.export"), EXPORT, here)]), class_="basis")
