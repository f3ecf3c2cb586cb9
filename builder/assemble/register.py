"""Deeds become the register: one row for each agreement, with what every source says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.dates import DateInterval
from builder.models import Agreement, Article, Deed, Knowledge, RegisterEntry

Told = tuple[Article, Deed]


def collect_register(articles: Sequence[Article], knowledge: Knowledge) -> tuple[RegisterEntry, ...]:
    """The register, in the order of dates; what has no date comes last.

    Known agreements are merged by their id. Proposed ones are merged only when kind, day and
    parties are the same; everything else is for the editor to decide.
    """
    rows: dict[str, list[Told]] = {}
    proposed: dict[tuple[str, str, frozenset[str]], str] = {}
    for article in articles:
        for deed in article.deeds:
            rows.setdefault(_row(deed, proposed), []).append((article, deed))
    entries = [_entry(row, told, knowledge.agreements.get(row)) for row, told in rows.items()]
    return tuple(sorted(entries, key=_by_date))


def _row(deed: Deed, proposed: dict[tuple[str, str, frozenset[str]], str]) -> str:
    if deed.known or deed.when is None or not deed.when.is_one_day or not deed.parties:
        return deed.agreement
    return proposed.setdefault((deed.kind, deed.when.edtf, frozenset(deed.parties)), deed.agreement)


def _by_date(entry: RegisterEntry) -> tuple[str, str]:
    earliest = entry.when.earliest if entry.when else None
    return (earliest.isoformat() if earliest else "9999", entry.id)


def _entry(row: str, told: Sequence[Told], known: Agreement | None) -> RegisterEntry:
    deeds = [deed for _, deed in told]
    stated = [deed.when for deed in deeds if deed.when]
    when = _common(stated)
    durations = tuple(dict.fromkeys(deed.duration for deed in deeds if deed.duration))
    differences = (["date"] if stated and when is None else []) + (["duration"] if len(durations) > 1 else [])
    first = told[0][0].clean
    return RegisterEntry(
        id=row,
        names=known.names if known else {first.language: deeds[0].name},
        kind=known.kind if known else deeds[0].kind,
        when=when or (known.when if known else None),
        when_from="articles" if when else "knowledge" if known and known.when else "",
        duration=durations[0] if durations else known.duration if known else "",
        duration_from="articles" if durations else "knowledge" if known and known.duration else "",
        parties=_all(known.parties if known else (), (deed.parties for deed in deeds)),
        signatories=_all(known.signatories if known else (), (deed.signatories for deed in deeds)),
        stated=frozenset(name for deed in deeds for name in (*deed.parties, *deed.signatories)),
        deeds=tuple((article.id, deed) for article, deed in told),
        known=known,
        topics=known.topics if known else _topics(told),
        differences=tuple(differences),
        independent=independent_sources(article for article, _ in told),
    )


def _common(stated: Sequence[DateInterval]) -> DateInterval | None:
    """The narrowest of the stated dates when all of them can be true, otherwise none."""
    if any(not first.overlaps(second) for first in stated for second in stated):
        return None
    return min(stated, key=_width, default=None)


def _width(when: DateInterval) -> int:
    return (when.latest - when.earliest).days if when.earliest and when.latest else 10**6


def _all(known: Iterable[str], told: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*known, *(name for names in told for name in names)]))


def _topics(told: Iterable[Told]) -> tuple[str, ...]:
    """The topics of the sentences that propose the agreement."""
    topics: dict[str, None] = {}
    for article, deed in told:
        topics.update({p.topic: None for p in article.passages if p.evidence == deed.evidence})
    return tuple(topics)


def independent_sources(articles: Iterable[Article]) -> int:
    """How many independent sources these articles are: copies of one agency or of one text count once."""
    return len({_origin(article) for article in articles})


def _origin(article: Article) -> str | tuple[str, ...]:
    if article.clean.agency:
        return article.clean.agency.value
    return tuple(paragraph.text for paragraph in article.clean.paragraphs)
