"""Preview: MkDocs serves ``content/`` with its live reload, and every change to the sources rebuilds it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from builder.errors import BuilderError

_SOURCES = ("seeds", "knowledge", "dossier.yml")
_SECONDS_BETWEEN_LOOKS = 0.5

State = dict[str, tuple[int, int]]


def serve(folder: Path, rebuild: Callable[[], int]) -> int:
    """Build, start ``mkdocs serve``, and rebuild when a source changes, until MkDocs ends or Ctrl-C."""
    state = look(folder)
    rebuild()
    server = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve"], cwd=folder)
    try:
        while server.poll() is None:
            time.sleep(_SECONDS_BETWEEN_LOOKS)
            now = look(folder)
            if now != state:
                state = now
                _rebuild_or_wait(rebuild)
    except KeyboardInterrupt:
        server.terminate()
    return server.wait()


def _rebuild_or_wait(rebuild: Callable[[], int]) -> None:
    """Rebuild; a source that cannot be used is reported and the preview stays as it was."""
    try:
        rebuild()
    except BuilderError as error:
        sys.stderr.write(f"error: {error}\n")


def look(folder: Path) -> State:
    """The size and time of every source file, by path."""
    state: State = {}
    for source in _SOURCES:
        root = folder / source
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                about = path.stat()
                state[path.as_posix()] = (about.st_size, about.st_mtime_ns)
    return state
