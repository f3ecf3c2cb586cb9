"""The register of agreements: a table to compare, and each row opened to the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from babel import Locale
from babel.lists import format_list
from babel.units import format_unit

from builder.datewords import say_date
from builder.models import Deed, RegisterEntry
from builder.render.context import Context
from builder.render.many import latest, others
from builder.render.markdown import (
    Cell,
    Markdown,
    block,
    blocks,
    bold,
    bullets,
    definitions,
    element,
    heading,
    join,
    link,
    paragraph,
    table,
    text,
)

# A row of these kinds is called by what it is, not by a title of its own.
_DESCRIBED = ("designation", "membership", "memorandum")
_MONTHS = {"Y": 12, "M": 1}
_UNITS = {"Y": "duration-year", "M": "duration-month"}


def register_table(entries: Sequence[RegisterEntry], here: str, context: Context) -> Markdown:
    """What, kind, when, how long, who, signed by whom, and how many sources say so.

    A column in which no row has anything to say is left out.
    """
    columns = {
        "what": [_named(entry, context, here) for entry in entries],
        "kind": [_kind(entry, context) for entry in entries],
        "when": [_when(entry, context) for entry in entries],
        "duration": [_duration(entry, context) for entry in entries],
        "parties": [_names(entry.parties, entry, here, context) for entry in entries],
        "signatories": [_names(entry.signatories, entry, here, context) for entry in entries],
        "sources": [text(str(len({article for article, _ in entry.deeds}))) for entry in entries],
    }
    filled = {column: cells for column, cells in columns.items() if any(cells)}
    head = [context.say(f"register.{column}") for column in filled]
    unstated = element("span", context.say("register.not-stated"), class_="unknown")
    keys = {"when": [_days(entry) for entry in entries], "duration": [_months(entry) for entry in entries]}
    sorted_by = [
        [Cell(cell or unstated, key) for cell, key in zip(filled[c], keys[c], strict=True)]
        if c in keys
        else [cell or unstated for cell in filled[c]]
        for c in filled
    ]
    return block("div", [table(head, zip(*sorted_by, strict=True))], class_="register sortable")


def _days(entry: RegisterEntry) -> str:
    """The first and last day of a date, by which its column is sorted; those of several sources from first to last."""
    shown = entry.dates if "date" in entry.differences or entry.when is None else (entry.when,)
    return min((f"{when.earliest}/{when.latest or ''}" for when in shown if when.earliest), default="")


def _months(entry: RegisterEntry) -> str:
    """The months that an agreement runs, by which the column of durations is sorted."""
    months = (
        int(found[1:-1]) * _MONTHS[found[-1]] for found in (*entry.durations, entry.duration) if found[-1:] in _MONTHS
    )
    return str(min(months, default=""))


def _named(entry: RegisterEntry, context: Context, here: str) -> Markdown:
    """The row's name, with a mark when no source calls it by a name of its own."""
    name = link(context.name_of(entry.names), context.register_page, here, f"agreement-{entry.id}")
    if not entry.known or entry.kind in _DESCRIBED or any(deed.is_proper_name for _, deed in entry.deeds):
        return name
    return join(" ", [name, element("span", context.say("register.name-from-knowledge"), class_="basis")])


def _names(names: Iterable[str], entry: RegisterEntry, here: str, context: Context) -> Markdown:
    """Linked names; those that no article gives in that sentence say that they are the knowledge's."""
    mark = element("span", context.say("register.from-knowledge"), class_="basis")
    return join(
        ", ",
        (
            context.entity_link(name, here)
            if name in entry.stated
            else join(" ", [context.entity_link(name, here), mark])
            for name in names
        ),
    )


def _known_date(entry: RegisterEntry, context: Context) -> Markdown:
    """The date of the knowledge, where it is not the one that the articles give."""
    known = entry.known.when if entry.known else None
    if known is None or not entry.dates or (entry.dates == (known,)):
        return Markdown("")
    return text(say_date(known, context.say))


def _kind(entry: RegisterEntry, context: Context) -> Markdown:
    kind = text(context.say(f"agreement.kind.{entry.kind}"))
    if entry.known:
        return kind
    return join(" ", [kind, element("span", context.say("register.unconfirmed"), class_="unknown")])


def _when(entry: RegisterEntry, context: Context) -> Markdown:
    if "date" in entry.differences:
        return _differing((say_date(when, context.say) for when in entry.dates), context)
    if entry.when is None:
        return element("span", context.say("register.not-stated"), class_="unknown")
    label = text(say_date(entry.when, context.say))
    if entry.when_from == "knowledge":
        return join(" ", [label, element("span", context.say("register.from-knowledge"), class_="basis")])
    return label


def _duration(entry: RegisterEntry, context: Context) -> Markdown:
    if "duration" in entry.differences:
        return _differing((say_duration(duration, context) for duration in entry.durations), context)
    return text(say_duration(entry.duration, context))


def _differing(values: Iterable[str], context: Context) -> Markdown:
    """What different sources say, none of it preferred."""
    mark = element("span", f"({context.say('register.sources-differ')})", class_="unknown")
    return join(" <br>", [*values, mark])


def say_duration(duration: str, context: Context) -> str:
    """An ISO 8601 duration of years or months in the interface language."""
    unit = _UNITS.get(duration[-1:], "")
    return format_unit(int(duration[1:-1]), unit, locale=context.say.language) if unit else ""


