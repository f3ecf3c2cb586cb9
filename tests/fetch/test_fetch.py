"""Fetching a page: only public machines, only pages, only so much and so long; told by a server on this machine."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from builder.errors import SeedError
from builder.fetch import Fetching, fetch, hosts

PAGE = b"<html><body><p>One page.</p></body></html>"
LIMIT = 10_000


class Site(BaseHTTPRequestHandler):
    """Answers each path as its test needs it; whoever is asked notes the Host that was asked for."""

    asked: list[str] = []  # noqa: RUF012  # one list for all requests of one server

    def do_GET(self):
        self.asked.append(f"{self.headers['Host']}{self.path}")
        answer = getattr(self, f"_{self.path.strip('/').split('?')[0].replace('-', '_')}", None)
        with suppress(OSError):  # the other side hangs up, as it should
            answer() if answer else self._send(404, "text/html", b"")

    def _send(self, status, kind, body, **headers):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self):
        self._send(200, "text/html; charset=windows-1256", PAGE, Content_Length=str(len(PAGE)))

    def _text(self):
        self._send(200, "text/plain", b"Some text.")

    def _pdf(self):
        self._send(200, "application/octet-stream", b"%PDF-1.7 and so on")

    def _zip(self):
        self._send(200, "application/octet-stream", b"PK\x03\x04")

    def _false_page(self):
        self._send(200, "text/html", b"%PDF-1.7 and so on")

    def _picture(self):
        self._send(200, "image/png", b"\x89PNG")

    def _untold(self):
        self._send(200, "", PAGE)

    def _announced(self):
        self._send(200, "text/html", b"", Content_Length=str(LIMIT + 1))

    def _endless(self):
        self._send(200, "text/html", b"")
        while True:
            self.wfile.write(b"x" * 1000)

    def _packed(self):
        self._send(200, "text/html", gzip.compress(PAGE), Content_Encoding="gzip")

    def _bomb(self):
        self._send(200, "text/html", gzip.compress(b" " * 100 * LIMIT), Content_Encoding="gzip")

    def _odd_packing(self):
        self._send(200, "text/html", PAGE, Content_Encoding="br")

    def _short(self):
        self._send(200, "text/html", PAGE, Content_Length=str(len(PAGE) + 5))

    def _slow_body(self):
        self._send(200, "text/html", b"")
        self._drip()

    def _slow_head(self):
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
        self._drip()

    def _drip(self):
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def _moved(self):
        self._send(302, "", b"", Location="/page")

    def _round(self):
        self._send(302, "", b"", Location="/round")

    def _to_file(self):
        self._send(302, "", b"", Location="file:///etc/passwd")

    def _inward(self):
        self._send(302, "", b"", Location=f"http://inside.example:{self.server.server_port}/page")

    def _with_password(self):
        self._send(302, "", b"", Location="http://me:secret@127.0.0.1/page")

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def get(server):
    Site.asked.clear()
    return lambda path, **limits: fetch(
        f"http://127.0.0.1:{server.server_port}/{path}", Fetching(LIMIT, **{"allow_private": True, **limits})
    )


def told(call, *arguments, **keywords):
    with pytest.raises(SeedError) as error:
        call(*arguments, **keywords)
    return str(error.value)


def named(monkeypatch, *addresses):
    """Let every name lead to these addresses, one after the other; the last one stays."""
    left = list(addresses)

    def look_up(host, port, **_):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (left.pop(0) if len(left) > 1 else left[0], port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def test_a_page_comes_as_it_was_sent(get):
    """Its bytes, its address, the ending of its type, and the encoding that only the answer says."""
    found = get("page#part")
    assert (PAGE, ".html", "windows-1256", True) == (
        found.data, found.ending, found.charset, found.url.endswith("/page"),
    )  # fmt: skip
    assert (".txt", ".pdf") == (get("text").ending, get("pdf").ending)


def test_a_redirect_is_followed_to_the_address_that_answers(get):
    """The address that is kept is the one whose bytes they are."""
    assert get("moved").url.endswith("/page")


def test_what_is_packed_all_the_same_is_unpacked(get):
    """A host that packs though it was asked not to is understood, in the ways of old."""
    assert get("packed").data == PAGE
    assert "packed as 'br'" in told(get, "odd-packing")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere", "answers 404 Not Found"),
        ("picture", "is 'image/png', and no page, text or PDF"),
        ("untold", "does not say what it is"),
        ("zip", "its bytes say otherwise"),
        ("false-page", "its bytes say otherwise"),
        ("announced", "more than 10,000 bytes"),
        ("endless", "more than 10,000 bytes"),
        ("bomb", "more than 10,000 bytes"),
        ("short", "ended after"),
        ("round", "more than 5 times"),
        ("to-file", "sends to file:///etc/passwd, which file: is not fetched"),
        ("with-password", "holds a name or password"),
    ],
)
def test_what_is_no_page_is_refused_with_a_word(get, path, message):
    """Each names the address, what is wrong with it, and a way out; no password is ever repeated."""
    said = told(get, path)
    assert message in said
    assert f"/{path}: " in said
    assert " — " in said
    assert "secret" not in said


@pytest.mark.parametrize("path", ["slow-head", "slow-body"])
def test_a_host_that_sends_a_letter_now_and_then_is_left_at_the_deadline(get, path):
    """The time is that of all together: a letter every moment does not begin it anew."""
    began = time.monotonic()
    assert "did not come within 0.4 seconds" in told(get, path, seconds=0.4)
    assert time.monotonic() - began < 2.5


def test_a_name_server_that_never_answers_is_left_at_the_deadline(get, monkeypatch):
    """The system's question has no time limit of its own."""
    done = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [done.wait(5)][:0])
    assert "did not come within 0.2 seconds" in told(get, "page", seconds=0.2)
    done.set()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "2130706433", "127.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254",
     "10.0.0.1", "192.168.1.1", "172.16.0.1", "100.64.0.1", "[fe80::1]", "[fd00::1]", "[fec0::1]", "224.0.0.1",
     "[64:ff9b::a00:1]", "[2002:a00:1::]", "240.0.0.1", "255.255.255.255"],
)  # fmt: skip
def test_an_address_inside_is_refused(server, host):
    """However it is written: this machine, its networks, addresses that lead into them, and reserved ones."""
    assert "--allow-private" in told(fetch, f"http://{host}:{server.server_port}/page", Fetching(LIMIT))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"])
