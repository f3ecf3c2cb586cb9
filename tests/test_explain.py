"""What `explain` prints: each line of a seed once, with its fate, and everything that was found in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clean import clean
from builder.cli import main
from builder.config import load_settings
from builder.errors import SeedError
from builder.explain import WIDTH, explain
from builder.extract import extract, prepare
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import RawArticle, Sidecar
from builder.text import normalise_line

ROOT = Path(__file__).parents[1]
ENERGY = ROOT / "tests" / "dossiers" / "energy"
GOLDEN = ROOT / "tests" / "cases" / "explain" / "cable-ar.txt"
LINES = [line for seed in sorted(ENERGY.glob("seeds/*.txt")) for line in seed.read_text(encoding="utf-8").splitlines()]
SETTINGS = load_settings(ENERGY)
KNOWLEDGE = load_knowledge(ENERGY, SETTINGS)
VOCABULARY = prepare(KNOWLEDGE, SETTINGS, load_languages())


def explained(lines):
    """The lines that `explain` makes of a seed with these lines."""
    raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", tuple(lines), Sidecar())
    return explain(extract(clean(raw, load_languages(), KNOWLEDGE.outlets), VOCABULARY))


def printed_lines(output):
    """Each line of the seed that the section of lines prints: its number, its fates, its text without spaces."""
    start = next(number for number, line in enumerate(output) if line.startswith("LINES"))
    found = []
    for line in output[start + 1 : output.index("METADATA")]:
        if re.match(r"[ \d]{4}\d  \S", line):
            found.append((int(line[:5]), line[7:], ""))
        elif re.match(r" {7}\S", line):
            found[-1] = (*found[-1][:2], found[-1][2] + line.replace(" ", ""))
    return found


def assert_whole(lines):
    output = explained(lines)
    texts = [(number, normalise_line(line)) for number, line in enumerate(lines, 1) if normalise_line(line)]
    shown = printed_lines(output)
    assert [number for number, _ in texts] == [number for number, _, _ in shown]
    assert ["".join(text.split()) for _, text in texts] == ["".join(text.split()) for _, _, text in shown]
    assert all(re.match(r"= title|¶\d|- [a-z]", fate) for _, fate, _ in shown)
    assert all(len(line) <= WIDTH and line == line.rstrip() for line in output)
    assert not any(char < " " for line in output for char in line)


def test_an_article_is_explained_in_full(capsys):
    """The whole output of a short article is as written down; a change of it is a change to look at."""
    assert main(["explain", "cable-ar", str(ENERGY)]) == 0
    assert GOLDEN.read_text(encoding="utf-8") == capsys.readouterr().out


@pytest.mark.parametrize("seed", sorted(ROOT.glob("seeds/*.txt")), ids=lambda path: path.stem)
def test_every_line_of_a_real_seed_is_shown_once(seed):
    """No line of a saved article is left out or shown twice."""
    assert_whole(seed.read_text(encoding="utf-8-sig").split("\n"))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=90), st.just("")), max_size=16))
def test_every_line_of_any_seed_is_shown_once(lines):
    """Each line that is not blank appears once with its fate, whatever it holds; control characters do not."""
    lines = [line.replace("\n", " ") for line in lines]
    try:
        assert_whole(lines)
    except SeedError:
        return


@pytest.mark.parametrize("name", ["boats-en", "boats-en.txt", "seeds/boats-en.txt", "boats", "oats"])
def test_an_article_is_named_by_id_file_or_part(name, capsys):
    """The id, the file with or without its folder, or a beginning or part that no other has name an article."""
    assert main(["explain", name, str(ENERGY)]) == 0
    assert capsys.readouterr().out.startswith("boats-en: seeds/boats-en.txt\n")


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("cable", "did you mean cable-ar, cable-fr?"),
        ("boat-en", "did you mean boats-en"),
        ("zzz", "none has a name like it"),
    ],
)
def test_another_name_is_wrong_use(name, answer, capsys):
    """A name that fits no article or several says which are near, and the exit code is 2."""
    assert main(["explain", name, str(ENERGY)]) == 2
    assert answer in capsys.readouterr().err


def test_an_article_that_cannot_be_read_says_why(tmp_path, capsys):
    """The message is the one of `build`, the exit code 1."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"\0\1")
    (tmp_path / "dossier.yml").write_text((ENERGY / "dossier.yml").read_text().replace("  outlets:", "  #"))
    assert main(["explain", "a", str(tmp_path)]) == 1
    assert "seeds/a.txt: is no text" in capsys.readouterr().err
