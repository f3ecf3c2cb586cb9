"""What the search for the main text passed over in boxes of the same class is put back, and nothing else is."""

from __future__ import annotations

from lxml import html

from builder.read.missed_text import add_missed_text

FIRST = "The first boat to the islands leaves before dawn, when the market of the port is still shut, the captain says."
SECOND = (
    "In the second year of the drought the islanders brought their water from the mainland in tanks as well, he says."
)
THIRD = "He has crossed the strait for thirty years, as his father did, and has never learned to swim in all that time."
OTHER = "You may also like a walk along the old wall of the port, with pictures by three readers and a map."
PAGE = f"""<main><div class="part"><p>{FIRST}</p></div><div class="more"><p>{OTHER}</p></div>
<div class="part"><p>{SECOND}</p><p>Short.</p><p><a href="/a">{OTHER}</a></p></div>
<div class="part"><p>{THIRD}</p></div></main>"""


def text_of(found, page=PAGE):
    """The paragraphs of a body in which only some were found, once the others are added."""
    body = html.document_fromstring("".join(f"<p>{text}</p>" for text in found)).find("body")
    add_missed_text(body, html.fromstring(page))
    return [node.text_content() for node in body]


def test_paragraphs_in_boxes_of_one_class_are_put_behind_the_one_before_them():
    """Those between and after the ones that were found stand where the page has them; links and labels do not."""
    assert [FIRST, SECOND, THIRD] == text_of([FIRST])
    assert [FIRST, SECOND, THIRD] == text_of([FIRST, THIRD])


def test_boxes_without_a_class_or_with_little_of_the_text_add_nothing():
    """A box is known by its class only, and one that holds less than half of the text is not the article's."""
    assert [FIRST] == text_of([FIRST], PAGE.replace(' class="part"', ""))
    assert [OTHER + OTHER, FIRST] == text_of([OTHER + OTHER, FIRST], PAGE.replace(OTHER, OTHER + OTHER, 1))
