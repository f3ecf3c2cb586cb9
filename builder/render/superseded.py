"""An article that counts no more becomes a page that says so first, with its text and what was taken out of it."""

from __future__ import annotations

from builder.models import Article
from builder.render.article import article_text
from builder.render.article_notes import removed_lines
from builder.render.context import Context, article_page
from builder.render.frontmatter import superseded_matter
from builder.render.markdown import Markdown, block, element, heading, join, link, page, paragraph, text


def render_superseded(article: Article, other: str, context: Context) -> str:
    """The page of an article that ``other`` replaces; search does not find it, for it finds the other one."""
    say, clean, here = context.say, article.clean, article_page(article.id)
    language = say.language
    notice = join(
        " ", [text(say("superseded.notice")), context.article_link(other, here), text(say("superseded.counts"))]
    )
    apparatus = {"class_": "apparatus", "lang": language, "dir": context.direction(language)}
    head = [
        paragraph(notice, class_="superseded"),
        paragraph(element("code", clean.raw.source)),
        heading(2, say("article.text"), "text"),
    ]
    return page(
        superseded_matter(article, other, context),
        [
            heading(1, clean.title.value, "title", lang=clean.language, dir=clean.direction),
            block("div", head, **apparatus),
            *article_text(article, here, context),
            block("div", [removed_lines(article, context)], **apparatus),
        ],
    )


def superseded_link(article: Article, here: str, context: Context) -> Markdown:
    """A link to the page of an article that counts no more."""
    return link(context.title(article), article_page(article.id), here)
