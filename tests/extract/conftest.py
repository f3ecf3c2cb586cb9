"""The vocabulary of the small energy dossier, and articles made of one paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import load_settings
from builder.extract import prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Attribute, CleanArticle, DossierSettings, Paragraph, RawArticle, Sidecar

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"


@pytest.fixture(scope="session")
def vocabulary():
    """All that the extract stage looks for in the energy dossier."""
    settings = load_settings(ENERGY)
    return prepare(load_knowledge(ENERGY, settings), settings, load_languages())


@pytest.fixture(scope="session")
def undecided(tmp_path_factory):
    """What is looked for without any dossier."""
    languages = load_languages()
    settings = DossierSettings("None", "", tuple(languages), ())
    return prepare(load_knowledge(tmp_path_factory.mktemp("none"), settings), settings, languages)


@pytest.fixture(scope="session")
def make_clean():
    """A clean article of the given paragraphs, as the clean stage would hand it on."""

    def make(*texts: str, language: str = "en") -> CleanArticle:
        raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", texts, Sidecar())
        paragraphs = tuple(Paragraph(f"p{n}", text, (n,), language) for n, text in enumerate(texts, 1))
        title = Attribute("A title", "seed", "A title", 1)
        direction = "rtl" if language in ("ar", "ary") else "ltr"
        return CleanArticle(raw, language, direction, title, None, None, None, paragraphs, (), (), ())

    return make