def test_an_address_of_the_open_internet_is_none_of_these(address):
    """One of IPv4 written as one of IPv6, or translated on the way, is judged by the machine that it reaches."""
    assert hosts.is_public(address)


def test_a_name_that_leads_inside_is_refused_and_nothing_is_asked(server, get, monkeypatch):
    """The name does not matter, only where it leads; one such address among others is enough."""
    named(monkeypatch, "127.0.0.1")
    assert "leads to 127.0.0.1" in told(fetch, f"http://news.example:{server.server_port}/page", Fetching(LIMIT))
    assert Site.asked == []


def test_a_redirect_that_leads_inside_is_refused(server, get, monkeypatch):
    """Each hop is looked at like the first: here the first is let pass, and what it sends to is not."""
    named(monkeypatch, "127.0.0.1")
    monkeypatch.setattr(hosts, "is_public", lambda address, seen=[]: not seen and not seen.append(address))
    said = told(fetch, f"http://news.example:{server.server_port}/inward", Fetching(LIMIT))
    assert "sends to http://inside.example" in said
    assert "which leads to 127.0.0.1" in said
    assert [f"news.example:{server.server_port}/inward"] == Site.asked


def test_the_connection_goes_to_the_address_that_was_looked_at(server, get, monkeypatch):
    """A name that means a public machine when it is checked and this one when it is used gains nothing."""
    named(monkeypatch, "192.0.2.1", "127.0.0.1")
    monkeypatch.setattr(hosts, "is_public", lambda address: address == "192.0.2.1")
    monkeypatch.setattr(hosts, "_SECONDS_TO_CONNECT", 0.2)
    told(fetch, f"http://news.example:{server.server_port}/page", Fetching(LIMIT, seconds=1))
    assert Site.asked == []


def test_the_host_is_asked_by_its_name(server, get, monkeypatch):
    """Connecting to a checked address changes nothing of what the host is asked."""
    named(monkeypatch, "127.0.0.1")
    fetch(f"http://journal-é.example:{server.server_port}/page?a=ج", Fetching(LIMIT, allow_private=True))
    assert [f"xn--journal--i1a.example:{server.server_port}/page?a=%D8%AC"] == Site.asked


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("file:///etc/passwd", "file: is not fetched"),
        ("ftp://example.org/a", "ftp: is not fetched"),
        ("gopher://example.org/a", "gopher: is not fetched"),
        ("http://me:secret@example.org/", "holds a name or password"),
        ("http://example.org@127.0.0.1/", "holds a name or password"),
        ("http://exa mple.org/", "white space"),
        ("http://example.org/\nHost: b", "white space"),
        ("http://example.org:99999/", "is no address"),
        ("http://example.org:0/", "names no host"),
        ("http:///a", "names no host"),
        ("http://[::1", "is no address"),
        ("http://a..b/", "names no host"),
        ("http://" + "é" * 80 + ".org/", "no name can be"),
        ("http://example.org/" + "a" * 5000, "more than 4,000 letters"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(url, message):
    """Nothing is asked anywhere for it, and no password is repeated."""
    said = told(fetch, url, Fetching(LIMIT))
    assert message in said
    assert "secret" not in said
    assert "\n" not in said


def test_a_certificate_that_nobody_vouches_for_is_refused(server):
    """Without a valid certificate there is no https; a host that speaks no TLS at all is none either."""
    url = f"https://127.0.0.1:{server.server_port}/page"
    assert "could not be fetched" in told(fetch, url, Fetching(LIMIT, allow_private=True))


def test_no_more_than_five_redirects_are_followed(monkeypatch):
    """A host that always sends on is asked six times, whatever it could go on with."""
    asked = []

    def sent_on(*_):
        asked.append("/round")
        return asked[-1]

    monkeypatch.setattr("builder.fetch.page._ask", sent_on)
    with pytest.raises(SeedError, match="more than 5 times"):
        fetch("http://example.org/round", Fetching(bytes=10_000, seconds=5))
    assert len(asked) == 6
