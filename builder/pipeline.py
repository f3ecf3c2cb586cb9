"""Composes the stages: the only module that knows all of them."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from builder.assemble import assemble
from builder.check import check_content, published
from builder.clean import clean
from builder.config import load_settings
from builder.errors import InputErrors, Problem, SeedError
from builder.extract import Vocabulary, extract, prepare, spared
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.memory import Memory
from builder.models import (
    Article,
    CleanArticle,
    Decision,
    Dossier,
    DossierSettings,
    Finding,
    Knowledge,
    LanguageRules,
    Page,
    RawArticle,
    Review,
)
from builder.read import Known, article_id, list_seeds, read_seed
from builder.render import article_page, exported, render
from builder.review import FILES as EDITED
from builder.review import apply, complete, read_decision, review
from builder.write import Written, alone, compare_pages, pages_naming, recover, replace_all, write_pages

Progress = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the dossier, what was written, and what could not be built.

    ``held`` tells whether pages were left as they were because a published article failed, ``former`` is the data
    export of before.
    """

    dossier: Dossier
    written: Written
    failed: tuple[Problem, ...]
    held: bool
    former: Mapping[str, Any] | None


def build(folder: Path, progress: Progress, memory: Remembers | None = None) -> Built:
    """Build a dossier's ``content/``. ``progress`` is handed the seeds and yields them as it shows them.

    An article that cannot be read is reported and the others are built. What was published before
    stays: no page is removed then, and when one of the published articles failed, the pages that tell of several
    articles stay as they are, and so does that of an article in which nothing changed. Raises InputErrors when
    ``dossier.yml`` or ``knowledge/`` is wrong or the articles are gone, and OutputError when pages cannot be written.
    A ``memory`` that saw the build before spares what did not change since.
    """
    with written_alone(folder), _uncollected():
        made = _made(folder, progress, memory or Memory())
        return made.built(write_pages(made.pages, folder / "content", not made.failed, made.held))


def compare(folder: Path, progress: Progress) -> Built:
    """Say what a build would do, and change nothing; an interrupted run is not finished either. Raises as ``build``."""
    with alone(folder), _uncollected():
        made = _made(folder, progress, Memory())
        return made.built(compare_pages(made.pages, folder / "content", not made.failed, made.held))


@contextmanager
def written_alone(folder: Path) -> Iterator[None]:
    """Nobody else writes meanwhile, and what a killed run had begun is finished first. Raises OutputError."""
    with alone(folder):
        for part in ("knowledge", "seeds", "content"):
            recover(folder / part)
        yield


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for reference cycles: records hold none, and looking for them takes a twelfth of the time.

    Nor later among what was made meanwhile, which one search through all of it would begin with.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Learned:
    """What articles are read with."""

    settings: DossierSettings
    knowledge: Knowledge
    vocabulary: Vocabulary


Remembers = Memory[_Learned]


@dataclass(frozen=True, slots=True)
class _Made:
    """A dossier with its pages, and how they may be written."""

    dossier: Dossier
    pages: tuple[Page, ...]
    failed: tuple[Problem, ...]
    held: frozenset[str]
    former: Mapping[str, Any] | None

    def built(self, written: Written) -> Built:
        """What is told of it, once it is written or compared."""
        return Built(self.dossier, written, self.failed or self.dossier.unproven, bool(self.held), self.former)


def _learn(folder: Path) -> _Learned:
    settings = load_settings(folder)
    knowledge = load_knowledge(folder, settings)
    return _Learned(settings, knowledge, prepare(knowledge, settings, load_languages()))


def _spared(before: _Learned, now: _Learned) -> Callable[[CleanArticle], bool]:
    """Tell of which articles extraction makes the same with what was learned before and now."""
    if before.settings != now.settings:
        return lambda article: False
    lexicons = (before.vocabulary.lexicon, now.vocabulary.lexicon)
    return spared(before.knowledge, now.knowledge, lexicons)


def _made(folder: Path, progress: Progress, memory: Remembers) -> _Made:
    languages = load_languages()
    learned = memory.learned(
        folder, lambda: _learn(folder), lambda one: (one.knowledge.outlets, one.knowledge.places), _spared
    )
    settings, knowledge = learned.settings, learned.knowledge
    articles, failed, lost = _extracted(folder, learned, progress, memory)
    dossier = assemble(articles, settings, knowledge)
    pages = tuple(render(dossier, languages))
    former = published(folder / "content")
    gone = lost & {article["id"] for article in former["articles"]} if former else set()
    held = (
        _shared(pages, articles) | pages_naming(folder / "content", gone) | _unchanged(pages, former)
        if former and gone
        else frozenset()
    )
    return _Made(dossier, pages, tuple(failed), held, former)


def _extracted(
    folder: Path, learned: _Learned, progress: Progress, memory: Remembers
) -> tuple[list[Article], list[Problem], set[str]]:
    """Every article of the dossier, what is wrong with the others, and their ids."""
    settings, knowledge, languages = learned.settings, learned.knowledge, load_languages()
    seeds, problems = list_seeds(folder)
    if not seeds and (published(folder / "content") or {}).get("articles"):
        remedy = "put them back, or delete content/ as well if the dossier is to begin anew"
        raise InputErrors(
            [Problem("seeds/", 0, "", "no article is there, and pages were made of some", remedy), *problems]
        )
    known = known_words(settings, languages, knowledge, seeds)
    articles: list[Article] = []
    failed = list(problems)
    lost: set[str] = set()
    for path in progress(seeds):
        try:
            raw = read_seed(path, folder, known, settings.limits)
            cleaned = partial(clean, raw, languages, knowledge.outlets, knowledge.places)
            articles.append(memory.article(raw, cleaned, partial(extract, vocabulary=learned.vocabulary)))
        except (SeedError, InputErrors) as error:
            failed.extend([error.problem] if isinstance(error, SeedError) else error.problems)
            lost.add(article_id(path))
    return articles, failed, lost


