"""A sentence becomes its signings: where it says that something was signed, and not that it might be.

A verb in the past says so by itself; "the signing of" may be a hope, a call or an anniversary, so it
counts only beside a word of the deed ("ceremony", "announced"). Words around it that negate, wish,
plan or refuse take it back. What the words are belongs to each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from builder.extract.joining import Joining, joining_of
from builder.models import LanguageRules
from builder.text import Word, fold, words

Noun = tuple[tuple[str, ...], str]

_NEAR = 4
_FAR = 12
_DONE_BEFORE = 16
_DONE_AFTER = 14
_AFTER = 7
_AUXILIARY = 4
_COMMA = re.compile("[,،]")


@dataclass(frozen=True, slots=True, eq=False)
class SigningWords:
    """Patterns on the text as written; nouns are folded words with their kind, by the first, the longer one first.

    They equal themselves alone, so that what they find in a sentence can be remembered.
    """

    signing: re.Pattern[str]
    signing_nouns: re.Pattern[str]
    done: re.Pattern[str]
    undone_near: re.Pattern[str]
    undone_far: re.Pattern[str]
    undone_after: re.Pattern[str]
    other_senses: re.Pattern[str]
    happened: re.Pattern[str]
    happened_in: re.Pattern[str]
    both: re.Pattern[str]
    entering: re.Pattern[str]
    beside: re.Pattern[str]
    noun_first: re.Pattern[str]
    noun_first_before: re.Pattern[str]
    passive: re.Pattern[str]
    active: re.Pattern[str] | None
    agents: re.Pattern[str]
    definite: frozenset[str]
    article: re.Pattern[str]
    documents: Mapping[str, Sequence[Noun]]
    other_objects: re.Pattern[str]
    object_breaks: re.Pattern[str]
    locatives: re.Pattern[str]
    between: re.Pattern[str]
    party_words: re.Pattern[str]
    comparisons: re.Pattern[str]
    ends: re.Pattern[str]
    beginnings: re.Pattern[str]
    denials: re.Pattern[str]
    clause_breaks: re.Pattern[str]
    nouns: Mapping[str, Sequence[Noun]]
    durations: tuple[re.Pattern[str], ...]
    joining: Joining
    amounts: tuple[re.Pattern[str], ...]
    scales: Mapping[str, str]
    currencies: Mapping[str, str]
    roles: re.Pattern[str]
    numbers: Mapping[str, str]
    units: Mapping[str, str]
    name_starts: frozenset[str]
    name_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signing:
    """A signing in a sentence: its span, and whether what was signed is named before it."""

    start: int
    end: int
    noun_first: bool


def prepare_signing(rules: LanguageRules) -> SigningWords:
    """Make the patterns of a language; letters joined to the front of a word are allowed for."""
    said = rules.agreements
    front = f"[{''.join(sorted(set(rules.names.clitics)))}]?" if rules.names.clitics else ""
    article = f"{front}(?:{rules.names.article})?" if rules.names.article else front
    joining = joining_of([rules.names])
    nouns = [(_bare(noun, joining), kind) for kind, found in said.nouns.items() for noun in found]
    return SigningWords(
        signing=_any_of(said.signing, front),
        signing_nouns=_any_of(said.signing_nouns, front),
        done=_any_of(said.done, front),
        undone_near=_any_of(said.undone_near, front),
        undone_far=_any_of(said.undone_far, front),
        undone_after=_any_of(said.undone_after, front),
        other_senses=_any_of(said.other_senses, article),
        happened=_any_of(said.happened, front),
        happened_in=_any_of(said.happened_in, ""),
        both=_any_of(said.both, front),
        entering=_either(said.entering, front),
        beside=_either(said.beside, front),
        noun_first=_any_of(said.noun_first, front),
        noun_first_before=_any_of(said.noun_first_before, ""),
        passive=_any_of(said.passive, ""),
        active=_any_of(said.active, "") if said.active else None,
        agents=_any_of(said.agents, front),
        definite=frozenset(map(fold, said.definite)),
        article=re.compile(f"{front}{rules.names.article}" if rules.names.article else r"(?!)"),
        documents=_by_first_word((_bare(noun, joining), "") for noun in said.documents),
        other_objects=_any_of(said.other_objects, article),
        object_breaks=_any_of(said.object_breaks, front),
        locatives=_right_before(said.locatives),
        between=_any_of(said.between, front),
        party_words=_right_before(said.party_words),
        comparisons=_any_of(said.comparisons, front),
        ends=_any_of(said.ends, front),
        beginnings=_any_of(said.beginnings, front),
        denials=_any_of(said.denials, front),
        clause_breaks=_any_of(said.clause_breaks, front),
        nouns=_by_first_word(sorted(nouns, key=lambda noun: (-len(noun[0]), noun))),
        durations=tuple(re.compile(rf"(?<!\w){front}{pattern}(?!\w)", re.IGNORECASE) for pattern in said.durations),
        joining=joining,
        amounts=tuple(re.compile(pattern, re.IGNORECASE) for pattern in said.amounts),
        scales=_folded_keys(said.scales),
        currencies=_folded_keys(said.currencies),
        roles=_any_of(rules.names.roles, article),
        numbers=_folded_keys(said.numbers),
        units=_folded_keys(said.units),
        name_starts=frozenset(map(fold, said.name_starts)),
        name_ends=frozenset(map(fold, said.name_ends)),
    )


def _folded_keys(values: Mapping[str, str]) -> Mapping[str, str]:
    return {fold(word): value for word, value in values.items()}


def _bare(noun: str, joining: Joining) -> tuple[str, ...]:
    """The folded words of a noun, the first without its article."""
    first, *others = (word.folded for word in words(noun))
    return (joining.bare(first), *others)


def _by_first_word(nouns: Iterable[Noun]) -> Mapping[str, Sequence[Noun]]:
    found: dict[str, list[Noun]] = {}
    for noun, kind in nouns:
        found.setdefault(noun[0], []).append((noun, kind))
    return found


def _any_of(phrases: Iterable[str], front: str) -> re.Pattern[str]:
    """A pattern for whole phrases, the longer one first; ``front`` are letters that may be joined to them."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in longest_first)
    return re.compile(rf"(?<!\w){front}(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _either(patterns: Iterable[str], front: str) -> re.Pattern[str]:
    """A pattern for one of several as whole words; ``front`` are letters that may be joined to them."""
    either = "|".join(patterns)
    return re.compile(rf"(?<!\w){front}(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def _right_before(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for text that ends in one of the phrases; a letter among them may be joined to what follows."""
    either = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})\s*$" if either else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=512)
