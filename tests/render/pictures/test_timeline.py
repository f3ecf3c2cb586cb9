"""The picture of the timeline: every dated event has a mark, each mark leads to its words, and no word is markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import markdown
import pytest

from builder.dates import between, day, decade, month, of_days, year
from builder.languages import load_languages
from builder.messages import load_messages
from builder.models import Event
from builder.render.context import Context
from builder.render.pictures.timeline import event_anchor, timeline_picture, timeline_strip
from builder.text import normalise_line
from tests.hostile.strings import own_strings

ROOT = Path(__file__).parents[3]
FAR = [day(2020, 10, 2), decade(1950), year(2004), month(2018, 9), between(month(2017, 6), None), day(2024, 1, 30)]


def event(when, name="Talks", kind="report", number=0):
    return Event(f"{kind}-{number}", kind, {"en": name}, when, ("a",), ())


def context_of(events):
    """A context whose dossier has nothing but these events."""
    return Context(SimpleNamespace(events=tuple(events), articles=()), load_languages(), load_messages("en"))


def drawn(events, picture=timeline_picture):
    """The picture as the site shows it, parsed; it must be well-formed."""
    events = list(events)
    context = context_of(events)
    if picture is timeline_picture:
        written = timeline_picture(events, context)
    else:
        written = timeline_strip(events, "index.md", context)
    html = markdown.markdown(written, extensions=["attr_list", "md_in_html"])
    return ElementTree.fromstring(html)


def links(root):
    return [found.get("href") for found in root.iter("a")]


@pytest.mark.parametrize("picture", [timeline_picture, timeline_strip])
def test_each_event_has_a_mark_that_leads_to_its_entry(picture):
    """A dot for a settled day, a bar for what is not; each is in a link to the entry of the list."""
    events = [event(when, number=n) for n, when in enumerate(FAR)]
    root = drawn(events, picture)
    ways = [f"#{event_anchor(found)}" for found in events]
    assert sorted(ways) == sorted(way.removeprefix("timeline.md") for way in links(root))
    dots = list(root.iter("circle"))
    bars = [found for way in root.iter("a") for found in way.iter("rect")]
    assert (2, 4) == (len(dots), len(bars))


def test_a_date_is_told_in_full():
    """Who listens to the picture hears the span of an unsettled date."""
    titles = [found.text for found in drawn([event(of_days(date(2017, 12, 21), date(2018, 9, 20)))]).iter("title")]
    assert ["21 December 2017 – 20 September 2018"] == titles


def test_what_has_no_day_at_all_has_no_mark():
    """A date without a year lies nowhere; without any date there is no picture."""
    assert "" == timeline_picture([], context_of([event(between(None, None))]))


@pytest.mark.parametrize("picture", [timeline_picture, timeline_strip])
def test_very_many_events_are_counted(picture):
    """Of a thousand articles over sixty years the picture is columns, each with a way to an entry, and stays small."""
    events = [event(day(1964 + n // 17, 1 + n % 12, 1 + n % 28), "word " * 40, number=n) for n in range(1000)]
    root = drawn(events, picture)
    assert 25 < len(links(root)) <= 41
    assert {"hit", "possible", "sure"} == {found.get("class") for found in root.iter("rect")}
    assert len(ElementTree.tostring(root)) < 20_000


def test_columns_tell_what_is_sure_from_what_may_be():
    """A year with two settled days, into which one span reaches, holds two for sure and three at most."""
    events = [event(day(2020, 1, 1), number=n) for n in range(30)]
    events += [event(day(2022, 2, n), number=100 + n) for n in (1, 2)]
    events += [event(of_days(date(2021, 6, 1), date(2023, 6, 1)), number=200), event(day(2050, 1, 1), number=300)]
    titles = [found.text for found in drawn(events).iter("title")]
    assert any("2 for sure, 3 at most" in title for title in titles), titles


def test_the_same_dossier_gives_the_same_bytes():
    """Nothing in the picture depends on chance."""
    events = [event(when, number=n) for n, when in enumerate(FAR)]
    assert timeline_picture(events, context_of(events)) == timeline_picture(events, context_of(events))


def test_marks_that_would_touch_stand_beneath_each_other():
    """On the line of a lane two marks that are nearer than a dot is wide have different heights."""
    events = [event(day(2024, 1, 28 + n // 2), number=n) for n in range(6)]
    events.append(event(between(year(1990), year(2024)), number=9))
    heights = [found.get("cy") for found in drawn(events, timeline_strip).iter("circle")]
    assert 6 == len(set(heights[:6]))


def test_no_word_of_a_source_is_markup():
    """Hostile names are shown as they are: no element and no attribute that harmless names do not have."""
    for name in filter(None, map(normalise_line, own_strings())):
        plain, hostile = (drawn([event(when, given) for when in FAR[:2]]) for given in ("x", name))
        assert [found.tag for found in plain.iter()] == [found.tag for found in hostile.iter()]
        assert [sorted(found.keys()) for found in plain.iter()] == [sorted(found.keys()) for found in hostile.iter()]
        label = next(found for found in hostile.iter("span") if found.get("class") == "label")
        assert " ".join(name.split()) == " ".join("".join(label.itertext()).split())


def test_an_anchor_is_nothing_to_markdown():
    """An id with underscores, which Markdown might read as emphasis, becomes an anchor without."""
    assert "event-report-.x.-1" == event_anchor(replace(event(FAR[0]), id="report-_x_-1"))


def test_every_event_of_the_committed_timeline_has_its_mark():
    """The links of the picture and the anchors of the list are the same."""
    page = (ROOT / "content" / "timeline.md").read_text(encoding="utf-8")
    anchors = re.findall(r"\{: #(event-[^ ]+) \}", page)
    assert anchors
    picture = page[: page.index("</figure>")]
    assert sorted(anchors) == sorted(re.findall(r"\]\(#(event-[^)]+)\)", picture))


def test_a_span_of_all_days_is_drawn():
    """A dossier whose dates are at the ends of the calendar has a picture too."""
    far = [event(of_days(date.min, date.min + timedelta(days=3))), event(of_days(date.max, date.max), number=1)]
    assert 2 == len(links(drawn(far)))
