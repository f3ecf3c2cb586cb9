"""CleanArticle → Article: mentions, dates, dating, passages and deeds, each with its span.

``extract`` is a pure function of a clean article and a Vocabulary, which ``prepare`` makes once
from the knowledge, the dossier's topics and the languages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.extract.cues import EventCue, find_known_events, find_offices, prepare_events
from builder.extract.dating import date_article, find_dates
from builder.extract.decided import decide
from builder.extract.deeds import Reading, find_deeds
from builder.extract.lexicon import Lexicon, build_lexicon
from builder.extract.matching import Match, find_agreements
from builder.extract.mentions import find_mentions, prepare_cues
from builder.extract.namewords import NameWords, prepare_names
from builder.extract.same_names import stranger_id
from builder.extract.seats import find_seats
from builder.extract.signing import SigningWords, prepare_signing
from builder.extract.spared import spared
from builder.extract.speech import by_paragraph, spell, split_sentences
from builder.extract.strangers import find_strangers
from builder.extract.topics import TopicWords, find_passages, prepare_topics
from builder.extract.towns import find_towns
from builder.extract.turned import find_turned
from builder.extract.whereabouts import Capitals, prepare_capitals, settle_places
from builder.models import Agreement, Article, CleanArticle, DossierSettings, Knowledge, LanguageRules

__all__ = ["Vocabulary", "extract", "prepare", "spared"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that ``extract`` looks for, made ready once for all articles."""

    knowledge: Knowledge
    languages: Mapping[str, LanguageRules]
    lexicon: Lexicon
    cues: Mapping[str, frozenset[tuple[str, ...]]]
    names: Mapping[str, NameWords]
    capitals: Capitals
    signing: Mapping[str, SigningWords]
    events: Mapping[str, tuple[EventCue, ...]]
    topics: Mapping[str, TopicWords]
    ignored: frozenset[str]


def prepare(knowledge: Knowledge, settings: DossierSettings, languages: Mapping[str, LanguageRules]) -> Vocabulary:
    """Make the vocabulary of a dossier."""
    rules = tuple(languages.values())
    return Vocabulary(
        knowledge=knowledge,
        languages=languages,
        lexicon=build_lexicon(knowledge, rules),
        cues={code: prepare_cues(rules) for code, rules in languages.items()},
        names=prepare_names(rules),
        capitals=prepare_capitals(knowledge),
        signing={code: prepare_signing(rules) for code, rules in languages.items()},
        events={code: prepare_events(knowledge, rules) for code, rules in languages.items()},
        topics={code: prepare_topics(settings.topics, rules) for code, rules in languages.items()},
        ignored=frozenset(stranger_id(name) for name in knowledge.ignored),
    )


def status_spans(
    agreed: Mapping[str, Sequence[Match]], agreements: Mapping[str, Agreement]
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where each paragraph names a status by what it is not or is like ("a non-member ally").

    Who is named in such words does nothing there.
    """
    return {
        paragraph: [
            (match.start, match.end)
            for match in matches
            if all(agreements[form.entity].kind == "designation" for form in match.forms)
        ]
        for paragraph, matches in agreed.items()
    }


def extract(clean: CleanArticle, vocabulary: Vocabulary) -> Article:
    """Read one article; every fact keeps the span that says it."""
    article, paragraphs, languages = clean.raw.id, clean.paragraphs, vocabulary.languages
    spelled = spell(paragraphs)
    agreed = {one.paragraph.id: find_agreements(one.paragraph.text, one.words, vocabulary.lexicon) for one in spelled}
    statuses = status_spans(agreed, vocabulary.knowledge.agreements)
    found = find_mentions(spelled, vocabulary.lexicon, vocabulary.cues, statuses)
    decided = decide(found, clean.raw.sidecar.names, spelled, vocabulary.lexicon, vocabulary.knowledge)
    resolved = decided.resolved
    told = find_strangers(article, spelled, resolved.mentions, vocabulary.names, vocabulary.lexicon, statuses)
    strangers = decided.of(told.without(vocabulary.ignored))
    named = tuple(mention for mention in resolved.mentions if mention not in strangers.hidden)
    known = settle_places(spelled, named, vocabulary.capitals, vocabulary.names)
    taken = (*known, *strangers.mentions, *decided.held)
    towns = find_towns(spelled, taken, vocabulary.knowledge, vocabulary.names)
    everywhere = {**vocabulary.knowledge.places, **{town.id: town for town in towns.places}}
    seated = find_seats(
        spelled, (*named, *strangers.mentions, *decided.held, *towns.mentions), everywhere, vocabulary.names
    )
    seats = decided.of(seated.without(vocabulary.ignored))
    unknown = strangers.beside(seats)
    known = tuple(mention for mention in (*known, *towns.mentions) if mention not in seats.hidden)
    spoken = tuple(split_sentences(article, spelled, languages))
    events = find_known_events(spoken, vocabulary.events)
    mentions = by_paragraph(known)
    offices = find_offices(spoken, mentions, vocabulary.knowledge, languages)
    written = [date for p in paragraphs if p.language in languages for date in find_dates(p, languages[p.language])]
    rules = languages.get(clean.language)
    dating, dates, findings = (
        date_article(clean, written, events, offices, rules) if rules else (None, tuple(written), ())
    )
    order = {paragraph.id: number for number, paragraph in enumerate(paragraphs)}
    naming = {paragraph for paragraph, matches in agreed.items() if matches}
    reading = Reading(naming, vocabulary.lexicon, vocabulary.knowledge, vocabulary.signing)
    everyone = by_paragraph((*resolved.mentions, *towns.mentions, *unknown.mentions))
    deeds, asides = find_deeds(spoken, everyone, dates, dating, reading)
    return Article(
        clean=clean,
        sentences=tuple(sentence.evidence for sentence in spoken),
        dating=dating,
        mentions=tuple(sorted((*known, *unknown.mentions), key=lambda m: (order[m.paragraph], m.start))),
        dates=dates,
        passages=find_passages(spoken, vocabulary.topics),
        deeds=deeds,
        asides=asides,
        known_events=tuple((event.id, evidence) for event, evidence in events),
        offices=tuple((person.id, evidence) for person, _, evidence in offices),
        strangers=unknown.records,
        towns=towns.places,
        reporters=unknown.reporters,
        ambiguous=resolved.ambiguous,
        findings=(*findings, *find_turned(clean.raw.lines)),
    )
