"""The first page: what it says of the sources is what the topics say of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from builder.cli import main

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"


def test_an_agency_is_not_taken_for_the_outlet(tmp_path):
    """An article with an agency and no outlet counts among those that do not say who published them."""
    folder = tmp_path / "dossier"
    shutil.copytree(ENERGY, folder)
    seed = folder / "seeds" / "unsigned.txt"
    seed.write_text(
        (folder / "seeds" / "cable-fr.txt").read_text(encoding="utf-8") + "\n\nAvec MAP\n", encoding="utf-8"
    )
    assert 0 == main(["build", str(folder)])
    home = (folder / "content" / "index.md").read_text(encoding="utf-8")
    cards = [
        page.read_text(encoding="utf-8")
        for page in (folder / "content" / "articles").glob("*.md")
        if page.name != "index.md"
    ]
    unstated = sum(1 for card in cards if "Outlet not stated" in card)
    assert re.search(rf"texts? of {unstated} of them", home), unstated
