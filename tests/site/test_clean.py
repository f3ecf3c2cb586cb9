"""Every page is clean to whoever reads it: a person, a screen reader, a keyboard, a console, another program."""

from __future__ import annotations

import gzip
import importlib
import json
import re
from importlib.resources import files
from pathlib import Path

import jinja2
import pytest

from tests.site.elements import read_elements

ROOT = Path(__file__).parents[2]
FRENCH = "articles/000_8f7e90c243928e96/"
ARABIC = "articles/003_d05d422d3b27484f/"
ENGLISH = "articles/004_bd7804d8fc4330b3/"
KINDS = {
    "home": "",
    "article in French": FRENCH,
    "article in Arabic": ARABIC,
    "article in English": ENGLISH,
    "list of articles": "articles/",
    "register": "topics/defense-agreements/",
    "topic": "topics/counterterrorism/",
    "person": "people/mark-esper/",
    "organisation": "organisations/gctf/",
    "place": "places/morocco/",
    "timeline": "timeline/",
    "places": "places/",
    "people": "people/",
    "method": "sources-and-method/",
    "no page": "404.html",
}
OWN_BYTES = 60_000
"""What a page may weigh without the theme: what it says, its data, pictures inside it; with all our styles as sent."""


def pages_of(folder):
    """Return every page of a built site by its name in the folder."""
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}


@pytest.mark.browser
def test_every_page_opens_without_a_word(page, page_problems, built_site):
    """No page logs a message, asks another host for anything, sets a cookie, or scrolls sideways on a phone."""
    page.set_viewport_size({"width": 390, "height": 800})
    for name in pages_of(built_site):
        page.goto(name)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            page_problems.append(f"{page.url}: scrolls sideways")
    assert [] == page.context.cookies()
    assert [] == page_problems


@pytest.fixture(scope="session")
def axe():
    """Return the script of axe-core, which looks for barriers (WCAG 2.2 AA and best practice)."""
    try:
        importlib.import_module("axe_playwright_python")
    except ModuleNotFoundError:
        pytest.skip("axe-core is not installed (make test installs it)")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def barriers(page, axe):
    """List what axe-core finds on the page as it is now."""
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_barrier_on_a_page(page, axe, width, scheme):
    """axe-core finds nothing on any kind of page, wide and in the light, narrow and in the dark."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    found = {}
    for kind, path in KINDS.items():
        page.goto(path)
        found[kind] = barriers(page, axe)
    assert {kind: [] for kind in KINDS} == found
    assert {"light": "default", "dark": "slate"}[scheme] == page.locator("body").get_attribute("data-md-color-scheme")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_no_barrier_in_the_search(page, axe, width, scheme):
    """Nor on the open search with results."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("")
    if width < 1000:
        page.locator("label.md-header__button[for=__search]").click()
    page.locator("[data-md-component=search-query]").press_sequentially("Maroc")
    page.locator(".md-search-result__link").first.wait_for()
    assert [] == barriers(page, axe)


@pytest.mark.browser
def test_the_first_key_offers_to_skip_to_the_text(page):
    """Tab shows the link over the menus, Enter moves to the text, and the next Tab stays in it."""
    page.goto(FRENCH)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.browser
