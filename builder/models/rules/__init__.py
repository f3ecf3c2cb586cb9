"""What belongs to a language, read from ``builder/languages/<code>/``; one record per file there."""

from __future__ import annotations

from dataclasses import dataclass

from builder.models.rules.agreements import AgreementWords
from builder.models.rules.dates import DateWords
from builder.models.rules.litter import LitterRules
from builder.models.rules.names import NameCues

__all__ = ["AgreementWords", "DateWords", "LanguageRules", "LitterRules", "NameCues"]


@dataclass(frozen=True, slots=True, eq=False)
class LanguageRules:
    """All rules of one language; ``code`` is BCP 47, ``direction`` is ``ltr`` or ``rtl``.

    ``base`` is the code of the language that this one is a variety of, or its own. ``eq=False`` so that what is made
    ready from a record can be cached by the record itself.
    """

    code: str
    base: str
    direction: str
    name: str
    abbreviations: tuple[str, ...]
    litter: LitterRules
    dates: DateWords
    names: NameCues
    agreements: AgreementWords
