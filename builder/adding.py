"""Composes the stages for ``add``: what the editor gives is read, compared and put into ``seeds/``, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.add import day_in, report_lines, seed_name, sidecar_text
from builder.assemble import find_copied
from builder.clean import clean
from builder.config import load_settings
from builder.errors import InputErrors, Problem, SeedError
from builder.extract import Vocabulary, extract, prepare
from builder.fetch import Fetching, fetch, is_address
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Article, CleanArticle, DossierSettings, Given, Knowledge
from builder.pipeline import Progress, known_words, written_alone
from builder.read import Gathered, Known, article_id, gather, list_seeds, read_seed, together
from builder.write import replace_all

_SEEDS = "seeds"
_AGAIN = "add it with --anyway if you want both; copies count as one source"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the editor asks for: files, folders and addresses, and how to take them.

    ``url`` is the address that a given file was saved from, ``retrieved`` the day on which. ``anyway`` takes copies
    too, ``skip`` leaves out what cannot be added and adds the others, ``dry_run`` writes nothing.
    """

    arguments: tuple[str, ...]
    retrieved: str
    url: str = ""
    allow_private: bool = False
    anyway: bool = False
    skip: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """An article that was added, or would be: its seed's path in the dossier, and what was read of it."""

    source: str
    lines: tuple[str, ...]
    unknown: int


@dataclass(frozen=True, slots=True)
class Added:
    """What came of a wish: ``there`` are pairs of what was given and the seed that holds the very same bytes."""

    additions: tuple[Addition, ...]
    there: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    problems: tuple[Problem, ...]
    is_written: bool


@dataclass(frozen=True, slots=True)
class _Dossier:
    """What articles are read with."""

    settings: DossierSettings
    knowledge: Knowledge
    vocabulary: Vocabulary
    known: Known


def add(folder: Path, wish: Wish, progress: Progress) -> Added:
    """Fetch and read everything, compare it with the seeds that are there, and then write all of it, or nothing.

    Raises InputErrors when ``dossier.yml`` or ``knowledge/`` is wrong, and OutputError when it cannot be written.
    """
    with written_alone(folder):
        dossier = _load(folder)
    found = together(_take(argument, wish, dossier.settings) for argument in wish.arguments)
    with written_alone(folder):
        return _add(folder, wish, found, dossier, progress)


def _load(folder: Path) -> _Dossier:
    settings, languages = load_settings(folder), load_languages()
    seeds = list_seeds(folder)[0] if (folder / _SEEDS).is_dir() else ()
    knowledge = load_knowledge(folder, settings)
    return _Dossier(
        settings, knowledge, prepare(knowledge, settings, languages), known_words(settings, languages, knowledge, seeds)
    )


def _take(argument: str, wish: Wish, settings: DossierSettings) -> Gathered:
    """The bytes of one argument, from wherever they are."""
    if not is_address(argument):
        found = gather(argument, settings.limits)
        return replace(found, given=tuple(replace(given, url=wish.url) for given in found.given)) if wish.url else found
    try:
        page = fetch(argument, Fetching(settings.limits.bytes, allow_private=wish.allow_private))
    except SeedError as error:
        return Gathered(problems=(error.problem,))
    return Gathered((Given(argument, page.data, page.ending, page.url, page.charset),))


def _add(folder: Path, wish: Wish, found: Gathered, dossier: _Dossier, progress: Progress) -> Added:
    seeds = list_seeds(folder)[0] if (folder / _SEEDS).is_dir() else ()
    new, there = _sorted_out(found.given, seeds)
    problems = list(found.problems)
    old = _cleaned(folder, seeds, dossier, progress) if new else []
    taken = {article_id(path).casefold() for path in seeds}
    files: dict[str, bytes] = {}
    additions = []
    for given in new:
        try:
            sidecar = _sidecar(given, wish, dossier.knowledge)
            article = _read(given, sidecar, dossier)
            if not wish.anyway:
                _refuse_copies(given, article.clean, old)
        except SeedError as error:
            problems.append(replace(error.problem, file=_said_as(error.problem.file, given)))
            continue
        except InputErrors as error:
            problems.extend(replace(problem, file=_said_as(problem.file, given)) for problem in error.problems)
            continue
        name = seed_name(given, article, taken)
        taken.add(name)
        files |= {f"{name}{given.ending}": given.data, f"{name}.yml": sidecar}
        source = f"{_SEEDS}/{name}{given.ending}"
        old.append(replace(article.clean, raw=replace(article.clean.raw, source=source)))
        language = load_languages().get(article.clean.language)
        lines = tuple(report_lines(given, article, dossier.knowledge, language))
        additions.append(Addition(source, lines, len(article.strangers)))
    writes = not wish.dry_run and bool(files) and (wish.skip or not problems)
    if writes:
        replace_all(folder / _SEEDS, files)
    return Added(tuple(additions), there, found.left, tuple(problems), writes)


