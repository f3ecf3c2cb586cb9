"""The list of all articles, the latest first."""

from __future__ import annotations

from builder.datewords import say_date
from builder.models import Article
from builder.render.context import ARTICLES, Context
from builder.render.frontmatter import index_matter
from builder.render.many import latest_first
from builder.render.markdown import Markdown, bold, bullets, element, heading, join, page, paragraph, text
from builder.render.superseded import superseded_link


def render_article_list(context: Context) -> str:
    """All articles on one page, the latest first."""
    say, here = context.say, ARTICLES
    dated = sorted(context.dossier.articles, key=latest_first)
    items = [list_item(article, here, context) for article in dated]
    parts = [
        heading(1, say("articles.title"), "title"),
        paragraph(say.count("articles.count", len(items))),
        bullets(items) if items else paragraph(say("articles.none")),
        *_superseded(context),
    ]
    return page(index_matter(say("articles.title"), context), parts)


def _superseded(context: Context) -> list[Markdown]:
    """The articles that count no more, each with the one that replaces it."""
    if not context.dossier.superseded:
        return []
    by = text(context.say("superseded.by"))
    items = [
        join(" ", [superseded_link(article, ARTICLES, context), by, context.article_link(other, ARTICLES)])
        for article, other in context.dossier.superseded
    ]
    return [heading(2, context.say("superseded.title"), "superseded"), bullets(items)]


def list_item(article: Article, here: str, context: Context) -> Markdown:
    """An article in a list: its title in both languages, date, outlet and language."""
    clean = article.clean
    own = context.in_language(clean.title.value, clean.language)
    language = context.languages[clean.language].name if clean.language in context.languages else clean.language
    named = clean.outlet or clean.agency
    outlet = element("bdi", named.value) if named else text(context.say("card.no-outlet"))
    date = say_date(article.dating.when, context.say) if article.dating else context.say("card.not-settled")
    about = element("span", join(" · ", [date, outlet, language]), class_="basis")
    is_shown = clean.raw.sidecar.english_title not in ("", clean.title.value)
    return join(" <br>", [bold(context.article_link(article.id, here)), own if is_shown else "", about])
