"""PDFs into lines: order of reading, paragraphs, columns, headers, and files that cannot be read."""

from __future__ import annotations

import contextlib
import zlib
from pathlib import Path

import pytest
import yaml

from builder.errors import SeedError
from builder.read import read_seed
from builder.read.pdf import read_pdf

FILES = Path(__file__).parent / "files"
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/read/pdfs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_pdf_gives_its_lines(case):
    """The lines, what the file says of itself, or the message are those that the case writes down."""
    data = (FILES / case["file"]).read_bytes()
    if "error" in case:
        with pytest.raises(SeedError) as error:
            read_pdf(data, "seeds/a.pdf")
        assert error.value.problem.what.startswith(case["error"])
        assert error.value.problem.remedy
        return
    lines, metadata = read_pdf(data, "seeds/a.pdf")
    assert case["lines"] == [line for line in lines if line]
    for kind, text in case.get("metadata", {}).items():
        assert text == next((one.text for one in metadata if one.kind == kind), ""), kind
    assert (lines, metadata) == read_pdf(data, "seeds/a.pdf")


def test_headers_and_footers_are_no_lines():
    """The browser's date of printing, title, address and page number are kept beside the text, with their place."""
    lines, metadata = read_pdf((FILES / "arabic-browser.pdf").read_bytes(), "a.pdf")
    edges = {one.text: one.place for one in metadata if one.kind == "pdf-edge"}
    assert {"page 1, top", "page 1, bottom"} == set(edges.values())
    assert {"1/1", "http://news.example/2023/02/21/station.html"} <= set(edges)
    assert not set(edges) & set(lines)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02",
        b"no PDF at all " * 50,
        (FILES / "french-columns.pdf").read_bytes()[:3000],
    ],
    ids=["only a head", "no PDF", "cut off"],
)
def test_a_broken_file_says_so(data):
    """A file that no PDF can be made of is refused with the way out."""
    with pytest.raises(SeedError, match="no text layer"):
        read_pdf(data, "seeds/a.pdf")


def test_a_packed_bomb_is_not_unpacked():
    """A stream that unpacks to more than any article is refused before the parser sees it."""
    bomb = zlib.compress(bytes(60_000_000), 9)
    with pytest.raises(SeedError, match="unpacks to more"):
        read_pdf(b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + bomb + b"\nendstream endobj\n", "seeds/a.pdf")


@pytest.mark.parametrize("step", [97, 211])
def test_a_damaged_file_gives_lines_or_a_message(step):
    """Wherever a byte is wrong, the reader answers with lines or a SeedError."""
    whole = (FILES / "french-columns.pdf").read_bytes()
    for place in range(0, len(whole), len(whole) // 12 + step):
        data = whole[:place] + b"\xff" + whole[place + 1 :]
        with contextlib.suppress(SeedError):
            assert any(read_pdf(data, "a.pdf")[0])


def test_a_seed_may_be_a_pdf(tmp_path):
    """A PDF among the seeds is read with its sidecar like any other."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.pdf").write_bytes((FILES / "arabic-browser.pdf").read_bytes())
    (tmp_path / "seeds" / "a.yml").write_text("outlet: Le Port\n")
    raw = read_seed(tmp_path / "seeds" / "a.pdf", tmp_path)
    assert ("pdf", "Le Port", 7) == (raw.encoding, raw.sidecar.outlet, len(raw.lines))
