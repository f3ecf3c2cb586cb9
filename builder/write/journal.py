"""Many files at once: a folder goes from its old state to the new one, and stands in no third.

Everything new is first written beside the old, in ``.unfinished/`` inside the folder, and the old is kept there
too. Then a journal, ``forward.json``, says what is to be moved where: from the moment it is there the new state is
decided, before it the old one. A run that was killed is finished by the next one as the journal says. When the disk
refuses in the middle, the journal is renamed to ``back.json`` and everything is moved back.

A file that is neither as it was nor as it should become was changed by a person meanwhile, and is left alone.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from builder.errors import OutputError
from builder.write.disk import keep_copy, move, sync_folders, write_synced

STAGE = ".unfinished"
_JOURNALS = {"new": "forward.json", "old": "back.json"}


@dataclass(frozen=True, slots=True)
class _Change:
    """One file: its path in the folder, and the hash before and after; empty where there is no file."""

    path: str
    old: str
    new: str


Content = str | bytes | None
"""A text, which is written as UTF-8, or bytes, or nothing, which removes the file."""


def replace_all(folder: Path, texts: Mapping[str, Content]) -> None:
    """Give every path in the folder its text or bytes, or remove it where it has none: all of them or none.

    Raises OutputError when the disk refuses; the files are then as they were.
    """
    if not texts:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _discard(folder)
        changes = _stage(folder, texts)
    except OSError as error:
        _discard(folder)
        raise _refused(folder, error) from error
    try:
        _settle(folder, changes, "new")
    except OSError as error:
        _roll_back(folder, changes, error)


def recover(folder: Path) -> None:
    """Finish what a run that was killed had begun; what it had not decided is forgotten. Raises OutputError."""
    stage = folder / STAGE
    if not stage.is_dir():
        return
    try:
        for state, name in _JOURNALS.items():
            if (stage / name).is_file():
                _settle(folder, tuple(_read(stage / name)), state)
        _discard(folder)
    except OSError as error:
        what = f"{folder.name}/: what an interrupted run had begun cannot be finished: {error.strerror}"
        raise OutputError(f"{what}; make room, or let me write there, and try again") from error
    except (ValueError, TypeError) as error:
        what = f"{folder.name}/{STAGE}: the journal of an interrupted run is damaged"
        raise OutputError(f"{what}; remove that folder and build again") from error


def _stage(folder: Path, texts: Mapping[str, Content]) -> tuple[_Change, ...]:
    """Write all that is new, keep all that is old, and then the journal, which decides."""
    stage = folder / STAGE
    for state in _JOURNALS:
        (stage / state).mkdir(parents=True)
    changes = []
    for number, (path, text) in enumerate(texts.items()):
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        old = _hash(folder / path)
        if old:
            keep_copy(folder / path, stage / "old" / str(number))
        if data is not None:
            write_synced(stage / "new" / str(number), data)
        changes.append(_Change(path, old, hashlib.sha256(data).hexdigest() if data is not None else ""))
    written = json.dumps([asdict(change) for change in changes], indent=0)
    write_synced(stage / "journal", written.encode())
    sync_folders([folder.parent, folder, stage, stage / "new", stage / "old"])
    move(stage / "journal", stage / _JOURNALS["new"])
    sync_folders([stage])
    return tuple(changes)


def _read(journal: Path) -> Iterator[_Change]:
    """What a journal says. Raises ValueError or TypeError for one that is damaged or leads out of the folder."""
    for entry in json.loads(journal.read_bytes()):
        change = _Change(**entry)
        windows, posix = PureWindowsPath(change.path), PurePosixPath(change.path)
        if posix.is_absolute() or windows.drive or windows.root or ".." in windows.parts:
            raise ValueError(change.path)
        yield change


def _settle(folder: Path, changes: Sequence[_Change], state: str) -> None:
    """Bring every file to its old or new state; done twice it does nothing more."""
    touched: set[Path] = set()
    for number, change in enumerate(changes):
        target = folder / change.path
        wanted, other = (change.new, change.old) if state == "new" else (change.old, change.new)
        if wanted == other or _hash(target) != other:
            continue
        if wanted:
            target.parent.mkdir(parents=True, exist_ok=True)
            move(folder / STAGE / state / str(number), target)
        else:
            target.unlink(missing_ok=True)
        touched.update(parent for parent in target.parents if parent == folder or folder in parent.parents)
    sync_folders(touched)
    _forget(folder, state)


def _forget(folder: Path, state: str) -> None:
    """Remove the journal, then the stage. All is in its place: a journal that stays would move nothing more."""
    try:
        (folder / STAGE / _JOURNALS[state]).unlink()
        sync_folders([folder / STAGE])
    except OSError:
        return
    _discard(folder)


def _roll_back(folder: Path, changes: Sequence[_Change], error: OSError) -> None:
    """Undo what was begun, and say why. What cannot even be undone is finished by the next run."""
    stage = folder / STAGE
    try:
        move(stage / _JOURNALS["new"], stage / _JOURNALS["old"])
        _settle(folder, changes, "old")
    except OSError as second:
        what = f"{folder.name}/: writing was interrupted half-way: {error.strerror}, then {second.strerror}"
        raise OutputError(f"{what}; run the command again, and it will be put right") from error
    raise _refused(folder, error) from error


def _refused(folder: Path, error: OSError) -> OutputError:
    name = Path(error.filename or folder).name
    what = f"{folder.name}/: {name} cannot be written: {error.strerror}"
    return OutputError(f"{what}; the files that were there stay")


def _discard(folder: Path) -> None:
    """Remove the stage; what cannot be removed now does no harm and goes next time. The journals first."""
    for name in _JOURNALS.values():
        with suppress(OSError):
            (folder / STAGE / name).unlink()
    shutil.rmtree(folder / STAGE, ignore_errors=True)


def _hash(path: Path) -> str:
    """The hash of a file; empty when there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