def find_signings(sentence: str, said: SigningWords) -> tuple[Signing, ...]:
    """The signings that the sentence reports as done, in their order; a question reports none.

    Remembered, for whoever reads a deed asks again.
    """
    return tuple(_signings(sentence, said))


def _signings(sentence: str, said: SigningWords) -> Iterator[Signing]:
    verbs, nouns = list(said.signing.finditer(sentence)), list(said.signing_nouns.finditer(sentence))
    if not (verbs or nouns) or sentence.rstrip(" »”\"'").endswith(("?", "؟")):
        return
    found = words(sentence)
    for match in verbs:
        if not _is_undone(sentence, found, match, said):
            yield Signing(*match.span(), _is_noun_first(sentence, found, match, said))
    for match in nouns:
        if _is_done(sentence, found, match, said) and not _is_undone(sentence, found, match, said):
            if said.undone_after.search(_after(sentence, found, match, _AFTER)):
                continue
            yield Signing(*match.span(), noun_first=False)


def reports_signing(sentence: str, said: SigningWords) -> bool:
    """Tell whether the sentence says that something was signed, and not that it was not or might be."""
    return bool(find_signings(sentence, said))


def find_joinings(sentence: str, said: SigningWords) -> Iterator[Signing]:
    """The places where the sentence reports that a state became a member of what follows; a question reports none."""
    if sentence.rstrip(" »”\"'").endswith(("?", "؟")):
        return
    for match in said.entering.finditer(sentence):
        if not _is_undone(sentence, words(sentence), match, said):
            yield Signing(*match.span(), noun_first=False)


