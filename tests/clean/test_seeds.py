"""The five seeds come out of cleaning as the issue says they must."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.models import CleanArticle
from tests.clean.cases import read

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, CleanArticle]:
    """Each seed, cleaned, by its first three digits."""
    return {
        path.name[:3]: read(path.read_text(encoding="utf-8").split("\n"), path.stem)
        for path in sorted(SEEDS.glob("*.txt"))
    }


def rules(article: CleanArticle) -> dict[int, str]:
    """The rule by line."""
    return {removal.line: removal.rule for removal in article.removed}


def test_000_title_once_byline_and_joined_paragraph(seeds):
    """The title stands once, the newsroom is the byline, and the paragraph cut in two is whole."""
    article = seeds["000"]
    assert ("fr", "ltr") == (article.language, article.direction)
    assert "Rabat et Washington se réjouissent de renforcer leur coopération militaire" == article.title.value
    assert {3: "title-again", 27: "byline", 29: "comments"} == rules(article)
    assert article.byline is not None
    assert ("La rédaction", "seed", 27) == (article.byline.value, article.byline.basis, article.byline.line)
    whole = next(paragraph for paragraph in article.paragraphs if 15 in paragraph.lines)
    assert (15, 17) == whole.lines
    assert whole.text.startswith("En visite... de travail au Maroc, Robert S. Karem")


def test_001_only_the_four_real_paragraphs(seeds):
    """Nothing of the teasers, newsletter and breadcrumb is left."""
    article = seeds["001"]
    assert [(13,), (15,), (17,), (19,)] == [paragraph.lines for paragraph in article.paragraphs]
    assert "Renforcement de la coopération Maroc-USA sur les questions de sécurité" == article.title.value
    text = " ".join(paragraph.text for paragraph in article.paragraphs)
    assert [] == [word for word in ("Interpol", "AIEA", "Rome", "7 novembre 2024") if word in text]


def test_002_agency(seeds):
    """The agency is read from the closing line, which leaves the text."""
    article = seeds["002"]
    assert article.agency is not None
    assert ("MAP", "seed", "Avec MAP", 21) == (
        article.agency.value,
        article.agency.basis,
        article.agency.text,
        article.agency.line,
    )
    assert {3: "title-again", 21: "agency", 23: "comments"} == rules(article)
    assert 8 == len(article.paragraphs)


def test_003_darija_with_outlet_author_and_picture_name(seeds):
    """Moroccan Arabic, right to left, with who published and wrote it and the picture's name as a clue."""
    article = seeds["003"]
    assert ("ary", "rtl") == (article.language, article.direction)
    assert article.outlet is not None
    assert article.byline is not None
    assert ("Express TV", "مصطفى الفيلالي") == (article.outlet.value, article.byline.value)
    assert [("picture-name", "IMG 20240409 WA0139", 7)] == [(clue.kind, clue.text, clue.line) for clue in article.clues]
    assert [13, 15, 17, 19, 21, 23, 27] == [paragraph.lines[0] for paragraph in article.paragraphs]


def test_004_cookie_notice_and_link_gone_subheading_kept(seeds):
    """The notice, the lone stop and "To read" go; the subheading stays one."""
    article = seeds["004"]
    assert {15: "related", 21: "stray-punctuation", 23: "cookies"} == rules(article)
    assert ["Military cooperation agreement"] == [
        paragraph.text for paragraph in article.paragraphs if paragraph.kind == "heading"
    ]
    assert (None, None, None) == (article.byline, article.agency, article.outlet)
