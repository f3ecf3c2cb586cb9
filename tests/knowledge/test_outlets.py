"""The outlets that come with the builder, and how a dossier's own take their place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from builder.knowledge import load_knowledge, shipped_outlets
from builder.models import DossierSettings
from builder.models.knowledge import AGENCY
from builder.text import fold

SETTINGS = DossierSettings("Harbour", "", ("en", "fr", "ar"), ())


def knowledge(folder: Path, outlets: str) -> dict[str, str]:
    """The English names of the outlets by id, of a dossier with this file."""
    (folder / "knowledge").mkdir()
    (folder / "knowledge" / "outlets.yml").write_text(outlets, encoding="utf-8")
    return {name: outlet.names["en"] for name, outlet in load_knowledge(folder, SETTINGS).outlets.items()}


def test_every_dossier_knows_the_outlets_of_the_world(tmp_path: Path) -> None:
    """The shipped list is there without a file of the dossier."""
    assert shipped_outlets() == load_knowledge(tmp_path, SETTINGS).outlets
    assert len(shipped_outlets()) >= 300
    assert sum(outlet.kind == AGENCY for outlet in shipped_outlets().values()) >= 50


def test_a_dossier_takes_the_place_of_what_it_names(tmp_path: Path) -> None:
    """The same id, the same name or the same address is the same outlet, and the dossier's word counts."""
    found = knowledge(
        tmp_path,
        "bbc: {names: {en: Beeb}, source: {text: x}}\n"
        "my-paper: {names: {en: Le Monde}, source: {text: x}}\n"
        "my-site: {names: {en: Site}, hosts: [hespress.com], source: {text: x}}\n",
    )
    assert ("Beeb", "Le Monde", "Site") == (found["bbc"], found["my-paper"], found["my-site"])
    assert not {"le-monde", "hespress"} & found.keys()


def test_no_name_and_no_address_means_two_outlets() -> None:
    """Each spelling and each host belongs to one entry of the shipped list, so that it decides."""
    outlets = shipped_outlets().values()
    names = Counter(name for one in outlets for name in {*map(fold, (*one.names.values(), *one.aliases))})
    hosts = Counter(host for one in outlets for host in one.hosts)
    assert [] == [name for counts in (names, hosts) for name, count in counts.items() if count > 1]
    assert [] == [one.id for one in outlets if not one.hosts]
