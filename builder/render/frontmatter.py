"""The metadata of a page, as plain data for its front matter.

MkDocs and its themes print ``title`` and ``description`` as HTML without escaping them, so those
two are written as HTML text; every other value is the text itself.
"""

from __future__ import annotations

from builder.models import Article, Attribute, Entity
from builder.render.context import Context
from builder.render.linked_data import article_data, entity_data
from builder.render.markdown import plain

_LONGEST_DESCRIPTION = 160
# In search results an article comes before the pages about it.
_SOURCES_FIRST = 2


def site_matter(title: str, context: Context, description: str = "") -> dict[str, object]:
    """Front matter of a page in the interface language."""
    language = context.say.language
    matter: dict[str, object] = {"title": plain(title), "lang": language, "dir": context.direction(language)}
    if description:
        matter["description"] = plain(_shortened(description))
    return matter


def article_matter(article: Article, context: Context) -> dict[str, object]:
    """Front matter of an article's page: every metadatum, ``null`` where it is not known."""
    clean, raw = article.clean, article.clean.raw
    dating = article.dating
    named = {kind: _named(article, kind) for kind in ("person", "organisation", "place")}
    return {
        "title": plain(clean.title.value),
        "lang": clean.language,
        "dir": clean.direction,
        "description": _description(article, context),
        "search": {"boost": _SOURCES_FIRST},
        "id": article.id,
        "english_title": raw.sidecar.english_title or None,
        "outlet": _value(clean.outlet),
        "byline": _value(clean.byline),
        "agency": _value(clean.agency),
        "dateline_place": _value(clean.place),
        "date": dating.when.edtf if dating else None,
        "date_kind": dating.kind if dating else None,
        "date_earliest": _iso(dating.when.earliest) if dating else None,
        "date_latest": _iso(dating.when.latest) if dating else None,
        "topics": [view.topic.id for view in context.dossier.topics if article.id in view.passages],
        "agreements": [entry.id for entry in context.rows_of.get(article.id, ())],
        "people": named["person"],
        "organisations": named["organisation"],
        "places": named["place"],
        "url": raw.sidecar.url or None,
        "retrieved": raw.sidecar.retrieved or None,
        "source": raw.source,
        "sha256": raw.sha256,
        "encoding": raw.encoding,
        "linked_data": article_data(article, context),
    }


def superseded_matter(article: Article, other: str, context: Context) -> dict[str, object]:
    """Front matter of the page of an article that ``other`` replaces; search finds that one."""
    clean = article.clean
    return {
        "title": plain(clean.title.value),
        "lang": clean.language,
        "dir": clean.direction,
        "search": {"exclude": True},
        "id": article.id,
        "superseded_by": other,
        "source": clean.raw.source,
        "sha256": clean.raw.sha256,
    }


def index_matter(title: str, context: Context, description: str = "") -> dict[str, object]:
    """Front matter of a page that only lists others: search finds those instead."""
    return site_matter(title, context, description) | {"search": {"exclude": True}, "hide": ["toc"]}


def entity_matter(entity: Entity, title: str, context: Context) -> dict[str, object]:
    """Front matter of the page of a person, organisation or place."""
    return site_matter(title, context) | {
        "id": entity.id,
        "kind": entity.kind,
        "names": dict(entity.names),
        "known": entity.known,
        "linked_data": entity_data(entity, title, context),
    }


def _description(article: Article, context: Context) -> str | None:
    """The first sentence of the text, where its words may be shown."""
    shown = next((e.quote for e in article.sentences[:1] if context.may_quote(e)), "")
    return plain(_shortened(shown)) if shown else None


def _named(article: Article, kind: str) -> list[str]:
    return list(dict.fromkeys(mention.entity for mention in article.mentions if mention.kind == kind))


def _value(attribute: Attribute | None) -> str | None:
    return attribute.value if attribute else None


def _iso(day: object) -> str | None:
    return str(day) if day else None


def _shortened(words: str) -> str:
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return words[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + "…"
