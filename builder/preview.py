"""The site of a dossier, kept up to date for a preview: MkDocs renders what changed, what is looked at first.

MkDocs builds every page of a site anew, which takes many seconds for a hundred articles. Asked for pages that changed
only, it does that, but writes a search index of these alone: what it found in the others is put back here. When all
have to be built, since a template changed, the one that is looked at comes first.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_AT_ONCE = 200_000
"""Bytes of Markdown that are built before the browser is told, which takes half a second."""
_INDEX = Path("search") / "search_index.json"


class Preview:
    """The site of a folder with ``mkdocs.yml``, written into another folder."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.folder, self.site = folder, site
        config = self._config()
        self.host, self.port = config.dev_addr
        self.mount = "/" + (config.site_url or "/").partition("://")[2].partition("/")[2].strip("/")
        self.url = f"http://{self.host}:{self.port}{self.mount.rstrip('/')}/"
        self._templates = _Templates()
        self.seen = Path("index.html")
        """The page that was asked for last, by its place in the site."""

    def build_all(self) -> None:
        """Build every page. Raises what MkDocs does."""
        self._build(dirty=False)

    def build_changed(self) -> bool:
        """Build pages that are newer than what was built of them, the one that is looked at first and then small ones.

        Tell whether any is left.
        """
        left = self._for_later()
        for page in left:
            _touch(self._built(page))
        self._build(dirty=True)
        for page in left:
            os.utime(self._built(page), (0, 0))
        return bool(left)

    def build_left(self) -> None:
        """Build the pages that were left."""
        self._build(dirty=True)

    def note(self, path: str) -> None:
        """Remember the page at a path of the server, if it is one, as that which is looked at."""
        inner = path.removeprefix(self.mount).lstrip("/")
        if inner.endswith("/") or not inner:
            self.seen = Path(inner, "index.html")

    def build_seen(self) -> None:
        """Build the page that was asked for last, as if it alone had changed, and leave all others."""
        seen = self.site / self.seen
        pages = [built for page in (self.folder / "content").rglob("*.md") if (built := self._built(page)).exists()]
        for built in pages:
            _touch(built)
        if seen in pages:
            os.utime(seen, (0, 0))
        self._build(dirty=True)
        for built in pages:
            if built != seen:
                os.utime(built, (0, 0))

    def _for_later(self) -> list[Path]:
        """The pages that changed, without that which is looked at and as many of the smallest as are built at once."""
        first, size, left = self.site / self.seen, 0, []
        changed = sorted((self._built(page) != first, page.stat().st_size, page) for page in self._changed())
        for is_other, own, page in changed:
            size += own
            if is_other and size > _AT_ONCE:
                left.append(page)
        return left

    def _changed(self) -> Iterable[Path]:
        for page in (self.folder / "content").rglob("*.md"):
            built = self._built(page)
            if built.exists() and built.stat().st_mtime < page.stat().st_mtime:
                yield page

    def _built(self, page: Path) -> Path:
        inner = page.relative_to(self.folder / "content").with_suffix("")
        return self.site / (inner.parent if inner.name == "index" else inner) / "index.html"

    def _config(self) -> MkDocsConfig:
        return load_config(str(self.folder / "mkdocs.yml"), site_dir=str(self.site.resolve()))

    def _build(self, dirty: bool) -> None:
        config = self._config()
        config.site_url = self.url
        config.plugins["templates"] = self._templates
        config.plugins.on_startup(command="serve", dirty=dirty)
        logger = logging.getLogger("mkdocs")
        level = logger.level
        before = self._index() if dirty else None
        logger.setLevel(logging.ERROR if dirty else logging.WARNING)  # of a part of the pages MkDocs warns each time
        try:
            build(config, serve_url=self.url, dirty=dirty)
        finally:
            logger.setLevel(level)
            config.plugins.on_shutdown()
        if before:
            self._put_back(before)

    def _index(self) -> dict[str, Any] | None:
        path = self.site / _INDEX
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def _put_back(self, before: dict[str, Any]) -> None:
        """Write the search index with what was found before in the pages that were not built now."""
        now = self._index()
        if now is None:
            return
        built = {entry["location"].partition("#")[0] for entry in now["docs"]}
        kept = [entry for entry in before["docs"] if entry["location"].partition("#")[0] not in built]
        index = {**now, "docs": [*now["docs"], *kept]}
        (self.site / _INDEX).write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


class _Templates(BasePlugin):  # type: ignore[no-untyped-call, type-arg]
    """Lets MkDocs compile each template of the theme once, as long as it has the same words."""

    def __init__(self) -> None:
        self._compiled = _Compiled()

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        """Give every build the templates that one before has compiled."""
        env.bytecode_cache = self._compiled
        return env


class _Compiled(BytecodeCache):
    """The code of templates, by their name and a hash of their words."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was made of these words before, if it was."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was made of them."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


def _touch(path: Path) -> None:
    os.utime(path)
