"""A PDF's text layer into lines: what is painted on its pages, in the order in which it is read.

A line is a paragraph as the page shows it: its rows joined by a space, without one after a hyphen
that cuts a word in two. An empty line stands between two paragraphs. Headers and footers, which
stand at the edge of a page or come again on most pages, are no lines but metadata. The same bytes
always give the same lines.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTFigure, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from builder.errors import Problem, SeedError
from builder.models import Metadatum
from builder.read.layout import paragraphs_of, text_of
from builder.read.rows import Glyph, Row, rows_of

MOST_PAGES = 60
MOST_GLYPHS = 400_000
MOST_ROWS = 2_000
FEWEST_GLYPHS = 20
LARGEST_STREAM = 50_000_000
EDGE = 0.033
"""The share of a page's height above and below in which browsers print headers and footers, and no text."""
_ADDRESS = re.compile(r"https?://[^\s…]+(?!\S)")
_INFO = {"Title": "pdf-title", "Author": "pdf-author", "CreationDate": "pdf-created"}

Page = tuple[float, tuple[Row, ...]]


def read_pdf(data: bytes, source: str) -> tuple[tuple[str, ...], tuple[Metadatum, ...]]:
    """The lines of a PDF and what it says of itself. Raises SeedError when it has no text that can be read."""
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # its warnings are no message to the editor
    if _unpacks_beyond(data, LARGEST_STREAM):
        raise SeedError(Problem(source, 0, "", "unpacks to more than a saved article has", "save its text as .txt"))
    try:
        return _read(PDFDocument(PDFParser(BytesIO(data))), source)
    except SeedError:
        raise
    except PDFEncryptionError as error:
        remedy = "open it with its password and save its text as .txt"
        raise SeedError(Problem(source, 0, "", "no text layer can be read: it is encrypted", remedy)) from error
    except Exception as error:  # the parser meets a broken file with any kind of error
        remedy = "open the article again and print it to PDF, or save its text as .txt"
        raise SeedError(Problem(source, 0, "", "no text layer can be read: it is broken or no PDF", remedy)) from error


def _read(document: PDFDocument, source: str) -> tuple[tuple[str, ...], tuple[Metadatum, ...]]:
    pages, unread = _read_pages(document, source)
    written = sum(len(row.glyphs) for _, rows in pages for row in rows)
    if written < FEWEST_GLYPHS or unread * 10 > written:
        why = "its letters are pictures" if written < FEWEST_GLYPHS else "its fonts do not say which letters they paint"
        remedy = "run it through a text recognition (OCR), or type or paste its text into a .txt file"
        raise SeedError(Problem(source, 0, "", f"no text layer: {why}", remedy))
    edges = _edges(pages)
    body = [[row for row in rows if (number, row) not in edges] for number, (_, rows) in enumerate(pages, 1)]
    lines = "\n\n".join(paragraphs_of(body)).split("\n")
    return tuple(lines), (*_information(document), *_edge_data(edges))


def _unpacks_beyond(data: bytes, limit: int) -> bool:
    """Tell whether a packed stream of the file is a bomb, without unpacking it."""
    view = memoryview(data)
    for found in re.finditer(rb"stream\r?\n", data):
        end = data.find(b"endstream", found.end())
        try:
            unpacked = zlib.decompressobj().decompress(view[found.end() : end if end > 0 else len(data)], limit + 1)
        except zlib.error:
            continue
        if len(unpacked) > limit:
            return True
    return False


class _Collector(PDFLayoutAnalyzer):
    """Keeps the glyphs of each page; pictures and drawings are passed over."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.pages: list[LTPage] = []
        self.glyphs = 0

    def receive_layout(self, ltpage: LTPage) -> None:
        self.pages.append(ltpage)

    def paint_path(self, *_: object, **__: object) -> None:
        return

    def handle_undefined_char(self, *_: object, **__: object) -> str:
        return "\N{REPLACEMENT CHARACTER}"


def _read_pages(document: PDFDocument, source: str) -> tuple[list[Page], int]:
    """The height and rows of each page, and how many glyphs are painted without saying their letters."""
    resources = PDFResourceManager()
    collector = _Collector(resources)
    interpreter = PDFPageInterpreter(resources, collector)
    pages: list[Page] = []
    unread = total = 0
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        interpreter.process_page(page)
        layout = collector.pages.pop()
        glyphs = list(_glyphs(layout))
        total += len(glyphs)
        rows = rows_of(glyphs)
        if number > MOST_PAGES or total > MOST_GLYPHS or len(rows) > MOST_ROWS:
            remedy = "keep only the pages of the article in it"
            raise SeedError(Problem(source, 0, "", "holds more text than an article has", remedy))
        unread += sum("\N{REPLACEMENT CHARACTER}" in glyph.text for glyph in glyphs)
        pages.append((layout.height, rows))
    return pages, unread


def _glyphs(item: LTItem) -> Iterator[Glyph]:
    """The glyphs of a page and of the forms in it that stand on level lines."""
    if isinstance(item, LTChar):
        along, up = item.matrix[:2]
        if abs(up) < 0.1 * abs(along) and item.height > 0.5:
            yield Glyph(item.get_text(), item.x0, item.x1, item.matrix[5], item.height)
    elif isinstance(item, LTPage | LTFigure):
        for inner in item:
            yield from _glyphs(inner)


def _information(document: PDFDocument) -> Iterator[Metadatum]:
    for entries in document.info:
        for key, kind in _INFO.items():
            value = resolve1(entries.get(key))
            text = decode_text(value).strip() if isinstance(value, bytes) else ""
            if text:
                yield Metadatum(kind, text, f"document information, {key}")


def _edges(pages: Sequence[Page]) -> dict[tuple[int, Row], str]:
    """The rows that are headers or footers, by page number and row, with where they stand."""
    repeated = Counter(mark for _, rows in pages for mark in {_mark(row) for row in _set_apart(rows)})
    found = {}
    for number, (height, rows) in enumerate(pages, 1):
        apart = _set_apart(rows)
        for row in rows:
            at_edge = not EDGE * height < row.y < (1 - EDGE) * height
            again = row in apart and repeated[_mark(row)] > max(1, len(pages) // 2)
            if (at_edge or again) and len(rows) > 2:
                found[number, row] = f"page {number}, {'top' if row.y > height / 2 else 'bottom'}"
    return found


def _set_apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """One or two rows above the text of a page and below it that a gap parts from it."""
    apart: list[Row] = []
    for ordered in (rows, rows[::-1]):
        gap = next((n for n in (1, 2) if n < len(rows) and _is_far(ordered[n - 1], ordered[n])), 0)
        apart += ordered[:gap]
    return tuple(apart)


def _is_far(row: Row, other: Row) -> bool:
    return abs(row.y - other.y) > 2.5 * max(row.height, other.height)


def _mark(row: Row) -> str:
    """What makes a row the same on another page: its letters, whatever the numbers."""
    return re.sub(r"\d+", "#", "".join(row.glyphs))


def _edge_data(edges: dict[tuple[int, Row], str]) -> Iterator[Metadatum]:
    places = {text_of(row, mirrored=False): place for (_, row), place in reversed(edges.items())}
    for text, place in reversed(places.items()):
        yield Metadatum("pdf-edge", text, place)
        address = _ADDRESS.search(text)
        if address:
            yield Metadatum("pdf-url", address.group(), place)
