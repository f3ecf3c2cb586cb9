"""The data export against its schema and against the seeds: hashes, paragraphs, and every quote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from builder.models import Finding, RawArticle
from builder.text import normalise_line

Json = dict[str, Any]
WHERE = "content/data/dossier.json"
SCHEMA = 1
_MOST_SCHEMA_FAULTS = 20


def read_export(content: Path) -> tuple[Json | None, tuple[Finding, ...]]:
    """The export, or None with the reason; faults against its schema are findings."""
    try:
        export = json.loads((content / "data/dossier.json").read_text(encoding="utf-8"))
        schema = json.loads((content / "data/dossier.schema.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        name = Path(error.filename).name
        return None, (_problem(f"{name} is missing; run: python -m builder build"),)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        return None, (_problem(f"cannot be read ({error}); run: python -m builder build"),)
    faults = sorted(Draft202012Validator(schema).iter_errors(export), key=lambda fault: fault.json_path)
    findings = tuple(_problem(f"{fault.json_path}: {fault.message[:200]}") for fault in faults[:_MOST_SCHEMA_FAULTS])
    return (None if findings else export), findings


def published(content: Path) -> Json | None:
    """What was published last, for comparison only: None when there is none that this version understands."""
    try:
        export = json.loads((content / "data/dossier.json").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError):
        return None
    return export if isinstance(export, dict) and export.get("schema") == SCHEMA else None


def _problem(text: str) -> Finding:
    return Finding("problem", WHERE, text)


def check_export(export: Json, raw: Sequence[RawArticle]) -> Iterator[Finding]:
    """Yield a finding for each seed that changed, paragraph that is not in it, and quote that moved."""
    seeds = {article.id: article for article in raw}
    texts: dict[tuple[str, str], str] = {}
    for article in export["articles"]:
        seed = seeds.pop(article["id"], None)
        if seed is None:
            yield _problem(f"{article['id']}: its seed {article['source']} is gone; run: python -m builder build")
            continue
        if seed.sha256 != article["sha256"]:
            yield _problem(f"{article['id']}: {seed.source} changed since the build; run: python -m builder build")
            continue
        cut = {removal["line"] for removal in article["removed"]}
        for paragraph in article["paragraphs"]:
            derived = paragraph_text(seed, paragraph["lines"])
            text = paragraph["text"]
            if text is not None and not _stands(text, derived, cut.intersection(paragraph["lines"])):
                yield _problem(
                    f"{article['id']} {paragraph['id']}: its text is not in lines {paragraph['lines']} of the seed"
                )
            texts[article["id"], paragraph["id"]] = derived if text is None else text
    for article in export.get("superseded", ()):
        seed = seeds.pop(article["id"], None)
        if seed is None or seed.sha256 != article["sha256"]:
            yield _problem(
                f"{article['id']}: {article['source']} changed since the build; run: python -m builder build"
            )
    for article in seeds.values():
        yield _problem(f"{article.source} is not in it; run: python -m builder build")
    yield from _check_quotes(export, texts)


def _stands(text: str, derived: str, cut: set[int]) -> bool:
    """A paragraph is its lines, or a part of them when litter was cut off one of the lines."""
    return text in derived if cut else text == derived


def paragraph_text(seed: RawArticle, lines: Sequence[int]) -> str:
    """The normalised text of some lines of a seed, joined by spaces."""
    return " ".join(normalise_line(seed.lines[line - 1]) for line in lines if 0 < line <= len(seed.lines))


def _check_quotes(export: Json, texts: Mapping[tuple[str, str], str]) -> Iterator[Finding]:
    for path, evidence in _quotes(export, "$"):
        text = texts.get((evidence["article"], evidence["paragraph"]))
        if text is None:
            yield _problem(f"{path}: there is no paragraph {evidence['paragraph']} in {evidence['article']}")
        elif evidence["quote"] is not None and text[evidence["start"] : evidence["end"]] != evidence["quote"]:
            yield _problem(f"{path}: the words at {evidence['article']} {evidence['paragraph']} are not the quote")


def _quotes(node: Any, path: str, article: str = "") -> Iterator[tuple[str, Json]]:
    """Every span of the export: evidence, mentions and dates, as evidence with a quote."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _quotes(item, f"{path}[{number}]", article)
    elif isinstance(node, dict):
        if "paragraph" in node and "start" in node:
            yield path, {"article": article, "quote": node.get("text"), **node}
        owner = node["id"] if "paragraphs" in node else article
        for key, value in node.items():
            yield from _quotes(value, f"{path}.{key}", owner)
