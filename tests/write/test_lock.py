"""Two runs at once: the second waits a little or says who is there; a killed one keeps nobody out."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from builder.errors import OutputError
from builder.write import alone
from builder.write.lock import NAME

ROOT = Path(__file__).parents[2]
HOLD = "import sys; from pathlib import Path; from builder.write import alone\n" \
    "with alone(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()\n"  # fmt: skip


@pytest.fixture
def other(tmp_path):
    """Another process that writes into the dossier until its input ends."""
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert "in\n" == process.stdout.readline()
        yield process
        process.kill()


def test_the_second_run_says_who_is_there(tmp_path, other):
    """It waits as long as it is told, then gives up and names the other process."""
    with pytest.raises(OutputError, match=rf"another run is writing into this dossier \(process {other.pid}\)"):
        alone(tmp_path, seconds=0.2).__enter__()


def test_the_second_run_waits_for_the_end_of_the_first(tmp_path, other):
    """When the first one ends in time, the second goes on as if nothing were."""
    timer = threading.Timer(0.3, other.stdin.close)
    timer.start()
    with alone(tmp_path):
        assert str(os.getpid()) == (tmp_path / NAME).read_text()
    timer.join()
    assert [] == list(tmp_path.iterdir())


def test_a_killed_run_keeps_nobody_out(tmp_path, other):
    """Its file stays, with the number of a process that is no more; the next run takes it at once."""
    other.kill()
    other.wait()
    assert (tmp_path / NAME).exists()
    with alone(tmp_path, seconds=0):
        pass
    assert [] == list(tmp_path.iterdir())


def test_only_one_of_many_is_inside(tmp_path):
    """Eight threads enter one after the other, though each removes the file that carried its lock."""
    inside, most, entered = [], [], []

    def enter():
        with alone(tmp_path):
            inside.append(1)
            time.sleep(0.01)
            most.append(len(inside))
            entered.append(1)
            inside.pop()

    threads = [threading.Thread(target=enter) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ({1}, 8) == (set(most), len(entered))


def test_a_dossier_that_may_not_be_written_can_still_be_checked(tmp_path, monkeypatch):
    """Where no lock can be made nobody writes: going in is allowed."""

    def refuse(*_):
        raise PermissionError(13, "Permission denied", NAME)

    monkeypatch.setattr(os, "open", refuse)
    with alone(tmp_path, seconds=0):
        pass
