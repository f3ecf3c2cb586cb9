"""The words of an address into its parts, each fit to be sent; what no newspaper's address has is refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from builder.errors import Problem, SeedError

PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:/")
_NAME = re.compile(r"(?=.{1,253}\.?$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_NUMBERS = re.compile(r"[0-9a-f:.]*:[0-9a-f:.]*")
_IN_PATH = "%/:@!$&'()*+,;=~-._"
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Address:
    """Where to ask (``host``, ``port``) and for what (``target``); ``url`` is the whole of it in ASCII."""

    url: str
    scheme: str
    host: str
    port: int
    target: str


def is_address(argument: str) -> bool:
    """Tell whether an argument is meant as an address and not as a file, whatever its scheme.

    >>> is_address("https://example.org/a"), is_address("file:///etc/passwd"), is_address("C:/texts/a.txt")
    (True, True, False)
    """
    return _SCHEME.match(argument) is not None and argument[1:2] != ":"


def read_address(url: str) -> Address:
    """Take an address apart. Raises SeedError for another scheme than the web's, for credentials, and for no address.

    Letters that may not be sent are written as the standards say: IDNA in the host, UTF-8 and %XX elsewhere. The
    part after # is for the reader's browser and left out.
    """
    if len(url) > LONGEST:
        raise _refused(f"{url[:60]}…", f"has more than {LONGEST:,} letters", "give the page's own address")
    if any(letter.isspace() or unicodedata.category(letter)[0] == "C" for letter in url):
        raise _refused(url, "has white space or invisible characters in it", "copy the address again")
    try:
        parts = urlsplit(url)
        port, host = parts.port, (parts.hostname or "").casefold()
    except ValueError as error:
        raise _refused(url, f"is no address: {error}", "copy the address again") from error
    if parts.scheme not in PORTS:
        raise _refused(url, f"{parts.scheme}: is not fetched", "give an address with http:// or https://, or a file")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        shown = f"{parts.scheme}://…@{host}{parts.path}"
        raise _refused(shown, "holds a name or password", "save the page in your browser and add the file")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise _refused(url, "has a host that no name can be", "copy the address again") from error
    if port == 0 or not (_NAME.fullmatch(host) or _NUMBERS.fullmatch(host)):
        raise _refused(url, "names no host that can be asked", "copy the address again")
    port = PORTS[parts.scheme] if port is None else port
    target = quote(parts.path or "/", safe=_IN_PATH)
    if parts.query:
        target += "?" + quote(parts.query, safe=_IN_PATH + "?")
    shown = f"[{host}]" if ":" in host else host
    place = shown if port == PORTS[parts.scheme] else f"{shown}:{port}"
    return Address(f"{parts.scheme}://{place}{target}", parts.scheme, host, port, target)


def _refused(url: str, what: str, remedy: str) -> SeedError:
    return SeedError(Problem(ascii(url)[1:-1] if not url.isprintable() else url, 0, "", what, remedy))
