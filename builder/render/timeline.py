"""Events become the timeline: a list folded by decades, each entry with the words that date it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby

from builder.datewords import say_date
from builder.models import Event, Evidence
from builder.render.citations import cite
from builder.render.context import EXPORT, TIMELINE, Context
from builder.render.frontmatter import site_matter
from builder.render.markdown import Markdown, block, bold, bullets, element, heading, join, link, page, paragraph, text
from builder.render.pictures.timeline import event_anchor, timeline_picture
from builder.render.register import register_details

_MOST_EVENTS = 1000
_FEW_EVENTS = 12
"""So many entries stand open; of more only the last decade does, for the picture leads to each of the others."""
_MOST_SOURCES = 3
"""So many sources of one date are named; the register has them all."""


def render_timeline(context: Context) -> str:
    """The page of the timeline; of very many events those that have a name."""
    say, all_events = context.say, context.dossier.events
    shown = listed_events(context)
    parts = [
        heading(1, say("timeline.title"), "title"),
        paragraph(say("timeline.intro")),
        timeline_picture(shown, context),
    ]
    if len(shown) < len(all_events):
        left_out = say.count("many.dates", len(all_events) - len(shown))
        parts.append(paragraph(join(" ", [left_out, link(say("many.export"), EXPORT, TIMELINE)]), class_="basis"))
    entries = {event.id: item for event, item in event_items(shown, TIMELINE, context)}
    decades = [(label, list(events)) for label, events in groupby(shown, key=lambda event: _decade(event, context))]
    for number, (label, events) in enumerate(decades, 1):
        is_open = len(shown) <= _FEW_EVENTS or (number == len(decades) and len(events) <= _FEW_EVENTS)
        folded = bullets(entries[event.id] for event in events)
        count = say.count("timeline.entries", len(events))
        parts.append(heading(2, label, f"decade-{label.replace(' ', '-').lower()}"))
        parts.append(block("details", [folded], summary=count, class_="years", **({"open": "open"} if is_open else {})))
    if not all_events:
        parts.append(paragraph(say("timeline.none")))
    if context.register_page == TIMELINE and context.dossier.register:
        parts.append(heading(2, say("topic.register"), "register"))
        parts.append(register_details(context.dossier.register, TIMELINE, context))
    return page(site_matter(say("timeline.title"), context, say("timeline.intro")), parts)


def listed_events(context: Context) -> Sequence[Event]:
    """The events that the page has an entry of."""
    events = context.dossier.events
    return events if len(events) <= _MOST_EVENTS else [event for event in events if event.names]


def _decade(event: Event, context: Context) -> str:
    earliest = event.when.earliest
    if earliest is None:
        return context.say("timeline.open")
    return context.say("timeline.decade", decade=earliest.year // 10 * 10)


def event_items(
    events: Iterable[Event], here: str, context: Context, told: Container[str] = ()
) -> Iterator[tuple[Event, Markdown]]:
    """Each event with its entry: when, what kind, what, and the words with their link.

    The page has the words of agreements in ``told`` elsewhere; words that date several events stand under the first.
    """
    quoted: dict[Evidence, Event] = {}
    for event in events:
        if event.agreement in told:
            yield event, _head(event, here, context)
            continue
        first = quoted.setdefault(event.evidence[0], event)
        yield event, _item(event, first if first is not event else None, here, context)


def _head(event: Event, here: str, context: Context) -> Markdown:
    kind = element("span", context.say(f"event.{event.kind}"), class_=f"tag tag-{event.kind}")
    when = bold(say_date(event.when, context.say))
    if here == TIMELINE:
        when = Markdown(f"{when}{{: #{event_anchor(event)} }}")
    return join(" ", [when, kind, _name(event, here, context)])


def _item(event: Event, quoted_under: Event | None, here: str, context: Context) -> Markdown:
    source = ""
    if event.source:
        source = element(
            "span", join(" ", [context.say("event.dated-by"), context.source(event.source)]), class_="basis"
        )
    if quoted_under and context.may_quote(event.evidence[0]):
        first = _quoted_under(quoted_under, event.evidence[0], here, context)
    else:
        first = context.quote(event.evidence[0], here, named=event.kind != "report")
    others = len(event.evidence) - 1
    more = element("span", context.say.count("event.more", others), class_="basis") if others else ""
    lines = [_head(event, here, context), join(" ", [first, more]), source, _told_otherwise(event, here, context)]
    return join(" <br>", lines)


def _few(sources: Sequence[Markdown], context: Context) -> Markdown:
    """The first sources that say the same, and how many more do."""
    others = len(sources) - _MOST_SOURCES
    more = [context.say.count("event.more", others)] if others > 0 else []
    return join(" ", [join(", ", sources[:_MOST_SOURCES]), *more])


def _quoted_under(event: Event, words: Evidence, here: str, context: Context) -> Markdown:
    """Where the list has the words of an entry already, and the link that proves them."""
    date = text(say_date(event.when, context.say))
    name = (
        context.title(context.articles[event.articles[0]]) if event.kind == "report" else context.name_of(event.names)
    )
    entry = link(name or date, here, here, event_anchor(event)) if here == TIMELINE else name or date
    told = element("span", join(" ", [context.say("event.quoted-under"), entry]), class_="basis")
    return join(" ", [told, cite(words, here, context)])


def _told_otherwise(event: Event, here: str, context: Context) -> Markdown:
    """The other dates that articles give for an event, each with those that give it."""
    by_date: dict[str, dict[Markdown, None]] = {}
    for told in event.told:
        date = say_date(told.when, context.say)
        inferred = context.say("date.year-inferred") if told.is_year_inferred else ""
        by_date.setdefault(f"{date} {inferred}".strip(), {})[cite(told.evidence, here, context)] = None
    given = (join(" ", [text(date), _few(list(sources), context)]) for date, sources in by_date.items())
    dates = join("; ", given)
    return element("span", join(" ", [context.say("event.told"), dates]), class_="basis") if dates else dates


def _name(event: Event, here: str, context: Context) -> Markdown:
    if event.kind == "agreement":
        name = context.name_of(event.names)
        return link(name, context.register_page, here, f"agreement-{event.agreement}")
    if event.kind == "report":
        return context.article_link(event.articles[0], here)
    return context.name_of(event.names) if event.names else text("")
