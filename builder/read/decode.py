"""Bytes become text: a byte order mark or valid UTF-8 settles it, otherwise the likeliest old code page."""

from __future__ import annotations

import codecs

from builder.errors import Problem, SeedError

OLD_CODE_PAGES = ("cp1252", "cp1256", "iso8859_6")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, source: str) -> tuple[str, str]:
    """The text and the name of the encoding. Raises SeedError for what is empty or no text."""
    if not data.strip(b"\0 \t\r\n"):
        raise SeedError(Problem(source, 0, "", "is empty", "save the article's text into it, or remove the file"))
    text, encoding = _decode(data, source)
    controls = sum(char < " " and char not in "\t\n\r\f\v" for char in text)
    if controls * 100 > len(text) or text.count("\ufffd") * 100 > len(text):
        raise _no_text(source)
    if not text.strip("\ufeff \t\r\n"):
        raise SeedError(Problem(source, 0, "", "is empty", "save the article's text into it, or remove the file"))
    return text, encoding


def _decode(data: bytes, source: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise _no_text(source) from error
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _old_code_page(data, source)


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
