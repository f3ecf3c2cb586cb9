"""A folder is in its old state or its new one, whenever the run that writes it is killed or the disk refuses."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from builder.errors import OutputError
from builder.write import recover, replace_all
from builder.write.journal import STAGE

ROOT = Path(__file__).parents[2]
REFUSALS = {"full": errno.ENOSPC, "read-only": errno.EROFS, "not allowed": errno.EACCES}


def files(folder):
    found = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.as_posix(): (folder / path).read_text() for path in found if STAGE not in path.parts}


@pytest.mark.parametrize("name", ["pages", "first", "knowledge"])
def test_killed_at_any_step_the_next_run_finds_the_old_state_or_the_new(tmp_path, name):
    """Killed before each rename, removal, fsync and opening, with what was not waited for torn in half."""
    command = [sys.executable, "-m", "tests.write.killed", str(tmp_path), name]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    steps = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(steps) > 20
    assert [] == [step for step in steps if step["found"] == "neither"]
    assert {"old", "new"} == {step["found"] for step in steps}
    assert ("old", "new") == (steps[0]["found"], steps[-1]["found"])
    assert [] == [path for path in steps[-1]["files"] if STAGE in path]


class Disk:
    """A disk that refuses the step of that number, counted over everything that can take room or be forbidden."""

    def __init__(self, monkeypatch, refused, number):
        self.left, self.refused = number, refused
        for module, name in ((os, "fsync"), (os, "link"), (Path, "replace"), (Path, "mkdir"), (Path, "unlink")):
            monkeypatch.setattr(module, name, self.guard(getattr(module, name)))

    def guard(self, real):
        def step(*arguments, **named):
            self.left -= 1
            if self.left == 0:
                raise OSError(self.refused, os.strerror(self.refused), "a.md")
            return real(*arguments, **named)

        return step


@pytest.mark.parametrize("refused", REFUSALS.values(), ids=REFUSALS)
def test_whatever_the_disk_refuses_the_old_files_stay(tmp_path, monkeypatch, refused):
    """Refused at any step, the run says which file and why, and every file is as it was, or all are new."""
    monkeypatch.setattr(os, "fsync", os.fstat)  # what was written is read back by this process: no need to wait
    old = {"a.md": "old\n", "b/c.md": "old\n", "gone.md": "old\n"}
    new = {"a.md": "new\n", "b/c.md": "new\n", "new/d.md": "new\n"}
    replace_all(tmp_path, old)
    outcomes, disk = [], None
    while disk is None or disk.left <= 0:
        step = len(outcomes) + 1
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, refused, step)
            try:
                replace_all(tmp_path, {**new, "gone.md": None})
                outcomes.append("")
            except OutputError as error:
                outcomes.append(str(error))
        recover(tmp_path)
        assert not (tmp_path / STAGE).exists()
        found = files(tmp_path)
        assert found in (old, new), step
        # A link that the disk does not know becomes a copy, so a refusal there is none.
        assert (found == old) == bool(outcomes[-1]), (step, outcomes[-1])
        if found == new:
            replace_all(tmp_path, {**old, "new/d.md": None})
    assert "" == outcomes[-1]
    refusals = [outcome for outcome in outcomes if outcome]
    assert len(refusals) > 10
    assert {f"a.md cannot be written: {os.strerror(refused)}; the files that were there stay"} == {
        outcome.partition(": ")[2] for outcome in refusals
    }


def test_when_the_disk_refuses_even_to_undo_the_next_run_puts_it_right(tmp_path, monkeypatch):
    """From the first refusal on nothing can be written at all; with room again, all is as it was."""
    old = {"a.md": "old\n", "b.md": "old\n"}
    replace_all(tmp_path, old)
    real, moves = Path.replace, []

    def refuse(path, target):
        moves.append(target.name)
        if len(moves) in (3, 5):
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match=r"interrupted half-way: No space left .* run the command again"):
        replace_all(tmp_path, {"a.md": "new\n", "b.md": "new\n"})
    monkeypatch.undo()
    recover(tmp_path)
    assert old == files(tmp_path)


def test_what_a_person_changed_after_a_crash_is_kept(tmp_path):
    """Between the crash and the next run someone edited a page: it is neither old nor new, and stays."""
    stage = tmp_path / STAGE
    replace_all(tmp_path, {"a.md": "old\n", "b.md": "old\n"})
    (stage / "new").mkdir(parents=True)
    journal = []
    for number, path in enumerate(("a.md", "b.md")):
        (stage / "new" / str(number)).write_text("new\n")
        journal.append({"path": path, "old": digest("old\n"), "new": digest("new\n")})
    (stage / "forward.json").write_text(json.dumps(journal))
    (tmp_path / "a.md").write_text("mine\n")
    recover(tmp_path)
    assert {"a.md": "mine\n", "b.md": "new\n"} == files(tmp_path)


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../out.md", "C:\\out.md", "..\\out.md"])
def test_a_journal_that_leads_out_of_the_folder_is_refused(tmp_path, path):
    """A journal that somebody else made moves nothing to a place outside."""
    folder = tmp_path / "content"
    (folder / STAGE / "new").mkdir(parents=True)
    (folder / STAGE / "new" / "0").write_text("x")
    journal = json.dumps([{"path": path, "old": "", "new": digest("x")}])
    (folder / STAGE / "forward.json").write_text(journal)
    with pytest.raises(OutputError, match="journal of an interrupted run is damaged"):
        recover(folder)
    assert ["content"] == [found.name for found in tmp_path.iterdir()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no call that waits for a folder")
def test_the_names_in_every_folder_that_changed_are_waited_for(tmp_path, monkeypatch):
    """A loss of power takes a new name back unless its folder was written out after it."""
    replace_all(tmp_path, {"people/a.md": "old\n", "people/gone.md": "old\n"})
    steps = []
    real = os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append(os.fstat(handle).st_ino), real(handle)))
    replace_all(tmp_path, {"people/a.md": "new\n", "people/gone.md": None, "places/b.md": "new\n"})
    folders = (tmp_path, tmp_path / "people", tmp_path / "places")
    assert {folder.stat().st_ino for folder in folders} <= set(steps)
