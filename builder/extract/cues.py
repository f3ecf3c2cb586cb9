"""What helps to date an article: known events that it speaks of, and offices that it names people with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.extract.speech import Spoken
from builder.models import Evidence, Knowledge, KnownEvent, LanguageRules, Mention, Office, Person
from builder.text import Word, is_arabic, words

_FEWEST_OFFICE_WORDS = 2
_SHORTEST_TELLING_WORD = 4


def find_known_events(
    spoken: Sequence[Spoken], knowledge: Knowledge, languages: Mapping[str, LanguageRules]
) -> tuple[tuple[KnownEvent, Evidence], ...]:
    """The known events whose cue phrases all stand in one paragraph, each with the sentence that has one."""
    paragraphs: dict[str, list[Spoken]] = {}
    for sentence in spoken:
        paragraphs.setdefault(sentence.evidence.paragraph, []).append(sentence)
    return tuple(
        (event, evidence)
        for event in knowledge.events.values()
        if (evidence := _first_cue(paragraphs.values(), event, languages))
    )


def _first_cue(
    paragraphs: Iterable[Sequence[Spoken]], event: KnownEvent, languages: Mapping[str, LanguageRules]
) -> Evidence | None:
    for paragraph in paragraphs:
        rules = languages.get(paragraph[0].language)
        if rules is None:
            continue
        said = [_folded(sentence.words) for sentence in paragraph]
        for phrases in (*event.cues.get(rules.base, ()), *event.cues.get(rules.code, ())):
            if phrases and all(any(_says(sentence, phrase) for sentence in said) for phrase in phrases):
                return next(s.evidence for s, text in zip(paragraph, said, strict=True) if _says(text, phrases[0]))
    return None


def _folded(found: Iterable[Word]) -> str:
    return f" {' '.join(word.folded for word in found)} "


def _says(sentence: str, phrase: str) -> bool:
    """Tell whether the folded words hold the phrase; Arabic letters may be joined to its front."""
    wanted = _folded(words(phrase)).strip()
    return bool(wanted) and (f"{wanted} " if is_arabic(phrase) else f" {wanted} ") in sentence


def find_offices(
    spoken: Iterable[Spoken], mentions: Sequence[Mention], knowledge: Knowledge, languages: Mapping[str, LanguageRules]
) -> tuple[tuple[Person, Office, Evidence], ...]:
    """The offices that the article names its people with: one office or none for each person.

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
    title = words(office.title.get(language, ""))
    return len({word.folded for word in title if len(word.folded) >= _SHORTEST_TELLING_WORD} & said)
