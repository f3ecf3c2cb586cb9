"""Read ``dossier.yml`` into DossierSettings; everything wrong in it is reported together.

title, scope, languages, places, publication, limits, topics
"""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

from builder.languages import load_languages
from builder.models.settings import (
    LAYOUTS,
    NOTES,
    POLICIES,
    DossierSettings,
    EditorNote,
    Limits,
    PlaceScope,
    Publication,
    Topic,
)
from builder.yamlfile import Problems, Value, read_yaml

FILE = "dossier.yml"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_GROUP = re.compile(r"[1-9](?:\.\d+)?|0\.\d*[1-9]")


def load_settings(dossier: Path) -> DossierSettings:
    """Read ``dossier.yml`` of a dossier folder. Raises InputErrors naming file, line and key."""
    problems = Problems()
    root = read_yaml(dossier / FILE, FILE, problems)
    problems.raise_any()
    settings = _settings(root)
    problems.raise_any()
    return settings


def _settings(root: Value) -> DossierSettings:
    found = root.record(["title", "scope", "languages", "places", "publication", "limits", "topics"])
    return DossierSettings(
        title=found["title"].required_text(),
        scope=found["scope"].text(),
        languages=_languages(found["languages"]),
        topics=tuple(_topic(name, value) for name, value in found["topics"].fields()),
        publication=_publication(found["publication"]),
        places=_places(found["places"]),
        limits=_limits(found["limits"]),
    )


def _languages(value: Value) -> tuple[str, ...]:
    """The languages of the dossier; all that the tool reads when none is named."""
    known = sorted(load_languages())
    return tuple(item.choice(known, "") for item in value.items()) or tuple(known)


def _publication(value: Value) -> Publication:
    found = value.record(["default", "outlets"])
    default = found["default"].choice(POLICIES, "full") if found["default"] else "full"
    return Publication(default, {name: item.choice(POLICIES, "full") for name, item in found["outlets"].fields()})


def _places(value: Value) -> PlaceScope:
    found = value.record(["countries", "population", "elsewhere"])
    for item in found["countries"].items():
        if not _COUNTRY.fullmatch(item.text()):
            item.problem(f"{item.text()!r} is no country code", "write the two capital letters of ISO 3166, such as MA")
    default = PlaceScope()
    return PlaceScope(
        countries=found["countries"].texts(),
        population=_inhabitants(found["population"], default.population),
        elsewhere=_inhabitants(found["elsewhere"], default.elsewhere),
    )


def _limits(value: Value) -> Limits:
    defaults = asdict(Limits())
    found = value.record(defaults)
    return Limits(**{name: _limit(found[name], default) for name, default in defaults.items()})


def _limit(value: Value, default: int) -> int:
    number = value.number(default)
    if not 0 < number < float("inf") or number != int(number):
        value.problem(f"expected a whole number above zero, found {value.text()!r}", f"write {default} or leave it out")
        return default
    return int(number)


def _inhabitants(value: Value, default: int) -> int:
    number = value.number(default)
    if not 0 <= number < float("inf") or number != int(number):
        value.problem(f"expected a number of inhabitants, found {value.text()!r}", "write a whole number, 15000 say")
        return default
    return int(number)


def _topic(name: str, value: Value) -> Topic:
    if not _SLUG.fullmatch(name):
        value.problem(f"{name!r} cannot be part of an address", "use small letters, digits and hyphens")
    found = value.record(["title", "scope", "layout", "words", *NOTES])
    return Topic(
        id=name,
        title=found["title"].required_text(),
        scope=found["scope"].text(),
        layout=found["layout"].choice(LAYOUTS, "briefing") if found["layout"] else "briefing",
        words=_words(found["words"]),
        notes={section: notes for section in NOTES if (notes := _notes(found[section]))},
    )


def _notes(value: Value) -> tuple[EditorNote, ...]:
    return tuple(EditorNote(item.text(), FILE, item.line) for item in value.items() if item)


def _words(value: Value) -> dict[str, dict[str, float]]:
    found = value.record(sorted(load_languages()))
    return {language: _weights(words) for language, words in found.items() if words}


def _weights(value: Value) -> dict[str, float]:
    """Words and their weight: ``word: 3`` one by one, or ``3: [word, word]`` all at once."""
    weights: dict[str, float] = {}
    for name, item in value.fields():
        if _GROUP.fullmatch(name):
            weights.update(dict.fromkeys(item.texts(), float(name)))
        else:
            weights[name] = _weight(name, item)
    return weights


def _weight(word: str, value: Value) -> float:
    weight = value.number(1.0)
    if weight <= 0:
        value.problem(f"the weight of {word!r} is not above zero", "leave the word out, or write 0.5, 1, 2 or 3")
    return weight