def test_search_opens_and_closes_by_keyboard(page):
    """A slash opens it, an arrow goes to a result, Escape closes it, Enter on a result opens the page."""
    page.goto("")
    query = page.locator("[data-md-component=search-query]")
    page.keyboard.press("/")
    assert query.evaluate("element => element === document.activeElement")
    page.locator("#__search:checked").wait_for(state="attached")
    page.keyboard.press("Escape")
    page.locator("#__search:not(:checked)").wait_for(state="attached")
    page.keyboard.press("/")
    # At once: each letter has an answer of its own, which would take the place of the result that the arrow reached.
    page.keyboard.insert_text("Loudyi")
    page.locator(".md-search-result__link").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.locator(".md-search-result__link:focus").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/**")


@pytest.mark.browser
def test_a_focus_that_comes_back_at_once_opens_the_list_of_results(page):
    """As after Escape and a slash in one breath; and what is typed opens it too, should it be closed."""
    page.goto("")
    page.keyboard.press("/")
    is_open = page.locator("#__search:checked")
    is_open.wait_for(state="attached")
    page.evaluate(
        """() => {
            document.getElementById("__search").click();
            document.activeElement.blur();
            document.querySelector("[data-md-component=search-query]").focus();
        }"""
    )
    is_open.wait_for(state="attached")
    page.evaluate("document.getElementById('__search').click()")
    page.keyboard.insert_text("Loudyi")
    page.locator(".md-search-result__link").first.wait_for()


@pytest.mark.browser
def test_light_and_dark_are_switched_by_keyboard(page):
    """Tab reaches the switch, Enter turns it, and it can be turned back."""
    page.goto("")
    for expected in ("slate", "default"):
        tab_to(page, "[data-md-component=palette] *")
        page.keyboard.press("Enter")
        page.locator(f"body[data-md-color-scheme={expected}]").wait_for()


@pytest.mark.browser
def test_the_menu_of_a_phone_opens_by_keyboard(page):
    """On a phone Tab reaches the button of the menu, Enter opens it, and Tab goes on into it; not before."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("")
    tab_to(page, "label[for=__drawer]")
    page.keyboard.press("Enter")
    assert page.locator("#__drawer").is_checked()
    tab_to(page, ".md-sidebar--primary a")
    page.goto(FRENCH)
    with pytest.raises(pytest.fail.Exception, match="never reaches"):
        tab_to(page, ".md-sidebar--primary a")


@pytest.mark.browser
def test_the_search_of_a_phone_opens_by_keyboard(page):
    """On a phone Tab reaches the button of the search, Enter opens it, and what is typed is searched."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("")
    tab_to(page, "label[for=__search]")
    page.keyboard.press("Enter")
    page.keyboard.type("Loudyi")
    page.locator(".md-search-result__link").first.wait_for()


@pytest.mark.browser
def test_what_is_folded_opens_by_keyboard(page):
    """What was removed from a saved article unfolds at Enter."""
    page.goto(FRENCH)
    folded = page.locator("article details").last
    assert folded.get_attribute("open") is None
    folded.locator("summary").focus()
    page.keyboard.press("Enter")
    assert folded.get_attribute("open") is not None


def tab_to(page, selector):
    """Press Tab until the focus is on an element that fits."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{selector}')"):
            return
    pytest.fail(f"Tab never reaches {selector}")


def test_every_page_is_valid_html(built_site):
    """Each page is parsed without an error, its ids are its own, and each label and description has its element."""
    justhtml = pytest.importorskip("justhtml")
    faults = []
    for name, html in pages_of(built_site).items():
        errors = justhtml.JustHTML(html, collect_errors=True).errors
        faults += [f"{name}: {error}" for error in errors]
        faults += [f"{name}: {fault}" for fault in read_elements(html).faults()]
    assert [] == faults


FAULTS = {
    '<p id="a"></p><p id="a"></p>': ["id 'a' stands 2 times"],
    '<label for="a">b</label>': ["nothing has the id 'a'"],
    "<p><span><div>a</div></span></p>": ["<div> in <span> (1)"],
    "<ul><p>a</p></ul>": ["<p> in <ul> (1)"],
    '<a href="b"><b><a href="c">d</a></b></a>': ["a link in a link (1)"],
    '<img src="a">': ["a picture without alt (1)"],
    '<p class="a" class="b">c</p>': ["an attribute of <p> stands twice (1)"],
    '<input type="checkbox" autocomplete="off">': ["autocomplete on a checkbox (1)"],
    '<ul><li>a<br><li><p>b</p></ul><details><summary><h2>c</h2></summary><p id="d">e</p></details>': [],
}


@pytest.mark.parametrize("html", FAULTS)
def test_a_fault_of_an_element_is_told(html):
    """What a parser lets pass is found, and what is in order is left alone."""
    assert FAULTS[html] == list(read_elements(html).faults())


def test_every_page_is_light(built_site):
    """No page holds more than 60 kB of our own, nor takes more with our styles and scripts as a server sends them.

    The page to print is all pages in one, and is asked for by name.
    """
    files = [path for kind in ("css", "js") for path in sorted((ROOT / "site_overrides").rglob(f"*.{kind}"))]
    sent = sum(len(gzip.compress(path.read_bytes())) for path in files)
    heavy = {}
    for name, html in pages_of(built_site).items():
        if name == "print/index.html":
            continue
        ours = re.findall(r"<article.*</article>|<script type=\"application/ld.*?</script>", html, re.DOTALL)
        size = sum(len(part.encode()) for part in ours)
        if max(size, sent + len(gzip.compress(html.encode()))) > OWN_BYTES:
            heavy[name] = size
    assert {} == heavy


def test_an_address_that_nobody_has_is_not_canonical(built_site):
    """As long as mkdocs.yml has the address of the example, no page sends readers there."""
    assert [] == [name for name, html in pages_of(built_site).items() if 'rel="canonical"' in html]


HOSTILE = "</script><script>alert(1)</script><!-- \N{LINE SEPARATOR} ' \" & {{ 7*7 }}"


def test_no_word_of_a_source_ends_the_data(built_site):
    """A title that tries to end the script, or to begin a comment, comes back as the title it was."""
    folder = jinja2.FileSystemLoader(ROOT / "site_overrides")
    template = jinja2.Environment(loader=folder)
    template.filters["url"] = str
    page = {"meta": {"linked_data": {"headline": HOSTILE}}}
    written = template.get_template("partials/metadata.html").render(page=page, config={"extra": {"locales": {}}})
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', written, re.DOTALL)[1]
    assert {"headline": HOSTILE} == json.loads(data)
    assert not re.search(r"[<>&\N{LINE SEPARATOR}]", data)
