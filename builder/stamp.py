"""A generated page carries its owner: a hash of itself in its front matter.

A page whose hash still fits was not touched by a person and may be replaced; any other page is left
alone. The stamp is one line, ``generated: <hash>``, the last of the front matter.
"""

from __future__ import annotations

import hashlib
import re

_STAMP = re.compile(r"^generated: (?P<hash>[0-9a-f]{16})\n(?=---\n)", re.MULTILINE)
_MATTER_END = "\n---\n"


def stamped(page: str) -> str:
    """The page with its stamp. Raises ValueError when it has no front matter.

    >>> stamped("---\\ntitle: a\\n---\\n\\nb\\n").splitlines()[2][:11]
    'generated: '
    """
    end = page.find(_MATTER_END, 3)
    if not page.startswith("---\n") or end < 0:
        raise ValueError("a page begins with front matter between two lines of ---")
    return f"{page[: end + 1]}generated: {_hash(page)}\n{page[end + 1 :]}"


def is_stamped(page: str) -> bool:
    """Tell whether the page was generated, edited since or not."""
    return _STAMP.search(page) is not None


def is_untouched(page: str) -> bool:
    """Tell whether the page is exactly as it was generated.

    >>> is_untouched(stamped("---\\ntitle: a\\n---\\n\\nb\\n")), is_untouched("---\\ntitle: a\\n---\\n")
    (True, False)
    """
    found = _STAMP.search(page)
    return found is not None and _hash(page[: found.start()] + page[found.end() :]) == found["hash"]


def _hash(page: str) -> str:
    return hashlib.sha256(page.encode()).hexdigest()[:16]
