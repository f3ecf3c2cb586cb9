"""What a saved page says of itself, as evidence beside its text: dates, an author, a site's name, an address.

The text comes first, and the sidecar before both; what stands only in a page's markup is used as it
stands there, with its place, and shown like everything else.
"""

from __future__ import annotations

from builder.clean.patterns import Patterns
from builder.clean.phrases import signature
from builder.models import Attribute, Clue, Metadatum, RawArticle

_CLUES = {"html-date": "stamp", "html-updated": "updated"}
_ACCOUNTS = frozenset(("admin", "administrator", "webmaster", "editor", "anonymous", "user", "guest"))
"""Names that content systems give to an account which is nobody's."""


def page_title(raw: RawArticle) -> str:
    """The title that the page's markup gives, or nothing."""
    return next((one.text for one in raw.metadata if one.kind == "html-title"), "")


def page_clues(raw: RawArticle) -> tuple[Clue, ...]:
    """The dates of publication and change in the markup, as clues without a line."""
    return tuple(Clue(_CLUES[one.kind], _said(one), 0) for one in raw.metadata if one.kind in _CLUES)


def page_addresses(raw: RawArticle) -> tuple[Metadatum, ...]:
    """The addresses that a page or the edge of its print gives, the browser's own word first."""
    return tuple(one for one in raw.metadata if one.kind in ("html-url", "pdf-url"))


def page_outlet(raw: RawArticle, patterns: Patterns) -> Attribute | None:
    """The site's name, as the dossier knows it if it does."""
    site = next((one for one in raw.metadata if one.kind == "html-site"), None)
    return Attribute(patterns.outlets.get(signature(site.text), site.text), "seed", _said(site)) if site else None


def page_byline(raw: RawArticle, outlet: Attribute | None, patterns: Patterns) -> Attribute | None:
    """The author in the markup; refuses an account's name, an address, and the name of an outlet or agency."""
    author = next((one for one in raw.metadata if one.kind == "html-author"), None)
    if author is None or any(mark in author.text for mark in "@/_"):
        return None
    mark = signature(author.text)
    others = {signature(outlet.value), signature(outlet.text)} if outlet else set()
    if not mark or mark in _ACCOUNTS or mark in patterns.outlets or mark in patterns.agencies or mark in others:
        return None
    return Attribute(author.text.replace("; ", ", "), "seed", _said(author))


def _said(metadatum: Metadatum) -> str:
    return f"{metadatum.place}: {metadatum.text}"
