"""A topic becomes its page: key points, register or frameworks, chronology, actors, what each source says."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from builder.datewords import say_date
from builder.models import EditorNote, Event, Evidence, Passage, RegisterEntry, TopicView
from builder.render.citations import cited, cited_words
from builder.render.context import Context, topic_page
from builder.render.frontmatter import site_matter
from builder.render.many import latest, others
from builder.render.markdown import (
    Markdown,
    block,
    bold,
    bullets,
    element,
    heading,
    join,
    link,
    page,
    paragraph,
    text,
)
from builder.render.register import agreement_of_sources, register_details, register_table
from builder.render.timeline import event_item

_PASSAGES_PER_SOURCE = 3
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
        *_agreements(entries, is_register, here, context),
        *_chronology(view, entries, is_register, here, context),
        *_actors(view, here, context),
        *_sources_say(view, here, context),
        *_agreement_and_difference(view, entries, here, context),
        *_not_known(view, entries, here, context),
    ]
    if not view.passages:
        sections.append(paragraph(say("topic.no-article")))
    return page(site_matter(view.topic.title, context, view.topic.scope), sections)


def _key_points(view: TopicView, here: str, context: Context) -> list[Markdown]:
    say = context.say
    if view.key_points:
        points = [key_point(note, here, context) for note in view.key_points]
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
    words = bullets(context.quote(evidence, here) for evidence in cited_words(note.text, context))
    folded = block("details", [words], summary=context.say("topic.words"), data_search_exclude="true")
    return block("div", [paragraph(cited(note.text, "", here, context)), folded], class_="point")


def key_quotes(view: TopicView) -> list[Passage]:
    """The weightiest passage of each source, the weightiest first."""
    best = [max(passages, key=lambda passage: passage.weight) for passages in view.passages.values()]
    return sorted(best, key=lambda passage: (-passage.weight, passage.evidence.article))[:_KEY_QUOTES]


def _agreements(entries: Sequence[RegisterEntry], is_register: bool, here: str, context: Context) -> list[Markdown]:
    if not entries:
        return []
    say = context.say
    title = say("topic.register" if is_register else "topic.frameworks")
    parts = [heading(2, title, "register"), register_table(entries, here, context)]
    if is_register:
        parts += [heading(2, say("topic.evidence"), "evidence"), register_details(entries, here, context)]
    return parts


def _chronology(
    view: TopicView, entries: Iterable[RegisterEntry], is_register: bool, here: str, context: Context
) -> list[Markdown]:
    """Reports of the topic's articles, its agreements, and dated sentences among its passages.

    Words that the register has just quoted on the same page are not quoted again.
    """
    rows = {entry.id for entry in entries}
    shown = rows if is_register else set()
    sources = latest(view.passages, context)
    spoken_in = {passage.evidence for article in sources for passage in view.passages[article]}
    events = [event for event in context.dossier.events if _belongs(event, sources, rows, spoken_in)]
    if not events:
        return []
    return [
        heading(2, context.say("topic.chronology"), "chronology"),
        others(view.passages, here, context),
        bullets(event_item(event, here, context, quoted=event.agreement not in shown) for event in events),
    ]


def _belongs(event: Event, sources: Container[str], rows: set[str], spoken_in: set[Evidence]) -> bool:
    if event.kind == "agreement":
        return event.agreement in rows
    if event.kind == "report":
        return any(article in sources for article in event.articles)
    return any(evidence in spoken_in for evidence in event.evidence)


def _actors(view: TopicView, here: str, context: Context) -> list[Markdown]:
    say = context.say
    groups = (("person", view.people), ("organisation", view.organisations), ("place", view.places))
    lines = []
    for kind, entities in groups:
        if entities:
            names = join(", ", (context.entity_link(entity, here) for entity in entities))
            lines.append(join(" ", [bold(say(f"kind.{kind}.plural") + ":"), names]))
    return [heading(2, say("topic.actors"), "actors"), bullets(lines)] if lines else []


def _sources_say(view: TopicView, here: str, context: Context) -> list[Markdown]:
    if not view.passages:
        return []
    parts = [heading(2, context.say("topic.sources-say"), "sources"), others(view.passages, here, context)]
    for article in latest(view.passages, context):
        passages, found = view.passages[article], context.articles[article]
        best = sorted(passages, key=lambda passage: -passage.weight)[:_PASSAGES_PER_SOURCE]
        ordered = [passage for passage in passages if passage in best]
        outlet = element("bdi", found.clean.outlet.value) if found.clean.outlet else text(context.say("card.no-outlet"))
        date = say_date(found.dating.when, context.say) if found.dating else context.say("card.not-settled")
        parts += [
            heading(3, context.article_link(article, here), f"source-{article}"),
            paragraph(join(" · ", [date, outlet]), class_="basis"),
            bullets(context.quote(passage.evidence, here, named=False) for passage in ordered),
        ]
    return parts


def _agreement_and_difference(
    view: TopicView, entries: Iterable[RegisterEntry], here: str, context: Context
) -> list[Markdown]:
    """What more than one source speaks of, and people whom the sources spell differently."""
    say = context.say
    lines = [
        join(" ", [_register_link(entry, here, context), text("—"), agreement_of_sources(entry, context)])
        for entry in entries
        if len({article for article, _ in entry.deeds}) > 1
    ]
    lines += [line for person in view.people if (line := _spellings(person, here, context))]
    if not lines:
        lines = [text(say("topic.nothing-shared"))]
    return [heading(2, say("topic.agree-differ"), "agree-differ"), bullets(lines)]


def _register_link(entry: RegisterEntry, here: str, context: Context) -> Markdown:
    """The name of an agreement, leading to the words that every source has on it."""
    return bold(link(context.name_of(entry.names), context.register_page, here, f"agreement-{entry.id}"))


def _spellings(person: str, here: str, context: Context) -> Markdown | None:
    spelled = context.spellings_of.get(person, {})
    if len(spelled) < 2:
        return None
    forms = join(", ", (join(" ", [element("bdi", f), context.reference(e, here)]) for f, e in spelled.items()))
    return join(" ", [bold(context.entity_link(person, here)), text("—"), context.say("topic.spelled"), forms])


def _not_known(view: TopicView, entries: Iterable[RegisterEntry], here: str, context: Context) -> list[Markdown]:
    """What the sources leave open: dates, outlets, names and unconfirmed agreements."""
    say = context.say
    lines: list[Markdown] = []
    for article in latest(view.passages, context):
        found = context.articles[article]
        missing = []
        if found.dating is None or not found.dating.when.is_one_day:
            missing.append(say("not-known.date"))
        if found.clean.outlet is None:
            missing.append(say("not-known.outlet"))
        if missing:
            lines.append(join(" ", [context.article_link(article, here), text("—"), ", ".join(missing)]))
    for entry in entries:
        if not entry.known or entry.when is None:
            what = say("not-known.unconfirmed" if not entry.known else "not-known.agreement-date")
            lines.append(join(" ", [_register_link(entry, here, context), text("—"), what]))
    if not lines:
        return []
    return [heading(2, say("topic.not-known"), "not-known"), others(view.passages, here, context), bullets(lines)]
