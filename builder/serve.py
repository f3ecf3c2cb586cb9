"""Preview: a change to the sources, the theme or a page of the editor's is built, and the browser shows it."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from builder.errors import BuilderError
from builder.preview import Preview

_SOURCES = ("seeds", "knowledge", "dossier.yml")
_SITE = ("content", "site_overrides", "mkdocs.yml")
_TEMPLATE, _SETTINGS = ".html", ".yml"
"""Of the site's own files, the kinds on which every page depends."""
_SECONDS_BETWEEN_LOOKS = 0.2
_SIGNAL = "changed"

State = dict[str, tuple[int, int]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def serve(folder: Path, rebuild: Callable[[], int]) -> int:
    """Build, show the site, and rebuild when something changes, until Ctrl-C."""
    _tried(rebuild)
    with TemporaryDirectory(prefix="preview-") as place:
        site, signal = Path(place) / "site", Path(place) / "signal"
        signal.mkdir()
        preview = Preview(folder, site)
        preview.build_all()
        server = LiveReloadServer(
            lambda: None, preview.host, preview.port, str(site), preview.mount, polling_interval=0.1
        )
        server.set_app(noting(server.serve_request, preview))
        server.watch(str(signal))
        thread = threading.Thread(target=server.serve, daemon=True)
        thread.start()
        sys.stdout.write(f"The site is at {preview.url} until you press Ctrl-C\n")
        sys.stdout.flush()
        try:
            watch(folder, rebuild, preview, lambda: (signal / _SIGNAL).write_text(str(time.monotonic_ns())))
        except KeyboardInterrupt:
            server.shutdown(wait=True)
    return 0


def noting(answer: Application, preview: Preview) -> Application:
    """The same answers, and the preview knows what was asked for last."""

    def noted(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        preview.note(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace"))
        return answer(environ, start)

    return noted


def watch(folder: Path, rebuild: Callable[[], int], preview: Preview, show: Callable[[], object]) -> None:
    """Look for changes for ever; after each, build what it changed and ``show`` it."""
    state = look(folder)
    while True:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
        state = step(folder, state, rebuild, preview, show)


def step(folder: Path, state: State, rebuild: Callable[[], int], preview: Preview, show: Callable[[], object]) -> State:
    """Do what one look finds to be done, and give back what is there then."""
    now = look(folder)
    changed = {path for path in {*now, *state} if now.get(path) != state.get(path)}
    if not changed:
        return state
    if any(path.startswith(_SOURCES) for path in changed):
        _tried(rebuild)
    after = look(folder)
    ours = [path for path in changed if path.startswith(_SITE) and not path.startswith("content")]
    try:
        if any(path.endswith(_SETTINGS) for path in ours):
            preview.build_all()
            left = False
        elif any(path.endswith(_TEMPLATE) for path in ours):
            preview.build_seen()
            left = True
        else:
            left = preview.build_changed()
        show()
        if left:
            preview.build_left()
            show()
    except (MkDocsException, OSError) as error:
        sys.stderr.write(f"error: {error}\n")
    return {**after, **{path: now[path] for path in now if path.startswith(_SOURCES)}}


def _tried(rebuild: Callable[[], int]) -> None:
    """Rebuild; a source that cannot be used is reported and the preview stays as it was."""
    try:
        rebuild()
    except (BuilderError, OSError) as error:
        sys.stderr.write(f"error: {error}\n")


def look(folder: Path) -> State:
    """The size and time of every file that the site is made of, by its path in the folder; hidden ones do not count."""
    state: State = {}
    for source in (*_SOURCES, *_SITE):
        root = folder / source
        for path in root.rglob("*") if root.is_dir() else [root]:
            inner = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in inner.parts):
                about = path.stat()
                state[inner.as_posix()] = (about.st_size, about.st_mtime_ns)
    return state
