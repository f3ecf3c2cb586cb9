"""Files and folders that the editor names become Givens: the bytes of each article and of a sidecar beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from builder.errors import Problem, SeedError
from builder.models import Given, Limits
from builder.read.seeds import KINDS, read_bytes


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is to be added, what cannot be read, and what else lies in the folders and is left there."""

    given: tuple[Given, ...] = ()
    problems: tuple[Problem, ...] = ()
    left: tuple[str, ...] = ()


def gather(argument: str, limits: Limits) -> Gathered:
    """Read a file, or every article of a folder but not of the folders in it; nothing is changed there."""
    path = Path(argument)
    if path.is_dir():
        return _folder(argument, path, limits)
    if not path.exists():
        remedy = "look at its spelling; an address begins with https://"
        return Gathered(problems=(Problem(argument, 0, "", "is no file and no folder", remedy),))
    if path.suffix.lower() not in KINDS or not path.is_file():
        remedy = f"save the article as {' or '.join(KINDS)}"
        return Gathered(problems=(Problem(argument, 0, "", "is no article that can be read", remedy),))
    return _files([(argument, path)], limits)


def _folder(argument: str, folder: Path, limits: Limits) -> Gathered:
    try:
        entries = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        return Gathered(problems=(Problem(argument, 0, "", what, "check that it is a folder you may read"),))
    files = [path for path in entries if path.is_file() and path.suffix.lower() in KINDS]
    if not files:
        remedy = f"save articles as {' or '.join(KINDS)} in it"
        return Gathered(problems=(Problem(argument, 0, "", "no article is there", remedy),))
    sidecars = {path.with_suffix(".yml") for path in files}
    left = tuple(str(path) for path in entries if path not in files and path not in sidecars)
    found = _files(((str(path), path) for path in files), limits)
    return Gathered(found.given, found.problems, left)


def _files(files: Iterable[tuple[str, Path]], limits: Limits) -> Gathered:
    given: list[Given] = []
    problems: list[Problem] = []
    for name, path in files:
        try:
            given.append(
                Given(name, read_bytes(path, name, limits), path.suffix.lower(), sidecar=_sidecar(path, limits))
            )
        except SeedError as error:
            problems.append(error.problem)
    return Gathered(tuple(given), tuple(problems))


def _sidecar(path: Path, limits: Limits) -> bytes | None:
    beside = path.with_suffix(".yml")
    return read_bytes(beside, str(beside), limits) if beside.is_file() else None


def together(parts: Iterable[Gathered]) -> Gathered:
    """Several as one, in their order."""
    all_parts = tuple(parts)
    return Gathered(
        tuple(given for part in all_parts for given in part.given),
        tuple(problem for part in all_parts for problem in part.problems),
        tuple(left for part in all_parts for left in part.left),
    )
