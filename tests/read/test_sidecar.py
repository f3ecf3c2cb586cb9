"""The sidecar beside a seed: every mistake names file, line and key, and all are told at once."""

from __future__ import annotations

import pytest

from builder.errors import InputErrors
from builder.read import read_seed


@pytest.fixture
def read(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Text.\n", encoding="utf-8")

    def read(sidecar):
        (tmp_path / "seeds" / "a.yml").write_text(sidecar, encoding="utf-8")
        return read_seed(tmp_path / "seeds" / "a.txt", tmp_path).sidecar

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
