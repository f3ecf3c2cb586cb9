"""A Review becomes text for a terminal or JSON for a script."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence

from builder.models import AmbiguousName, Evidence, LikePair, Review, UnknownName

_QUOTES = 3
_LONGEST_QUOTE = 200


def as_json(review: Review) -> str:
    """The whole review, in an order that depends only on the articles and the knowledge."""
    return json.dumps(dataclasses.asdict(review), ensure_ascii=False, indent=1)


def as_text(review: Review) -> Iterator[str]:
    """The lines of a review: unknown names, pairs, names that fit two, dates, and how to answer."""
    parts = (
        *(unknown_lines(one) for one in review.unknown),
        *(ambiguous_lines(one) for one in review.ambiguous),
        pair_lines(review.pairs),
        (f"{finding.where}: {finding.text}" for finding in review.dates),
    )
    for part in parts:
        lines = tuple(part)
        yield from lines
        if lines:
            yield ""
    yield summary(review)


def summary(review: Review) -> str:
    """How many questions there are, in a line."""
    counts = (
        (len(review.unknown), "unknown name", "unknown names"),
        (len(review.ambiguous), "name that fits two entries", "names that fit two entries"),
        (len(review.pairs), "pair of unknown names that are alike", "pairs of unknown names that are alike"),
        (len(review.dates), "question about dates", "questions about dates"),
    )
    more = f" (and {review.more} rarer ones later)" if review.more else ""
    said = [f"{count} {one if count == 1 else many}" for count, one, many in counts]
    return "; ".join([said[0] + more, *said[1:]])


def is_open(review: Review) -> bool:
    """Tell whether any question is left."""
    return bool(review.unknown or review.ambiguous or review.dates)


def unknown_lines(one: UnknownName) -> Iterator[str]:
    """A name, where it stands, what it is called, and whom it may mean."""
    articles = len(one.sources)
    times = "once" if one.count == 1 else f"{one.count} times in {articles} article{'s' if articles > 1 else ''}"
    yield f"{one.name}  ({one.kind}, {one.language}, {times})"
    yield from _quotes(one.evidence)
    for role in one.roles:
        yield f"    called: {role}"
    for number, suggestion in enumerate(one.suggestions, 1):
        yield f"    {number}  {suggestion.entity}  {suggestion.name}  {suggestion.score:.2f}"
        for reason in suggestion.reasons:
            yield f"         {reason}"


def ambiguous_lines(one: AmbiguousName) -> Iterator[str]:
    """A name that fits several entries, where it stands, and which they are."""
    yield f"{one.name}  (fits {len(one.entities)} entries, so it is left out)"
    yield from _quotes(one.evidence)
    for number, entity in enumerate(one.entities, 1):
        yield f"    {number}  {entity}"


def pair_lines(pairs: Sequence[LikePair]) -> Iterator[str]:
    """Unknown names that may be one."""
    if pairs:
        yield "May be one and the same:"
    for pair in pairs:
        yield f"    {pair.one} — {pair.other}  {pair.score:.2f}"


def _quotes(evidence: Iterable[Evidence]) -> Iterator[str]:
    found = tuple(evidence)
    for one in found[:_QUOTES]:
        quote = one.quote if len(one.quote) <= _LONGEST_QUOTE else one.quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        yield f"    {one.article} ¶{one.paragraph.removeprefix('p')}: {quote}"
    if len(found) > _QUOTES:
        yield f"    and {len(found) - _QUOTES} more"
