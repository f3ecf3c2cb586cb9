"""Public pages of which people wrote down the text into marked pages, for ``python -m tests.quality.fit --pages``.

    python -m tests.quality.public_pages FUNDUS SCRAPINGHUB FOLDER

``FUNDUS`` and ``SCRAPINGHUB`` are clones of ``flairNLP/fundus`` (its tests hold pages of news sites) and of
``scrapinghub/article-extraction-benchmark``. The pages belong to their publishers: they are read where they are, and
what is written to ``FOLDER`` is not for the repository. A page gives two: all of its words, as when everything is
selected and copied, and what a text extractor leaves of it.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import py3langid
import trafilatura
import yaml
from lxml import etree, html
from rapidfuzz import fuzz

INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small", "span"]
)
INLINE |= {"strong", "sub", "sup", "time", "u", "wbr"}
UNSEEN = frozenset(["head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea"])
LANGUAGES = frozenset({"ar", "en", "fr"})
MOST_LINES = 300
LEAST_FOUND = 0.8


@dataclass(frozen=True, slots=True)
class Told:
    """A page and what its collection says of it."""

    site: str
    html: str
    title: str
    headings: tuple[str, ...]
    text: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Write the marked pages, one file for each language."""
    if len(arguments) != 3:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    fundus, scrapinghub, folder = map(Path, arguments)
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[dict[str, str]]] = {}
    for told in (*_fundus(fundus), *_scrapinghub(scrapinghub)):
        language = py3langid.classify(" ".join(told.text))[0]
        for seed in _seeds(told) if language in LANGUAGES else ():
            found.setdefault(language, []).append({"name": told.site, "site": told.site, "seed": seed})
    for language, pages in found.items():
        text = yaml.safe_dump(pages, allow_unicode=True, width=10**9)
        folder.joinpath(f"{language}.yml").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{language}: {len(pages)} pages\n")
    return 0


def _fundus(clone: Path) -> Iterator[Told]:
    for path in sorted(clone.glob("tests/resources/parser/test_data/*/*.json")):
        for told in json.loads(path.read_text(encoding="utf-8")).values():
            body = told.get("body") or {"sections": []}
            headings = tuple(one for part in body["sections"] for one in part["headline"])
            text = (*body.get("summary", ()), *(one for part in body["sections"] for one in part["paragraphs"]))
            for page in sorted(path.parent.glob(f"{path.stem}_*.html.gz")) if text else ():
                document = gzip.decompress(page.read_bytes()).decode("utf-8", "replace")
                if _plain(told.get("title") or "")[:40] in _plain(document):
                    yield Told(path.stem, document, told.get("title") or "", headings, text)


def _scrapinghub(clone: Path) -> Iterator[Told]:
    for name, told in json.loads((clone / "ground-truth.json").read_text(encoding="utf-8")).items():
        document = gzip.decompress((clone / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        text = tuple(line for line in told["articleBody"].split("\n") if line.strip())
        yield Told(name, document, "", (), text)


def _seeds(told: Told) -> Iterator[str]:
    """The page as lines with their marks, whole and extracted; without those of which too little text was found."""
    tree = html.fromstring(told.html)
    extracted = trafilatura.extract(told.html, favor_recall=True, include_comments=True) or ""
    for lines in (list(_lines(tree)), [" ".join(line.split()) for line in extracted.split("\n") if line.strip()]):
        headline = told.title or _headline(tree, lines)
        marks = list(_marks(lines, told, headline))
        wanted = {_plain(one) for one in told.text if len(one) >= 40}
        there = " ".join(_plain(line) for line, mark in zip(lines, marks, strict=True) if mark == "+")
        found = sum(one in there for one in wanted)
        if len(lines) <= MOST_LINES and found >= LEAST_FOUND * len(wanted) and wanted:
            yield "\n".join(f"{mark} {line}" for mark, line in zip(marks, lines, strict=True))


def _headline(tree: html.HtmlElement, lines: Sequence[str]) -> str:
    headlines = (" ".join(one.text_content().split()) for one in tree.iter("h1"))
    return next((one for one in headlines if one in lines and len(one.split()) >= 3), "")


def _lines(tree: html.HtmlElement) -> Iterator[str]:
    """The words of a page, a line for each block, hidden ones left out where the page itself says so."""
    pieces: list[str] = [""]

    def walk(element: etree._Element) -> None:
        hidden = element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")
        if not isinstance(element.tag, str) or element.tag in UNSEEN or hidden:
            return
        apart = element.tag not in INLINE
        if apart:
            pieces.append("")
        pieces[-1] += element.text or ""
        for child in element:
            walk(child)
            pieces[-1] += child.tail or ""
        if apart:
            pieces.append("")

    walk(tree)
    return (" ".join(piece.split()) for piece in pieces if piece.strip())


def _marks(lines: Sequence[str], told: Told, headline: str) -> Iterator[str]:
    text = {_plain(one) for one in told.text}
    whole, headings, title = " ".join(text), {_plain(one) for one in told.headings}, _plain(headline)
    seen: set[str] = set()
    for line in lines:
        plain = _plain(line)
        if title and plain == title:
            yield "T2" if title in seen else "T"
        elif plain in seen or not plain:
            yield "-"
        elif plain in headings:
            yield "h"
        else:
            yield "+" if _is_text(plain, text, whole) else "-"
            if not _is_text(plain, text, whole):
                continue
        seen.add(plain)


def _is_text(plain: str, text: set[str], whole: str) -> bool:
    if plain in text or (len(plain) >= 40 and plain in whole):
        return True
    if len(plain) >= 80 and any(len(one) > 40 and one in plain for one in text):
        return True
    return len(plain) >= 60 and max((fuzz.ratio(plain, one) for one in text), default=0) >= 88


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
