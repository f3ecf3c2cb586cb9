"""The languages the tool reads: ``builder/languages/<code>/*.yml`` into LanguageRules.

Each file fills the record of the same name in ``builder/models/rules``; a key is a field there. A
language with a ``parent`` starts from the parent's lists and adds its own (Darija from Arabic).
A new language is a folder; no code names one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from builder.models.rules import AgreementWords, DateWords, LanguageRules, LitterRules, NameCues
from builder.yamlfile import Problems, Value, read_yaml

_FOLDER = Path(__file__).parent
_SECTIONS = {"litter": LitterRules, "dates": DateWords, "names": NameCues, "agreements": AgreementWords}
_MORE = {"names": "given"}
"""A section's second file, which a language may have: long lists that nobody reads through."""


@cache
def load_languages() -> Mapping[str, LanguageRules]:
    """Every language of the folder, by its BCP 47 code. Raises InputErrors when a file is wrong."""
    problems = Problems()
    codes = sorted(folder.name for folder in _FOLDER.iterdir() if (folder / "language.yml").is_file())
    loaded = {code: _load(code, problems) for code in codes}
    problems.raise_any()
    return loaded


def _load(code: str, problems: Problems) -> LanguageRules:
    about = _read(code, "language", problems).record(["name", "direction", "parent", "abbreviations"])
    lineage = [code]
    if about["parent"]:
        lineage.insert(0, about["parent"].text())
    abbreviations = [
        word
        for ancestor in lineage
        for word in _read(ancestor, "language", problems).record(about)["abbreviations"].texts()
    ]
    sections: dict[str, Any] = {
        section: _fill(record, [file for ancestor in lineage for file in _files(ancestor, section, problems)])
        for section, record in _SECTIONS.items()
    }
    return LanguageRules(
        code=code,
        base=lineage[0],
        direction=about["direction"].choice(["ltr", "rtl"], "ltr"),
        name=about["name"].required_text(),
        abbreviations=tuple(abbreviations),
        **sections,
    )


def _files(code: str, section: str, problems: Problems) -> Iterator[Value]:
    yield _read(code, section, problems)
    if section in _MORE and (_FOLDER / code / f"{_MORE[section]}.yml").exists():
        yield _read(code, _MORE[section], problems)


def _read(code: str, section: str, problems: Problems) -> Value:
    path = _FOLDER / code / f"{section}.yml"
    return read_yaml(path, f"builder/languages/{code}/{section}.yml", problems)


def _fill(record: type, files: list[Value]) -> Any:
    """Fill a record of lists and mappings from one file or several, the later ones added at the end."""
    hints = get_type_hints(record)
    values: dict[str, Any] = {}
    for file in files:
        for name, value in file.record([field.name for field in dataclasses.fields(record)]).items():
            if value:
                values[name] = _add(values.get(name), _typed(hints[name], value))
    return record(**values)


def _typed(hint: Any, value: Value) -> Any:
    """Read a value as the field's type says: a list, a mapping of lists, a mapping of texts, a text."""
    if hint == tuple[str, ...]:
        return value.texts()
    if hint == Mapping[str, tuple[str, ...]]:
        return {name: item.texts() for name, item in value.fields()}
    if hint == Mapping[str, str]:
        return value.mapping()
    return value.text()


def _add(inherited: Any, own: Any) -> Any:
    if isinstance(inherited, tuple):
        return inherited + own
    if isinstance(inherited, dict):
        merged = dict(inherited)
        for name, value in own.items():
            merged[name] = _add(merged.get(name), value) if isinstance(value, tuple) else value
        return merged
    return own
