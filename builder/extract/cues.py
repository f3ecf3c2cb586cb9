"""What helps to date an article: known events that it speaks of, and offices that it names people with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.speech import Spoken
from builder.models import Evidence, Knowledge, KnownEvent, LanguageRules, Mention, Office, Person
from builder.text import is_arabic, words

_FEWEST_OFFICE_WORDS = 2
_SHORTEST_TELLING_WORD = 4


@dataclass(frozen=True, slots=True)
class EventCue:
    """An event and the folded phrases that must all stand in one paragraph of a language."""

    event: KnownEvent
    phrases: tuple[str, ...]


def prepare_events(knowledge: Knowledge, rules: LanguageRules) -> tuple[EventCue, ...]:
    """The cues of a language (its base language's too), folded for look-up.

    A phrase ends with a word; it also begins with one, except in Arabic, where letters may be joined to it.
    """
    return tuple(
        EventCue(event, tuple(_phrase(phrase) for phrase in phrases))
        for event in knowledge.events.values()
        for code in dict.fromkeys((rules.base, rules.code))
        for phrases in event.cues.get(code, ())
        if phrases
    )


def _phrase(phrase: str) -> str:
    folded = " ".join(word.folded for word in words(phrase))
    return f"{folded} " if is_arabic(phrase) else f" {folded} "


def find_known_events(
    spoken: Sequence[Spoken], cues: Mapping[str, tuple[EventCue, ...]]
) -> tuple[tuple[KnownEvent, Evidence], ...]:
    """The known events whose cue phrases all stand in one paragraph, each with the sentence that has one."""
    paragraphs: dict[str, list[tuple[Spoken, str]]] = {}
    for sentence in spoken:
        said = f" {' '.join(word.folded for word in sentence.words)} "
        paragraphs.setdefault(sentence.evidence.paragraph, []).append((sentence, said))
    everything = "\n".join(said for paragraph in paragraphs.values() for _, said in paragraph)
    spoken_in = {sentence.language for sentence in spoken} & cues.keys()
    told = {code: [cue for cue in cues[code] if cue.phrases[0] in everything] for code in spoken_in}
    found: dict[str, tuple[KnownEvent, Evidence]] = {}
    for paragraph in paragraphs.values():
        own = told.get(paragraph[0][0].language, ())
        whole = "\n".join(said for _, said in paragraph) if own else ""
        for cue in own:
            if all(phrase in whole for phrase in cue.phrases):
                first = next(sentence for sentence, said in paragraph if cue.phrases[0] in said)
                found.setdefault(cue.event.id, (cue.event, first.evidence))
    return tuple(found.values())


def find_offices(
    spoken: Iterable[Spoken],
    mentions: Mapping[str, Sequence[Mention]],
    knowledge: Knowledge,
    languages: Mapping[str, LanguageRules],
) -> tuple[tuple[Person, Office, Evidence], ...]:
    """The offices that the article names its people with: one office or none for each person.

    Mentions are given by paragraph.
    The sentence, or the one before it in the paragraph, must share telling words with the office's
    title; of several offices the one that shares most is meant, and none when two share as many.
    """
    found: dict[str, tuple[Person, Office, Evidence]] = {}
    before: Spoken | None = None
    for sentence in spoken:
        rules = languages.get(sentence.language)
        said = {word.folded for word in sentence.words}
        if before and before.evidence.paragraph == sentence.evidence.paragraph:
            said |= {word.folded for word in before.words}
        for entity in sentence.mentions(mentions, "person") if rules else ():
            person = knowledge.people.get(entity)
            office = _office(person, said, rules.base) if person and rules else None
            if person and office:
                found.setdefault(entity, (person, office, sentence.evidence))
        before = sentence
    return tuple(found.values())


def _office(person: Person, said: set[str], language: str) -> Office | None:
    shares = [_shared(office, said, language) for office in person.offices]
    most = max(shares, default=0)
    if most < _FEWEST_OFFICE_WORDS or shares.count(most) > 1:
        return None
    return person.offices[shares.index(most)]


def _shared(office: Office, said: set[str], language: str) -> int:
    return len(_telling_words(office.title.get(language, "")) & said)


@lru_cache(maxsize=4096)
def _telling_words(title: str) -> frozenset[str]:
    return frozenset(word.folded for word in words(title) if len(word.folded) >= _SHORTEST_TELLING_WORD)
