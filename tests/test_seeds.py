"""The first dossier: what must be right about its five articles, in the data that readers download.

The export is read as it is committed, so this also tells when content/ was not regenerated.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def export():
    """The committed data export."""
    return json.loads((ROOT / "content" / "data" / "dossier.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def article(export):
    """Find an article by the number that its id begins with."""
    return lambda number: next(a for a in export["articles"] if a["id"].startswith(f"{number}_"))


def texts(article):
    return [paragraph["text"] for paragraph in article["paragraphs"]]


def entities(article, kind):
    return {mention["entity"] for mention in article["mentions"] if mention["kind"] == kind}


def agreed(article):
    return {row["id"]: row["date"] and row["date"]["edtf"] for row in article["agreements"]}


def basis(article):
    return {step["kind"] for step in article["date"]["basis"]}


@pytest.mark.parametrize(
    ("number", "language", "direction", "paragraphs"),
    [("000", "fr", "ltr", 10), ("001", "fr", "ltr", 4), ("002", "fr", "ltr", 8), ("003", "ary", "rtl", 7)],
)
def test_language_direction_and_paragraphs(article, number, language, direction, paragraphs):
    """Each article has its language, its direction, and exactly its own paragraphs."""
    found = article(number)
    assert (language, direction, paragraphs) == (found["language"], found["direction"], len(found["paragraphs"]))


def test_000_text_and_byline(article):
    """The title stands once, the paragraph that was cut in two is one again, the byline is the desk's."""
    found = article("000")
    assert found["title"] not in texts(found)
    assert found["byline"] == "La rédaction"
    assert [text for text in texts(found) if "En visite..." in text] == [
        text for text in texts(found) if "de travail au Maroc, Robert S. Karem" in text
    ]


def test_000_names_and_frameworks(article):
    """Loudyi is the man whom 004 calls Loudiyi; MNNA is of 2004; GCTF and the Coalition are there."""
    found, other = article("000"), article("004")
    spelled = {m["text"]: m["entity"] for a in (found, other) for m in a["mentions"]}
    assert spelled["Abdeltif Loudyi"] == spelled["Abdellatif Loudiyi"] == spelled["Loudyi"]
    assert {"mnna-2004": "2004", "gctf-membership": None, "global-coalition-membership": None} == agreed(found)


def test_000_date_is_an_interval_from_an_office(article):
    """The text settles no date: the interval is that of Robert Karem's office, and says so."""
    found = article("000")
    assert found["date"]["edtf"] == "2017-06/2018-10"
    assert "office" in basis(found)


def test_001_nothing_of_the_teasers(export, article):
    """The related articles left no word, name or date in the article."""
    found = article("001")
    kept = json.dumps([found["paragraphs"], found["mentions"], found["dates"]], ensure_ascii=False)
    assert [word for word in ("Interpol", "AIEA", "Rome", "2024-11", "novembre") if word in kept] == []
    assert entities(found, "person") == {"nasser-bourita", "bonnie-jenkins"}
    assert "marrakesh" in entities(found, "place")


def test_001_date_by_reasoning(article):
    """Tuesday, Wednesday's opening until 2 February, and the attack of 28 January give 30 January 2024."""
    found = article("001")
    assert found["date"]["edtf"] == "2024-01-30"
    assert {"weekday", "explicit", "event"} <= basis(found)
    said = " ".join(step["text"] for step in found["date"]["basis"])
    assert all(words in said for words in ("Tuesday", "Wednesday", "2 février", "28 January 2024"))


def test_002_agency_names_and_no_year_2396(article):
    """MAP is the agency; a resolution's number is no year; who co-chairs with whom is there."""
    found = article("002")
    assert "MAP" in found["agency"]
    assert entities(found, "person") == {"nathan-sales", "nasser-bourita"}
    assert {"gctf", "islamic-state", "al-qaeda"} <= entities(found, "organisation")
    assert "netherlands" in entities(found, "place")
    assert ["27 septembre"] == [d["text"] for d in found["dates"]]


