"""A host's name into an open connection, to a public machine only.

The name is looked up once. The connection goes to the very addresses that were looked at, never to the name again, so
that a name server that answers otherwise the second time gains nothing.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, Queue
from threading import Thread

from builder.errors import Problem, SeedError
from builder.fetch.address import Address

_SECONDS_TO_CONNECT = 10.0
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address stands in the last 32 bits, and that machine is the one that is reached."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment by which all must be done, on the clock that nobody sets back; ``seconds`` is how long that was."""

    seconds: float
    moment: float

    @classmethod
    def within(cls, seconds: float) -> Deadline:
        """A deadline so many seconds from now."""
        return cls(seconds, time.monotonic() + seconds)

    def left(self) -> float:
        """The seconds that are left. Raises TimeoutError when none is."""
        left = self.moment - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open internet; what leads into another is judged by where it leads.

    Special addresses are those of the registries of IANA (RFC 6890), as the standard library has them.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:192.168.0.1")]
    [True, False, False, False, False]
    """
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        if found.sixtofour or found.teredo:
            return False
        inner = found.ipv4_mapped
        if inner is None and found in _TRANSLATED:
            inner = IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if found.is_site_local:
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def connect(address: Address, deadline: Deadline, allow_private: bool) -> socket.socket:
    """Open a connection to the host of an address, encrypted and its certificate checked where https asks for it.

    Raises SeedError when the host is unknown, or when one of its addresses is not public and that is not allowed;
    OSError when it cannot be reached.
    """
    places = _look_up(address, deadline)
    inward = [place[0] for _, place in places if not is_public(place[0])]
    if inward and not allow_private:
        what = f"leads to {inward[0]}, which is inside a private network or this machine"
        raise SeedError(Problem(address.url, 0, "", what, "allow it with --allow-private if you trust the address"))
    opened = _open(places, deadline)
    if address.scheme != "https":
        return opened
    try:
        return ssl.create_default_context().wrap_socket(opened, server_hostname=address.host)
    except BaseException:
        opened.close()
        raise


_Place = tuple[socket.AddressFamily, tuple[str, int]]


def _look_up(address: Address, deadline: Deadline) -> tuple[_Place, ...]:
    """Ask for the host's addresses, in a thread of its own: the system's question has no time limit."""
    answer: Queue[list[_Place] | Exception] = Queue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            answer.put([(family, place) for family, _, _, _, place in found])  # type: ignore[misc]  # IPv6 has four parts
        except (OSError, UnicodeError) as error:
            answer.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=deadline.left())
    except Empty:
        raise TimeoutError from None
    if isinstance(found, Exception) or not found:
        raise SeedError(Problem(address.url, 0, "", f"no host {address.host} is known", "look at its spelling"))
    return tuple(found)


def _open(places: Sequence[_Place], deadline: Deadline) -> socket.socket:
    """Connect to the first place that answers; the others are tried in their order."""
    refused: OSError = OSError("no address")
    for family, place in places:
        opened = socket.socket(family, socket.SOCK_STREAM)
        try:
            opened.settimeout(min(_SECONDS_TO_CONNECT, deadline.left()))
            opened.connect(place)
            opened.settimeout(deadline.left())
        except OSError as error:
            opened.close()
            refused = error
        else:
            return opened
    raise refused


def hang_up(connection: socket.socket) -> None:
    """End a connection in whatever it is waiting for, from another thread; an encrypted one below its encryption."""
    with suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
