"""The other articles on what an article reports, each with what the two have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from builder.datewords import say_date
from builder.models import Article
from builder.render.context import Context
from builder.render.markdown import Markdown, bold, bullets, element, heading, join, paragraph, text

_MOST = 10
_LONGEST_DAYS = 14


def related(article: Article, here: str, context: Context) -> Markdown:
    """The section: those on the same event first, then those that speak of the same agreements; nothing for none.

    The same event is one that the knowledge names, or what happened to the same people within the same days.
    """
    found = _events(article, context)
    rows = _rows(article, context)
    ranked = sorted({*found, *rows}, key=lambda id_: (-len(found.get(id_, ())), -len(rows.get(id_, ())), id_))[:_MOST]
    if not ranked:
        return Markdown("")
    say = context.say
    # Whoever searches for words of another's title wants that one.
    head = heading(2, say("article.related"), "related", data_search_exclude="true")
    parts = [head, paragraph(say("article.related.why"), class_="basis")]
    items = (
        join(
            " ",
            [
                bold(context.article_link(other, here)),
                element("span", join(" · ", [*found.get(other, ()), *rows.get(other, ())]), class_="basis"),
            ],
        )
        for other in ranked
    )
    return Markdown("\n\n".join([*parts, bullets(items)]))


def _events(article: Article, context: Context) -> Mapping[str, Sequence[Markdown]]:
    found: dict[str, list[Markdown]] = {}
    for event in context.known_events_of.get(article.id, ()):
        reason = join(" ", [context.say("related.event"), context.name_of(event.names)])
        for other in event.articles:
            found.setdefault(other, []).append(reason)
    for other, reason in _same_days(article, context):
        found.setdefault(other, []).append(reason)
    found.pop(article.id, None)
    return found


def _same_days(article: Article, context: Context) -> Iterator[tuple[str, Markdown]]:
    """Articles that name one of the same people and are dated to the same few days."""
    if not article.dating or not _is_narrow(article):
        return
    shared: dict[str, list[str]] = {}
    for person in sorted({mention.entity for mention in article.mentions if mention.kind == "person"}):
        for other in context.dossier.entities[person].articles:
            shared.setdefault(other, []).append(person)
    for other, people in shared.items():
        dating = context.articles[other].dating
        if dating and _is_narrow(context.articles[other]) and dating.when.overlaps(article.dating.when):
            told = context.say("related.days", date=say_date(dating.when, context.say))
            yield other, join(" ", [text(told), join(", ", (context.entity_name(person) for person in people))])


def _is_narrow(article: Article) -> bool:
    when = article.dating.when if article.dating else None
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days < _LONGEST_DAYS)


def _rows(article: Article, context: Context) -> Mapping[str, Sequence[Markdown]]:
    found: dict[str, list[Markdown]] = {}
    for entry in context.rows_of.get(article.id, ()):
        for other in dict.fromkeys(id_ for id_, _ in entry.deeds if id_ != article.id):
            found.setdefault(other, []).append(context.name_of(entry.names))
    return found
