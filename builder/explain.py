"""An Article into lines of text for a terminal: what the tool read, line by line, and why.

Plain text, 80 columns, the same on every run: it can be piped, searched and compared. Words of the
source stand on lines of their own or last on a line, so that right-to-left words have nothing after
them to draw to the wrong side. No invisible isolates are put around them: they would be copied along
with a name into a sidecar or ``knowledge/``. Control characters of a seed are never printed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from builder.models import NO_NAME, Article, Attribute, DateMention, Evidence, Paragraph
from builder.text import fold, normalise_line

WIDTH = 80
_TEXT = 7
_FACT = 9
_STRANGER = {"person": "A person", "organisation": "An organization", "place": "A place"}


class _Fact(NamedTuple):
    """Something found in a paragraph: its span, what it is, and the words."""

    start: int
    end: int
    what: str
    words: str


def explain(article: Article) -> tuple[str, ...]:
    """All that is known of one article and how it was found, as lines of text."""
    sections = (
        ("", _head(article)),
        ("LINES (¶ kept, = title, - removed, with the rule; blank lines are left out)", _lines(article)),
        ("WHAT THE FILE SAYS OF ITSELF", _file(article)),
        ("METADATA", _metadata(article)),
        ("WHAT THE EDITOR DECIDED", _decided(article)),
        ("DATE", _dating(article)),
        ("TOPICS", _topics(article)),
        ("FINDINGS", _findings(article)),
    )
    found: list[str] = []
    for title, lines in sections:
        body = list(lines)
        if body:
            found += [*([""] if found else []), *([title, ""] if title else []), *body]
    return tuple(found)


def _head(article: Article) -> Iterator[str]:
    raw = article.clean.raw
    yield f"{article.id}: {raw.source}"
    count = sum(1 for line in raw.lines if normalise_line(line))
    yield f"{count} lines that are not blank, {len(article.clean.paragraphs)} paragraphs kept, {raw.encoding}"
    yield f"sha256 {raw.sha256}"


def _lines(article: Article) -> Iterator[str]:
    """Each line of the seed once, with what became of it; what was found in a paragraph, after its last line."""
    for number, line in enumerate(article.clean.raw.lines, 1):
        text = normalise_line(line)
        if not text:
            continue
        yield from _hung(f"{number:5}  {', '.join(_fates(article, number))}", _FACT)
        yield from _wrapped(text, _TEXT)
        for paragraph in article.clean.paragraphs:
            if max(paragraph.lines) == number:
                yield from _facts(article, paragraph)


def _fates(article: Article, number: int) -> Iterator[str]:
    clean = article.clean
    if number in clean.title_lines:
        yield "= title"
    for paragraph in clean.paragraphs:
        if number in paragraph.lines:
            other = "" if paragraph.language == clean.language else f" {paragraph.language}"
            yield f"{_sign(paragraph.id)}{' heading' if paragraph.kind == 'heading' else ''}{other}"
    for removal in clean.removed:
        if removal.line == number:
            whole = removal.text == normalise_line(clean.raw.lines[number - 1])
            yield f"- {removal.rule}" if whole else f"- {removal.rule} (a part)"
    for removal in clean.spared:
        if removal.line == number:
            yield f"kept by the editor, {removal.rule} would have taken it"


def _sign(paragraph: str) -> str:
    return f"¶{paragraph.removeprefix('p')}"


def _facts(article: Article, paragraph: Paragraph) -> Iterator[str]:
    """What was found in a paragraph, by its place: characters are counted from 0 in the paragraph's text."""
    for fact in sorted(_found_in(article, paragraph.id)):
        yield f"{' ' * _FACT}{_sign(paragraph.id)} {fact.start}-{fact.end} {fact.what}"
        yield f"{' ' * (_FACT + 3)}{textwrap.shorten(fact.words, WIDTH - _FACT - 3, placeholder=' …')}"


def _found_in(article: Article, paragraph: str) -> Iterator[_Fact]:
    decided = {(fold(name), entity) for name, entity in article.clean.raw.sidecar.names}
    for mention in article.mentions:
        if mention.paragraph == paragraph:
            whose = " (said by the editor)" if (fold(mention.text), mention.entity) in decided else ""
            yield _Fact(mention.start, mention.end, f"{mention.kind} {mention.entity}{whose}", mention.text)
    for date in article.dates:
        if date.paragraph == paragraph:
            yield _Fact(date.start, date.end, _date(date, article.asides), date.text)
    stated = (
        *(
            (f"{deed.kind} {deed.agreement}{_details(deed.duration, deed.when)}", deed.evidence)
            for deed in article.deeds
        ),
        *((f"event {event}", evidence) for event, evidence in article.known_events),
        *((f"office of {person}", evidence) for person, evidence in article.offices),
        *(("reports for the source", evidence) for evidence in article.reporters),
    )
    for what, evidence in stated:
        if evidence.paragraph == paragraph:
            yield _Fact(evidence.start, evidence.end, what, evidence.quote)


