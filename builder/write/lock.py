"""One run at a time writes into a dossier; a second one waits a little, then says who is there.

The operating system holds the lock for a process and lets it go when the process ends, however it ends, so that
no lock is ever stale. The file that carries it holds the number of the process, for the message.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from builder.errors import OutputError

NAME = ".builder.lock"
_SECONDS_BETWEEN_LOOKS = 0.1
_LOCKED_BYTE = 1 << 20
"""Windows keeps others from reading what is locked: a byte beyond the end of the file leaves the number readable."""


@contextmanager
def alone(folder: Path, seconds: float = 30) -> Iterator[None]:
    """Keep other runs from writing into the dossier. Raises OutputError when one is still there after so long.

    Where nothing may be written no lock can be made, and none is needed.
    """
    try:
        handle = _wait(folder / NAME, time.monotonic() + seconds)
    except OSError as error:
        if not isinstance(error, PermissionError) and os.access(folder, os.W_OK):
            raise OutputError(f"{NAME} cannot be written: {error.strerror}; nothing was changed") from error
        handle = None
    try:
        yield
    finally:
        if handle is not None:
            _let_go(folder / NAME, handle)


def _wait(path: Path, until: float) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            held = _is_held(handle) and _is_still(path, handle)
        except BaseException:
            os.close(handle)
            raise
        if held:
            os.ftruncate(handle, 0)
            os.write(handle, str(os.getpid()).encode())
            return handle
        who = os.read(handle, 20).decode("ascii", "replace")
        os.close(handle)
        if time.monotonic() > until:
            process = f" (process {who})" if who.isdigit() else ""
            raise OutputError(f"another run is writing into this dossier{process}; wait for its end and try again")
        time.sleep(_SECONDS_BETWEEN_LOOKS)


def _is_still(path: Path, handle: int) -> bool:
    """Tell whether the file that was locked is the one that others find: its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _let_go(path: Path, handle: int) -> None:
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(handle)
        with suppress(OSError):
            path.unlink()
        return
    with suppress(OSError):
        path.unlink()
    os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _is_held(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def _is_held(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