def _is_done(sentence: str, found: Sequence[Word], match: re.Match[str], said: SigningWords) -> bool:
    before, after = _before(sentence, found, match, _DONE_BEFORE), _after(sentence, found, match, _DONE_AFTER)
    return bool(said.done.search(before + match.group()) or said.done.search(after))


def _is_undone(sentence: str, found: Sequence[Word], match: re.Match[str], said: SigningWords) -> bool:
    """Tell whether words around a signing say that it has not come to it, or that the verb means another thing."""
    behind = sentence[match.end() :].lstrip()
    happened = said.happened.fullmatch(match.group()) and said.happened_in.match(behind)
    if happened or said.other_senses.match(behind):
        return True
    if said.undone_near.search(_before(sentence, found, match, _NEAR)):
        return True
    return bool(said.undone_far.search(_before(sentence, found, match, _FAR)))


def _is_noun_first(sentence: str, found: Sequence[Word], match: re.Match[str], said: SigningWords) -> bool:
    """Tell whether what was signed is named before the verb, as in the passive."""
    if said.noun_first.fullmatch(match.group()) or said.noun_first_before.match(sentence[match.end() :].lstrip()):
        return True
    auxiliaries = _before(sentence, found, match, _AUXILIARY) + match.group()
    if said.passive.search(auxiliaries):
        return True
    return said.active is not None and not said.active.search(auxiliaries)


def _before(sentence: str, found: Sequence[Word], match: re.Match[str], most: int) -> str:
    """The last words before a match, as written."""
    near = [word for word in found if word.end <= match.start()][-most:]
    return sentence[near[0].start : match.start()] if near else ""


def _after(sentence: str, found: Sequence[Word], match: re.Match[str], most: int) -> str:
    """The first words after a match, as written."""
    near = [word for word in found if word.start >= match.end()][:most]
    return sentence[match.end() : near[-1].end] if near else ""


def signing_clause(sentence: str, signing: Signing, said: SigningWords) -> tuple[int, int]:
    """The span of the clause that tells of a signing: between the nearest breaks around it.

    A comma between two names of a list is no break, a word such as "that" or "which" is; a clause
    between two commas before the signing ("the front, which has four arms, signed") is passed over.
    """
    breaks = [found.span() for found in said.clause_breaks.finditer(sentence)]
    openings = (span for span in breaks if span[1] <= signing.start and not _is_inserted(sentence, span, signing))
    start = max((end for _, end in openings), default=0)
    end = min((start for start, _ in breaks if start >= signing.end), default=len(sentence))
    return start, end


def _is_inserted(sentence: str, opening: tuple[int, int], signing: Signing) -> bool:
    """Tell whether a clause opens after a comma and closes with one before the signing."""
    start, end = opening
    return sentence[:start].rstrip().endswith((",", "،")) and bool(_COMMA.search(sentence, end, signing.start))


def duration_in(sentence: str, said: SigningWords) -> str:
    """The first duration of the sentence in ISO 8601 (``P10Y``), or nothing."""
    for pattern in said.durations:
        for found in pattern.finditer(sentence):
            groups = found.groupdict()
            number = groups.get("number") or _number(groups.get("word") or "", said)
            unit = said.units.get(fold(groups.get("unit") or ""))
            if number and unit:
                return f"P{int(number)}{unit}"
    return ""


def _number(word: str, said: SigningWords) -> str | None:
    """The figure of a number word, also when a letter is joined to its front."""
    readings = (base for base, _, _ in said.joining.readings(fold(word)))
    return next((said.numbers[base] for base in readings if base in said.numbers), None)
