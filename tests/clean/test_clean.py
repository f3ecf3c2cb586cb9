"""What the editor's sidecar changes, and what is refused."""

from __future__ import annotations

import pytest

from builder.clean import clean
from builder.clean.language import detect, paragraph_language
from builder.errors import SeedError
from builder.languages import load_languages
from builder.models import Outlet, Sidecar
from tests.clean.cases import NOWHERE, read

TEXT = [
    "Une usine de conserves ouvre à Safi",
    "",
    "Par Omar Tazi",
    "",
    "Une usine de conserves de sardines a ouvert lundi dans la zone industrielle de Safi. Elle emploie 240 personnes.",
    "",
    "Avec MAP",
]


def test_sidecar_wins_over_the_seed():
    """Title, byline, agency, outlet and language of the sidecar stand, and the seed's lines are still taken out.

    The text runs in the direction of its letters, whatever language they are said to write.
    """
    sidecar = Sidecar(title="Safi", byline="O. T.", agency="AFP", outlet="goud", language="ary")
    article = read(TEXT, sidecar=sidecar)
    attributes = (article.title, article.byline, article.agency, article.outlet)
    assert ["Safi", "O. T.", "AFP", "Goud"] == [attribute.value for attribute in attributes if attribute]
    assert {"sidecar"} == {attribute.basis for attribute in attributes if attribute}
    assert ("ary", "ltr") == (article.language, article.direction)
    assert [(5,)] == [paragraph.lines for paragraph in article.paragraphs]


def test_unknown_outlet_of_the_sidecar_keeps_its_name():
    """The sidecar may name an outlet that the knowledge does not have."""
    article = read(TEXT, sidecar=Sidecar(outlet="Le Petit Safiot"))
    assert article.outlet is not None
    assert "Le Petit Safiot" == article.outlet.value


@pytest.mark.parametrize("url", ["https://www.goud.ma/a/1", "http://goud.ma:80/x", "https://ar.GOUD.ma"])
def test_outlet_by_the_host_of_the_address(url):
    """A known host, with or without a subdomain, names the outlet, on the strength of the knowledge."""
    outlet = read(TEXT, sidecar=Sidecar(url=url)).outlet
    assert outlet is not None
    assert ("Goud", "knowledge") == (outlet.value, outlet.basis)


@pytest.mark.parametrize("url", ["https://notgoud.ma/a", "https://example.org/goud.ma", "goud"])
def test_no_outlet_from_a_host_that_only_looks_alike(url):
    """A host that merely ends or goes on like a known one names nothing."""
    assert read(TEXT, sidecar=Sidecar(url=url)).outlet is None


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        ([], "is empty"),
        (["", "  "], "is empty"),
        (
            ["Accueil", "Menu", "Partager sur Facebook", "3"],
            "holds no article text, only menus and labels of 6 words",
        ),
        (
            ["Une visite au port"],
            "is too short for an article: a title of 4 words, and no text below it",
        ),
        (
            ["Accueil", "Une visite au port", "Lire aussi", "Tous droits réservés"],
            "is too short for an article: a title of 4 words, and no text below it",
        ),
    ],
)
def test_seed_without_text_is_refused(lines, what):
    """A seed with nothing but a title and labels raises an error that names the file, how long it is, what to do."""
    with pytest.raises(SeedError) as raised:
        read(lines, "menu")
    assert ("seeds/menu.txt", what) == (raised.value.problem.file, raised.value.problem.what)
    assert raised.value.problem.remedy


def test_a_language_without_rules_stays_what_it_is():
    """Spanish is called Spanish, left to right, and is cleaned with the rules of all languages."""
    lines = [
        "El puerto de Cádiz amplía su muelle",
        "Share on Facebook",
        "El puerto de Cádiz ampliará su muelle de contenedores antes de que termine el año, según anunció el lunes "
        "la autoridad portuaria, que espera recibir buques más grandes.",
    ]
    article = read(lines)
    assert ("es", "ltr") == (article.language, article.direction)
    assert [(3,)] == [paragraph.lines for paragraph in article.paragraphs]


def test_paragraph_in_another_language_says_so():
    """A long paragraph in another script keeps its own language; the document keeps its."""
    english = (
        "The spokesman said in English that the port would reopen on Monday morning, that every ship would be "
        "inspected before it was allowed to leave, and that the crews had been told."
    )
    arabic = (
        "أعلنت سلطات الميناء أن الملاحة ستستأنف يوم الاثنين بعد توقف دام أربعة أيام بسبب الرياح القوية التي ضربت "
        "الساحل، وأكدت أن جميع السفن ستخضع للتفتيش قبل المغادرة."
    )
    article = read(["ميناء اللاذقية يعيد فتح أبوابه أمام السفن", arabic, english, arabic.replace("الملاحة", "الحركة")])
    assert "ar" == article.language
    assert ["ar", "en", "ar"] == [paragraph.language for paragraph in article.paragraphs]


def test_agency_takes_the_name_that_the_knowledge_gives_it():
    """Where the knowledge has the agency, its English name is the value and the seed's words are the text."""
    known = {"map": Outlet("map", {"en": "Maghreb Arab Press"}, ("MAP",), "agency", (), NOWHERE)}
    article = clean(read(TEXT).raw, load_languages(), known)
    assert article.agency is not None
    assert ("Maghreb Arab Press", "Avec MAP", 7) == (article.agency.value, article.agency.text, article.agency.line)


@pytest.mark.parametrize(
    ("document", "expected", "text"),
    [
        ("fr", "ar", "« إننا نمد اليد لأشقائنا في الجزائر »"),
        ("ar", "en", "“We will not accept any agreement that harms our farmers,” she said."),
        ("ar", "ar", "صرح"),
        ("fr", "fr", "Rabat"),
        ("en", "ary", "“واش هادشي معقول، كلشي غلا وماقدرناش نخلصو الكرا”"),
    ],
)
def test_a_quotation_in_another_script_has_its_own_language(document, expected, text):
    """Some words in another script are told from the text around them; a name is not."""
    assert expected == paragraph_language(text, document, load_languages())


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            "fr",
            f"« {'إننا نمد اليد لأشقائنا في الجزائر وندعوهم إلى حوار صريح ' * 4} »\n{'La frontière est fermée. ' * 12}",
        ),
        (
            "ar",
            "\ufed7\ufe8e\ufedf\ufe96 \ufeed\ufeaf\ufe8d\ufead\ufe93 إن الجانبين اتفقا على تعزيز التعاون في مجال الأمن",
        ),
        ("ar", "قال لي أحد الشهود إن السيارة كانت مسرعة، وإنه رأى السائق يفر نحو الغابة قبل وصول رجال الدرك."),
        ("ary", "المسؤولين معروفين كايكونو غالبا فوق القانون و بلا ماتكون مسؤول راه كاين شي حوايج ماكايطبقوش عليك"),
        ("ary", "had chi machi sahel, walakin bzaf dyal nass galo bli kolchi ghadi ybdel daba"),
    ],
)
def test_the_language_of_most_of_the_text_counts(expected, text):
    """Neither a quotation at the beginning nor the spelling or script of a dialect leads astray."""
    assert expected == detect(text, load_languages())
