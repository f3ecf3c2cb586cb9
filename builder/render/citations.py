"""An editor's text with citations such as ``[¶3]`` or ``[article-id¶3s2]`` becomes Markdown with links and words."""

from __future__ import annotations

from builder.citations import Target, find_citations
from builder.models import Evidence
from builder.render.context import Context, article_page
from builder.render.markdown import Markdown, inline, join, link, text


def cited(words: str, article: str, here: str, context: Context) -> Markdown:
    """Link each citation; ``article`` is meant where a citation names none. The words are only text."""
    pieces: list[str] = []
    position = 0
    for citation in find_citations(words):
        pieces.append(inline(words[position : citation.start]))
        target = citation.article or article
        once = dict.fromkeys(found.paragraph for found in citation.targets)
        links = (_reference(target, found, target == article or n > 0, here, context) for n, found in enumerate(once))
        pieces.append(" ".join(links))
        position = citation.end
    pieces.append(inline(words[position:]))
    return Markdown("".join(pieces))


def cite(evidence: Evidence, here: str, context: Context) -> Markdown:
    """The link to a paragraph inside of a sentence, with its source's short name."""
    return _reference(evidence.article, evidence.paragraph, short=False, here=here, context=context)


def _reference(target: str, found: str, short: bool, here: str, context: Context) -> Markdown:
    """A link to a paragraph: with its source's short name, or only its number where that was just given."""
    number = f"¶{found.removeprefix('p')}"
    label = text(number) if short else join(" ", [context.short_labels[target], number])
    marks = {"class_": "ref" if short else "ref cited", "data_search_exclude": "true"}
    return link(label, article_page(target), here, found, **marks)


def cited_words(words: str, here: str, context: Context) -> list[Markdown]:
    """What a text cites, each once, quoted: a sentence, or a whole paragraph where no sentence is named."""
    found: dict[Evidence, None] = {}
    for citation in find_citations(words):
        for target in citation.targets:
            found[_evidence(citation.article, target, context)] = None
    return [_quoted(evidence, here, context) for evidence in found]


def _evidence(article: str, target: Target, context: Context) -> Evidence:
    record = context.articles[article]
    if target.sentence:
        return [found for found in record.sentences if found.paragraph == target.paragraph][target.sentence - 1]
    words = record.paragraph(target.paragraph).text
    return Evidence(article, target.paragraph, 0, len(words), words)


def _quoted(evidence: Evidence, here: str, context: Context) -> Markdown:
    """A quote; an ellipsis in brackets says that its paragraph begins before it or goes on after it."""
    whole = context.articles[evidence.article].paragraph(evidence.paragraph).text
    omitted = text(context.say("article.omitted"))
    before = omitted if evidence.start else ""
    after = omitted if evidence.end < len(whole) else ""
    return join(" ", [context.words(evidence, before, after), context.reference(evidence, here)])
