"""The background of a topic: the editor's paragraphs, or what the register and the dates of the articles tell."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale
from babel.lists import format_list

from builder.dates import DateInterval, parse_edtf
from builder.datewords import say_date
from builder.models import RegisterEntry, TopicView
from builder.render.citations import cite, cited
from builder.render.context import Context
from builder.render.markdown import Markdown, heading, join, link, paragraph, text


def background(view: TopicView, entries: Iterable[RegisterEntry], here: str, context: Context) -> list[Markdown]:
    """The section; a sentence of the tool's says only what the articles, their dates and the register hold."""
    if not view.passages:
        return []
    written = [paragraph(cited(note.text, "", here, context)) for note in view.notes.get("background", ())]
    if written:
        written.append(paragraph(context.say("background.by-editor"), class_="basis"))
    derived = [_sources(view, context), _dated(entries, here, context)]
    return [heading(2, context.say("background.title"), "background"), *written, *(p for p in derived if p)]


def _sources(view: TopicView, context: Context) -> Markdown:
    """How many articles speak of the topic, in which languages, and in what time."""
    say = context.say
    found = [context.articles[article] for article in view.passages]
    names = Locale.parse(say.language).languages
    spoken = sorted({names.get(article.clean.language, article.clean.language) for article in found})
    told = say.count(
        "background.articles", len(found), languages=format_list(spoken, locale=Locale.parse(say.language))
    )
    span = _span(article.dating.when for article in found if article.dating)
    undated = sum(1 for article in found if article.dating is None)
    when = say("background.span", span=say_date(span, say)) if span else ""
    open_ones = say.count("background.undated", undated) if undated and span else ""
    return paragraph(" ".join(part for part in (told, when, open_ones) if part))


def _span(dates: Iterable[DateInterval]) -> DateInterval | None:
    """From the month of the first day to that of the last of what is dated; None when nothing is."""
    known = [(when.earliest, when.latest) for when in dates if when.earliest and when.latest]
    if not known:
        return None
    first, last = min(first for first, _ in known), max(last for _, last in known)
    begins, ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
    return parse_edtf(begins if begins == ends else f"{begins}/{ends}")


def _dated(entries: Iterable[RegisterEntry], here: str, context: Context) -> Markdown:
    """The first and the last of what the articles date, each with the words that date it."""
    ordered = sorted((entry for entry in entries if _first_day(entry)), key=lambda entry: (_first_day(entry), entry.id))
    if not ordered:
        return Markdown("")
    if len(ordered) == 1:
        return paragraph(_row("only", ordered[0], here, context))
    return paragraph(join(" ", [_row("first", ordered[0], here, context), _row("last", ordered[-1], here, context)]))


def _first_day(entry: RegisterEntry) -> str:
    """The first day that an article gives for it, as ISO 8601; empty when none does."""
    return min((when.earliest.isoformat() for when in entry.dates if when.earliest), default="")


def _row(which: str, entry: RegisterEntry, here: str, context: Context) -> Markdown:
    """One sentence, in which the name stands behind a colon: there it needs no article and no small letter."""
    shown = entry.dates if "date" in entry.differences or entry.when is None else (entry.when,)
    date = " / ".join(say_date(when, context.say) for when in shown)
    name = link(context.name_of(entry.names), context.register_page, here, f"agreement-{entry.id}")
    dating = next((deed.evidence for _, deed in entry.deeds if deed.when), None)
    pieces = [text(context.say(f"background.{which}", date=date)), name, cite(dating, here, context) if dating else ""]
    return Markdown(join(" ", pieces) + ".")
