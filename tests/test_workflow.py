import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PUBLISH = ROOT / ".github" / "workflows" / "publish.yml"

# The commit of this release could not be looked up in the action's own repository; a guessed one is worse than a tag.
PINNED_BY_MAJOR_VERSION = ["actions/configure-pages@v6"]


@pytest.fixture(scope="module")
def workflow():
    """Read the workflow with every scalar as it is written: ``on`` is a key, not True."""
    return yaml.load(PUBLISH.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def steps(workflow):
    """List the steps of all jobs."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflow_is_valid():
    """It agrees with the published schema of GitHub workflows, which check-jsonschema carries inside its wheel."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", PUBLISH]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == checked.returncode, checked.stdout + checked.stderr


def test_it_runs_for_every_change_and_by_hand(workflow):
    """A push to main, a pull request and the button start it; nothing else does."""
    assert {"push": {"branches": ["main"]}, "pull_request": "", "workflow_dispatch": ""} == workflow["on"]


def test_each_job_may_do_what_it_must_and_no_more(workflow):
    """Only the deployment may write, to Pages alone; no job inherits a right."""
    assert {} == workflow["permissions"]
    expected = {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert expected == {name: job["permissions"] for name, job in workflow["jobs"].items()}


def test_only_main_is_deployed(workflow):
    """The deployment waits for the tests, runs for main only, one at a time, in the environment of Pages."""
    deploy = workflow["jobs"]["deploy"]
    assert "build" == deploy["needs"]
    assert "github.ref == 'refs/heads/main'" == deploy["if"]
    assert {"group": "pages", "cancel-in-progress": "false"} == deploy["concurrency"]
    assert "github-pages" == deploy["environment"]["name"]


def test_every_action_is_pinned():
    """An action is named by a full commit with its release beside it, or is one of the known exceptions."""
    used = re.findall(r"uses: (.+)", PUBLISH.read_text(encoding="utf-8"))
    by_commit = [line for line in used if re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]
    assert PINNED_BY_MAJOR_VERSION == [line for line in used if line not in by_commit]


def test_the_token_of_the_checkout_is_not_kept(steps):
    """No later step finds the repository's token in the checkout's git configuration."""
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert ["false"] == [checkout["persist-credentials"] for checkout in checkouts]


def test_a_command_is_not_made_of_text_from_outside(steps):
    """No ``run`` contains an expression: the title of a pull request must not become shell code."""
    assert [] == [step["run"] for step in steps if "${{" in step.get("run", "")]


def test_every_job_ends(workflow):
    """A job that hangs is stopped."""
    assert [] == [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job]


def test_ci_is_defined_once(steps):
    """GitHub runs the very script that any other CI runs, then builds what it publishes."""
    assert [".ci/run", "make site"] == [step["run"] for step in steps if "run" in step]
