"""A person, organisation or place becomes its page: names, offices, every sentence about it, its company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.datewords import say_date
from builder.models import Entity, Evidence, Office, Organisation, Place
from builder.render.context import FOLDERS, Context, entity_page, topic_page
from builder.render.frontmatter import entity_matter
from builder.render.many import latest, others
from builder.render.markdown import (
    Markdown,
    block,
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
from builder.render.offices import office_name, offices_then

_FIRST_SENTENCES = 5
_SEARCHED_TWICE = 200


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
    """The card: names in each language, other spellings, what it is, in how much of the dossier, and who says so."""
    say, here = context.say, entity_page(entity)
    record = context.dossier.knowledge.find(entity.id)
    aliases = join(", ", (element("bdi", alias) for alias in entity.aliases))
    topics = [
        link(view.topic.title, topic_page(view.topic.id), here)
        for view in context.dossier.topics
        if entity.id in (*view.people, *view.organisations, *view.places)
    ]
    named = join(" ", [say.count("figures.articles", len(entity.articles)), _span(entity, context)])
    pairs: list[tuple[str, str | list[str]]] = [
        (say("entity.names"), list(_names_by_language(entity, context))),
        (say("entity.also-written"), aliases),
        (say("entity.what"), text(record.kind) if isinstance(record, Organisation | Place) else ""),
        (say("entity.office-then"), offices_then(entity.id, entity.articles, here, context)),
        (say("entity.named-in"), named),
        (say("card.topics"), join(" · ", topics)),
        (
            say("entity.authority"),
            context.source(record.source) if record else element("span", say("entity.unknown"), class_="unknown"),
        ),
    ]
    return block("div", [definitions(pairs)], class_="card")


def _names_by_language(entity: Entity, context: Context) -> Iterator[Markdown]:
    """Each name once with the languages that write it so, the interface language's first."""
    spoken: dict[str, list[str]] = {}
    for language, name in sorted(entity.names.items(), key=lambda item: item[0] != context.say.language):
        if language in context.languages:
            spoken.setdefault(name, []).append(language)
    for name, languages in spoken.items():
        told = ", ".join(context.languages[language].name for language in languages)
        yield join(" ", [context.in_language(name, languages[0]), element("span", told, class_="basis")])


def _span(entity: Entity, context: Context) -> Markdown:
    """The years of the articles that name it."""
    years = [
        year
        for article in entity.articles
        if (dating := context.articles[article].dating)
        for day in (dating.when.earliest, dating.when.latest)
        if day and (year := day.year)
    ]
    if not years:
        return Markdown("")
    told = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
    return element("span", told, class_="basis")


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
    source = element("span", context.source(office.source), class_="basis")
    return join(" ", [bold(_held(office, context)), office_name(office, here, context), source])


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
    # In a large dossier search finds these sentences in the articles alone: twice would double what a reader loads.
    repeated = {"data_search_exclude": "true"} if len(context.dossier.articles) > _SEARCHED_TWICE else {}
    most = _FIRST_SENTENCES if len(entity.articles) > len(by_article) else None
    for article, found in by_article.items():
        quotes = [context.quote(evidence, here, named=False) for evidence in found[:most]]
        more = context.say.count("event.more", len(found) - len(quotes)) if len(found) > len(quotes) else ""
        parts += [
            heading(3, context.article_link(article, here), f"in-{article}", **repeated),
            bullets(quotes),
            paragraph(more, class_="basis"),
        ]
    return parts


def _company(entity: Entity, here: str, context: Context) -> list[Markdown]:
    """Who and what else stands in the same sentences, by kind, those that stand there most often first."""
    counts = Counter(other for sentence in entity.evidence for other in context.named_in.get(sentence, ()))
    ranked = sorted(counts.keys() - {entity.id}, key=lambda id_: (-counts[id_], id_))
    if not ranked:
        return []
    pairs = [
        (
            context.say(f"kind.{kind}.plural"),
            join(" · ", (_companion(id_, counts[id_], here, context) for id_ in ranked if _kind(id_, context) == kind)),
        )
        for kind in FOLDERS
    ]
    return [heading(2, context.say("entity.company"), "company"), definitions(pairs)]


def _kind(entity: str, context: Context) -> str:
    return context.dossier.entities[entity].kind


def _companion(entity: str, number: int, here: str, context: Context) -> Markdown:
    told = element("span", context.say.count("entity.sentences", number), class_="basis")
    return join(" ", [context.entity_link(entity, here), told])
