"""What a build says in the editor's words, and what ``build --check`` says without changing anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.cli import main
from builder.news import page_lines

ENERGY = Path(__file__).parent / "dossiers" / "energy"
NEW = """A port, a plan and a minister

3 May 2023

Minister Karim Zellouf and the Harbour Bank of Sfax signed a memorandum of understanding on electricity on 2 May 2023.

Italy and Tunisia had signed an agreement on energy in Tunis on 1 May 2023, officials of both countries said on Tuesday.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "dossier"
    shutil.copytree(ENERGY, folder)
    assert main(["build", str(folder)]) == 0
    return folder


@pytest.fixture
def dossier(tmp_path, built):
    shutil.copytree(built, tmp_path / "dossier")
    return tmp_path / "dossier"


def state(folder):
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def said(capsys, *words):
    capsys.readouterr()
    code = main([str(word) for word in words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_build_tells_who_and_what_is_new(dossier, capsys):
    """People, organisations and agreements that no article named before, known ones and others apart."""
    (dossier / "seeds" / "port.txt").write_text(NEW)
    code, out, _ = said(capsys, "build", dossier)
    assert 0 == code
    lines = out.splitlines()
    assert "added content/articles/port.md" in lines
    assert [] != [line for line in lines if line.startswith("changed ")]
    assert "new people that knowledge/ does not have: Karim Zellouf" in lines
    assert [] != [line for line in lines if line.startswith("new agreements: ")]
    assert [] != [line for line in lines if "not known yet: review asks about" in line]
    assert [] == [line for line in lines if "knowledge/ does not have the" in line]


def test_a_build_tells_who_and_what_is_gone(dossier, capsys):
    """Known ones that no article names any more; a stranger that is gone was a question only."""
    (dossier / "seeds" / "boats-en.txt").unlink()
    (dossier / "seeds" / "boats-en.yml").unlink()
    out = said(capsys, "build", dossier)[1]
    assert "removed content/articles/boats-en.md" in out
    assert "that no article names any more: " in out


def test_controls_that_turn_words_are_told(dossier, capsys):
    """They are in no page, and the editor hears in which lines of the seed they stand; plain marks are no news."""
    seed = dossier / "seeds" / "boats-en.txt"
    turned = "\N{RIGHT-TO-LEFT OVERRIDE}txt.exe\N{POP DIRECTIONAL FORMATTING} was found \N{RIGHT-TO-LEFT MARK}there."
    lines = len(seed.read_text().splitlines())
    seed.write_text(f"{seed.read_text().rstrip()}\n\nThe boat carried a file, and {turned}\n")
    out = said(capsys, "build", dossier)[1]
    assert (
        f"notice: seeds/boats-en.txt: line {lines + 2} has invisible controls that turn the direction of words" in out
    )
    pages = [path.read_text(encoding="utf-8") for path in (dossier / "content").rglob("*.*")]
    assert [] == [page for page in pages if "\N{RIGHT-TO-LEFT OVERRIDE}" in page]
    assert 1 == out.count("turn the direction")


def test_a_seed_that_vanishes_meanwhile_leaves_the_pages_as_they_were(dossier, capsys, monkeypatch):
    """As when a folder is synchronised while it is read: a message, exit 1, and the next build is as ever."""
    before = state(dossier / "content")
    gone = dossier / "seeds" / "envoy-en.txt"
    kept = gone.read_bytes()

    def vanishing(seeds):
        gone.unlink()
        yield from seeds

    monkeypatch.setattr("builder.cli._show_progress", vanishing)
    code, _, err = said(capsys, "build", dossier)
    assert (1, True) == (code, "seeds/envoy-en.txt: cannot be read: No such file" in err)
    assert before == state(dossier / "content")
    monkeypatch.undo()
    gone.write_bytes(kept)
    assert 0 == said(capsys, "build", "--check", dossier)[0]


def test_a_second_build_has_no_news(dossier, capsys):
    """Open questions stay open, and are said again."""
    out = said(capsys, "build", dossier)[1]
    assert [] == [line for line in out.splitlines() if line.startswith(("new ", "added ", "changed ", "removed "))]
    assert "0 added, 0 changed, 0 removed" in out


def test_findings_that_say_the_same_are_one_line(dossier, capsys):
    """With the articles that they are about; undated articles are named again at the end."""
    for name in "abcdef":
        (dossier / "seeds" / f"{name}.txt").write_text(
            f"A title of {name}\n\nThe people of town {name} talked of boats.\n"
        )
    lines = said(capsys, "build", dossier)[1].splitlines()
    assert 1 == sum("does not say which outlet" in line for line in lines)
    assert [] != [line for line in lines if line.startswith("without a date") and "a, b, " in line]


def test_of_many_pages_the_folders_are_told():
    """A line for each of a hundred pages would hide everything else."""
    paths = ["index.md", *(f"articles/{n}.md" for n in range(100))]
    assert ["added in content/: 1 at the top, 100 in articles/"] == list(page_lines("added", paths))
    assert ["added content/index.md"] == list(page_lines("added", paths[:1]))


def test_build_check_is_content_with_what_a_build_made(dossier, capsys):
    """Exit 0, and not a byte or time changes."""
    before = state(dossier)
    assert 0 == said(capsys, "build", "--check", dossier)[0]
    assert before == state(dossier)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda folder: (folder / "seeds" / "port.txt").write_text(NEW), "would add content/articles/port.md"),
        (lambda folder: (folder / "seeds" / "wire-fr.txt").unlink(), "would remove content/articles/wire-fr.md"),
        (
            lambda folder: shutil.copy(folder / "content" / "timeline.md", folder / "content" / "old.md"),
            "would remove content/old.md",
        ),
        (lambda folder: (folder / "content" / "timeline.md").unlink(), "would add content/timeline.md"),
        (
            lambda folder: (folder / "content" / "data" / "search.json").write_text("{}"),
            "would change content/data/search.json",
        ),
        (
            lambda folder: (folder / "content" / "timeline.md").write_text("# Mine\n"),
            "content/timeline.md: is a hand-written page",
        ),
        (lambda folder: (folder / "seeds" / "wire-fr.txt").write_text(""), "seeds/wire-fr.txt: is empty"),
    ],
    ids=["added", "removed", "left over", "lost", "data", "hand-made", "unreadable"],
)
def test_build_check_names_the_pages_that_are_stale(dossier, capsys, change, told):
    """Exit 1, which pages, and still nothing is changed."""
    change(dossier)
    before = state(dossier)
    code, out, err = said(capsys, "build", "--check", dossier)
    assert 1 == code
    assert told in out + err
    assert "content/ is not what the dossier builds today" in err
    assert before == state(dossier)


def test_build_check_finishes_nothing_that_was_interrupted(dossier, capsys):
    """A run that was killed left its journal; to finish it would be a change."""
    stage = dossier / "content" / ".unfinished"
    stage.mkdir()
    (stage / "forward.json").write_text("[]")
    said(capsys, "build", "--check", dossier)
    assert (stage / "forward.json").exists()
