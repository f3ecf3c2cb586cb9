"""What an article says was signed: known agreements by their names, new ones proposed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from builder.extract import extract

CASES = Path(__file__).parents[1] / "cases" / "extract" / "deeds.yml"


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text(encoding="utf-8")), ids=lambda case: case["why"])
def test_deeds(case, vocabulary, make_clean):
    """Each deed has its agreement, kind, own date and duration, as far as the sentence gives them."""
    article = extract(make_clean(case["text"], language=case["language"]), vocabulary)
    found = [
        [
            deed.agreement if deed.known else "proposed",
            deed.kind,
            deed.when.edtf if deed.when and deed.date_basis == "stated" else None,
            deed.duration,
        ]
        for deed in article.deeds
    ]
    assert case["expected"] == found


def test_parties_and_signatories_come_from_the_sentence(vocabulary, make_clean):
    """Countries of the sentence are parties, its people signatories; nobody else is."""
    text = "Tunisia and Italy signed a fisheries pact in Sfax through Anna Verdi. Libya did not comment."
    (deed,) = extract(make_clean(text), vocabulary).deeds
    assert deed.parties == ("tunisia", "italy")
    assert deed.signatories == ("anna-verdi",)
    assert deed.evidence.quote == "Tunisia and Italy signed a fisheries pact in Sfax through Anna Verdi."


@pytest.mark.parametrize(
    ("language", "text", "parties", "signatories"),
    [
        (
            "fr",
            "Anna Verdi a déclaré que la Tunisie et l'Italie ont signé un accord de pêche le 3 mars 2021, "
            "ce que la Libye et le Maroc ont condamné.",
            ("tunisia", "italy"),
            (),
        ),
        (
            "en",
            "Anna Verdi said that Tunisia and Italy signed a fisheries pact, which Libya condemned.",
            ("tunisia", "italy"),
            (),
        ),
        ("en", "Anna Verdi signed a fisheries pact with Tunisia.", ("tunisia",), ("anna-verdi",)),
    ],
)
def test_who_only_speaks_of_a_signing_is_no_part_of_it(vocabulary, make_clean, language, text, parties, signatories):
    """Only the clause of the signing tells who took part."""
    (deed,) = extract(make_clean(text, language=language), vocabulary).deeds
    assert (parties, signatories) == (deed.parties, deed.signatories)


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Tunisia and Italy signed a fisheries pact in Sfax.", "sfax"),
        ("fr", "La Tunisie et l'Italie ont signé à Sfax un pacte de pêche.", "sfax"),
        ("ar", "وقعت تونس وإيطاليا بصفاقس مذكرة تفاهم للصيد.", "sfax"),
        ("en", "Tunisia and Italy signed a fisheries pact.", ""),
    ],
)
def test_where_it_was_signed(vocabulary, make_clean, language, text, place):
    """A city after a word that says "in" is where it was signed, in every language."""
    (deed,) = extract(make_clean(text, language=language), vocabulary).deeds
    assert (("tunisia", "italy"), place) == (deed.parties, deed.place)


def test_an_organisation_beside_the_verb_signs(vocabulary, make_clean):
    """In Arabic the subject stands behind the verb, and is a party as much as whom the text says it signed with."""
    text = "وقعت هيئة ميناء صفاقس مذكرة تفاهم مع شركة أدرياتيكا للنقل البحري."
    article = extract(make_clean(text, language="ar"), vocabulary)
    names = {stranger.id: stranger.name for stranger in article.strangers}
    [deed] = article.deeds
    assert ["هيئة ميناء صفاقس", "شركة أدرياتيكا للنقل البحري"] == [names[party] for party in deed.parties]
