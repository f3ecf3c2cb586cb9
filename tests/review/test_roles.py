"""What a name is called in its sentence."""

from __future__ import annotations

import pytest

from builder.languages import load_languages
from builder.review.roles import role_said

LANGUAGES = load_languages()


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("fr", "A été reçu ", ", directeur de la Compagnie, à Tunis.", "directeur de la Compagnie"),
        ("fr", "Le ministre de l'Énergie, ", " a parlé.", "ministre de l'Énergie"),
        ("fr", ", ministre de l'Énergie, a reçu le général ", " hier.", ""),
        ("fr", "Elle cite ", ", directrice du port, et ", "directrice du port"),
        ("ar", "التقى وزير الطاقة ", " نظيره", "وزير الطاقة"),
        ("en", "It rained on ", ".", ""),
    ],
    ids=["after", "before", "another's", "up to a comma", "Arabic", "none"],
)
def test_an_office_stands_before_or_after_a_name(language: str, before: str, after: str, expected: str) -> None:
    """The office after a name and a comma, else before it, never that of the name before."""
    assert expected == role_said(before, after, LANGUAGES[language].names)
