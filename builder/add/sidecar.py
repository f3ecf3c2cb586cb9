"""Where an article is from → the sidecar beside it."""

from __future__ import annotations

import yaml


def sidecar_text(url: str, retrieved: str, outlet: str) -> str:
    """The YAML of a new sidecar; what is not known is no line in it.

    >>> sidecar_text("https://example.org/a", "2024-01-30", "")
    'url: https://example.org/a\\nretrieved: 2024-01-30\\n'
    """
    known = {"url": url, "outlet": outlet}
    lines = {
        name: yaml.safe_dump({name: value}, allow_unicode=True, width=10**6) for name, value in known.items() if value
    }
    return f"{lines.get('url', '')}retrieved: {retrieved}\n{lines.get('outlet', '')}"
