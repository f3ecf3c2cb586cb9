"""Where a dateline says that an article was written, and what a site's own lines say of the outlet."""

from __future__ import annotations

import pytest

from builder.clean import clean
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from builder.models import CleanArticle, Place, RawArticle, Sidecar, Source

NOWHERE = Source("made for the tests")
TOWN = Place("harbourtown", {"en": "Harbourtown", "ar": "المرفأ"}, (), "city", "", NOWHERE)
TITLE = "New motorway stretch opens in the north"
TEXT = (
    "The ministry opened a new stretch of motorway on Thursday between the two inland cities, forty kilometres "
    "long, after three years of work."
)
ARABIC = "أعلنت وزارة التجهيز يوم الخميس افتتاح مقطع جديد من الطريق السيار بين المدينتين، بطول أربعين كيلومترا."


def read(*lines: str) -> CleanArticle:
    """Clean some lines with the shipped outlets and one known town."""
    raw = RawArticle("case", "seeds/case.txt", "0" * 64, "utf-8", lines, Sidecar())
    return clean(raw, load_languages(), shipped_outlets(), {TOWN.id: TOWN})


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("STONEPORT, Nowhere (AP) — ", "STONEPORT, Nowhere"),
        ("STONEPORT, Oct 2 (Reuters) - ", "STONEPORT"),
        ("Stoneport (AFP) – ", "Stoneport"),
        ("Harbourtown - ", "Harbourtown"),
        ("Stoneport - ", None),
        ("Exclusive - ", None),
        ("The mayor (AP) said so. ", None),
    ],
)
def test_a_dateline_names_the_place(opening: str, place: str | None) -> None:
    """A known place counts behind any stroke, another one in capitals or before an agency in brackets."""
    found = read(TITLE, opening + TEXT, TEXT.replace("Thursday", "Friday")).place
    assert place == (found and found.value)


@pytest.mark.parametrize("opening", ["المرفأ / ", "المرفأ – ", "المرفأ (رويترز) - "])
def test_an_arabic_dateline_names_the_place(opening: str) -> None:
    """Strokes of every kind stand behind Arabic places."""
    found = read("افتتاح مقطع جديد من الطريق السيار بالشمال", opening + ARABIC).place
    assert found is not None
    assert "المرفأ" == found.value


def test_the_authors_line_names_the_place() -> None:
    """A place beside an author's name is where the article was written, and the line is its evidence."""
    found = read(TITLE, "Jane Roe, Harbourtown", "12 March 2021", TEXT).place
    assert found is not None
    assert ("Harbourtown", "seed", 2) == (found.value, found.basis, found.line)


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2021 The Guardian. All rights reserved.", "The Guardian"),
        ("Follow Al Jazeera English on Twitter", "Al Jazeera"),
        ("https://www.bbc.com/news/world-africa-123", "BBC"),
        ("Source: https://en.hespress.com/economy/123.html", "Hespress"),
        ("Source: Jeune Afrique", "Jeune Afrique"),
        (f"{TITLE} - Middle East Eye", "Middle East Eye"),
        ("Copyright 2021 Harbour Gazette. Distributed by allAfrica.", None),
        ("Copyright © Harbour Gazette", "Harbour Gazette"),
        ("Harbour Gazette © 2021", "Harbour Gazette"),
        ("© Harbour Gazette. No part of this page may be used without leave.", "Harbour Gazette"),
        ("© 2021 Harbour Media Group", None),
        ("© John Harbour 2021", None),
        ("© Harbour Gazette", None),
        ("Source: Al Jazeera and news agencies", "Al Jazeera"),
        ("https://www.example.org/news/123", None),
        ("Officials had told Al Jazeera in May that the road was late and that money for the plan was short.", None),
    ],
)
def test_a_site_names_itself(line: str, outlet: str | None) -> None:
    """Lines about the site say who published it, a mere distributor or a source that is cited does not."""
    found = read(TITLE, TEXT, TEXT.replace("Thursday", "Friday"), line).outlet
    assert outlet == (found and found.value)


@pytest.mark.parametrize(
    ("top", "below", "outlet"),
    [
        ("Harbour Gazette", "Subscribe to the Harbour Gazette newsletter", "Harbour Gazette"),
        ("Gazette", "© 2021 Gazette and its partners", "Gazette"),
        ("Gazette", "Subscribe to the Gazette newsletter", None),
        ("Harbour Gazette", "More from the harbour", "Harbour Gazette"),
        ("Harbour Towns", "More from the harbour", None),
        ("Harbour Towns", "", None),
    ],
)
def test_a_name_over_the_title_is_the_sites_when_its_own_lines_have_it(top: str, below: str, outlet: str) -> None:
    """A section stands over a title as well, so a name alone says nothing without a word that papers have in theirs."""
    found = read(top, TITLE, TEXT, TEXT.replace("Thursday", "Friday"), below).outlet
    assert outlet == (found and found.value)
