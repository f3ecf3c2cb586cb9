"""A seed file becomes a RawArticle: bytes, their hash, the encoding that was found, and lines.

What a line is depends on the kind of file, by its ending: of a text the lines of the file, of a saved
page (``builder.read.html``) and a PDF (``builder.read.pdf``) those that their readers derive.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from builder.errors import InputErrors, Problem, SeedError
from builder.models import Limits, Metadatum, RawArticle
from builder.read.decode import decode
from builder.read.sidecar import Known, read_sidecar

TEXTS = (".txt", ".md")
PAGES = (".html", ".htm")
KINDS = (*TEXTS, *PAGES, ".pdf")
ANYTHING = Known()
USUAL = Limits()
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def list_seeds(dossier: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The seeds of a dossier in the order of their names, and what is wrong with other files there.

    Sidecars and hidden files are no seeds. A file of an unknown kind, a sidecar without an article, a link that
    leads out of the dossier and a second file for the same page are problems that do not stop the others. Raises
    InputErrors when the folder is missing.
    """
    folder = dossier / "seeds"
    if not folder.is_dir():
        raise InputErrors([Problem("seeds/", 0, "", "the folder is missing", "create it and put articles into it")])
    entries = sorted(path for path in folder.iterdir() if not path.name.startswith((".", "_")))
    files = [path for path in entries if path.is_file() and _is_inside(path, dossier)]
    others = [_no_file(path) for path in sorted(set(entries).difference(files))]
    seeds = sorted((path for path in files if path.suffix.lower() in KINDS), key=_sort_key)
    clashes = _clashes(seeds)
    unreadable = {problem.file for problem in clashes}
    usable = tuple(path for path in seeds if f"seeds/{path.name}" not in unreadable)
    return usable, tuple(sorted([*_strangers(files), *others, *clashes]))


def _sort_key(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name)


def _is_inside(path: Path, dossier: Path) -> bool:
    """Tell whether a file is the dossier's own: what a link brings in from elsewhere would be published."""
    return not path.is_symlink() or path.resolve().is_relative_to(dossier.resolve())


def _no_file(path: Path) -> Problem:
    if path.is_file():
        what, remedy = "is a link that leads out of the dossier", "put the file itself in its place"
        return Problem(f"seeds/{path.name}", 0, "", what, remedy)
    what = "is a folder; articles lie in seeds/ itself" if path.is_dir() else "leads to no file"
    return Problem(f"seeds/{path.name}", 0, "", what, "move its articles up, or move it out of seeds/")


def _strangers(files: list[Path]) -> list[Problem]:
    stems = {path.stem for path in files if path.suffix.lower() in KINDS}
    problems = []
    for path in files:
        source = f"seeds/{path.name}"
        if path.suffix.lower() in (".yml", ".yaml"):
            if path.suffix != ".yml":
                problems.append(Problem(source, 0, "", "a sidecar's name ends in .yml", "rename it"))
            elif path.stem not in stems:
                problems.append(Problem(source, 0, "", "no article has this name", "rename the sidecar or remove it"))
        elif path.suffix.lower() not in KINDS:
            remedy = f"save the article's text as {' or '.join(KINDS)}, or move the file out of seeds/"
            problems.append(
                Problem(source, 0, "", f"files of the kind {path.suffix or 'without ending'!r} are not read", remedy)
            )
    return problems


def _clashes(seeds: list[Path]) -> list[Problem]:
    first: dict[str, Path] = {}
    problems = []
    for path in seeds:
        other = first.setdefault(article_id(path).casefold(), path)
        if other is not path:
            what = f"becomes the same page as {other.name}"
            problems.append(Problem(f"seeds/{path.name}", 0, "", what, "rename one of them"))
    return problems


def article_id(path: Path) -> str:
    """The article's id: the file's name made fit for an address, the same on every system.

    Letters of other scripts are kept out of addresses by a short hash of the name instead.

    >>> article_id(Path("000_8f7e90c243928e96.txt"))
    '000_8f7e90c243928e96'
    """
    stem = unicodedata.normalize("NFC", path.stem)
    ascii_stem = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9_-]+", "-", ascii_stem).strip("-")[:80]
    if slug == stem and slug.casefold() not in _RESERVED:
        return slug
    digest = hashlib.sha256(stem.encode()).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else f"article-{digest}"


_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def read_seed(path: Path, dossier: Path, known: Known = ANYTHING, limits: Limits = USUAL) -> RawArticle:
    """Read one seed and its sidecar. Raises SeedError, or InputErrors for the sidecar.

    ``known`` is what the sidecar may name. A seed above a limit is refused: nothing of it
    is cut off.
    """
    source = path.relative_to(dossier).as_posix()
    data = read_bytes(path, source, limits)
    lines, encoding, metadata = _read(data, path.suffix.lower(), source)
    if len(lines) > limits.lines:
        raise _too_large(source, "lines", limits.lines)
    if sum(map(len, lines)) > limits.characters:
        raise _too_large(source, "characters", limits.characters)
    article = article_id(path)
    return RawArticle(
        id=article,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        lines=lines,
        sidecar=read_sidecar(path.with_suffix(".yml"), dossier, known, article, lines),
        metadata=metadata,
    )


def read_bytes(path: Path, source: str, limits: Limits) -> bytes:
    """The bytes of a file, called ``source`` in messages. Raises SeedError when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except OSError as error:
        remedy = "check that it is a file you may read"
        raise SeedError(Problem(source, 0, "", f"cannot be read: {error.strerror}", remedy)) from error
    if len(data) > limits.bytes:
        raise _too_large(source, "bytes", limits.bytes)
    return data


def _too_large(source: str, what: str, limit: int) -> SeedError:
    remedy = f"keep only the article in it, or raise limits.{what} in dossier.yml"
    return SeedError(Problem(source, 0, "", f"has more than {limit:,} {what}", remedy))


def _read(data: bytes, kind: str, source: str) -> tuple[tuple[str, ...], str, tuple[Metadatum, ...]]:
    """The lines, the encoding and what the file says of itself; the parsers load slowly, so only when needed."""
    if kind == ".pdf":
        from builder.read.pdf import read_pdf

        lines, metadata = read_pdf(data, source)
        return lines, "pdf", metadata
    text, encoding = decode(data, source, is_page=kind in PAGES)
    if kind in PAGES:
        from builder.read.html import read_html

        lines, metadata = read_html(text, source)
        return lines, encoding, metadata
    return tuple(_LINE_END.split(text.removesuffix("\n"))), encoding, ()
