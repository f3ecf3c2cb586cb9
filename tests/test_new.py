"""``new``: an empty dossier that builds at once, with a site, and says in its files what belongs into them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from builder.cli import main
from builder.config import load_settings
from builder.errors import OutputError
from builder.knowledge import load_knowledge, shipped_bodies
from builder.start import empty_dossier

VISIT = """A port, a plan and a minister

3 May 2023

Minister Karim Zellouf opened the new port on Tuesday and spoke of the plans that the port has for the year to come.

The works took three years, he said, and they were done by four hundred workers who had never built one before.
"""
SPEECHES = {
    "fr": "Un port et un plan\n\nL'Union européenne paiera la moitié du port, et la ville paiera le reste.\n",
    "en": "A port and a plan\n\nHalf of the port is paid by the EU, and the town will pay for the rest.\n",
    "ar": "ميناء وخطة\n\nيدفع الاتحاد الأوروبي نصف كلفة الميناء الجديد، وتدفع المدينة ما بقي من كلفة الأشغال.\n",
}
ENERGY = Path(__file__).parent / "dossiers" / "energy"


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "ports-of-call"
    assert 0 == main(["new", str(folder)])
    return folder


def test_an_empty_dossier_builds_and_checks_at_once(dossier, capsys):
    """Also a second time, when its export is there and tells of no article."""
    assert 0 == main(["build", str(dossier)])
    assert 0 == main(["build", "--check", str(dossier)])
    assert 0 == main(["check", str(dossier)])
    assert "0 articles, 0 names, 0 agreements" in capsys.readouterr().out


def test_its_site_is_built_strictly(dossier):
    """With the theme and the settings that lie in it, its own title and its own menu."""
    main(["build", str(dossier)])
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=dossier, capture_output=True, text=True, check=False, env={"NO_MKDOCS_2_WARNING": "1", "PATH": ""},
    )  # fmt: skip
    assert 0 == made.returncode, made.stderr
    home = (dossier / "site" / "index.html").read_text()
    assert "Ports of call" in home
    assert (dossier / "site" / "topics" / "agreements" / "index.html").exists()


def test_the_first_article_can_be_added_to_it(dossier):
    """It is then a dossier like any other."""
    assert 0 == main(["add", str(ENERGY / "seeds" / "cable-fr.txt"), "--dossier", str(dossier)])
    assert 0 == main(["build", str(dossier)])
    assert 0 == main(["check", str(dossier)])


def test_a_title_is_written_as_yaml_needs_it(tmp_path):
    """Whatever stands in it: a colon, quotes, another script."""
    title = "الموانئ: \"ports\" # and 'more'"
    assert 0 == main(["new", str(tmp_path / "a"), "--title", title])
    assert title == load_settings(tmp_path / "a").title
    assert 0 == main(["build", str(tmp_path / "a")])
    assert 0 == main(["check", str(tmp_path / "a")])


def test_nothing_of_the_first_dossier_is_in_it(dossier):
    """Neither its title and scope nor its topics."""
    first = load_settings(Path(__file__).parents[1])
    texts = "\n".join(path.read_text() for path in dossier.rglob("*.yml"))
    assert [] == [words for words in (first.title, first.scope, *(t.title for t in first.topics)) if words in texts]


def test_what_the_comments_show_is_right(dossier):
    """Every example in a comment can be taken as it is: without its # the file is read without a fault."""
    for path in (dossier / "knowledge").glob("*.yml"):
        example = path.read_text().partition("\n#\n")[2]
        path.write_text("".join(line.removeprefix("# ") for line in example.splitlines(keepends=True)))
    knowledge = load_knowledge(dossier, load_settings(dossier))
    assert {"jane-public"} == set(knowledge.people)
    assert {"harbor-bank"} == set(knowledge.organisations) - set(shipped_bodies())
    assert {"harbor-light-2021"} == set(knowledge.agreements)
    assert {"harbor-fair-2023"} == set(knowledge.events)
    assert "some-gazette" in knowledge.outlets


def test_a_body_of_the_world_is_one_known_entity_in_three_languages(dossier, capsys):
    """It has one page, with what it is and its official address, and `review` does not ask about it."""
    for name, text in SPEECHES.items():
        (dossier / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert 0 == main(["build", str(dossier)])
    export = json.loads((dossier / "content" / "data" / "dossier.json").read_text(encoding="utf-8"))
    named = {(one["id"], one["known"]) for one in export["entities"] if one["kind"] == "organisation"}
    assert {("european-union", True)} == named
    assert {"Union européenne", "EU", "الاتحاد الأوروبي"} <= {
        mention["text"] for article in export["articles"] for mention in article["mentions"]
    }
    page = (dossier / "content" / "organisations" / "european-union.md").read_text(encoding="utf-8")
    assert "https://european-union.europa.eu/" in page
    assert "international organisation" in page
    assert not (dossier / "content" / "organisations" / "nato.md").exists()
    capsys.readouterr()
    main(["review", "--list", str(dossier)])
    assert "Union" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys, name):
    """Not a byte is added to it."""
    (tmp_path / name).write_text("mine")
    assert 1 == main(["new", str(tmp_path)])
    assert "something is there already" in capsys.readouterr().err
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_without_the_theme_it_says_where_to_run(tmp_path):
    """An installed builder has no theme beside it."""
    with pytest.raises(OutputError, match="site_overrides does not lie beside the builder"):
        empty_dossier("Title", tmp_path)


def test_seeds_that_vanished_are_no_empty_dossier(tmp_path, capsys):
    """Pages that were made of articles are not taken away because the folder is empty one day."""
    main(["new", str(tmp_path / "a")])
    main(["add", str(ENERGY / "seeds" / "cable-fr.txt"), "--dossier", str(tmp_path / "a")])
    main(["build", str(tmp_path / "a")])
    for path in (tmp_path / "a" / "seeds").glob("[!_]*"):
        path.unlink()
    before = {path: path.read_bytes() for path in (tmp_path / "a" / "content").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert 1 == main(["build", str(tmp_path / "a")])
    assert "seeds/: no article is there, and pages were made of some" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in (tmp_path / "a" / "content").rglob("*") if path.is_file()}


def test_every_file_of_it_is_yaml_or_words(dossier):
    """What is to be filled in opens in any editor."""
    for path in [dossier / "dossier.yml", *(dossier / "knowledge").iterdir()]:
        yaml.safe_load(path.read_text(encoding="utf-8"))
    assert "builder add" in (dossier / "seeds" / "_read_me_first.txt").read_text()


def test_one_article_and_one_unknown_name_are_told_in_the_singular(dossier, tmp_path, capsys):
    saved = tmp_path / "visit.txt"
    saved.write_text(VISIT, encoding="utf-8")
    assert 0 == main(["add", str(saved), "--dossier", str(dossier)])
    assert "; 1 name is not known yet: review asks about them" in capsys.readouterr().out
    assert 0 == main(["build", str(dossier)])
    assert "1 article, 1 name, 0 agreements; pages: " in capsys.readouterr().out
