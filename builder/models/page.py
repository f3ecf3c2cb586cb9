"""A finished page or data file on its way to ``content/``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file to write: ``path`` relative to ``content/`` with forward slashes, and its whole text."""

    path: str
    text: str
