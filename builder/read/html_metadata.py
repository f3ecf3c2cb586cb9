"""What the markup of a saved page says of it: title, author, site, address and dates, each with its place.

trafilatura gathers title, author, site and address; what it gathers counts only where the place in the
markup is found that says so. Dates are read only where the markup says whose they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from trafilatura import extract_metadata

from builder.models import Metadatum

PUBLISHED = frozenset(
    (
        *("article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate"),
        *("publishdate", "publish-date", "publish_date", "publication_date", "publication-date", "published_time"),
        *("dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created"),
        *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished"),
        *("citation_publication_date", "article_date_original", "originalpublicationdate", "bt:pubdate"),
    )
)
"""Names of meta elements, in small letters, that give the day of publication."""
UPDATED = frozenset(
    (
        *("article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified"),
        *("dc.date.modified", "lastmod", "last-modified", "updated_time", "rnews:datemodified"),
    )
)
_ARTICLE = re.compile(r"(?:Article|Posting|NewsArticle|Report)$")
_SAVED_FROM = (
    (re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->"), "comment, saved from url"),
    (re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"), "comment, Page saved with SingleFile"),
)
_DAY = re.compile(r"\d{4}|\d{1,2}[/.-]\d{1,2}")
LONGEST = 300

Place = tuple[str, str]


def read_metadata(markup: str, tree: Any) -> tuple[Metadatum, ...]:
    """What a page says of itself, strongest first within a kind."""
    declared = [(place, _plain(text)) for place, text in _declared(tree)]
    declared = [(place, text) for place, text in declared if 0 < len(text) <= LONGEST]
    return tuple(dict.fromkeys([*_saved_from(markup), *_gathered(tree, declared), *_dates(declared)]))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _declared(tree: Any) -> Iterator[Place]:
    """Each place of the markup where a page speaks of itself, and its words."""
    for node in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            if node.get(attribute) and node.get("content"):
                yield f'meta {attribute}="{node.get(attribute)}"', node.get("content")
    for node in tree.iter("link"):
        if node.get("rel") == "canonical" and node.get("href"):
            yield 'link rel="canonical"', node.get("href")
    for node in tree.iter("script"):
        if node.get("type") == "application/ld+json":
            yield from _linked_data(node.text or "")
    for node in tree.iter("time"):
        if "pubdate" in node.attrib or node.get("itemprop") in ("datePublished", "dateModified"):
            yield (
                f'time itemprop="{node.get("itemprop") or "datePublished"}"',
                node.get("datetime") or node.text_content(),
            )
    for node in tree.iter("h1", "title"):
        yield node.tag, node.text_content()
    for node in tree.xpath("//*[@rel='author' or @itemprop='author']"):
        yield f"{node.tag} of the author", node.text_content()


def _linked_data(text: str) -> Iterator[Place]:
    """What schema.org data says of the page's article; of several articles, of none."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    nodes = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
    articles = [node for node in nodes if isinstance(node, dict) and _is_article(node.get("@type"))]
    if len(articles) != 1:
        return
    for key in ("headline", "datePublished", "dateModified", "author", "publisher", "url"):
        for name in _names(articles[0].get(key)):
            yield f"schema.org {key}", name


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in kinds)


def _names(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name


def _gathered(tree: Any, declared: list[Place]) -> Iterator[Metadatum]:
    """Title, author, site and address as trafilatura has them, with the first place that says so."""
    said = extract_metadata(tree, extensive=False)
    author = said.author or "; ".join(words for place, words in declared if place == "schema.org author")
    kinds = (("html-title", said.title), ("html-author", author), ("html-site", said.sitename))
    for kind, value in (*kinds, ("html-url", said.url)):
        text = _plain(value or "")
        place = next((place for place, words in declared if _says(words, text)), "")
        if text and place:
            yield Metadatum(kind, text, place)


def _says(words: str, value: str) -> bool:
    """Tell whether the words hold a value, of several authors the first one."""
    return value.partition("; ")[0].casefold() in words.casefold()


def _saved_from(markup: str) -> Iterator[Metadatum]:
    """The address that a browser saved the page from."""
    for pattern, place in _SAVED_FROM:
        found = pattern.search(markup[:5000])
        if found:
            yield Metadatum("html-url", found.group(1), place)


def _dates(declared: list[Place]) -> Iterator[Metadatum]:
    """The days of publication and of change, as written."""
    for place, words in declared:
        name = place.partition('="')[2].rstrip('"').casefold() or place.removeprefix("schema.org ").casefold()
        kind = "html-date" if name in PUBLISHED else "html-updated" if name in UPDATED else ""
        if kind and _DAY.search(words):
            yield Metadatum(kind, words, place)
