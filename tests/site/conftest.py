"""Build the committed pages as a reader gets them, serve them under a sub-path, and open them in headless Chromium.

Without Playwright or a browser the tests that ask for one skip, saying so; BROWSER_REQUIRED=1 makes that a failure.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from builder.write import alone

ROOT = Path(__file__).parents[2]
MOUNT = "repo"
ADDRESS = f"https://user.github.io/{MOUNT}/"
WIDE = {"width": 1280, "height": 800}
# A page of its own begins as a reader's first one; from then on it remembers what was chosen.
FORGET = """if (location.protocol === "http:" && !sessionStorage.getItem("test")) {
    localStorage.clear();
    sessionStorage.setItem("test", "begun");
}"""

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A browser of a test talks to nobody but the page it was given.
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items):
    """Mark each test that opens a browser, so that ``-m "not browser"`` leaves it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


class QuietHandler(SimpleHTTPRequestHandler):
    """Files only: a folder without an index is not found, as on GitHub Pages, and nothing is logged."""

    def list_directory(self, path):
        """Answer 404 instead of a listing."""
        self.send_error(404)

    def end_headers(self):
        """Let the browser keep what it got, as GitHub Pages does for ten minutes."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, format, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def built_site(tmp_path_factory):
    """Return the folder of the committed site, built strictly for ``https://user.github.io/repo/``.

    Of several processes of one run (pytest-xdist) the first that asks builds it, and the others wait for it.
    """
    shared = "PYTEST_XDIST_WORKER" in os.environ
    root = tmp_path_factory.getbasetemp()
    folder = (root.parent if shared else root) / "www"
    folder.mkdir(exist_ok=True)
    with alone(folder, seconds=300):
        if not (folder / MOUNT).exists():
            build_site(folder / "unfinished")
            (folder / "unfinished").rename(folder / MOUNT)
    return folder / MOUNT


def build_site(folder):
    """Build the committed site into a folder."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS, "SOURCE_DATE_EPOCH": "981173106"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == built.returncode, f"mkdocs build --strict failed:\n{built.stdout}{built.stderr}"


@contextmanager
def served(folder):
    """Serve a folder on a free port of this machine, as long as the block lasts; give its address."""
    handler = partial(QuietHandler, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def site_url(built_site):
    """Serve the site under ``/repo/`` on a free port of this machine; return its address."""
    with served(built_site.parent) as address:
        yield f"{address}{MOUNT}/"


@pytest.fixture(scope="session")
def browser():
    """Start the Chromium of this machine (or the one that CHROMIUM names), without a window."""
    executable = find_browser()
    with playwright().sync_playwright() as driver:
        # Chromium refuses its own sandbox to root, and CI machines are often root.
        switches = [*SWITCHES, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        chromium = driver.chromium.launch(executable_path=executable, args=switches)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def reader(browser, site_url):
    """One reader for all tests of a process, who has the theme's files at hand after the first page.

    A page that stays open keeps them there: opened anew for each test, a page took three times as long.
    """
    context = browser.new_context(base_url=site_url, locale="en", viewport=WIDE)
    context.set_default_timeout(10_000)
    context.add_init_script(FORGET)
    context.new_page().goto("")
    yield context
    context.close()


@pytest.fixture
def page_problems():
    """List what the page of this test did wrong; a test that provokes a message on purpose clears it."""
    return []


@pytest.fixture
def page(reader, site_url, page_problems):
    """Open a page, 1280 by 800, of a reader who chose nothing; fail when it logs, breaks, or turns to another host."""
    opened = reader.new_page()
    note_problems(opened, page_problems, urlsplit(site_url).netloc)
    yield opened
    opened.close()
    reader.clear_cookies()
    reader.clear_permissions()
    if page_problems:
        pytest.fail("the page did what no page may:\n" + "\n".join(page_problems), pytrace=False)


def note_problems(page, problems, own_host):
    """Note what a page logs, how it breaks, and what it asks another host for; "" is the host of a file."""

    def note_foreign(request):
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != own_host:
            problems.append(f"{page.url}: request to another host: {request.url}")

    page.on("console", lambda message: problems.append(f"{page.url}: console {message.type}: {message.text}"))
    page.on("pageerror", lambda error: problems.append(f"{page.url}: error: {error}"))
    page.on("request", note_foreign)


def find_browser():
    """Return the path of a Chromium; without one, skip the test or, where one is required, fail it."""
    named = os.environ.get("CHROMIUM")
    found = [path for path in map(shutil.which, [named] if named else BROWSERS) if path]
    return found[0] if found else missing(f"no browser found (looked for {named or ', '.join(BROWSERS)})")


def playwright():
    """Return Playwright's module; without it, skip the test or, where a browser is required, fail it."""
    try:
        return importlib.import_module("playwright.sync_api")
    except ModuleNotFoundError:
        return missing("Playwright is not installed (make test installs it)")


def missing(what):
    """End the test: a failure with BROWSER_REQUIRED=1, else a skip."""
    if os.environ.get("BROWSER_REQUIRED", "") not in ("", "0"):
        pytest.fail(f"{what}, and BROWSER_REQUIRED is set", pytrace=False)
    pytest.skip(f"{what}; on Debian: apt install chromium")
