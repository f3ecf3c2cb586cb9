"""The signing words of a language, made ready: verbs, nouns by kind, durations, comparisons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.extract.joining import Joining, joining_of
from builder.models import LanguageRules
from builder.text import Word, fold, words

_MOST_NAME_WORDS = 9
_MOST_WORDS_BETWEEN = 12


@dataclass(frozen=True, slots=True)
class SigningWords:
    """Patterns on the text as written; nouns are folded words with their kind, by the first, the longer one first."""

    signing: re.Pattern[str]
    negations: re.Pattern[str]
    comparisons: re.Pattern[str]
    ends: re.Pattern[str]
    beginnings: re.Pattern[str]
    denials: re.Pattern[str]
    clause_breaks: re.Pattern[str]
    nouns: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    durations: tuple[re.Pattern[str], ...]
    joining: Joining
    numbers: Mapping[str, str]
    units: Mapping[str, str]
    name_starts: frozenset[str]
    name_ends: frozenset[str]


def prepare_signing(rules: LanguageRules) -> SigningWords:
    """Make the patterns of a language; letters joined to the front of a word are allowed for."""
    said = rules.agreements
    clitics = f"[{''.join(sorted(set(rules.names.clitics)))}]?" if rules.names.clitics else ""
    nouns = [(tuple(word.folded for word in words(noun)), kind) for kind, found in said.nouns.items() for noun in found]
    return SigningWords(
        signing=_any_of(said.signing, clitics),
        negations=_any_of(said.negations, clitics),
        comparisons=_any_of(said.comparisons, clitics),
        ends=_any_of(said.ends, clitics),
        beginnings=_any_of(said.beginnings, clitics),
        denials=_any_of(said.denials, clitics),
        clause_breaks=_any_of(said.clause_breaks, clitics),
        nouns=_by_first_word(sorted(nouns, key=lambda noun: (-len(noun[0]), noun))),
        durations=tuple(re.compile(rf"(?<!\w){clitics}{pattern}(?!\w)", re.IGNORECASE) for pattern in said.durations),
        joining=joining_of([rules.names]),
        numbers={fold(word): figure for word, figure in said.numbers.items()},
        units={fold(word): letter for word, letter in said.units.items()},
        name_starts=frozenset(map(fold, said.name_starts)),
        name_ends=frozenset(map(fold, said.name_ends)),
    )


def _by_first_word(
    nouns: Iterable[tuple[tuple[str, ...], str]],
) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for noun, kind in nouns:
        found.setdefault(noun[0], []).append((noun, kind))
    return found


def _any_of(phrases: Iterable[str], clitics: str) -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase).replace("'", "['’]") for phrase in longest_first)
    return re.compile(rf"(?<!\w){clitics}(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def reports_signing(sentence: str, said: SigningWords) -> bool:
    """Tell whether the sentence says that something was signed, and not that it was not or might be."""
    return bool(said.signing.search(sentence)) and not said.negations.search(sentence)


def signing_clause(sentence: str, said: SigningWords) -> tuple[int, int]:
    """The span of the clause that tells of the first signing: between the nearest breaks around it.

    A comma between two names of a list is no break, a word such as "that" or "which" is.
    """
    signed = said.signing.search(sentence)
    if signed is None:
        return 0, 0
    breaks = [found.span() for found in said.clause_breaks.finditer(sentence)]
    start = max((end for _, end in breaks if end <= signed.start()), default=0)
    end = min((start for start, _ in breaks if start >= signed.end()), default=len(sentence))
    return start, end


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


def proposed_kind_and_name(sentence: str, said: SigningWords) -> tuple[str, str] | None:
    """The kind of the first agreement noun near the signing, and the words that name the agreement.

    A bare noun ("agreements were signed") names none.
    """
    found = words(sentence)
    signed = [match.span() for match in said.signing.finditer(sentence)]
    for index, word in enumerate(found):
        nouns = said.nouns.get(word.folded, ())
        if not nouns or not any(_are_near(found, index, start, end) for start, end in signed):
            continue
        for noun, kind in nouns:
            if tuple(other.folded for other in found[index : index + len(noun)]) == noun:
                first, last = _name_span(sentence, found, index, index + len(noun) - 1, said)
                if first == last:
                    continue
                return kind, sentence[found[first].start : found[last].end]
    return None


def _are_near(found: tuple[Word, ...], index: int, start: int, end: int) -> bool:
    """Tell whether a word stands within a few words of a stretch of the sentence."""
    between = sum(1 for word in found if min(end, found[index].end) <= word.start < max(start, found[index].start))
    return between <= _MOST_WORDS_BETWEEN


def _name_span(sentence: str, found: tuple[Word, ...], first: int, last: int, said: SigningWords) -> tuple[int, int]:
    """Reach back over what stands before the noun and forward over what follows, within the clause."""
    while said.name_starts and first and _joined(sentence, found, first) and last - first < _MOST_NAME_WORDS:
        if found[first - 1].folded in said.name_starts:
            break
        first -= 1
    while last + 1 < len(found) and _joined(sentence, found, last + 1) and last - first < _MOST_NAME_WORDS:
        if found[last + 1].folded in said.name_ends:
            break
        last += 1
    return first, last


def _joined(sentence: str, found: tuple[Word, ...], index: int) -> bool:
    return not re.search(r"[,.;:،؛()«»“”\"]", sentence[found[index - 1].end : found[index].start])
