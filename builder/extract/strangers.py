"""People and organisations whom the knowledge does not have, found by their cues.

    words of a paragraph ─candidates▶ spans with a kind and a weight ─whole article▶ names ─again▶ mentions

Precision before recall: a name needs a cue that is certain, or two weaker ones (a verb of saying, a
surname that comes back alone). Once found, the name, its surname alone and its acronym are
mentions wherever they stand. What is found is a question to the editor, never a match.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from builder.extract.again import Again, find_again
from builder.extract.announced_bodies import announced_bodies
from builder.extract.candidates import CERTAIN, Candidate, quoted_bodies, world_bodies
from builder.extract.cased_bodies import cased_bodies
from builder.extract.cased_people import cased_people, titled_surnames
from builder.extract.letters import Letters
from builder.extract.lexicon import Lexicon
from builder.extract.matching import is_known
from builder.extract.named import Named
from builder.extract.namewords import NameWords
from builder.extract.same_names import name_ids, stranger_id
from builder.extract.speech import Spelled
from builder.extract.uncased_bodies import uncased_bodies
from builder.extract.uncased_people import uncased_people
from builder.models import Evidence, Mention, Stranger
from builder.text import Word, fold


@dataclass(frozen=True, slots=True)
class Strangers:
    """Who and what the knowledge does not have: mentions, records, and who reported for the source.

    ``hidden`` are mentions of known places and organisations inside the longer names.
    """

    mentions: tuple[Mention, ...]
    records: tuple[Stranger, ...]
    reporters: tuple[Evidence, ...]
    hidden: frozenset[Mention]

    def without(self, ignored: Set[str]) -> Strangers:
        """The same without the ids that the editor said are no names."""
        return Strangers(
            mentions=tuple(mention for mention in self.mentions if mention.entity not in ignored),
            records=tuple(record for record in self.records if record.id not in ignored),
            reporters=self.reporters,
            hidden=self.hidden,
        )

    def beside(self, others: Strangers) -> Strangers:
        """These and others, whose records count where both have one."""
        records = {record.id: record for record in (*self.records, *others.records)}
        return Strangers(
            mentions=(*self.mentions, *others.mentions),
            records=tuple(records.values()),
            reporters=(*self.reporters, *others.reporters),
            hidden=self.hidden | others.hidden,
        )


def find_strangers(
    article: str,
    paragraphs: Sequence[Spelled],
    known: Iterable[Mention],
    languages: Mapping[str, NameWords],
    lexicon: Lexicon,
    statuses: Mapping[str, Sequence[tuple[int, int]]],
) -> Strangers:
    """Find unknown people and organisations and the source's own reporters.

    The spans of known people and organisations are left alone; a known place or organisation inside the longer name of
    an organisation is hidden.
    Refuses every full name of the knowledge, also where it is no mention, as when two share it, and names inside
    ``statuses`` (spans by paragraph), which are part of a status.
    """
    taken: dict[str, list[Mention]] = defaultdict(list)
    for mention in known:
        taken[mention.paragraph].append(mention)
    told = [
        Named(spelled, candidate)
        for spelled in paragraphs
        if spelled.paragraph.kind != "heading" and spelled.paragraph.language in languages
        for candidate in _candidates(spelled, languages[spelled.paragraph.language])
    ]
    unknown = [named for named in told if not is_known(named.words, lexicon) and not _is_in(named, statuses)]
    free = [
        named
        for named in unknown
        if _is_free(named, taken[named.spelled.paragraph.id], languages[named.spelled.paragraph.language])
    ]
    sure = _sure(free, paragraphs, languages)
    reporters = tuple(
        Evidence(article, named.spelled.paragraph.id, named.start, named.end, named.text)
        for named in sure
        if named.candidate.reports
    )
    quiet = {fold(evidence.quote) for evidence in reporters}
    found = [named for named in sure if fold(named.text) not in quiet]
    records: dict[str, Stranger] = {}
    ids = name_ids(found, languages)
    for named in sorted(found, key=lambda named: ids[named.text] != stranger_id(named.text)):
        entity = ids[named.text]
        language = named.spelled.paragraph.language
        records.setdefault(entity, Stranger(entity, named.candidate.kind, _shown(named.text), language))
    mentions = tuple(_mentions(found, ids, records, paragraphs, taken, languages))
    spans = {(mention.paragraph, mention.start, mention.end) for mention in mentions}
    hidden = frozenset(
        smaller
        for paragraph, start, end in spans
        for smaller in _overlapping(taken[paragraph], start, end)
        if smaller.kind != "person" and start <= smaller.start and smaller.end <= end
    )
    used = {mention.entity for mention in mentions}
    return Strangers(mentions, tuple(r for r in records.values() if r.id in used), reporters, hidden)


def _shown(name: str) -> str:
    return " ".join(name.split())


def _candidates(spelled: Spelled, words: NameWords) -> Iterator[Candidate]:
    """What a paragraph may name; an organisation's name may contain a person's, not the other way round."""
    text, found = spelled.paragraph.text, spelled.words
    cased = words.has_capitals
    bodies = list((cased_bodies if cased else uncased_bodies)(text, found, words))
    great = list(world_bodies(text, found, words))
    ends = {body.first: body.after for body in great}
    bodies = [body for body in bodies if not _has_purpose(found, ends.get(body.first, 0), body.after, words)]
    longer = {at for body in bodies for at in range(body.first, body.after)}
    bodies += [body for body in great if body.first not in longer]
    taken = {at for body in bodies for at in range(body.first, body.after)}
    told = [*quoted_bodies(text, found, words), *(announced_bodies(text, found, words) if cased else ())]
    bodies += [body for body in told if taken.isdisjoint(range(body.first, body.after))]
    inside = {at for body in bodies for at in range(body.first, body.after)}
    yield from bodies
    for person in (cased_people if cased else uncased_people)(text, found, words):
        if not inside.intersection(range(person.first, person.after)):
            yield person


def _is_in(named: Named, spans: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    return any(start <= named.start < end for start, end in spans.get(named.spelled.paragraph.id, ()))


def _has_purpose(found: Sequence[Word], great: int, after: int, words: NameWords) -> bool:
    """Tell whether a great organisation's name ends before a purpose that is not part of it."""
    return 0 < great < after and found[great].folded in words.links - words.belongs


