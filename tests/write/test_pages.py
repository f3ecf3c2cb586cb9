"""Writing pages: only what changed, whole or not at all, and never over a person's work."""

from __future__ import annotations

import stat

from builder.models import Page
from builder.write import write_pages


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
    assert "sidecar" in written.refused[0].remedy


def test_a_hand_written_page_is_left_alone(tmp_path):
    """A page that was never generated is not replaced by one of its name."""
    (tmp_path / "a.md").write_text("# Mine\n")
    assert ["content/a.md"] == [problem.file for problem in write_pages([page("a.md")], tmp_path).refused]
    assert (tmp_path / "a.md").read_text() == "# Mine\n"


def test_pages_no_longer_made_are_removed_only_untouched(tmp_path):
    """Of the pages without a source, the edited one and the hand-written one stay."""
    write_pages([page("gone.md"), page("edited.md"), page("kept.md")], tmp_path)
    (tmp_path / "edited.md").write_text((tmp_path / "edited.md").read_text() + "mine\n")
    (tmp_path / "hand.md").write_text("# Mine\n")
    assert ("gone.md",) == write_pages([page("kept.md")], tmp_path).removed
    assert ["edited.md", "hand.md", "kept.md"] == sorted(path.name for path in tmp_path.iterdir())


def test_nothing_is_removed_when_articles_failed(tmp_path):
    """What was published before stays when this run could not build everything."""
    write_pages([page("old.md")], tmp_path)
    assert () == write_pages([page("new.md")], tmp_path, remove_stale=False).removed
    assert (tmp_path / "old.md").exists()


def test_pages_can_be_read_by_the_web_server(tmp_path):
    """A page is readable by everyone, whatever the umask of temporary files."""
    write_pages([page("a.md")], tmp_path)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o644
