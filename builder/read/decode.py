"""Bytes become text: a byte order mark or valid UTF-8 settles it, otherwise the likeliest old code page.

A web page may also say its encoding itself; that is believed after the mark and valid UTF-8.
"""

from __future__ import annotations

import codecs
import re

from builder.errors import Problem, SeedError

OLD_CODE_PAGES = ("cp1252", "cp1256", "iso8859_6")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_SAID = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE
)
_SAID_WITHIN = 4096
_BELIEVED = {
    "utf-8": ("utf-8", "utf8"),
    "cp1252": ("windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"),
    "iso8859_15": ("iso-8859-15", "latin-9", "latin9"),
    "cp1256": ("windows-1256", "cp1256", "x-cp1256"),
    "iso8859_6": ("iso-8859-6", "iso-8859-6-i", "arabic", "asmo-708", "ecma-114"),
}
"""The encodings that a page may claim, by Python's name, with the labels of the WHATWG Encoding Standard."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, source: str, is_page: bool = False) -> tuple[str, str]:
    """The text and the name of the encoding. Raises SeedError for what is empty or no text.

    ``is_page`` says that the text is HTML and may name its encoding.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise SeedError(Problem(source, 0, "", "is empty", "save the article's text into it, or remove the file"))
    text, encoding = _decode(data, source, _said(data) if is_page else "")
    if len(_CONTROLS.findall(text)) * 100 > len(text) or text.count("\ufffd") * 100 > len(text):
        raise _no_text(source)
    if not text.strip("\ufeff \t\r\n"):
        raise SeedError(Problem(source, 0, "", "is empty", "save the article's text into it, or remove the file"))
    return text, encoding


def _said(data: bytes) -> str:
    """The encoding that a page claims, by Python's name; empty when it claims none that we know."""
    found = _SAID.search(data[:_SAID_WITHIN])
    label = found.group(1).decode("ascii", "replace").casefold() if found else ""
    return next((encoding for encoding, labels in _BELIEVED.items() if label in labels), "")


def _decode(data: bytes, source: str, said: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _no_text(source) from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        # a page that says UTF-8 may have been cut inside a letter; `decode` refuses it when much is wrong
        return (data.decode(said, "replace"), said) if said and b"\0" not in data else _old_code_page(data, source)


def _old_code_page(data: bytes, source: str) -> tuple[str, str]:
    if b"\0" in data:
        raise _no_text(source)
    from charset_normalizer import from_bytes  # loaded late: few seeds need it and it takes long

    best = from_bytes(data, cp_isolation=list(OLD_CODE_PAGES)).best()
    if best is None:
        raise _no_text(source)
    return str(best), best.encoding


def _no_text(source: str) -> SeedError:
    what = "is no text: neither UTF-8, UTF-16, Windows-1252, Windows-1256 nor ISO-8859-6"
    return SeedError(Problem(source, 0, "", what, "open the article in a browser and save its text as UTF-8"))
