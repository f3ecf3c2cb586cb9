"""Finding and decoding seeds: what can be read is read, what cannot says why and what to do."""

from __future__ import annotations

import codecs
import tracemalloc

import pytest

from builder.errors import InputErrors, SeedError
from builder.models import Limits
from builder.read import Known, article_id, list_seeds, read_seed

FRENCH = "Le Maroc a signé un accord à Rabat, a déclaré la ministre déléguée chargée des affaires étrangères.\n"
ARABIC = "وقع المغرب اتفاقا جديدا في الرباط، حسب ما أعلنته وزارة الخارجية في بلاغ نشر اليوم على موقعها.\n"


@pytest.fixture
def dossier(tmp_path):
    (tmp_path / "seeds").mkdir()
    return tmp_path


def put(dossier, name, data):
    path = dossier / "seeds" / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FRENCH.encode(), FRENCH),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH),
        (codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"), ARABIC),
        (codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), ARABIC),
        ((FRENCH * 5).encode("cp1252"), FRENCH * 5),
        ((ARABIC * 5).encode("cp1256"), ARABIC * 5),
        ((ARABIC.replace("،", " ") * 5).encode("iso8859_6"), ARABIC.replace("،", " ") * 5),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "windows-1252", "windows-1256", "iso-8859-6"],
)
def test_the_usual_encodings_are_read(dossier, data, text):
    """A seed saved in any of the usual encodings gives the same text."""
    raw = read_seed(put(dossier, "a.txt", data), dossier)
    assert text.rstrip("\n").split("\n") == list(raw.lines)


def test_line_ends_of_every_system_are_lines(dossier):
    """Windows and old Mac line ends count lines like any other."""
    assert ("a", "b", "c", "", "d") == read_seed(put(dossier, "a.txt", "a\r\nb\rc\n\nd\n"), dossier).lines


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01", "is no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x01\x02", "is no text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "is no text"),
    ],
    ids=["nothing", "spaces", "only a mark", "a picture", "a PDF", "broken utf-16"],
)
def test_what_is_no_text_says_so(dossier, data, what):
    """An unreadable seed names the file, what is wrong, and what to do."""
    with pytest.raises(SeedError) as error:
        read_seed(put(dossier, "bad.txt", data), dossier)
    assert ("seeds/bad.txt", True) == (error.value.problem.file, error.value.problem.what.startswith(what))
    assert error.value.problem.remedy


def test_other_files_in_the_folder_do_not_stop_the_articles(dossier):
    """A file of another kind and a sidecar without an article are reported; articles are still found."""
    for name in ("b.txt", "a.md", "notes.docx", "gone.yml", ".hidden", "a.yml"):
        put(dossier, name, "x")
    seeds, problems = list_seeds(dossier)
    assert ["a.md", "b.txt"] == [path.name for path in seeds]
    assert ["seeds/gone.yml", "seeds/notes.docx"] == [problem.file for problem in problems]


def test_two_files_for_one_page_are_reported(dossier):
    """The second of two seeds that would share an address is left out and named."""
    put(dossier, "a.md", "x")
    put(dossier, "a.txt", "x")
    seeds, (problem,) = list_seeds(dossier)
    assert (["a.md"], "seeds/a.txt") == ([path.name for path in seeds], problem.file)


def test_a_dossier_without_a_folder_of_articles_says_where_to_put_them(tmp_path):
    """A missing seeds/ is an error with the way out; an empty one is a dossier that is to be."""
    with pytest.raises(InputErrors, match="seeds/"):
        list_seeds(tmp_path)
    (tmp_path / "seeds").mkdir()
    assert ((), ()) == list_seeds(tmp_path)


@pytest.mark.parametrize("name", ["../x", "CON", "index", "a b", "المغرب", "x" * 300, "é", "-", "a\u202eb"])
def test_an_id_is_fit_for_an_address(tmp_path, name):
    """Any file name gives a short ASCII id that no system or page of ours reserves."""
    found = article_id(tmp_path / f"{name}.txt")
    assert found.isascii()
    assert 0 < len(found) <= 90
    assert found.lower() not in {"con", "index"}
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def test_different_names_have_different_ids(tmp_path):
    """Names that differ only in letters that an address cannot hold do not become one page."""
    names = ["المغرب", "تونس", "é", "è", "a b", "a-b", "a_b"]
    assert len(names) == len({article_id(tmp_path / f"{name}.txt") for name in names})


@pytest.mark.parametrize(
    ("data", "limits", "what"),
    [
        ("a" * 101, Limits(bytes=100), "has more than 100 bytes"),
        ("a" * 101, Limits(characters=100), "has more than 100 characters"),
        ("a\n" * 101, Limits(lines=100), "has more than 100 lines"),
    ],
    ids=["bytes", "characters", "lines"],
)
def test_a_seed_above_a_limit_is_refused(dossier, data, limits, what):
    """What is too large is refused whole, with the key that allows more; at the limit itself it is read."""
    path = put(dossier, "a.txt", data)
    with pytest.raises(SeedError) as error:
        read_seed(path, dossier, Known(), limits)
    assert what == error.value.problem.what
    assert "in dossier.yml" in error.value.problem.remedy
    path.write_text(data[: -len(data) // 101])
    assert read_seed(path, dossier, Known(), limits).lines


def test_of_a_file_without_end_no_more_is_read_than_the_limit(dossier):
    """A hundred megabytes are not loaded to be refused."""
    path = put(dossier, "a.txt", "")
    with path.open("r+b") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    with pytest.raises(SeedError, match="has more than 5,000,000 bytes"):
        read_seed(path, dossier)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def test_a_link_that_leads_out_of_the_dossier_is_no_seed(tmp_path):
    """What lies elsewhere on the machine is never published; a link within the dossier is a file like others."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("A text that nobody meant to publish.", encoding="utf-8")
    seeds = tmp_path / "dossier" / "seeds"
    seeds.mkdir(parents=True)
    (seeds / "own.txt").write_text("A text of the dossier.", encoding="utf-8")
    (seeds / "again.txt").symlink_to(seeds / "own.txt")
    (seeds / "out.txt").symlink_to(elsewhere)
    (seeds / "own.yml").symlink_to(elsewhere)
    found, problems = list_seeds(tmp_path / "dossier")
    assert ["again.txt", "own.txt"] == [path.name for path in found]
    assert ["seeds/out.txt", "seeds/own.yml"] == [problem.file for problem in problems]
    assert {"is a link that leads out of the dossier"} == {problem.what for problem in problems}
