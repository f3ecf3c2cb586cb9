import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in ("site", "test")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = {
    "site": PROJECT["dependencies"],
    "test": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
}


def pins(lock):
    """Return each pinned release of a lock with its marker: ``{("numpy", "2.5.5", "python_version >= '3.12'"), …}``."""
    return set(re.findall(r"^([a-z0-9.-]+)==(\S+)(?: ; (.+?))? \\$", lock, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_fulfils_what_pyproject_asks(name):
    """Each dependency is pinned to a release that pyproject.toml admits; if not, `make lock` was forgotten."""
    versions = {}
    for package, version, _marker in pins(LOCKS[name]):
        versions.setdefault(package, []).append(version)
    for text in WANTED[name]:
        requirement = Requirement(text)
        found = versions.get(requirement.name.lower(), [])
        assert found, f"{requirement.name} is not in requirements/{name}.txt"
        assert [] == [version for version in found if version not in requirement.specifier]


def test_the_tests_run_on_the_very_releases_that_build_the_site():
    """Every pin of site.txt is in test.txt."""
    assert set() == pins(LOCKS["site"]) - pins(LOCKS["test"])


@pytest.mark.parametrize("name", LOCKS)
def test_every_release_is_pinned_by_the_hashes_of_its_files(name):
    """No requirement goes without a hash: pip refuses the whole lock then."""
    blocks = re.split(r"^(?=\S)", re.sub(r"^#.*\n", "", LOCKS[name], flags=re.MULTILINE), flags=re.MULTILINE)
    assert [] == [block for block in blocks if block and not re.search(r"--hash=sha256:[0-9a-f]{64}\b", block)]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_machine(name):
    """No index, host or path of the machine that made it is inside."""
    assert [] == re.findall(r"^.*(?:://|--index|--find-links|^/| /).*$", LOCKS[name], re.MULTILINE)
