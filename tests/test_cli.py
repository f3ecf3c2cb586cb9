"""The command line on good and bad dossiers: messages, exit codes, and that nothing published is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.cli import main

ENERGY = Path(__file__).parent / "dossiers" / "energy"


@pytest.fixture
def dossier(tmp_path):
    """A copy of the small dossier, built once."""
    folder = tmp_path / "dossier"
    shutil.copytree(ENERGY, folder)
    assert main(["build", str(folder)]) == 0
    return folder


def published(folder):
    return {path.relative_to(folder): path.read_bytes() for path in (folder / "content").rglob("*") if path.is_file()}


def test_another_subject_builds_from_its_files_alone(dossier, capsys):
    """A second dossier needs its own dossier.yml, knowledge/ and seeds/, and nothing of the builder."""
    pages = {path.as_posix() for path in published(dossier)}
    assert {"content/topics/energy-agreements.md", "content/topics/migration.md"} <= pages
    assert main(["check", str(dossier)]) == 0


def test_only_dossier_yml_and_seeds_must_exist(dossier):
    """Without knowledge/ everything still builds; nobody is known then."""
    shutil.rmtree(dossier / "knowledge")
    (dossier / "seeds" / "boats-en.yml").unlink()
    settings = (dossier / "dossier.yml").read_text()
    (dossier / "dossier.yml").write_text(settings.replace("  outlets: {harbour-gazette: excerpts}\n", ""))
    assert main(["build", str(dossier)]) == 0


def test_a_second_build_changes_no_byte(dossier, capsys):
    """The same input gives the same bytes, and says that nothing changed."""
    before = published(dossier)
    capsys.readouterr()
    assert main(["build", str(dossier)]) == 0
    assert before == published(dossier)
    assert "0 added, 0 changed, 0 removed" in capsys.readouterr().out


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02binary", b"\xff\xfe\x00"], ids=["empty", "binary", "broken"])
def test_a_bad_seed_stops_only_itself(dossier, capsys, data):
    """The other articles are built, the old page of the bad one stays, the exit code is 1."""
    (dossier / "seeds" / "cable-fr.txt").write_bytes(data)
    (dossier / "seeds" / "new.txt").write_text("Un titre\n\nUne phrase assez longue sur l'énergie et l'électricité.\n")
    assert main(["build", str(dossier)]) == 1
    assert "seeds/cable-fr.txt" in capsys.readouterr().err
    pages = {path.name for path in published(dossier)}
    assert {"cable-fr.md", "new.md"} <= pages


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("dossier.yml", "titel: x\n", "dossier.yml:1: titel: unknown key 'titel' (did you mean 'title'?)"),
        ("dossier.yml", "title: [\n", "dossier.yml:2: is not valid YAML"),
        ("knowledge/peple.yml", "", "knowledge/peple.yml: is not read (did you mean 'people.yml'?)"),
        ("knowledge/people.yml", "a:\n  nmes: {en: A}\n", "knowledge/people.yml:2: a.nmes: unknown key 'nmes'"),
    ],
)
def test_a_broken_file_changes_nothing(dossier, capsys, file, text, message):
    """The message names file, line and key; what was published stays byte for byte."""
    before = published(dossier)
    (dossier / file).write_text(text)
    assert main(["build", str(dossier)]) == 1
    assert message in capsys.readouterr().err
    assert before == published(dossier)


def test_a_broken_sidecar_stops_only_its_article(dossier, capsys):
    """The article with the unknown key is reported; its old page stays."""
    (dossier / "seeds" / "cable-ar.yml").write_text("breif: x\n")
    assert main(["build", str(dossier)]) == 1
    assert "seeds/cable-ar.yml:1: breif: unknown key 'breif' (did you mean 'brief'?)" in capsys.readouterr().err
    assert Path("content/articles/cable-ar.md") in published(dossier)


def test_a_missing_file_or_folder_says_what_to_do(tmp_path, capsys):
    """No dossier.yml is an error of the dossier, no folder at all is wrong use."""
    assert main(["build", str(tmp_path)]) == 1
    assert "dossier.yml: is missing — create it" in capsys.readouterr().err
    assert main(["build", str(tmp_path / "nowhere")]) == 2


def test_an_edited_page_is_kept_and_told(dossier, capsys):
    """A build never overwrites what a person wrote into a page, and check tells it too."""
    page = dossier / "content" / "timeline.md"
    page.write_text(page.read_text() + "\nMine.\n")
    with (dossier / "seeds" / "boats-en.txt").open("a") as seed:
        seed.write("\nA deal with Italy was signed on 4 May 2023 in Tunis by officials of both sides.\n")
    assert main(["build", str(dossier)]) == 1
    line = len(page.read_text().splitlines()) - 1
    assert f"content/timeline.md:{line}: was edited by hand" in (told := capsys.readouterr().err)
    assert f"lines {line}-{line + 1}, “Mine.”, would not be there" in told
    assert page.read_text().endswith("Mine.\n")
    assert main(["check", str(dossier)]) == 1
    assert "content/timeline.md: was edited by hand" in capsys.readouterr().out


def test_check_tells_a_quote_that_moved(dossier, capsys):
    """A seed that changed after the build is named, and so is a quote that no longer stands there."""
    seed = dossier / "seeds" / "cable-ar.txt"
    seed.write_text(seed.read_text().replace("19 ماي", "20 ماي"))
    assert main(["check", str(dossier)]) == 1
    assert "seeds/cable-ar.txt changed since the build" in capsys.readouterr().out
    assert main(["build", str(dossier)]) == 0
    export = dossier / "content" / "data" / "dossier.json"
    export.write_text(export.read_text().replace('"start": 0', '"start": 1', 1))
    assert main(["check", str(dossier)]) == 1
    assert "are not the quote" in capsys.readouterr().out


def test_check_follows_links_to_any_id(dossier):
    """The id of an article may hold a low line, as the names of saved files do; what leads to it is found."""
    (dossier / "seeds" / "wire-fr.txt").rename(dossier / "seeds" / "000_8f7e.txt")
    assert main(["build", str(dossier)]) == 0
    assert main(["check", str(dossier)]) == 0


def test_check_tells_an_editors_citation_that_leads_nowhere(dossier, capsys):
    """A brief that cites a paragraph which the article does not have fails the check."""
    (dossier / "seeds" / "cable-ar.yml").write_text("brief: It was signed [¶9].\n")
    assert main(["check", str(dossier)]) == 1
    assert "[¶9] leads nowhere" in capsys.readouterr().out


def test_excerpts_show_only_a_few_sentences(dossier):
    """Of an outlet whose text may not be published, pages and data show a few sentences and no more."""
    seed = dossier / "seeds" / "boats-en.txt"
    more = "\n\n".join(f"Border officers counted {n} boats with migrants near Sfax in week {n}." for n in range(1, 30))
    seed.write_text(seed.read_text().replace("Share this article", more))
    assert main(["build", str(dossier)]) == 0
    everything = "\n".join(data.decode() for data in published(dossier).values())
    shown = [n for n in range(1, 30) if f"counted {n} boats" in everything]
    assert len(shown) <= 5
    page = (dossier / "content" / "articles" / "boats-en.md").read_text()
    assert "&#91;…&#93;" in page
    assert "Share this article" not in everything
    assert main(["check", str(dossier)]) == 0


def test_a_failed_article_keeps_what_was_published(dossier, capsys):
    """When a published article cannot be read any more, the pages that tell of it stay as they were."""
    before = published(dossier)
    (dossier / "seeds" / "cable-ar.yml").write_text("breif: x\n")
    (dossier / "seeds" / "new.txt").write_text(
        "A title of some words\n\nTunisia and Italy spoke of energy and electricity.\n"
    )
    assert main(["build", str(dossier)]) == 1
    after = published(dossier)
    assert [] == [path for path in before if before[path] != after[path]]
    assert Path("content/articles/new.md") in after
    assert "lists, topics and data stay as they were" in capsys.readouterr().out


def test_an_article_that_changed_is_renewed_while_another_fails(dossier):
    """Only what others would change stays: the editor's word on an article shows on its page at once."""
    before = published(dossier)
    (dossier / "seeds" / "cable-ar.yml").write_text("breif: x\n")
    (dossier / "seeds" / "hydrogen-ar.yml").write_text("english_title: Hydrogen for two shores\n")
    assert main(["build", str(dossier)]) == 1
    after = published(dossier)
    assert [Path("content/articles/hydrogen-ar.md")] == [path for path in before if before[path] != after[path]]
    assert "Hydrogen for two shores" in after[Path("content/articles/hydrogen-ar.md")].decode()


