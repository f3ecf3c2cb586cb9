"""Who and what an article names, and what it says was agreed: the tool's answers against a reader's.

A name counts once in an article for each of its spellings. The spans in which a spelling stands are
looked for in the text as the tool cleaned it, longest spellings first, so that a person's whole name
is not also counted as the surname in it, nor an organisation's name as the place in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from builder.dates import parse_edtf
from builder.models import Article, Deed, Mention
from builder.text import fold, normalise_line
from tests.quality.corpus import AGREED, NAMED, OPTIONAL, Agreed, Gold, Named

KINDS = {kind: key for key, kind in NAMED.items()}
PARTIES = "parties"
SIGNED = frozenset({"agreement", "memorandum", "declaration", "designation", "membership"})
"""The kinds of the register that are signed, joined or granted; the others are named and go on."""


@dataclass(frozen=True, slots=True)
class Span:
    """A spelling of a name at a place of the text; ``named`` is nothing when the reader is not sure of it."""

    paragraph: str
    start: int
    end: int
    surface: str
    named: Named | None

    def overlaps(self, mention: Mention) -> bool:
        """Whether the tool's words and these have at least a letter in common."""
        return self.paragraph == mention.paragraph and self.start < mention.end and mention.start < self.end


@dataclass(slots=True)
class Count:
    """Answers that were right and wrong, and what was looked for that was found and lost."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    lost: int = 0

    def figures(self, name: str) -> dict[str, float]:
        """Precision over the answers, recall over what was looked for, and F1.

        Without a single answer all are 0: a floor of 1 under what was never said would forbid to say anything.
        """
        precision, recall = _share(self.right, self.wrong), _share(self.found, self.lost)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}

    def unmeasured(self, name: str) -> Iterator[str]:
        """The figures that are 0 only because nothing was answered, or nothing was there to be looked for."""
        if not self.right + self.wrong:
            yield f"{name}_precision"
        if not self.found + self.lost:
            yield f"{name}_recall"


@dataclass(slots=True)
class NameScore:
    """What was counted over some articles; ``known`` are the ids that the tool's knowledge has, with folded names."""

    known: Mapping[str, Collection[str]] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in (*NAMED, AGREED, PARTIES)})
    same: int = 0
    different: int = 0

    def figures(self) -> dict[str, float]:
        """Every figure by name; ``identity`` is the share of found spellings that mean the one that they should."""
        found = {key: share for name, count in self.counts.items() for key, share in count.figures(name).items()}
        return found | {"identity": _share(self.same, self.different)}

    def unmeasured(self) -> frozenset[str]:
        """The figures of names and agreements that say nothing about how well the tool reads."""
        return frozenset(key for name, count in self.counts.items() for key in count.unmeasured(name))


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 0.0


def count_names(gold: Gold, article: Article, total: NameScore) -> Iterator[str]:
    """Count the names of one article and yield in words what went wrong."""
    spans = list(find_spans(gold, {paragraph.id: paragraph.text for paragraph in article.clean.paragraphs}))
    for kind, name in KINDS.items():
        mentions = [mention for mention in article.mentions if mention.kind == kind]
        yield from _count_answers(mentions, spans, total.counts[name])
        yield from _count_wanted(kind, gold.names, mentions, spans, total)
    yield from _count_agreements(gold.agreements, article, spans, total)


def find_spans(gold: Gold, texts: Mapping[str, str]) -> Iterator[Span]:
    """Where each spelling stands in paragraphs by id, the longest first; one inside a longer one is none."""
    wanted = [(surface, named) for named in gold.names for surface in named.surfaces]
    wanted += [(surface, None) for surface in gold.optional_names]
    wanted.sort(key=lambda pair: -len(pair[0]))
    for paragraph, text in texts.items():
        free = text
        for surface, named in wanted:
            for match in _pattern(surface).finditer(free):
                yield Span(paragraph, *match.span(1), surface, named)
                free = free[: match.start(1)] + "\0" * len(match[1]) + free[match.end(1) :]


@cache
def _pattern(surface: str) -> re.Pattern[str]:
    """A spelling as a whole word, in Arabic also behind the letters that are written onto it."""
    words = re.escape(normalise_line(surface))
    if words.startswith("ال"):
        words = rf"(?:ا|(?<=ل))ل{words[2:]}"
    return re.compile(rf"(?<![^\W\d_])[وفبكلد]{{0,3}}({words})(?![^\W\d_])")


