"""A proposal that speaks of what the article told before ("the agreement", "the text") joins it.

Two sentences of one article may tell of one signing: the first what was signed, the second when and by
whom. What refers back tells more of the same agreement and proposes no second one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.models import Deed

# What somebody signs; a status is not spoken of as "the agreement".
_SIGNED = ("agreement", "memorandum", "declaration")
_ANY = "agreement"


def find_earlier(kind: str, parties: Sequence[str], earlier: Sequence[Deed]) -> Deed | None:
    """The last deed before that a definite noun of a kind may mean; the kind of "the text" is empty.

    "The agreement" may be a memorandum, not the other way round. Who takes part must fit: the second time
    some of them, or none, may be named.
    """
    for deed in reversed(earlier):
        is_kind = deed.kind in _SIGNED and kind in ("", _ANY, deed.kind)
        told, before = set(parties), set(deed.parties)
        if is_kind and (told <= before or before <= told):
            return deed
    return None


def joined(deed: Deed, earlier: Deed) -> Deed | None:
    """A deed as more of an earlier one; None when both state dates that cannot both be right."""
    when, basis = deed.when, deed.date_basis
    if basis == "dating" and earlier.when:
        when, basis = None, ""
    both = when and earlier.when and "dating" not in (basis, earlier.date_basis)
    if both and when and earlier.when and not when.overlaps(earlier.when):
        return None
    return replace(
        deed,
        agreement=earlier.agreement,
        known=earlier.known,
        kind=earlier.kind,
        when=when,
        date_basis=basis,
        is_proper_name=False,
    )


def corrected(earlier: Deed, later: Sequence[Deed]) -> Deed:
    """The earlier deed without a day that only followed from how the article was dated, when a later one states it."""
    is_guess = earlier.date_basis == "dating" and any(
        deed.agreement == earlier.agreement and deed.date_basis == "stated" for deed in later
    )
    return replace(earlier, when=None, date_basis="") if is_guess else earlier
