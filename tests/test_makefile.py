import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Stands for .venv/bin/python: notes each command, makes a site, and fails the one that FAILS names.
FAKE_PYTHON = """#!/bin/sh
echo "$*" >> log
case "$*" in
  *"${FAILS:-nothing}"*) exit 1 ;;
  *"mkdocs build"*) for folder; do :; done; mkdir -p "$folder"; echo new > "$folder/index.html" ;;
esac
"""


@pytest.fixture
def project(tmp_path: Path):
    """Make a folder with the Makefile, an installed stand-in for Python, and a site that was published before."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for folder in ("requirements", ".venv/bin", "site", "site-offline", "content", "seeds"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("requirements/site.txt", "requirements/test.txt", "dossier.yml"):
        (tmp_path / name).touch()
    executable(tmp_path / ".venv/bin/python", FAKE_PYTHON)
    for name in (".venv/pyvenv.cfg", ".venv/site.stamp", ".venv/test.stamp"):
        (tmp_path / name).touch()
    for folder in ("site", "site-offline"):
        (tmp_path / folder / "index.html").write_text("old\n")
        (tmp_path / folder / "gone.html").write_text("old\n")
    return tmp_path


def executable(path, text):
    """Write a program; return its path."""
    path.write_text(text)
    path.chmod(0o755)
    return path


def run_make(project, *words, **environment):
    """Run make in a folder, untouched by the make that runs the tests."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *words], cwd=project, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )


def test_make_alone_lists_every_command(project):
    """Each command is listed with what it does."""
    listed = re.findall(r"^make ([\w-]+) +\S", run_make(project).stdout, re.MULTILINE)
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()
    assert phony == listed


SITES = {"site": "site", "offline": "site-offline"}


@pytest.mark.parametrize("command", SITES)
def test_a_site_replaces_the_one_before(project, command):
    """A good build takes the place of the old site as a whole: no page of before stays."""
    made = run_make(project, command)
    assert 0 == made.returncode, made.stderr
    assert {"index.html": "new\n"} == {path.name: path.read_text() for path in (project / SITES[command]).iterdir()}


def test_another_dossier_has_its_site_in_its_own_folder(project):
    """DOSSIER names it for every command; the site of the first one stays as it was."""
    (project / "ports").mkdir()
    made = run_make(project, "site", "DOSSIER=ports")
    assert 0 == made.returncode, made.stderr
    assert "new\n" == (project / "ports" / "site" / "index.html").read_text()
    assert "old\n" == (project / "site" / "index.html").read_text()
    assert "make serve DOSSIER=ports" in made.stdout
    run_make(project, "check", "DOSSIER=ports")
    log = (project / "log").read_text()
    assert ("builder build ports", "builder check ports", "--config-file ports/mkdocs.yml") == tuple(
        words
        for words in ("builder build ports", "builder check ports", "--config-file ports/mkdocs.yml")
        if words in log
    )


@pytest.mark.parametrize("command", SITES)
@pytest.mark.parametrize("step", ["builder build", "mkdocs build"])
def test_a_failed_build_leaves_the_published_site(project, step, command):
    """When an article fails, or MkDocs refuses a page, make says so and the site stays as it was."""
    made = run_make(project, command, FAILS=step)
    folder = SITES[command]
    assert 2 == made.returncode
    assert f"{folder}/ is still the last good one" in made.stderr
    assert ["gone.html", "index.html"] == sorted(path.name for path in (project / folder).iterdir())
    assert "old\n" == (project / folder / "index.html").read_text()


def test_mkdocs_is_always_strict_and_never_quiet(project):
    """`--quiet` would silence the very warnings that `--strict` counts."""
    run_make(project, "site")
    run_make(project, "offline")
    run_make(project, "check")
    builds = [line for line in (project / "log").read_text().splitlines() if "mkdocs build" in line]
    assert 3 == len(builds)
    assert [] == [line for line in builds if "--strict" not in line or "-q" in line.split()]


def test_make_check_tells_when_the_content_was_not_regenerated(project):
    """A page in content/ that the dossier does not build today fails the check, which only compares."""
    made = run_make(project, "check", FAILS="builder build --check")
    assert 2 == made.returncode
    assert "content/ is not what the dossier builds today" in made.stderr
    builds = [line for line in (project / "log").read_text().splitlines() if "builder build" in line]
    assert ["-m builder build --check ."] == builds


def test_a_python_that_is_too_old_is_named_with_the_remedy(project):
    """Without Python 3.11 make says what it looked for and what to do, and installs nothing."""
    shutil.rmtree(project / ".venv")
    made = run_make(project, "site", "PYTHON=no-such-python")
    assert 2 == made.returncode
    assert "no Python 3.11 or newer found; tried: no-such-python" in made.stderr
    assert not (project / ".venv").exists()


def test_a_python_without_venv_is_named_with_the_remedy(project):
    """Debian ships Python without venv; make says which package brings it."""
    shutil.rmtree(project / ".venv")
    bare = executable(project / "bare-python", '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n')
    made = run_make(project, "site", f"PYTHON={bare}")
    assert 2 == made.returncode
    assert "apt install python3-venv" in made.stderr


def test_an_environment_whose_python_is_gone_is_made_anew(project):
    """After an upgrade of the system's Python the link in .venv leads nowhere; make starts over by itself."""
    (project / ".venv/bin/python").unlink()
    (project / ".venv/bin/python").symlink_to("removed")
    maker = FAKE_PYTHON.replace("esac", '*"-m venv"*) rm -f .venv/bin/python; cp "$0" .venv/bin/python ;; esac')
    python = executable(project / "new-python", maker)
    made = run_make(project, "site", f"PYTHON={python}")
    assert 0 == made.returncode, made.stderr
    assert "Installing requirements/site.txt" in made.stdout
    assert "-r requirements/site.txt" in (project / "log").read_text()
