"""What the editor decides of one article in its sidecar: lines, names, and which article replaces which."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from builder.cli import main

ENERGY = Path(__file__).parent / "dossiers" / "energy"
TEXT = """A minister in the harbour

3 May 2023

Leila Mansour met the port's director in Sfax and spoke with him about electricity for most of the morning.

Also read: The price of fish rises again in all of the ports

Mansour said that Harbour Street would be lit by the end of the year, and thanked the Old Harbour Bank for it.

Share this article
"""


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "dossier"
    shutil.copytree(ENERGY, folder)
    (folder / "seeds" / "port.txt").write_text(TEXT)
    return folder


@pytest.fixture
def built(dossier, capsys):
    """Build with a sidecar; give the exit code, the article of the export, its page, and what was said."""

    def built(sidecar):
        (dossier / "seeds" / "port.yml").write_text(sidecar)
        code = main(["build", str(dossier)])
        said = capsys.readouterr()
        export = json.loads((dossier / "content" / "data" / "dossier.json").read_text())
        article = next(article for article in export["articles"] if article["id"] == "port")
        return code, article, (dossier / "content" / "articles" / "port.md").read_text(), said.out + said.err

    return built


def know_jane(dossier):
    people = dossier / "knowledge" / "people.yml"
    people.write_text(
        f"{people.read_text()}jane-public:\n  names: {{en: Jane Public}}\n  source: {{text: A directory}}\n"
    )


def texts(article):
    return [paragraph["text"] for paragraph in article["paragraphs"]]


def test_a_line_that_the_editor_drops_is_out_and_told_as_such(dossier, built, capsys):
    """It is no text, its names are none, and page, explain and data say who took it out."""
    code, article, page, _ = built("drop:\n  9: Mansour said\n")
    assert 0 == code
    assert 1 == len(texts(article))
    assert {"line": 9, "text": TEXT.splitlines()[8], "rule": "editor"} in article["removed"]
    assert "line 9 dropped by the editor" in re.sub(r"<[^>]+>", "", page)
    assert "Dropped by the editor: lines 9 of the saved text." in page
    assert 0 == main(["explain", "port", str(dossier)])
    assert "    9  - editor" in (said := capsys.readouterr().out)
    assert "lines dropped: 9" in said
    assert 0 == main(["check", str(dossier)])


def test_a_line_that_the_editor_keeps_is_text_whatever_a_rule_says(dossier, built, capsys):
    """And it is told which rule would have taken it out."""
    _, article, _, _ = built("")
    assert 2 == len(texts(article))
    _, article, page, _ = built("keep:\n  7: Also read\n  11: Share this\n")
    assert TEXT.splitlines()[6] in texts(article)
    assert "Share this article" in texts(article)
    assert "Kept by the editor: lines 7, 11 of the saved text." in page
    assert "A rule would have taken out:" in page
    main(["explain", "port", str(dossier)])
    assert re.search(r" 7  ¶2.*kept by the editor, related would have taken it", capsys.readouterr().out)
    assert 0 == main(["check", str(dossier)])


def test_a_seed_that_changed_under_the_editors_numbers_is_noticed(dossier, built):
    """A line more at the top, and the number means another line: the article waits for the editor."""
    built("drop:\n  9: Mansour said\n")
    (dossier / "seeds" / "port.txt").write_text(f"Menu\n{TEXT}")
    code, article, _, said = built("drop:\n  9: Mansour said\n")
    assert 1 == code
    assert "seeds/port.yml:2: drop.9: line 9 begins with nothing: it is blank and not 'Mansour said' — line 10" in said
    assert 1 == len(texts(article))


def test_words_mean_in_one_article_whom_the_editor_says(dossier, built, capsys):
    """Known or not before; in other articles they mean what they did."""
    _, before, _, _ = built("")
    code, article, page, said = built("names:\n  the port's director: jane-public\n  Old Harbour Bank: none\n")
    assert 1 == code
    assert "'jane-public' is not one of the" in said
    know_jane(dossier)
    code, article, page, _ = built("names:\n  the port's director: jane-public\n  Old Harbour Bank: none\n")
    assert 0 == code
    assert ("jane-public", "the port's director") in {(m["entity"], m["text"]) for m in article["mentions"]}
    assert "Old Harbour Bank" in {mention["text"] for mention in before["mentions"]}
    assert [] == [mention for mention in article["mentions"] if "Bank" in mention["text"]]
    assert "means, as the editor says," in page
    main(["explain", "port", str(dossier)])
    assert "person jane-public (said by the editor)" in capsys.readouterr().out
    assert 0 == main(["check", str(dossier)])


def test_a_part_of_a_longer_known_name_is_left_to_it(dossier, built):
    """The editor spoke of the surname alone, not of the whole name that the knowledge has."""
    know_jane(dossier)
    _, article, _, _ = built("names:\n  Mansour: jane-public\n")
    meant = [(mention["text"], mention["entity"]) for mention in article["mentions"] if "Mansour" in mention["text"]]
    assert ("Mansour", "jane-public") in meant
    assert ("Leila Mansour", "leila-mansour") in meant


def test_an_article_that_was_replaced_counts_no_more(dossier, built, capsys):
    """It keeps its page, which names the other one, and is in no list, topic, register, count or search."""
    (dossier / "seeds" / "wire-fr.yml").write_text("brief: It says so [¶1].\n")
    code, _, page, _ = built("supersedes: wire-fr\n")
    assert 0 == code
    content = dossier / "content"
    export = json.loads((content / "data" / "dossier.json").read_text())
    assert "wire-fr" not in {article["id"] for article in export["articles"]}
    assert [("wire-fr", "port")] == [(one["id"], one["by"]) for one in export["superseded"]]
    old = (content / "articles" / "wire-fr.md").read_text()
    assert "This article was replaced by" in old
    assert "(port.md)" in old
    assert "exclude: true" in old
    assert "{: #p1 " in old
    assert "(wire-fr.md)" in page
    listed = (content / "articles" / "index.md").read_text()
    assert "wire-fr" in listed.partition("#superseded")[2]
    others = [path for path in content.rglob("*") if path.is_file() and "wire-fr" in path.read_text()]
    assert {"wire-fr.md", "port.md", "index.md", "print.md", "dossier.json"} == {path.name for path in others}
    assert content / "index.md" not in others
    assert 0 == main(["check", str(dossier)])
    capsys.readouterr()
    (dossier / "seeds" / "port.yml").unlink()
    assert 0 == main(["build", str(dossier)])
    assert "superseded" not in json.loads((content / "data" / "dossier.json").read_text())


def test_citing_an_article_that_was_replaced_is_told(dossier, built):
    """The editor's statement waits until it cites the one that counts."""
    code, _, _, said = built("supersedes: cable-fr\n")
    assert 1 == code
    assert "cites an article that counts no more" in said
    assert "port replaces it: cite that one" in said


def test_articles_that_replace_one_another_stay(dossier, built):
    """A circle replaces nobody; in a chain the last one stands for all."""
    (dossier / "seeds" / "wire-fr.yml").write_text("supersedes: port\n")
    code, _, _, said = built("supersedes: wire-fr\n")
    assert 1 == code
    assert "replace one another" in said
    (dossier / "seeds" / "wire-fr.yml").write_text("supersedes: hydrogen-fr\n")
    (dossier / "dossier.yml").write_text(
        (dossier / "dossier.yml").read_text().replace("[hydrogen-fr¶2]", "[hydrogen-ar¶1]")
    )
    built("supersedes: wire-fr\n")
    export = json.loads((dossier / "content" / "data" / "dossier.json").read_text())
    assert {("wire-fr", "port"), ("hydrogen-fr", "port")} == {(one["id"], one["by"]) for one in export["superseded"]}


def test_the_editors_policy_is_told_on_the_page(built):
    """What may be shown is said where it is shown."""
    assert "The editor lets only excerpts be shown." in built("publication: excerpts\n")[2]
