"""``add``: files, folders and addresses into ``seeds/``, all of them or none, and nothing twice without a word."""

from __future__ import annotations

import os
import shutil
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from builder.cli import main
from builder.write import journal

ENERGY = Path(__file__).parent / "dossiers" / "energy"
TEXT = """Une visite au port

30 janvier 2024 - 10:15

Le ministre italien de l'énergie a visité mardi le port de Bizerte, où une ligne électrique doit arriver en 2028.

Il a parlé de gaz, de soleil et de vent avec ses hôtes, et il a promis de revenir avant la fin de l'année prochaine.

Partager cet article
"""
OTHER = """La fête de la ville

La maire a ouvert lundi la fête de la ville, qui dure cette année dix jours et se tient pour une fois sur la colline.

Elle a remercié ceux qui cuisent le pain et ceux qui portent les chaises, puis elle a coupé un ruban bleu et dansé.
"""


@pytest.fixture
def dossier(tmp_path):
    folder = tmp_path / "dossier"
    shutil.copytree(ENERGY, folder)
    return folder


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def add(dossier, capsys):
    def add(*arguments):
        code = main(["add", *map(str, arguments), "--dossier", str(dossier), "--retrieved", "2024-02-01"])
        said = capsys.readouterr()
        return code, said.out, said.err

    return add


@pytest.fixture
def host(tmp_path):
    """A server on this machine that sends what lies in a folder."""
    folder = tmp_path / "host"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), lambda *each: Quiet(*each, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield folder, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def files(dossier):
    return {path.name: path.read_bytes() for path in (dossier / "seeds").iterdir()}


def new(dossier):
    return {name: data for name, data in files(dossier).items() if not (ENERGY / "seeds" / name).exists()}


def test_a_file_is_put_into_seeds_with_its_sidecar_and_told(dossier, inbox, add):
    """Its bytes are as they were; what was read and why stands in the words of a page."""
    data = TEXT.replace("\n", "\r\n").encode()
    (inbox / "x.txt").write_bytes(data)
    code, out, err = add(inbox / "x.txt", "--url", "https://www.some.example/visite")
    assert (0, "") == (code, err)
    assert {"2024-01-une-visite-au-port.txt", "2024-01-une-visite-au-port.yml"} == set(new(dossier))
    assert data == new(dossier)["2024-01-une-visite-au-port.txt"]
    sidecar = new(dossier)["2024-01-une-visite-au-port.yml"].decode()
    assert "url: https://www.some.example/visite\nretrieved: 2024-02-01\n" == sidecar
    told = [line.split(None, 1) for line in out.splitlines()]
    assert ["title", "Une visite au port"] in told
    assert ["language", "French"] in told
    assert ["date", "30 January 2024 (published)"] in told
    assert "“30 janvier 2024 - 10:15” (line 3 of the source)" in out
    assert "2 paragraphs, 2 lines taken out" in out
    assert "1 added to seeds/; build to see it" in out
    assert 0 == main(["build", str(dossier)])


def test_names_that_are_known_and_names_that_are_not_are_told(inbox, add):
    """So are the agreements: one that the knowledge has, and one that it has not."""
    text = (ENERGY / "seeds" / "cable-fr.txt").read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if len(line) > 150)
    (inbox / "a.txt").write_text(text.replace(first, f"{first} Le ministre Karim Zellouf a parlé le premier."))
    out = add(inbox / "a.txt", "--anyway", "--dry-run")[1]
    lines = [line.strip() for line in out.splitlines()]
    assert "not known yet: Karim Zellouf" in out
    assert [] != [line for line in lines if line.startswith("agreements") and "known: " in line]


def test_an_outlet_is_written_only_when_its_address_is_known(dossier, inbox, add):
    """A host under the known one counts; what nobody knows is not guessed."""
    (inbox / "x.txt").write_text(TEXT)
    add(inbox / "x.txt", "--url", "https://amp.reuters.com/visite")
    sidecar = next(data for name, data in new(dossier).items() if name.endswith(".yml"))
    assert b"outlet: reuters\n" in sidecar


def test_a_folder_is_added_with_its_sidecars(dossier, inbox, add):
    """A sidecar beside a file goes with it, as it is; what is no article is left and named."""
    (inbox / "x.txt").write_text(TEXT)
    (inbox / "x.yml").write_text("outlet: Some Gazette # mine\n")
    (inbox / "y.txt").write_text(OTHER)
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    (inbox / "x_files").mkdir()
    (inbox / ".hidden").write_text("x")
    code, out, _ = add(inbox)
    assert 0 == code
    assert b"outlet: Some Gazette # mine\n" == new(dossier)["2024-01-une-visite-au-port.yml"]
    assert 4 == len(new(dossier))
    assert "picture.png: is no article and was left where it is" in out
    assert "x_files: is no article" in out
    assert ".hidden" not in out


def test_the_same_file_is_never_added_twice(dossier, inbox, add):
    """Byte for byte the same is there already, whatever is asked; that is no failure."""
    shutil.copy(ENERGY / "seeds" / "wire-fr.txt", inbox / "x.txt")
    (inbox / "y.txt").write_text(TEXT)
    (inbox / "z.txt").write_text(TEXT)
    code, out, _ = add(inbox, "--anyway")
    assert 0 == code
    assert f"{inbox / 'x.txt'}: is there already, as seeds/wire-fr.txt" in out
    assert f"{inbox / 'z.txt'}: is the same as {inbox / 'y.txt'}" in out
    assert 2 == len(new(dossier))


