"""The pages of a small dossier on energy that a test brings its own articles to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from builder.assemble import assemble
from builder.config import load_settings
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Attribute, CleanArticle, EditorNote, Paragraph, RawArticle, Sidecar
from builder.render import render

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"


@pytest.fixture(scope="session")
def pages_of():
    """Render articles given as language and paragraphs, named a, b, …; ``notes`` are on the first topic."""
    given = load_settings(ENERGY)
    knowledge, languages = load_knowledge(ENERGY, given), load_languages()
    vocabulary = prepare(knowledge, given, languages)

    def make(*articles, **notes):
        written = {
            section: tuple(EditorNote(text, "dossier.yml", 1) for text in texts) for section, texts in notes.items()
        }
        first, *others = given.topics
        settings = replace(given, topics=(replace(first, notes=written), *others))
        read = [extract(_article(name, *said), vocabulary) for name, said in zip("abcdef", articles, strict=False)]
        return {page.path: page.text for page in render(assemble(read, settings, knowledge), languages)}

    return make


def _article(name, language, texts):
    raw = RawArticle(name, f"seeds/{name}.txt", "0" * 64, "utf-8", tuple(texts), Sidecar())
    paragraphs = tuple(Paragraph(f"p{n}", text, (n,), language) for n, text in enumerate(texts, 1))
    return CleanArticle(raw, language, "ltr", Attribute(name, "seed"), None, None, None, paragraphs, (), (), ())
