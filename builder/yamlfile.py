"""Read a YAML file that a person wrote, typed and with the line of everything.

Scalars stay the words that were written (``NO`` is Norway, ``2020-10-02`` is text); the reader asks
for the type it needs. Wrong types, unknown keys, duplicate keys and aliases are problems that
name file, line and key. Problems are collected, so that the editor sees all of them at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from builder.dates import DateInterval, parse_edtf
from builder.errors import InputErrors, Problem

LARGEST_FILE = 5_000_000
DEEPEST = 50
_WORTH_REMEMBERING = 2_000
"""Characters from which on a file is remembered; sidecars, of which there may be thousands, have less."""
_MOST_SHOWN = 20
# libyaml where the wheel has it, which is ten times as fast; both report the same lines.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Problems:
    """A list that the readers of one run add to; ``raise_any`` ends the run when it is not empty."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, file: str, line: int, key: str, what: str, remedy: str = "") -> None:
        """Note one problem."""
        self.found.append(Problem(file, line, key, what, remedy))

    def raise_any(self) -> None:
        """Raise InputErrors when there is any problem."""
        if self.found:
            raise InputErrors(self.found)


class Value:
    """One node of a YAML file with its place; an absent one is falsy and answers with defaults."""

    def __init__(self, node: yaml.Node | None, file: str, key: str, problems: Problems) -> None:
        self._node = node
        self._problems = problems
        self.file = file
        self.key = key

    def __bool__(self) -> bool:
        return self._node is not None and not (
            isinstance(self._node, yaml.ScalarNode)
            and self._node.style in (None, "")  # libyaml says of a plain scalar "", PyYAML None
            and self._node.value in ("", "~", "null")
        )

    @property
    def line(self) -> int:
        """The 1-based line where it stands, 0 when it is absent."""
        return self._node.start_mark.line + 1 if self._node is not None else 0

    def problem(self, what: str, remedy: str = "") -> None:
        """Note a problem at this place."""
        self._problems.add(self.file, self.line, self.key, what, remedy)

    def text(self, default: str = "") -> str:
        """The scalar as text with its white space folded."""
        if not self:
            return default
        if isinstance(self._node, yaml.ScalarNode):
            return " ".join(self._node.value.split())
        self.problem(f"expected text, found {_kind(self._node)}")
        return default

    def required_text(self) -> str:
        """Text that must be there."""
        if not self:
            self.problem("is missing or empty", "write its text")
        return self.text()

    def choice(self, allowed: Iterable[str], default: str) -> str:
        """One of a closed list."""
        value, options = self.text(default), sorted(allowed)
        if value in options:
            return value
        among = (
            f"one of {', '.join(options)}" if len(options) <= _MOST_SHOWN else f"one of the {len(options)} there are"
        )
        self.problem(f"{value!r} is not {among}{_nearest(value, options)}")
        return default

    def number(self, default: float) -> float:
        """A number."""
        if not self:
            return default
        try:
            return float(self.text())
        except ValueError:
            self.problem(f"expected a number, found {self.text()!r}")
            return default

    def edtf(self) -> DateInterval | None:
        """An EDTF date, or None when absent."""
        if not self:
            return None
        try:
            return parse_edtf(self.text())
        except ValueError as error:
            self.problem(str(error))
            return None

    def items(self) -> Iterator[Value]:
        """The items of a list; a single text stands for a list of one."""
        if not self:
            return
        if isinstance(self._node, yaml.SequenceNode):
            for number, node in enumerate(self._node.value):
                yield Value(node, self.file, f"{self.key}[{number}]", self._problems)
        elif isinstance(self._node, yaml.ScalarNode):
            yield self
        else:
            self.problem(f"expected a list, found {_kind(self._node)}")

    def texts(self) -> tuple[str, ...]:
        """The items of a list, each as text."""
        return tuple(item.text() for item in self.items() if item)

    def fields(self) -> Iterator[tuple[str, Value]]:
        """The keys and values of a mapping, in the order of the file."""
        if not self:
            return
        if not isinstance(self._node, yaml.MappingNode):
            self.problem(f"expected keys with values, found {_kind(self._node)}")
            return
        seen: set[str] = set()
        for key_node, value_node in self._node.value:
            name = str(key_node.value)
            value = Value(value_node, self.file, f"{self.key}.{name}".lstrip("."), self._problems)
            if name in seen:
                value.problem("this key stands twice", "keep one of them")
            seen.add(name)
            yield name, value

    def record(self, known: Iterable[str]) -> dict[str, Value]:
        """A mapping with a closed list of keys; every known key is there, absent ones falsy."""
        names = list(known)
        found = {name: Value(None, self.file, f"{self.key}.{name}".lstrip("."), self._problems) for name in names}
        for name, value in self.fields():
            if name in found:
                found[name] = value
            else:
                value.problem(f"unknown key {name!r}{_nearest(name, names)}", f"known keys: {', '.join(names)}")
        return found

    def mapping(self, read: Callable[[Value], str] | None = None) -> dict[str, str]:
        """A mapping of free keys to texts."""
        return {name: (read or Value.text)(value) for name, value in self.fields() if value}


def read_yaml(path: Path, file: str, problems: Problems) -> Value:
    """Open ``path`` (called ``file`` in messages) as a Value; what is wrong goes to ``problems``."""
    absent = Value(None, file, "", problems)
    try:
        if path.stat().st_size > LARGEST_FILE:
            problems.add(file, 0, "", f"is larger than {LARGEST_FILE:,} bytes", "split the file")
            return absent
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.add(file, 0, "", "is missing", "create it, or give another folder on the command line")
        return absent
    except OSError as error:
        problems.add(file, 0, "", f"cannot be read: {error.strerror}", "check that it is a file you may read")
        return absent
    except UnicodeDecodeError:
        problems.add(file, 0, "", "is not UTF-8 text", "save it as UTF-8")
        return absent
    try:
        node = (_composed if len(text) < _WORTH_REMEMBERING else _remembered)(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        problems.add(
            file, mark.line + 1 if mark else 0, "", f"is not valid YAML: {what}",
            'look at indentation and colons; put text that holds ": " between quotes',
        )  # fmt: skip
        return absent
    return Value(node, file, "", problems)


def _composed(text: str) -> yaml.Node | None:
    _refuse_bombs(text)
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return node


# Of the same words the same nodes, which nobody changes: a preview reads the large files again and again.
_remembered = lru_cache(maxsize=12)(_composed)


def _refuse_bombs(text: str) -> None:
    """A few aliases of aliases make gigabytes, and a deep nest ends the process; nobody needs them here."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(f"aliases (*name) are not allowed, and one stands in line {line}")
        if depth > DEEPEST:
            raise yaml.YAMLError(f"lists and keys are nested deeper than {DEEPEST} levels in line {line}")


def _kind(node: yaml.Node | None) -> str:
    names = {"ScalarNode": "text", "SequenceNode": "a list", "MappingNode": "keys with values"}
    return names.get(type(node).__name__, "nothing")


def _nearest(word: str, options: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(options), n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""
