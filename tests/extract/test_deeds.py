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
    ("language", "text"),
    [
        ("en", "Tunisia and Italy are neighbours. In 1987 the two countries had signed a fisheries pact."),
        ("fr", "La Tunisie et l'Italie se parlent. En 1987, les deux pays avaient signé une convention."),
        ("ar", "تتحاور تونس وإيطاليا. وفي 1987 وقع البلدان اتفاقية للصيد."),
    ],
)
def test_the_two_countries_are_those_named_together_last(vocabulary, make_clean, language, text):
    """Who signs as "the two countries" is the pair of an earlier sentence."""
    (deed,) = extract(make_clean(text, language=language), vocabulary).deeds
    assert ("tunisia", "italy") == deed.parties


def test_the_two_countries_are_not_two_that_are_named_in_passing(vocabulary, make_clean):
    """When the article is about others as much, nobody can say who the two are."""
    text = "Tunisia and Italy met. Morocco spoke of Libya. In 1987 the two countries had signed a fisheries pact."
    (deed,) = extract(make_clean(text), vocabulary).deeds
    assert () == deed.parties


def test_a_membership_has_its_state_and_its_body(vocabulary, make_clean):
    """The member is a party, and so is what it joined."""
    (deed,) = extract(make_clean("Tunisia has acceded to the Coastal Watch Network."), vocabulary).deeds
    assert ("tunisia", "unknown-coastal-watch-network") == deed.parties


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


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "Tunisia and Italy have signed a three-year memorandum of understanding on fishing. "
            "The agreement, which was signed on 3 March 2021 by Anna Verdi, provides for patrols.",
            "memorandum",
        ),
        (
            "fr",
            "La Tunisie et l'Italie ont signé, mercredi 3 mars 2021, un protocole d'accord sur la pêche. "
            "Le texte, paraphé par Anna Verdi à Tunis, complète la convention du 16 juillet 2013.",
            "memorandum",
        ),
        (
            "ar",
            "وقعت تونس وإيطاليا اتفاقية لنقل الغاز. "
            "ووقع الاتفاقية يوم 3 مارس 2021 عن الجانب الإيطالي وزير الطاقة أحمد العمراني.",
            "agreement",
        ),
    ],
)
def test_what_refers_back_tells_more_of_the_same_agreement(vocabulary, make_clean, language, text, kind):
    """What is "the agreement" or "the text" of a later sentence is the one told before, with its day."""
    first, second = extract(make_clean(text, language=language), vocabulary).deeds
    assert first.agreement == second.agreement
    assert (kind, kind) == (first.kind, second.kind)
    assert first.parties == ("tunisia", "italy")
    assert {deed.when.edtf for deed in (first, second) if deed.when} == {"2021-03-03"}
    assert len(second.signatories) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Tunisia and Italy signed a pact on fishing on 3 March 2021. "
        "The agreement was signed on 4 May 2022 by Anna Verdi and Paolo Verdi.",
        "Tunisia and Italy signed a pact on fishing. Tunisia and Libya signed the agreement on trade.",
        "Tunisia and Italy signed a joint declaration. Tunisia and Italy signed the memorandum.",
        "Tunisia and Italy signed a pact on fishing. They also signed a memorandum of understanding on trade.",
    ],
)
def test_another_day_party_or_kind_is_another_agreement(vocabulary, make_clean, text):
    """What cannot be the agreement told before is proposed by itself."""
    first, second = extract(make_clean(text), vocabulary).deeds
    assert first.agreement != second.agreement


def test_a_text_that_nothing_was_told_of_is_no_agreement(vocabulary, make_clean):
    """What is "the text" may be a speech, a law or a letter."""
    text = "Le texte, paraphé par Anna Verdi et Paolo Verdi, complète la convention du 16 juillet 2013."
    assert extract(make_clean(text, language="fr"), vocabulary).deeds == ()


def test_of_several_days_the_one_beside_the_verb_is_that_of_the_signing(vocabulary, make_clean):
    """The day on which it fell through stands farther away."""
    text = "وقعت تونس وإيطاليا مذكرة تفاهم في 19 سبتمبر 2018، قبل أن تتعثر المفاوضات في مارس 2020."
    (deed,) = extract(make_clean(text, language="ar"), vocabulary).deeds
    assert deed.when
    assert deed.when.edtf == "2018-09-19"


def test_a_country_in_the_name_of_who_signs_is_no_party_beside_it(vocabulary, make_clean):
    """The navy of a country signs, and not the country and its navy."""
    text = "The Tunisia Navy and the Royal Danish Navy have signed a memorandum of understanding on piracy."
    (deed,) = extract(make_clean(text), vocabulary).deeds
    assert "tunisia" not in deed.parties
    assert len(deed.parties) == 2
