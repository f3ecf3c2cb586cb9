"""What a word of a script without capitals may be beside others: a part of a name, a verb, a role, an age."""

from __future__ import annotations

from collections.abc import Sequence, Set

from builder.extract.candidates import CERTAIN, begins_any, begins_given, gap, roles_before
from builder.extract.namewords import NameWords
from builder.text import Word

COMMAS = ("،", ",")
SHORTEST = 2
_REACH = 12
_NAME_LETTERS = 3
_GIVEN_OF_GOD = 7
_OLDEST = 3
"""Figures of an age."""


def given_words(found: Sequence[Word], at: int, names: frozenset[tuple[str, ...]], words: NameWords) -> int:
    """How many words are a given name; "على" is a preposition, whatever its letters are compared as."""
    if at >= len(found) or (found[at].text.endswith("ى") and len(found[at].text) <= _NAME_LETTERS):
        return 0
    return 0 if found[at].folded in words.not_given else begins_given(found, at, names)


def servant_words(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How many words are a name that says whose servant one is: "عبد" and a word with the article, also as one word."""
    if at >= len(found) or not words.servants:
        return 0
    word, article = found[at].folded, words.joining.article
    if word in words.servants and at + 1 < len(found) and found[at + 1].folded.startswith(article):
        return 2
    joined = any(word.startswith(servant + article) for servant in words.servants)
    return int(joined and len(word) >= _GIVEN_OF_GOD)


def bare(word: Word, words: NameWords) -> str:
    """The word without a conjunction or a preposition that is joined to it."""
    clitic = word.folded[:1] in words.joining.clitics and word.folded[1:].startswith(words.joining.article)
    return word.folded[1:] if clitic else word.folded


def is_one_of(word: Word, those: Set[str], words: NameWords) -> bool:
    """Tell whether a word is one of some, also with a letter joined to its front."""
    return word.folded in those or (word.folded[:1] in words.joining.clitics and word.folded[1:] in those)


def stands_behind(text: str, found: Sequence[Word], at: int, those: Set[str], words: NameWords) -> bool:
    """Tell whether one of some words stands right before a word."""
    return at > 0 and gap(text, found, at) == " " and is_one_of(found[at - 1], those, words)


def is_part(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word may be part of a name: no word of grammar, of an office, or with letters joined to it."""
    if at >= len(found):
        return False
    word = found[at].folded
    if len(word) < SHORTEST or word in words.stops or word in words.never or word in words.sayings or word.isdecimal():
        return False
    article = words.joining.article
    if word.startswith(words.verb_fronts) or (word.endswith(words.verb_ends) and not begins_any(found, at, words)):
        return False
    if word[:1] in words.joins or (word[-1:] in words.plurals and word[:-1] in words.roles):
        return False
    if word[:1] in words.joining.clitics and (word[1:].startswith(article) or word.startswith(words.joining.joined)):
        return len(word) > len(article) + 1 and word[1:3] != article and not word.startswith(words.joining.joined)
    return word[1:] not in words.stops and word[1:] not in words.sayings


def is_safe(found: Sequence[Word], first: int, after: int, closed: bool, words: NameWords) -> bool:
    """Tell whether words are a name though no given name is among them: two at least, the first without the article.

    What mostly begins a verb begins no word of it, but for the second of a name that is ``closed``, as by a comma.
    """
    own = found[first:after]
    return (
        len(own) >= SHORTEST
        and not own[0].folded.startswith(words.joining.article)
        and all(
            word.folded not in words.never
            and word.folded not in words.stops
            and word.folded not in words.there
            and len(word.folded) >= _NAME_LETTERS
            and (not word.folded.startswith(words.never_begins) or (closed and number > 0))
            for number, word in enumerate(own)
        )
    )


def is_closed(text: str, found: Sequence[Word], after: int, words: NameWords) -> bool:
    """Tell whether a name must end there: at a stop, a comma, a bracket, or before a verb of saying."""
    if after >= len(found) or gap(text, found, after).strip(" \"'«»"):
        return True
    return found[after].folded in words.sayings


def has_age(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a name ends before an age: behind a comma, a bracket or "aged", a number and the word for years."""
    aged = at < len(found) and found[at].folded in words.aged and gap(text, found, at) in (" ", "، ", ", ", " (")
    if not aged and (at >= len(found) or gap(text, found, at).strip() not in (*COMMAS, "(")):
        return False
    while at < len(found) and found[at].folded in words.aged:
        at += 1
    number = found[at].text if at < len(found) else ""
    return number.isdecimal() and len(number) < _OLDEST and at + 1 < len(found) and found[at + 1].folded in words.years


def follows_namesake(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a street, a school or the like stands before the name, perhaps with a title between."""
    for place in (at - 1, at - 2):
        if place < 0 or gap(text, found, place + 1) != " ":
            return False
        if is_one_of(found[place], words.named_after, words):
            return True
        if bare(found[place], words) not in words.titles:
            return False
    return False


def weigh(text: str, found: Sequence[Word], at: int, words: NameWords) -> tuple[int, bool]:
    """How much stands before a name: a title, a role with what it is an office of, or a verb of saying.

    Also tells whether the person reports for the source.
    """
    titled = at > 0 and gap(text, found, at) == " " and bare(found[at - 1], words) in words.titles
    if titled or stands_behind(text, found, at, words.family, words):
        return CERTAIN, False
    for role in roles_before(text, found, at, words, _REACH):
        if all(_leads(found, between, words) for between in range(role + 1, at)):
            return CERTAIN, found[role].folded in words.sources
        break
    heard = at > 1 and stands_behind(text, found, at, words.hearers, words)
    said = stands_behind(text, found, at - 1 if heard else at, words.sayings, words)
    return CERTAIN * (said or stands_behind(text, found, at, words.led_by, words)), False


def told_behind(text: str, found: Sequence[Word], after: int, words: NameWords) -> int:
    """How much what follows a name tells of a person: a role, an age, whom one belongs to, or who one is."""
    if after >= len(found):
        return 0
    between, word = gap(text, found, after).strip(), found[after].folded
    if (between in ("", *COMMAS, "(") and word in words.roles) or has_age(text, found, after, words):
        return CERTAIN
    if between not in COMMAS:
        return 0
    behind = found[after + 1].folded if after + 1 < len(found) else ""
    if word in words.there and (behind in words.bodies or behind in words.small_bodies):
        return CERTAIN
    return int(word in words.relatives)


def _leads(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word may stand between a role and a name: what it is an office of, with the article mostly."""
    word, article = found[at], words.joining.article
    rest = word.folded[1:] if word.folded[:1] in words.joining.clitics else word.folded
    if word.folded.startswith(article) or rest.startswith((article, article[1:])) or word.folded in words.roles:
        return True
    owned = at + 1 < len(found) and found[at + 1].folded.startswith(article)
    if word.folded in words.in_offices:
        return owned
    noun = word.folded not in words.stops and word.folded not in words.sayings
    return noun and (word.folded in words.bodies or owned)
