"""The shape of the house: who may import whom, and where words and names may stand."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
BUILDER = ROOT / "builder"
STAGES = {"read", "clean", "extract", "assemble", "render", "write", "check", "review", "fetch", "add", "start"}
GROUND_FLOOR = {"models", "dates", "errors", "text", "stamp", "citations", "messages", "yamlfile", "datewords"}
MODULES = sorted(BUILDER.rglob("*.py"))
LONGEST_MODULE = 330


def room(path):
    relative = path.relative_to(BUILDER)
    return relative.parts[0].removesuffix(".py")


def imported_rooms(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("builder.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BUILDER)))
def test_stages_do_not_import_each_other(path):
    """A stage knows itself and the ground floor; only the pipeline knows all stages."""
    if room(path) in STAGES:
        assert set() == imported_rooms(path) - GROUND_FLOOR - {room(path)}
    if room(path) in GROUND_FLOOR:
        assert set() == imported_rooms(path) - GROUND_FLOOR


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(BUILDER)))
def test_a_module_can_be_read_at_one_sitting(path):
    """No module is longer than one takes in at a time."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_general_code_names_nobody():
    """No person, organisation or place of the dossier stands in the code: they are data."""
    names = set()
    for file in ("people", "organisations", "outlets"):
        for record in yaml.safe_load((ROOT / "knowledge" / f"{file}.yml").read_text(encoding="utf-8")).values():
            names |= {name for name in record["names"].values() if len(name) > 4}
    names |= {"المغرب", "Tunisia", "Rabat", "Washington", "NATO"}
    code = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    there = [name for name in names if name in code]
    assert [] == sorted(name for name in there if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", code))
    assert [] == re.findall(r"(?i)\bmoroc\w+|\bmaroc\w*|\w*مغربي\w*", code)


def test_every_text_of_the_catalogue_is_used_and_every_used_one_is_there():
    """A key that the code says has a text, and no text is left over."""
    catalogue = (BUILDER / "locale" / "en.po").read_text(encoding="utf-8")
    texts = set(re.findall(r'^msgid "(.+)"$', catalogue, re.MULTILINE))
    said, families = set(), set()
    for path in MODULES:
        source = path.read_text(encoding="utf-8")
        families |= set(re.findall(r'f"([a-z][\w.-]*\.)\{', source))
        if room(path) not in ("render", "datewords"):
            continue
        said |= set(re.findall(r'(?:say|count)\(\s*["\']([a-z][\w.-]+)["\']', source))
        said |= set(re.findall(r'"((?:topic|not-known|register|agreement|card|date)\.[\w.-]+)"', source))
        families |= set(re.findall(r'f"([a-z][\w.-]*\.)\{', source))
    assert [] == sorted(said - texts)
    unused = {key for key in texts - said if not any(key.startswith(family) for family in families)}
    assert [] == sorted(unused)
