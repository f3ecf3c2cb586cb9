"""Kill a run at each of its steps on the disk, and say in which state the next run finds the folder.

Run as a program with a folder and the name of what is to be written; it prints one JSON line per step. A step is
what Python's audit hooks tell of (opening for writing, renaming, linking, removing, making a folder) and every fsync.
The process is killed before the step. What was written and not yet waited for is then torn in half, as by a loss of
power: the disk had promised nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from builder.models import Page
from builder.write import recover, replace_all, write_pages

STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod"}
KILLED = 9


def page(path, body):
    return Page(path, f"---\ntitle: t\n---\n\n{body}\n" * (1 if path.endswith(".md") else 2))


OLD = [page("index.md", "old"), page("people/a.md", "old"), page("people/gone.md", "old"), page("data/d.json", "old")]
NEW = [page("index.md", "new"), page("people/a.md", "new"), page("places/b.md", "new"), page("data/d.json", "new")]
HAND = {"notes/mine.md": "# Mine\n"}


def write_old(folder):
    """A folder as a run and a person left it."""
    write_pages(OLD, folder)
    for path, text in HAND.items():
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(text)


WRITINGS = {
    "pages": (write_old, lambda folder: write_pages(NEW, folder)),
    "first": (lambda folder: None, lambda folder: write_pages(NEW, folder)),
    "knowledge": (
        lambda folder: replace_all(folder, {"people.yml": "old\n", "ignored.yml": "old\n"}),
        lambda folder: replace_all(folder, {"people.yml": "new\n", "ignored.yml": "new\n"}),
    ),
}


def state(folder):
    """Every file of the folder with its bytes; what the next run would throw away does not count."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


class Killer:
    """Counts the steps on the disk and ends the process before the one that it is told."""

    def __init__(self, folder, last):
        self.folder, self.last, self.done = folder, last, 0
        self.promised = set()
        sys.addaudithook(self.see)
        os.fsync = self.fsync

    def see(self, event, arguments):
        if event in STEPS or (event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            self.step()

    def fsync(self, handle):
        self.step()
        self.promised.add(os.fstat(handle).st_ino)

    def step(self):
        self.done += 1
        if self.done == self.last:
            self.last = -1
            self.tear()
            os._exit(KILLED)

    def tear(self):
        known = self.promised | self.before
        for path in self.folder.rglob("*"):
            if path.is_file() and path.stat().st_ino not in known:
                os.truncate(path, path.stat().st_size // 2)

    def run(self, write):
        self.before = {path.stat().st_ino for path in self.folder.rglob("*") if path.is_file()}
        write(self.folder)


def kill_at(step, folder, write):
    """Run in a process of its own, ended before that step; tell whether it came that far."""
    child = os.fork()
    if child == 0:
        Killer(folder, step).run(write)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def main(place, name):
    """Kill at the first step, the second, … until the run comes to its end.

    Nothing waits for the disk: what was waited for is written down, and a killed process loses nothing else.
    """
    os.fsync = os.fstat
    prepare, write = WRITINGS[name]
    folder, step, killed = Path(place) / "folder", 0, True
    while killed:
        step += 1
        shutil.rmtree(folder, ignore_errors=True)
        prepare(folder)
        old = state(folder)
        killed = kill_at(step, folder, write)
        # Killed in the midst of putting it right as well, at each step in turn.
        kill_at(1 + step % 7, folder, recover)
        recover(folder)
        found = state(folder)
        write(folder)
        new = state(folder)
        kind = "old" if found == old else "new" if found == new else "neither"
        sys.stdout.write(json.dumps({"step": step, "killed": killed, "found": kind, "files": sorted(new)}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
