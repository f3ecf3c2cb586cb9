"""The sidecar beside a seed: every mistake names file, line and key, and all are told at once."""

from __future__ import annotations

import pytest

from builder.errors import InputErrors
from builder.read import Known, read_seed

LINES = """Title

By J. Public, in the harbour
Élan of the first line
Second line
Third line
Also read: other news
وقال جين ببلك
"""
KNOWN = Known(
    frozenset(["en"]), frozenset(["energy"]), frozenset(["jane-public", "harbour"]), frozenset(["a", "b-2023"])
)


@pytest.fixture
def read(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(LINES, encoding="utf-8")

    def read(sidecar, known=Known()):  # noqa: B008
        (tmp_path / "seeds" / "a.yml").write_text(sidecar, encoding="utf-8")
        return read_seed(tmp_path / "seeds" / "a.txt", tmp_path, known).sidecar

    return read


def test_what_the_editor_wrote_is_kept_as_words(read):
    """Dates, numbers and yes/no look-alikes stay the words that were written."""
    written = "outlet: NO\nbyline: 007\nretrieved: 2024-01-31\ndate: 2017-06/2018-10\n"
    sidecar = read(f"{written}brief: >\n  One. [¶1]\n  Two.\n")
    assert ("NO", "007", "2024-01-31", "One. [¶1] Two.") == (
        sidecar.outlet, sidecar.byline, sidecar.retrieved, sidecar.brief,
    )  # fmt: skip
    assert "2017-06/2018-10" == sidecar.date.edtf


def test_an_absent_sidecar_and_an_empty_one_say_nothing(read, tmp_path):
    """Neither is an error."""
    assert "" == read("").title
    (tmp_path / "seeds" / "a.yml").unlink()
    assert "" == read_seed(tmp_path / "seeds" / "a.txt", tmp_path).sidecar.source


@pytest.mark.parametrize(
    ("sidecar", "messages"),
    [
        ("tittle: x\n", ["seeds/a.yml:1: tittle: unknown key 'tittle' (did you mean 'title'?)"]),
        ("title: [a]\n", ["seeds/a.yml:1: title: expected text, found a list"]),
        ("byline: x\ndate: yesterday\n", ["seeds/a.yml:2: date: 'yesterday' is no EDTF date"]),
        ("publication: ful\n", ["publication: 'ful' is not one of excerpts, full (did you mean 'full'?)"]),
        ("url: javascript:x\n", ["seeds/a.yml:1: url: is no web address"]),
        ("title: a: b\n", ["seeds/a.yml:1: is not valid YAML"]),
        ("title: &a x\nbyline: *a\n", ["aliases (*name) are not allowed"]),
        ("title: a\ntitle: b\n", ["seeds/a.yml:2: title: this key stands twice"]),
        ("x: 1\ny: 2\n", ["seeds/a.yml:1: x: unknown key", "seeds/a.yml:2: y: unknown key"]),
    ],
)
def test_mistakes_name_file_line_and_key(read, sidecar, messages):
    """Every mistake is told with its place and what was expected."""
    with pytest.raises(InputErrors) as error:
        read(sidecar)
    assert [True] * len(messages) == [message in str(error.value) for message in messages]


def test_lines_are_proved_by_the_words_with_which_they_begin(read):
    """Whatever their case and accents; of a range the first and the last."""
    sidecar = read('drop:\n  3: by j.\n  7: "also read: other"\nkeep:\n  4-6: elan of … Third\n')
    assert ((3, 7), (4, 5, 6)) == (sidecar.drop, sidecar.keep)


def test_names_of_one_article_and_what_it_replaces_are_read(read):
    """Words as they stand in it, also with letters joined to the front; the articles as a list or one."""
    sidecar = read(
        "names:\n  J. Public: jane-public\n  Harbour: none\n  جين ببلك: jane-public\nsupersedes: b-2023\n", KNOWN
    )
    assert (("J. Public", "jane-public"), ("Harbour", "none"), ("جين ببلك", "jane-public")) == sidecar.names
    assert ("b-2023",) == sidecar.supersedes


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("drop: [3]\n", "seeds/a.yml:1: drop: expected keys with values, found a list"),
        ("drop:\n  x: By\n", "seeds/a.yml:2: drop.x: expected the number of a line, such as 12 or 12-15, found 'x'"),
        ("drop:\n  0: By\n", "drop.0: expected the number of a line"),
        ("drop:\n  90: By\n", "drop.90: the seed has no lines 90"),
        ("drop:\n  4-3: By\n", "drop.4-3: the seed has no lines 4-3"),
        ("drop:\n  3:\n", "drop.3: expected the line's first words, found '' — the line begins 'By J. Public, in"),
        ("drop:\n  4-6: Élan\n", "drop.4-6: expected the first words of its first and last line, with … between"),
        (
            "drop:\n  3: Also read\n",
            "drop.3: line 3 begins 'By J. Public, in the harbour' and not 'Also read' — line 7",
        ),
        ("drop:\n  4-6: Élan … By\n", "drop.4-6: line 6 begins 'Third line' and not 'By' — line 3 begins so"),
        ("keep:\n  5: Nowhere\n", "and not 'Nowhere' — the seed changed, or was meant otherwise"),
        ("drop:\n  3: By\nkeep:\n  3: By\n", "seeds/a.yml:4: keep: line 3 is dropped as well"),
        ("names: [x]\n", "seeds/a.yml:1: names: expected keys with values, found a list"),
        ("names:\n  J. Public:\n", "seeds/a.yml:2: names.J. Public: is missing or empty"),
        ("names:\n  J. Public: jane-publc\n", "is not one of harbour, jane-public, none (did you mean 'jane-public'?)"),
        (
            "names:\n  K. Public: jane-public\n",
            "seeds/a.yml:2: names.K. Public: 'K. Public' stands nowhere in the article",
        ),
        ("names:\n  '!': none\n", "'!' stands nowhere"),
        ("supersedes: b-2024\n", "seeds/a.yml:1: supersedes: 'b-2024' is not one of b-2023 (did you mean 'b-2023'?)"),
        ("supersedes: [b-2023, a]\n", "seeds/a.yml:1: supersedes[1]: is this article itself"),
        ("keeps: x\n", "unknown key 'keeps' (did you mean 'keep'?)"),
    ],
)
def test_a_decision_that_does_not_fit_the_seed_is_told(read, sidecar, message):
    """A seed that was saved anew, a typing error, a wrong type: each with its place and the way out."""
    with pytest.raises(InputErrors) as error:
        read(sidecar, KNOWN)
    assert message in str(error.value)
