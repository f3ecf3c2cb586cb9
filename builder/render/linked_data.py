"""What a page tells machines: its article, report, person, organisation or place in the words of schema.org (JSON-LD).

It stands in the front matter as plain data, and the template writes it. Addresses are relative to the page, so that it
is true wherever the site stands. What the dossier does not know is left out: a day of publication stands here only when
the reasons settle that day, and an author is a person only when the dossier knows one of that name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from builder.models import Article, Attribute, Dating, Entity, Office, Topic
from builder.render.context import ARTICLES, FOLDERS, HOME, Context, article_page, entity_page, topic_page
from builder.render.many import latest

Node = dict[str, object]

TYPES = {"person": "Person", "organisation": "Organization", "place": "Place"}
# ISO 8601, which schema.org asks for: of EDTF the years, months and days that are certain.
_ISO_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def article_data(article: Article, context: Context) -> Node:
    """An article's page, as NewsArticle."""
    clean, here = article.clean, article_page(article.id)
    node = {
        **_article(article),
        "alternativeHeadline": clean.raw.sidecar.english_title,
        "author": _author(article, context),
        "publisher": _organisation(clean.outlet),
        "sourceOrganization": _organisation(clean.agency),
        "locationCreated": {"@type": "Place", "name": clean.place.value} if clean.place else None,
        "datePublished": _iso(published_on(article.dating)),
        "temporalCoverage": _iso(reported_on(article.dating)),
        "isBasedOn": clean.raw.sidecar.url,
        "mentions": _mentions(article, here, context),
        "isPartOf": _dossier(here, context),
    }
    return _graph(node, here, [(context.say("articles.title"), ARTICLES), (clean.title.value, here)], context)


def home_data(context: Context) -> Node:
    """The dossier as a whole, as Report: its topics are its parts."""
    settings = context.dossier.settings
    parts = [_topic(view.topic, HOME) for view in context.dossier.topics]
    node = {
        **_report(settings.title, settings.scope, context.articles, HOME, context),
        "hasPart": parts,
    }
    return _graph(node, HOME, [], context)


def topic_data(topic: Topic, articles: Collection[str], context: Context) -> Node:
    """A topic's page, as Report that cites the articles it quotes."""
    here = topic_page(topic.id)
    node = {
        **_report(topic.title, topic.scope, articles, here, context),
        "isPartOf": _dossier(here, context),
    }
    return _graph(node, here, [(topic.title, here)], context)


def entity_data(entity: Entity, title: str, context: Context) -> Node:
    """The page of a person, an organisation or a place, with its names in every script and its offices, dated."""
    here, person = entity_page(entity), context.dossier.knowledge.people.get(entity.id)
    index = f"{FOLDERS[entity.kind]}/index.md"
    node = {
        "@type": TYPES[entity.kind],
        "@id": "",
        "name": title,
        "alternateName": [name for name in dict.fromkeys((*entity.names.values(), *entity.aliases)) if name != title],
        "jobTitle": [_office(office, context) for office in person.offices if office.title] if person else [],
        "subjectOf": _cited(entity.articles, here, context),
    }
    return _graph(node, here, [(context.say(f"kind.{entity.kind}.plural"), index), (title, here)], context)


def published_on(dating: Dating | None) -> date | None:
    """The day on which an article was published, when it is known to the day."""
    settled = dating is not None and dating.kind == "published" and _is_settled(dating.when.edtf)
    return dating.when.earliest if dating and settled else None


def reported_on(dating: Dating | None) -> date | None:
    """The day of what an article reports, when it is known to the day."""
    return dating.reported.earliest if dating and dating.reported and _is_settled(dating.reported.edtf) else None


def _is_settled(edtf: str) -> bool:
    return len(edtf) == len("2020-10-02") and _ISO_DATE.fullmatch(edtf) is not None


def address(target: str, here: str) -> str:
    """The address of a page as another page links to it, both named as files of ``content/``.

    >>> address("articles/a.md", "topics/b.md"), address("index.md", "index.md"), address("index.md", "people/index.md")
    ('../../articles/a/', './', '../')
    """
    relative = posixpath.relpath(f"/{_place(target)}", f"/{_place(here)}")
    return f"{relative}/"


def _place(path: str) -> str:
    return path.removesuffix("index.md").removesuffix(".md")


def _graph(node: Mapping[str, object], here: str, trail: Iterable[tuple[str, str]], context: Context) -> Node:
    """What the page is about, without the properties that are not known, and the way to it from the home page."""
    known = {name: value for name, value in node.items() if value or name == "@id"}
    steps = [
        {"@type": "ListItem", "position": number, "name": name, "item": address(path, here)}
        for number, (name, path) in enumerate([(context.dossier.settings.title, HOME), *trail], 1)
    ]
    way = [{"@type": "BreadcrumbList", "itemListElement": steps}] if len(steps) > 1 else []
    return {"@context": "https://schema.org", "@graph": [known, *way]}


def _article(article: Article, id_: str = "") -> Node:
    clean = article.clean
    return {"@type": "NewsArticle", "@id": id_, "headline": clean.title.value, "inLanguage": clean.language}


def _report(title: str, scope: str, articles: Collection[str], here: str, context: Context) -> Node:
    return {
        "@type": "Report",
        "@id": "",
        "headline": title,
        "abstract": scope,
        "inLanguage": context.say.language,
        "citation": _cited(articles, here, context),
    }


def _topic(topic: Topic, here: str) -> Node:
    return {"@type": "Report", "@id": address(topic_page(topic.id), here), "headline": topic.title}


def _dossier(here: str, context: Context) -> Node:
    return {"@type": "Report", "@id": address(HOME, here), "headline": context.dossier.settings.title}


def _cited(articles: Collection[str], here: str, context: Context) -> Sequence[Node]:
    """The articles that the page quotes: of very many the latest."""
    return [_article(context.articles[id_], address(article_page(id_), here)) for id_ in latest(articles, context)]


def _author(article: Article, context: Context) -> object:
    """A person or an organisation only where that is known; else the words of the byline, which schema.org admits."""
    byline = article.clean.byline
    if byline is None:
        return None
    others = [found.value for found in (article.clean.outlet, article.clean.agency) if found]
    if byline.value in others:
        return {"@type": "Organization", "name": byline.value}
    return {"@type": "Person", "name": byline.value} if byline.value in context.names_of_people else byline.value


def _organisation(attribute: Attribute | None) -> Node | None:
    return {"@type": "Organization", "name": attribute.value} if attribute else None


def _mentions(article: Article, here: str, context: Context) -> Sequence[Node]:
    """The people and organisations whom the text names, each with its page."""
    named = dict.fromkeys(mention.entity for mention in article.mentions if mention.kind != "place")
    found = (context.dossier.entities[id_] for id_ in named)
    return [
        {
            "@type": TYPES[entity.kind],
            "@id": address(entity_page(entity), here),
            "name": entity.names.get(context.say.language) or next(iter(entity.names.values()), entity.id),
        }
        for entity in found
    ]


def _office(office: Office, context: Context) -> Node:
    """An office as a role of its time: ``jobTitle`` alone would say that it is held today."""
    title = office.title.get(context.say.language) or next(iter(office.title.values()))
    start, _, end = office.held.edtf.partition("/")
    days = {"startDate": start, "endDate": end or start}
    return {
        "@type": "Role",
        "jobTitle": title,
        **{name: day for name, day in days.items() if _ISO_DATE.fullmatch(day)},
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