def _count_answers(mentions: Iterable[Mention], spans: Sequence[Span], count: Count) -> Iterator[str]:
    for _, group in groupby(sorted(mentions, key=_spelling), key=_spelling):
        same = list(group)
        met = [span.named for span in spans for mention in same if span.overlaps(mention)]
        if any(named and named.kind == same[0].kind for named in met):
            count.right += 1
        elif None not in met:
            count.wrong += 1
            yield f"{same[0].kind} read in {same[0].text!r}"


def _spelling(mention: Mention) -> str:
    return fold(mention.text)


def _count_wanted(
    kind: str, names: Iterable[Named], mentions: Sequence[Mention], spans: Sequence[Span], total: NameScore
) -> Iterator[str]:
    count = total.counts[KINDS[kind]]
    for named in names:
        if named.kind != kind:
            continue
        entities: list[set[str]] = []
        for surface in named.surfaces:
            places = [span for span in spans if span.named == named and span.surface == surface]
            found = {mention.entity for mention in mentions for span in places if span.overlaps(mention)}
            count.found += bool(found)
            count.lost += not found
            entities += [found] if found else []
            if not found:
                yield f"{kind} missed: {surface!r}" + ("" if places else ", not in the text that was kept")
        yield from _count_identity(named, entities, total)


def _count_identity(named: Named, entities: Sequence[set[str]], total: NameScore) -> Iterator[str]:
    """A known one must be the known one; an unknown one must be one throughout, and none that is known.

    The spellings of a known one count each; of an unknown one the first only when it was taken for a known one.
    Refuses to judge one without an id whose whole name the knowledge has: it has learned it since, or a namesake's.
    """
    if not entities or (named.kind == "place" and not named.id):
        return
    first = min(entities[0])
    if not named.id and fold(named.surfaces[0]) in total.known.get(first, ()):
        return
    strays = not named.id and named.kind == "person" and first in total.known
    judged = entities if named.id or strays else entities[1:]
    right = set() if strays else {named.id or first}
    for found in judged:
        total.same += found == right
        total.different += found != right
        if found != right:
            yield f"{named.surfaces[0]!r} is {' and '.join(sorted(found))}, expected {named.id or 'one unknown'}"


def _count_agreements(
    wanted: Iterable[Agreed], article: Article, spans: Sequence[Span], total: NameScore
) -> Iterator[str]:
    """An agreement is found when the tool shows it with its kind and with no other date, in a sentence of its words."""
    left, count = list(wanted), total.counts[AGREED]
    shown: set[str] = set()
    kinds = {agreed.kind for agreed in left} | SIGNED
    for deed in article.deeds:
        met = [agreed for agreed in left if _is_meant(agreed, deed)]
        right = next((agreed for agreed in met if _is_agreed(agreed, deed)), None)
        if deed.agreement in shown:
            continue
        if right:
            left.remove(right)
            shown.add(deed.agreement)
            count.right += 1
            count.found += 1
            yield from _count_parties(right, deed, article, spans, total.counts[PARTIES])
        elif deed.kind in kinds and not any(agreed.kind == OPTIONAL for agreed in met):
            count.wrong += 1
            when = deed.when.edtf if deed.when else "undated"
            yield f"{deed.kind} read, {when}: {deed.evidence.quote!r}"
    for agreed in left:
        if agreed.kind != OPTIONAL:
            count.lost += 1
            yield f"{agreed.kind} missed: {agreed.words[0]!r}"


def _is_meant(agreed: Agreed, deed: Deed) -> bool:
    """A sentence may be shown that names a known one without the words that tell of it."""
    if agreed.id:
        return agreed.id == deed.agreement
    return any(fold(words) in fold(deed.evidence.quote) for words in agreed.words)


def _is_agreed(agreed: Agreed, deed: Deed) -> bool:
    dates = not (deed.when and agreed.date) or deed.when.overlaps(parse_edtf(agreed.date))
    return agreed.kind == deed.kind and dates


def _count_parties(agreed: Agreed, deed: Deed, article: Article, spans: Sequence[Span], count: Count) -> Iterator[str]:
    """The parties that the text names; nothing is counted where it leaves them to be understood."""
    if not agreed.parties:
        return
    unsure = [span for span in spans if not span.named]
    allowed = {mention.entity for mention in article.mentions for span in unsure if span.overlaps(mention)}
    for party in agreed.parties:
        places = [span for span in spans if span.named and party in span.named.surfaces]
        entities = {mention.entity for mention in article.mentions for span in places if span.overlaps(mention)}
        allowed |= entities
        found = not entities.isdisjoint(deed.parties)
        count.found += found
        count.lost += not found
        if not found:
            yield f"party missed: {party!r}"
    for party in deed.parties:
        count.right += party in allowed
        count.wrong += party not in allowed
        if party not in allowed:
            yield f"party read: {party!r}"
