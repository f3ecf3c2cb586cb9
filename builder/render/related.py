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
    parts = [heading(2, say("article.related"), "related"), paragraph(say("article.related.why"), class_="basis")]
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
    for event in context.dossier.events:
        if event.kind == "known" and article.id in event.articles:
            for other in event.articles:
                found.setdefault(other, []).append(
                    join(" ", [context.say("related.event"), context.name_of(event.names)])
                )
    for other, reason in _same_days(article, context):
        found.setdefault(other, []).append(reason)
    found.pop(article.id, None)
    return found


def _same_days(article: Article, context: Context) -> Iterator[tuple[str, Markdown]]:
    people = _people(article)
    if not people or not _is_narrow(article):
        return
    for other in context.dossier.articles:
        shared = people & _people(other)
        if other.id == article.id or not shared or not _is_narrow(other) or not other.dating or not article.dating:
            continue
        if other.dating.when.overlaps(article.dating.when):
            names = join(", ", (context.entity_name(person) for person in sorted(shared)))
            told = context.say("related.days", date=say_date(other.dating.when, context.say))
            yield other.id, join(" ", [text(told), names])


def _people(article: Article) -> frozenset[str]:
    return frozenset(mention.entity for mention in article.mentions if mention.kind == "person")


def _is_narrow(article: Article) -> bool:
    when = article.dating.when if article.dating else None
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days < _LONGEST_DAYS)


def _rows(article: Article, context: Context) -> Mapping[str, Sequence[Markdown]]:
    found: dict[str, list[Markdown]] = {}
    for entry in context.rows_of.get(article.id, ()):
        for other in dict.fromkeys(id_ for id_, _ in entry.deeds if id_ != article.id):
            found.setdefault(other, []).append(context.name_of(entry.names))
    return found