def known_words(
    settings: DossierSettings,
    languages: Mapping[str, LanguageRules],
    knowledge: Knowledge | None = None,
    seeds: Iterable[Path] = (),
) -> Known:
    """What a sidecar may name: languages, topics, and as far as they are given entities and articles."""
    entities = (knowledge.people, knowledge.organisations, knowledge.places) if knowledge else ()
    return Known(
        languages=frozenset(languages),
        topics=frozenset(topic.id for topic in settings.topics),
        entities=frozenset(
            entity for records in (*entities, knowledge.same if knowledge else ()) for entity in records
        ),
        articles=frozenset(map(article_id, seeds)),
    )


def _shared(pages: Iterable[Page], articles: Iterable[Article]) -> frozenset[str]:
    """The paths of the pages that tell of more than one article."""
    own = {article_page(article.id) for article in articles}
    return frozenset(page.path for page in pages) - own


def _unchanged(pages: Iterable[Page], former: Mapping[str, Any]) -> frozenset[str]:
    """The paths of the pages of articles that are read as before: only what others say can change these."""
    before, now = _as_read(former), _as_read(exported(pages))
    return frozenset(article_page(article) for article, read in now.items() if before.get(article) == read)


def _as_read(export: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """What the export says of each article alone: not its agreements, which are named after all who tell of them."""
    articles = (*export["articles"], *export.get("superseded", ()))
    return {one["id"]: {key: value for key, value in one.items() if key != "agreements"} for one in articles}


def check(folder: Path) -> tuple[Finding, ...]:
    """Re-read ``content/`` against the seeds it was made from; every fault is a finding."""
    with written_alone(folder):
        return _check(folder)


def _check(folder: Path) -> tuple[Finding, ...]:
    settings = load_settings(folder)
    seeds, problems = list_seeds(folder)
    known = known_words(settings, load_languages())
    raw: list[RawArticle] = []
    findings = [Finding("problem", problem.file, str(problem)) for problem in problems]
    for path in seeds:
        try:
            raw.append(read_seed(path, folder, known, settings.limits))
        except SeedError as error:
            findings.append(Finding("problem", error.problem.file, str(error)))
        except InputErrors as error:
            findings.extend(Finding("problem", problem.file, str(problem)) for problem in error.problems)
    return (*findings, *check_content(folder / "content", raw, settings))


@dataclass(frozen=True, slots=True)
class Desk:
    """The editor's desk: the articles as they were read, what the knowledge says now, and the open questions.

    ``failed`` are the articles that could not be read, and so ask nothing.
    """

    folder: Path
    settings: DossierSettings
    articles: tuple[Article, ...]
    knowledge: Knowledge
    review: Review
    failed: tuple[Problem, ...]


def open_desk(folder: Path, progress: Progress) -> Desk:
    """Read the articles and ask what they leave open; nothing is written. Raises InputErrors as ``build`` does."""
    with written_alone(folder):
        learned = _learn(folder)
    settings, knowledge = learned.settings, learned.knowledge
    with _uncollected():
        found, failed, _ = _extracted(folder, learned, progress, Memory())
    articles = tuple(sorted(found, key=lambda article: article.id))
    return Desk(folder, settings, articles, knowledge, review(articles, knowledge, load_languages()), tuple(failed))


def decide(desk: Desk, said: Iterable[tuple[str, str] | Decision]) -> Desk:
    """Write decisions into ``knowledge/``, all or none, and give back the desk as it is then.

    A decision is one, or a kind and what was said (``("accept", "J. Public=jane-public")``), and each is read
    after the one before: a name may be new and then be what another one means. The files are read anew, so that what
    the editor wrote meanwhile stays. Raises InputErrors when a decision makes no sense or the knowledge would be wrong
    with it, and OutputError when a file cannot be written.
    """
    with written_alone(desk.folder):
        return _decide(desk, said)


def _decide(desk: Desk, said: Iterable[tuple[str, str] | Decision]) -> Desk:
    before = _knowledge_files(desk.folder)
    files = dict(before)
    problems: list[Problem] = []
    for one in said:
        try:
            if isinstance(one, Decision):
                decision = complete(one, desk.review, desk.knowledge)
            else:
                decision = read_decision(*one, desk.review, desk.knowledge)
            changed = apply(decision, files, desk.review, desk.knowledge, load_languages())
            desk = _with_files(desk, files | changed)
            files |= changed
        except InputErrors as error:
            problems.extend(error.problems)
    if problems:
        raise InputErrors(problems)
    replace_all(desk.folder / "knowledge", {name: text for name, text in files.items() if before.get(name) != text})
    return desk


def _knowledge_files(folder: Path) -> dict[str, str]:
    paths = (folder / "knowledge" / name for name in EDITED)
    return {path.name: path.read_bytes().decode("utf-8") for path in paths if path.exists()}


def _with_files(desk: Desk, files: Mapping[str, str]) -> Desk:
    """The desk with these texts in the place of its knowledge files, read as a build would read them."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "knowledge"
        copied = desk.folder / "knowledge"
        if copied.is_dir():
            shutil.copytree(copied, folder)
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
        knowledge = load_knowledge(Path(place), desk.settings)
    return replace(desk, knowledge=knowledge, review=review(desk.articles, knowledge, load_languages()))
