"""``content/`` and the seeds → findings: every quote is re-read from its seed, every page parsed back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builder.check.citations import check_citations
from builder.check.export import check_export, published, read_export
from builder.check.menu import check_menu
from builder.check.pages import check_pages
from builder.models import DossierSettings, Finding, RawArticle

__all__ = ["check_content", "published"]


def check_content(content: Path, raw: Sequence[RawArticle], settings: DossierSettings) -> tuple[Finding, ...]:
    """Every fault of what was generated, in a stable order; nothing is changed."""
    export, findings = read_export(content)
    if export is None:
        return findings
    return (
        *findings,
        *check_export(export, raw),
        *check_citations(content, export, raw, settings),
        *check_pages(content, export),
        *check_menu(content.parent, settings),
    )
