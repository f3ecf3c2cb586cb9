"""What a list of events says of each: its date, its words, and what else is said of its date."""

from __future__ import annotations

import re

import pytest

LEAD = "Le ministre a parlé de l'énergie, de l'hydrogène et de l'interconnexion."
CABLE = (
    "Promis en 2019 et en 2020, l'accord sur la pose du câble marin, qui doit commencer le 12 mars 2024, "
    "porte sur l'énergie."
)


def entry(page, date):
    """The entry of a page's list that stands under a date."""
    return next(line for line in page.splitlines() if line.startswith(f"- **{date}**"))


@pytest.fixture(scope="module")
def pages(pages_of):
    return pages_of(
        ("fr", [LEAD, CABLE]),
        ("fr", ["Leïla Mansour et Paolo Verdi ont signé le 19 mai 2022 l'accord sur le câble marin."]),
        ("en", ["Leila Mansour and Paolo Verdi signed the Sea Cable Agreement in May 2022."]),
    )


@pytest.mark.parametrize(("page", "under"), [("timeline.md", "[2019](#event-dated-a-p2-10)"), ("topic", "2019")])
def test_words_that_date_several_events_are_quoted_once(pages, page, under):
    """The first entry has the words; the next ones say where they stand and lead to their paragraph."""
    found = pages["topics/energy-agreements.md" if page == "topic" else page]
    assert "<q" in entry(found, "2019")
    for date in ("2020", "March 2024"):
        assert "<q" not in entry(found, date)
        assert f"in the words quoted under {under}</span> [<bdi>French article</bdi>" in entry(found, date)


def test_every_date_of_an_event_stands_with_its_source(pages):
    """The date of the knowledge, or the narrowest one, comes first; the others say which article gives them."""
    assert "Also dated: 12 March 2024 [<bdi>French article</bdi>" in entry(pages["timeline.md"], "March 2024")
    assert "Also dated: May 2022 [<bdi>English article</bdi>" in entry(pages["timeline.md"], "19 May 2022")


def test_few_entries_stand_open(pages):
    """A short timeline is read as a whole."""
    assert (
        pages["timeline.md"].count("<details") == pages["timeline.md"].count('<details class="years" open="open"') > 1
    )


def test_of_many_entries_the_last_decade_stands_open(pages_of):
    """A long timeline is folded but for its last decade, and stands on paper as a whole."""
    sentences = [f"Le port fut agrandi en {year}, dit Leïla Mansour." for year in (*range(1980, 2000), 2021)]
    pages = pages_of(("fr", sentences))
    timeline = pages["timeline.md"]
    assert ["1980s", "1990s", "2020s"] == re.findall(r"^## (\d+s) ", timeline, re.MULTILINE)
    assert ["", "", ' open="open"'] == re.findall(r'<details class="years"( open="open")? markdown', timeline)
    assert ["10 entries", "10 entries", "2 entries"] == re.findall(r"<summary>(\d+ entr\w+)</summary>", timeline)
    assert timeline.count("- **19") == pages["print.md"].count("- **19") == 20
