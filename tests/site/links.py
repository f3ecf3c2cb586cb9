"""Turn the folder of a built site into the list of its links that lead nowhere.

Every ``href`` and ``src`` of every page, and every place that the search index names, is resolved as a browser would
under the site's sub-path: the file must be there, and so must the element that a ``#fragment`` names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOADED_ATTRIBUTES = {"src", "srcset", "poster", "data"}
LOADED_RELATIONS = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "prefetch", "preconnect"}


class PageLinks(HTMLParser):
    """What one page offers as targets (``ids``), where it leads (``links``), what it fetches by itself (``loads``)."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.loads: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the targets and links of one tag."""
        values = {name: value or "" for name, value in attrs}
        self.ids.update(values[name] for name in ("id", "name") if name in values)
        if "href" in values:
            loaded = tag == "link" and LOADED_RELATIONS & set(values.get("rel", "").split())
            (self.loads if loaded else self.links).add(values["href"])
        for name in LOADED_ATTRIBUTES & values.keys():
            alternatives = values[name].split(", ") if name == "srcset" else [values[name]]
            self.loads.update(alternative.split(" ")[0] for alternative in alternatives)


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the path it is served under (``/repo/``), its pages by their name in the folder."""

    folder: Path
    mount: str
    pages: dict[str, PageLinks]


def read_site(folder: Path, mount: str) -> Site:
    """Parse every HTML page of a folder."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        page = PageLinks()
        page.feed(file.read_text(encoding="utf-8"))
        pages[file.relative_to(folder).as_posix()] = page
    return Site(folder, mount, pages)


def broken_links(site: Site) -> list[str]:
    """List each link that fails as ``page: link: what is wrong``."""
    return sorted({f"{source}: {link}: {fault}" for source, link, fault in _faults(site) if fault})


def _faults(site: Site) -> Iterator[tuple[str, str, str]]:
    for name, page in site.pages.items():
        for link in page.links:
            yield name, link, _fault(site, name, link)
        for link in page.loads:
            foreign = urlsplit(urljoin("http://here", link)).netloc not in ("here", "")
            yield name, link, "loaded from another host" if foreign else _fault(site, name, link)
    for place in _searched_places(site.folder):
        yield "search index", place, _fault(site, "", place)


def _fault(site: Site, page: str, link: str) -> str:
    address = urlsplit(urljoin(f"http://here{site.mount}{page}", link))
    if address.scheme not in ("http", "https") or address.netloc != "here":
        return ""
    path = unquote(address.path)
    if not path.startswith(site.mount):
        return f"leaves {site.mount}"
    name = path.removeprefix(site.mount)
    if name and not name.endswith("/") and (site.folder / name).is_dir():
        return "a folder without its closing slash"
    file = f"{name}index.html" if name.endswith("/") or not name else name
    if not (site.folder / file).is_file():
        return "no such file"
    fragment = unquote(address.fragment).partition(":~:")[0]
    missing = fragment and file in site.pages and fragment not in site.pages[file].ids
    return "no such element on that page" if missing else ""


def _searched_places(folder: Path) -> list[str]:
    index = folder / "search" / "search_index.json"
    if not index.is_file():
        return []
    return [entry["location"] for entry in json.loads(index.read_text(encoding="utf-8"))["docs"]]
