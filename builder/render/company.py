"""Who appears with whom: people whom the same article or the same sentence names, as a picture and as a table.

To stand in one sentence says more than to stand in one article, so both are told apart; neither says that two
people met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from builder.models import Evidence
from builder.render.context import Context, article_page
from builder.render.markdown import Cell, Markdown, block, bold, heading, join, table, text
from builder.render.pictures.arcs import Arc, arcs
from builder.render.pictures.svg import figure

_FEWEST_PEOPLE, _FEWEST_PAIRS = 4, 4
"""Fewer are told as well by their own pages."""
_MOST_PEOPLE, _MOST_PAIRS = 24, 60
_MOST_TOGETHER = 200
"""An article that names more people is a list: only who stands in one sentence of it is together there."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, the articles that name both, and the sentences that do."""

    people: tuple[str, str]
    articles: tuple[str, ...]
    sentences: tuple[Evidence, ...]

    @property
    def rank(self) -> tuple[int, int, tuple[str, str]]:
        """The order in which pairs are told: most sentences together first, then most articles."""
        return (-len(self.sentences), -len(self.articles), self.people)


def company(here: str, context: Context) -> list[Markdown]:
    """The section of the page of people; nothing where too few appear together."""
    shown = _shown(_pairs(context))
    people = {person for pair in shown for person in pair.people}
    if len(people) < _FEWEST_PEOPLE or len(shown) < _FEWEST_PAIRS:
        return []
    say = context.say
    drawn = arcs(
        {person: context.entity_link(person, here) for person in sorted(people)},
        [Arc(*pair.people, _told(pair, context), bool(pair.sentences), _way(pair)) for pair in shown],
        say("company.title"),
        here,
    )
    head = [say(f"company.{column}") for column in ("one", "other", "articles", "sentence")]
    rows = table(head, (_row(pair, here, context) for pair in shown))
    return [
        heading(2, say("company.title"), "company"),
        figure([drawn], [say("company.lines")], "company"),
        block("details", [block("div", [rows], class_="register sortable")], summary=say("company.table")),
    ]


def _pairs(context: Context) -> list[Pair]:
    people = {entity.id: entity for entity in context.dossier.entities.values() if entity.kind == "person"}
    together: dict[tuple[str, str], list[str]] = {}
    named: dict[str, list[str]] = {}
    for entity in people.values():
        for article in entity.articles:
            named.setdefault(article, []).append(entity.id)
    sentences: dict[tuple[str, str], list[Evidence]] = {}
    side_by_side: dict[str, set[tuple[str, str]]] = {}
    for sentence, everyone in context.named_in.items():
        for pair in combinations(sorted(one for one in everyone if one in people), 2):
            sentences.setdefault(pair, []).append(sentence)
            side_by_side.setdefault(sentence.article, set()).add(pair)
    for article, found in sorted(named.items()):
        few = len(found) <= _MOST_TOGETHER
        for pair in combinations(sorted(found), 2) if few else side_by_side.get(article, ()):
            together.setdefault(pair, []).append(article)
    found_pairs = (Pair(p, tuple(a), tuple(sorted(sentences.get(p, ()), key=_place))) for p, a in together.items())
    return sorted(found_pairs, key=lambda pair: pair.rank)


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return (evidence.article, int(evidence.paragraph.removeprefix("p")), evidence.start)


def _shown(ranked: Sequence[Pair]) -> list[Pair]:
    """The first pairs, of no more people than a picture holds."""
    people: set[str] = set()
    shown: list[Pair] = []
    for pair in ranked:
        if len(people | set(pair.people)) <= _MOST_PEOPLE and len(shown) < _MOST_PAIRS:
            people |= set(pair.people)
            shown.append(pair)
    return shown


def _told(pair: Pair, context: Context) -> str:
    names = [_name(person, context) for person in pair.people]
    return context.say("company.pair", one=names[0], other=names[1], together=_together(pair, context))


def _together(pair: Pair, context: Context) -> str:
    if pair.sentences:
        return context.say.count("company.sentences", len(pair.sentences))
    return context.say.count("company.in-articles", len(pair.articles))


def _name(person: str, context: Context) -> str:
    names = context.dossier.entities[person].names
    return names.get(context.say.language) or next(iter(names.values()), person)


def _way(pair: Pair) -> tuple[str, str] | None:
    """The page and the paragraph that names both in one sentence."""
    return (article_page(pair.sentences[0].article), pair.sentences[0].paragraph) if pair.sentences else None


def _row(pair: Pair, here: str, context: Context) -> list[str | Cell]:
    one, other = (context.entity_link(person, here) for person in pair.people)
    count = Cell(text(str(len(pair.articles))), str(len(pair.articles)))
    return [bold(one), other, count, _words(pair, here, context)]


def _words(pair: Pair, here: str, context: Context) -> Markdown:
    """The first sentence that names both, by its source; how many more there are."""
    if not pair.sentences:
        return Markdown("")
    others = len(pair.sentences) - 1
    more = context.say.count("event.more", others) if others else ""
    return join(" ", [context.reference(pair.sentences[0], here), more])