def test_a_copy_is_named_and_not_added_without_a_word(dossier, inbox, add):
    """A text that another outlet prints with a line more is a copy, of a seed or of one that is given with it."""
    (inbox / "a.txt").write_text(TEXT)
    (inbox / "b.txt").write_text(TEXT.replace("Une visite", "La visite").replace("Partager", "Envoyer"))
    code, _, err = add(inbox)
    assert 1 == code
    assert f"{inbox / 'b.txt'}: has nearly the same text: 100 % of seeds/2024-01-une-visite-au-port.txt" in err
    assert "--anyway" in err
    assert {} == new(dossier)
    assert 0 == add(inbox, "--anyway")[0]
    assert 4 == len(new(dossier))


def test_nothing_is_added_when_one_cannot_be(dossier, inbox, add):
    """Every argument that fails is told, each with its way out; --skip adds the others."""
    (inbox / "good.txt").write_text(TEXT)
    (inbox / "empty.txt").write_text("")
    (inbox / "menus.txt").write_text("Accueil\nPartager cet article\n")
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    bad = [inbox / "empty.txt", inbox / "menus.txt", inbox / "picture.png", inbox / "nowhere.txt", "file:///etc/passwd"]
    code, out, err = add(inbox / "good.txt", *bad)
    assert 1 == code
    assert {} == new(dossier)
    assert [True] * 5 == [f"error: {one}: " in err for one in bad]
    assert "5 cannot be added, so nothing was; --skip adds the others" in err
    assert "not added: seeds/2024-01-une-visite-au-port.txt" in out
    assert 1 == add(inbox / "good.txt", *bad, "--skip")[0]
    assert 2 == len(new(dossier))


def test_a_wrong_sidecar_is_told_by_its_own_name(inbox, add, dossier):
    """Its mistake is one of the file that the editor has, line and key included."""
    (inbox / "x.txt").write_text(TEXT)
    (inbox / "x.yml").write_text("tittle: a\n")
    assert f"{inbox / 'x.yml'}:1: tittle: unknown key" in add(inbox / "x.txt")[2]
    (inbox / "x.yml").write_text("title: a\n")
    assert "has a sidecar of its own" in add(inbox / "x.txt", "--url", "https://a.example/")[2]
    assert {} == new(dossier)


def test_a_page_is_fetched_and_kept_as_it_was_sent(dossier, add, host):
    """Its address is in the sidecar; the bytes in the seed are those of the host."""
    folder, address = host
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    page = f"<html><head><title>Une visite</title></head><body><article>{paragraphs}</article></body></html>"
    (folder / "visite.html").write_text(page)
    code, out, err = add(f"{address}/visite.html", "--allow-private")
    assert (0, "") == (code, err)
    seed, sidecar = sorted(new(dossier))
    assert page.encode() == new(dossier)[seed]
    assert f"url: {address}/visite.html\n".encode() in new(dossier)[sidecar]
    assert f"from          {address}/visite.html" in out


def test_an_address_inside_is_refused_without_leave(dossier, add, host):
    """The machine's own server is not for a stranger's address."""
    code, _, err = add(f"{host[1]}/visite.html")
    assert 1 == code
    assert "leads to 127.0.0.1" in err
    assert {} == new(dossier)


def test_a_file_above_the_limit_is_refused(dossier, inbox, add):
    """The limit of dossier.yml holds before the file is read as a whole."""
    with (dossier / "dossier.yml").open("a") as settings:
        settings.write("limits: {bytes: 100}\n")
    (inbox / "x.txt").write_text(TEXT)
    assert "has more than 100 bytes" in add(inbox / "x.txt")[2]


def test_a_dry_run_writes_nothing(dossier, inbox, add):
    """It says what would be added."""
    (inbox / "x.txt").write_text(TEXT)
    code, out, _ = add(inbox / "x.txt", "--dry-run")
    assert 0 == code
    assert "would be added: seeds/2024-01-une-visite-au-port.txt" in out
    assert {} == new(dossier)


def test_a_disk_that_refuses_leaves_seeds_as_they_were(dossier, inbox, add, monkeypatch):
    """The seed and its sidecar come together or not at all."""
    (inbox / "x.txt").write_text(TEXT)
    moves = []

    def move(path, target):
        moves.append(target)
        if target.suffix == ".yml":
            raise OSError(28, "No space left on device", str(target))
        path.replace(target)

    monkeypatch.setattr(journal, "move", move)
    code, _, err = add(inbox / "x.txt")
    assert 1 == code
    assert "No space left on device" in err
    assert {} == new(dossier)


def test_the_day_of_fetching_is_that_of_source_date_epoch(dossier, inbox, monkeypatch):
    """The same command on another day does the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (inbox / "x.txt").write_text(TEXT)
    assert 0 == main(["add", str(inbox / "x.txt"), "--dossier", str(dossier)])
    assert b"retrieved: 2023-11-14\n" == new(dossier)["2024-01-une-visite-au-port.yml"]


@pytest.mark.parametrize(
    "words",
    [["x.txt", "--retrieved", "yesterday"], ["x.txt", "--url", "file:///x"], []],
    ids=["day", "url", "nothing"],
)
def test_wrong_use_ends_with_the_usage(words):
    """Exit code 2, as for every command."""
    with pytest.raises(SystemExit) as ended:
        main(["add", *words])
    assert 2 == ended.value.code


def test_one_address_belongs_to_one_file(dossier, inbox, add):
    """--url with a folder, or with two files, is wrong use."""
    (inbox / "x.txt").write_text(TEXT)
    assert 2 == add(inbox, "--url", "https://a.example/")[0]


@pytest.mark.skipif(os.name == "nt", reason="no such files there")
def test_what_is_no_file_is_not_waited_for(inbox, add):
    """A pipe would keep the command waiting for ever."""
    os.mkfifo(inbox / "x.txt")
    assert "is no article that can be read" in add(inbox / "x.txt")[2]
