"""``dossier.yml``: what it sets, and how a wrong one is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.config import load_settings
from builder.errors import InputErrors
from builder.models import DossierSettings, EditorNote, PlaceScope, Publication, Topic

CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("config.yml").read_text(encoding="utf-8"))

WHOLE = """\
title: EU-Tunisia energy
scope: Gas and people
languages: [fr, en]
places: {countries: [TN], population: 20000, elsewhere: 500000}
publication: {default: excerpts, outlets: {tap: full}}
topics:
  energy:
    title: Energy
    scope: Gas
    layout: register
    words:
      fr: {gaz: 2, 3: [gazoduc, énergie renouvelable], 0.5: [prix]}
    key_points:
      - "A pipeline [one¶2]."
"""


def load(folder: Path, text: str) -> DossierSettings:
    (folder / "dossier.yml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_every_setting_is_read(tmp_path: Path) -> None:
    """The whole file becomes settings; words are weighed one by one or in groups."""
    expected = DossierSettings(
        title="EU-Tunisia energy",
        scope="Gas and people",
        languages=("fr", "en"),
        topics=(
            Topic(
                id="energy",
                title="Energy",
                scope="Gas",
                layout="register",
                words={"fr": {"gaz": 2.0, "gazoduc": 3.0, "énergie renouvelable": 3.0, "prix": 0.5}},
                notes={"key_points": (EditorNote("A pipeline [one¶2].", "dossier.yml", 14),)},
            ),
        ),
        publication=Publication("excerpts", {"tap": "full"}),
        places=PlaceScope(("TN",), 20_000, 500_000),
    )
    assert expected == load(tmp_path, WHOLE)


def test_a_title_is_enough(tmp_path: Path) -> None:
    """Everything else has a default: all languages, the full text, no topics."""
    settings = load(tmp_path, "title: A dossier\n")
    assert (("ar", "ary", "en", "fr"), "full", ()) == (
        settings.languages,
        settings.publication.default,
        settings.topics,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_wrong_file_is_answered_with_place_and_remedy(case: dict[str, str], tmp_path: Path) -> None:
    """The message names the line and the key, what is wrong, and what to do."""
    with pytest.raises(InputErrors) as raised:
        load(tmp_path, case["file"])
    assert case["problem"] in str(raised.value).splitlines()


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    """A colon in the title is the usual fault; the message says where and what to quote."""
    with pytest.raises(InputErrors, match=r"dossier\.yml:2: is not valid YAML: .* — .* between quotes"):
        load(tmp_path, "scope: x\ntitle: A: B\n")


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """A folder without dossier.yml is no dossier."""
    with pytest.raises(InputErrors, match=r"dossier\.yml: is missing"):
        load_settings(tmp_path)
