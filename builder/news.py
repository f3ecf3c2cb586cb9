"""What was published before and the Dossier of now → what the editor is told after a build.

The names of what is new and gone; findings that say the same of several articles as one line; open questions as counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.models import Dossier

_MOST_NAMES = 12
_MOST_PLACES = 4
_FEW_PAGES = 12
_KINDS = (("person", "people"), ("organisation", "organizations"))
_UNKNOWN = "knowledge/ does not have the "


def news_lines(former: Mapping[str, Any] | None, dossier: Dossier) -> Iterator[str]:
    """Who and what is named now that was not before, and known ones that no article names any more."""
    if former is None:
        return
    before = {entity["id"]: entity for entity in former["entities"]}
    for kind, called in _KINDS:
        of_kind = [entity for entity in dossier.entities.values() if entity.kind == kind]
        new = [entity for entity in of_kind if entity.id not in before]
        known = [_name(entity.names) for entity in new if entity.known]
        strange = [_name(entity.names) for entity in new if not entity.known]
        gone = [
            _name(entity["name"])
            for entity in before.values()
            if entity["kind"] == kind and entity["known"] and entity["id"] not in dossier.entities
        ]
        yield from _listed(f"new {called}", known)
        yield from _listed(f"new {called} that knowledge/ does not have", strange)
        yield from _listed(f"{called} that no article names any more", gone)
    rows = {row["id"]: row for row in former["agreements"]}
    here = {entry.id: entry for entry in dossier.register}
    yield from _listed("new agreements", [_name(entry.names) for entry in dossier.register if entry.id not in rows])
    yield from _listed(
        "agreements that no article speaks of any more",
        [_name(_names(row["name"])) for row in rows.values() if row["id"] not in here],
    )


def _names(name: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"en": name} if isinstance(name, str) else name


def _name(names: Mapping[str, str]) -> str:
    return names.get("en") or next((name for name in names.values() if name), "?")


def _listed(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        yield f"{what}: {', '.join(names[:_MOST_NAMES])}{more}"


def finding_lines(dossier: Dossier) -> Iterator[str]:
    """The findings, those that say the same of several articles in one line; unknown names are only counted."""
    places: dict[tuple[str, str], list[str]] = {}
    for finding in dossier.findings:
        if not finding.text.startswith(_UNKNOWN):
            places.setdefault((finding.level, finding.text), []).append(finding.where)
    for (level, text), found in places.items():
        where = list(dict.fromkeys(found))
        more = f" and {len(where) - _MOST_PLACES} more" if len(where) > _MOST_PLACES else ""
        yield f"{level}: {', '.join(where[:_MOST_PLACES])}{more}: {text}"


def open_lines(dossier: Dossier) -> Iterator[str]:
    """What waits for the editor, as counts: articles without a settled date, and names that nobody knows."""
    undated = [
        article.id
        for article in dossier.articles
        if article.dating is None or None in (article.dating.when.earliest, article.dating.when.latest)
    ]
    if undated:
        more = f" and {len(undated) - _MOST_PLACES} more" if len(undated) > _MOST_PLACES else ""
        yield f"without a date, or with one end of it only: {', '.join(undated[:_MOST_PLACES])}{more}"
    strange = sum(not entity.known for entity in dossier.entities.values())
    if strange:
        names = "name is" if strange == 1 else "names are"
        yield f"{strange} {names} not known yet: review asks about them"


def page_lines(verb: str, paths: Sequence[str]) -> Iterator[str]:
    """The pages that were added, changed or removed; of many, how many in each folder."""
    if len(paths) <= _FEW_PAGES:
        yield from (f"{verb} content/{path}" for path in paths)
        return
    folders = Counter(path.rpartition("/")[0] for path in paths)
    yield f"{verb} in content/: {', '.join(_counted(folders))}"


def _counted(folders: Mapping[str, int]) -> Iterable[str]:
    for folder, count in folders.items():
        yield f"{count} {f'in {folder}/' if folder else 'at the top'}"
