"""Events become the picture of the timeline: a lane for what was agreed, one for what happened, one for the articles.

A settled day is a dot; a date that is not settled is a bar over the days in which it lies. On the page of the
timeline each event has a row, its name beside its mark. Other pages have the lanes alone, marks beneath each other
where they would touch. A lane of very many events is columns that count them.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton

from builder.datewords import say_date
from builder.models import Event
from builder.render.context import TIMELINE, Context
from builder.render.markdown import Markdown, block, bullets, element, join, link, paragraph, text
from builder.render.pictures.columns import columns
from builder.render.pictures.place import Place, ends, place
from builder.render.pictures.scale import Scale, scale_of
from builder.render.pictures.svg import figure, group, percent, shape

_LANES = {"agreement": ("agreement",), "event": ("known", "dated", "inferred"), "report": ("report",)}
_MOST_MARKS = 24
"""So many events of a lane have a row, or on other pages a mark, of their own."""
_LONGEST_QUOTE = 72
_NEAR = 3.2
"""Marks nearer than this, in percent of the line, stand beneath each other: the width of a dot on a phone."""
_LEVEL, _COLUMNS = 13, 84
"""Heights in pixels: of a level of marks, and of columns."""
_SKELETONS = {"year": "y", "month": "yMMM", "day": "yMMMd"}


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What every part of one picture is drawn with; ``listed`` are the events that the timeline has words of."""

    scale: Scale
    listed: frozenset[str]
    here: str
    context: Context


def event_anchor(event: Event) -> str:
    """The anchor of an event on the page of the timeline, in which no letter means anything to Markdown."""
    return f"event-{event.id.replace('_', '.')}"


def timeline_picture(listed: Iterable[Event], context: Context) -> Markdown:
    """The picture over the list of the timeline, of which ``listed`` are the entries; nothing without a date."""
    return _picture(listed, TIMELINE, context, _rows)


def timeline_strip(listed: Iterable[Event], here: str, context: Context) -> Markdown:
    """The small picture on another page: the lanes without the names."""
    return _picture(listed, here, context, _marks)


def _picture(
    listed: Iterable[Event],
    here: str,
    context: Context,
    draw: Callable[[str, Sequence[Event], _Canvas], Markdown],
) -> Markdown:
    dated = [event for event in context.dossier.events if event.when.earliest or event.when.latest]
    if not dated:
        return Markdown("")
    canvas = _Canvas(scale_of(ends(event.when) for event in dated), frozenset(e.id for e in listed), here, context)
    lanes, is_counted = [], False
    for lane, kinds in _LANES.items():
        inside = [event for event in dated if event.kind in kinds]
        is_counted |= len(inside) > _MOST_MARKS
        if inside:
            drawn = _counted if len(inside) > _MOST_MARKS else draw
            lanes.append(block("div", [drawn(lane, inside, canvas)], class_=f"lane {lane}"))
    kind = "over-time" if here == TIMELINE else "over-time strip"
    return figure([paragraph(_axis(canvas)), *lanes], _caption(canvas.scale, is_counted, context), kind)


def _caption(scale: Scale, is_counted: bool, context: Context) -> Iterator[str]:
    yield context.say("timeline.picture.marks")
    if is_counted:
        yield context.say("timeline.picture.columns")
    if len(scale.stretches) > 1:
        yield context.say("timeline.picture.folded")


def _axis(canvas: _Canvas) -> Markdown:
    """The names of the steps, a rule down the picture from each, and a mark where the line is folded."""
    scale, parts = canvas.scale, []
    # A year is short enough to stand out over the ends of the line.
    reach = 0 if scale.step.unit == "year" else 6
    for day, at in scale.ticks():
        x, anchor = percent(at), "start" if at < reach else "end" if at > 100 - reach else "middle"
        parts += [
            shape("line", x1=x, x2=x, y1="18", y2="100%"),
            element("text", _step_name(day, canvas), x=x, y="12", text_anchor=anchor),
        ]
    for stretch in scale.stretches:
        parts.append(shape("line", class_="base", x1=percent(stretch.start), x2=percent(stretch.end), y1="18", y2="18"))
    for before, after in zip(scale.stretches, scale.stretches[1:], strict=False):
        parts.append(element("text", "//", x=percent((before.end + after.start) / 2), y="22", text_anchor="middle"))
    return group("svg", parts, class_="axis", aria_hidden="true")


def _step_name(day: date, canvas: _Canvas) -> str:
    return str(format_skeleton(_SKELETONS[canvas.scale.step.unit], day, locale=canvas.context.say("date.locale")))


