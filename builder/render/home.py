"""The first page: what this dossier is, how much is in it, the key points of each topic, the latest articles."""

from __future__ import annotations

from builder.models import TopicView
from builder.render.article_list import list_item
from builder.render.context import ARTICLES, HOME, METHOD, TIMELINE, Context, topic_page
from builder.render.frontmatter import site_matter
from builder.render.many import latest_first
from builder.render.markdown import Markdown, block, bullets, element, heading, inline, join, link, page, paragraph
from builder.render.topics import key_point, key_quotes

_LATEST = 5
_POINTS = 2


def render_home(context: Context) -> str:
    """The page that opens the site."""
    say, settings = context.say, context.dossier.settings
    latest = sorted(context.dossier.articles, key=latest_first)[:_LATEST]
    parts = [
        heading(1, settings.title, "title"),
        paragraph(settings.scope, class_="scope"),
        _figures(context),
        paragraph(join(" ", [say("home.trust"), link(say("home.how"), METHOD, HOME)])),
        heading(2, say("home.topics"), "topics"),
        *(part for view in context.dossier.topics for part in _topic(view, context)),
        heading(2, say("home.latest"), "latest"),
        bullets(list_item(article, HOME, context) for article in latest),
        paragraph(join(" · ", _ways_in(context))),
    ]
    return page(site_matter(settings.title, context, settings.scope), parts)


def _figures(context: Context) -> Markdown:
    say, dossier = context.say, context.dossier
    languages = {article.clean.language for article in dossier.articles}
    people = [entity for entity in dossier.entities.values() if entity.kind == "person"]
    figures = [
        _figure(str(len(dossier.articles)), say.count("figures.articles", len(dossier.articles))),
        _figure(str(len(languages)), say.count("figures.languages", len(languages))),
        _figure(_years(context), say("figures.years", years=_years(context))) if _years(context) else "",
        _figure(str(len(people)), say.count("figures.people", len(people))),
        _figure(str(len(dossier.register)), say.count("figures.agreements", len(dossier.register))),
    ]
    return block("div", [bullets(figure for figure in figures if figure)], class_="figures")


def _figure(number: str, words: str) -> Markdown:
    """A figure with its number set apart from its words."""
    before, _, after = words.partition(number)
    return element("span", inline(before) + element("b", number) + inline(after))


def _years(context: Context) -> str:
    dated = [article.dating.when for article in context.dossier.articles if article.dating]
    first = [when.earliest.year for when in dated if when.earliest]
    last = [when.latest.year for when in dated if when.latest]
    if not first or not last:
        return ""
    return str(min(first)) if min(first) == max(last) else f"{min(first)}–{max(last)}"


def _topic(view: TopicView, context: Context) -> list[Markdown]:
    title = link(view.topic.title, topic_page(view.topic.id), HOME)
    count = context.say.count("figures.articles", len(view.passages))
    parts = [heading(3, title, f"topic-{view.topic.id}"), paragraph(count, class_="basis")]
    written = view.notes.get("key_points", ())
    if written:
        return [*parts, *(key_point(note, HOME, context) for note in written[:_POINTS])]
    points = [context.quote(passage.evidence, HOME) for passage in key_quotes(view)[:_POINTS]]
    return [*parts, bullets(points)] if points else parts


def _ways_in(context: Context) -> list[Markdown]:
    say = context.say
    return [link(say("articles.title"), ARTICLES, HOME), link(say("timeline.title"), TIMELINE, HOME)]
