"""A sentence becomes a membership: a state that joined an organisation, for the editor to confirm.

"The island became the 14th member of the Coastal Watch Network", "انضمت الجزيرة إلى الشبكة الساحلية للمراقبة"
"""

from __future__ import annotations

from collections.abc import Mapping

from builder.extract.deed_days import Sentence, find_day
from builder.extract.signed import Signed
from builder.extract.signing import Signing, find_joinings, signing_clause
from builder.models import Dating, Deed, Mention, Place

_KIND = "membership"
_REACH_BODY, _REACH_STATE = 48, 40


def propose_membership(sentence: Sentence, places: Mapping[str, Place], dating: Dating | None) -> Deed | None:
    """The first membership that the sentence reports: the state nearest to the verb, and the body right behind it.

    Refuses a body that is no organisation with a name, and whoever is no state.
    """
    for joining in find_joinings(sentence.text, sentence.words):
        body, state = _body(sentence, joining), _state(sentence, joining, places)
        if body is None or state is None or _is_only_beside(sentence, joining, body, places):
            continue
        start = body.start - sentence.evidence.start
        signed = Signed(_KIND, body.text, start, is_bare=False, is_between=False, is_definite=False)
        when, basis = find_day(sentence, joining, signed, dating)
        evidence = sentence.evidence
        return Deed(
            agreement=f"proposed-{evidence.article}-{evidence.paragraph}-{evidence.start}",
            known=False,
            kind=_KIND,
            name=body.text,
            when=when,
            duration="",
            parties=(state.entity, body.entity),
            signatories=(),
            evidence=evidence,
            date_basis=basis,
            is_proper_name=True,
        )
    return None


def _is_only_beside(sentence: Sentence, joining: Signing, body: Mention, places: Mapping[str, Place]) -> bool:
    """Tell whether the state only did something together with the body ("joined its neighbour and the union in …")."""
    offset = sentence.evidence.start
    between = [m for m in sentence.named if joining.end <= m.start - offset and m.end <= body.start]
    others = not sentence.words.joining.article and any(_is_state(mention, places) for mention in between)
    return others or bool(sentence.words.beside.match(sentence.text[body.end - offset :].lstrip()))


def _is_state(mention: Mention, places: Mapping[str, Place]) -> bool:
    return mention.kind == "place" and mention.entity in places and places[mention.entity].kind == "country"


def _body(sentence: Sentence, joining: Signing) -> Mention | None:
    """The first organisation behind the verb, over a date or the state when that follows."""
    end = joining.end + sentence.evidence.start
    behind = [mention for mention in sentence.named if mention.kind == "organisation" and mention.start >= end]
    return behind[0] if behind and behind[0].start - end <= _REACH_BODY else None


def _state(sentence: Sentence, joining: Signing, places: Mapping[str, Place]) -> Mention | None:
    """The state right before the verb or, where the subject follows it, right behind."""
    offset = sentence.evidence.start
    first, last = signing_clause(sentence.text, joining, sentence.words)
    states = [mention for mention in sentence.named if _is_state(mention, places)]
    behind = [
        m for m in states if m.start - offset >= joining.end and sentence.text[joining.end : m.start - offset] == " "
    ]
    if behind:
        return behind[0]
    before = [m for m in states if first <= m.start - offset and m.end - offset <= joining.start]
    near = [m for m in before if joining.start - (m.end - offset) <= _REACH_STATE]
    return near[-1] if near and last > joining.end else None
