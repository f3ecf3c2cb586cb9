"""News agencies that a few words credit, alone or behind an author's name."""

from __future__ import annotations

from builder.clean.page import Note
from builder.clean.patterns import Patterns
from builder.clean.phrases import signature, tokens
from builder.clean.stamps import SEPARATORS


def without_agency(name: str, patterns: Patterns) -> tuple[str, str]:
    """A name and the agency written after it: "Jane Roe, Newswire", "Ali Amrani avec Newswire", "Jane Roe Far Wire"."""
    for token in tokens(name)[1:]:
        before, after = name[: token.start].rstrip(), signature(name[token.start :])
        if after in patterns.agencies and (before[-1:] in ",،/|-–—(" or (" " in after and " " in before)):
            return before.strip(SEPARATORS), patterns.agencies[after]
        if patterns.agency_lines.fullmatch(after) and after not in patterns.agencies:
            named = patterns.agency.search(after)
            return before.strip(SEPARATORS), patterns.agencies[named.group()] if named else ""
    return name, ""


def agency_notes(mark: str, text: str, line: int, patterns: Patterns) -> list[Note]:
    """One note of all the agencies that a signature names, each once, in their order."""
    names = list(dict.fromkeys(patterns.agencies[found.group()] for found in patterns.agency.finditer(mark)))
    return [Note("agency", ", ".join(names), text, line)] if names else []
