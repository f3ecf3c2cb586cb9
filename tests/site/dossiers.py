"""Build the dossier of the tests as its reader gets it: its pages by the builder, the site by MkDocs in our look."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
ENERGY = ROOT / "tests" / "dossiers" / "energy"
_PARTS = ("dossier.yml", "seeds", "knowledge")


def build_dossier(work: Path, site: Path) -> None:
    """Build the dossier on energy into the folder ``site``; ``work`` takes its copy and its pages."""
    for part in _PARTS:
        source = ENERGY / part
        shutil.copytree(source, work / part) if source.is_dir() else shutil.copy(source, work / part)
    _run([sys.executable, "-m", "builder", "build", str(work)])
    config = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": "content",
        "nav": [{"Home": "index.md"}, {"Articles": "articles/index.md"}, {"Sources": "sources-and-method.md"}],
        "theme": {"custom_dir": str(ROOT / "site_overrides")},
    }
    (work / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    _run([sys.executable, "-m", "mkdocs", "build", "--config-file", str(work / "mkdocs.yml"), "--site-dir", str(site)])


def _run(command: list[str]) -> None:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert 0 == ran.returncode, f"{' '.join(command)} failed:\n{ran.stdout}{ran.stderr}"
