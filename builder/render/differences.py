"""Where the sources of a topic agree, where they differ, and what none of them settles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from babel import Locale
from babel.lists import format_list

from builder.models import Evidence, RegisterEntry, TopicView
from builder.render.citations import cited
from builder.render.context import Context
from builder.render.many import latest, others
from builder.render.markdown import Markdown, bold, bullets, element, heading, join, link, paragraph, text
from builder.render.register import agreement_of_sources
from builder.text import fold, is_arabic

# What is signed has these; a status, a seat or an exercise need not.
_SIGNED = ("agreement", "memorandum", "declaration")


def differences(view: TopicView, entries: Iterable[RegisterEntry], here: str, context: Context) -> list[Markdown]:
    """What more than one source speaks of, names spelled differently, and what the editor calls disputed.

    Rows on which the sources differ come first. That statements oppose each other only the editor says.
    """
    if not view.passages:
        return []
    say = context.say
    shared = [entry for entry in entries if len({article for article, _ in entry.deeds}) > 1]
    lines = [
        join(" ", [_register_link(entry, here, context), text("—"), agreement_of_sources(entry, context)])
        for entry in sorted(shared, key=lambda entry: not entry.differences)
    ]
    lines += [line for person in view.people if (line := _spellings(person, here, context))]
    notes = [cited(note.text, "", here, context) for note in view.notes.get("disputed", ())]
    if not lines and not notes:
        return [heading(2, say("topic.agree-differ"), "agree-differ"), paragraph(say("topic.nothing-shared"))]
    by_editor = paragraph(say("topic.key-points.by-editor"), class_="basis") if notes else ""
    parts = [heading(2, say("topic.agree-differ"), "agree-differ"), bullets(notes), by_editor, bullets(lines)]
    return [Markdown(part) for part in parts if part]


def _register_link(entry: RegisterEntry, here: str, context: Context) -> Markdown:
    """The name of an agreement, leading to the words that every source has on it."""
    return bold(link(context.name_of(entry.names), context.register_page, here, f"agreement-{entry.id}"))


def _spellings(person: str, here: str, context: Context) -> Markdown | None:
    spelled = _in_one_script(context.spellings_of.get(person, {}))
    if len(spelled) < 2:
        return None
    forms = join(", ", (join(" ", [element("bdi", f), context.reference(e, here)]) for f, e in spelled.items()))
    return join(" ", [bold(context.entity_link(person, here)), context.say("topic.spelled"), forms])


def _in_one_script(spelled: Mapping[str, Evidence]) -> Mapping[str, Evidence]:
    """The spellings of the script that has more of them; accents and case make no other spelling."""
    scripts: dict[bool, dict[str, tuple[str, Evidence]]] = {True: {}, False: {}}
    for form, evidence in spelled.items():
        scripts[is_arabic(form)].setdefault(fold(form), (form, evidence))
    return dict(max(scripts.values(), key=len).values())


def not_known(view: TopicView, entries: Iterable[RegisterEntry], here: str, context: Context) -> list[Markdown]:
    """The editor's open questions; then what no source states of an agreement, and of the sources themselves."""
    say = context.say
    notes = [cited(note.text, "", here, context) for note in view.notes.get("not_known", ())]
    derived = [*_open_rows(entries, here, context), *_open_articles(view, here, context)]
    if not notes and not derived:
        return []
    by_editor = paragraph(say("not-known.by-editor"), class_="basis") if notes else ""
    parts = [
        heading(2, say("topic.not-known"), "not-known"),
        bullets(notes),
        by_editor,
        others(view.passages, here, context),
        bullets(derived),
    ]
    return [Markdown(part) for part in parts if part]


def _open_rows(entries: Iterable[RegisterEntry], here: str, context: Context) -> Iterator[Markdown]:
    say = context.say
    for entry in entries:
        missing = [say(f"not-known.field.{field}") for field in _missing(entry)]
        listed = format_list(missing, style="or", locale=Locale.parse(say.language))
        told = [say("not-known.fields", fields=listed)] if missing else []
        if not entry.known:
            told.insert(0, say("not-known.unconfirmed"))
        if told:
            yield join(" ", [_register_link(entry, here, context), text("—"), text("; ".join(told) + ".")])


def _missing(entry: RegisterEntry) -> Iterator[str]:
    """What no article says: of everything its date, of what is signed also by whom, for how long and where."""
    if not entry.dates:
        yield "date"
    if entry.kind in _SIGNED:
        if not entry.stated.intersection(entry.signatories):
            yield "signatories"
        if not entry.durations:
            yield "duration"
        if not entry.places:
            yield "place"


def _open_articles(view: TopicView, here: str, context: Context) -> Iterator[Markdown]:
    say = context.say
    for article in latest(view.passages, context):
        found = context.articles[article]
        missing = []
        if found.dating is None or not found.dating.when.is_one_day:
            missing.append(say("not-known.date"))
        if found.clean.outlet is None:
            missing.append(say("not-known.outlet"))
        if missing:
            yield join(" ", [context.article_link(article, here), text("—"), text("; ".join(missing) + ".")])
