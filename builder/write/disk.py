"""Single steps on the disk, each of which has happened, or not, when it returns.

A file's bytes, and the name that a folder gives to them, are two things to the disk: both are waited for.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

_SECONDS_TO_TRY_AGAIN = (0.05, 0.2, 0.75)


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file and wait until its bytes are on the disk; readable by everyone, as a web server needs."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def keep_copy(path: Path, copy: Path) -> None:
    """Give the bytes of a file a second name; where the disk knows no second names, copy them."""
    try:
        os.link(path, copy)
    except OSError:
        write_synced(copy, path.read_bytes())


def move(path: Path, target: Path) -> None:
    """Put a file in the place of another in one step.

    Windows refuses while another program, a virus scanner say, has the old one open: it is asked again for a second.
    """
    for seconds in _SECONDS_TO_TRY_AGAIN if sys.platform == "win32" else ():
        try:
            path.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    path.replace(target)


def sync_folders(folders: Iterable[Path]) -> None:
    """Wait until the names in these folders are on the disk. Windows has no such call and does it by itself."""
    if sys.platform == "win32":
        return
    for folder in sorted(set(folders)):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
