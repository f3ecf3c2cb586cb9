"""An editor's text with citations such as ``[¶3]`` or ``[article-id¶3]`` becomes Markdown with links and words."""

from __future__ import annotations

from builder.citations import find_citations
from builder.models import Evidence
from builder.render.context import Context, article_page
from builder.render.markdown import Markdown, inline, link


def cited(words: str, article: str, here: str, context: Context) -> Markdown:
    """Link each citation; ``article`` is meant where a citation names none. The words are only text."""
    pieces: list[str] = []
    position = 0
    for citation in find_citations(words):
        pieces.append(inline(words[position : citation.start]))
        target = citation.article or article
        links = (_reference(target, paragraph, article, here, context) for paragraph in citation.paragraphs)
        pieces.append(" ".join(links))
        position = citation.end
    pieces.append(inline(words[position:]))
    return Markdown("".join(pieces))


def _reference(target: str, paragraph: str, article: str, here: str, context: Context) -> Markdown:
    own = target == article
    number = f"¶{paragraph.removeprefix('p')}"
    label = number if own else f"{context.short_label(target)} {number}"
    marks = {"class_": "ref" if own else "ref source", "data_search_exclude": "true"}
    return link(label, article_page(target), here, paragraph, **marks)


def cited_words(words: str, context: Context) -> tuple[Evidence, ...]:
    """The paragraphs that a text cites, each once, as evidence to be quoted."""
    found = {}
    for citation in find_citations(words):
        for paragraph in citation.paragraphs:
            text = context.articles[citation.article].paragraph(paragraph).text
            found[citation.article, paragraph] = Evidence(citation.article, paragraph, 0, len(text), text)
    return tuple(found.values())
