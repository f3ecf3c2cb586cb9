"""The offices of people that fit the time of the articles, as the knowledge dates them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.models import Office
from builder.render.context import Context
from builder.render.markdown import Markdown, join
from builder.text import fold


def offices_then(person: str, articles: Iterable[str], here: str, context: Context) -> Markdown:
    """The offices that a person held, by the knowledge, in the time of one of these articles, each once."""
    return join("; ", dict.fromkeys(_offices(person, tuple(articles), here, context)))


def _offices(person: str, articles: Iterable[str], here: str, context: Context) -> Iterator[Markdown]:
    record = context.dossier.knowledge.people.get(person)
    dated = [dating.when for article in articles if (dating := context.articles[article].dating)]
    for office in record.offices if record else ():
        if any(office.held.overlaps(when) for when in dated):
            yield office_name(office, here, context)


def office_name(office: Office, here: str, context: Context) -> Markdown:
    """The title of an office and the organisation that it belongs to, unless the title names it already."""
    title = context.name_of(office.title)
    if not office.organisation or _names(title, office, context):
        return title
    return join(", ", [title, context.entity_link(office.organisation, here)])


def _names(title: str, office: Office, context: Context) -> bool:
    """Whether a title holds the name of the organisation, whose page it has no link to: "(Country)" apart."""
    name = str(context.entity_name(office.organisation)).partition(" (")[0]
    return office.organisation not in context.dossier.entities and fold(name) in fold(title)
