"""What each source says on a topic, all of it, and the list of the sources."""

from __future__ import annotations

from builder.datewords import say_date
from builder.models import Article, TopicView
from builder.render.context import Context
from builder.render.many import latest, others
from builder.render.markdown import Markdown, block, bullets, element, heading, join, paragraph, text

_PASSAGES_PER_SOURCE = 3


def sources_say(view: TopicView, here: str, context: Context) -> list[Markdown]:
    """Every sentence of every source that bears on the topic: the weightiest first, the rest folded under them."""
    if not view.passages:
        return []
    say = context.say
    parts = [heading(2, say("topic.sources-say"), "sources-say"), others(view.passages, here, context)]
    for article in latest(view.passages, context):
        ordered = sorted(view.passages[article], key=lambda passage: -passage.weight)
        quotes = [context.quote(passage.evidence, here, named=False) for passage in ordered]
        shown, rest = quotes[:_PASSAGES_PER_SOURCE], quotes[_PASSAGES_PER_SOURCE:]
        told = say.count("topic.sentences", len(ordered))
        if rest:
            told = f"{told} {say.count('topic.sentences-shown', len(shown))}"
        parts += [
            heading(3, context.article_link(article, here), f"source-{article}"),
            paragraph(told, class_="basis"),
            bullets(shown),
        ]
        if rest:
            summary = say.count("topic.sentences-more", len(rest))
            parts.append(block("details", [bullets(rest)], summary=summary, data_search_exclude="true"))
    return parts


def sources(view: TopicView, here: str, context: Context) -> list[Markdown]:
    """The articles on the topic with their date, outlet and language, and how many independent sources they are."""
    if not view.passages:
        return []
    items = [_source(context.articles[article], here, context) for article in latest(view.passages, context)]
    count = context.say.count("register.independent", view.independent)
    copied = paragraph(count, class_="basis") if view.independent < len(view.passages) else Markdown("")
    return [
        heading(2, context.say("method.sources"), "sources"),
        others(view.passages, here, context),
        bullets(items),
        copied,
    ]


def _source(article: Article, here: str, context: Context) -> Markdown:
    outlet = element("bdi", article.clean.outlet.value) if article.clean.outlet else text(context.say("card.no-outlet"))
    agency = element("bdi", article.clean.agency.value) if article.clean.agency else ""
    date = say_date(article.dating.when, context.say) if article.dating else context.say("card.not-settled")
    language = context.language_name(article.clean.language)
    key = element("span", context.short_labels[article.id], class_="key")
    return join(" · ", [key, context.article_link(article.id, here), text(date), outlet, agency, text(language)])
