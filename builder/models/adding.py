"""An article on its way into ``seeds/``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """What the editor gave: how it was called, its bytes, and the ending that tells its kind.

    ``url`` is where the bytes were fetched or said to be from, ``charset`` the encoding that the host says;
    ``sidecar`` are the bytes of one that lay beside a file, None where none did.
    """

    name: str
    data: bytes
    ending: str
    url: str = ""
    charset: str = ""
    sidecar: bytes | None = None
