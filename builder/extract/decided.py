"""What the editor says of names in one article goes before what the knowledge finds there.

Wherever the words stand they mean the entity that the sidecar names, or nobody. A longer name of the knowledge
that holds them is left as it is: the editor spoke of these words and not of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.extract.lexicon import Lexicon
from builder.extract.mentions import Resolved
from builder.extract.speech import Spelled
from builder.extract.strangers import Strangers
from builder.models import NO_NAME, Knowledge, Mention, Person, Place
from builder.text import fold, words

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Decided:
    """The mentions as the editor has them, and the spans that are no name."""

    resolved: Resolved
    no_names: frozenset[Span]

    @property
    def held(self) -> tuple[Mention, ...]:
        """The spans that are no name, as mentions of nobody, so that nothing else is found there."""
        return tuple(Mention(NO_NAME, NO_NAME, "", *span) for span in sorted(self.no_names))

    def of(self, strangers: Strangers) -> Strangers:
        """The strangers without those that stand where the editor says that no name is."""
        if not self.no_names:
            return strangers
        left = tuple(mention for mention in strangers.mentions if not self._is_none(mention))
        used = {mention.entity for mention in left}
        records = tuple(record for record in strangers.records if record.id in used)
        return Strangers(left, records, strangers.reporters, strangers.hidden)

    def _is_none(self, mention: Mention) -> bool:
        return any(
            place == mention.paragraph and start < mention.end and mention.start < end
            for place, start, end in self.no_names
        )


def decide(
    resolved: Resolved,
    names: Sequence[tuple[str, str]],
    paragraphs: Iterable[Spelled],
    lexicon: Lexicon,
    knowledge: Knowledge,
) -> Decided:
    """Put the editor's decisions in the place of what was found; of two that overlap the longer one counts."""
    if not names:
        return Decided(resolved, frozenset())
    wanted = {tuple(word.folded for word in words(name)): entity for name, entity in names}
    mentions = list(resolved.mentions)
    none: set[Span] = set()
    for spelled in paragraphs:
        for start, end, entity in _found(spelled, wanted, lexicon):
            around = [m for m in mentions if m.paragraph == spelled.paragraph.id and m.start < end and start < m.end]
            if any(m.start <= start and end <= m.end and (m.start, m.end) != (start, end) for m in around):
                continue
            mentions = [mention for mention in mentions if mention not in around]
            if entity == NO_NAME:
                none.add((spelled.paragraph.id, start, end))
            elif record := knowledge.find(knowledge.same.get(entity, entity)):
                kind = (
                    "person" if isinstance(record, Person) else "place" if isinstance(record, Place) else "organisation"
                )
                text = spelled.paragraph.text[start:end]
                mentions.append(Mention(record.id, kind, text, spelled.paragraph.id, start, end))
    said = {" ".join(name) for name in wanted}
    ambiguous = tuple(name for name in resolved.ambiguous if fold(name) not in said)
    return Decided(Resolved(tuple(mentions), ambiguous), frozenset(none))


def _found(spelled: Spelled, wanted: Mapping[tuple[str, ...], str], lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where the words stand in a paragraph, the longest first and none inside another; with their entity."""
    taken: list[tuple[int, int]] = []
    found = spelled.words
    for name in sorted(wanted, key=len, reverse=True):
        for at in range(len(found) - len(name) + 1):
            if tuple(word.folded for word in found[at + 1 : at + len(name)]) != name[1:]:
                continue
            readings = lexicon.joining.readings(found[at].folded)
            offset = next(
                (offset for base, has_article, offset in readings if base == name[0] and not has_article), None
            )
            if offset is None:
                continue
            start, end = found[at].start + offset, found[at + len(name) - 1].end
            if not any(first < end and start < last for first, last in taken):
                taken.append((start, end))
                yield start, end, wanted[name]