def _date(date: DateMention, asides: Iterable[DateMention]) -> str:
    return f"date {date.when.edtf}{' (only compared with)' if date in asides else ''}"


def _details(duration: str, when: object) -> str:
    edtf = getattr(when, "edtf", "")
    return "".join(
        f", {words}" for words in (f"date {edtf}" if edtf else "", f"duration {duration}" if duration else "") if words
    )


def _file(article: Article) -> Iterator[str]:
    for one in article.clean.raw.metadata:
        yield f"{' ' * 2}{one.kind} ({normalise_line(one.place)})"
        yield from _wrapped(normalise_line(one.text), _TEXT)


def _metadata(article: Article) -> Iterator[str]:
    clean = article.clean
    for name, attribute in (
        ("title", clean.title),
        ("byline", clean.byline),
        ("agency", clean.agency),
        ("outlet", clean.outlet),
        ("place", clean.place),
    ):
        yield f"  {name}: {_basis(attribute)}"
        if attribute:
            yield from _wrapped(normalise_line(attribute.value), _TEXT)
            if attribute.text and attribute.text != attribute.value:
                yield from _wrapped(f"said as: {normalise_line(attribute.text)}", _TEXT)
    basis = "sidecar" if clean.raw.sidecar.language else "detected"
    yield f"  language: {clean.language} ({basis}), direction {clean.direction}"


def _basis(attribute: Attribute | None) -> str:
    if attribute is None:
        return "not stated"
    return f"{attribute.basis}, line {attribute.line}" if attribute.line else attribute.basis


def _decided(article: Article) -> Iterator[str]:
    """What the sidecar forces beside the metadata: lines, names, publication, what the article replaces."""
    sidecar = article.clean.raw.sidecar
    for what, lines in (("dropped", sidecar.drop), ("kept", sidecar.keep)):
        if lines:
            yield from _hung(f"  lines {what}: {', '.join(map(str, lines))}", 4)
    for name, entity in sidecar.names:
        yield f"  in this article {'no name' if entity == NO_NAME else entity}:"
        yield from _wrapped(normalise_line(name), _TEXT)
    if sidecar.publication:
        yield f"  publication: {sidecar.publication}"
    for other in sidecar.supersedes:
        yield f"  replaces {other}"


def _dating(article: Article) -> Iterator[str]:
    dating = article.dating
    if dating is None:
        yield "  not settled: nothing bounds it"
        return
    yield f"  {dating.when.edtf} ({dating.kind})" + (
        f", reported day {dating.reported.edtf}" if dating.reported else ""
    )
    for step in dating.basis:
        where = f" {_sign(step.paragraph)}" if step.paragraph else ""
        yield from _wrapped(f"{step.kind}{where}: {normalise_line(step.text)}", 4)


def _topics(article: Article) -> Iterator[str]:
    by_topic: dict[str, list[tuple[float, Evidence]]] = {}
    for passage in article.passages:
        by_topic.setdefault(passage.topic, []).append((passage.weight, passage.evidence))
    if not by_topic:
        yield "  none"
    for topic, passages in by_topic.items():
        yield f"  {topic}: weight {sum(weight for weight, _ in passages):g}"
        for weight, evidence in sorted(passages, key=lambda one: -one[0]):
            yield f"    {weight:g} {_sign(evidence.paragraph)} {evidence.start}-{evidence.end}"
            yield from _wrapped(evidence.quote, _TEXT)


def _findings(article: Article) -> Iterator[str]:
    findings = [
        *article.findings,
        *(f"Fits more than one name and was left out: {name}" for name in article.ambiguous),
        *(f"{_STRANGER[one.kind]} that the knowledge does not have: {one.name}" for one in article.strangers),
    ]
    for finding in findings or ["none"]:
        yield from _wrapped(normalise_line(finding), 2)


def _hung(text: str, indent: int) -> list[str]:
    """A text in lines of the page's width, of which all but the first are indented."""
    return textwrap.wrap(text, WIDTH, subsequent_indent=" " * indent, break_on_hyphens=False)


def _wrapped(text: str, indent: int) -> list[str]:
    """A text in lines of the page's width; a word longer than a line is cut."""
    margin = " " * indent
    return textwrap.wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
