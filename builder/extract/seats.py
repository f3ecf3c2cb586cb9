"""A noun for an organisation before a town becomes the organisation of that town, and the town is no mention there.

    "tribunal de Béjaïa", "Étoile du Sahel", "جامعة بكين"

Between the two there may be words that say which one ("tribunal administratif de …"). In French and English
a noun of ``seats`` counts in small letters too, but of a town alone; a club is named after a town alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.extract.candidates import gap
from builder.extract.namewords import NameWords
from builder.extract.same_names import stranger_id
from builder.extract.speech import Spelled
from builder.extract.strangers import Strangers
from builder.models import Mention, Place, Stranger
from builder.text import Word

_INSIDE = frozenset((" ", "-", "‑", "'", "’"))
_MOST_BETWEEN = 4
_SHORTEST_BETWEEN = 4


def find_seats(
    paragraphs: Sequence[Spelled],
    taken: Iterable[Mention],
    places: Mapping[str, Place],
    languages: Mapping[str, NameWords],
) -> Strangers:
    """The organisations that are named after a place among ``taken``, where nobody and nothing else is named."""
    by_paragraph: dict[str, list[Mention]] = {}
    for mention in taken:
        by_paragraph.setdefault(mention.paragraph, []).append(mention)
    mentions: list[Mention] = []
    records: dict[str, Stranger] = {}
    hidden: set[Mention] = set()
    for spelled in paragraphs:
        words = languages.get(spelled.paragraph.language)
        there = by_paragraph.get(spelled.paragraph.id, ())
        for place, start in _seated(spelled, there, places, words) if words else ():
            text = spelled.paragraph.text[start : place.end]
            entity = stranger_id(text)
            records.setdefault(entity, Stranger(entity, "organisation", " ".join(text.split()), words_code(spelled)))
            mentions.append(Mention(entity, "organisation", text, place.paragraph, start, place.end))
            hidden.add(place)
        if words and not words.has_capitals:
            hidden.update(_last_words(spelled, there, places, words))
    return Strangers(tuple(mentions), tuple(records.values()), (), frozenset(hidden))


def words_code(spelled: Spelled) -> str:
    """The language of a paragraph."""
    return spelled.paragraph.language


def _seated(
    spelled: Spelled, there: Sequence[Mention], places: Mapping[str, Place], words: NameWords
) -> Iterator[tuple[Mention, int]]:
    """Each place that an organisation is named after, and where the organisation's name starts."""
    found = spelled.words
    starts = [word.start for word in found]
    for mention in there:
        if mention.kind != "place":
            continue
        first = bisect_left(starts, mention.start + 1) - 1
        town = mention.entity not in places or places[mention.entity].kind == "city"
        noun = (_cased if words.has_capitals else _uncased)(spelled.paragraph.text, found, first, town, words)
        if noun is None or (not words.has_capitals and found[first].start != mention.start):
            continue
        start = found[noun[0]].start + noun[1]
        if not any(other.start < mention.start and start < other.end for other in there):
            yield mention, start


def _last_words(
    spelled: Spelled, there: Sequence[Mention], places: Mapping[str, Place], words: NameWords
) -> Iterator[Mention]:
    """The places that close the name of an organisation before them: "وكالة الحوض المائي لسوس ماسة", "ديال تطوان".

    Behind "of"; behind "in" when each town has an organisation of that kind ("محكمة الاستئناف بفاس").
    """
    text, found = spelled.paragraph.text, spelled.words
    starts = [word.start for word in found]
    bodies = {mention.end: mention for mention in there if mention.kind == "organisation"}
    for mention in there:
        if mention.kind != "place" or (mention.entity in places and places[mention.entity].kind == "country"):
            continue
        first = bisect_left(starts, mention.start + 1) - 1
        joined = text[found[first].start : mention.start]
        if not joined and first and found[first - 1].folded in words.belongs and gap(text, found, first) == " ":
            first, joined = first - 1, found[first - 1].text
        body = bodies.get(found[first].start - 1)
        if body is None or not joined:
            continue
        noun = found[bisect_left(starts, body.start + 1) - 1].folded
        if joined in words.belongs or (joined in words.joining.clitics and noun in words.local):
            yield mention


def _cased(text: str, found: Sequence[Word], first: int, town: bool, words: NameWords) -> tuple[int, int] | None:
    at = first - 1
    while at >= 0 and found[at].folded in words.belongs and gap(text, found, at + 1) in _INSIDE:
        at -= 1
    if at == first - 1 or at < 0:
        return None
    for noun in range(at, max(-1, at - _MOST_BETWEEN), -1):
        word = found[noun]
        if gap(text, found, noun + 1) not in _INSIDE:
            return None
        capital = word.text[0].isupper()
        if word.folded in words.seats and (town or capital):
            return noun, 0
        if capital and (word.folded in words.bodies | words.small_bodies or (town and word.folded in words.clubs)):
            return noun, 0
        if word.folded in words.stops or (len(word.text) < _SHORTEST_BETWEEN and word.folded not in words.links):
            return None
    return None


def _uncased(text: str, found: Sequence[Word], first: int, town: bool, words: NameWords) -> tuple[int, int] | None:
    last = first - 1
    owned = last >= 0 and found[last].folded in words.belongs and gap(text, found, first) == " "
    last -= owned
    for noun in range(last, max(-1, last - _MOST_BETWEEN), -1):
        word = found[noun]
        if gap(text, found, noun + 1) != " ":
            return None
        if owned and (told := _owned(found[noun : last + 1], words)) is not None:
            return noun, told
        for bare, has_article, offset in words.joining.readings(word.folded):
            if has_article or owned:
                continue
            if bare in words.bodies | words.small_bodies | words.seats or (town and bare in words.clubs):
                return noun, offset
        if word.folded in words.stops or word.folded in words.there or word.folded in words.sayings:
            return None
        if (not owned and word.folded.startswith(words.joining.article)) or word.folded[:1] in words.joins:
            return None
    return None


def _owned(own: Sequence[Word], words: NameWords) -> int | None:
    """Where a noun begins in the first of the words that "of" links to the town ("المحكمة الابتدائية ديال تطوان").

    Behind a noun with the article only adjectives that name a kind may stand: "the old consulate" is no name.
    """
    noun, *others = own
    kinds = all(word.folded.endswith(words.describing) for word in others)
    nouns = words.bodies | words.small_bodies | words.seats
    for bare, has_article, offset in words.joining.readings(noun.folded):
        definite = has_article or bare.startswith(words.joining.article)
        full = words.joining.article + bare if has_article else bare
        if full in nouns and (kinds or not definite):
            return offset
    return None
