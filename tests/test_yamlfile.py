"""Files that a person wrote, or somebody else in their name: what would end the process is refused with its line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from builder.yamlfile import Problems, read_yaml

ROOT = Path(__file__).parents[1]
READ = """import sys
from pathlib import Path
from builder.yamlfile import Problems, read_yaml
problems = Problems()
read_yaml(Path(sys.argv[1]), "people.yml", problems)
print(*problems.found, sep="\\n")
"""
BOMBS = {
    "brackets": ("[" * 300_000, "nested deeper than 50"),
    "brackets behind quoted ones": ('["]", ' * 300_000, "nested deeper than 50"),
    "keys in one line": ("- " * 100_000, "nested deeper than 50"),
    "keys in braces": ("{a: " * 100_000, "nested deeper than 50"),
    "indentation": ("\n".join(" " * depth + "a:" for depth in range(2_000)), "nested deeper than 50"),
    "aliases": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "aliases (*name) are not allowed"),
}


@pytest.mark.parametrize(("text", "what"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(tmp_path, text, what):
    """A nest of hundreds of thousands of levels would end Python itself without a word; it runs apart here."""
    (tmp_path / "people.yml").write_text(text)
    command = [sys.executable, "-c", READ, str(tmp_path / "people.yml")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (0, True) == (ran.returncode, "is not valid YAML: " in ran.stdout), ran.stderr
    assert what in ran.stdout


def test_a_key_without_a_value_is_one_that_is_not_there(tmp_path):
    """Whichever of the two loaders reads it; an empty text between quotes is a text."""
    (tmp_path / "a.yml").write_text("date:\nother: ~\ntext: ''\n")
    problems = Problems()
    found = read_yaml(tmp_path / "a.yml", "a.yml", problems).record(["date", "other", "text"])
    assert [False, False, True] == [bool(value) for value in found.values()]
    assert found["date"].edtf() is None
    assert [] == problems.found


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\na: 2\n"])
def test_a_large_file_that_is_read_again_is_judged_again(tmp_path, text):
    """What it holds is remembered, what is wrong with it is told each time, and a change is seen."""
    path = tmp_path / "large.yml"
    path.write_text("# so large that it is remembered\n" * 100 + text, encoding="utf-8")
    told = []
    for _ in range(2):
        problems = Problems()
        list(read_yaml(path, "large.yml", problems).fields())
        told.append(problems.found)
    assert told[0] == told[1] != []
    path.write_text("# so large that it is remembered\n" * 100 + "b: 1\n", encoding="utf-8")
    problems = Problems()
    assert ["b"] == [name for name, _ in read_yaml(path, "large.yml", problems).fields()]
    assert [] == problems.found
