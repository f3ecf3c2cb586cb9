"""Words of a script without capitals become organisations: a noun for what one is, and the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, begins_given, gap
from builder.extract.namewords import NameWords
from builder.text import Word

_BODY_WORDS = 10
_NAME_LETTERS = 3
_SHORTEST_ADJECTIVE = 5
_MOST_BETWEEN = 2
_SHORTEST = 2


def uncased_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The organisations that a paragraph names with a noun for what they are and the words that belong to it."""
    free = 0
    for at, word in enumerate(found):
        if at < free:
            continue
        body, offset = _body(word, words)
        if not body or _is_adjective(found, at, words):
            continue
        after = _body_end(text, found, at, body, words)
        announced = after - at == 1 and body in words.heralds and _is_odd(text, found, after, words)
        after += announced
        after = _over_owners(text, found, at, after, body, words)
        generic = (_is_phrase if announced else _is_generic)(found, at, after, body, words)
        if after - at > 1 and not generic:
            yield Candidate("organisation", at, after, CERTAIN, offset=offset)
            free = after


def _body(word: Word, words: NameWords) -> tuple[str, int]:
    """The noun for an organisation that a word is and where it begins in it; or nothing."""
    for bare, has_article, offset in words.joining.readings(word.folded):
        full = words.joining.article + bare if has_article else bare
        if full in words.bodies or full in words.small_bodies:
            return full, offset
    return "", 0


def _is_adjective(found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether the word describes the noun before it, which has the same ending ("هجرة منظمة")."""
    if found[at].folded not in words.mixed or not at:
        return False
    before = found[at - 1].folded
    return before.endswith(found[at].folded[-1]) and before not in words.stops and len(before) >= _NAME_LETTERS


def _over_owners(text: str, found: Sequence[Word], at: int, after: int, body: str, words: NameWords) -> int:
    """The end of a name that goes on with whose it is: "المديرية ديال التعليم ديال ...", "المكتب الوطني ديال الما".

    One owner alone behind a noun with nothing else is no name ("المكتب ديال الوالي").
    """
    article, end, owners = words.joining.article, after, 0
    if not body.startswith(article) or body not in words.bodies:
        return after
    while end + 1 < len(found) and end - at < _BODY_WORDS and found[end].folded in words.owners:
        owner = found[end + 1].folded
        if (
            gap(text, found, end) != " "
            or gap(text, found, end + 1) != " "
            or owner in words.stops
            or owner in words.times
        ):
            break
        end, owners = end + 2, owners + 1
        while end < len(found) and gap(text, found, end) == " " and end - at < _BODY_WORDS:
            word = found[end].folded
            joined = word[:1] in words.joins and word[1:].startswith(article) and word[1:] not in words.times
            if not joined and not (word.startswith(article) and _describes(word, words)):
                break
            end += 1
    return end if owners > 1 or (owners and after - at > 1) else after


def _body_end(text: str, found: Sequence[Word], at: int, body: str, words: NameWords) -> int:
    """The word after the last one of the name.

    A noun without the article takes one with it ("وزارة الداخلية"); one with it takes adjectives. Then follow
    adjectives, what "and the" joins, and after adjectives of the noun what "for" joins.
    """
    article, joined = words.joining.article, words.joining.joined
    definite = body.startswith(article)
    namesake = at + 1 if definite else _namesake(text, found, at, body, words)
    owner = at + 1 if definite or body not in words.bodies | words.seats else _chain(text, found, at, words)
    purpose = at + 1 if definite else _with_purpose(text, found, at, words)
    own = max(namesake, purpose) > at + 1
    after = owner = max(owner, namesake, purpose)
    takes_purpose = definite or body in words.quoted
    while after < len(found) and after - at < _BODY_WORDS and gap(text, found, after) == " ":
        word, named = found[after].folded, own or after > owner
        if word in words.stops or word in words.titles or word in words.times:
            break
        if word.startswith(article):
            if (definite or named) and not _describes(word, words):
                break
        elif word[:1] in words.joins and word[1:].startswith(article) and named:
            if word[1:] in words.stops or word[1:] in words.times or _body(found[after], words)[0]:
                break
        elif not (named and takes_purpose and word[:1] in words.links):
            break
        elif not word.startswith(joined):
            if not _takes_object(text, found, after, words):
                break
            after += 1
        after += 1
    return after


def _namesake(text: str, found: Sequence[Word], at: int, body: str, words: NameWords) -> int:
    """The end of the person's name that a school or a hospital bears ("مستشفى الأمير زيد"), or the next word."""
    first = at + 1
    if body not in words.named_after or body not in words.seats | words.bodies:
        return first
    if first < len(found) and found[first].folded in words.titles | words.roles and gap(text, found, first) == " ":
        first += 1
    if first >= len(found) or gap(text, found, first) != " ":
        return at + 1
    length = begins_given(found, first, words.given) or begins_given(found, first, words.weak_given)
    if not length and found[first].folded not in words.kin:
        return at + 1
    after = first + max(length, 1)
    if after < len(found) and gap(text, found, after) == " " and _may_be_surname(found[after], words):
        after += 1
    return after


def _may_be_surname(word: Word, words: NameWords) -> bool:
    grammar = word.folded in words.stops or word.folded in words.times or word.folded in words.sayings
    joined = word.folded[:1] in words.joining.clitics and word.folded[1:].startswith(words.joining.article)
    return not grammar and not joined and len(word.folded) >= _NAME_LETTERS and word.folded not in words.there


def _with_purpose(text: str, found: Sequence[Word], at: int, words: NameWords) -> int:
    """The end of one to three words of a name and "for the" with what it is for ("جمعية تيزي للماء")."""
    for after in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(found))):
        word = found[after].folded
        if gap(text, found, after) != " ":
            break
        if word.startswith(words.joining.joined) and len(word) >= _SHORTEST_ADJECTIVE and after > at + 1:
            return after + 1
        plain = not word.startswith(words.joining.article) and not word.endswith(words.describing)
        grammar = word in words.stops or word in words.times or word in words.titles or word in words.sayings
        if grammar or not plain or len(word) < _SHORTEST or word[:1] in words.joins or word in words.never:
            break
    return at + 1


