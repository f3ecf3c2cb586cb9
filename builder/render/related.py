"""The other articles on what an article reports, each with what the two have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import chain

from builder.datewords import say_date
from builder.models import Article
from builder.render.context import Context
from builder.render.markdown import Markdown, bold, bullets, element, heading, join, paragraph, text

_MOST = 10
_LONGEST_DAYS = 14


def related(article: Article, here: str, context: Context) -> Markdown:
    """The section: those on the same event first, then those that speak of the same agreements; nothing for none.

    The same event is one that the knowledge names, or what happened to the same people within the same days. All
    are counted, since a row may have been told of by hundreds; why is said of those alone that are shown.
    """
    events, days = context.known_events_of.get(article.id, ()), _same_days(article, context)
    rows = [(entry.names, context.tellers_of[entry.id]) for entry in context.rows_of.get(article.id, ())]
    on_event = Counter(chain(days, *(event.articles for event in events)))
    on_rows = Counter(chain(*(told for _, told in rows)))
    others = (on_event.keys() | on_rows.keys()) - {article.id}
    ranked = nsmallest(_MOST, others, key=lambda other: (-on_event[other], -on_rows[other], other))
    if not ranked:
        return Markdown("")
    say = context.say

    def reasons(other: str) -> Iterator[Markdown]:
        for event in events:
            if other in event.articles:
                yield join(" ", [say("related.event"), context.name_of(event.names)])
        if other in days:
            yield _in_days(other, days[other], context)
        yield from (context.name_of(names) for names, told in rows if other in told)

    # Whoever searches for words of another's title wants that one.
    head = heading(2, say("article.related"), "related", data_search_exclude="true")
    parts = [head, paragraph(say("article.related.why"), class_="basis")]
    items = (
        join(
            " ",
            [
                bold(context.article_link(other, here)),
                element("span", join(" · ", reasons(other)), class_="basis"),
            ],
        )
        for other in ranked
    )
    return Markdown("\n\n".join([*parts, bullets(items)]))


def _same_days(article: Article, context: Context) -> Mapping[str, Sequence[str]]:
    """Articles that name some of the same people and are dated to the same few days, each with these people."""
    if not article.dating or not _is_narrow(article):
        return {}
    shared: dict[str, list[str]] = {}
    for person in sorted({mention.entity for mention in article.mentions if mention.kind == "person"}):
        for other in context.dossier.entities[person].articles:
            shared.setdefault(other, []).append(person)
    return {other: people for other, people in shared.items() if _overlap(article, context.articles[other])}


def _overlap(one: Article, other: Article) -> bool:
    """Tell whether two articles may be of one day, the other one of a few days as well."""
    if not one.dating or not other.dating:
        return False
    return other.dating.when.overlaps(one.dating.when) and _is_narrow(other)


def _in_days(other: str, people: Sequence[str], context: Context) -> Markdown:
    """The days of an article, and whom it names as well."""
    dating = context.articles[other].dating
    told = context.say("related.days", date=say_date(dating.when, context.say)) if dating else ""
    return join(" ", [text(told), join(", ", (context.entity_name(person) for person in people))])


def _is_narrow(article: Article) -> bool:
    when = article.dating.when if article.dating else None
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days < _LONGEST_DAYS)
