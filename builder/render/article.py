"""An article becomes its page: what we know and how, the brief, the text, what it names, how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.datewords import say_date
from builder.models import Article, Attribute, Evidence, Mention, Paragraph
from builder.render.article_notes import article_notes, paragraph_link
from builder.render.citations import cited
from builder.render.context import Context, article_page, entity_page, topic_page
from builder.render.frontmatter import article_matter
from builder.render.markdown import (
    Markdown,
    attributes,
    block,
    blocks,
    bullets,
    definitions,
    element,
    heading,
    inline,
    join,
    link,
    outward,
    page,
    paragraph,
    text,
)

_KEY_SENTENCES = 3
_MOST_PEOPLE = 6


def render_article(article: Article, context: Context) -> str:
    """The whole page of one article."""
    clean, here = article.clean, article_page(article.id)
    title = heading(1, clean.title.value, "title", lang=clean.language, dir=clean.direction)
    sections = [
        _subtitle(article, context),
        _card(article, here, context),
        _brief(article, here, context),
        heading(2, context.say("article.text"), "text"),
    ]
    return page(
        article_matter(article, context),
        [
            title,
            _apparatus(sections, context),
            *article_text(article, here, context),
            _apparatus(article_notes(article, context), context),
        ],
    )


def _apparatus(parts: Iterable[str], context: Context) -> Markdown:
    """What the tool says, in the interface language's own direction inside an article of another."""
    language = context.say.language
    return block("div", parts, class_="apparatus", lang=language, dir=context.direction(language))


def _subtitle(article: Article, context: Context) -> Markdown:
    english = article.clean.raw.sidecar.english_title
    if not english or article.clean.language == context.say.language:
        return Markdown("")
    return paragraph(english, class_="subtitle")


def _card(article: Article, here: str, context: Context) -> Markdown:
    say, clean = context.say, article.clean
    language = context.languages.get(clean.language)
    topics = [
        link(view.topic.title, topic_page(view.topic.id), here)
        for view in context.dossier.topics
        if article.id in view.passages
    ]
    pairs: list[tuple[str, str | list[str]]] = [
        (say("card.outlet"), _known(clean.outlet, context)),
        (say("card.date"), _date(article, context)),
        (say("card.byline"), join(" · ", [_known(clean.byline, context), clean.raw.sidecar.english_byline])),
        (say("card.agency"), _known(clean.agency, context) if clean.agency else ""),
        (say("card.place"), _known(clean.place, context) if clean.place else ""),
        (say("card.reporters"), join(" · ", (_reporter(evidence) for evidence in article.reporters))),
        (say("card.language"), text(language.name if language else clean.language)),
        (say("card.people"), join(" · ", _people(article, here, context))),
        (say("card.topics"), join(" · ", topics) or text(say("card.no-topic"))),
        (say("card.source"), _seed(article)),
    ]
    # Its labels would be what search shows of every article; what it states is in data/search.json.
    return block("div", [definitions(pairs)], class_="card", data_search_exclude="true")


def _people(article: Article, here: str, context: Context) -> list[Markdown]:
    """Who is named most often in the article."""
    counts = Counter(mention.entity for mention in article.mentions if mention.kind == "person")
    return [context.entity_link(entity, here) for entity, _ in counts.most_common(_MOST_PEOPLE)]


def _reporter(evidence: Evidence) -> Markdown:
    return join(" ", [element("bdi", evidence.quote), paragraph_link(evidence.paragraph)])


def _known(attribute: Attribute | None, context: Context) -> Markdown:
    if attribute is None:
        return element("span", context.say("card.not-stated"), class_="unknown")
    basis = context.say(f"basis.{attribute.basis}")
    return join(" ", [element("bdi", attribute.value), element("span", basis, class_="basis")])


