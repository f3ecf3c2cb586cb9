"""The same seeds give the same bytes, wherever and however the builder runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ENERGY = ROOT / "tests" / "dossiers" / "energy"
SETTINGS = {
    "another locale and time zone": {"LC_ALL": "C", "LANG": "C", "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"},
    "another hash seed": {"LC_ALL": "C.UTF-8", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242"},
    "another encoding": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"},
}
BACKWARDS = """import sys
from pathlib import Path
def backwards(real):
    return lambda *given, **named: iter(sorted(real(*given, **named), reverse=True))
Path.iterdir, Path.rglob, Path.glob = map(backwards, (Path.iterdir, Path.rglob, Path.glob))
from builder.cli import main
sys.exit(main(["build", sys.argv[1]]))
"""


def built(place, environment, program=("-m", "builder", "build")):
    """Build a copy of the small dossier in a place; give back every file of its content."""
    shutil.copytree(ENERGY, place)
    command = [sys.executable, *program, str(place)]
    variables = {**os.environ, **environment, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=place.parent, env=variables, capture_output=True, check=False)
    assert 0 == ran.returncode, ran.stderr.decode("utf-8", "replace")
    content = place / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """The content as it is built here."""
    return built(tmp_path_factory.mktemp("usual") / "dossier", {"PYTHONHASHSEED": "0", "TZ": "UTC"})


@pytest.mark.parametrize("environment", SETTINGS.values(), ids=SETTINGS)
def test_the_surroundings_change_no_byte(tmp_path, usual, environment):
    """Locale, time zone, hash seed, encoding and the path of the dossier do not show in the pages."""
    assert usual == built(tmp_path / "مجلد with a longer name" / "dossier", environment)


def test_the_order_in_which_the_disk_lists_files_changes_no_byte(tmp_path, usual):
    """Listed backwards, the seeds and pages come out the same."""
    assert usual == built(tmp_path / "dossier", {"PYTHONHASHSEED": "0"}, ("-c", BACKWARDS))
