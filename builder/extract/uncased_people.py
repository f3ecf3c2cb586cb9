"""Words of a script without capitals become people: a cue says where a name begins, its words say where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, begins_given, gap, roles_before
from builder.extract.namewords import NameWords
from builder.text import Word

_REACH = 12
_MOST_WORDS = 5
_SHORTEST = 2
_NAME_LETTERS = 3
_PAIR = 2


def uncased_people(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The people whom a paragraph may name: a given name, two words after a title, or two before a comma and a role."""
    told = list(_announced(text, found, words))
    taken = {at for candidate in told for at in range(candidate.first, candidate.after)}
    yield from told
    yield from (one for one in _apposed(text, found, words) if not taken.intersection(range(one.first, one.after)))


def _announced(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    free = 0
    for at in range(len(found)):
        if at < free:
            continue
        given, weak, offset = _given_there(found, at, words)
        titled = at > 0 and gap(text, found, at) == " " and _bare(found[at - 1], words) in words.titles
        if not given and not weak and not titled:
            continue
        after = _end(text, found, at, max(given, weak, 1), words)
        if after == at or _follows_namesake(text, found, at, words):
            continue
        weight, reports = _weigh(text, found, at, titled, words)
        weight = weight or _told_behind(text, found, after, words) or (weak and _goes_on(found, at + weak, words))
        if weak and not weight:
            continue
        if not given and not weak and (_is_rank(found, at, words) or not _is_safe(found, at, after, words)):
            continue
        yield Candidate("person", at, after, weight + CERTAIN * bool(given), reports, offset=offset)
        free = after


def _apposed(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """Two words between a preposition and a comma behind which a role stands: "مع فلان الفلاني، مدير ..."."""
    for at in range(_PAIR + 1, len(found)):
        if found[at].folded not in words.roles or gap(text, found, at).strip() not in ("،", ","):
            continue
        first, before = at - _PAIR, found[at - _PAIR - 1].folded
        joined = gap(text, found, first) == " " and gap(text, found, first + 1) == " "
        opened = before in words.stops or before in words.sayings or before[1:] in words.sayings
        if joined and opened and _is_safe(found, first, at, words) and _is_part(found, at - 1, words):
            yield Candidate("person", first, at, CERTAIN, found[at].folded in words.sources)


def _is_rank(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a given name follows within the next words: then these belong to the title."""
    return any(_given(found, later, words.given) for later in range(at + 1, min(at + _PAIR + 1, len(found))))


def _given(found: Sequence[Word], at: int, names: frozenset[tuple[str, ...]]) -> int:
    """How many words are a given name; "على" is a preposition, whatever its letters are compared as."""
    return (
        0 if found[at].text.endswith("ى") and len(found[at].text) <= _NAME_LETTERS else begins_given(found, at, names)
    )


def _given_there(found: Sequence[Word], at: int, words: NameWords) -> tuple[int, int, int]:
    """How many words are a given name, or else a weak one, and how many letters are joined to its front."""
    given = _given(found, at, words.given)
    weak = 0 if given else _given(found, at, words.weak_given)
    if given or weak or found[at].folded[:1] not in words.joining.clitics:
        return given, weak, 0
    bare = (found[at].folded[1:],)
    return int(bare in words.given), int(bare in words.weak_given), 1


def _goes_on(found: Sequence[Word], at: int, words: NameWords) -> int:
    """How sure a name is because of what goes on with it: another given name, or "son of" and a word for a name."""
    another = _given(found, at, words.given) or (at < len(found) and found[at].folded in words.kin)
    return CERTAIN * bool(another)


def _bare(word: Word, words: NameWords) -> str:
    """The word without a conjunction or a preposition that is joined to it."""
    clitic = word.folded[:1] in words.joining.clitics and word.folded[1:].startswith(words.joining.article)
    return word.folded[1:] if clitic else word.folded


def _end(text: str, found: Sequence[Word], first: int, given: int, words: NameWords) -> int:
    """The word after a name that begins with so many words of a given name; the first one when none follows."""
    at = first + given
    surname = patronym = False
    while at < len(found) and at - first < _MOST_WORDS and gap(text, found, at) == " ":
        word = found[at].folded
        if word in words.particles and _is_part(found, at + 1, words):
            patronym = bool(_given(found, at + 1, words.given) or _given(found, at + 1, words.weak_given))
            at += 2
            surname = True
            continue
        further = _given(found, at, words.given)
        if further and not surname:
            at += further
            continue
        if not _is_part(found, at, words) or (surname and not word.startswith(words.joining.article)):
            break
        if surname and not patronym:
            break
        patronym = False
        at += 1
        surname = True
        if word.startswith(words.joining.article):
            break
    return at if at - first > given or (at - first == given and given > 1 and surname) else first


def _is_part(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word may be part of a name: no word of grammar, of an office, or with letters joined to it."""
    if at >= len(found):
        return False
    word = found[at].folded
    if len(word) < _SHORTEST or word in words.stops or word in words.never or word in words.sayings or word.isdecimal():
        return False
    article = words.joining.article
    if word[:1] in words.joins:
        return False
    if word[:1] in words.joining.clitics and (word[1:].startswith(article) or word.startswith(words.joining.joined)):
        return len(word) > len(article) + 1 and word[1:3] != article and not word.startswith(words.joining.joined)
    return word[1:] not in words.stops and word[1:] not in words.sayings


def _follows_namesake(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a street, a school or the like stands before the name, perhaps with a title between."""
    for place in (at - 1, at - 2):
        if place < 0 or gap(text, found, place + 1) != " ":
            return False
        word = found[place].folded
        if word in words.named_after or (word[:1] in words.joining.clitics and word[1:] in words.named_after):
            return True
        if _bare(found[place], words) not in words.titles:
            return False
    return False


def _weigh(text: str, found: Sequence[Word], at: int, titled: bool, words: NameWords) -> tuple[int, bool]:
    if titled:
        return CERTAIN, False
    for role in roles_before(text, found, at, words, _REACH):
        between = found[role + 1 : at]
        if all(_leads(word, words) for word in between):
            return CERTAIN, found[role].folded in words.sources
        break
    said = at > 0 and gap(text, found, at) == " " and _verb(found[at - 1], words) in words.sayings
    return CERTAIN * said, False


def _told_behind(text: str, found: Sequence[Word], after: int, words: NameWords) -> int:
    """How much what follows a name tells of a person: a role, whom one belongs to, or after a comma who one is."""
    if after >= len(found):
        return 0
    between, word = gap(text, found, after).strip(), found[after].folded
    if between in ("", "،", ",", "(") and word in words.roles:
        return CERTAIN
    if between not in ("،", ","):
        return 0
    behind = found[after + 1].folded if after + 1 < len(found) else ""
    if word in words.there and behind in words.bodies | words.small_bodies:
        return CERTAIN
    return int(word in words.relatives)


def _leads(word: Word, words: NameWords) -> bool:
    """Tell whether a word may stand between a role and a name: what it is an office of, with the article mostly."""
    bare = word.folded[1:] if word.folded[:1] in words.joining.clitics else word.folded
    article = words.joining.article
    return (
        word.folded.startswith(article)
        or bare.startswith((article, article[1:]))
        or word.folded in words.roles
        or (word.folded not in words.stops and word.folded not in words.sayings and word.folded in words.bodies)
    )


def _verb(word: Word, words: NameWords) -> str:
    return word.folded if word.folded in words.sayings else word.folded[1:]


def _is_safe(found: Sequence[Word], first: int, after: int, words: NameWords) -> bool:
    """Tell whether two words after a title are a name though no given name is among them."""
    own = found[first:after]
    return (
        len(own) >= _SHORTEST
        and not own[0].folded.startswith(words.joining.article)
        and all(
            word.folded not in words.never
            and word.folded not in words.stops
            and len(word.folded) >= _NAME_LETTERS
            and word.folded[:1] not in words.never_begins
            for word in own
        )
    )
