"""The words that readers see, from one gettext catalogue per interface language.

A key stands for a sentence in ``builder/locale/<language>.po``; templates and code hold no sentence.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

INTERFACE_LANGUAGE = "en"
_FOLDER = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Messages:
    """The catalogue of one interface language (BCP 47)."""

    language: str
    catalogue: gettext.NullTranslations

    def __call__(self, key: str, **fields: object) -> str:
        """The text of a key with its fields filled in. Raises KeyError for a key without a text."""
        found = self.catalogue.gettext(key)
        if found == key:
            raise KeyError(f"builder/locale/{self.language}.po has no text for {key!r}")
        return found.format(**fields)

    def count(self, key: str, number: int, **fields: object) -> str:
        """The text of a key for a number, in the plural form of the language."""
        found = self.catalogue.ngettext(key, f"{key}.plural", number)
        if found in (key, f"{key}.plural"):
            raise KeyError(f"builder/locale/{self.language}.po has no plural text for {key!r}")
        return found.format(number=number, **fields)


@cache
def load_messages(language: str) -> Messages:
    """Read the catalogue of an interface language."""
    with (_FOLDER / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Messages(language, gettext.GNUTranslations(compiled))