def _chain(text: str, found: Sequence[Word], at: int, words: NameWords) -> int:
    """The last of the nouns without the article that stand between the noun and one with it ("جمعية حفظ التراث")."""
    for after in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(found))):
        word = found[after].folded
        if gap(text, found, after) != " " or word in words.stops or word in words.times or word in words.titles:
            break
        if word.startswith(words.joining.article):
            return after
        joined = word[:1] in words.joining.clitics and word[1:].startswith((words.joining.article, *words.stops))
        if len(word) < _NAME_LETTERS or joined or word in words.sayings:
            break
    return at + 1


def _takes_object(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether "for" stands before a noun that has one with the article after it ("لحماية البيئة")."""
    return (
        at + 1 < len(found)
        and gap(text, found, at + 1) == " "
        and len(found[at].folded) > _NAME_LETTERS
        and (found[at + 1].folded.startswith(words.joining.article) or found[at].folded[1:] in words.place_nouns)
        and found[at + 1].folded not in words.times
    )


def _describes(word: str, words: NameWords) -> bool:
    return word.endswith(words.describing) and (len(word) > _SHORTEST_ADJECTIVE or word in words.describing)


def _is_odd(text: str, found: Sequence[Word], at: int, words: NameWords) -> bool:
    """Tell whether a word behind a noun without the article does not describe it and is no verb: it is a name."""
    if at >= len(found) or gap(text, found, at) != " ":
        return False
    word = found[at].folded
    grammar = word in words.never_places or word in words.there or word in words.place_nouns or word[1:] in words.stops
    front = word.startswith((*words.never_begins, words.joining.article)) or word[:1] in words.joins
    return len(word) > _NAME_LETTERS and not (grammar or front or word.endswith(words.inflected) or word.isdecimal())


def _is_phrase(found: Sequence[Word], at: int, after: int, body: str, words: NameWords) -> bool:
    own = (body, *(word.folded for word in found[at + 1 : after]))
    return any(own[:length] in words.generic for length in range(2, len(own) + 1))


def _is_generic(found: Sequence[Word], at: int, after: int, body: str, words: NameWords) -> bool:
    if _is_phrase(found, at, after, body, words):
        return True
    own = (body, *(word.folded for word in found[at + 1 : after]))
    definite = body.startswith(words.joining.article)
    for_whom = any(word[:1] in words.links for word in own[1:])
    if definite:
        return not for_whom and len(own) < _NAME_LETTERS
    return body in words.small_bodies and len(own) < _NAME_LETTERS and not for_whom
