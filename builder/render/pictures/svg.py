"""Shapes and words of a drawing: SVG elements as inline Markdown.

Words of a source stand in elements, never in attributes: Markdown reads a link even there.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.render.markdown import Markdown, attributes, block, paragraph, text


def figure(content: Iterable[str], caption: Iterable[str], kind: str) -> Markdown:
    """A picture with the words under it. Search finds the words of the page instead, so it leaves both out."""
    words = block("figcaption", [paragraph(" ".join(caption))])
    return block("figure", [*content, words], class_=f"picture {kind}", data_search_exclude="true")


def group(tag: str, content: Iterable[str], **values: str) -> Markdown:
    """An element around others; plain words in it are escaped."""
    return Markdown(f"<{tag}{attributes(**values)}>{''.join(text(part) for part in content)}</{tag}>")


def shape(tag: str, **values: str) -> Markdown:
    """An element without content."""
    return Markdown(f"<{tag}{attributes(**values)}/>")


def percent(value: float) -> str:
    """A place on a scale of a hundred, to a thousandth of the width: half a pixel on a screen.

    >>> percent(12.04), percent(100), percent(-0.01)
    ('12%', '100%', '0%')
    """
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0") + "%"
