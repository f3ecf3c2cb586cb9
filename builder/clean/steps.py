"""The order of cleaning, as one list of named rules; each takes blocks out and says why."""

from __future__ import annotations

from builder.clean.boxes import (
    take_asks,
    take_described_pictures,
    take_fields,
    take_marked_teasers,
    take_presentations,
    take_stamp_labels,
    take_teasers_below,
)
from builder.clean.captions import take_signed_captions
from builder.clean.credits.rules import take_credits, take_feed_footers
from builder.clean.ends import (
    take_after_end,
    take_biography,
    take_dated_headlines,
    take_notes,
    take_reader_comments,
    take_teasers,
)
from builder.clean.lines import (
    take_addresses,
    take_headed_posts,
    take_labels,
    take_litter_lines,
    take_notices,
    take_picture_names,
    take_posts,
    take_related,
    take_symbols,
    take_tags,
    take_tickers,
)
from builder.clean.title import take_above_title, take_title_copies
from builder.clean.zones import (
    take_below_text,
    take_below_title,
    take_captions,
    take_headline_runs,
    take_repeated,
)

BEFORE_TITLE = (
    take_symbols,
    take_picture_names,
    take_after_end,
    take_notices,
    take_litter_lines,
    take_labels,
    take_addresses,
    take_headed_posts,
    take_posts,
    take_tickers,
)
"""What needs no title to be known for litter."""

AFTER_TITLE = (
    take_title_copies,
    take_reader_comments,
    take_related,
    take_tags,
    take_feed_footers,
    take_credits,
    take_above_title,
    take_captions,
    take_signed_captions,
    take_asks,
    take_described_pictures,
    take_fields,
    take_stamp_labels,
    take_presentations,
    take_marked_teasers,
    take_repeated,
    take_below_title,
    take_dated_headlines,
    take_teasers,
    take_headline_runs,
    take_below_text,
    take_teasers_below,
    take_biography,
    take_notes,
)
"""What depends on where the title stands and where the text begins and ends."""
