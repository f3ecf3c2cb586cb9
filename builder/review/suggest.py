"""An unknown name becomes suggestions: the known entries whose names are like it, each with its score and reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.models import Knowledge, LikePair, Organisation, Person, Suggestion
from builder.review.company import Surroundings, support
from builder.review.likeness import Likeness, organisation_likeness, person_likeness
from builder.review.sounds import first_sounds
from builder.text import fold, words

SHOWN = 0.8
"""From this score on a suggestion is shown."""
_CONSIDERED = 0.65
_MOST = 5
_MOST_CERTAIN = 0.99


def suggest(
    name: str, kind: str, around: Surroundings, knowledge: Knowledge, together: Mapping[str, frozenset[str]]
) -> tuple[Suggestion, ...]:
    """The known entries that a name may mean, the likeliest first; never one that the editor ruled out."""
    entries: Sequence[Person | Organisation] = tuple(
        (knowledge.people if kind == "person" else knowledge.organisations).values()
    )
    found: list[tuple[float, Suggestion]] = []
    for entry in entries:
        if fold(name) in entry.not_same:
            continue
        like = _likeness(name, entry)
        if like.score < _CONSIDERED:
            continue
        given = support(entry.id, around, together, knowledge)
        score = min(_MOST_CERTAIN, like.score + (1 - like.score) * given.weight)
        if score >= SHOWN:
            shown = entry.names.get("en") or next(iter(entry.names.values()))
            found.append((score, Suggestion(entry.id, shown, round(score, 2), (like.why, *given.reasons))))
    found.sort(key=lambda ranked: (-ranked[0], ranked[1].entity))
    return tuple(suggestion for _, suggestion in found[:_MOST])


def _likeness(name: str, entry: Person | Organisation) -> Likeness:
    forms = dict.fromkeys((*entry.names.values(), *entry.aliases))
    if isinstance(entry, Organisation):
        return max((organisation_likeness(name, form) for form in forms), key=lambda like: like.score)
    heard = first_sounds(name)
    near = (form for form in forms if heard & first_sounds(form))
    return max(
        (person_likeness(name, form) for form in near), key=lambda like: like.score, default=Likeness(0.0, "", "")
    )


def like_pairs(names: Sequence[tuple[str, str]]) -> tuple[LikePair, ...]:
    """The pairs of unknown names (each with its kind) that may be one person or organisation, the likeliest first."""
    found = []
    for one, other, kind in _near(names):
        like = (person_likeness if kind == "person" else organisation_likeness)(one, other)
        if like.score >= SHOWN:
            found.append(LikePair(one, other, round(like.score, 2), like.why))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other)))


def _near(names: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """The pairs of one kind that share a first sound or, for organisations, any at all."""
    heard = [first_sounds(name) if kind == "person" else frozenset() for name, kind in names]
    for number, (one, kind) in enumerate(names):
        for place in range(number):
            other, its_kind = names[place]
            if kind == its_kind and (kind != "person" or heard[number] & heard[place]):
                yield other, one, kind


def is_short(name: str) -> bool:
    """Tell whether a person's name is one word, which names nobody alone."""
    return len(words(name)) < 2
