"""Events become the timeline: one list by year, each entry with the words that date it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from builder.datewords import say_date
from builder.models import Event
from builder.render.context import EXPORT, TIMELINE, Context
from builder.render.frontmatter import site_matter
from builder.render.markdown import Markdown, bold, bullets, element, heading, join, link, page, paragraph, text
from builder.render.pictures.timeline import event_anchor, timeline_picture
from builder.render.register import register_details

_MOST_EVENTS = 1000


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
    for label, events in groupby(shown, key=lambda event: _year(event, context)):
        parts.append(heading(2, label, f"year-{label.replace(' ', '-').lower()}"))
        parts.append(bullets(event_item(event, TIMELINE, context) for event in events))
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


def _year(event: Event, context: Context) -> str:
    earliest = event.when.earliest
    if earliest is None:
        return context.say("timeline.open")
    return say_date(event.when, context.say) if event.when.edtf.endswith("X") else str(earliest.year)


def event_item(event: Event, here: str, context: Context, quoted: bool = True) -> Markdown:
    """One entry: when, what kind, what, and (unless the page has them already) the words with their link."""
    kind = element("span", context.say(f"event.{event.kind}"), class_=f"tag tag-{event.kind}")
    when = bold(say_date(event.when, context.say))
    if here == TIMELINE:
        when = Markdown(f"{when}{{: #{event_anchor(event)} }}")
    head = join(" ", [when, kind, _name(event, here, context)])
    source = ""
    if event.source:
        source = element(
            "span", join(" ", [context.say("event.dated-by"), context.source(event.source)]), class_="basis"
        )
    if not quoted:
        return head
    first = context.quote(event.evidence[0], here, named=event.kind != "report")
    others = len(event.evidence) - 1
    more = element("span", context.say.count("event.more", others), class_="basis") if others else ""
    return join(" <br>", [head, join(" ", [first, more]), source])


def _name(event: Event, here: str, context: Context) -> Markdown:
    if event.kind == "agreement":
        name = context.name_of(event.names)
        return link(name, context.register_page, here, f"agreement-{event.agreement}")
    if event.kind == "report":
        return context.article_link(event.articles[0], here)
    return context.name_of(event.names) if event.names else text("")