def _is_free(named: Named, known: Sequence[Mention], words: NameWords) -> bool:
    """Tell whether no known name stands there, but for one that is a smaller part of the name.

    That is a place; or an organisation in the name of another one ("National Security Council"), unless it begins that
    name and what follows tells whom or what it acts for.
    """
    start, end = named.start, named.end
    sure = named.candidate.weight >= CERTAIN
    for mention in _overlapping(known, start, end):
        inside = start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
        if not inside or mention.kind == "person" or (named.is_person and not sure):
            return False
        if mention.kind == "organisation" and (named.is_person or not sure or _acts_for(named, mention, words)):
            return False
    return True


def _acts_for(named: Named, known: Mention, words: NameWords) -> bool:
    """Tell whether a known name begins the longer one, and the next word is a preposition or has one joined to it."""
    following = next((word.folded for word in named.words if word.start >= known.end), "")
    prepositions = words.links - words.belongs
    return known.start == named.start and (following in prepositions or following[:1] in words.joining.clitics)


def _overlapping(known: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions of a paragraph, in its order and apart from one another, that share a letter with a span."""
    first = bisect_right(known, start, key=attrgetter("end"))
    return known[first : bisect_left(known, end, lo=first, key=attrgetter("start"))]


def _sure(found: Sequence[Named], paragraphs: Sequence[Spelled], languages: Mapping[str, NameWords]) -> list[Named]:
    """The names with cues enough anywhere in the article."""
    weights: Counter[str] = Counter()
    for named in found:
        folded = fold(named.text)
        weights[folded] = max(weights[folded], named.candidate.weight)
    doubtful = [named for named in found if weights[fold(named.text)] < CERTAIN]
    if doubtful:
        weak = {named.words[-1].folded for named in doubtful if named.candidate.weight}
        often = Counter(word.folded for spelled in paragraphs for word in spelled.words if word.folded in weak)
        times = Counter(named.words[-1].folded for named in found)
        titled = {tail for spelled in paragraphs for tail in titled_surnames(spelled, languages)}
        for named in doubtful:
            folded, surname = fold(named.text), named.words[-1].folded
            own = named.folded
            if any(own[first:] in titled for first in range(1, len(own))):
                weights[folded] = CERTAIN
            elif surname in weak and often[surname] > times[surname]:
                weights[folded] += 1
    return [named for named in found if weights[fold(named.text)] >= CERTAIN]


def _mentions(
    found: Sequence[Named],
    ids: Mapping[str, str],
    records: Mapping[str, Stranger],
    paragraphs: Sequence[Spelled],
    taken: Mapping[str, Sequence[Mention]],
    languages: Mapping[str, NameWords],
) -> Iterator[Mention]:
    """The mentions of the names that were found, and those of the same names without a cue."""
    own: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for named in found:
        paragraph = named.spelled.paragraph.id
        own[paragraph].append((named.start, named.end))
        entity = ids[named.text]
        yield Mention(entity, records[entity].kind, named.text, paragraph, named.start, named.end)
    particles = frozenset(particle for words in languages.values() for particle in words.particles)
    told = ((ids[n.text], records[ids[n.text]].kind, n.spelled, n.candidate) for n in found)
    given = next((words.given for words in languages.values()), frozenset())
    again = Again.of(told, particles, given)
    for spelled in paragraphs if again.names else ():
        place = spelled.paragraph
        words = languages.get(place.language)
        letters = Letters(place.text)
        for start, end in (*own[place.id], *((mention.start, mention.end) for mention in taken.get(place.id, ()))):
            letters.take(start, end)
        for entity, kind, start, end in find_again(spelled, again, words) if words else ():
            if letters.are_free(start, end):
                letters.take(start, end)
                yield Mention(entity, kind, place.text[start:end], place.id, start, end)
