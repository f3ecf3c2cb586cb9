"""Whatever a seed holds, the way from its bytes to the pages ends: with pages that say its words, or with a refusal.

The texts are drawn from the litter and the lines of the cases, from words of all languages, and from what is odd in
text: direction controls, spaces of all kinds, markup, templates, dates and marks. Cleaning a text that was cleaned
takes nothing more of real articles (``tests/clean/test_conservation.py``); of such texts it may, since every line
that goes leaves others standing beside each other.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import markdown
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from builder.assemble import assemble
from builder.clean import clean
from builder.config import load_settings
from builder.errors import Problem, SeedError
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.read import read_seed
from builder.render import article_page, render
from builder.text import normalise_line
from tests.clean.cases import load_cases
from tests.render.test_markdown import read, spaced

ENERGY = Path(__file__).parent / "dossiers" / "energy"
LINES = sorted({line for case in load_cases("") for line in case.lines})
PHRASES = sorted(
    {
        phrase.replace("|", " ").replace("?", "").replace("*", "word").replace("#", "12").replace("+", "Jane Roe")
        for rules in load_languages().values()
        for book in (rules.litter.lines, rules.litter.notices, rules.litter.ends)
        for phrases in book.values()
        for phrase in phrases
    }
)
ODD = [
    "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{FIRST STRONG ISOLATE}", "\N{ARABIC LETTER MARK}", "\N{ZERO WIDTH SPACE}",
    "\N{NO-BREAK SPACE}", "\N{IDEOGRAPHIC SPACE}", "\N{LINE SEPARATOR}", "\t", "\0", "\N{BELL}", "\N{BYTE ORDER MARK}",
    "e\N{COMBINING ACUTE ACCENT}", "\N{ARABIC FATHA}", "ـ", "ﻻ", "\N{SOFT HYPHEN}", "😀", "\ue000",
    "<script>alert(1)</script>", "<!--", "]]>", "{{ config }}", "{% raw %}", '--8<-- "x"', "---",
    "[a](javascript:b)", "![a](b)", "{: onclick=c }", "`", "```", "***", "&#60;", "&amp;", "|---|", "# ", "> ", "1. ",
    "[^1]", "\\", "3 mai 2019", "le 31 avril 2020", "2019-02-30", "٢١ فبراير ٢٠٢٣", "99/99/9999", "في عام 0000",
    "« ", " »", "“", '"', "(", ")", "…", "/", " - ", "©", "@a", "#b", "https://a.b/c?d=e", "Jane Roe", "وقع الوزير",
]  # fmt: skip


@cache
def dossier():
    """The small dossier, ready to read texts with."""
    config, languages = load_settings(ENERGY), load_languages()
    knowledge = load_knowledge(ENERGY, config)
    return config, languages, knowledge, prepare(knowledge, config, languages)


PIECES = st.one_of(st.sampled_from(ODD), st.sampled_from(PHRASES), st.sampled_from(LINES), st.text(max_size=30))
TEXTS = st.lists(st.lists(PIECES, max_size=4).map(" ".join), max_size=14).map("\n".join)


NEVER_MADE = {"script", "img", "em", "ol", "hr", "blockquote", "iframe"}
"""Elements that no page of an article has, and that some of the odd pieces would make if they were let."""


def seed_of(text):
    """A text as the seed that it is read from."""
    with TemporaryDirectory() as place:
        seed = Path(place) / "seeds" / "any.txt"
        seed.parent.mkdir()
        seed.write_bytes(text.encode("utf-8", "replace"))
        return read_seed(seed, Path(place))


def followed(text):
    """A text from its bytes to its pages: the raw and the read article, and the pages; or the problem that it has."""
    config, languages, knowledge, vocabulary = dossier()
    try:
        raw = seed_of(text)
        article = extract(clean(raw, languages, knowledge.outlets, knowledge.places), vocabulary)
    except SeedError as error:
        return error.problem
    return raw, article, render(assemble([article], config, knowledge), languages)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(TEXTS)
@example("A port was opened again\nThe post New motorway stretch opens in the north appeared first on Harbour Gazette.")
@example("become a member subscriber supporter patron donor word ---\né")
def test_any_text_is_read_or_refused(text):
    """No word is invented, every span says its words, and the pages can be read by those who read them."""
    found = followed(text)
    if isinstance(found, Problem):
        assert found.what
        return
    raw, article, pages = found
    lines = [normalise_line(line) for line in raw.lines]
    texts = {paragraph.id: paragraph.text for paragraph in article.clean.paragraphs}
    for paragraph in article.clean.paragraphs:
        assert paragraph.text in " ".join(lines[line - 1] for line in paragraph.lines)
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") for char in paragraph.text)
    whole = " ".join(filter(None, lines))
    assert any(article.clean.title.value in said for said in (whole, *texts.values()))
    for one in (*article.mentions, *article.dates):
        assert one.text == texts[one.paragraph][one.start : one.end]
    for evidence in article.sentences:
        assert evidence.quote == texts[evidence.paragraph][evidence.start : evidence.end]
    written = {page.path: page.text for page in pages}
    export = json.loads(written["data/dossier.json"])["articles"][0]
    # Of an outlet whose articles may not be shown whole the export has no text.
    assert texts == {
        one["id"]: texts[one["id"]] if one["text"] is None else one["text"] for one in export["paragraphs"]
    }
    _, front, body = f"\n{written[article_page('any')]}".split("\n---\n", 2)
    assert article.clean.language == yaml.safe_load(front)["lang"]
    shown = read(markdown.markdown(body, extensions=["attr_list", "md_in_html", "tables"]))
    assert set() == shown.tags & NEVER_MADE
    assert [] == [name for name in shown.attributes if name.startswith("on")]
    seen = spaced("".join(shown.seen))
    assert [] == [one.text for one in article.clean.removed if spaced(one.text) not in seen]
    gone = {one.line for one in article.clean.removed}
    kept = {line for paragraph in article.clean.paragraphs for line in paragraph.lines} | {*article.clean.title_lines}
    assert {number for number, line in enumerate(lines, 1) if line} <= gone | kept


@settings(max_examples=25, deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_is_read_the_same_again(text):
    """What was read before leaves nothing behind that another reading of the same text would meet."""
    assert followed(text) == followed(text)
