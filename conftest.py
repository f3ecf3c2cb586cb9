"""Hold every test to one rule: in CI a skipped test is a failed one.

On a machine without a browser some tests skip, saying so. CI has everything, so a skip there hides a test that
nobody runs any more. An expected failure (``xfail``) is not a skip.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import TypeVar

import pytest
from hypothesis import settings

# The same examples in every run: a test that fails must fail again.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skipped."""
    return _fail_a_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that skipped as a whole."""
    return _fail_a_skip((yield))


def _fail_a_skip(report: Report) -> Report:
    if os.environ.get("CI", "") in ("", "0", "false") or not report.skipped or hasattr(report, "wasxfail"):
        return report
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    report.outcome = "failed"
    report.longrepr = f"{reason}\nIn CI no test may be skipped: install what it needs, or delete it."
    return report
