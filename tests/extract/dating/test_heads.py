"""The lines that sites print around an article, and the date that they give it."""

from __future__ import annotations

import pytest

from builder.clean import clean
from builder.extract.dating import date_article, find_dates
from builder.knowledge import shipped_outlets
from builder.languages import load_languages
from builder.models import RawArticle, Sidecar
from tests.extract.dating.build import load_cases, marked
from tests.quality.measure import judge_date

TEXTS = {
    "en": (
        "Fishermen at Marlow ask for a deeper harbour",
        "The fishermen of Marlow have asked the council to dig the harbour deeper, since sand keeps filling it up.",
        "A boat of twelve metres cannot leave at low tide any more, said the head of their cooperative, Tom Ferrier.",
        "The council promised to look for money but named no sum.",
    ),
    "fr": (
        "Les pêcheurs de Sarel demandent un port plus profond",
        "Les pêcheurs de Sarel demandent à la commune de creuser le port, que le sable comble peu à peu.",
        "Un bateau de douze mètres ne sort plus à marée basse, dit le président de leur coopérative, Moussa Fall.",
        "La commune promet de chercher de l'argent, sans donner de montant.",
    ),
    "ar": (
        "صيادو الميناء الصغير يطالبون بتعميق حوضه",
        "يطالب صيادو الميناء الصغير المجلس الجماعي بتعميق حوضه الذي تملؤه الرمال شيئا فشيئا.",
        "لا تستطيع السفن الكبيرة الخروج عند انحسار الماء، حسب رئيس التعاونية عمر البحري.",
        "يعد المجلس بالبحث عن المال من غير أن يذكر مبلغا محددا.",
    ),
    "ary": (
        "الحواتة ديال المرسى باغيين يغرقو البلاصة ديال الفلايك",
        "الحواتة ديال المرسى كيطلبو من الجماعة باش تحفر البلاصة ديال الفلايك حيت الرملة كتعمرها شوية بشوية.",
        "الفلوكة الكبيرة ما بقاتش كتقدر تخرج ملي كيهبط الما، هادشي لي كيقول عمر، الرئيس ديال التعاونية.",
        "الجماعة كتواعد بلي كتقلب على الفلوس، ولكن ما كتقولش شحال.",
    ),
}


def name_of(case):
    """The lines of a case that are its own."""
    return " | ".join(line for part in ("above", "below", "text", "foot") for line in case.get(part, ()))[:60]


def dated(case):
    """The date of the page of a case, None when nothing bounds it."""
    title, *text = TEXTS[case["language"]]
    lines = (*case.get("above", ()), title, *case.get("below", ()), *case.get("text", text), *case.get("foot", ()))
    languages = load_languages()
    article = clean(RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", lines, Sidecar()), languages, shipped_outlets())
    rules = languages[article.language]
    mentions = [mention for paragraph in article.paragraphs for mention in find_dates(paragraph, rules)]
    dating, _, _ = date_article(article, mentions, (), (), rules)
    return dating.when if dating else None


@pytest.mark.parametrize("case", load_cases("heads.yml"), ids=lambda case: " | ".join(case["below"]))
def test_the_lines_around_an_article_date_it(case):
    """A day of publication counts in every form, a day of change bounds; one of a reader, member or right does not."""
    when = dated(case)
    assert case["date"] == (when.edtf if when else "none")


@pytest.mark.parametrize("case", [marked(case, name_of(case)) for case in load_cases("hostile.yml")])
def test_no_day_is_invented(case):
    """What only looks like a day of publication or of news gives none, or a bound that holds the truth."""
    assert judge_date(case["date"], dated(case)) in ("contained", "undated"), dated(case)
