"""``mkdocs.yml`` against ``dossier.yml``: the title and the topics stand in both, and must be the same.

MkDocs, ProperDocs and Zensical share no way to take a menu from elsewhere, so it is written by hand; a finding names
the line and what to write there. A dossier without ``mkdocs.yml`` of its own has nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from builder.models import DossierSettings, Finding

FILE = "mkdocs.yml"
_TOPICS = "topics/"


def check_menu(dossier: Path, settings: DossierSettings) -> Iterator[Finding]:
    """Yield a finding for a title or a topic that the menu lacks, calls otherwise, or has too much."""
    path = dossier / FILE
    if not path.is_file():
        return
    try:
        # Composed, not constructed: its tags are MkDocs' own.
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        yield _finding(None, f"cannot be read as YAML: {' '.join(str(error).split())}")
        return
    found = dict(_pairs(root))
    name = found.get("site_name")
    if not isinstance(name, ScalarNode) or name.value != settings.title:
        yield _finding(name, f"the title in dossier.yml is another one; write: site_name: {_quoted(settings.title)}")
    yield from _check_topics(found.get("nav"), settings)


def _check_topics(nav: Node | None, settings: DossierSettings) -> Iterator[Finding]:
    listed = {target.value: (label, target) for label, target in _entries(nav) if target.value.startswith(_TOPICS)}
    titles = {f"{_TOPICS}{topic.id}.md": topic.title for topic in settings.topics}
    for path, title in titles.items():
        line = f"- {_quoted(title)}: {path}"
        if path not in listed:
            yield _finding(nav, f"the topic of {path} is not in the menu; write under nav: {line}")
        elif listed[path][0] != title:
            yield _finding(listed[path][1], f"the topic's title in dossier.yml is another one; write: {line}")
    for path, (_, target) in listed.items():
        if path not in titles:
            yield _finding(target, f"dossier.yml has no topic for {path}; take the line out, or add the topic")


def _entries(node: Node | None) -> Iterator[tuple[str, ScalarNode]]:
    """Each page of the menu with what it is called there, however deep."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _entries(item)
    for label, value in _pairs(node):
        if isinstance(value, ScalarNode):
            yield label, value
        else:
            yield from _entries(value)


def _pairs(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, MappingNode):
        yield from ((key.value, value) for key, value in node.value if isinstance(key, ScalarNode))


def _quoted(words: str) -> str:
    """Words as YAML needs them: bare, or in quotes where they would be read as something else.

    >>> _quoted("Defense agreements"), _quoted("Gas: a dossier")
    ('Defense agreements', "'Gas: a dossier'")
    """
    return yaml.safe_dump({words: None}, allow_unicode=True, width=10_000).strip().removesuffix(": null")


def _finding(node: Node | None, what: str) -> Finding:
    where = f"{FILE}:{node.start_mark.line + 1}" if node else FILE
    return Finding("problem", where, what)