@pytest.mark.parametrize("brief", ["A claim without any citation.", "A claim about nothing [¶99]."])
def test_an_unproven_brief_fails_the_build_and_is_left_out(dossier, capsys, brief):
    """A statement of the editor's that no paragraph proves is not published."""
    (dossier / "seeds" / "cable-ar.yml").write_text(f"brief: {brief}\n")
    assert main(["build", str(dossier)]) == 1
    assert "seeds/cable-ar.yml: brief:" in capsys.readouterr().err
    assert brief[:20] not in (dossier / "content" / "articles" / "cable-ar.md").read_text()


def test_a_dossier_without_a_register_topic_still_proves_its_agreements(dossier):
    """The rows of the register then stand on the timeline, and every link leads there."""
    settings = (dossier / "dossier.yml").read_text()
    (dossier / "dossier.yml").write_text(settings.replace("layout: register", "layout: briefing"))
    assert main(["build", str(dossier)]) == 0
    assert "#agreement-sea-cable-2022" in (dossier / "content" / "timeline.md").read_text()
    assert main(["check", str(dossier)]) == 0


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("language: klingon\n", "seeds/cable-fr.yml:1: language: 'klingon' is not one of ar, ary, en, fr"),
        (
            "topics: [nonsense]\n",
            "seeds/cable-fr.yml:1: topics[0]: 'nonsense' is not one of energy-agreements, migration",
        ),
        ("retrieved: someday\n", "seeds/cable-fr.yml:1: retrieved: 'someday' is no EDTF date"),
    ],
)
def test_a_sidecar_names_only_what_there_is(dossier, capsys, sidecar, message):
    """A language without rules, an unknown topic and a day that is none are mistakes, not silent losses."""
    (dossier / "seeds" / "cable-fr.yml").write_text(sidecar)
    assert main(["build", str(dossier)]) == 1
    assert message in capsys.readouterr().err


def test_folders_and_dead_links_in_seeds_are_told(dossier, capsys):
    """What is not read in seeds/ is named, so that no article is missed without a word."""
    (dossier / "seeds" / "2024.txt").mkdir()
    (dossier / "seeds" / "dead.txt").symlink_to("nowhere")
    assert main(["build", str(dossier)]) == 1
    told = capsys.readouterr().err
    assert "seeds/2024.txt: is a folder" in told
    assert "seeds/dead.txt: leads to no file" in told
