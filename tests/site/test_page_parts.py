"""The parts of a page that do something: tables that sort, citations to copy, the page to print."""

import json

import pytest

from tests.site.test_reading import ARABIC, FRENCH, REGISTER, style

TABLE = ".sortable table"


def column(page, label):
    """Return the words of a column of the first sortable table, from top to bottom."""
    return page.locator(f"{TABLE} >> nth=0").locator(f"td[data-label='{label}']").all_inner_texts()


def sort(page, label):
    """Press the head of a column; return how it is sorted now."""
    head = page.locator(f"{TABLE} >> nth=0").locator("th").filter(has_text=label)
    head.get_by_role("button").press("Enter")
    return head.get_attribute("aria-sort")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_sorts_by_its_heads(page, width):
    """A head sorts by keyboard, up and then down, and says so; on a phone as well."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("people/")
    names = column(page, "Name")
    assert "ascending" == sort(page, "Articles")
    counts = [int(count) for count in column(page, "Articles")]
    assert sorted(counts) == counts
    assert "descending" == sort(page, "Articles")
    assert counts[::-1] == [int(count) for count in column(page, "Articles")]
    assert "ascending" == sort(page, "Name")
    assert names == column(page, "Name")
    assert 1 == page.locator("th[aria-sort]").count()
    assert 0 == page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.browser
def test_dates_sort_by_their_days(page):
    """A column of dates sorts by the days that they mean, not by their letters; what is not stated comes last."""
    page.goto(REGISTER)
    for direction in ("ascending", "descending"):
        assert direction == sort(page, "When")
        cells = page.locator(f"{TABLE} >> nth=0").locator("td[data-label='When']")
        days = cells.evaluate_all("cells => cells.map(cell => cell.dataset.sort ?? '')")
        stated = [day for day in days if day]
        assert days == [*sorted(stated, reverse=direction == "descending"), *[""] * (len(days) - len(stated))]


@pytest.mark.browser
def test_a_citation_is_copied_in_one_click(page):
    """The button beside a citation puts exactly its words on the clipboard and says that it did."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(FRENCH)
    page.locator("summary", has_text="CSL-JSON").click()
    written = page.locator("details.format:has-text('CSL-JSON') pre")
    button = page.locator("details.format:has-text('CSL-JSON') .act").first
    button.click()
    page.locator(".act", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert written.inner_text().strip() == copied
    assert "fr" == json.loads(copied)[0]["language"]


@pytest.mark.browser
def test_a_citation_is_saved_as_a_file(page):
    """The second button saves the entry under the article's name."""
    page.goto(FRENCH)
    page.locator("summary", has_text="BibTeX").click()
    with page.expect_download() as started:
        page.locator("details.format:has-text('BibTeX') .act").nth(1).click()
    assert f"{FRENCH.split('/')[1]}.bib" == started.value.suggested_filename
    assert "@" == started.value.path().read_text(encoding="utf-8")[0]


@pytest.mark.browser
def test_the_whole_dossier_reads_in_each_direction_on_paper(page):
    """Each article on the page to print runs in its own direction; what the tool says of it, left to right."""
    page.goto("print/")
    page.emulate_media(media="print")
    arabic = page.locator("section.whole[lang=ary]")
    assert {"rtl"} == set(style(arabic.locator("p.text"), "direction"))
    assert {"ltr"} == set(style(arabic.locator(".apparatus :is(li, dd, dt)"), "direction"))
    assert {"ltr"} == set(style(page.locator("section.whole[lang=fr] p.text"), "direction"))
    assert {"none"} == set(style(page.locator(".md-header, .foot, .sections"), "display"))


@pytest.mark.browser
def test_a_link_on_paper_leads_to_its_paragraph_there(page):
    """A claim's reference leads to the cited paragraph without leaving the page."""
    page.goto("print/")
    page.locator("section.whole-topics .point a.ref").first.click()
    assert "/repo/print/" == page.evaluate("location.pathname")
    assert page.locator(":target").evaluate("found => found.matches('p.text')")


@pytest.mark.browser
def test_a_source_is_two_clicks_from_home(page):
    """Home opens the words behind a key point; their reference opens them in the saved article."""
    page.goto("")
    point = page.locator(".topic .point").first
    point.locator("summary").click()
    words = point.locator("q.evidence").first.inner_text()
    point.locator("q.evidence + a.ref").first.click()
    page.wait_for_url("**/articles/**")
    assert words.strip("[…] ") in " ".join(page.locator(":target").inner_text().split())


@pytest.mark.browser
def test_a_page_without_scripts_has_its_tables_and_citations(browser, site_url):
    """Sorting and copying are added by scripts; the table and the text to select are there without them."""
    context = browser.new_context(base_url=site_url, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(ARABIC)
    assert opened.locator(".copied").first.is_visible()
    opened.goto("people/")
    assert opened.locator("td[data-label=Name]").first.is_visible()
    context.close()
