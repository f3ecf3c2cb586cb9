"""The captions under a title that end in who took or published the picture."""

from __future__ import annotations

import pytest

from builder.clean.captions import is_signed_caption
from builder.clean.patterns import patterns_for
from builder.knowledge import shipped_outlets
from builder.languages import load_languages

PATTERNS = patterns_for(load_languages(), shipped_outlets(), {})


@pytest.mark.parametrize(
    "text",
    [
        "BOATS loaded with crates wait for the tide at the quay. — The Harbour Gazette",
        "Boats wait for the tide at the quay. Staff photo by Jane Roe-Smith",
        "Boats wait for the tide at the quay | The Harbour Gazette",
        "Des bateaux attendent la marée au port. Photo G.A.-B.",
        "Des bateaux attendent la marée au vieux port. - Claire Hounsou",
        "Les bateaux ne sortent plus depuis dix ans. (Le Fleuve, Claire Hounsou)",
        'سفن الصيد في حوض الميناء قبل الفجر. "المرفأ نيوز"',
    ],
)
def test_a_caption_is_told_by_its_end(text: str) -> None:
    """An outlet, a person or the word of a photograph stands behind the last stop or a stroke."""
    assert is_signed_caption(text, PATTERNS)


@pytest.mark.parametrize(
    "text",
    [
        "Boats cannot leave at low tide, and the council has no money — yet",
        "The council promised to look for money but named no sum. Nobody was surprised.",
        "The cooperative asks for a deeper harbour. The Harbour Gazette asked the mayor why",
        "Les pêcheurs attendent depuis dix ans. « Rien ne bouge », dit Claire Hounsou.",
        "Le maire promet de chercher de l'argent (sans donner de montant)",
        "يعد المجلس بالبحث عن المال من غير أن يذكر مبلغا محددا. الصيادون ينتظرون",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    """A standfirst or a paragraph may end in a stroke, a bracket or a quotation as well."""
    assert not is_signed_caption(text, PATTERNS)
