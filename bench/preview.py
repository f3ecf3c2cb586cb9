"""Measure how soon a change shows in the preview of a hundred articles: ``python -m bench.preview [NUMBER]``.

Each change is made to a dossier of synthetic articles whose site was built; printed is the time until the browser is
told to load again, on the clock and of the processor, and until the large pages are there too.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from bench.articles import ROOT, write_seeds
from builder.cli import _rebuild
from builder.memory import Memory
from builder.preview import Preview
from builder.serve import look, step


def main(number: int) -> None:
    """Print a line for each kind of change."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "dossier"
        (folder / "seeds").mkdir(parents=True)
        write_seeds(folder / "seeds", number)
        for name in ("knowledge", "site_overrides"):
            shutil.copytree(ROOT / name, folder / name)
        for name in ("dossier.yml", "mkdocs.yml"):
            shutil.copy(ROOT / name, folder)
        memory: Memory = Memory()

        def rebuild() -> int:
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                return _rebuild(folder, memory)

        rebuild()
        preview = Preview(folder, Path(place) / "site")
        preview.build_all()
        pages = sum(1 for _ in (folder / "content").rglob("*.md"))
        sys.stdout.write(f"{number} articles, {pages} pages\n")
        for what, change in _changes(folder):
            _measure(what, change, folder, rebuild, preview)


def _changes(folder: Path) -> tuple[tuple[str, Callable[[], object]], ...]:
    def append(name: str, text: str) -> Callable[[], object]:
        path = folder / name
        return lambda: path.write_text(
            (path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8"
        )

    line = "\n\nLe ministre a parlé de la sécurité pendant une longue réunion au port.\n"

    def know(name: str) -> Callable[[], object]:
        entry = f"\n{name.casefold().replace(' ', '-')}:\n  names: {{en: {name}}}\n  source: {{text: A directory}}\n"
        return append("knowledge/people.yml", entry)

    return (
        ("a seed", append("seeds/00004.txt", line)),
        ("a sidecar", append("seeds/00005.yml", "english_title: Another title\n")),
        ("a seed again", append("seeds/00004.txt", line)),
        ("knowledge/, of nobody in the articles", know("Jane Public")),
        ("knowledge/, of somebody in 4 articles", know("Nina Kozlowski")),
        ("knowledge/, of somebody in 46 articles", know("Leila Mansour")),
        ("a style sheet", append("site_overrides/assets/stylesheets/parts.css", "\n.x { color: red; }\n")),
        ("a template", append("site_overrides/main.html", "\n")),
    )


def _measure(
    what: str, change: Callable[[], object], folder: Path, rebuild: Callable[[], int], preview: Preview
) -> None:
    state = look(folder)
    change()
    shown: list[tuple[float, float]] = []
    clock, processor = time.perf_counter(), time.process_time()
    step(folder, state, rebuild, preview, lambda: shown.append((time.perf_counter(), time.process_time())))
    first, last = shown[0], shown[-1]
    sys.stdout.write(
        f"{what:<38} shown after {first[0] - clock:5.2f} s ({first[1] - processor:5.2f} s of the processor), "
        f"all pages after {last[0] - clock:5.2f} s\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