def _rows(lane: str, events: Sequence[Event], canvas: _Canvas) -> Markdown:
    """What the lane holds, and a row for each event: its years, its name, its mark."""
    items = []
    for event in events:
        label, language = _label(event, canvas.context)
        shown = textwrap.shorten(label, _LONGEST_QUOTE, placeholder="…") if not event.names else label
        spoken = {"lang": language, "dir": canvas.context.direction(language)}
        told = element("title", say_date(event.when, canvas.context.say))
        parts = [
            element("span", _years(event), class_="when"),
            element("span", shown, class_="label", **(spoken if language != canvas.context.say.language else {})),
            group("svg", [told, _mark(event, place(event.when, canvas.scale))], class_="plot", role="img"),
        ]
        items.append(_linked(event, join(" ", parts), canvas))
    return Markdown(f"{paragraph(_title(lane, events, canvas), class_='name')}\n\n{bullets(items)}")


def _marks(lane: str, events: Sequence[Event], canvas: _Canvas) -> Markdown:
    """The lane as one line; marks that would touch stand beneath each other."""
    placed = [(event, place(event.when, canvas.scale)) for event in events]
    levels = _levels([where for _, where in placed])
    high = max(levels) + 1
    marks = [
        _linked(event, _told(event, canvas.context) + _mark(event, where, (level + 0.5) * 100 / high), canvas)
        for (event, where), level in zip(placed, levels, strict=True)
    ]
    return _line(lane, events, marks, high * _LEVEL, canvas)


def _counted(lane: str, events: Sequence[Event], canvas: _Canvas) -> Markdown:
    """A lane of very many: columns, each of which leads to the first entry that it counts."""
    bars = []
    for column in columns([event.when for event in events], canvas.scale, canvas.context.say):
        first = next((events[n] for n in column.members if events[n].id in canvas.listed), None)
        drawn = join("", [element("title", column.told), *column.shapes])
        bars.append(_linked(first, drawn, canvas) if first else group("g", [drawn]))
    return _line(lane, events, bars, _COLUMNS, canvas)


def _line(lane: str, events: Sequence[Event], drawn: Iterable[str], height: int, canvas: _Canvas) -> Markdown:
    """A lane of one drawing: what it holds beside it."""
    name = canvas.context.say(f"timeline.lane.{lane}")
    plot = group("svg", drawn, class_="plot", height=str(height), role="group", aria_label=name)
    return paragraph(join(" ", [element("span", _title(lane, events, canvas), class_="name"), plot]))


def _levels(places: Sequence[Place]) -> list[int]:
    """On which level each mark stands so that no two touch: the first that has room."""
    free: list[float] = []
    levels = []
    for where in places:
        start = min(where.start, 100 - _NEAR)
        level = next((n for n, taken in enumerate(free) if start >= taken), len(free))
        free[level : level + 1] = [max(where.end, start) + _NEAR]
        levels.append(level)
    return levels


def _linked(event: Event, drawn: Markdown, canvas: _Canvas) -> Markdown:
    if event.id not in canvas.listed:
        return drawn
    return link(drawn, TIMELINE, canvas.here, event_anchor(event))


def _mark(event: Event, where: Place, height: float = 50.0) -> Markdown:
    """A dot for a day, a bar for a span, at its height in percent."""
    y = percent(height)
    if where.is_dot:
        return shape("circle", cx=percent(where.start), cy=y, r="4")
    kind = "open" if event.when.earliest is None or event.when.latest is None else ""
    across = {"x": percent(where.start), "width": percent(where.end - where.start)}
    return shape("rect", class_=kind, **across, y=y, height="7", transform="translate(0 -3.5)")


def _title(lane: str, events: Sequence[Event], canvas: _Canvas) -> Markdown:
    told = element("span", f"({len(events)})", class_="count")
    return join(" ", [text(canvas.context.say(f"timeline.lane.{lane}")), told])


def _years(event: Event) -> str:
    """The years of an event, in the narrow column before its name."""
    first, last = event.when.earliest, event.when.latest
    if first is None or last is None:
        return f"–{last.year}" if last else f"{first.year}–" if first else ""
    if first.year == last.year:
        return str(first.year)
    is_one_century = str(first.year)[:-2] == str(last.year)[:-2]
    return f"{first.year}–{str(last.year)[-2:] if is_one_century else last.year}"


def _label(event: Event, context: Context) -> tuple[str, str]:
    """What an event is called and in which language: its name, else the words that date it, else what it is."""
    for language in (context.say.language, *event.names):
        if language in event.names:
            return event.names[language], language
    for words in event.evidence:
        if context.may_quote(words):
            return words.quote, context.articles[words.article].paragraph(words.paragraph).language
    return context.say(f"event.{event.kind}"), context.say.language


def _told(event: Event, context: Context) -> Markdown:
    """The date and the name, for who points at a mark or listens to it."""
    name = textwrap.shorten(_label(event, context)[0], 2 * _LONGEST_QUOTE, placeholder="…")
    return element("title", context.say("timeline.mark", date=say_date(event.when, context.say), name=name))
