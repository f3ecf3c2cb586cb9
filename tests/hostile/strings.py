"""The strings that must stay words: the project's own, and the public corpora where they are at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared" / "corpora" / "hostile"
EVERY = 1 if os.environ.get("EVERY_STRING") else 60
"""Of so many public strings a test takes one; ``make test-all`` and CI take all."""


def own_strings():
    """Those of ``strings.yml``, which every run has."""
    return tuple(yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")))


def public_strings():
    """Those of the corpora beside the project; none where they are not."""
    files = sorted(CORPORA.glob("*.jsonl"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(json.loads(line) for line in lines)
