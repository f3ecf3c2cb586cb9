"""Deeds become the register: one row for each agreement, with what every source says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from builder.dates import DateInterval
from builder.models import Agreement, Article, Deed, Knowledge, RegisterEntry
from builder.text import words

Told = tuple[Article, Deed]

_SHARED_WORDS = 0.6


def collect_register(
    articles: Sequence[Article], knowledge: Knowledge, origins: Mapping[str, str]
) -> tuple[RegisterEntry, ...]:
    """The register, in the order of dates; what has no date comes last.

    Known agreements are merged by their id. A proposed one joins another when kind and parties are
    the same and the dates overlap, and when only one other fits; everything else is for the editor
    to decide. ``origins`` has for each article the one that it copies.
    """
    known: dict[str, list[Told]] = {}
    proposed = _Proposed()
    for article in articles:
        for deed in article.deeds:
            if deed.known:
                known.setdefault(deed.agreement, []).append((article, deed))
            else:
                proposed.add((article, deed))
    rows = {**known, **{told[0][1].agreement: told for told in proposed.rows}}
    entries = [_entry(row, told, knowledge.agreements.get(row), origins) for row, told in rows.items()]
    return tuple(sorted(entries, key=_by_date))


class _Proposed:
    """The rows of proposed agreements.

    What one article tells again of an agreement stays in its row. A proposal is compared only with rows whose
    first one has its kind and either its parties or its article: any other row cannot fit, and of a thousand rows
    few are left.
    """

    def __init__(self) -> None:
        self.rows: list[list[Told]] = []
        self._of: dict[str, int] = {}
        self._begun: dict[tuple[str, str | frozenset[str]], list[int]] = {}

    def add(self, told: Told) -> None:
        """Put a proposal into the one row that fits, or into a new one."""
        article, deed = told
        own = self._of.get(deed.agreement)
        if own is not None:
            self.rows[own].append(told)
            return
        keys = ((deed.kind, article.id), (deed.kind, frozenset(deed.parties)))
        near = {row for key in keys for row in self._begun.get(key, ())}
        fitting = [row for row in near if all(_are_same(told, other) for other in self.rows[row])]
        if len(fitting) == 1:
            self._of[deed.agreement] = fitting[0]
            self.rows[fitting[0]].append(told)
            return
        self._of[deed.agreement] = len(self.rows)
        for key in keys:
            self._begun.setdefault(key, []).append(len(self.rows))
        self.rows.append([told])


def _are_same(one: Told, other: Told) -> bool:
    """Tell whether two proposals may mean one agreement: a visit can have several of one kind on one day.

    Names in one language must be alike, unless one is only "the agreement"; in one article a date may
    be left out the second time.
    """
    (first_article, first), (second_article, second) = one, other
    is_one_article = first_article.id == second_article.id
    if first.kind != second.kind or not _have_same_parties(first, second, is_one_article):
        return False
    if first.when is None or second.when is None:
        if not is_one_article:
            return False
    elif not first.when.overlaps(second.when):
        return False
    is_one_language = first_article.clean.language == second_article.clean.language
    if not is_one_language or not (first.is_proper_name and second.is_proper_name):
        return True
    return _are_alike(first.name, second.name)


def _have_same_parties(first: Deed, second: Deed, is_one_article: bool) -> bool:
    """Tell whether the same take part; who calls it "the agreement" again may leave some of them out."""
    one, other = set(first.parties), set(second.parties)
    if is_one_article and not (first.is_proper_name and second.is_proper_name):
        return one <= other or other <= one
    return bool(one) and one == other


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two names have mostly the same words."""
    first, second = _name_words(one), _name_words(other)
    return len(first & second) >= _SHARED_WORDS * min(len(first), len(second))


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.folded for word in words(name))


def _by_date(entry: RegisterEntry) -> tuple[str, str]:
    earliest = entry.when.earliest if entry.when else None
    return (earliest.isoformat() if earliest else "9999", entry.id)


def _entry(row: str, told: Sequence[Told], known: Agreement | None, origins: Mapping[str, str]) -> RegisterEntry:
    deeds = [deed for _, deed in told]
    stated = [deed.when for deed in deeds if deed.when]
    when = _common(stated)
    durations = tuple(dict.fromkeys(deed.duration for deed in deeds if deed.duration))
    return RegisterEntry(
        id=row,
        names=known.names if known else _names(told),
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
        differences=tuple(_differences(told, stated, when, durations)),
        independent=len({origins[article.id] for article, _ in told}),
    )


def _names(told: Sequence[Told]) -> Mapping[str, str]:
    """The first name that each language has for it."""
    return {article.clean.language: deed.name for article, deed in reversed(told)}


def _differences(
    told: Sequence[Told], stated: Sequence[DateInterval], when: DateInterval | None, durations: Sequence[str]
) -> Iterator[str]:
    """The fields in which not all sources can be right."""
    if stated and when is None:
        yield "date"
    if len(durations) > 1:
        yield "duration"
    if len({deed.place for _, deed in told if deed.place}) > 1:
        yield "place"
    if _amounts_differ(told):
        yield "amount"


def _amounts_differ(told: Iterable[Told]) -> bool:
    """Tell whether two articles give sums in one currency and have none in common."""
    sums: dict[str, set[tuple[str, int]]] = {}
    for article, deed in told:
        sums.setdefault(article.id, set()).update((amount.currency, amount.value) for amount in deed.amounts)
    given = [found for found in sums.values() if found]
    return any(
        first.isdisjoint(second) and {currency for currency, _ in first} & {currency for currency, _ in second}
        for first in given
        for second in given
    )


def _common(stated: Sequence[DateInterval]) -> DateInterval | None:
    """The narrowest of the stated dates when all of them can be true, otherwise none."""
    begins = max((when.earliest for when in stated if when.earliest), default=None)
    ends = min((when.latest for when in stated if when.latest), default=None)
    if begins and ends and begins > ends:
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
