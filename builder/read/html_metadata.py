"""What the markup of a saved page says of it: title, author, site, address and dates, each with its place.

The places are asked in an order, the surest first: for the title the headline that readers see, for authors and
site the page's linked data. What only trafilatura gathers counts where the place is found that says so.
Dates are read only where the markup says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from trafilatura import extract_metadata

from builder.models import Metadatum
from builder.read.headline import headline, host_names, place_name, site_in_title, squashed
from builder.read.linked_data import bare_address, read_linked_data

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
AUTHORS = (
    *("schema.org author", "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author"),
    *("rnews:author", "dc.creator", "dcterms.creator", "citation_author", "byl"),
)
"""Places that name the authors, the surest first; of a meta element its name in small letters."""
SITES = (
    *("og:site_name", "citation_journal_title", "prism.publicationname", "schema.org publisher"),
    *("application-name", "apple-mobile-web-app-title"),
)
_TURNED = frozenset(("dc.creator", "dcterms.creator", "citation_author"))
"""Places of the libraries' kind, which write the surname first and a comma behind it."""
_SAVED_FROM = (
    (re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->"), "comment, saved from url"),
    (re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"), "comment, Page saved with SingleFile"),
)
_DAY = re.compile(r"\d{4}|\d{1,2}[/.-]\d{1,2}")
_NO_NAME = re.compile(r"https?:|www\.|\.com\b|^\W*$", re.IGNORECASE)
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup")
)
_UNSHOWN = frozenset(("script", "style", "svg", "template", "button"))
LONGEST = 300

Place = tuple[str, str]


def read_metadata(markup: str, tree: Any) -> tuple[Metadatum, ...]:
    """What a page says of itself, strongest first within a kind."""
    declared = [(place, _plain(text)) for place, text in _declared(tree)]
    declared = [(place, text) for place, text in declared if 0 < len(text) <= LONGEST]
    saved_from = list(_saved_from(markup))
    return tuple(dict.fromkeys([*saved_from, *_gathered(tree, declared, saved_from), *_dates(declared)]))


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
    scripts = [node.text or "" for node in tree.iter("script") if node.get("type") == "application/ld+json"]
    yield from read_linked_data(scripts, _own_addresses(tree))
    for node in tree.iter("time"):
        if "pubdate" in node.attrib or node.get("itemprop") in ("datePublished", "dateModified"):
            yield (
                f'time itemprop="{node.get("itemprop") or "datePublished"}"',
                node.get("datetime") or node.text_content(),
            )
    for node in tree.xpath("//h1 | //head/title"):
        yield node.tag, "".join(_shown(node))
    for node in tree.xpath("//*[@rel='author' or @itemprop='author']"):
        yield f"{node.tag} of the author", node.text_content()


def _own_addresses(tree: Any) -> frozenset[str]:
    given = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return frozenset(bare_address(address) for address in given)


def _shown(node: Any) -> Iterator[str]:
    """The words that an element shows, with a blank where a line ends."""
    if not isinstance(node.tag, str) or node.tag in _UNSHOWN:
        return
    edge = "" if node.tag in _INLINE else " "
    yield edge + (node.text or "")
    for child in node:
        yield from _shown(child)
        yield child.tail or ""
    yield edge


def _gathered(tree: Any, declared: list[Place], saved_from: list[Metadatum]) -> Iterator[Metadatum]:
    """Title, author, site and address, each with the first place that says so."""
    said = extract_metadata(tree, extensive=False)
    url = _of_trafilatura("html-url", said.url, declared)
    host = next((urlsplit(one.text).hostname or "" for one in (*saved_from, *url)), "")
    names = {*host_names(host), *(squashed(text) for place, text in declared if place_name(place) in SITES)}
    title = headline(declared, names)
    sites = _sites(declared, host)
    authors = _authors(declared)
    yield from [Metadatum("html-title", title[1], title[0])] if title else []
    yield from [authors] if authors else _of_trafilatura("html-author", said.author, declared)
    found = [Metadatum("html-site", text, place) for place, text in sites]
    yield from found or _of_trafilatura("html-site", said.sitename, declared)
    yield from url


def _sites(declared: list[Place], host: str) -> list[Place]:
    """The site's names, the surest first: of two spellings the one with blanks, the window's before linked data."""
    said = [one for name in SITES for one in declared if place_name(one[0]) == name]
    for_sharing = said[0] if said and place_name(said[0][0]) == SITES[0] else None
    written = site_in_title(declared, {squashed(for_sharing[1])} if for_sharing else host_names(host))
    better = written if written and (not for_sharing or (" " in written[1] and " " not in for_sharing[1])) else None
    return [better, *said] if better else said


def _authors(declared: list[Place]) -> Metadatum | None:
    """The names of the surest place that has any, parted by "; "; an address or an account is none."""
    for place in AUTHORS:
        said = [(full, text) for full, text in declared if place_name(full) == place and not _NO_NAME.search(text)]
        names = [_turned(text) if place in _TURNED else text for _, text in said]
        if names:
            return Metadatum("html-author", "; ".join(dict.fromkeys(names)), said[0][0])
    return None


def _turned(name: str) -> str:
    """The name with the surname last.

    >>> _turned("Roe, Jane")
    'Jane Roe'
    """
    surname, comma, first = name.partition(", ")
    return f"{first} {surname}" if comma and ", " not in first and " and " not in first else name


def _of_trafilatura(kind: str, value: str | None, declared: list[Place]) -> list[Metadatum]:
    """What trafilatura gathered, where a place of the markup says so; of several authors the first must stand there."""
    text = _plain(value or "")
    place = next((place for place, words in declared if _says(words, text)), "")
    return [Metadatum(kind, text, place)] if text and place else []


def _says(words: str, value: str) -> bool:
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
        name = place_name(place).removeprefix("schema.org ").casefold()
        kind = "html-date" if name in PUBLISHED else "html-updated" if name in UPDATED else ""
        if kind and _DAY.search(words):
            yield Metadatum(kind, words, place)
