"""Who appears with whom: every line is drawn and told, near ones lead to their sentence, few people need no picture."""

from __future__ import annotations

from itertools import combinations, pairwise
from types import SimpleNamespace
from xml.etree import ElementTree

import markdown

from builder.languages import load_languages
from builder.messages import load_messages
from builder.models import Entity, Evidence, Knowledge
from builder.render.company import company
from builder.render.context import Context
from builder.render.pictures.arcs import Arc, arcs
from builder.text import normalise_line
from tests.hostile.strings import own_strings

HERE = "people/index.md"
NAMES = ["ada", "ben", "cyd", "dov", "eva"]


def section(names, articles, sentences=()):
    """The section of people, each of whom an article names, some together in a sentence."""
    said = {n: Evidence("a0", f"p{n + 1}", 0, 1, "x") for n, _ in enumerate(sentences)}
    entities = {
        name: Entity(
            name,
            "person",
            {"en": name},
            (),
            True,
            tuple(said[n] for n, together in enumerate(sentences) if name in together),
            tuple(f"a{n}" for n, everyone in enumerate(articles) if name in everyone),
        )
        for name in names
    }
    clean = SimpleNamespace(
        raw=SimpleNamespace(sidecar=SimpleNamespace(english_title="Talks")), title=None, language="en"
    )
    found = tuple(SimpleNamespace(id=f"a{n}", clean=clean) for n, _ in enumerate(articles))
    dossier = SimpleNamespace(entities=entities, articles=found, knowledge=Knowledge())
    return company(HERE, Context(dossier, load_languages(), load_messages("en")))


def parsed(parts):
    html = markdown.markdown("\n\n".join(parts), extensions=["attr_list", "md_in_html", "tables"])
    return ElementTree.fromstring(f"<div>{html}</div>")


def test_every_pair_has_a_line_and_a_row():
    """Five people in one article are ten pairs; the two whom one sentence names have the strong line, with its link."""
    root = parsed(section(NAMES, [NAMES], [("ada", "eva")]))
    titles = [found.text for found in root.iter("title")]
    assert {f"{one}, {other}" for one, other in combinations(NAMES, 2)} == {told.split(":")[0] for told in titles}
    near = [found for found in root.iter("a") if found.find("path") is not None]
    assert ["../articles/a0.md#p1"] == [found.get("href") for found in near]
    assert 11 == len(list(root.iter("tr")))


def test_few_people_need_no_picture():
    """Three people, or four of whom only two meet, are told well enough by their own pages."""
    assert [] == section(NAMES[:3], [NAMES[:3]])
    assert [] == section(NAMES[:4], [NAMES[:2], NAMES[2:4]])


def test_of_many_people_those_who_appear_together_most_are_drawn():
    """A picture of three hundred people holds no more than can be read."""
    names = [f"person-{n:03}" for n in range(300)]
    root = parsed(section(names, [names[n : n + 6] for n in range(0, 295, 5)] * 2))
    assert 24 >= len(list(root.iter("li")))
    assert 60 >= len(list(root.iter("path")))


def test_those_who_are_joined_stand_near_each_other():
    """A chain of names that was dealt out of order is put in order, always in the same one."""
    chain = ["d", "a", "e", "b", "c"]
    joined = [Arc(one, other, "", True, None) for one, other in pairwise(chain)]
    drawn = [arcs(dict.fromkeys(sorted(chain), "x") | {n: n for n in chain}, joined, "w", HERE) for _ in range(2)]
    assert drawn[0] == drawn[1]
    rows = [line.removeprefix("- ") for line in drawn[0].splitlines() if line.startswith("- ")]
    places = {name: rows.index(name) for name in chain}
    assert sum(abs(places[arc.one] - places[arc.other]) for arc in joined) <= 6


def test_no_word_of_a_source_is_markup():
    """Hostile names are shown as they are: no element that harmless names do not have."""
    for name in filter(None, map(normalise_line, own_strings())):
        names = {one: one for one in (name, *NAMES)}
        root = parsed([arcs(names, [Arc(name, "ada", name, False, None)], "w", HERE)])
        assert {"div", "ul", "li", "p", "svg", "g", "title", "path"} == {found.tag for found in root.iter()}
        assert " ".join(name.split()) in [" ".join("".join(found.itertext()).split()) for found in root.iter("li")]
