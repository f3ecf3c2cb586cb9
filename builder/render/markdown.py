"""Text and structure become Markdown in which no word of a source can act as markup.

``Markdown`` marks what is finished; every function that takes a plain ``str`` escapes it. Each
character that Markdown, HTML, attribute lists or a template language could read is written as a
character reference, so a parser hands it back as the character it was.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeGuard
from urllib.parse import quote

import yaml

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&|~^#$\"]")
_LEADING = re.compile(r"^(?:[-+=:>%!]|\d+[.)])")
_FAST_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_ONE_LINE = 10**6
"""Wider than a seed may be long, so that no value is broken into lines."""
_PLAIN = re.compile(r"(?=.{6})[^\W\d_\U00010000-\U0010ffff](?:[ .,'’()«»/+-]{0,2}[^\W_\U00010000-\U0010ffff])*[.…»)]?")
"""Values that YAML leaves as they are. A shorter one may be a truth value; the library writes an emoji as an escape."""
_ADDRESS_CHARACTERS = ":/?#@!$&,;=%+~-._"


class Markdown(str):
    """Finished Markdown, not to be escaped again."""

    __slots__ = ()

    def __add__(self, other: str) -> Markdown:
        return Markdown(str(self) + str(text(other)))


def text(content: str) -> Markdown:
    """Plain text as inline Markdown: what the reader sees is exactly these words.

    >>> text("1. *a* [b](javascript:c) {: onclick=d }")
    '1&#46; &#42;a&#42; &#91;b&#93;(javascript:c) &#123;: onclick=d &#125;'
    """
    return content if isinstance(content, Markdown) else _escaped(content)


@lru_cache(maxsize=4096)
def _escaped(content: str) -> Markdown:
    """The same for what is no Markdown yet; remembered, since a name or quote stands on many pages."""
    folded = " ".join(content.split())
    escaped = _ACTIVE.sub(lambda found: _reference(found.group()), folded)
    return Markdown(_LEADING.sub(lambda found: found.group()[:-1] + _reference(found.group()[-1]), escaped))


def inline(content: str) -> Markdown:
    """A stretch of a longer text: escaped, with a space kept at either end where one stood.

    >>> inline(" and ")
    ' and '
    """
    if not content.strip():
        return Markdown(" " if content else "")
    before = " " if content[0].isspace() else ""
    after = " " if content[-1].isspace() else ""
    return Markdown(f"{before}{text(content)}{after}")


def _reference(char: str) -> str:
    return f"&#{ord(char)};"


def plain(content: str) -> str:
    """Text for places that print it as HTML without escaping, such as a page's title in the theme."""
    return html.escape(" ".join(content.split()), quote=True)


def join(separator: str, parts: Iterable[str]) -> Markdown:
    """Inline pieces, each escaped when it is plain, with a fixed separator between them."""
    return Markdown(separator.join([text(part) for part in parts if part]))


@lru_cache(maxsize=4096)
def attributes(**values: str) -> str:
    """HTML attributes, escaped; empty ones are left out. ``class_`` is class, ``data_label`` data-label."""
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value)}"' for name, value in values.items() if value
    )


def element(tag: str, content: str, **values: str) -> Markdown:
    """An inline HTML element around inline content."""
    return Markdown(f"<{tag}{attributes(**values)}>{text(content)}</{tag}>")


def bold(content: str) -> Markdown:
    """Strong inline content."""
    return Markdown(f"**{text(content)}**")


def link(content: str, target: str, here: str, anchor: str = "", **values: str) -> Markdown:
    """A link from page ``here`` to page ``target`` (both paths in ``content/``), perhaps to an anchor in it."""
    path = "" if target == here else _way(target, here)
    marks = attributes(**values)
    return Markdown(f"[{text(content)}]({path}{'#' + anchor if anchor else ''})" + (f"{{:{marks} }}" if marks else ""))


def _way(target: str, here: str) -> str:
    """The way from one page to another: inside a folder the name alone, otherwise from the root.

    >>> _way("people/a.md", "people/b.md"), _way("people/a.md", "topics/b.md"), _way("people/a.md", "index.md")
    ('a.md', '../people/a.md', 'people/a.md')
    """
    folder = here[: here.rfind("/") + 1]
    return target.removeprefix(folder) if target.startswith(folder) else "../" * here.count("/") + target


def outward(content: str, address: str) -> Markdown:
    """A link to a page on the web; without an http address only the content.

    >>> outward("a", "javascript:b")
    'a'
    """
    if not address.startswith(("https://", "http://")):
        return text(content)
    return Markdown(f"[{text(content)}]({quote(address, safe=_ADDRESS_CHARACTERS)})")


def heading(level: int, content: str, anchor: str, **values: str) -> Markdown:
    """A heading with its own anchor."""
    return Markdown(f"{'#' * level} {text(content)} {{: #{anchor}{attributes(**values)} }}")


def paragraph(content: str, **values: str) -> Markdown:
    """A paragraph; attributes go to its element. Without content there is no paragraph."""
    if not text(content):
        return Markdown("")
    marks = attributes(**values)
    return Markdown(f"{text(content)}" + (f"\n{{:{marks} }}" if marks else ""))


