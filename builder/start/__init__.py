"""A title → the files of an empty dossier: it builds at once, and each file says in comments what belongs into it.

The theme and the settings of the site are those that stand beside the builder, with the new title and menu: a dossier
is a folder that can be moved, and its site is built with what lies in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from builder.errors import OutputError

_FILES = Path(__file__).with_name("files")
_BESIDE = Path(__file__).parents[2]
_THEME, _SITE, _OFFLINE = "site_overrides", "mkdocs.yml", "mkdocs-offline.yml"
_NAMED = re.compile(r"^site_name: .*\n(?:site_description: .*\n)?", re.MULTILINE)
_TOPICS = re.compile(r"^( +)- Topics:\n(?:\1 +- .*\n)+", re.MULTILINE)
_TITLE = "TITLE"


def empty_dossier(title: str, beside: Path = _BESIDE) -> Mapping[str, str | bytes]:
    """Every file by its path in the new folder. Raises OutputError when the theme does not lie beside the builder."""
    files: dict[str, str | bytes] = {
        path.relative_to(_FILES).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(_FILES.rglob("*"))
        if path.is_file()
    }
    files["dossier.yml"] = str(files["dossier.yml"]).replace(_TITLE, _scalar(title))
    files |= dict(_theme(beside))
    files[_SITE] = _site((beside / _SITE).read_text(encoding="utf-8"), title, _topics(str(files["dossier.yml"])))
    files[_OFFLINE] = (beside / _OFFLINE).read_text(encoding="utf-8")
    return files


def _theme(beside: Path) -> Iterator[tuple[str, bytes]]:
    missing = [name for name in (_THEME, _SITE, _OFFLINE) if not (beside / name).exists()]
    if missing:
        raise OutputError(f"{missing[0]} does not lie beside the builder; run new from a checkout of the project")
    for path in sorted((beside / _THEME).rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(beside).as_posix(), path.read_bytes()


def _topics(settings: str) -> Mapping[str, str]:
    """The topics of the new dossier, each with its title."""
    return {name: topic["title"] for name, topic in yaml.safe_load(settings)["topics"].items()}


def _site(settings: str, title: str, topics: Mapping[str, str]) -> str:
    """The settings of the site with another title and another menu; every other line stays.

    >>> old = "site_name: Old\\nnav:\\n  - Topics:\\n      - A: topics/a.md\\n  - B: b.md\\n"
    >>> print(_site(old, "New", {"c": "C"}), end="")
    site_name: New
    nav:
      - Topics:
          - C: topics/c.md
      - B: b.md
    """
    named = _NAMED.sub(lambda _: f"site_name: {_scalar(title)}\n", settings, count=1)
    return _TOPICS.sub(lambda found: f"{found[1]}- Topics:\n" + _menu(found[1], topics), named, count=1)


def _menu(indent: str, topics: Mapping[str, str]) -> str:
    return "".join(f"{indent}    - {_scalar(title)}: topics/{name}.md\n" for name, title in topics.items())


def _scalar(words: str) -> str:
    """Words as YAML needs them, in quotes where they would be read as something else."""
    return yaml.safe_dump({words: None}, allow_unicode=True, width=10_000).strip().removesuffix(": null")
