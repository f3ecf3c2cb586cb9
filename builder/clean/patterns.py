"""The litter rules of all languages, compiled once for as long as the same rules are used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale
from babel.localedata import locale_identifiers

from builder.clean.known import agency_names, english_name, outlet_names, own_names, place_names
from builder.clean.phrases import PhraseBook, compile_any, compile_named, compile_phrases, phrase_book, signature
from builder.clean.vocabulary import site_words
from builder.models import LanguageRules, Outlet, Place
from builder.models.rules import LitterRules


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """What ``LitterRules`` holds, ready to match signatures; ``outlets``, ``own_names``, ``hosts`` name outlets.

    They equal themselves alone, so that what they say of a text can be remembered.
    """

    lines: PhraseBook
    notices: PhraseBook
    ends: PhraseBook
    related: re.Pattern[str]
    labels: re.Pattern[str]
    sections: re.Pattern[str]
    home_words: frozenset[str]
    tags: re.Pattern[str]
    glued_tags: re.Pattern[str]
    glued_labels: re.Pattern[str]
    fields: re.Pattern[str]
    abouts: re.Pattern[str]
    note_heads: re.Pattern[str]
    list_heads: re.Pattern[str]
    teaser_ends: re.Pattern[str]
    captions: re.Pattern[str]
    caption_marks: tuple[str, ...]
    asks: tuple[str, ...]
    credits: re.Pattern[str]
    strong_credits: re.Pattern[str]
    glued_credits: re.Pattern[str]
    bylines: tuple[re.Pattern[str], ...]
    any_byline: re.Pattern[str]
    glued_openers: re.Pattern[str]
    editors: re.Pattern[str]
    author_roles: frozenset[str]
    staff_roles: re.Pattern[str]
    given_names: frozenset[str]
    not_names: frozenset[str]
    titles: frozenset[str]
    joiners: tuple[str, ...]
    lives: re.Pattern[str]
    named_lives: re.Pattern[str]
    callings: frozenset[str]
    comment_heads: re.Pattern[str]
    replies: re.Pattern[str]
    agencies: Mapping[str, str]
    agency: re.Pattern[str]
    agency_starts: tuple[str, ...]
    agency_lines: re.Pattern[str]
    stamp: re.Pattern[str]
    update: re.Pattern[str]
    other_dates: re.Pattern[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    date_words: frozenset[str]
    particles: frozenset[str]
    file_names: frozenset[str]
    connectives: frozenset[str]
    openers: re.Pattern[str]
    outlets: Mapping[str, str]
    own_names: Mapping[str, str]
    feed_footers: tuple[re.Pattern[str], ...]
    site_lines: re.Pattern[str]
    outlet_words: frozenset[str]
    weak_outlet_words: frozenset[str]
    company_words: frozenset[str]
    source_labels: frozenset[str]
    title_labels: frozenset[str]
    edition_words: re.Pattern[str]
    hosts: Mapping[str, str]
    places: frozenset[str]
    reader_words: frozenset[str]
    site_words: Mapping[str, float]


class _Given:
    """Rules, outlets and places as a key that compares by identity, since their mappings cannot be hashed."""

    __slots__ = ("languages", "outlets", "places")

    def __init__(
        self, languages: Iterable[LanguageRules], outlets: Iterable[Outlet], places: Mapping[str, Place]
    ) -> None:
        self.languages = tuple(languages)
        self.outlets = tuple(outlets)
        self.places = places

    def _identity(self) -> tuple[int, ...]:
        return tuple(map(id, (*self.languages, *self.outlets, self.places)))

    def __hash__(self) -> int:
        return hash(self._identity())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Given) and self._identity() == other._identity()


def patterns_for(
    languages: Mapping[str, LanguageRules], outlets: Mapping[str, Outlet], places: Mapping[str, Place]
) -> Patterns:
    """The compiled rules of all languages together, from memory when they are the same as before."""
    return _compile(_Given(languages.values(), outlets.values(), places))


@lru_cache(maxsize=8)
def _compile(given: _Given) -> Patterns:
    rules = [language.litter for language in given.languages]
    agencies = agency_names(rules, given.outlets)
    agency = "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True)) or "(?!)"
    stamps, updates = _all(rules, "stamps"), _all(rules, "updates")
    stamp_words = {word for phrase in (*stamps, *updates, *_all(rules, "stamp_words")) for word in _words(phrase)}
    months, weekdays = _calendar(given.languages, "months"), _calendar(given.languages, "days")
    marks = tuple(mark.casefold() for mark in _all(rules, "caption_marks"))
    stamp_words |= _hijri_words(given.languages)
    return Patterns(
        lines=_rules(rules, "lines"),
        notices=_rules(rules, "notices"),
        ends=_rules(rules, "ends"),
        related=compile_phrases(_all(rules, "related")),
        labels=_compact(_all(rules, "labels")),
        sections=_section_list(rules),
        home_words=frozenset(map(signature, _all(rules, "home_words"))),
        tags=compile_phrases(_all(rules, "tags")),
        glued_tags=_glued_tags(_all(rules, "tags")),
        glued_labels=_glued_labels(_all(rules, "labels")),
        fields=compile_phrases(_all(rules, "fields")),
        abouts=re.compile(rf"(?:{_alternatives(_all(rules, 'abouts'))}) "),
        note_heads=compile_phrases(_all(rules, "note_heads")),
        list_heads=compile_phrases(_all(rules, "list_heads")),
        teaser_ends=_teaser_ends(_all(rules, "teaser_ends")),
        captions=compile_phrases(_all(rules, "captions")),
        caption_marks=marks,
        asks=tuple(ask.casefold() for ask in _all(rules, "asks")),
        credits=_ending(_all(rules, "credits")),
        strong_credits=_ending(phrase for phrase in _all(rules, "credits") if " " in phrase),
        glued_credits=_glued_credits(_all(rules, "captions")),
        bylines=compile_named(_all(rules, "bylines")),
        any_byline=compile_any(_all(rules, "bylines")),
        glued_openers=_glued_openers(_all(rules, "bylines")),
        editors=compile_phrases(_all(rules, "editors")),
        author_roles=frozenset(map(signature, _all(rules, "author_roles"))),
        staff_roles=compile_phrases(_all(rules, "staff_roles")),
        given_names=_given_names(given.languages),
        not_names=_not_names(given.languages),
        titles=frozenset(signature(title) for one in given.languages for title in one.names.titles),
        joiners=(*_all(rules, "name_joiners"), "&"),
        lives=compile_phrases(bio for bio in _all(rules, "bios") if not bio.startswith("+ ")),
        named_lives=compile_phrases(bio for bio in _all(rules, "bios") if bio.startswith("+ ")),
        callings=_callings(_all(rules, "bios")),
        comment_heads=compile_phrases(_all(rules, "comment_heads")),
        replies=compile_phrases(_all(rules, "replies")),
        agencies=agencies,
        agency=re.compile(rf"(?:^|(?<= ))(?:{agency})(?= |$)"),
        agency_starts=tuple(sorted(name for name in agencies if len(name) > 3)),
        agency_lines=compile_phrases(_all(rules, "agency_lines"), agency),
        stamp=re.compile(rf"(?:^|(?<= ))(?:{_alternatives(stamps)})(?= |$)"),
        update=re.compile(rf"(?:^|(?<= ))(?:{_alternatives(updates)})(?= |$)"),
        other_dates=re.compile(rf"(?:^| )(?:{_alternatives(_all(rules, 'other_dates'))})$"),
        months=months,
        weekdays=weekdays,
        date_words=months | weekdays | stamp_words,
        particles=_particles(given.languages),
        file_names=frozenset(signature(name) for name in _all(rules, "file_names")),
        connectives=frozenset(word for phrase in _all(rules, "connectives") for word in _words(phrase)),
        openers=_openers(_all(rules, "openers")),
        outlets=outlet_names(one for one in given.outlets if not one.is_agency),
        own_names=own_names(given.outlets),
        feed_footers=compile_named(_all(rules, "feed_footers")),
        outlet_words=frozenset(map(signature, _all(rules, "outlet_words"))),
        weak_outlet_words=frozenset(map(signature, _all(rules, "weak_outlet_words"))),
        company_words=frozenset(map(signature, _all(rules, "company_words"))),
        site_lines=compile_phrases(_all(rules, "site_lines")),
        source_labels=frozenset(map(signature, _all(rules, "source_labels"))),
        title_labels=frozenset(map(signature, _all(rules, "title_labels"))),
        edition_words=compile_phrases(f"* {words}" for words in _all(rules, "edition_words")),
        hosts={host.casefold(): english_name(outlet) for outlet in given.outlets for host in outlet.hosts},
        places=place_names(given.places.values()),
        reader_words=frozenset(map(signature, _all(rules, "reader_words"))),
        site_words=site_words(rules),
    )


def _all(rules: Iterable[LitterRules], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrase for one in rules for phrase in getattr(one, field)))


def _rules(rules: Iterable[LitterRules], field: str) -> PhraseBook:
    phrases: dict[str, list[str]] = {}
    for one in rules:
        for rule, own in getattr(one, field).items():
            phrases.setdefault(rule, []).extend(own)
    return phrase_book(phrases)


def _words(phrase: str) -> list[str]:
    return signature(phrase).split()


def _alternatives(phrases: Iterable[str]) -> str:
    texts = sorted({signature(phrase) for phrase in phrases} - {""}, key=len, reverse=True)
    return "|".join(map(re.escape, texts)) or "(?!)"


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds one of the phrases at the end of a signature, three words at most after it."""
    return re.compile("(?:^| )(?:" + _alternatives(phrases) + r")(?: \S+){0,3}$")


