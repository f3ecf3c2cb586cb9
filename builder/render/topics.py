"""A topic becomes its page, in the order of a parliamentary library's briefing.

Key points, background, chronology, register or frameworks, actors, what the sources say, where they
differ, what is not known, sources. A section that would be empty is left out.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from builder.models import EditorNote, Event, Evidence, Passage, RegisterEntry, TopicView
from builder.render.actors import actors
from builder.render.background import background
from builder.render.citations import cited, cited_words
from builder.render.context import Context, topic_page
from builder.render.differences import differences, not_known
from builder.render.frontmatter import site_matter
from builder.render.linked_data import topic_data
from builder.render.many import latest, others
from builder.render.markdown import Markdown, block, bullets, heading, page, paragraph
from builder.render.register import register_details, register_table
from builder.render.timeline import event_items
from builder.render.topic_sources import sources, sources_say

_KEY_QUOTES = 4


def render_topic(view: TopicView, context: Context) -> str:
    """The whole page of one topic."""
    here, say = topic_page(view.topic.id), context.say
    entries = [context.register[row] for row in view.entries]
    is_register = view.topic.layout == "register"
    if is_register:
        entries = list(context.dossier.register)
    sections = [
        heading(1, view.topic.title, "title"),
        paragraph(view.topic.scope, class_="scope"),
        *_key_points(view, here, context),
        *background(view, entries, here, context),
        *_chronology(view, entries, is_register, here, context),
        *_agreements(view, entries, is_register, here, context),
        *actors(view, here, context),
        *sources_say(view, here, context),
        *differences(view, entries, here, context),
        *not_known(view, entries, here, context),
        *sources(view, here, context),
    ]
    if not view.passages:
        sections.append(paragraph(say("topic.no-article")))
    data = {"linked_data": topic_data(view.topic, view.passages, context)}
    return page(site_matter(view.topic.title, context, view.topic.scope) | data, sections)


def _key_points(view: TopicView, here: str, context: Context) -> list[Markdown]:
    say = context.say
    written = view.notes.get("key_points", ())
    if written:
        points = [key_point(note, here, context) for note in written]
        by_editor = paragraph(say("topic.key-points.by-editor"), class_="basis")
        return [heading(2, say("topic.key-points"), "key-points"), *points, by_editor]
    quotes = key_quotes(view)
    if not quotes:
        return []
    return [
        heading(2, say("topic.key-points"), "key-points"),
        bullets(context.quote(passage.evidence, here) for passage in quotes),
        paragraph(say("topic.key-points.by-weight"), class_="basis"),
    ]


def key_point(note: EditorNote, here: str, context: Context) -> Markdown:
    """A statement of the editor's, and folded under it the words that it cites, in their own language."""
    words = bullets(cited_words(note.text, here, context))
    folded = block("details", [words], summary=context.say("topic.words"), data_search_exclude="true")
    return block("div", [paragraph(cited(note.text, "", here, context)), folded], class_="point")


def key_quotes(view: TopicView) -> list[Passage]:
    """The weightiest passage of each source, the weightiest first."""
    best = [max(passages, key=lambda passage: passage.weight) for passages in view.passages.values()]
    return sorted(best, key=lambda passage: (-passage.weight, passage.evidence.article))[:_KEY_QUOTES]


def _agreements(
    view: TopicView, entries: Sequence[RegisterEntry], is_register: bool, here: str, context: Context
) -> list[Markdown]:
    """The table, what the editor names beside it, and on a register's page each row opened."""
    say = context.say
    named = [key_point(note, here, context) for note in view.notes.get("frameworks", ())]
    parts: list[Markdown] = []
    if entries:
        title = say("topic.register" if is_register else "topic.frameworks")
        parts += [heading(2, title, "register"), register_table(entries, here, context)]
    if named:
        level = 3 if entries else 2
        parts += [heading(level, say("topic.also-named"), "also-named"), *named]
        parts.append(paragraph(say("topic.key-points.by-editor"), class_="basis"))
    if is_register and entries:
        parts += [heading(2, say("topic.evidence"), "evidence"), register_details(entries, here, context)]
    return parts


def _chronology(
    view: TopicView, entries: Iterable[RegisterEntry], is_register: bool, here: str, context: Context
) -> list[Markdown]:
    """Reports of the topic's articles, its agreements, and dated sentences among its passages.

    Words that the register quotes on the same page are not quoted here as well.
    """
    rows = {entry.id for entry in entries}
    shown = rows if is_register else set()
    told_by = latest(view.passages, context)
    spoken_in = {passage.evidence for article in told_by for passage in view.passages[article]}
    events = [event for event in context.dossier.events if _belongs(event, told_by, rows, spoken_in)]
    if not events:
        return []
    return [
        heading(2, context.say("topic.chronology"), "chronology"),
        others(view.passages, here, context),
        bullets(item for _, item in event_items(events, here, context, told=shown)),
    ]


def _belongs(event: Event, articles: Container[str], rows: set[str], spoken_in: set[Evidence]) -> bool:
    if event.kind == "agreement":
        return event.agreement in rows
    if event.kind == "report":
        return any(article in articles for article in event.articles)
    return any(evidence in spoken_in for evidence in event.evidence)
