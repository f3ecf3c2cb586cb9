"""What stands under an article's text: what it names and dates, how it was dated, what was removed, how to cite it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.datewords import say_date
from builder.models import BY_EDITOR, NO_NAME, Article, RegisterEntry, Removal
from builder.render.cite import citation
from builder.render.context import Context, article_page
from builder.render.markdown import (
    Markdown,
    block,
    blocks,
    bold,
    bullets,
    element,
    heading,
    join,
    link,
    paragraph,
    text,
)
from builder.render.related import related


def article_notes(article: Article, context: Context) -> Iterator[Markdown]:
    """The sections in their order; one that would be empty is left out."""
    here = article_page(article.id)
    yield _agreements(article, here, context)
    yield related(article, here, context)
    yield _named(article, here, context)
    yield _dates(article, context)
    yield _dating(article, context)
    yield citation(article, context)
    yield _decided(article, here, context)
    yield removed_lines(article, context)


def _named(article: Article, here: str, context: Context) -> Markdown:
    """People, organisations and places of the article, each with the paragraphs that name it."""
    say = context.say
    parts: list[str] = [heading(2, say("article.named"), "named")]
    for kind in ("person", "organisation", "place"):
        found: dict[str, list[str]] = {}
        for mention in article.mentions:
            if mention.kind == kind:
                found.setdefault(mention.entity, []).append(mention.paragraph)
        if found:
            items = (_entity_item(entity, where, here, context) for entity, where in found.items())
            parts.extend(
                [
                    heading(3, say(f"kind.{kind}.plural"), f"named-{kind}"),
                    block("div", [bullets(items)], class_="named"),
                ]
            )
    return blocks(parts) if len(parts) > 1 else Markdown("")


def _entity_item(entity: str, where: Iterable[str], here: str, context: Context) -> Markdown:
    record = context.dossier.entities[entity]
    others = context.other_names(record.names)
    unknown = "" if record.known else element("span", context.say("entity.unknown"), class_="unknown")
    numbers = join(" ", (paragraph_link(paragraph) for paragraph in dict.fromkeys(where)))
    return join(" ", [join(" · ", [bold(context.entity_link(entity, here)), others]), unknown, numbers])


def paragraph_link(paragraph: str) -> Markdown:
    """A link to a paragraph of the same page."""
    return Markdown(
        f'[{text("¶" + paragraph.removeprefix("p"))}](#{paragraph}){{: class="ref" data-search-exclude="true" }}'
    )


def _dates(article: Article, context: Context) -> Markdown:
    if not article.dates:
        return Markdown("")
    items = []
    for date in article.dates:
        told = say_date(date.when, context.say)
        spoken = article.paragraph(date.paragraph).language
        words = context.in_language(date.text, spoken, "q") if date.text != told else ""
        said = bold(told)
        inferred = element("span", context.say("date.year-inferred"), class_="basis") if date.is_year_inferred else ""
        items.append(join(" ", [said, inferred, words, paragraph_link(date.paragraph)]))
    return blocks(
        [heading(2, context.say("article.dates"), "dates"), block("div", [bullets(items)], class_="in-a-line")]
    )


def _agreements(article: Article, here: str, context: Context) -> Markdown:
    rows = context.rows_of.get(article.id, ())
    if not rows:
        return Markdown("")
    return blocks(
        [
            heading(2, context.say("article.agreements"), "agreements"),
            bullets(_agreement(entry, article, here, context) for entry in rows),
        ]
    )


def _agreement(entry: RegisterEntry, article: Article, here: str, context: Context) -> Markdown:
    deeds = context.deeds_of[article.id][entry.id]
    stated = next((deed.when for deed in deeds if deed.when), None)
    name = link(context.name_of(entry.names), context.register_page, here, f"agreement-{entry.id}")
    date = say_date(stated, context.say) if stated else context.say("agreement.no-date-here")
    numbers = join(" ", (paragraph_link(p) for p in dict.fromkeys(deed.evidence.paragraph for deed in deeds)))
    return join(" ", [bold(name), element("span", date, class_="basis"), numbers])


def _dating(article: Article, context: Context) -> Markdown:
    """How the date was reasoned, step by step."""
    say = context.say
    parts: list[str] = [heading(2, say("article.dating"), "dating", data_search_exclude="true")]
    if article.dating is None:
        return blocks([*parts, paragraph(say("article.no-date"))])
    steps = []
    for step in article.dating.basis:
        where = paragraph_link(step.paragraph) if step.paragraph else Markdown("")
        steps.append(join(" ", [text(step.text), where]))
    edtf = element("code", article.dating.when.edtf)
    shown = join(" ", [bold(say_date(article.dating.when, say)), say("dating.as-edtf"), edtf])
    return blocks([*parts, paragraph(shown), bullets(steps)])


def _line(removal: Removal, article: Article, context: Context) -> Markdown:
    rule = context.say("removed.by-editor") if removal.rule == BY_EDITOR else element("code", removal.rule)
    words = context.in_language(removal.text, article.clean.language, "span") if context.is_full(article) else ""
    return join(" ", [context.say("removed.line", line=removal.line), rule, words])


def _decided(article: Article, here: str, context: Context) -> Markdown:
    """What the editor decided of this article in its sidecar, beside what the card says of its metadata."""
    say, sidecar = context.say, article.clean.raw.sidecar
    items: list[str] = []
    for kind, lines in (("dropped", sidecar.drop), ("kept", sidecar.keep)):
        if lines:
            items.append(text(say(f"decided.{kind}", lines=_ranges(lines))))
    items += (join(" ", [text(say("decided.spared")), _line(one, article, context)]) for one in article.clean.spared)
    for words, entity in sidecar.names:
        name = context.in_language(words, article.clean.language)
        known = context.dossier.knowledge.same.get(entity, entity)
        meant = context.entity_link(known, here) if known in context.dossier.entities else text(known)
        meant = text(say("decided.no-name")) if entity == NO_NAME else meant
        items.append(join(" ", [name, text(say("decided.means")), meant]))
    if sidecar.publication:
        items.append(text(say(f"decided.publication.{sidecar.publication}")))
    for other in context.replaced_by.get(article.id, ()):
        old = link(context.title(other), article_page(other.id), here)
        items.append(join(" ", [text(say("decided.replaces")), old]))
    if not items:
        return Markdown("")
    return blocks([heading(2, say("article.decided"), "decided", data_search_exclude="true"), bullets(items)])


def _ranges(lines: Iterable[int]) -> str:
    """Numbers of lines, those that follow one another as one range: 3, 7–9."""
    parts: list[list[int]] = []
    for line in lines:
        if parts and parts[-1][-1] == line - 1:
            parts[-1].append(line)
        else:
            parts.append([line])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)


def removed_lines(article: Article, context: Context) -> Markdown:
    """What was taken out of the seed, folded away: line, rule, and the words where they may be shown."""
    removed = article.clean.removed
    if not removed:
        return Markdown("")
    items = [_line(removal, article, context) for removal in removed]
    return blocks(
        [
            heading(2, context.say("article.removed"), "removed", data_search_exclude="true"),
            block(
                "details",
                [bullets(items)],
                summary=context.say.count("removed.lines", len(removed)),
                data_search_exclude="true",
            ),
        ]
    )
