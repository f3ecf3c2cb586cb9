"""An address → Fetched: every redirect followed and checked anew, the page's type checked, its bytes counted.

No proxy is used and no cookie kept: which machine is asked must be known, and nothing of the editor's is told to it.
"""

from __future__ import annotations

import http.client
import re
import socket
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from threading import Timer
from urllib.parse import urljoin

from builder.errors import Problem, SeedError
from builder.fetch.address import PORTS, Address, read_address
from builder.fetch.hosts import Deadline, connect, hang_up

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
}
_BYTES = "application/octet-stream"
"""What a host says of a file whose type it does not know; only of a PDF do the bytes tell."""
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_PDF = b"%PDF-"
_AGENT = "briefing-dossier (one page, asked for by a person)"
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_SAVE_IT = "open it in a browser, save it and add the file"


@dataclass(frozen=True, slots=True)
class Fetching:
    """How much may be fetched (bytes), in how long (seconds), and whether from a private network."""

    bytes: int
    seconds: float = 30.0
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: the address that answered, its bytes as they were sent, and the ending that a file of its type has.

    ``charset`` is what the answer says of the encoding, which the bytes themselves may not say.
    """

    url: str
    data: bytes
    ending: str
    charset: str


def fetch(url: str, limit: Fetching) -> Fetched:
    """Get one page. Raises SeedError, naming the address and the way out, for whatever else is there or happens."""
    deadline = Deadline.within(limit.seconds)
    first = address = read_address(url)
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            found = _ask(address, deadline, limit)
            if isinstance(found, Fetched):
                return found
            address = read_address(urljoin(address.url, found))
        except SeedError as error:
            raise _from(first, error.problem) from error
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
            raise _from(first, _refused(address, *_failure(error, deadline)).problem) from error
    raise _refused(first, f"sends from one address to the next more than {_MOST_REDIRECTS} times", _SAVE_IT)


def _from(first: Address, problem: Problem) -> SeedError:
    """What is wrong with an address, told of the one that was asked for first and sent us there."""
    if problem.file == first.url:
        return SeedError(problem)
    return SeedError(Problem(first.url, 0, "", f"sends to {problem.file}, which {problem.what}", problem.remedy))


def _failure(error: Exception, deadline: Deadline) -> tuple[str, str]:
    """What went wrong between two machines, in words. A connection that was hung up fails in any of many ways."""
    try:
        deadline.left()
    except TimeoutError:
        return f"did not come within {deadline.seconds:g} seconds", f"try again later, or {_SAVE_IT}"
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return f"could not be fetched: {reason}", f"try again later, or {_SAVE_IT}"


def _ask(address: Address, deadline: Deadline, limit: Fetching) -> Fetched | str:
    """Ask one host for one page: the page, or where it sends us."""
    with closing(connect(address, deadline, limit.allow_private)) as opened:
        timer = Timer(deadline.left(), hang_up, [opened])
        timer.daemon = True
        timer.start()
        try:
            with _answer(address, opened) as answer:
                deadline.left()  # a head that was cut short by hanging up looks like a whole one
                if answer.status in _REDIRECTS and answer.headers["Location"]:
                    return answer.headers["Location"].encode("latin-1", "replace").decode("utf-8", "replace")
                return _page(address, answer, deadline, limit)
        finally:
            timer.cancel()


@contextmanager
def _answer(address: Address, opened: socket.socket) -> Iterator[HTTPResponse]:
    """Send the question over the open connection; ``http.client`` may open none of its own."""
    connection = HTTPConnection(address.host, address.port)
    connection.auto_open = 0
    connection.sock = opened
    host = f"[{address.host}]" if ":" in address.host else address.host
    standard = PORTS[address.scheme] == address.port
    headers = {
        "Host": host if standard else f"{host}:{address.port}",
        "User-Agent": _AGENT,
        "Accept": ", ".join(ENDINGS),
        "Accept-Encoding": "identity",
        "Connection": "close",
    }
    connection.request("GET", address.target, headers=headers)
    with closing(connection), connection.getresponse() as answer:
        yield answer


def _page(address: Address, answer: HTTPResponse, deadline: Deadline, limit: Fetching) -> Fetched:
    if answer.status != http.client.OK:
        status = f"{answer.status} {http.client.responses.get(answer.status, '')}"
        raise _refused(address, f"answers {status.rstrip()}", _SAVE_IT)
    kind = (answer.headers["Content-Type"] or "").partition(";")[0].strip().casefold()
    if kind not in ENDINGS and kind != _BYTES:
        what = f"is {kind[:60]!a}" if kind else "does not say what it is"
        raise _refused(address, f"{what}, and no page, text or PDF", "give the address of the article itself")
    said = answer.headers["Content-Length"] or ""
    if said.isdigit() and int(said) > limit.bytes:
        raise _too_large(address, limit)
    data = _decoded(address, _body(address, answer, deadline, limit), answer.headers["Content-Encoding"] or "", limit)
    is_pdf = data.startswith(_PDF)
    if is_pdf != (kind in ("application/pdf", _BYTES)):
        raise _refused(address, f"says that it is {kind}, and its bytes say otherwise", _SAVE_IT)
    charset = _CHARSET.search(answer.headers["Content-Type"] or "")
    return Fetched(address.url, data, ".pdf" if is_pdf else ENDINGS[kind], charset.group(1) if charset else "")


def _body(address: Address, answer: HTTPResponse, deadline: Deadline, limit: Fetching) -> bytes:
    """The body, piece by piece, so that no more than the limit is ever held. Raises ValueError when it is cut short."""
    said = answer.headers["Content-Length"] or ""
    pieces: list[bytes] = []
    count = 0
    while piece := answer.read1(65_536):
        deadline.left()
        count += len(piece)
        if count > limit.bytes:
            raise _too_large(address, limit)
        pieces.append(piece)
    deadline.left()
    if said.isdigit() and count < int(said) and not answer.chunked:
        raise ValueError(f"it ended after {count:,} of {int(said):,} bytes")
    return b"".join(pieces)


def _decoded(address: Address, data: bytes, encoding: str, limit: Fetching) -> bytes:
    """The bytes without the packing of the transport, which some hosts use though they were asked not to."""
    packing = encoding.strip().casefold()
    if packing in ("", "identity"):
        return data
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise _refused(address, f"comes packed as {packing[:40]!a}", _SAVE_IT)
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    unpacked = unpacking.decompress(data, limit.bytes + 1)
    if len(unpacked) > limit.bytes:
        raise _too_large(address, limit)
    if not unpacking.eof:
        raise ValueError("it ended in the middle of what is packed")
    return unpacked


def _too_large(address: Address, limit: Fetching) -> SeedError:
    remedy = "save the article's text and add the file, or raise limits.bytes in dossier.yml"
    return _refused(address, f"has more than {limit.bytes:,} bytes", remedy)


def _refused(address: Address, what: str, remedy: str) -> SeedError:
    return SeedError(Problem(address.url, 0, "", what, remedy))
