"""What is written into the editor's files: what is new, and not a byte else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.review.insertion import add_entry, add_item, add_name, add_to_list, scalar

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("insertion.yml").read_text(encoding="utf-8"))
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
AFTER = ("names", "aliases", "short")


def load(text: str) -> Any:
    return yaml.load(text, Loader=LOADER)


def is_only_longer(before: str, after: str) -> bool:
    """Tell whether every character of the text before stands in the text after, in order."""
    rest = iter(after)
    return all(char in rest for char in before)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_is_new_is_put_in_its_place(case: dict[str, Any], line_end: str) -> None:
    """Each way in which a list may be written takes one more, in the file's own line ends."""
    before, expected = (case[key].replace("\n", line_end) for key in ("before", "after"))
    assert expected == add_to_list(before, "jane", case["key"], [case["add"]], AFTER)
    assert is_only_longer(before, expected)


def neighbourhoods(text: str) -> list[tuple[str, str]]:
    """Each entry of a file with a file of itself, the entry before and the one behind it."""
    keys = [key for key, _ in yaml.compose(text, Loader=LOADER).value]
    starts = [0, *(key.start_mark.index for key in keys[1:]), len(text)]
    return [
        (key.value, text[starts[max(0, number - 1)] : starts[min(len(keys), number + 2)]])
        for number, key in enumerate(keys)
    ]


def only_the_new_spelling_changes(text: str, entry: str) -> bool:
    """Tell whether a spelling added to an entry is in the data, and the rest as it was."""
    data = load(text)
    afters = {key: add_to_list(text, entry, key, ["سعيد الجديد"], AFTER) for key in ("aliases", "not_same")}
    return all(
        load(after) == {**data, entry: {**data[entry], key: [*data[entry].get(key, []), "سعيد الجديد"]}}
        and is_only_longer(text, after)
        and len(set(text.splitlines()) - set(after.splitlines())) <= 1
        for key, after in afters.items()
    )


@pytest.mark.parametrize("file", ["people", "organisations"])
def test_in_every_entry_of_ours_only_the_new_spelling_changes(file: str) -> None:
    """Added to any entry of this dossier, between its neighbours, a spelling is all that is new."""
    text = (ROOT / "knowledge" / f"{file}.yml").read_text(encoding="utf-8")
    around = neighbourhoods(text)
    assert [] == [entry for entry, part in around if not only_the_new_spelling_changes(part, entry)]
    for entry, _ in (around[0], around[len(around) // 2], around[-1]):
        assert only_the_new_spelling_changes(text, entry)


def test_a_long_line_goes_on_in_the_next() -> None:
    """What does not fit into 120 columns stands on a line of its own, so that every old line but for a comma stays."""
    before = f"jane:\n  aliases: [{'a' * 105}]\n  source: {{text: x}}\n"
    expected = f"jane:\n  aliases: [{'a' * 105},\n    Jane Q. Public]\n  source: {{text: x}}\n"
    assert expected == add_to_list(before, "jane", "aliases", ["Jane Q. Public"], AFTER)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("jane:\n  names: {en: Jane}  # her\n", "jane:\n  names: {en: Jane, ar: جين}  # her\n"),
        (
            "jane:\n  names:\n    en: Jane  # her\n  short: []\n",
            "jane:\n  names:\n    en: Jane  # her\n    ar: جين\n  short: []\n",
        ),
    ],
    ids=["in braces", "in lines"],
)
def test_a_name_in_another_language_stands_with_the_others(before: str, expected: str) -> None:
    """A name is added behind the last one."""
    assert expected == add_name(before, "jane", "ar", "جين")


@pytest.mark.parametrize("before", ["", "a: {b: c}", "a: {b: c}\n", "# nothing yet\n"])
def test_an_entry_goes_to_the_end(before: str) -> None:
    """A new entry follows an empty line, whether or not the file ended its last one."""
    after = add_entry(before, ["jane:", "  names: {en: Jane}"])
    assert after.startswith(before)
    assert {"names": {"en": "Jane"}} == load(after)["jane"]
    assert ("\n\njane:" in after) == bool(before)


@pytest.mark.parametrize("before", ["# Words.\n", "# Words.\n- one\n", "# Words.\n- one", "[one]\n"])
def test_an_ignored_name_goes_to_the_end_of_its_list(before: str) -> None:
    """A list of names takes one more, and says where it was found."""
    after = add_item(before, "Grand: Port", "seeds/a.txt")
    assert "Grand: Port" == load(after)[-1]
    assert is_only_longer(before, after)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    """No name, however odd, breaks the file or becomes something else than text."""
    assert [text, text] == load(f"[{scalar(text)}, {scalar(text)}]")
