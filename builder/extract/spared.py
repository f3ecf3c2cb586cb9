"""Two vocabularies become the articles that need not be read again: what is said in them means the same with both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from builder.extract.lexicon import Lexicon
from builder.models import CleanArticle, Knowledge, Organisation, Person
from builder.text import fold


def spared(before: Knowledge, now: Knowledge, lexicons: Iterable[Lexicon]) -> Callable[[CleanArticle], bool]:
    """Tell for which articles ``extract`` gives the same with the knowledge and the ``lexicons`` of before and of now.

    People and organisations do something only where a whole form of their name stands, or where a sidecar names them.
    An article is spared when of each form of everyone who was added, changed or taken away some word is missing in
    it. Whatever else changed spares none.
    """
    if replace(before, people=now.people, organisations=now.organisations) != now:
        return lambda article: False
    changed = _changed(before.people, now.people) | _changed(before.organisations, now.organisations)
    forms = {
        frozenset(form.words) - frozenset(lexicon.same.values())
        for lexicon in lexicons
        for begun in lexicon.names.values()
        for form in begun
        if form.entity in changed
    }

    def is_spared(article: CleanArticle) -> bool:
        text = fold("\n".join(paragraph.text for paragraph in article.paragraphs))
        named = {entity for _, entity in article.raw.sidecar.names}
        return not named & changed and not any(all(word in text for word in words) for words in forms)

    return is_spared


def _changed(before: Mapping[str, Person | Organisation], now: Mapping[str, Person | Organisation]) -> set[str]:
    return {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}