def _sorted_out(given: Iterable[Given], seeds: Sequence[Path]) -> tuple[tuple[Given, ...], tuple[tuple[str, str], ...]]:
    """What is new, and what is there already byte for byte, in ``seeds/`` or given twice, with where it is."""
    holders = {hashlib.sha256(path.read_bytes()).digest(): f"{_SEEDS}/{path.name}" for path in reversed(seeds)}
    new: list[Given] = []
    there: list[tuple[str, str]] = []
    for one in given:
        mark = hashlib.sha256(one.data).digest()
        if mark in holders:
            there.append((one.name, holders[mark]))
        else:
            holders[mark] = one.name
            new.append(one)
    return tuple(new), tuple(there)


def _cleaned(folder: Path, seeds: Sequence[Path], dossier: _Dossier, progress: Progress) -> list[CleanArticle]:
    """The seeds that are there, as far as they can be read: what is wrong with others is told by a build."""
    found = []
    languages, knowledge = load_languages(), dossier.knowledge
    for path in progress(seeds):
        try:
            raw = read_seed(path, folder, dossier.known, dossier.settings.limits)
            found.append(clean(raw, languages, knowledge.outlets, knowledge.places))
        except (SeedError, InputErrors):
            continue
    return found


def _sidecar(given: Given, wish: Wish, knowledge: Knowledge) -> bytes:
    """The sidecar that lay beside the file, as it is; else a new one. Raises SeedError when the two would differ."""
    if given.sidecar is None:
        return sidecar_text(given.url, wish.retrieved, _outlet(given.url, knowledge)).encode()
    if given.url:
        remedy = "write the address into it as url: and leave out --url"
        raise SeedError(Problem(given.name, 0, "", "has a sidecar of its own beside it", remedy))
    return given.sidecar


def _outlet(url: str, knowledge: Knowledge) -> str:
    """The id of the outlet whose address this is, or is under; empty when nobody knows it."""
    host = url.partition("://")[2].partition("/")[0].partition(":")[0]
    hosts = {host: outlet.id for outlet in knowledge.outlets.values() for host in outlet.hosts}
    parts = host.split(".")
    return next(filter(None, (hosts.get(".".join(parts[start:])) for start in range(len(parts) - 1))), "")


def _read(given: Given, sidecar: bytes, dossier: _Dossier) -> Article:
    """Read an article as a build will, in a place of its own."""
    languages, knowledge = load_languages(), dossier.knowledge
    with TemporaryDirectory() as place:
        seed = Path(place) / _SEEDS / f"{day_in(given) or 'seed'}{given.ending}"
        seed.parent.mkdir()
        seed.write_bytes(given.data)
        seed.with_suffix(".yml").write_bytes(sidecar)
        raw = read_seed(seed, Path(place), dossier.known, dossier.settings.limits)
    return extract(clean(raw, languages, knowledge.outlets, knowledge.places), dossier.vocabulary)


def _said_as(file: str, given: Given) -> str:
    """What a problem is in, by the name that the editor gave and not by that of the place where it was read."""
    if not file.startswith(f"{_SEEDS}/"):
        return file
    return str(Path(given.name).with_suffix(".yml")) if file.endswith(".yml") else given.name


def _refuse_copies(given: Given, article: CleanArticle, others: Iterable[CleanArticle]) -> None:
    """Raise SeedError when most of the text stands in another article, naming all of those."""
    copied = find_copied(article, others)
    if copied:
        first, *more = (f"{round(100 * one.share)} % of {one.article.raw.source}{_wire(one.article)}" for one in copied)
        also = f", {', '.join(more)}" if more else ""
        raise SeedError(Problem(given.name, 0, "", f"has nearly the same text: {first}{also}", _AGAIN))


def _wire(article: CleanArticle) -> str:
    return f" (by {article.agency.value})" if article.agency else ""
