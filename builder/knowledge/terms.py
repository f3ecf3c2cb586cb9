"""``terms.yml``, ours and the dossier's, become the words of one meaning in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.languages import load_languages
from builder.yamlfile import Problems, Value, read_yaml

_TERMS = Path(__file__).with_name("terms.yml")


def read_terms(file: Value, problems: Problems) -> Mapping[str, tuple[str, ...]]:
    """Each meaning with its words in all languages; what the dossier writes under a key of ours replaces ours."""
    shipped = read_yaml(_TERMS, "builder/knowledge/terms.yml", problems)
    return {name: _words(value) for part in (shipped, file) for name, value in part.fields()}


def _words(value: Value) -> tuple[str, ...]:
    found = value.record(sorted(load_languages()))
    words = tuple(dict.fromkeys(word for written in found.values() for word in written.texts()))
    if len(words) < 2:
        value.problem("needs words in two languages or more", "write {en: [energy], fr: [énergie]}")
    return words
