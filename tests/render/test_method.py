"""What the page on the method says of how well the tool reads."""

from __future__ import annotations

from types import SimpleNamespace as Record

import pytest

from builder.messages import load_messages
from builder.render.method import say_shares
from builder.render.quality import Share, load_quality

SAY = Record(say=load_messages("en"))


@pytest.mark.parametrize(
    ("share", "told"),
    [
        (Share(1.0, 0.5), "100.0% / 50.0%"),
        (Share(0.0, 0.0), "0.0% / 0.0%"),
        (Share(None, 0.0), "none named"),
        (Share(None, None), "none in these articles"),
        (Share(0.0, None), "0.0% / none in these articles"),
    ],
)
def test_what_was_not_measured_has_no_figure(share, told):
    """Nothing named and nothing there to be named are said in words; 0 % is for answers that were wrong."""
    assert told == say_shares(share, SAY)


def test_the_shipped_figures_leave_out_what_was_not_measured():
    """No share that ships is 0 since nothing was answered: precision and recall are 0 together or not at all."""
    shares = [
        share
        for row in (*load_quality().names, *load_quality().subject)
        for share in (row.people, row.organisations, row.places, row.agreements)
    ]
    assert [] == [share for share in shares if share.precision == 0.0 or (share.precision and not share.recall)]
