"""What can go wrong, as a tree; each message says what, where, what was expected and what to do.

BuilderError
├── InputErrors        one or more Problems in files that a person wrote
├── SeedError          one seed cannot be read; the other articles are still built
└── OutputError        content/ cannot be written
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one file: where, what, and the way out.

    ``file`` is relative to the dossier, ``line`` is 1-based or 0 when the whole file is meant,
    ``key`` is a dotted path such as ``topics.energy.words.fr[2]``.
    """

    file: str
    line: int
    key: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        where = self.file + (f":{self.line}" if self.line else "")
        key = f" {self.key}:" if self.key else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{where}:{key} {self.what}{remedy}"


class BuilderError(Exception):
    """Base of every error that the tool raises on purpose."""


class InputErrors(BuilderError):
    """Everything wrong with the files a person wrote, reported together."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class SeedError(BuilderError):
    """One seed cannot be read; ``problem`` names the file and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


class OutputError(BuilderError):
    """A page or data file cannot be written; nothing half-written is left."""
