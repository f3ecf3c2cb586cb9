"""Build dossiers of synthetic articles and print where the time goes: ``python -m bench.reading [NUMBER]``.

Each dossier is built in a process of its own, half the number of articles first, then all, then twice
as many: the time of one article must not grow. Machines differ and are noisy, so the figure to compare is
the ratio to Python-Markdown turning the same articles into HTML in the same process, before and after.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import markdown

from bench.articles import ROOT, make_articles, write_seeds
from bench.clock import clocked
from builder.pipeline import build

NUMBER = 1000
STAGES = (
    ("settings", "builder.pipeline.load_settings"),
    ("knowledge", "builder.pipeline.load_knowledge"),
    ("vocabulary", "builder.pipeline.prepare"),
    ("read", "builder.pipeline.read_seed"),
    ("clean", "builder.pipeline.clean"),
    ("extract", "builder.pipeline.extract"),
    ("assemble", "builder.pipeline.assemble"),
    ("render", "builder.pipeline.render"),
    ("write", "builder.pipeline.write_pages"),
)
PARTS = {
    "clean": (
        ("language", "builder.clean.detect"),
        ("title", "builder.clean.with_title"),
        ("rules", "builder.clean.apply"),
        ("paragraphs", "builder.clean._paragraphs"),
    ),
    "extract": (
        ("words", "builder.extract.spell"),
        ("names", "builder.extract.find_mentions"),
        ("unknown people", "builder.extract.find_strangers"),
        ("sentences", "builder.extract.split_sentences"),
        ("known events", "builder.extract.find_known_events"),
        ("offices", "builder.extract.find_offices"),
        ("dates", "builder.extract.find_dates"),
        ("dating", "builder.extract.date_article"),
        ("agreements", "builder.extract.find_deeds"),
        ("topics", "builder.extract.find_passages"),
    ),
    "render": (
        ("articles", "builder.render.render_article"),
        ("people, organisations, places", "builder.render.render_entity"),
        ("topics", "builder.render.render_topic"),
        ("timeline", "builder.render.render_timeline"),
        ("data export", "builder.render.render_data"),
    ),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What one build took.

    Seconds of processor time for each part, for the whole, for the whole once more when nothing has
    changed, and for the reference; seconds by the clock; the peak of memory and the largest page in megabytes.
    """

    articles: int
    parts: Mapping[tuple[str, str], float]
    processor: float
    clock: float
    again: float
    reference: float
    memory: float
    largest_page: float


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    number = int(arguments[0]) if arguments else NUMBER
    figures = [_in_own_process(count) for count in (number // 2, number, 2 * number)]
    sys.stdout.write("\n".join((*table(figures[1]), "", *doubling(figures))) + "\n")


def _in_own_process(count: int) -> Figures:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, count).result()


def measure(count: int) -> Figures:
    """Build this repository's dossier with so many articles more, in a temporary folder."""
    labels = [((stage, ""), target) for stage, target in STAGES]
    labels += [((stage, part), target) for stage, parts in PARTS.items() for part, target in parts]
    articles = list(make_articles(count))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _make_dossier(folder, count)
        before = _processor_time(lambda: [markdown.markdown(article) for article in articles])
        start = time.perf_counter()
        with clocked(labels) as parts:
            processor = _processor_time(lambda: build(folder, iter))
        clock = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        again = _processor_time(lambda: build(folder, iter))
        after = _processor_time(lambda: [markdown.markdown(article) for article in articles])
        pages = [path.stat().st_size / 1e6 for path in (folder / "content").rglob("*.md")]
    return Figures(count, dict(parts), processor, clock, again, (before + after) / 2, memory, max(pages))


def _make_dossier(folder: Path, count: int) -> None:
    shutil.copy(ROOT / "dossier.yml", folder)
    for part in ("knowledge", "seeds"):
        shutil.copytree(ROOT / part, folder / part)
    write_seeds(folder / "seeds", count)


def _processor_time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def table(figures: Figures) -> Iterator[str]:
    """The lines of a table: what each stage took, its parts indented under it."""
    yield f"{f'{figures.articles} articles':<32}{'seconds':>8}{'share':>8}{'ms/article':>12}"
    for stage, _ in STAGES:
        yield _line(stage, figures.parts.get((stage, ""), 0.0), figures)
        for part, _ in PARTS.get(stage, ()):
            yield _line(f"  {part}", figures.parts.get((stage, part), 0.0), figures)
    yield _line("all", figures.processor, figures)
    yield _line("all, by the clock", figures.clock, figures)
    yield _line("again, nothing changed", figures.again, figures)
    yield _line("Python-Markdown, same articles", figures.reference, figures)
    yield f"{'ratio to Python-Markdown':<32}{figures.processor / figures.reference:>8.1f}"
    yield f"{'peak memory, MB':<32}{figures.memory:>8.0f}"
    yield f"{'largest page, MB':<32}{figures.largest_page:>8.1f}"


def _line(label: str, seconds: float, figures: Figures) -> str:
    share, each = seconds / figures.processor, 1000 * seconds / figures.articles
    return f"{label:<32}{seconds:>8.2f}{share:>8.0%}{each:>12.2f}"


def doubling(figures: Sequence[Figures]) -> Iterator[str]:
    """The lines of a table: whether the time of one article grows with their number."""
    yield f"{'articles':>8}{'ms/article':>12}{'ratio':>8}{'MB':>8}{'largest page, MB':>18}"
    for found in figures:
        each, ratio = 1000 * found.processor / found.articles, found.processor / found.reference
        yield f"{found.articles:>8}{each:>12.2f}{ratio:>8.1f}{found.memory:>8.0f}{found.largest_page:>18.1f}"


if __name__ == "__main__":
    main(sys.argv[1:])
