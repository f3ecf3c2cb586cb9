"""A decision and the files of ``knowledge/`` → those files with the decision written in, nothing else changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from builder.models import Decision, Knowledge, LanguageRules, Organisation, Person, Place, Review, UnknownName
from builder.review.insertion import add_entry, add_item, add_name, add_to_list, has_entry, has_key, scalar
from builder.review.suggest import is_short
from builder.text import fold, is_arabic

PEOPLE, ORGANISATIONS, IGNORED = "people.yml", "organisations.yml", "ignored.yml"
FILES = (PEOPLE, ORGANISATIONS, IGNORED)
_ABOUT_IGNORED = "# Names in articles that are no person and no organisation. They are not shown as unknown."
_LONGEST_ID = 60
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def apply(
    decision: Decision,
    files: Mapping[str, str],
    review: Review,
    knowledge: Knowledge,
    languages: Mapping[str, LanguageRules],
) -> dict[str, str]:
    """The files that a decision changes, by name, with their new text; ``files`` has the text of those that exist.

    A byte order mark at the front of a file stays there.
    """
    marked = {name for name, text in files.items() if text.startswith(_MARK)}
    bare = {name: text.removeprefix(_MARK) for name, text in files.items()}
    changed = _applied(decision, bare, review, knowledge, languages)
    return {name: _MARK + text if name in marked else text for name, text in changed.items()}


def _applied(
    decision: Decision,
    files: Mapping[str, str],
    review: Review,
    knowledge: Knowledge,
    languages: Mapping[str, LanguageRules],
) -> dict[str, str]:
    unknown = next((one for one in review.unknown if one.name == decision.name), None)
    if decision.kind == "ignore":
        text = files.get(IGNORED) or f"{_ABOUT_IGNORED}\n"
        return {IGNORED: add_item(text, decision.name, _one_line(unknown.sources[0] if unknown else ""))}
    if decision.kind == "new" and unknown is not None:
        file = PEOPLE if unknown.kind == "person" else ORGANISATIONS
        return {file: add_entry(files.get(file, ""), _entry(decision, unknown, knowledge, languages))}
    file = PEOPLE if decision.target in knowledge.people else ORGANISATIONS
    entry = knowledge.find(decision.target)
    text = _adopted(files.get(file, ""), entry)
    if decision.kind == "not":
        return {file: _deny(text, decision.target, decision.name)}
    if unknown is not None and isinstance(entry, Person | Organisation):
        return {file: _add_spelling(text, entry, unknown, languages)}
    ambiguous = next(one for one in review.ambiguous if one.name == decision.name)
    for other in ambiguous.entities:
        if other != decision.target:
            text = _deny(_adopted(text, knowledge.find(other)), other, decision.name)
    return {file: text}


def _adopted(text: str, entry: Person | Organisation | Place | None) -> str:
    """The file with an organisation written out in it that only the builder knew, whose place it takes there."""
    if not isinstance(entry, Organisation) or has_entry(text, entry.id):
        return text
    named = ", ".join(f"{code}: {scalar(name)}" for code, name in entry.names.items())
    lists = (("aliases", entry.aliases), ("weak_aliases", entry.weak_aliases))
    url = f", url: {_quoted(entry.source.url)}" if entry.source.url else ""
    return add_entry(
        text,
        [
            f"{entry.id}:",
            f"  names: {{{named}}}",
            *(f"  {key}: [{', '.join(map(scalar, names))}]" for key, names in lists if names),
            f"  kind: {scalar(entry.kind)}",
            f"  source: {{text: {_quoted(entry.source.text)}{url}}}",
        ],
    )


def _deny(text: str, entry: str, name: str) -> str:
    return add_to_list(text, entry, "not_same", [name], ("names", "aliases", "short"))


def _add_spelling(
    text: str, entry: Person | Organisation, unknown: UnknownName, languages: Mapping[str, LanguageRules]
) -> str:
    """Add a name where the entry has none in that script, a short form when it is one word, else an alias."""
    if isinstance(entry, Person) and is_short(unknown.name):
        # Without the key the short forms come from the names; a list of its own takes their place.
        own = () if has_key(text, entry.id, "short") else entry.short
        return add_to_list(text, entry.id, "short", [*own, unknown.name], ("names", "aliases"))
    language = _language(unknown, languages)
    if not any(is_arabic(name) == is_arabic(unknown.name) for name in entry.names.values()):
        return add_name(text, entry.id, language, unknown.name)
    return add_to_list(text, entry.id, "aliases", [unknown.name], ("names",))


def _language(unknown: UnknownName, languages: Mapping[str, LanguageRules]) -> str:
    rules = languages.get(unknown.language)
    return rules.base if rules else unknown.language


def _entry(
    decision: Decision, unknown: UnknownName, knowledge: Knowledge, languages: Mapping[str, LanguageRules]
) -> list[str]:
    """The lines of a new entry: its names, what the articles call it, and the article as its source."""
    language = _language(unknown, languages)
    english = decision.target or unknown.name
    names = {"en": english}
    if unknown.name != english or language != "en":
        names[language] = unknown.name
    named = ", ".join(f"{code}: {scalar(name)}" for code, name in names.items())
    url = f", url: {_quoted(unknown.url)}" if unknown.url else ""
    source = f"text: {_quoted(unknown.source or unknown.sources[0])}{url}"
    lines = [f"{_free_id(english, knowledge)}:", f"  names: {{{named}}}"]
    lines += [f"  # called “{_one_line(role)}” in {_one_line(unknown.sources[0])}" for role in unknown.roles]
    if unknown.kind == "organisation":
        lines.append("  kind: organisation")
    return [*lines, f"  source: {{{source}}}"]


def _quoted(text: str) -> str:
    found = scalar(_one_line(text))
    return found if found.startswith('"') else f'"{found}"'


def _one_line(text: str) -> str:
    return " ".join("".join(char for char in text if unicodedata.category(char)[0] != "C").split())


def _free_id(name: str, knowledge: Knowledge) -> str:
    ascii_name = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:_LONGEST_ID].strip("-") or "unnamed"
    taken = {*knowledge.people, *knowledge.organisations, *knowledge.places, *knowledge.same}
    number, free = 2, slug
    while free in taken:
        number, free = number + 1, f"{slug}-{number}"
    return free