def _teaser_ends(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds a link's words at the end of a text, after a stop or an ellipsis or before an arrow."""
    texts = "|".join(re.escape(word) for word in words) or "(?!)"
    arrow = r"\s*(?:»|›|→|>+|\.\.\.|…|\]|\))+"
    return re.compile(rf"(?:\s(?:{texts}){arrow}|[.…\]\)]\s*\W*(?:{texts}))\W*$", re.IGNORECASE)


def _glued_credits(captions: Iterable[str]) -> re.Pattern[str]:
    """A credit at the end of a caption, glued to it or not: two words that tell a picture, a colon, some names."""
    heads = {choice for caption in captions for choice in _expand(caption.removesuffix(" *")) if " " in choice}
    names = "|".join(sorted(map(re.escape, heads), key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?<=\w)\s?(?:{names})\s?:\s?[^.:؟!]{{2,90}}$", re.IGNORECASE)


def _openers(words: Iterable[str]) -> re.Pattern[str]:
    """The first words of a sentence that goes on from another; a longer one may have an ending of its own."""
    folded = sorted({signature(word) for word in words} - {""}, key=len, reverse=True)
    exact = "|".join(re.escape(word) for word in folded if len(word) < 4) or "(?!)"
    stems = "|".join(re.escape(word) for word in folded if len(word) >= 4) or "(?!)"
    return re.compile(rf"(?:(?:{exact})|(?:{stems})\w{{0,3}})(?: |$)")


def _expand(phrase: str) -> list[str]:
    """Write out the ``a|b`` of a phrase: one phrase for each choice."""
    expanded = [""]
    for word in phrase.split():
        expanded = [f"{start} {choice}".strip() for start in expanded for choice in word.split("|")]
    return expanded


def _compact(labels: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a signature without spaces that is nothing but labels, glued or not, and counts."""
    texts = {signature(choice).replace(" ", "") for label in labels for choice in _expand(label)} - {""}
    return re.compile("(?:" + "|".join(sorted(map(re.escape, texts), key=len, reverse=True)) + r"|\d+)+")


def _section_list(rules: Iterable[LitterRules]) -> re.Pattern[str]:
    """Section names in a row, with or without a word such as "in" before them, glued or not."""
    rules = list(rules)
    names = _alternatives(_all(rules, "sections"))
    openers = _alternatives(_all(rules, "section_openers"))
    return re.compile(rf"(?:(?:{openers}) ?)?(?:{names})(?:(?: و?| et | and )(?:{names}))*")


def _glued_tags(tags: Iterable[str]) -> re.Pattern[str]:
    """A tag list at the end of a paragraph: its label, a colon, short words with commas, no stop."""
    names = "|".join(sorted({re.escape(choice) for tag in tags for choice in _expand(tag) if choice.strip("?")}))
    return re.compile(rf"(?:(?<=\W)|(?<=^))(?:{names})\s*:\s*[^.!?؟\n]{{2,300}}$", re.IGNORECASE)


def _glued_labels(labels: Iterable[str]) -> re.Pattern[str]:
    """Two or more labels in a row, one of them of several words; to be found at the ends of a paragraph."""
    choices = {choice for label in labels for choice in _expand(label)}
    long = sorted((re.escape(choice) for choice in choices if " " in choice), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(long)})\W*)+", re.IGNORECASE)


def _particles(languages: Iterable[LanguageRules]) -> frozenset[str]:
    """The small words that may stand inside a name, or between two names."""
    small = [word for one in languages for word in (*one.names.particles, *one.litter.name_joiners)]
    return frozenset(part for word in small for part in _words(word))


def _glued_openers(bylines: Iterable[str]) -> re.Pattern[str]:
    """A "by" at the start of a line that lost its space before the capital of a name."""
    openers = {option for phrase in bylines if phrase.endswith(" +") for option in phrase.split()[0].split("|")}
    words = "|".join(sorted((re.escape(word) for word in openers if word.isascii()), key=len, reverse=True))
    return re.compile(rf"^({words}|{words.upper()})(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ])")


def _given_names(languages: Iterable[LanguageRules]) -> frozenset[str]:
    """Given names, those that are read in the text among them."""
    return frozenset(signature(name) for one in languages for name in (*one.litter.given_names, *one.names.given))


def _not_names(languages: Iterable[LanguageRules]) -> frozenset[str]:
    """The words of sections, offices and institutions, which no bare name of an author has."""
    words = [word for one in languages for word in (*one.litter.not_names, *one.names.office_words)]
    return frozenset(map(signature, words))


def _callings(bios: Iterable[str]) -> frozenset[str]:
    """The words that follow a name where an author's life is told: is, covers, est."""
    following = (phrase.split()[1] for phrase in bios if phrase.startswith("+ "))
    return frozenset(signature(choice) for words in following for choice in words.split("|"))


def _hijri_words(languages: Iterable[LanguageRules]) -> set[str]:
    """The words of the names of Hijri months: stamps often give both calendars."""
    names = (name for language in languages for group in language.dates.hijri_months.values() for name in group)
    return {word for name in names for word in _words(name) if len(word) > 2}


def _calendar(languages: Iterable[LanguageRules], field: str) -> frozenset[str]:
    """Folded names of months or days of every country's variant of the languages, from Babel's CLDR."""
    codes = {language.code for language in languages}
    found: set[str] = set()
    for identifier in locale_identifiers():
        if identifier.split("_")[0] not in codes:
            continue
        for widths in getattr(Locale.parse(identifier), field).values():
            names = [*widths.get("wide", {}).values(), *widths.get("abbreviated", {}).values()]
            found |= {word for name in names for word in _words(name) if not word.isdigit()}
    return frozenset(found)
