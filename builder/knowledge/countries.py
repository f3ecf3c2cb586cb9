"""Unicode CLDR, through Babel, becomes the countries and the large regions of the world.

Ids are slugs of the English names; CLDR's names serve as forms, and where they hold two names
("Myanmar (Burma)") each of them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from builder.models import Place, Source
from builder.text import fold

LANGUAGES = ("en", "fr", "ar")
SOURCE = Source("Unicode CLDR, names of territories, through the Babel library", "https://cldr.unicode.org/")
_NO_PLACE = frozenset({"001", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ", "UM"})
_TWO_NAMES = re.compile(r"(?P<one>[^()]+?) \((?P<other>[^()]+)\)")


def slug(name: str) -> str:
    """A name as a part of an address.

    >>> slug("Côte d’Ivoire")
    'cote-d-ivoire'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("&", " and ")).strip("-")


@cache
def countries() -> tuple[Place, ...]:
    """Every country and region of CLDR, with its names in English, French and Arabic."""
    locales = {language: Locale.parse(language).territories for language in LANGUAGES}
    return tuple(
        _place(code, {language: names[code] for language, names in locales.items() if names.get(code)})
        for code in sorted(locales["en"])
        if code not in _NO_PLACE
    )


def _place(code: str, full: dict[str, str]) -> Place:
    variants = {language: tuple(_variants(name)) for language, name in full.items()}
    return Place(
        id=slug(variants["en"][0]),
        names={language: names[0] for language, names in variants.items()},
        aliases=tuple(dict.fromkeys(name for names in variants.values() for name in names[1:])),
        kind="region" if code.isdigit() else "country",
        country="" if code.isdigit() else code,
        source=SOURCE,
    )


def _variants(name: str) -> Iterator[str]:
    """The names that CLDR packs into one.

    >>> list(_variants("Bosnia & Herzegovina")), list(_variants("Myanmar (Burma)"))
    (['Bosnia and Herzegovina', 'Bosnia & Herzegovina'], ['Myanmar', 'Burma'])
    """
    two = _TWO_NAMES.fullmatch(name)
    for variant in (two["one"], two["other"]) if two else (name,):
        if " & " in variant:
            yield variant.replace(" & ", " and ")
        yield variant
