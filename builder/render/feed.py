"""The dossier becomes ``feed.xml``: its articles as an Atom feed (RFC 4287), the latest addition first.

Nothing comes from the clock. An entry's day is the one on which its article was retrieved, as its sidecar says, else
the last day on which it may have been published; an article without either has no place in the order and is left out.
An entry is named by its seed's hash and id, the feed by the dossier's title, so that the site may move.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from builder.dates import parse_edtf
from builder.datewords import say_date
from builder.models import Article
from builder.render.context import HOME, Context, article_page
from builder.render.linked_data import address, published_on

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_ENTRIES = 50
# What XML 1.0 cannot hold, not even as a reference.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_EPOCH = date(1970, 1, 1)


def render_feed(context: Context) -> str:
    """The whole feed; one without articles is a feed too."""
    settings = context.dossier.settings
    dated = [(day, article) for article in context.dossier.articles if (day := added_on(article))]
    latest = sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id))[:_MOST_ENTRIES]
    feed = Element("feed", {"xmlns": _ATOM, _LANGUAGE: context.say.language})
    _add(feed, "title", settings.title)
    _add(feed, "subtitle", settings.scope)
    _add(feed, "id", _urn(f"dossier:{settings.title}"))
    _add(feed, "updated", _moment(latest[0][0] if latest else _EPOCH))
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": "feed.xml"})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": "./"})
    author = SubElement(feed, "author")
    _add(author, "name", settings.title)
    for day, article in latest:
        feed.append(_entry(article, day, context))
    ElementTree.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def added_on(article: Article) -> date | None:
    """The day under which an article is an addition: its retrieval, else the last day it may be from."""
    retrieved = article.clean.raw.sidecar.retrieved
    if retrieved and (day := parse_edtf(retrieved).latest):
        return day
    return article.dating.when.latest if article.dating else None


def _entry(article: Article, day: date, context: Context) -> Element:
    clean = article.clean
    entry = Element("entry", {_LANGUAGE: clean.language})
    _add(entry, "title", clean.title.value)
    _add(entry, "id", _urn(f"seed:{clean.raw.sha256}:{article.id}"))
    _add(entry, "updated", _moment(day))
    if published := published_on(article.dating):
        _add(entry, "published", _moment(published))
    page = address(article_page(article.id), HOME)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    author = SubElement(entry, "author")
    _add(author, "name", _made_by(article, context))
    for line in _topics(article, context):
        SubElement(entry, "category", line)
    summary = _add(entry, "summary", _summary(article, context))
    summary.set(_LANGUAGE, context.say.language)
    return entry


def _made_by(article: Article, context: Context) -> str:
    """Atom wants an author: who the article says wrote it, else who published it."""
    clean = article.clean
    found = clean.byline or clean.outlet or clean.agency
    return found.value if found else context.say("feed.no-author")


def _topics(article: Article, context: Context) -> Sequence[dict[str, str]]:
    views = (view for view in context.dossier.topics if article.id in view.passages)
    return [{"term": view.topic.id, "label": _writable(view.topic.title)} for view in views]


def _summary(article: Article, context: Context) -> str:
    """The English title and the date as the pages say it, which an Atom date cannot: it is a moment."""
    date_ = say_date(article.dating.when, context.say) if article.dating else context.say("cite.no-date")
    return ". ".join(part for part in (article.clean.raw.sidecar.english_title, date_) if part)


def _add(parent: Element, tag: str, words: str) -> Element:
    child = SubElement(parent, tag)
    child.text = _writable(words)
    return child


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("", words)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
