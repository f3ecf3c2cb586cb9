"""Read the built site as its readers do: search it, follow a claim to its words, read in either direction."""

import re
from urllib.parse import unquote, urlsplit

import pytest

FRENCH, ARABIC, ENGLISH = (
    "articles/001_80bbf8b8968772d7/",
    "articles/003_d05d422d3b27484f/",
    "articles/004_bd7804d8fc4330b3/",
)
REGISTER = "topics/defense-agreements/"
KINDS = ["", "articles/", FRENCH, ARABIC, ENGLISH, REGISTER, "timeline/", "people/nasser-bourita/", "404.html"]


def search(page, query):
    """Type a query as a person pastes it; return the paths of the pages found, the best first."""
    page.locator(".md-search-result__list").evaluate("list => list.replaceChildren()")
    page.locator("input.md-search__input").fill(query)
    page.locator(".md-search-result__item").first.wait_for()
    links = page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.href)")
    return [unquote(urlsplit(link).path) for link in links]


def style(locator, name):
    """Return a computed property of every element found."""
    return locator.evaluate_all("(found, name) => found.map(element => getComputedStyle(element)[name])", name)


SPELLINGS = {
    "Bourita": "people/nasser-bourita/",
    "securite": FRENCH,
    "SÉCURITÉ": FRENCH,
    "l’Etat": FRENCH,
    "armements": FRENCH,
    "بالمغرب": ARABIC,
    "مغرب": ARABIC,
    "الأمريكيّة": ARABIC,
    "مكافحه الارهاب": ARABIC,
    "weapons": ENGLISH,
}


@pytest.mark.browser
def test_search_finds_a_word_however_it_is_written(page):
    """Accents, capitals, elision, vowel marks, hamza seats, the Arabic article and its clitics do not matter."""
    page.goto("")
    assert [] == [query for query, expected in SPELLINGS.items() if f"/repo/{expected}" not in search(page, query)]


@pytest.mark.browser
def test_search_does_not_find_what_was_removed(page):
    """The teaser of another article, cut out of a saved page, leads nowhere."""
    page.goto("")
    page.locator("input.md-search__input").fill("Interpol")
    page.locator(".found-nothing").wait_for()
    assert 0 == page.locator(".md-search-result__item").count()


@pytest.mark.browser
def test_search_results_stand_in_their_own_direction(page):
    """The title of an Arabic result begins on the right."""
    page.goto("")
    search(page, "بالمغرب")
    title = page.locator(f".md-search-result__link[href*='{ARABIC}'] h1 > bdi").first
    assert ["rtl"] == style(title, "direction")
    assert ["start"] == style(title, "textAlign")


@pytest.mark.browser
@pytest.mark.parametrize("language", ["fr", "ary", "en"])
def test_a_claim_leads_to_its_words(page, language):
    """The link behind a quotation opens the article at the paragraph that holds the quoted words, in view."""
    page.goto(REGISTER)
    quote = page.locator(f"q.evidence[lang={language}]:visible").first
    words = quote.inner_text()
    quote.locator("xpath=following-sibling::a[1]").click()
    page.wait_for_url("**/articles/**")
    target = page.locator(":target")
    assert words in " ".join(target.inner_text().split())
    assert target.evaluate("(found) => found.matches('p') && found.lang !== ''")
    box = target.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert header["y"] + header["height"] <= box["y"] < page.viewport_size["height"] - 40


@pytest.mark.browser
def test_a_key_point_unfolds_the_words_that_it_cites(page):
    """Under an editor's statement stand the cited words, folded, in their own language and direction."""
    page.goto(REGISTER)
    point = page.locator(".point").filter(has=page.locator("q.evidence[lang=ary]")).first
    words = point.locator("q.evidence[lang=ary]").first
    assert not words.is_visible()
    point.locator("summary").click()
    assert words.is_visible()
    assert ["rtl"] == style(words, "direction")


@pytest.mark.browser
@pytest.mark.parametrize(("path", "direction"), [(FRENCH, "ltr"), (ARABIC, "rtl"), (ENGLISH, "ltr")])
def test_an_article_stands_in_its_own_direction(page, path, direction):
    """The text runs in its own direction; what the tool says about it, and the site around it, left to right."""
    page.goto(path)
    text = page.locator("p.text")
    assert text.count() > 3
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        assert [direction] == style(page.locator(".md-content"), "direction"), width
        assert {direction} == set(style(text, "direction")), width
        around = page.locator(".apparatus, .apparatus :is(li, dd, dt), code, .md-header")
        assert {"ltr"} == set(style(around, "direction")), width
        assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth"), width


@pytest.mark.browser
@pytest.mark.parametrize(("path", "side"), [(FRENCH, "left"), (ARABIC, "right")])
def test_paragraph_numbers_stand_where_lines_begin(page, path, side):
    """A number is in the margin at the start of the lines, outside of the words."""
    page.goto(path)
    margin, words = page.locator("p.text").first.evaluate(
        """paragraph => {
            const words = document.createRange();
            words.setStartAfter(paragraph.querySelector(".number"));
            words.setEndAfter(paragraph.lastChild);
            const [number, text] = [paragraph.querySelector(".number"), words].map(it => it.getBoundingClientRect());
            return [[number.left, number.right], [text.left, text.right]];
        }"""
    )
    assert side == ("left" if margin[1] <= words[0] else "right" if margin[0] >= words[1] else "inside")


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "colours"), [("light", "default"), ("dark", "slate")])
def test_the_colours_are_the_reader_s_own(page, scheme, colours):
    """Who has chosen nothing gets every kind of page in the light or the dark of the system, and no cookie."""
    page.emulate_media(color_scheme=scheme)
    shown = {}
    for path in KINDS:
        page.goto(path, wait_until="networkidle")
        shown[path] = page.locator("body").get_attribute("data-md-color-scheme")
        page.evaluate("localStorage.clear()")
    assert dict.fromkeys(KINDS, colours) == shown
    assert [] == page.context.cookies()


@pytest.mark.browser
def test_the_choice_of_light_or_dark_is_kept(page):
    """Who switches to dark reads the next page in the dark."""
    page.goto("")
    page.locator("form[data-md-component=palette] label:visible").click()
    page.goto(FRENCH)
    assert "slate" == page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.browser
def test_the_search_dialog_has_a_name(page):
    """Who listens to the page hears what the dialog is."""
    page.goto("")
    assert "Search" == page.locator("[role=dialog].md-search").get_attribute("aria-label")


def test_no_page_has_a_script_or_style_inside(built_site):
    """Each script is a file or data, and no element carries a style: the policy can do without 'unsafe-inline'."""
    inside = re.compile(r"<script(?![^>]*(?:\ssrc=|type=\"?application/))|<style|\sstyle=|\son\w+=\"")
    pages = {path.relative_to(built_site).as_posix(): path.read_text("utf-8") for path in built_site.rglob("*.html")}
    assert [] == [name for name, html in pages.items() if inside.search(html)]
    assert [] == [name for name, html in pages.items() if "Content-Security-Policy" not in html]
