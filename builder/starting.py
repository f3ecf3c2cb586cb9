"""Composes the stages for ``new``: an empty dossier into a folder that is not there yet, or holds nothing."""

from __future__ import annotations

from pathlib import Path

from builder.errors import OutputError
from builder.start import empty_dossier
from builder.write import alone, replace_all


def start(folder: Path, title: str) -> tuple[str, ...]:
    """Write the files of an empty dossier, all or none, and give back their paths.

    Raises OutputError when something lies there already, or cannot be written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise OutputError(f"{folder}: something is there already; name a folder that is new or empty")
    files = empty_dossier(title)
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder):
        replace_all(folder, files)
    return tuple(sorted(files))
