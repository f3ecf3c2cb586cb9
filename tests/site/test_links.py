import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.site.links import broken_links, read_site


def test_every_link_of_the_site_resolves_under_a_sub_path(built_site):
    """Each link, picture, script, anchor and search result of the built site is there when it is served at /repo/."""
    site = read_site(built_site, "/repo/")
    assert len(site.pages) > 1
    assert [] == broken_links(site)


def test_the_day_of_the_site_is_that_of_source_date_epoch(built_site):
    """Not that of the build, so that the same pages make the same site on another day; 981173106 is in 2001."""
    sitemap = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    assert {"2001-02-03"} == set(re.findall(r"<lastmod>(.*?)</lastmod>", sitemap))


def test_a_folder_is_no_page_by_itself(site_url):
    """The test server answers as GitHub Pages does: a folder without an index is not found."""
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{site_url}assets/")


CASES = [
    ('<a href="page.html#here">', None),
    ('<a href="./">', None),
    ('<a href="sub/">', None),
    ('<a href="/repo/sub/">', None),
    ('<a href="page.html#%D8%A7%D9%84%D9%85%D8%B5%D8%AF%D8%B1">', None),
    ('<a href="page.html#here:~:text=words">', None),
    ('<a href="https://example.org/">', None),
    ('<a href="mailto:editor@example.org">', None),
    ('<link rel="canonical" href="https://example.org/">', None),
    ('<img src="data:image/png;base64,AAAA">', None),
    ('<a href="gone.html">', "index.html: gone.html: no such file"),
    ('<a href="page.html#gone">', "index.html: page.html#gone: no such element on that page"),
    ('<a href="#gone">', "index.html: #gone: no such element on that page"),
    ('<a href="/sub/">', "index.html: /sub/: leaves /repo/"),
    ('<a href="../sub/">', "index.html: ../sub/: leaves /repo/"),
    ('<a href="sub">', "index.html: sub: a folder without its closing slash"),
    ('<a href="empty/">', "index.html: empty/: no such file"),
    ('<img src="gone.png">', "index.html: gone.png: no such file"),
    ('<img srcset="page.html 1x, gone.png 2x">', "index.html: gone.png: no such file"),
    (
        '<script src="https://cdn.example.org/">',
        "index.html: https://cdn.example.org/: loaded from another host",
    ),
    (
        '<link rel="stylesheet" href="//fonts.example.org/a.css">',
        "index.html: //fonts.example.org/a.css: loaded from another host",
    ),
]


@pytest.mark.parametrize(("markup", "fault"), CASES)
def test_a_link_is_judged_as_a_browser_would_follow_it(tmp_path: Path, markup, fault):
    """A link that works is silent; one that does not is named with its page and what is wrong."""
    (tmp_path / "index.html").write_text(markup)
    (tmp_path / "page.html").write_text('<h2 id="here">.</h2><h2 id="المصدر">.</h2>')
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "index.html").touch()
    (tmp_path / "empty").mkdir()
    assert ([fault] if fault else []) == broken_links(read_site(tmp_path, "/repo/"))


def test_a_search_result_must_lead_somewhere(tmp_path: Path):
    """An entry of the search index that names a missing page or anchor is a broken link."""
    (tmp_path / "index.html").touch()
    (tmp_path / "search").mkdir()
    index = '{"docs": [{"location": ""}, {"location": "#gone"}, {"location": "gone/"}]}'
    (tmp_path / "search" / "search_index.json").write_text(index)
    expected = [
        "search index: #gone: no such element on that page",
        "search index: gone/: no such file",
    ]
    assert expected == broken_links(read_site(tmp_path, "/repo/"))
