"""The data export of the small dossier: no claim without its words, nothing merged that is not the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builder.cli import main

ENERGY = Path(__file__).parent / "dossiers" / "energy"
TOPIC = "content/topics/energy-agreements.md"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    """A built copy of the small dossier."""
    folder = tmp_path_factory.mktemp("energy") / "dossier"
    shutil.copytree(ENERGY, folder)
    assert 0 == main(["build", str(folder)])
    return folder


@pytest.fixture(scope="module")
def export(dossier):
    return json.loads((dossier / "content/data/dossier.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts(export):
    """The text of each paragraph that may be shown."""
    return {(a["id"], p["id"]): p["text"] for a in export["articles"] for p in a["paragraphs"]}


def claims(export: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that the export states: of each article, and of the dossier as a whole."""
    for article in export["articles"]:
        for kind in ("topics", "agreements"):
            yield from ((f"{article['id']} {kind} {claim['id']}", claim) for claim in article[kind])
    for kind in ("entities", "agreements", "events"):
        yield from ((f"{kind} {claim['id']}", claim) for claim in export[kind])
    for row in export["agreements"]:
        yield from ((f"{row['id']} told", {"evidence": [told["evidence"]]}) for told in row["told"])


def test_no_claim_is_without_evidence(export, texts):
    """Every claim has words, and the words stand where it says; what is the knowledge's names its source."""
    faults = []
    for name, claim in claims(export):
        if not claim["evidence"]:
            faults.append(f"{name}: no evidence")
        for found in claim["evidence"]:
            text = texts[found["article"], found["paragraph"]]
            if text is not None and text[found["start"] : found["end"]] != found["quote"]:
                faults.append(f"{name}: {found['quote']} is not there")
    assert [] == faults


def test_what_no_article_says_has_a_source_of_the_knowledge(export):
    """A date, duration, party or signatory that no sentence gives is the knowledge's, which names its source."""
    faults = []
    for row in export["agreements"]:
        told = row["told"]
        given = {name for deed in told for name in (*deed["parties"], *deed["signatories"])}
        foreign = [name for name in (*row["parties"], *row["signatories"]) if name not in given]
        if foreign and not (row["source"] and set(foreign).isdisjoint(row["stated"])):
            faults.append(f"{row['id']}: {foreign}")
        for field in ("date", "duration"):
            if row[field] and row[f"{field}_from"] == "articles" and not any(deed[field] for deed in told):
                faults.append(f"{row['id']}: {field}")
            if row[field] and row[f"{field}_from"] == "knowledge" and not row["source"]:
                faults.append(f"{row['id']}: {field} without a source")
    assert [] == faults


def test_sources_that_differ_stand_side_by_side(export, dossier):
    """Four articles on one signing, one of them a wire copy, differ on three fields and prefer none."""
    (row,) = [row for row in export["agreements"] if row["id"] == "sea-cable-2022"]
    assert (["date", "duration", "place"], 3) == (row["differences"], row["independent_sources"])
    page = (dossier / TOPIC).read_text(encoding="utf-8")
    assert "19 May 2022 <br>21 May 2022 <br>" in page
    assert "20 years <br>15 years <br>" in page
    assert '<div class="register compared" markdown="1">' in page


def test_a_proposed_agreement_is_merged_across_languages(export):
    """A signing that an Arabic and a French article report is one row, not confirmed, with the sums that differ."""
    (row,) = [row for row in export["agreements"] if not row["known"]]
    assert {"hydrogen-ar", "hydrogen-fr"} == {deed["evidence"]["article"] for deed in row["told"]}
    assert ("2023-03-03", "P10Y", ["sfax"], ["amount"]) == (
        row["date"]["edtf"], row["duration"], row["places"], row["differences"],
    )  # fmt: skip


def test_the_editors_paragraphs_stand_on_the_page(dossier):
    """Background, frameworks, disputes and open questions are the editor's and say so."""
    page = (dossier / TOPIC).read_text(encoding="utf-8")
    order = ["key-points", "background", "chronology", "register", "also-named", "actors", "sources-say"]
    places = [page.index(f"{{: #{anchor} }}") for anchor in [*order, "agree-differ", "not-known", "sources"]]
    assert sorted(places) == places
    assert "this paragraph is the editor's and cites nothing" in page
    assert "Who pays for the cable is not said." in page


def test_a_cited_sentence_is_quoted_alone(dossier):
    """A citation of one sentence unfolds that sentence, with a mark where its paragraph goes on."""
    page = (dossier / TOPIC).read_text(encoding="utf-8")
    assert "Two dates are given for one signing" in page
    assert "21 May 2022 in Sfax, a 15-year deal worth €240 million, the envoy of Italy said. &#91;…&#93;</q>" in page


@pytest.mark.parametrize(
    ("citation", "answer"),
    [
        ("[cable-fr¶1s9]", "cable-fr has no ¶1s9"),
        ("[cable-fr¶77]", "cable-fr has no ¶77"),
        ("[nobody¶1]", "nobody has no ¶1"),
    ],
)
def test_a_citation_that_leads_nowhere_is_found(tmp_path, dossier, capsys, citation, answer):
    """In dossier.yml and in a hand-written page, with file and line."""
    folder = tmp_path / "dossier"
    shutil.copytree(dossier, folder)
    (folder / "content/notes.md").write_text(f"# Notes\n\nSee {citation}.\n", encoding="utf-8")
    assert 1 == main(["check", str(folder)])
    assert f"content/notes.md:3: {citation} leads nowhere: {answer}" in "".join(capsys.readouterr())
    settings = folder / "dossier.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("for long;", f"for long {citation};"), encoding="utf-8"
    )
    assert 1 == main(["build", str(folder)])
    assert "dossier.yml:2" in "".join(capsys.readouterr())
