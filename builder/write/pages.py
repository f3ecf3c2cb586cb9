"""Pages → ``content/``: only what changed is written, all of it or nothing.

A page that a person edited, or a hand-written page that stands where a generated one would go, is
never overwritten. A generated page that is no longer made is removed when it is untouched, and told when it is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.errors import OutputError, Problem
from builder.models import Page
from builder.stamp import is_stamped, is_untouched, stamped
from builder.write.journal import Content, replace_all
from builder.write.refusal import orphaned, refusal


@dataclass(frozen=True, slots=True)
class Written:
    """What a run did to ``content/``: paths, and the pages it refused to touch."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    refused: tuple[Problem, ...]


def write_pages(pages: Iterable[Page], content: Path, remove_stale: bool = True, held: Collection[str] = ()) -> Written:
    """Bring ``content/`` to the state of the pages. Raises OutputError when the disk refuses.

    Pages whose path is in ``held`` are written only where there is none yet.
    """
    wanted = _wanted(pages)
    written = _compare(wanted, content, remove_stale, held)
    texts: dict[str, Content] = {path: wanted[path] for path in (*written.added, *written.changed)}
    replace_all(content, texts | dict.fromkeys(written.removed))
    return written


def compare_pages(
    pages: Iterable[Page], content: Path, remove_stale: bool = True, held: Collection[str] = ()
) -> Written:
    """What ``write_pages`` would do; nothing is written."""
    return _compare(_wanted(pages), content, remove_stale, held)


def _wanted(pages: Iterable[Page]) -> dict[str, str]:
    return {page.path: stamped(page.text) if page.path.endswith(".md") else page.text for page in pages}


def _compare(wanted: Mapping[str, str], content: Path, remove_stale: bool, held: Collection[str]) -> Written:
    current = {path: _current(content / path) for path in wanted}
    there = {path: text for path, text in current.items() if text is not None}
    refused = [path for path, text in there.items() if _is_hand_made(path, text, wanted[path])]
    stale = _stale(content, wanted) if remove_stale else {}
    return Written(
        added=tuple(path for path in wanted if path not in there),
        changed=tuple(
            path for path, text in there.items() if text != wanted[path] and path not in refused and path not in held
        ),
        removed=tuple(path for path, text in stale.items() if is_untouched(text)),
        refused=(
            *(refusal(path, there[path], wanted[path]) for path in refused),
            *(orphaned(path) for path, text in stale.items() if not is_untouched(text)),
        ),
    )


def _current(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(f"content/: {path.name} cannot be read: {error.strerror}") from error


def _is_hand_made(path: str, current: str, wanted: str) -> bool:
    return path.endswith(".md") and current != wanted and not is_untouched(current)


def _stale(content: Path, wanted: Collection[str]) -> dict[str, str]:
    """Generated pages that are no longer made, edited since or not."""
    paths = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*.md"))}
    texts = {name: _current(path) or "" for name, path in paths.items() if name not in wanted}
    return {name: text for name, text in texts.items() if is_stamped(text)}


def pages_naming(content: Path, articles: Collection[str]) -> frozenset[str]:
    """The paths of the pages that lead to the page of one of these articles."""
    names = [f"{article}.md" for article in articles]
    texts = {path.relative_to(content).as_posix(): _current(path) or "" for path in content.rglob("*.md")}
    return frozenset(path for path, text in texts.items() if any(name in text for name in names))