def bullets(items: Iterable[str]) -> Markdown:
    """A list of inline items."""
    return Markdown("\n".join(f"- {text(item)}" for item in items))


def definitions(pairs: Iterable[tuple[str, Sequence[str] | str]]) -> Markdown:
    """A definition list; a term whose definitions are empty is left out."""
    blocks = []
    for term, given in pairs:
        found = [given] if isinstance(given, str) else list(given)
        found = [definition for definition in found if definition]
        if found:
            blocks.append("\n".join([text(term), *(f":   {text(definition)}" for definition in found)]))
    return Markdown("\n\n".join(blocks))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table that is sorted by something other than its words, such as a date by its days."""

    content: str
    key: str


def table(head: Sequence[str], rows: Iterable[Sequence[str | Cell]]) -> Markdown:
    """A table of inline cells; each carries its column's name for screens too narrow for a table."""
    lines = [_row(head), _row([Markdown("---")] * len(head))]
    lines += [_row([_cell(cell, title) for cell, title in zip(row, head, strict=True)]) for row in rows]
    return Markdown("\n".join(lines))


def _cell(cell: str | Cell, title: str) -> Markdown:
    """A cell with its attributes; they would be shown as words if nothing stood before them."""
    content, key = (cell.content, cell.key) if isinstance(cell, Cell) else (cell, "")
    if not text(content):
        return Markdown("")
    return join(" ", [content, Markdown(f"{{:{attributes(data_label=title, data_sort=key)} }}")])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(text(cell) for cell in cells) + " |"


def preformatted(content: str, **values: str) -> Markdown:
    """A block whose lines stay as they are, for text to copy; it ends where it ends, whatever its words are."""
    lines = (_ACTIVE.sub(lambda found: _reference(found.group()), line) for line in content.splitlines())
    return Markdown(f'<pre{attributes(**values)} markdown="0">{"&#10;".join(lines)}</pre>')


def block(tag: str, content: Iterable[str], summary: str = "", **values: str) -> Markdown:
    """A block element whose content is Markdown again; ``summary`` is for ``details``."""
    opening = f'<{tag}{attributes(**values)} markdown="1">'
    head = f"\n<summary>{text(summary)}</summary>" if summary else ""
    return Markdown(f"{opening}{head}\n\n{blocks(content)}\n\n</{tag}>")


def blocks(parts: Iterable[str]) -> Markdown:
    """Block pieces with an empty line between them; empty ones are left out."""
    return Markdown("\n\n".join([part.strip("\n") for part in parts if part]))


def page(front: dict[str, object], parts: Iterable[str]) -> str:
    """A whole page: front matter, each value written by the YAML library, then the blocks."""
    return f"---\n{_matter(front)}\n---\n\n{blocks(parts)}\n"


def _matter(value: Mapping[str, object] | Sequence[object], margin: str = "") -> str:
    """A mapping or list as the YAML library writes it, its lines behind a margin, but for the first one.

    The library would take each value through Python several times; so it is only asked for single values, and for
    those that come again only once.

    >>> print(_matter({"title": "a: b", "people": ["jane", "no"], "none": []}))
    title: 'a: b'
    people:
    - jane
    - 'no'
    none: []
    """
    inner = f"{margin}  "
    if isinstance(value, Mapping):
        lines = [f"{_scalar(str, key)}:{_under(one, margin, inner)}" for key, one in value.items()]
    else:
        lines = [f"- {_matter(one, inner) if _is_nested(one) else _scalar(type(one), one)}" for one in value]
    return f"\n{margin}".join(lines)


def _under(value: object, margin: str, inner: str) -> str:
    """What stands after a key: a list is no further in than its key."""
    if not _is_nested(value):
        return f" {_scalar(type(value), value)}"
    below = inner if isinstance(value, Mapping) else margin
    return f"\n{below}{_matter(value, below)}"


def _is_nested(value: object) -> TypeGuard[Mapping[str, object] | Sequence[object]]:
    return bool(value) and isinstance(value, (dict, list))


def _scalar(kind: type, value: object) -> str:
    """One value on one line; an empty list or mapping as well."""
    return _remembered(kind, value) if not isinstance(value, (dict, list)) else "{}" if kind is dict else "[]"


@lru_cache(maxsize=16384)
def _remembered(kind: type, value: object) -> str:
    """The same, by its kind too, since ``1 == True``: by libyaml, unless it would write an emoji as an escape.

    Of plain words the library need not be asked.
    """
    if kind is str and _PLAIN.fullmatch(str(value)):
        return str(value)
    options: dict[str, Any] = {"allow_unicode": True, "width": _ONE_LINE}
    written = str(yaml.dump([value], Dumper=_FAST_DUMPER, **options))
    if "\\U" in written:
        written = str(yaml.safe_dump([value], **options))
    if "\n" in written[:-1]:
        written = str(yaml.dump([value], Dumper=_FAST_DUMPER, default_style='"', **options))
    return written[len("- ") : -1]
