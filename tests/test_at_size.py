"""What is far too large, or named as no file should be, ends with a word, soon and in little memory.

How the time grows with the text is measured in ``tests/test_bounded_work.py``, what YAML is refused for in
``tests/test_yamlfile.py``.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from builder.assemble import assemble
from builder.clean import clean
from builder.cli import main
from builder.config import load_settings
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.messages import INTERFACE_LANGUAGE, load_messages
from builder.models import RawArticle, Sidecar
from builder.render.company import _pairs, company
from builder.render.context import Context

ENERGY = Path(__file__).parent / "dossiers" / "energy"
TOP = """The harbor of the town is open again

The harbor was opened again after two years of work, the town council said in a statement to the press on Monday.

"""
SYLLABLES = ("bar", "del", "fin", "gor", "hul", "jam", "kes", "lod", "mir", "nat")


def surname(number):
    """A name of letters for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:05d}").capitalize()


@pytest.fixture
def dossier(tmp_path):
    """A new dossier with one article."""
    folder = tmp_path / "dossier"
    assert 0 == main(["new", str(folder)])
    (folder / "seeds" / "good.txt").write_text(TOP)
    return folder


def articles(folder):
    export = json.loads((folder / "content" / "data" / "dossier.json").read_text(encoding="utf-8"))
    return {one["id"]: one for one in export["articles"]}


def test_what_is_above_the_limits_is_refused_and_the_rest_is_built(dossier, capsys):
    """Each with the limit that it exceeds and the key that raises it."""
    seeds = dossier / "seeds"
    (seeds / "names.txt").write_text(TOP + " ".join(f"John {surname(number)}," for number in range(100_000)))
    (seeds / "lines.txt").write_text(TOP + "\n".join(map(surname, range(100_000))))
    (seeds / "line.txt").write_text(TOP + "abcdefghi " * 100_000)
    with (seeds / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    for name, sidecar in {"bomb": "title: &a [x]\nnotes: [*a, *a]\n", "long": f"title: {'x' * 5_000_000}\n"}.items():
        (seeds / f"{name}.txt").write_text(TOP)
        (seeds / f"{name}.yml").write_text(sidecar)
    assert 1 == main(["build", str(dossier)])
    said = capsys.readouterr().err
    for what in (
        "seeds/names.txt: has more than 300,000 characters — keep only the article in it, or raise limits.characters",
        "seeds/line.txt: has more than 300,000 characters — keep only the article in it, or raise limits.characters",
        "seeds/lines.txt: has more than 5,000 lines — keep only the article in it, or raise limits.lines",
        "seeds/huge.txt: has more than 5,000,000 bytes — keep only the article in it, or raise limits.bytes",
        "seeds/bomb.yml: is not valid YAML: aliases (*name) are not allowed, and one stands in line 2",
        "seeds/long.yml: is larger than 5,000,000 bytes",
    ):
        assert what in said
    assert {"good"} == set(articles(dossier))


def test_a_line_of_a_million_characters_is_read_where_the_limit_allows_it(dossier):
    """All of it is in the article; the sentence that never ends is cut."""
    settings = dossier / "dossier.yml"
    text = settings.read_text().replace("default: excerpts", "default: full")
    settings.write_text(f"{text}\nlimits: {{characters: 2000000}}\n")
    line = "abcdefghi " * 99_999 + "abcdefghi."
    (dossier / "seeds" / "line.txt").write_text(TOP + line)
    assert 0 == main(["build", str(dossier)])
    assert line == articles(dossier)["line"]["paragraphs"][-1]["text"]


def test_a_list_of_names_makes_no_pairs_of_all_with_all():
    """Who stands in one sentence is together; two of a thousand in one article are not, and would be half a million."""
    settings, languages = load_settings(ENERGY), load_languages()
    knowledge = load_knowledge(ENERGY, settings)
    lines = [
        f"President John {surname(number)} met Minister Mary {surname(number)} there on Monday."
        for number in range(300)
    ]
    raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", (*TOP.split("\n"), *lines), Sidecar())
    read = extract(clean(raw, languages, knowledge.outlets, knowledge.places), prepare(knowledge, settings, languages))
    context = Context(assemble([read], settings, knowledge), languages, load_messages(INTERFACE_LANGUAGE))
    people = [entity for entity in context.dossier.entities.values() if entity.kind == "person"]
    assert len(people) > 500
    assert len(_pairs(context)) < len(people)
    assert company("people/index.md", context)


NAMES = ["CON", "nul", "index", "-", "..x", "a\nb", "a\u202eb", "é", "x" * 250, "<b>", "a b", "%2e%2e", "المغرب"]


def test_odd_names_of_files_end_safely(dossier, tmp_path, capsys):
    """Every page lies in its folder under a name that each system takes; a name in two normal forms is one page."""
    for number, name in enumerate((*NAMES, unicodedata.normalize("NFD", "é"))):
        (dossier / "seeds" / f"{name}.txt").write_text(TOP.replace("two years", f"{number + 2} years"))
    before = sorted(tmp_path.rglob("*"), key=str)
    assert 1 == main(["build", str(dossier)])
    said = capsys.readouterr().err
    assert 1 == len(said.splitlines()) == said.count("becomes the same page as")
    pages = [path.name for path in (dossier / "content" / "articles").iterdir()]
    assert len(NAMES) - 1 + 2 == len(pages)  # a hidden file is no seed; the first article and the list are pages too
    assert [] == [name for name in pages if not name.isascii() or len(name) > 93 or name[0] == "."]
    assert [] == [name for name in pages if name.casefold() in ("con.md", "nul.md")]
    outside = [path for path in set(tmp_path.rglob("*")) - set(before) if "content" not in path.parts]
    assert {".builder.lock"} >= {path.name for path in outside}


def test_a_name_of_three_hundred_characters_is_cut_when_it_is_added(dossier, tmp_path, monkeypatch):
    """Whatever a file given is called, and wherever it lies, the seed lies in seeds/ under a short name."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "x.txt").write_text(f"{'Harbor ' * 60}\n\n{TOP}")
    (tmp_path / "inbox" / "a\nb.txt").write_text(
        TOP.replace("two years", "seven weeks and a day").replace("town", "city")
    )
    monkeypatch.chdir(tmp_path / "inbox")
    before = set((dossier / "seeds").iterdir())
    assert 0 == main(["add", "../x.txt", "a\nb.txt", "--anyway", "--dossier", str(dossier)])
    new = {path.name for path in set((dossier / "seeds").iterdir()) - before}
    assert 4 == len(new)
    assert [] == [name for name in new if not name.isascii() or len(name) > 70 or "\n" in name]
