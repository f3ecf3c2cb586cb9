"""YAML text and something to add to it → the same text with that inserted, and every other byte as it was.

A YAML library that reads a file and writes it again moves line breaks, quotes and spaces of lines that nobody touched
(ruamel.yaml's round trip changed 62 of 380 lines of a file of ours at its best settings). So the text is only read
for the places of things, and what is new is inserted there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

_LONGEST_LINE = 120
_PLAIN = re.compile(r"[^\W\d_][\w .’()/-]*")
_STEP = 2
_LAST_OF_BASIC_PLANE = 0xFFFF
# libyaml where the wheel has it: the same places, ten times as fast.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def scalar(text: str) -> str:
    """A text as YAML writes it inside a list: plain where that reads back as the same text, else quoted.

    >>> scalar("سمير الصوفي"), scalar("no"), scalar("a, b: c")
    ('سمير الصوفي', '"no"', '"a, b: c"')
    """
    if _PLAIN.fullmatch(text) and text == text.strip() and yaml.safe_load(text) == text:
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else _escaped(char) for char in quoted) + '"'


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= _LAST_OF_BASIC_PLANE else f"\\U{code:08x}"


def has_entry(text: str, entry: str) -> bool:
    """Tell whether an entry stands in a file."""
    return _child(_root(text), entry) is not None


def has_key(text: str, entry: str, key: str) -> bool:
    """Tell whether an entry has a key."""
    return _child(_child(_root(text), entry), key) is not None


def add_to_list(text: str, entry: str, key: str, values: Sequence[str], after: Sequence[str]) -> str:
    """Add texts to the list ``key`` of an entry; a list that is not there yet goes after the keys ``after``."""
    for value in values:
        found = _child(_child(_root(text), entry), key)
        text = (
            _into_list(text, found, scalar(value)) if found else _new_key(text, entry, key, f"[{scalar(value)}]", after)
        )
    return text


def add_name(text: str, entry: str, language: str, name: str) -> str:
    """Add the name of an entry in a language that it has none in."""
    names = _child(_child(_root(text), entry), "names")
    if not isinstance(names, yaml.MappingNode) or not names.value:
        return _new_key(text, entry, "names", f"{{{language}: {scalar(name)}}}", ())
    last = names.value[-1][1]
    place = _end(last)
    if names.flow_style:
        return _insert(text, place, f", {language}: {scalar(name)}")
    column = names.value[0][0].start_mark.column
    return _insert(text, _end_of_line(text, place), f"{_newline(text)}{' ' * column}{language}: {scalar(name)}")


def add_item(text: str, item: str, comment: str) -> str:
    """Add a text to a file that is one list, with a comment behind it."""
    root = _root(text)
    line = f"- {scalar(item)}  # {comment}"
    if isinstance(root, yaml.SequenceNode) and root.flow_style:
        return _into_list(text, root, scalar(item))
    return f"{_with_line_end(text)}{line}{_newline(text)}"


def add_entry(text: str, lines: Sequence[str]) -> str:
    """Add an entry at the end of a file, after an empty line."""
    newline = _newline(text)
    gap = newline if text.strip() else ""
    return _with_line_end(text) + gap + newline.join(lines) + newline


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else text + _newline(text)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _root(text: str) -> yaml.Node | None:
    return yaml.compose(text, Loader=_LOADER)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _insert(text: str, place: int, new: str) -> str:
    return text[:place] + new + text[place:]


def _end(node: yaml.Node) -> int:
    """Where a node's own text ends; a block ends with what stands last in it, not with what follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    end = int(node.end_mark.index)
    return end - 1 if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") else end


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _into_list(text: str, node: yaml.Node, item: str) -> str:
    if isinstance(node, yaml.SequenceNode):
        if not node.value:
            return _insert(text, int(node.end_mark.index) - 1, item)
        place = _end(node.value[-1])
        if node.flow_style:
            return _insert(text, place, _comma(text, place, item, node))
        column = node.start_mark.column
        return _insert(text, _end_of_line(text, place), f"{_newline(text)}{' ' * column}- {item}")
    if not node.value:
        return _insert(text, int(node.end_mark.index), f" [{item}]")
    return _insert(_insert(text, _end(node), f", {item}]"), int(node.start_mark.index), "[")


def _comma(text: str, place: int, item: str, node: yaml.Node) -> str:
    """A comma and the item, on a line of its own when the line would be too long."""
    line = text.rfind("\n", 0, place) + 1
    if _end_of_line(text, place) - line + len(item) + 2 <= _LONGEST_LINE or node.start_mark.column == 0:
        return f", {item}"
    start = text.rfind("\n", 0, int(node.start_mark.index)) + 1
    indent = len(text[start:]) - len(text[start:].lstrip(" "))
    return f",{_newline(text)}{' ' * (indent + _STEP)}{item}"


def _new_key(text: str, entry: str, key: str, value: str, after: Sequence[str]) -> str:
    node = _child(_root(text), entry)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise ValueError(f"{entry} has no keys to add {key} to")
    before = [found for name in after if (found := _child(node, name)) is not None]
    place = _end(before[-1] if before else node.value[-1][1])
    if node.flow_style:
        return _insert(text, place, f", {key}: {value}")
    column = node.value[0][0].start_mark.column
    return _insert(text, _end_of_line(text, place), f"{_newline(text)}{' ' * column}{key}: {value}")
