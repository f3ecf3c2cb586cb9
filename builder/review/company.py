"""What surrounds a name becomes support for a suggestion: shared office, dates that fit, shared company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from builder.dates import DateInterval
from builder.models import Article, Knowledge, Office, Person
from builder.text import words

ROLE, COMPANY, DATES = 0.4, 0.2, 0.1
_TELLING = 4
_FEWEST_WORDS = 2
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a name stands: articles, the known entities in them, what it is called (by language), and when."""

    articles: frozenset[str]
    company: frozenset[str]
    roles: tuple[tuple[str, str], ...]
    dates: tuple[DateInterval, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How much of the doubt the surroundings take away (below 0: add), and why in words."""

    weight: float
    reasons: tuple[str, ...]


def companions(articles: Iterable[Article], knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """The known people and organisations that stand in an article with each known person or organisation."""
    found: dict[str, set[str]] = {}
    for article in articles:
        here = {
            m.entity for m in article.mentions if m.entity in knowledge.people or m.entity in knowledge.organisations
        }
        for entity in here:
            found.setdefault(entity, set()).update(here - {entity})
    return {entity: frozenset(others) for entity, others in found.items()}


def support(entity: str, around: Surroundings, together: Mapping[str, frozenset[str]], knowledge: Knowledge) -> Support:
    """What speaks for, or against, the name being this known entity."""
    person = knowledge.people.get(entity)
    offices = person.offices if person else ()
    weight, reasons = 0.0, []
    shared = next(((office, role) for office in offices for role in around.roles if _same_office(office, role)), None)
    if shared:
        weight += ROLE
        reasons.append(f"is called “{shared[1][1]}”, and {entity} was {_title(shared[0])}")
    held = [office for office in offices if _fits(office, around.dates)] if around.dates else []
    if held:
        weight += DATES
        reasons.append(f"{entity} held an office then ({_title(held[0])}, {held[0].held.edtf})")
    elif around.dates and offices and all(office.held.earliest or office.held.latest for office in offices):
        weight -= DATES
        reasons.append(f"but {entity} held no office then")
    company = sorted(around.company & (together.get(entity, frozenset()) | _own(person)))
    if company:
        weight += COMPANY
        reasons.append(f"stands with {', '.join(company[:_SHOWN])}, as {entity} does")
    return Support(weight, tuple(reasons))


def _own(person: Person | None) -> frozenset[str]:
    return frozenset(office.organisation for office in person.offices if office.organisation) if person else frozenset()


def _title(office: Office) -> str:
    return office.title.get("en") or next(iter(office.title.values()), "")


def _fits(office: Office, dates: Sequence[DateInterval]) -> bool:
    dated = office.held.earliest or office.held.latest
    return bool(dated) and any(office.held.overlaps(date) for date in dates)


def _same_office(office: Office, role: tuple[str, str]) -> bool:
    language, said = role
    title = _telling(office.title.get(language, ""))
    shared = title & _telling(said)
    return bool(shared) and len(shared) >= min(_FEWEST_WORDS, len(title))


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.folded.removeprefix("ال") for word in words(text) if len(word.folded) >= _TELLING)
