"""What a topic's page says by itself: its background, and who acts in it."""

from __future__ import annotations

import pytest

PAGE = "topics/energy-agreements.md"
ENERGY = "Le ministre a parlé de l'énergie, de l'hydrogène et de l'interconnexion."
CABLE = "Leïla Mansour et Paolo Verdi ont signé le 19 mai 2022 l'accord sur le câble marin."
DESIGNATED = "La Tunisie fut désignée en mars 2021 partenaire majeur non-OPEP."
CITED = "Fathi Gharbi n'en dit rien. Leïla Mansour était là."


def section(page, anchor):
    """The part of a page below a heading, up to the next one of its level."""
    return page.partition(f"{{: #{anchor} }}")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def pages(pages_of):
    return pages_of(
        ("fr", [ENERGY, DESIGNATED]),
        ("fr", [CABLE, ENERGY, CITED]),
        key_points=["One source says nothing [b¶3s2]."],
        background=["It is known for long [b¶3s1]."],
    )


def test_a_name_in_a_sentence_of_the_background_needs_no_article(pages):
    """The name of a framework stands behind a colon, and each date names the article that gives it."""
    told = section(pages[PAGE], "background")
    assert "that the articles date is from March 2021: [Designation of Tunisia as" in told
    assert "The latest is from 19 May 2022: [Sea Cable Agreement]" in told
    assert "[<bdi>French article</bdi> n.d.a ¶2]" in told
    assert "[<bdi>French article</bdi> n.d.b ¶1]" in told


def test_whom_a_key_point_is_proved_by_acts_in_the_topic(pages):
    """Of a sentence that the editor cites the words need no weight; one of the background may lead from elsewhere."""
    acting = section(pages[PAGE], "actors")
    assert "Leïla Mansour était là." in acting
    assert "Gharbi" not in acting
