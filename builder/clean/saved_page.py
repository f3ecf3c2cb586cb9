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


def page_credits(
    raw: RawArticle, outlet: Attribute | None, patterns: Patterns
) -> tuple[Attribute | None, Attribute | None]:
    """The authors in the markup and the agencies among them; an account, an address and the site itself are neither."""
    author = next((one for one in raw.metadata if one.kind == "html-author"), None)
    others = {signature(one.text) for one in raw.metadata if one.kind == "html-site"}
    others |= {signature(outlet.value), signature(outlet.text)} if outlet else set()
    people: list[str] = []
    agencies: list[str] = []
    for name in author.text.split("; ") if author else ():
        mark = signature(name)
        if patterns.agency_lines.fullmatch(mark):
            agencies += (patterns.agencies[found.group()] for found in patterns.agency.finditer(mark))
        elif _names_somebody(name, mark) and mark not in patterns.outlets and mark not in others:
            people.append(name)
    said = _said(author) if author else ""
    byline = Attribute(", ".join(people), "seed", said) if people else None
    return byline, Attribute(", ".join(dict.fromkeys(agencies)), "seed", said) if agencies else None


def _names_somebody(name: str, mark: str) -> bool:
    return bool(mark) and mark not in _ACCOUNTS and not any(sign in name for sign in "@/_")


def _said(metadatum: Metadatum) -> str:
    return f"{metadatum.place}: {metadatum.text}"
