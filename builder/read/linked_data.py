"""The schema.org data of a saved page into what it says of the page's own article.

Data stands as one object, a list, or a graph whose objects refer to each other; the article may be what
another object is about. What lies deeper, such as the entries of a live blog, is another text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

Said = tuple[str, str]
KEYS = ("headline", "datePublished", "dateModified", "author", "publisher", "url")
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_ABOUT = ("@graph", "mainEntity")
DEEPEST = 4


def read_linked_data(texts: Iterable[str], addresses: frozenset[str] = frozenset()) -> Iterator[Said]:
    """What the data says of the page's article, key by key; of several articles, of none.

    Of several the one counts whose own address is among those that the page gives for itself.
    """
    nodes = [node for text in texts for node in _objects(_parsed(text))]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if _is_article(node.get("@type"))]
    own = [node for node in articles if addresses & set(_addresses(node))]
    for article in _alike(own) or _alike(articles):
        for key in KEYS:
            for name in _names(article.get(key), named):
                yield f"schema.org {key}", html.unescape(name)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _objects(one, depth + 1)
    if isinstance(value, dict):
        yield value
        for key in _ABOUT:
            yield from _objects(value.get(key), depth + 1)


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and _ARTICLE.search(one) for one in kinds)


def _addresses(node: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        address = value.get("@id") or value.get("url") if isinstance(value, dict) else value
        if isinstance(address, str):
            yield bare_address(address)


def bare_address(address: str) -> str:
    """An address without what may differ between two of one page: protocol, question, mark, last stroke."""
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address.strip()).rstrip("/").casefold()


def _alike(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The articles when they are one, told once or again with the same headline and day; none when they are several."""
    told = {(str(one.get("headline")), str(one.get("datePublished"))[:10]) for one in articles}
    return articles if len(told) == 1 and (len(articles) == 1 or articles[0].get("headline")) else []


def _names(value: Any, named: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The names of a value: words, or objects with a name, or what refers to such an object."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            name = one.get("name") or named.get(str(one.get("@id")), {}).get("name")
            yield from (part for part in (name if isinstance(name, list) else [name]) if isinstance(part, str))
        elif isinstance(one, str):
            yield one
