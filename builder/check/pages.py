"""The pages: front matter must parse back, links must lead somewhere, stamps must fit."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from builder.models import Finding
from builder.stamp import is_stamped, is_untouched

_LINK = re.compile(r"\]\((?P<path>[^)#:\s]*\.md)?(?:#(?P<anchor>[^)\s]+))?\)")
_ANCHOR = re.compile(r"\{:[^}\n]*?#(?P<anchor>[^\s}]+)")


def check_pages(content: Path, export: dict[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each page that was edited, does not parse, links nowhere, or is missing."""
    pages = {path.relative_to(content).as_posix(): path.read_text(encoding="utf-8") for path in content.rglob("*.md")}
    anchors = {path: {found["anchor"] for found in _ANCHOR.finditer(text)} for path, text in pages.items()}
    for path, text in sorted(pages.items()):
        if is_stamped(text):
            yield from _check_page(path, text, anchors)
    for article in (*export["articles"], *export.get("superseded", ())):
        if f"articles/{article['id']}.md" not in pages:
            yield Finding("problem", f"content/articles/{article['id']}.md", "is missing; run: python -m builder build")


def _check_page(path: str, text: str, anchors: Mapping[str, set[str]]) -> Iterator[Finding]:
    where = f"content/{path}"
    if not is_untouched(text):
        yield Finding(
            "problem", where, "was edited by hand; put the change into the sidecar, dossier.yml or knowledge/"
        )
    try:
        matter = yaml.safe_load(text.split("---\n", 2)[1])
    except (yaml.YAMLError, IndexError):
        matter = None
    if not isinstance(matter, dict) or not isinstance(matter.get("title"), str) or not matter["title"]:
        yield Finding("problem", where, "its front matter does not parse back to a title")
    for found in _LINK.finditer(text):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"])) if found["path"] else path
        if target not in anchors:
            yield Finding("problem", where, f"links to {target}, which does not exist")
        elif found["anchor"] and found["anchor"] not in anchors[target]:
            yield Finding("problem", where, f"links to {target}#{found['anchor']}, which does not exist")
