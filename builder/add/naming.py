"""An article's month and title → a file name that every system takes and a person can read.

A whole day in a file name is evidence to the dating, since an editor or a site put it there. The tool puts none there,
or it would prove what it only concluded; a day that stood in the name of the file that was given is kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from builder.models import Article, Given
from builder.text import fold, is_arabic

_LONGEST = 60
_DAY = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?![0-9A-Za-z])")
_MONTH = re.compile(r"\d{4}-\d\d")
_NAMED = 3


def seed_name(given: Given, article: Article, taken: Collection[str]) -> str:
    """The name without its ending; ``taken`` are the ids of articles that are there, in small letters.

    The month is the one in which the article was published or took place, where one month settles that. The words
    are those of the title. A title in other letters than Latin is told by the known names that it has, else by the
    last words of the address or file name, else by its language and a mark of its bytes.
    """
    day = day_in(given)
    front = day or _month(article)
    name = "-".join(filter(None, (front, _words(given, article, has_front=bool(front)))))
    if "-" not in name:  # a single word may be one that some system keeps for itself, as con and index are
        name = f"{name}-{article.clean.language}"
    number = 1
    while (numbered := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return numbered


def day_in(given: Given) -> str:
    """The day that the editor's own file name has, as 2024-01-30; empty when there is none, or for an address."""
    found = None if given.url else _DAY.search(PurePath(given.name).stem)
    return "-".join(found.groups()) if found else ""


def _month(article: Article) -> str:
    when = article.dating.when if article.dating else None
    if when is None or when.earliest is None or when.latest is None:
        return ""
    first, last = when.earliest.isoformat()[:7], when.latest.isoformat()[:7]
    return first if first == last else ""


def _words(given: Given, article: Article, has_front: bool) -> str:
    title = article.clean.title.value
    for words in (
        "" if is_arabic(title) else title,
        *_names_in(article, title),
        _last_part(given),
    ):
        slug = _slug(words, has_front)
        if sum(map(str.isalpha, slug)) >= 3:
            return slug
    return f"{article.clean.language}-{article.clean.raw.sha256[:8]}"


def _names_in(article: Article, title: str) -> Iterator[str]:
    """The ids, which are Latin, of those whom the knowledge has: first those in the title, then the most frequent."""
    strangers = {stranger.id for stranger in article.strangers}
    folded = fold(title)
    counts = Counter(mention.entity for mention in article.mentions if mention.entity not in strangers)
    in_title = {mention.entity: folded.find(fold(mention.text)) for mention in article.mentions}
    ranked = sorted(counts, key=lambda one: (in_title[one] < 0, -counts[one], one))
    yield "-".join(ranked[:_NAMED])


def _last_part(given: Given) -> str:
    """The last part of an address that has letters, or the file's own name, without its ending."""
    if not given.url:
        return PurePath(given.name).stem
    parts = [PurePath(unquote(part)).stem for part in urlsplit(given.url).path.split("/")]
    return next((part for part in reversed(parts) if re.search(r"[A-Za-z]{3}", part)), "")


def _slug(words: str, has_front: bool) -> str:
    """Small Latin letters, digits and hyphens, cut between words; figures that read as a day are left out."""
    latin = unicodedata.normalize("NFKD", fold(words)).encode("ascii", "ignore").decode().casefold()
    parts = re.findall(r"[a-z0-9]+", latin)
    while has_front and parts and parts[0].isdigit():
        parts.pop(0)
    if re.search(r"\d{4}-?\d\d-?\d\d", "-".join(parts)):
        parts = [part for part in parts if not part.isdigit()]
    slug = "-".join(parts)
    if len(slug) <= _LONGEST:
        return slug
    return re.sub(r"(?:-[a-z])+$", "", slug[: _LONGEST + 1].rpartition("-")[0]) or slug[:_LONGEST]
