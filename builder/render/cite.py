"""An article becomes its citation: plain words, BibTeX and CSL-JSON, each ready to be copied or saved.

What is not known is left out. The day of what an article reports is no date of publication: it stands
in the note and, in CSL-JSON, as ``event-date``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from builder.dates import DateInterval, parse_edtf
from builder.datewords import say_date
from builder.models import Article
from builder.render.context import Context, article_page
from builder.render.markdown import (
    Markdown,
    block,
    blocks,
    definitions,
    element,
    heading,
    join,
    link,
    paragraph,
    preformatted,
    text,
)

_PUBLISHED = "published"
_TEX = re.compile(r"[\\{}&%$#_~^]")
_TEX_NAMES = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_VERBATIM = ("date", "url", "urldate")
BIBTEX, CSL = "data/dossier.bib", "data/dossier.csl.json"


def citation(article: Article, context: Context) -> Markdown:
    """The section of an article's page: the citation in words, two formats to copy, and the saved file."""
    say, raw = context.say, article.clean.raw
    retrieved = raw.sidecar.retrieved
    saved = say_date(parse_edtf(retrieved), say) if retrieved else say("cite.not-recorded")
    pairs = [
        (say("cite.here"), context.short_labels[article.id]),
        (say("cite.file"), element("code", raw.source)),
        (say("cite.hash"), element("code", f"sha256:{raw.sha256}", class_="hash")),
        (say("cite.encoding"), element("code", raw.encoding)),
        (say("cite.retrieved"), text(saved)),
    ]
    formats = [
        _format("BibTeX", bibtex(article, context), f"{article.id}.bib"),
        _format("CSL-JSON", csl_json([article], context), f"{article.id}.json"),
    ]
    here = article_page(article.id)
    whole = [link("BibTeX", BIBTEX, here), text("·"), link("CSL-JSON", CSL, here)]
    return blocks(
        [
            heading(2, say("article.cite"), "cite", data_search_exclude="true"),
            paragraph(_in_words(article, context), class_="copied"),
            block("div", formats, data_search_exclude="true"),
            paragraph(join(" ", [say("cite.all"), *whole]), class_="basis"),
            definitions(pairs),
        ]
    )


def _format(name: str, words: str, file: str) -> Markdown:
    """A format folded away; the script of the page adds the buttons that copy it and save it as the file."""
    return block("details", [preformatted(words, class_="copied", data_save=file)], summary=name, class_="format")


def _in_words(article: Article, context: Context) -> Markdown:
    say, clean = context.say, article.clean
    outlet = clean.outlet.value if clean.outlet else say("cite.no-outlet")
    dating = article.dating
    day = say_date(dating.when, say) if dating else say("cite.no-date")
    day = day[:1].upper() + day[1:]  # it begins a sentence of its own
    kind = f" ({say(f'dating.kind.{dating.kind}')})" if dating and dating.kind != _PUBLISHED else ""
    title = context.in_language(clean.title.value, clean.language, "cite")
    parts = [
        element("bdi", clean.byline.value) if clean.byline else "",
        title,
        element("bdi", outlet),
        element("bdi", clean.agency.value) if clean.agency else "",
        text(day + kind),
    ]
    return join(". ", parts) + Markdown(".")


def bibtex(article: Article, context: Context) -> str:
    """One entry for BibTeX and BibLaTeX; dates in EDTF, the characters that TeX reads written as names."""
    lines = (f"  {field} = {_braced(field, value)}" for field, value in _fields(article, context))
    kind = "article" if article.clean.outlet else "misc"
    return f"@{kind}{{{article.id},\n" + ",\n".join(lines) + "\n}\n"


def _fields(article: Article, context: Context) -> Iterator[tuple[str, str]]:
    clean, sidecar, dating = article.clean, article.clean.raw.sidecar, article.dating
    if clean.byline:
        yield "author", clean.byline.value
    yield "title", clean.title.value
    if clean.outlet:
        yield "journal", clean.outlet.value
    if dating and dating.kind == _PUBLISHED:
        yield "date", dating.when.edtf
        if dating.when.earliest and dating.when.latest and dating.when.earliest.year == dating.when.latest.year:
            yield "year", str(dating.when.earliest.year)
    yield "language", context.language_name(clean.language)
    if sidecar.url:
        yield "url", sidecar.url
    if sidecar.retrieved:
        yield "urldate", sidecar.retrieved
    yield "note", _note(article, context)


def _note(article: Article, context: Context) -> str:
    """What has no field of its own: the agency, the English title, a day that is not that of publication."""
    say, clean, dating = context.say, article.clean, article.dating
    notes = [
        say("cite.note.agency", agency=clean.agency.value) if clean.agency else "",
        say("cite.note.title", title=clean.raw.sidecar.english_title) if clean.raw.sidecar.english_title else "",
        say("cite.note.event", date=say_date(dating.when, say)) if dating and dating.kind != _PUBLISHED else "",
        say("cite.note.saved", source=clean.raw.source),
    ]
    return " ".join(note for note in notes if note)


def _braced(field: str, value: str) -> str:
    """A value in its braces; a second pair keeps a name whole and the letters of a title as they are."""
    if field in _VERBATIM:
        return f"{{{value}}}"
    return f"{{{{{_tex(value)}}}}}" if field in ("author", "title") else f"{{{_tex(value)}}}"


def _tex(value: str) -> str:
    return _TEX.sub(lambda found: _TEX_NAMES.get(found.group(), f"\\{found.group()}"), value)


def csl_json(articles: Iterable[Article], context: Context) -> str:
    """Entries of CSL-JSON 1.0, a field on a line; a date that is a span or inferred is called circa."""
    entries = ",\n".join(_entry_text(_entry(article, context)) for article in articles)
    return f"[\n{entries}\n]\n"


def _entry_text(entry: Mapping[str, object]) -> str:
    fields = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in entry.items())
    return "{\n" + ",\n".join(fields) + "\n}"


def _entry(article: Article, context: Context) -> dict[str, object]:
    clean, sidecar, dating = article.clean, article.clean.raw.sidecar, article.dating
    field = "issued" if dating and dating.kind == _PUBLISHED else "event-date"
    entry: dict[str, object] = {
        "id": article.id,
        "type": "article-newspaper" if clean.outlet or clean.agency else "article",
        "title": clean.title.value,
        "author": [{"literal": clean.byline.value}] if clean.byline else None,
        "container-title": clean.outlet.value if clean.outlet else None,
        field: _csl_date(dating.when) if dating else None,
        "language": clean.language,
        "URL": sidecar.url or None,
        "accessed": _csl_date(parse_edtf(sidecar.retrieved)) if sidecar.retrieved else None,
        "note": _note(article, context),
    }
    return {name: value for name, value in entry.items() if value is not None}


def _csl_date(when: DateInterval) -> dict[str, object] | None:
    """One day or the two ends of a span; an open end says nothing that CSL could hold."""
    if when.earliest is None or when.latest is None:
        return None
    parts = [[day.year, day.month, day.day] for day in dict.fromkeys((when.earliest, when.latest))]
    return {"date-parts": parts} | ({} if when.is_one_day and not when.edtf.endswith("~") else {"circa": True})
