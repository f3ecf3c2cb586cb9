"""An editor's text with citations such as ``[¶3]`` or ``[article-id¶3]`` becomes Markdown with links."""

from __future__ import annotations

import re

from builder.render.context import Context, article_page
from builder.render.markdown import Markdown, inline, link, text

CITATION = re.compile(r"\[(?P<article>[^\[\]¶\s]*)¶(?P<paragraphs>\d+(?:\s*,\s*¶?\d+)*)\]")


def cited(words: str, article: str, here: str, context: Context) -> Markdown:
    """Link each citation; ``article`` is meant where a citation names none. The words are only text."""
    pieces: list[str] = []
    position = 0
    for found in CITATION.finditer(words):
        pieces.append(inline(words[position : found.start()]))
        target = found["article"] or article
        numbers = re.findall(r"\d+", found["paragraphs"])
        pieces.append(" ".join(_reference(target, number, article, here, context) for number in numbers))
        position = found.end()
    pieces.append(inline(words[position:]))
    return Markdown("".join(pieces))


def _reference(target: str, number: str, article: str, here: str, context: Context) -> Markdown:
    if target not in context.articles:
        return text(f"[{target}¶{number}]")
    own = target == article
    label = f"¶{number}" if own else f"{context.short_label(target)} ¶{number}"
    marks = {"class_": "ref" if own else "ref source", "data_search_exclude": "true"}
    return link(label, article_page(target), here, f"p{number}", **marks)
