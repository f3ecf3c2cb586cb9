"""Who acts in a topic: people with the office that they held then and what the sources have of them."""

from __future__ import annotations

from builder.models import Evidence, TopicView
from builder.render.context import Context, entity_page
from builder.render.markdown import Markdown, block, bold, bullets, element, heading, join, link, paragraph
from builder.render.offices import offices_then

_MOST_PEOPLE = 12
_QUOTES = 2
_OPENING_QUOTES = ("«", "“", '"')


def actors(view: TopicView, here: str, context: Context) -> list[Markdown]:
    """People first, each with words; then organisations and places by name."""
    say = context.say
    people = [_person(person, view, here, context) for person in view.people[:_MOST_PEOPLE]]
    rest = [context.entity_link(person, here) for person in view.people[_MOST_PEOPLE:]]
    lines = [join(" ", [bold(say("topic.people-too") + ":"), join(", ", rest)])] if rest else []
    for kind, entities in (("organisation", view.organisations), ("place", view.places)):
        if entities:
            names = join(", ", (context.entity_link(entity, here) for entity in entities))
            lines.append(join(" ", [bold(say(f"kind.{kind}.plural") + ":"), names]))
    if not people and not lines:
        return []
    parts = [heading(2, say("topic.actors"), "actors"), *people]
    if any(context.dossier.knowledge.people.get(person) for person in view.people):
        parts.append(paragraph(say("actors.offices-from"), class_="basis"))
    return [*parts, bullets(lines)] if lines else parts


def _person(person: str, view: TopicView, here: str, context: Context) -> Markdown:
    """The name, the offices at the time of the articles, and the sentences, those that quote first."""
    spoken = (passage.evidence for passages in view.passages.values() for passage in passages)
    named = [evidence for evidence in (*spoken, *view.cited) if person in _named(evidence, context)]
    offices = offices_then(person, dict.fromkeys(evidence.article for evidence in named), here, context)
    head = join(" — ", [bold(context.entity_link(person, here)), offices or _unknown(person, context)])
    once = {evidence.quote: evidence for evidence in named}.values()
    ordered = sorted(once, key=lambda evidence: not any(mark in evidence.quote for mark in _OPENING_QUOTES))
    quotes = [context.quote(evidence, here) for evidence in ordered[:_QUOTES]]
    others = len(ordered) - len(quotes)
    if others:
        entity = context.dossier.entities[person]
        quotes.append(link(context.say.count("actors.more", others), entity_page(entity), here))
    folded = block("details", [bullets(quotes)], summary=context.say("topic.words"), data_search_exclude="true")
    return block("div", [paragraph(head), folded if quotes else ""], class_="point")


def _named(evidence: Evidence, context: Context) -> tuple[str, ...]:
    return tuple(context.named_in.get(evidence, ()))


def _unknown(person: str, context: Context) -> Markdown:
    if context.dossier.entities[person].known:
        return Markdown("")
    return element("span", context.say("entity.unknown"), class_="unknown")
