"""Writing pages: only what changed, whole or not at all, and never over a person's work."""

from __future__ import annotations

import stat
import time

import pytest

from builder.models import Page
from builder.write import compare_pages, write_pages


def page(path, body="text"):
    return Page(path, f"---\ntitle: t\n---\n\n{body}\n")


def test_a_second_run_changes_no_byte(tmp_path):
    """The same pages again: nothing is added, changed or removed, and no file is touched."""
    pages = [page("a.md"), Page("data/d.json", "{}\n")]
    assert ("a.md", "data/d.json") == write_pages(pages, tmp_path).added
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = write_pages(pages, tmp_path)
    assert ((), (), ()) == (again.added, again.changed, again.removed)
    assert before == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_a_page_edited_by_hand_is_left_alone(tmp_path):
    """A generated page that a person changed is refused by name, with the way to keep the change."""
    write_pages([page("a.md"), page("b.md")], tmp_path)
    (tmp_path / "a.md").write_text((tmp_path / "a.md").read_text() + "mine\n")
    written = write_pages([page("a.md", "new"), page("b.md", "new")], tmp_path)
    assert (tmp_path / "a.md").read_text().endswith("mine\n")
    assert (("b.md",), ["content/a.md"]) == (written.changed, [problem.file for problem in written.refused])
    assert "dossier.yml" in written.refused[0].remedy


def refused(tmp_path, generated, edited, now=None):
    """What is told of a page that was generated, edited, and would now be generated otherwise."""
    write_pages([Page("people/a.md", f"---\ntitle: t\n---\n\n{generated}\n")], tmp_path)
    path = tmp_path / "people" / "a.md"
    path.write_text(edited(path.read_text()))
    return write_pages([Page("people/a.md", f"---\ntitle: t\n---\n\n{now or generated}\n")], tmp_path).refused[0]


@pytest.mark.parametrize(
    ("edited", "line", "told"),
    [
        (lambda page: page.replace("Two.", "Zwei."), 8, "line 8 would be “Two.” and not “Zwei.”"),
        (lambda page: page.replace("Two.", "Two.\nMine."), 9, "line 9, “Mine.”, would not be there"),
        (lambda page: page.replace("Two.\n", ""), 8, "before line 8, “Two.” is missing"),
        (
            lambda page: page.replace("One.", "1.").replace("Three.", "3."),
            6,
            "line 6 would be “One.” and not “1.”; line 10",
        ),
    ],
)
def test_the_lines_that_a_person_changed_are_told(tmp_path, edited, line, told):
    """By their numbers in the page and their words, with the file into which such words belong."""
    problem = refused(tmp_path, "One.\n\nTwo.\n\nThree.", edited)
    assert line == problem.line
    assert told in problem.what
    assert "knowledge/people.yml" in problem.remedy


def test_of_many_changed_lines_a_few_are_told(tmp_path):
    """And how many more there are; a page of thousands of lines does not keep anyone waiting."""
    text = "\n\n".join(f"Line {n}." for n in range(50))
    problem = refused(tmp_path, text, lambda page: page.replace("0.", "0!"))
    assert "and 2 more" in problem.what
    long = "\n".join(str(n % 7) for n in range(5000))
    began = time.perf_counter()
    assert (
        "would be"
        in refused(tmp_path / "long", long, lambda page: page.replace("\n3\n", "\nx\n").replace("\n5\n", "\ny\n")).what
    )
    assert time.perf_counter() - began < 5


def test_comparing_tells_what_writing_would_do_and_does_nothing(tmp_path):
    """The same pages, added, changed, removed and refused; the folder is not even made."""
    assert ("a.md",) == compare_pages([page("a.md")], tmp_path / "content").added
    assert [] == list(tmp_path.iterdir())
    write_pages([page("a.md"), page("b.md"), page("c.md")], tmp_path)
    (tmp_path / "c.md").write_text((tmp_path / "c.md").read_text() + "mine\n")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    pages = [page("a.md", "new"), page("c.md", "new"), page("d.md")]
    told = compare_pages(pages, tmp_path)
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert (("d.md",), ("a.md",), ("b.md",), 1) == (told.added, told.changed, told.removed, len(told.refused))
    assert told == write_pages(pages, tmp_path)


def test_a_hand_written_page_is_left_alone(tmp_path):
    """A page that was never generated is not replaced by one of its name."""
    (tmp_path / "a.md").write_text("# Mine\n")
    assert ["content/a.md"] == [problem.file for problem in write_pages([page("a.md")], tmp_path).refused]
    assert (tmp_path / "a.md").read_text() == "# Mine\n"


def test_pages_no_longer_made_are_removed_only_untouched(tmp_path):
    """Of the pages without a source, the edited one and the hand-written one stay; the edited one is told."""
    write_pages([page("gone.md"), page("edited.md"), page("kept.md")], tmp_path)
    (tmp_path / "edited.md").write_text((tmp_path / "edited.md").read_text() + "mine\n")
    (tmp_path / "hand.md").write_text("# Mine\n")
    written = write_pages([page("kept.md")], tmp_path)
    assert (("gone.md",), ["content/edited.md"]) == (written.removed, [problem.file for problem in written.refused])
    assert "take out its line" in written.refused[0].remedy
    assert ["edited.md", "hand.md", "kept.md"] == sorted(path.name for path in tmp_path.iterdir())
    edited = (tmp_path / "edited.md").read_text()
    (tmp_path / "edited.md").write_text("".join(line for line in edited.splitlines(True) if "generated:" not in line))
    assert ((), ()) == ((again := write_pages([page("kept.md")], tmp_path)).removed, again.refused)


def test_nothing_is_removed_when_articles_failed(tmp_path):
    """What was published before stays when this run could not build everything."""
    write_pages([page("old.md")], tmp_path)
    assert () == write_pages([page("new.md")], tmp_path, remove_stale=False).removed
    assert (tmp_path / "old.md").exists()


def test_pages_can_be_read_by_the_web_server(tmp_path):
    """A page is readable by everyone, whatever the umask of temporary files."""
    write_pages([page("a.md")], tmp_path)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o644
