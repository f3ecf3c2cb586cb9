"""Sources and method: what is known and not known of each source and why, and how the pages are made."""

from __future__ import annotations

from collections.abc import Sequence

from builder.datewords import say_date
from builder.models import Article, Attribute
from builder.render.context import METHOD, Context
from builder.render.frontmatter import site_matter
from builder.render.markdown import (
    Markdown,
    block,
    bullets,
    definitions,
    element,
    heading,
    join,
    page,
    paragraph,
    table,
    text,
)
from builder.render.quality import EVERY_LANGUAGE, NameQuality, Quality, Share, load_quality

_METHOD = ("read", "clean", "names", "dates", "agreements", "topics", "citations", "editor", "limits")


def render_method(context: Context) -> str:
    """The page that says how far to trust the others."""
    say = context.say
    parts = [heading(1, say("method.title"), "title"), paragraph(say("method.intro"))]
    parts += [heading(2, say("method.how"), "method")]
    parts += [bullets(join(" ", [text(say(f"method.{step}"))]) for step in _METHOD)]
    parts += _quality(context)
    parts += [heading(2, say("method.sources"), "sources")]
    for article in context.dossier.articles:
        parts += _source(article, context)
    return page(site_matter(say("method.title"), context, say("method.intro")), parts)


def _quality(context: Context) -> list[Markdown]:
    """The floors under the tool's reading, as its own tests hold them; nothing when they are not shipped."""
    promises, say = load_quality(), context.say
    if not promises.reading:
        return []
    names = ("articles", "lines", "titles", "languages", "dates", "dated")
    head = [say("method.quality.language"), *(say(f"method.quality.{name}") for name in names)]
    total = next(row for row in promises.reading if row.language == EVERY_LANGUAGE)
    return [
        heading(2, say("method.quality"), "quality"),
        paragraph(say("method.quality.how", articles=total.articles)),
        block("div", [table(head, [_quality_row(row, context) for row in promises.reading])], class_="register"),
        paragraph(say("method.quality.shares")),
        heading(3, say("method.quality.names"), "quality-names"),
        paragraph(say("method.quality.named")),
        *_names_table(promises.names, context),
        *_subject_table(promises.subject, context),
    ]


def _subject_table(rows: Sequence[NameQuality], context: Context) -> list[Markdown]:
    total = next((row for row in rows if row.language == EVERY_LANGUAGE), None)
    if not total:
        return []
    return [
        paragraph(context.say("method.quality.subject", articles=total.articles)),
        *_names_table(rows, context),
    ]


def _names_table(rows: Sequence[NameQuality], context: Context) -> list[Markdown]:
    names = ("language", "people", "organisations", "places", "identity", "agreements")
    head = [context.say(f"method.quality.{name}") for name in names]
    return [block("div", [table(head, [_names_row(row, context) for row in rows])], class_="register")]


def _names_row(row: NameQuality, context: Context) -> list[str]:
    people, organisations, places, agreements = (
        say_shares(share, context) for share in (row.people, row.organisations, row.places, row.agreements)
    )
    return [_named_language(row.language, context), people, organisations, places, _percent(row.identity), agreements]


def say_shares(share: Share, context: Context) -> str:
    """Both shares; in words where the tool named nothing or there was nothing to name."""
    if share.precision is None:
        return context.say(f"method.quality.none-{'there' if share.recall is None else 'named'}")
    recall = context.say("method.quality.none-there") if share.recall is None else _percent(share.recall)
    return f"{_percent(share.precision)} / {recall}"


def _quality_row(row: Quality, context: Context) -> list[str]:
    shares = map(_percent, (row.lines, row.titles, row.languages, row.dates))
    return [_named_language(row.language, context), str(row.articles), *shares, str(row.misdated)]


def _named_language(code: str, context: Context) -> str:
    rules = context.languages.get(code)
    return rules.name if rules else context.say("method.quality.every")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _source(article: Article, context: Context) -> list[Markdown]:
    say, clean = context.say, article.clean
    dating = article.dating
    steps = [text(step.text) for step in dating.basis] if dating else [text(say("article.no-date"))]
    pairs: list[tuple[str, str | list[str]]] = [
        (say("card.source"), element("code", clean.raw.source)),
        (say("card.language"), _language(article, context)),
        (say("card.outlet"), _attribute(clean.outlet, context)),
        (say("card.byline"), _attribute(clean.byline, context)),
        (say("card.agency"), _attribute(clean.agency, context)),
        (say("card.place"), _attribute(clean.place, context)),
        (say("card.date"), [text(say_date(dating.when, say)) if dating else text(say("card.not-settled")), *steps]),
        (say("method.kept"), say("method.kept.lines", paragraphs=len(clean.paragraphs), removed=len(clean.removed))),
        (say("method.notes"), text(clean.raw.sidecar.notes)),
    ]
    return [
        heading(3, context.article_link(article.id, METHOD), f"source-{article.id}", data_search_exclude="true"),
        definitions(pairs),
    ]


def _language(article: Article, context: Context) -> Markdown:
    code = article.clean.language
    rules = context.languages.get(code)
    return join(" ", [rules.name if rules else code, element("code", code)])


def _attribute(attribute: Attribute | None, context: Context) -> Markdown:
    if attribute is None:
        return element("span", context.say("card.not-stated"), class_="unknown")
    why = context.say(f"basis.{attribute.basis}")
    if attribute.line:
        why = context.say("basis.line", basis=why, line=attribute.line)
    return join(" ", [element("bdi", attribute.value), element("span", why, class_="basis")])
