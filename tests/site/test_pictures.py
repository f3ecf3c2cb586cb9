"""The pictures as a browser draws them: no words over each other at any width, links that lead to words."""

import pytest

WORDS = ".picture :is(.name, .when, .label, .joined li, svg text), .picture figcaption"
OVERLAPS = """(selector) => {
    const shown = [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length)
    const boxes = shown.map(one => {
        const range = document.createRange()
        range.selectNodeContents(one)
        const box = one.ownerSVGElement ? one.getBoundingClientRect() : range.getBoundingClientRect()
        return [one.textContent.trim(), box]
    }).filter(([words]) => words && words !== "//")
    const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5
    const found = boxes.flatMap(([words, box], n) =>
        boxes.slice(n + 1).filter(other => meet(box, other[1])).map(other => `${words} / ${other[0]}`))
    const out = boxes.filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([words]) => `${words}: out`)
    return [boxes.length, [...found, ...out]]
}"""
PAGES = {"timeline": "timeline/", "small timeline": "", "map": "places/", "company": "people/"}


SHAPES = ((1280, "screen"), (560, "screen"), (390, "screen"), (320, "screen"), (700, "print"), (390, "print"))


@pytest.mark.browser
@pytest.mark.parametrize("picture", PAGES)
def test_no_words_of_a_picture_meet(page, picture):
    """Neither on a wide screen nor on a phone, nor on paper, do two labels overlap or leave the page."""
    page.goto(PAGES[picture])
    found = []
    for width, medium in SHAPES:
        page.emulate_media(media=medium)
        page.set_viewport_size({"width": width, "height": 800})
        number, faults = page.evaluate(OVERLAPS, WORDS)
        assert number > 5, (width, medium)
        found += [f"{width} {medium}: {fault}" for fault in faults]
    assert [] == found


@pytest.mark.browser
@pytest.mark.parametrize("picture", ["timeline", "small timeline"])
def test_a_mark_leads_to_its_words(page, picture):
    """Every link of the picture ends at an entry of the timeline, with the words of a source or where they stand."""
    page.goto(PAGES[picture])
    anchors = page.locator(".over-time a").evaluate_all(
        "links => links.map(link => (link.href.baseVal ?? link.href).split('#')[1])"
    )
    assert len(anchors) > 10
    page.goto("timeline/")
    for anchor in anchors:
        entry = page.locator(f"li:has([id='{anchor}'])")
        assert 1 <= entry.locator("q.evidence, .basis a[href^='#event-']").count()


@pytest.mark.browser
def test_a_dot_on_the_map_leads_to_its_place(page):
    """The dot, its name and a shaded country lead to the pages of their places, and Tab reaches each once."""
    page.goto("places/")
    names = page.locator("table a").evaluate_all("links => links.map(link => link.href)")
    dots = page.locator(".map a:not([tabindex])")
    assert 5 < dots.count()
    assert set(dots.evaluate_all("links => links.map(link => new URL(link.href.baseVal, location).href)")) <= set(names)
    assert 0 == page.locator(".map a[tabindex]:not([aria-hidden])").count()


@pytest.mark.browser
def test_a_strong_line_leads_to_the_sentence_that_names_both(page):
    """The line between two people opens the paragraph in which both stand."""
    page.goto("people/")
    ways = page.locator(".arcs a").evaluate_all("links => links.map(link => link.href.baseVal)")
    assert 3 < len(ways)
    for way in sorted(ways):
        page.goto(f"people/{way}")
        assert 2 <= page.locator("p:target a.name[href*='/people/']").count(), way


@pytest.mark.browser
def test_from_the_first_page_to_the_words_of_a_source_are_two_clicks(page):
    """A mark on the first page leads to its entry, and the entry's link to the paragraph that says it."""
    page.goto("")
    page.locator(".over-time .agreement a").first.click()
    page.wait_for_url("**/timeline/#event-*")
    page.locator("li:has(:target) q.evidence").first.wait_for()
    words = page.locator("li:has(:target) q.evidence").first.inner_text()
    page.locator("li:has(:target) .ref").first.click()
    page.wait_for_url("**/articles/**")
    assert words.strip(" […]") in page.locator("p:target").inner_text()
