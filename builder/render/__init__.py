"""Dossier → pages: finished Markdown and data, nothing that needs a plugin or a template to be read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from builder.messages import INTERFACE_LANGUAGE, load_messages
from builder.models import Dossier, LanguageRules, Page
from builder.render.article import render_article
from builder.render.article_list import render_article_list
from builder.render.cite import BIBTEX, CSL, bibtex, csl_json
from builder.render.context import (
    ARTICLES,
    EXPORT,
    FEED,
    FOLDERS,
    HOME,
    METHOD,
    PRINT,
    SEARCH,
    TIMELINE,
    Context,
    article_page,
    entity_page,
    topic_page,
)
from builder.render.data import SCHEMA, render_data
from builder.render.entities import render_entity
from builder.render.entity_index import render_index
from builder.render.feed import render_feed
from builder.render.home import render_home
from builder.render.method import render_method
from builder.render.search import render_search
from builder.render.superseded import render_superseded
from builder.render.timeline import render_timeline
from builder.render.topics import render_topic
from builder.render.whole import render_whole

__all__ = ["article_page", "exported", "render"]


def render(dossier: Dossier, languages: Mapping[str, LanguageRules]) -> tuple[Page, ...]:
    """Every file that goes to ``content/``, in the order of their paths."""
    context = Context(dossier, languages, load_messages(INTERFACE_LANGUAGE))
    pages = [
        Page(HOME, render_home(context)),
        Page(ARTICLES, render_article_list(context)),
        Page(TIMELINE, render_timeline(context)),
        Page(METHOD, render_method(context)),
        Page(EXPORT, render_data(context)),
        Page(BIBTEX, "\n".join(bibtex(article, context) for article in dossier.articles)),
        Page(CSL, csl_json(dossier.articles, context)),
        Page(FEED, render_feed(context)),
        Page(SEARCH, render_search(context)),
        Page("data/dossier.schema.json", SCHEMA.read_text(encoding="utf-8")),
        *(Page(article_page(article.id), render_article(article, context)) for article in dossier.articles),
        *(
            Page(article_page(article.id), render_superseded(article, other, context))
            for article, other in dossier.superseded
        ),
        *(Page(topic_page(view.topic.id), render_topic(view, context)) for view in dossier.topics),
        *(Page(f"{folder}/index.md", render_index(kind, context)) for kind, folder in FOLDERS.items()),
        *(Page(entity_page(entity), render_entity(entity, context)) for entity in dossier.entities.values()),
    ]
    pages.append(Page(PRINT, render_whole(pages, context)))
    return tuple(sorted(pages, key=lambda page: page.path))


def exported(pages: Iterable[Page]) -> Mapping[str, Any]:
    """What the data export among the pages holds."""
    export: Mapping[str, Any] = json.loads(next(page.text for page in pages if page.path == EXPORT))
    return export
