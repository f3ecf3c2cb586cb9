"""Lines of a seed that the editor drops or keeps: numbers, each proved by the words with which the line begins.

A seed that was saved anew has other lines under the same numbers. Without the proof the editor's word would silently
fall on a line that it never meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.text import fold, normalise_line
from builder.yamlfile import Value

_NUMBERS = re.compile(r"([1-9]\d{0,6})(?:\s*[-–]\s*([1-9]\d{0,6}))?")
_BETWEEN = re.compile(r"\s*(?:…|\.\.\.)\s*")


def read_lines(value: Value, lines: Sequence[str]) -> tuple[int, ...]:
    """The numbers of the lines that a mapping names: ``12: first words``, ``12-15: first words … first words``.

    Of a range the first and the last line are proved. Notes a problem for each that is no line, or begins otherwise,
    and says which line begins so.
    """
    found: set[int] = set()
    for name, item in value.fields():
        found.update(_numbers(name, item, lines))
    return tuple(sorted(found))


def _numbers(name: str, item: Value, lines: Sequence[str]) -> Iterator[int]:
    numbers = _NUMBERS.fullmatch(name.strip())
    if numbers is None:
        item.problem(
            f"expected the number of a line, such as 12 or 12-15, found {name!r}", "explain prints the numbers"
        )
        return
    first, last = int(numbers[1]), int(numbers[2] or numbers[1])
    if not first <= last <= len(lines):
        item.problem(f"the seed has no lines {name}: its last one is {len(lines)}", "explain prints the numbers")
        return
    proofs = _BETWEEN.split(item.text(), maxsplit=1) if numbers[2] else [item.text()]
    if not all(proofs) or len(proofs) != 1 + bool(numbers[2]):
        what = "the first words of its first and last line, with … between" if numbers[2] else "the line's first words"
        item.problem(f"expected {what}, found {item.text()!r}", f"the line begins {_beginning(lines[first - 1])}")
        return
    wrong = [
        (number, proof)
        for number, proof in zip((first, last), proofs, strict=False)
        if not _begins(lines, number, proof)
    ]
    for number, proof in wrong:
        item.problem(
            f"line {number} begins {_beginning(lines[number - 1])} and not {proof!r}", _where(lines, number, proof)
        )
    if not wrong:
        yield from range(first, last + 1)


def _begins(lines: Sequence[str], number: int, proof: str) -> bool:
    """Tell whether a line begins with some words, whatever their case and accents."""
    return bool(proof) and fold(normalise_line(lines[number - 1])).startswith(fold(normalise_line(proof)))


def _beginning(line: str) -> str:
    text = normalise_line(line)
    return (
        repr(text if len(text) <= 40 else f"{text[:40].rsplit(' ', 1)[0]} …") if text else "with nothing: it is blank"
    )


def _where(lines: Sequence[str], wrong: int, proof: str) -> str:
    """The way out: the nearest line that begins so, when there is one."""
    others = [number for number in range(1, len(lines) + 1) if _begins(lines, number, proof)]
    if not others:
        return "the seed changed, or was meant otherwise: look at the numbers that explain prints"
    return f"line {min(others, key=lambda number: abs(number - wrong))} begins so"
