"""Composes the stages for ``explain``: one article is found by how it is called, read, and told line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from builder.clean import clean
from builder.config import load_settings
from builder.explain import explain as explain_article
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.read import article_id, list_seeds, read_seed


@dataclass(frozen=True, slots=True)
class Explained:
    """What was read of one article, as lines; without them, the ids that may be meant instead."""

    lines: tuple[str, ...]
    near: tuple[str, ...] = ()


def explain(folder: Path, name: str) -> Explained:
    """Say line by line what was read of one article: of an id, a file name, or a part of one that no other has.

    Raises SeedError when the article cannot be read, InputErrors as ``build`` does.
    """
    seeds, _ = list_seeds(folder)
    found = _named(seeds, name)
    if len(found) != 1:
        return Explained((), tuple(article_id(path) for path in found) or _near(seeds, name))
    settings = load_settings(folder)
    languages = load_languages()
    knowledge = load_knowledge(folder, settings)
    cleaned = clean(read_seed(found[0], folder, limits=settings.limits), languages, knowledge.outlets, knowledge.places)
    return Explained(explain_article(extract(cleaned, prepare(knowledge, settings, languages))))


def _named(seeds: Sequence[Path], name: str) -> tuple[Path, ...]:
    """The seed of that very name, else those whose name begins so, else those that have it anywhere."""
    wanted = name.rpartition("/")[2]
    exact = tuple(path for path in seeds if wanted in (article_id(path), path.name, path.stem))
    within = tuple(path for path in seeds if wanted and (wanted in path.name or wanted in article_id(path)))
    begun = tuple(path for path in within if path.name.startswith(wanted) or article_id(path).startswith(wanted))
    return exact or begun or within


def _near(seeds: Sequence[Path], name: str) -> tuple[str, ...]:
    return tuple(get_close_matches(name, [article_id(path) for path in seeds], n=5, cutoff=0.4))
