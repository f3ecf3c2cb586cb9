"""People, organisations and places: an index of each kind, and a page for everyone and everything."""

from __future__ import annotations

from collections import Counter

from builder.datewords import say_date
from builder.models import Entity, Evidence, Office, Organisation, Place
from builder.render.context import FOLDERS, Context, entity_page
from builder.render.frontmatter import entity_matter, index_matter
from builder.render.many import latest, others
from builder.render.markdown import (
    Markdown,
    blocks,
    bold,
    bullets,
    definitions,
    element,
    heading,
    join,
    link,
    page,
    paragraph,
    text,
)

_FIRST_SENTENCES = 5


def render_index(kind: str, context: Context) -> str:
    """The index of one kind, in the order of the names."""
    say, here = context.say, f"{FOLDERS[kind]}/index.md"
    entities = [entity for entity in context.dossier.entities.values() if entity.kind == kind]
    known = sorted((e for e in entities if e.known), key=lambda e: _sort_key(e, context))
    unknown = sorted((e for e in entities if not e.known), key=lambda e: _sort_key(e, context))
    parts = [heading(1, say(f"kind.{kind}.plural"), "title"), paragraph(say(f"index.{kind}"))]
    parts.append(bullets(_item(entity, here, context) for entity in known))
    if unknown:
        parts += [
            heading(2, say("index.unknown"), "unknown"),
            paragraph(say("index.unknown.why"), class_="basis"),
            bullets(_item(entity, here, context) for entity in unknown),
        ]
    return page(index_matter(say(f"kind.{kind}.plural"), context, say(f"index.{kind}")), parts)


def _sort_key(entity: Entity, context: Context) -> tuple[str, str]:
    return (str(entity.names.get(context.say.language, entity.id)).casefold(), entity.id)


def _item(entity: Entity, here: str, context: Context) -> Markdown:
    count = context.say.count("index.articles", len(entity.articles))
    name = bold(link(context.name_of(entity.names, entity.id), entity_page(entity), here))
    return join(" ", [join(" · ", [name, context.other_names(entity.names)]), element("span", count, class_="basis")])


def render_entity(entity: Entity, context: Context) -> str:
    """The page of one person, organisation or place: names, offices, and every sentence about it."""
    say, here = context.say, entity_page(entity)
    name = context.name_of(entity.names, entity.id)
    title = entity.names.get(say.language) or next(iter(entity.names.values()), entity.id)
    parts = [
        heading(1, name, "title"),
        _names(entity, context),
        *_offices(entity, here, context),
        *_register_rows(entity, here, context),
        heading(2, say("entity.said"), "said"),
        *_sayings(entity, here, context),
        *_company(entity, here, context),
    ]
    return page(entity_matter(entity, title, context), parts)


def _names(entity: Entity, context: Context) -> Markdown:
    say = context.say
    shown: list[str] = [
        join(
            " ",
            [context.in_language(name, language), element("span", context.languages[language].name, class_="basis")],
        )
        for language, name in entity.names.items()
        if language in context.languages
    ]
    aliases = join(", ", (element("bdi", alias) for alias in entity.aliases))
    record = context.dossier.knowledge.find(entity.id)
    pairs: list[tuple[str, str | list[str]]] = [
        (say("entity.names"), shown),
        (say("entity.also-written"), aliases),
        (say("entity.what"), text(record.kind) if isinstance(record, Organisation | Place) else ""),
        (
            say("entity.authority"),
            context.source(record.source) if record else element("span", say("entity.unknown"), class_="unknown"),
        ),
    ]
    return definitions(pairs)


def _offices(entity: Entity, here: str, context: Context) -> list[Markdown]:
    person = context.dossier.knowledge.people.get(entity.id)
    if person is None or not person.offices:
        return []
    return [
        heading(2, context.say("entity.offices"), "offices"),
        paragraph(context.say("entity.offices.from-knowledge"), class_="basis"),
        bullets(_office(office, here, context) for office in person.offices),
    ]


def _held(office: Office, context: Context) -> str:
    if office.held.earliest is None and office.held.latest is None:
        return context.say("office.no-dates")
    return say_date(office.held, context.say)


def _office(office: Office, here: str, context: Context) -> Markdown:
    organisation = context.entity_link(office.organisation, here) if office.organisation else ""
    title = join(", ", [context.name_of(office.title), organisation])
    source = element("span", context.source(office.source), class_="basis")
    return join(" ", [bold(_held(office, context)), title, source])


def _register_rows(entity: Entity, here: str, context: Context) -> list[Markdown]:
    rows = context.rows_naming.get(entity.id)
    if not rows:
        return []
    items = (
        join(
            " ",
            [
                bold(say_date(row.when, context.say)),
                link(context.name_of(row.names), context.register_page, here, f"agreement-{row.id}"),
            ],
        )
        for row in rows
    )
    return [heading(2, context.say("entity.agreements"), "agreements"), bullets(items)]


def _sayings(entity: Entity, here: str, context: Context) -> list[Markdown]:
    """Every sentence that names the entity, by article; of very many articles the first ones of the latest."""
    parts = [others(entity.articles, here, context)]
    by_article: dict[str, list[Evidence]] = {article: [] for article in latest(entity.articles, context)}
    for evidence in entity.evidence:
        if evidence.article in by_article:
            by_article[evidence.article].append(evidence)
    most = _FIRST_SENTENCES if len(entity.articles) > len(by_article) else None
    for article, found in by_article.items():
        quotes = [context.quote(evidence, here, named=False) for evidence in found[:most]]
        more = context.say.count("event.more", len(found) - len(quotes)) if len(found) > len(quotes) else ""
        parts += [
            heading(3, context.article_link(article, here), f"in-{article}"),
            bullets(quotes),
            paragraph(more, class_="basis"),
        ]
    return parts


def _company(entity: Entity, here: str, context: Context) -> list[Markdown]:
    """Who and what else stands in the same sentences, those that stand there most often first."""
    counts = Counter(other for sentence in entity.evidence for other in context.named_in.get(sentence, ()))
    ranked = sorted(counts.keys() - {entity.id}, key=lambda id_: (-counts[id_], id_))
    if not ranked:
        return []
    items = (
        join(
            " ",
            [
                context.entity_link(id_, here),
                element("span", context.say.count("entity.sentences", counts[id_]), class_="basis"),
            ],
        )
        for id_ in ranked
    )
    return [heading(2, context.say("entity.company"), "company"), blocks([bullets(items)])]
