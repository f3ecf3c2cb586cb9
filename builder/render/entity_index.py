"""The index of people, of organisations and of places: a table that can be sorted, with what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from builder.models import Entity, Organisation, Place
from builder.render.company import company
from builder.render.context import FOLDERS, Context, entity_page
from builder.render.frontmatter import index_matter
from builder.render.markdown import (
    Cell,
    Markdown,
    block,
    bold,
    element,
    heading,
    join,
    link,
    page,
    paragraph,
    table,
    text,
)
from builder.render.offices import offices_then
from builder.render.pictures.map import places_map

_COLUMNS = {
    "person": ("name", "office", "articles"),
    "organisation": ("name", "kind", "articles"),
    "place": ("name", "kind", "country", "articles"),
}


def render_index(kind: str, context: Context) -> str:
    """The index of one kind in the order of the names; what the knowledge does not have stands apart."""
    say, here = context.say, f"{FOLDERS[kind]}/index.md"
    entities = [entity for entity in context.dossier.entities.values() if entity.kind == kind]
    ordered = sorted(entities, key=lambda entity: _sort_key(entity, context))
    known, unknown = [e for e in ordered if e.known], [e for e in ordered if not e.known]
    parts = [heading(1, say(f"kind.{kind}.plural"), "title"), paragraph(say(f"index.{kind}"))]
    if kind == "place":
        parts.append(places_map(here, context))
    if known:
        parts.append(_table(known, kind, here, context))
    if unknown:
        parts += [
            heading(2, say("index.unknown"), "unknown"),
            paragraph(say("index.unknown.why"), class_="basis"),
            _table(unknown, kind, here, context),
        ]
    if not entities:
        parts.append(paragraph(say("index.none")))
    if kind == "person":
        parts += company(here, context)
    return page(index_matter(say(f"kind.{kind}.plural"), context, say(f"index.{kind}")), parts)


def _sort_key(entity: Entity, context: Context) -> tuple[str, str]:
    return (str(entity.names.get(context.say.language, entity.id)).casefold(), entity.id)


def _table(entities: Sequence[Entity], kind: str, here: str, context: Context) -> Markdown:
    """A column in which no row has anything to say is left out."""
    columns = {name: [_cell(name, entity, here, context) for entity in entities] for name in _COLUMNS[kind]}
    filled = {name: cells for name, cells in columns.items() if any(cell.content for cell in cells)}
    head = [context.say(f"index.column.{name}") for name in filled]
    return block("div", [table(head, zip(*filled.values(), strict=True))], class_="register sortable index")


def _cell(column: str, entity: Entity, here: str, context: Context) -> Cell:
    record = context.dossier.knowledge.find(entity.id)
    if column == "name":
        name = bold(link(context.name_of(entity.names, entity.id), entity_page(entity), here))
        others = context.other_names(entity.names)
        return Cell(join(" ", [name, element("span", others, class_="also") if others else ""]), "")
    if column == "articles":
        return Cell(text(str(len(entity.articles))), str(len(entity.articles)))
    if column == "office":
        return Cell(offices_then(entity.id, entity.articles, here, context), "")
    if column == "country":
        return Cell(_country(record, here, context), "")
    return Cell(text(record.kind) if isinstance(record, Organisation | Place) else text(""), "")


def _country(record: object, here: str, context: Context) -> Markdown:
    """The country in which a city lies."""
    if not isinstance(record, Place) or record.kind != "city" or not record.country:
        return Markdown("")
    found = context.countries.get(record.country)
    return context.entity_link(found, here) if found else Markdown("")
