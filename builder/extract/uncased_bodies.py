"""Words of a script without capitals become organisations: a noun for what one is, and the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, gap
from builder.extract.namewords import NameWords
from builder.text import Word

_BODY_WORDS = 10
_NAME_LETTERS = 3
_SHORTEST_ADJECTIVE = 5
_MOST_BETWEEN = 2


def uncased_bodies(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """The organisations that a paragraph names with a noun for what they are and the words that belong to it."""
    free = 0
    for at, word in enumerate(found):
        if at < free:
            continue
        body, offset = _body(word, words)
        if not body:
            continue
        after = _body_end(text, found, at, body, words)
        if after - at > 1 and not _is_generic(found, at, after, body, words):
            yield Candidate("organisation", at, after, CERTAIN, offset=offset)
            free = after


def _body(word: Word, words: NameWords) -> tuple[str, int]:
    """The noun for an organisation that a word is and where it begins in it; or nothing."""
    for bare, has_article, offset in words.joining.readings(word.folded):
        full = words.joining.article + bare if has_article else bare
        if full in words.bodies or full in words.small_bodies:
            return full, offset
    return "", 0


def _body_end(text: str, found: Sequence[Word], at: int, body: str, words: NameWords) -> int:
    """The word after the last one of the name.

    A noun without the article takes one with it ("وزارة الداخلية"); one with it takes adjectives. Then follow
    adjectives, what "and the" joins, and after adjectives of the noun what "for" joins.
    """
    article, joined = words.joining.article, words.joining.joined
    definite = body.startswith(article)
    owner = at + 1 if definite or body not in words.bodies | words.seats else _chain(text, found, at, words)
    after = owner
    while after < len(found) and after - at < _BODY_WORDS and gap(text, found, after) == " ":
        word, named = found[after].folded, after > owner
        if word in words.stops or word in words.titles or word in words.times:
            break
        if word.startswith(article):
            if (definite or named) and not _describes(word, words):
                break
        elif word[:1] in words.joins and word[1:].startswith(article) and named:
            if word[1:] in words.stops or word[1:] in words.times or _body(found[after], words)[0]:
                break
        elif not (named and definite and word[:1] in words.links):
            break
        elif not word.startswith(joined):
            if not _takes_object(text, found, after, words):
                break
            after += 1
        after += 1
    return after


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
        and found[at + 1].folded.startswith(words.joining.article)
        and found[at + 1].folded not in words.times
    )


def _describes(word: str, words: NameWords) -> bool:
    return word.endswith(words.describing) and (len(word) > _SHORTEST_ADJECTIVE or word in words.describing)


def _is_generic(found: Sequence[Word], at: int, after: int, body: str, words: NameWords) -> bool:
    own = (body, *(word.folded for word in found[at + 1 : after]))
    if any(own[:length] in words.generic for length in range(2, len(own) + 1)):
        return True
    definite = body.startswith(words.joining.article)
    for_whom = any(word[:1] in words.links for word in own[1:])
    if definite:
        return not for_whom and not (body in words.bodies and len(own) >= _NAME_LETTERS)
    return body in words.small_bodies and len(own) < _NAME_LETTERS and not for_whom
