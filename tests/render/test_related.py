"""Which other articles a page of an article names, and why."""

from __future__ import annotations

from types import SimpleNamespace as Record

from builder.dates import parse_edtf
from builder.messages import load_messages
from builder.models import Dating
from builder.render.markdown import text
from builder.render.related import related

SAY = load_messages("en")


def article(name, date, *people):
    """An article that names people, dated as EDTF or not at all."""
    mentions = tuple(Record(entity=person, kind="person") for person in people)
    return Record(id=name, mentions=mentions, dating=Dating(parse_edtf(date), "event", ()) if date else None)


def section(articles, rows=(), events=()):
    """The section of the first article."""
    people = {mention.entity for found in articles for mention in found.mentions}
    naming = {
        who: Record(articles=tuple(a.id for a in articles if who in {m.entity for m in a.mentions})) for who in people
    }
    entries = [Record(id=name, names={"en": name}) for name, _ in rows]
    tellers = {name: frozenset(told_by) for name, told_by in rows}
    known = [Record(names={"en": name}, articles=told_by) for name, told_by in events]
    first = articles[0].id
    context = Record(
        say=SAY,
        articles={found.id: found for found in articles},
        dossier=Record(entities=naming),
        rows_of={first: [entry for entry in entries if first in tellers[entry.id]]},
        tellers_of=tellers,
        known_events_of={first: [event for event in known if first in event.articles]},
        name_of=lambda names: text(names["en"]),
        entity_name=text,
        article_link=lambda other, here: text(f"to {other}"),
    )
    return str(related(articles[0], "articles/x.md", context))


def test_the_same_people_in_the_same_days_are_the_same_event():
    """Two articles dated to days in common that name one person in common; a person alone or a day alone is not."""
    articles = [
        article("a", "2020-10-02", "jane"),
        article("same", "2020-10-01/2020-10-03", "jane"),
        article("later", "2021-10-02", "jane"),
        article("others", "2020-10-02", "john"),
        article("vague", "2020", "jane"),
        article("undated", "", "jane"),
    ]
    found = section(articles)
    assert "to same" in found
    assert "the same days (1 October 2020 – 3 October 2020), naming jane" in found
    assert 1 == found.count("- **")


def test_the_same_event_comes_before_the_same_agreement():
    """An event that both speak of weighs more than several agreements."""
    articles = [article(name, "") for name in ("a", "b", "c")]
    found = section(articles, rows=[("Pact", ("a", "b")), ("Treaty", ("a", "b"))], events=[("Visit", ("a", "c"))])
    assert found.index("to c") < found.index("to b")
    assert "the same event: Visit" in found
    assert "Pact · Treaty" in found


def test_an_article_alone_has_no_section():
    """Nothing in common is not told."""
    assert "" == section([article("a", "2020-10-02", "jane")])


def test_the_section_is_kept_out_of_the_search():
    """The words of another's title lead to that article, not to every page that names it."""
    found = section([article("a", "2020-10-02", "jane"), article("b", "2020-10-02", "jane")])
    assert '{: #related data-search-exclude="true" }' in found.splitlines()[0]
