import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

SKIPS = """
import pytest

@pytest.mark.skip(reason="by a mark")
def test_marked(): ...

def test_called():
    pytest.skip("in its body")

@pytest.fixture
def browser():
    pytest.skip("in a fixture")

def test_of_a_fixture(browser): ...

@pytest.mark.xfail(reason="known", strict=True)
def test_of_a_known_failure():
    assert 1 == 2

def test_that_runs(): ...
"""


def outcome(folder, ci):
    """Run the tests of a folder under our conftest.py; return pytest's exit code and what it printed."""
    shutil.copy(ROOT / "conftest.py", folder)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull, "--rootdir", folder, folder],
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    ("ci", "code", "line"), [("", 0, "1 passed, 3 skipped"), ("true", 1, "1 failed, 1 passed, 1 xfailed, 2 errors")]
)
def test_a_skipped_test_fails_in_ci_and_only_there(tmp_path: Path, ci, code, line):
    """A skip by mark, call or fixture counts as a failure when CI is set; an expected failure does not."""
    (tmp_path / "test_skips.py").write_text(SKIPS)
    returned, printed = outcome(tmp_path, ci)
    assert code == returned, printed
    assert line in printed
    assert "1 xfailed" in printed


def test_a_skipped_module_fails_in_ci(tmp_path: Path):
    """A whole file that is left out for want of a library is a failure, with the reason."""
    (tmp_path / "test_module.py").write_text('import pytest\npytest.importorskip("no_such_library")\n')
    returned, printed = outcome(tmp_path, "true")
    assert 2 == returned, printed
    assert "no_such_library" in printed
    assert "In CI no test may be skipped" in printed