def register_details(entries: Iterable[RegisterEntry], here: str, context: Context) -> Markdown:
    """Each row of the register with its names, its dates and the words of every source."""
    return blocks(_detail(entry, here, context) for entry in entries)


def _detail(entry: RegisterEntry, here: str, context: Context) -> Markdown:
    say = context.say
    known = entry.known
    pairs: list[tuple[str, str | list[str]]] = [
        (say("register.other-names"), context.other_names(entry.names)),
        (say("register.named-as"), join(" · ", _wordings(entry, context))),
        (say("register.kind"), _kind(entry, context)),
        (say("register.when"), _when(entry, context)),
        (say("register.duration"), _duration(entry, context)),
        (say("register.place"), join(" / ", (context.entity_link(place, here) for place in entry.places))),
        (say("register.parties"), _names(entry.parties, entry, here, context)),
        (say("register.signatories"), _names(entry.signatories, entry, here, context)),
        (say("register.knowledge-date"), _known_date(entry, context)),
        (say("register.knowledge-source"), context.source(known.source) if known else ""),
    ]
    articles = tuple(dict.fromkeys(article for article, _ in entry.deeds))
    shown = latest(articles, context)
    told = [(article, deed) for article, deed in entry.deeds if article in shown]
    if len(shown) > 1:
        words = _side_by_side(told, here, context)
    else:
        words = bullets(_told(deed, here, context) for _, deed in told)
    return blocks(
        [
            heading(3, context.name_of(entry.names), f"agreement-{entry.id}"),
            block("div", [definitions(pairs)], class_="facts"),
            paragraph(agreement_of_sources(entry, context)),
            others(articles, here, context),
            words,
        ]
    )


def _wordings(entry: RegisterEntry, context: Context) -> list[Markdown]:
    """The words by which the sources name it, each once; the title above is the knowledge's."""
    found = {}
    for _, deed in entry.deeds:
        evidence = deed.evidence
        language = context.articles[evidence.article].paragraph(evidence.paragraph).language
        found[deed.name] = context.in_language(deed.name, language, "q")
    return list(found.values())


def _side_by_side(told: Iterable[tuple[str, Deed]], here: str, context: Context) -> Markdown:
    """A table with a row for each sentence of each source; a column in which none says anything is left out."""
    say = context.say
    deeds = [deed for _, deed in told]
    columns = {
        "source": [context.article_link(deed.evidence.article, here) for deed in deeds],
        "when": [_date(deed, context) for deed in deeds],
        "duration": [text(say_duration(deed.duration, context)) for deed in deeds],
        "amount": [_spoken(deed, (amount.text for amount in deed.amounts), context) for deed in deeds],
        "place": [context.entity_link(deed.place, here) if deed.place else text("") for deed in deeds],
        "signatories": [_signatories(deed, here, context) for deed in deeds],
        "words": [context.quote(deed.evidence, here, named=False) for deed in deeds],
    }
    filled = {column: cells for column, cells in columns.items() if any(cells)}
    unstated = element("span", say("register.not-stated"), class_="unknown")
    rows = ([cell or unstated for cell in row] for row in zip(*filled.values(), strict=True))
    return block("div", [table([say(f"register.{column}") for column in filled], rows)], class_="register compared")


def _signatories(deed: Deed, here: str, context: Context) -> Markdown:
    """Who signed, each with the office that the sentence gives, in its words."""
    styles = {style.person: style.text for style in deed.styles}
    return join(
        "; ",
        (
            join(" ", [context.entity_link(person, here), _spoken(deed, [styles.get(person, "")], context)])
            for person in deed.signatories
        ),
    )


def _spoken(deed: Deed, words: Iterable[str], context: Context) -> Markdown:
    """Words of a deed's sentence, quoted in its language; nothing where they may not be shown."""
    if not context.may_quote(deed.evidence):
        return Markdown("")
    language = context.articles[deed.evidence.article].paragraph(deed.evidence.paragraph).language
    return join(", ", (context.in_language(found, language, "q") for found in words if found))


def _date(deed: Deed, context: Context) -> Markdown:
    """The date that a deed has, and how it is known."""
    if deed.when is None:
        return Markdown("")
    basis = context.say(f"register.date-{deed.date_basis}") if deed.date_basis else ""
    return join(" ", [bold(say_date(deed.when, context.say)), element("span", basis, class_="basis")])


def _told(deed: Deed, here: str, context: Context) -> Markdown:
    """What one article says of it: the date, the offices and sums that it gives, and the words."""
    offices = _signatories(deed, here, context) if deed.styles else ""
    amounts = _spoken(deed, (amount.text for amount in deed.amounts), context)
    return join(" ", [_date(deed, context), join(" · ", [amounts, offices]), context.quote(deed.evidence, here)])


def agreement_of_sources(entry: RegisterEntry, context: Context) -> str:
    """One sentence: how many sources speak of it and whether their dates agree."""
    say = context.say
    articles = len({article for article, _ in entry.deeds})
    dated = len({article for article, deed in entry.deeds if deed.when})
    told = say.count("register.told-by", articles)
    if entry.independent < articles:
        told = f"{told} {say.count('register.independent', entry.independent)}"
    if entry.differences:
        named = [say(f"register.field.{field}") for field in entry.differences]
        fields = format_list(named, locale=Locale.parse(say.language))
        return f"{told} {say('register.differ', fields=fields)}"
    if dated > 1 and entry.when:
        return f"{told} {say('register.agree', date=say_date(entry.when, say))}"
    if dated == 1 and articles > 1:
        return f"{told} {say('register.one-dates')}"
    return told
