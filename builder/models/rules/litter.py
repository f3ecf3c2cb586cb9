"""The words by which a language's web litter, bylines and stamps are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LitterRules:
    """Rule name to patterns."""

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
