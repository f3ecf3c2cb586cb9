"""Which texts are copies of which, against a comparison of each text with all others."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace as Record

from builder.assemble.sources import find_copied, find_origins

PARAGRAPHS = [[f"word{number}of{place}" for place in range(12)] for number in range(6)]


def text(chance):
    """Some of the paragraphs, with some of their words changed."""
    drawn = chance.sample(PARAGRAPHS, chance.randint(1, len(PARAGRAPHS)))
    changed = chance.choice([0, 0.02, 0.1])
    words = ([str(chance.random()) if chance.random() < changed else word for word in one] for one in drawn)
    return tuple(Record(text=" ".join(one)) for one in words)


def test_the_origin_is_that_of_the_original_with_most_in_common():
    """No original that shares enough is overlooked, be it longer or shorter, and of several the nearest is it."""
    chance = Random(1)
    for _ in range(40):
        articles = [
            Record(id=f"{number:02}", clean=Record(paragraphs=text(chance), agency=None)) for number in range(25)
        ]
        origins = find_origins(articles)
        expected, originals = {}, []
        for article in articles:
            copied = [(one.share, one.article) for one in find_copied(article.clean, [o.clean for o in originals])]
            best = max(((share, o.id) for share, clean in copied for o in originals if o.clean is clean), default=None)
            expected[article.id] = expected[best[1]] if best else article.id
            originals += [] if best else [article]
        assert expected == origins
        assert len(originals) < len(articles)