def test_002_date_is_an_interval_of_thursdays(article):
    """It happened on a Thursday before 27 September; both ends are such days, and the reasons are given."""
    when = article("002")["date"]
    earliest, latest = date.fromisoformat(when["earliest"]), date.fromisoformat(when["latest"])
    assert earliest < latest < date(2018, 9, 27)
    assert earliest.weekday() == latest.weekday() == 3
    assert {"weekday", "explicit"} <= basis(article("002"))


def test_003_darija_article(article):
    """Outlet and author are read from the byline; the date is inferred from a picture's name and says so."""
    found = article("003")
    assert (found["outlet"], found["byline"]) == ("Express TV", "مصطفى الفيلالي")
    assert found["date"]["edtf"] == "2024-04-09~"
    assert found["date"]["earliest"] <= "2024-04-09" <= found["date"]["latest"]
    assert basis(found) == {"picture-name"}
    assert "inferred" in found["date"]["basis"][0]["text"]


def test_003_frameworks_and_the_maghreb(article):
    """Every framework has the year that the text gives; the Maghreb is not Morocco."""
    found = article("003")
    assert agreed(found) == {
        "memorandum-2007": "2007",
        "memorandum-2015": "2015",
        "nato-mediterranean-dialogue": "1995",
        "mnna-2004": "2004",
        "tsctp": "2005",
        "gctf-membership": "2011",
        "global-coalition-membership": "2014",
    }
    assert {"maghreb"} == {m["entity"] for m in found["mentions"] if m["text"] == "المغرب العربي"}


def test_004_people_and_the_correspondent(export, article):
    """Five people act; the correspondent is a source of the outlet and no actor anywhere."""
    found = article("004")
    people = {"mark-esper", "nasser-bourita", "abdellatif-loudiyi", "fayez-al-sarraj", "khalifa-haftar"}
    assert people == entities(found, "person")
    assert found["reporters"] == ["Nina Kozlowski"]
    assert [e["id"] for e in export["entities"] if "Kozlowski" in json.dumps(e["name"])] == []
    assert "africom" in entities(found, "organisation")


def test_004_agreement_of_friday(export, article):
    """The agreement was signed in Rabat on Friday 2 October 2020; Wednesday 30 September is Tunisia's."""
    found = article("004")
    (row,) = [row for row in export["agreements"] if row["id"] in agreed(found)]
    assert (row["date"]["edtf"], row["duration"], row["kind"]) == ("2020-10-02", "P10Y", "agreement")
    assert {"mark-esper", "abdellatif-loudiyi"} == set(row["signatories"])
    assert found["date"]["edtf"] == "2020-10-02"
    assert ["2020-09-30"] == [d["edtf"] for d in found["dates"]]


def test_004_litter_is_gone(article):
    """The cookie notice and the pointer to another article are removed, the subheading is kept."""
    found = article("004")
    kept = " ".join(texts(found))
    assert [word for word in ("cookies", "To read", "Washington assures") if word in kept] == []
    assert ["Military cooperation agreement"] == [p["text"] for p in found["paragraphs"] if p["kind"] == "heading"]


def test_every_line_of_a_seed_is_accounted_for(export):
    """A line of a seed is text, title, removed, or empty; none vanishes."""
    for found in export["articles"]:
        lines = (ROOT / found["source"]).read_text(encoding="utf-8").splitlines()
        kept = {line for paragraph in found["paragraphs"] for line in paragraph["lines"]}
        gone = {removal["line"] for removal in found["removed"]}
        title = {n for n, line in enumerate(lines, 1) if line.strip() == found["title"]}
        silent = [n for n, line in enumerate(lines, 1) if line.strip() and n not in kept | gone | title]
        assert [] == silent, found["source"]


def test_names_are_given_in_three_languages(export):
    """Everyone and everything that the knowledge has is named in English; most in all three."""
    known = [entity for entity in export["entities"] if entity["known"]]
    assert [e["id"] for e in known if not e["name"]["en"]] == []
    complete = [e for e in known if all(e["name"][language] for language in ("en", "fr", "ar"))]
    assert len(complete) >= 0.8 * len(known)
