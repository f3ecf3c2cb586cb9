from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.check.menu import check_menu
from builder.config import load_settings
from builder.models import DossierSettings, Topic

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "menu.yml").read_text(encoding="utf-8"))
SETTINGS = DossierSettings("Gas: a dossier", "", ("en",), (Topic("gas", "Gas pipes", "", "briefing", {}),))


def found(folder, settings=SETTINGS):
    """Return what check says of the menu of a folder."""
    return [f"{finding.where}: {finding.text}" for finding in check_menu(folder, settings)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["menu"][:30])
def test_a_menu_is_held_against_the_dossier(tmp_path, case):
    """What differs is told with its line and what to write there; what agrees is not."""
    (tmp_path / "mkdocs.yml").write_text(case["menu"], encoding="utf-8")
    said = found(tmp_path)
    assert len(case["findings"]) == len(said)
    assert [] == [(e, f) for e, f in zip(case["findings"], said, strict=True) if not f.startswith(e)]


def test_a_dossier_without_a_menu_has_nothing_to_compare(tmp_path):
    """A folder may have no mkdocs.yml of its own."""
    assert [] == found(tmp_path)


def test_the_menu_of_this_dossier_is_the_dossiers():
    """The site's name and topics are those of dossier.yml."""
    root = Path(__file__).parents[2]
    assert [] == found(root, load_settings(root))
