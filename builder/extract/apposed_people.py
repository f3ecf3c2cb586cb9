"""Words of a script without capitals become people because of what stands beside them: who one is, or how old.

"مع فلان الفلاني، مدير ..."   "الناطق باسم كذا، فلان الفلاني، أوضح ..."   "فلانة الفلانية، 34 عاما، ..."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.extract.candidates import CERTAIN, Candidate, gap, roles_before
from builder.extract.namewords import NameWords
from builder.extract.uncased_words import COMMAS, has_age, is_one_of, is_part, is_safe
from builder.text import Word

_PAIR = 2
_REACH = 10
_OPENED = '.!?؟:«“"(-–—'


def apposed_people(text: str, found: Sequence[Word], words: NameWords) -> Iterator[Candidate]:
    """Two words (three with a particle) before a comma and a role, before an age, or between commas behind a role."""
    for after in range(_PAIR, len(found) + 1):
        told = _told(text, found, after, words)
        closed = after == len(found) or gap(text, found, after).strip()[:1] in (*COMMAS, ".")
        if not told and not closed:
            continue
        first = _first(text, found, after, words)
        if first is None:
            continue
        if (told and _is_opened(text, found, first, words)) or (
            closed and _is_inserted(text, found, first, after, words)
        ):
            reports = told and found[after].folded in words.sources
            yield Candidate("person", first, after, CERTAIN, bool(reports))


def _told(text: str, found: Sequence[Word], after: int, words: NameWords) -> bool:
    if after >= len(found):
        return False
    role = found[after].folded in words.roles and gap(text, found, after).strip() in COMMAS
    return role or has_age(text, found, after, words)


def _first(text: str, found: Sequence[Word], after: int, words: NameWords) -> int | None:
    """The first of the two words that end there, or of three when the middle one is a particle of names."""
    first = after - _PAIR
    if first and found[first].folded in words.particles and gap(text, found, first) == " ":
        first -= 1
    joined = all(gap(text, found, at) == " " for at in range(first + 1, after))
    if not joined or not is_part(found, after - 1, words) or not is_part(found, first, words):
        return None
    own = [found[first], found[after - 1]]
    return first if is_safe(own, 0, len(own), closed=True, words=words) else None


def _is_opened(text: str, found: Sequence[Word], first: int, words: NameWords) -> bool:
    """Tell whether a name may begin there: in a sentence, behind a preposition or a verb of saying."""
    if first == 0 or gap(text, found, first).strip()[-1:] in tuple(_OPENED):
        return True
    if gap(text, found, first) != " ":
        return False
    before = found[first - 1]
    return before.folded in words.stops or is_one_of(before, words.sayings, words)


def _is_inserted(text: str, found: Sequence[Word], first: int, after: int, words: NameWords) -> bool:
    """Tell whether the words stand behind a comma and a role of the clause before, and are no noun with its owner."""
    if gap(text, found, first).strip() not in COMMAS:
        return False
    last = found[after - 1].folded
    if last.startswith(words.joining.article) and not last.endswith(words.describing):
        return False
    if found[first - 1].folded in words.roles:
        return True
    return any(True for _ in roles_before(text, found, first - 1, words, _REACH))
