"""An Article becomes what the editor is told on adding it: what was read, what is known of it, what was taken out.

Words of the source stand last on their lines, so that right-to-left words have nothing after them to draw along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.datewords import say_date
from builder.messages import INTERFACE_LANGUAGE, load_messages
from builder.models import Article, Attribute, Given, Knowledge, LanguageRules
from builder.text import normalise_line

_INDENT = 16
_MOST_NAMES = 12


def report_lines(given: Given, article: Article, knowledge: Knowledge, language: LanguageRules | None) -> Iterator[str]:
    """What was read of one article, a fact a line; nothing that is not known is left unsaid."""
    clean = article.clean
    yield from _said("from", [given.url or given.name])
    yield from _said("title", [clean.title.value])
    yield from _said("language", [language.name if language else clean.language])
    yield from _said("date", _dating(article))
    yield from _said("outlet", [_attribute(clean.outlet)])
    for kind, label in (("person", "people"), ("organisation", "organizations")):
        yield from _said(label, _names(kind, article, knowledge))
    yield from _said("agreements", _agreements(article, knowledge))
    yield from _said("text", _text(article))
    yield from _said("look at", _doubts(given, article))


def _said(label: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {'' if number else label:<{_INDENT - 2}}{normalise_line(line)}"


def _dating(article: Article) -> Iterator[str]:
    if article.dating is None:
        yield "not settled: nothing in it says; give date: in the sidecar if you know it"
        return
    when, kind = article.dating.when, article.dating.kind
    say = load_messages(INTERFACE_LANGUAGE)
    yield f"{say_date(when, say)} ({say(f'dating.kind.{kind}')})"
    for step in article.dating.basis:
        yield step.text


def _attribute(attribute: Attribute | None) -> str:
    if attribute is None:
        return "not stated; give outlet: in the sidecar if you know it"
    how = {"sidecar": "by its address", "knowledge": "by its address"}.get(attribute.basis, "as the page says")
    return f"{attribute.value} ({how})"


def _names(kind: str, article: Article, knowledge: Knowledge) -> Iterator[str]:
    strangers = {stranger.id: stranger.name for stranger in article.strangers}
    found = Counter(mention.entity for mention in article.mentions if mention.kind == kind)
    known = [_english(entity, knowledge) for entity, _ in found.most_common() if entity not in strangers]
    unknown = [strangers[entity] for entity, _ in found.most_common() if entity in strangers]
    if known:
        yield f"known: {_listed(known)}"
    if unknown:
        yield f"not known yet: {_listed(unknown)}"
    if not found:
        yield "none"


def _english(entity: str, knowledge: Knowledge) -> str:
    record = knowledge.find(entity)
    names = record.names if record else {}
    return names.get("en") or next(iter(names.values()), entity)


def _listed(names: Iterable[str]) -> str:
    every = tuple(names)
    more = f" and {len(every) - _MOST_NAMES} more" if len(every) > _MOST_NAMES else ""
    return ", ".join(every[:_MOST_NAMES]) + more


def _agreements(article: Article, knowledge: Knowledge) -> Iterator[str]:
    known: dict[str, None] = {}
    proposed: dict[str, None] = {}
    for deed in article.deeds:
        record = knowledge.agreements.get(deed.agreement) if deed.known else None
        names = record.names if record else {}
        (known if deed.known else proposed)[names.get("en") or next(iter(names.values()), deed.name)] = None
    if known:
        yield f"known: {_listed(known)}"
    if proposed:
        yield f"not known yet: {_listed(proposed)}"
    if not article.deeds:
        yield "none"


def _text(article: Article) -> Iterator[str]:
    clean = article.clean
    rules = Counter(removal.rule.partition(":")[0] for removal in clean.removed).most_common()
    yield f"{_counted(len(clean.paragraphs), 'paragraph')}, {_counted(len(clean.removed), 'line')} taken out"
    if rules:
        yield ", ".join(f"{count} {rule}" for rule, count in rules)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _doubts(given: Given, article: Article) -> Iterator[str]:
    """What may have gone wrong, and what the article leaves open."""
    read, said = article.clean.raw.encoding, given.charset
    if said and given.ending != ".pdf" and _plain(said) not in (_plain(read), "ascii", "usascii"):
        yield f"its host says that it is written in {said}, and it was read as {read}"
    yield from article.findings
    for name in article.ambiguous:
        yield f"fits more than one entry of knowledge/ and was left out: {name}"


def _plain(encoding: str) -> str:
    """An encoding's name without the differences that mean nothing: windows-1256 and cp1256 are one."""
    return encoding.casefold().replace("windows-", "cp").replace("-", "").replace("_", "").removesuffix("sig")
