"""The first page: what this dossier is, how much is in it, the key points of each topic, the latest articles."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from babel.lists import format_list

from builder.models import TopicView
from builder.render.article_list import list_item
from builder.render.context import ARTICLES, HOME, METHOD, PRINT, TIMELINE, Context, topic_page
from builder.render.frontmatter import site_matter
from builder.render.linked_data import home_data
from builder.render.many import latest_first
from builder.render.markdown import Markdown, block, bullets, element, heading, inline, join, link, page, paragraph
from builder.render.pictures.timeline import timeline_strip
from builder.render.timeline import listed_events
from builder.render.topics import key_point, key_quotes

_LATEST = 5
_POINTS = 2


def render_home(context: Context) -> str:
    """The page that opens the site: four sentences, figures, the key points with their evidence, what is new."""
    say, settings = context.say, context.dossier.settings
    latest = sorted(context.dossier.articles, key=latest_first)[:_LATEST]
    trust = join(" ", [*_about(context), say("home.trust"), link(say("home.how"), METHOD, HOME)])
    parts = [
        heading(1, settings.title, "title"),
        paragraph(settings.scope, class_="scope"),
        paragraph(trust, class_="about"),
        _figures(context),
        heading(2, say("home.topics"), "topics"),
        block("div", [_topic(view, context) for view in context.dossier.topics], class_="topics"),
        *_over_time(context),
        heading(2, say("home.latest"), "latest"),
        block("div", [bullets(list_item(article, HOME, context) for article in latest)], class_="latest"),
        paragraph(join(" · ", _ways_in(context)), class_="ways"),
    ]
    matter = site_matter(settings.title, context, settings.scope) | {"hide": ["toc"], "linked_data": home_data(context)}
    return page(matter, parts)


def _about(context: Context) -> Iterator[str]:
    """What the articles are and who published them; that somebody is not known is said too."""
    say, articles = context.say, context.dossier.articles
    if not articles:
        return
    locale = Locale.parse(say.language)
    spoken = dict.fromkeys(context.language_name(article.clean.language) for article in articles)
    languages = format_list(sorted(spoken), locale=locale)
    yield say.count("home.articles", len(articles), languages=languages)
    unsigned = sum(1 for article in articles if article.clean.outlet is None)
    if unsigned:
        yield say.count("home.unsigned", unsigned)


def _figures(context: Context) -> Markdown:
    say, dossier = context.say, context.dossier
    languages = {article.clean.language for article in dossier.articles}
    outlets = {found.value for a in dossier.articles for found in (a.clean.outlet, a.clean.agency) if found}
    people = [entity for entity in dossier.entities.values() if entity.kind == "person"]
    figures = [
        _figure(str(len(dossier.articles)), say.count("figures.articles", len(dossier.articles))),
        _figure(str(len(languages)), say.count("figures.languages", len(languages))),
        _figure(_years(context), say("figures.years", years=_years(context))) if _years(context) else "",
        _figure(str(len(outlets)), say.count("figures.outlets", len(outlets))) if outlets else "",
        _figure(str(len(people)), say.count("figures.people", len(people))) if people else "",
        _figure(str(len(dossier.register)), say.count("figures.agreements", len(dossier.register)))
        if dossier.register
        else "",
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


def _topic(view: TopicView, context: Context) -> Markdown:
    """A topic's title, how many articles bear on it, and its first key points with the words behind them."""
    title = link(view.topic.title, topic_page(view.topic.id), HOME)
    count = context.say.count("figures.articles", len(view.passages))
    parts = [heading(3, title, f"topic-{view.topic.id}"), paragraph(count, class_="basis")]
    written = view.notes.get("key_points", ())
    quotes = [context.quote(passage.evidence, HOME) for passage in key_quotes(view)[:_POINTS]]
    if written:
        parts += [key_point(note, HOME, context) for note in written[:_POINTS]]
    elif quotes:
        parts.append(bullets(quotes))
    return block("div", parts, class_="topic")


def _over_time(context: Context) -> list[Markdown]:
    picture = timeline_strip(listed_events(context), HOME, context)
    title = link(context.say("timeline.title"), TIMELINE, HOME)
    return [heading(2, title, "over-time"), picture] if picture else []


def _ways_in(context: Context) -> list[Markdown]:
    say = context.say
    return [
        link(say("articles.title"), ARTICLES, HOME),
        link(say("timeline.title"), TIMELINE, HOME),
        link(say("print.title"), PRINT, HOME),
    ]
