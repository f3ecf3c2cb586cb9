"""Which letters of a text have been read already, so that nothing else is read from them."""

from __future__ import annotations


class Letters:
    """The letters of a text, each taken or free; asking takes the same time however many spans were taken."""

    __slots__ = ("_taken",)

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def take(self, start: int, end: int) -> None:
        """Take a span."""
        self._taken[start:end] = b"\1" * (end - start)

    def are_free(self, start: int, end: int) -> bool:
        """Tell whether no letter of a span is taken.

        >>> letters = Letters("on 3 May 2019")
        >>> letters.take(3, 13)
        >>> letters.are_free(0, 3), letters.are_free(5, 8)
        (True, False)
        """
        return self._taken.find(1, start, end) < 0