def _date(article: Article, context: Context) -> Markdown:
    say = context.say
    if article.dating is None:
        return element("span", say("card.not-settled"), class_="unknown")
    kind = element("span", say(f"dating.kind.{article.dating.kind}"), class_="basis")
    how = Markdown(f"[{text(say('card.how-dated'))}](#dating)")
    return join(" ", [text(say_date(article.dating.when, say)), kind, how])


def _seed(article: Article) -> Markdown:
    raw = article.clean.raw
    return join(" ", [element("code", raw.source), outward(raw.sidecar.url, raw.sidecar.url)])


def _brief(article: Article, here: str, context: Context) -> Markdown:
    say, brief = context.say, context.dossier.briefs.get(article.id)
    if brief:
        return blocks(
            [
                heading(2, say("article.brief"), "brief"),
                paragraph(cited(brief, article.id, here, context), class_="brief"),
                paragraph(say("article.brief.by-editor"), class_="basis"),
            ]
        )
    chosen = key_sentences(article)
    if not chosen:
        return Markdown("")
    items = bullets(context.quote(evidence, here, named=False) for evidence in chosen)
    return blocks([heading(2, say("article.key-sentences"), "brief"), items])


def key_sentences(article: Article) -> tuple[Evidence, ...]:
    """The lead and the weightiest passages, in the order of the text: quotes, not a summary."""
    texts = {p.id for p in article.clean.paragraphs if p.kind == "text"}
    lead = [sentence for sentence in article.sentences if sentence.paragraph in texts][:1]
    weighty = sorted(article.passages, key=lambda passage: -passage.weight)
    chosen = list(dict.fromkeys([*lead, *(passage.evidence for passage in weighty)]))[:_KEY_SENTENCES]
    return tuple(sentence for sentence in article.sentences if sentence in chosen)


def article_text(article: Article, here: str, context: Context) -> Iterator[Markdown]:
    """The paragraphs, numbered and linkable; with excerpts only, the sentences that the dossier quotes."""
    full = context.is_full(article)
    quoted = context.excerpts.get(article.id, frozenset())
    for found in article.clean.paragraphs:
        marks = {"lang": found.language, "dir": context.direction(found.language)}
        number = found.id.removeprefix("p")
        label = attributes(aria_label=context.say("article.number", number=number), data_search_exclude="true")
        anchor = Markdown(f'[{number}](#{found.id}){{: class="number"{label} }}')
        if full:
            words = _with_names(found, article.mentions, here, context)
        else:
            words = _excerpt(found, [e for e in quoted if e.paragraph == found.id], context)
        kind = "subheading" if found.kind == "heading" else "text"
        yield Markdown(f"{anchor} {words}\n{{: #{found.id} .{kind}{_marks(marks)} }}")
    if not full:
        yield paragraph(context.say("article.excerpts"), class_="basis", lang=context.say.language, dir="ltr")


def _marks(values: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in values.items())


def _with_names(found: Paragraph, mentions: Iterable[Mention], here: str, context: Context) -> Markdown:
    """The paragraph's text with each name linked to its page."""
    pieces, position = [], 0
    for mention in sorted((m for m in mentions if m.paragraph == found.id), key=lambda m: m.start):
        entity = context.dossier.entities.get(mention.entity)
        if entity is None or mention.start < position:
            continue
        pieces.append(inline(found.text[position : mention.start]))
        pieces.append(link(mention.text, entity_page(entity), here, class_="name"))
        position = mention.end
    pieces.append(inline(found.text[position:]))
    return Markdown("".join(pieces))


def _excerpt(found: Paragraph, quoted: Iterable[Evidence], context: Context) -> Markdown:
    omitted = text(context.say("article.omitted"))
    pieces, position = [], 0
    for evidence in sorted(quoted, key=lambda e: e.start):
        if evidence.start > position:
            pieces.append(omitted)
        pieces.append(text(evidence.quote))
        position = max(position, evidence.end)
    if position < len(found.text):
        pieces.append(omitted)
    return join(" ", pieces)
