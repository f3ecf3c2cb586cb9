"""The preview: what changed is built and shown, what did not is remembered, and nothing that fails ends it."""

from __future__ import annotations

import json
import shutil
import threading
import urllib.request
from pathlib import Path

import pytest
from mkdocs.livereload import LiveReloadServer

from builder import pipeline
from builder import serve as serving
from builder.cli import _rebuild, main
from builder.memory import Memory
from builder.preview import Preview
from builder.serve import look, serve, step

ENERGY = Path(__file__).parent / "dossiers" / "energy"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A dossier of its own with the site that was built of it."""
    place = tmp_path_factory.mktemp("shown")
    main(["new", str(place / "dossier")])
    settings = place / "dossier" / "dossier.yml"
    settings.write_text(settings.read_text().replace("default: excerpts", "default: full"))
    for name in ("cable-fr.txt", "wire-fr.txt", "boats-en.txt"):
        shutil.copy(ENERGY / "seeds" / name, place / "dossier" / "seeds")
    main(["build", str(place / "dossier")])
    Preview(place / "dossier", place / "site").build_all()
    return place


@pytest.fixture
def desk(tmp_path, shown):
    """The dossier, a look at it, and a step that says how often it was shown."""
    for name in ("dossier", "site"):
        shutil.copytree(shown / name, tmp_path / name, copy_function=shutil.copy2)
    folder, memory = tmp_path / "dossier", Memory()
    _rebuild(folder, memory)
    return folder, Preview(folder, tmp_path / "site"), memory


def stepped(desk, change):
    """Change something, take one step, and say how often the browser was told."""
    folder, preview, memory = desk
    state, calls = look(folder), []
    change(folder)
    state = step(folder, state, lambda: _rebuild(folder, memory), preview, lambda: calls.append(1))
    assert state == step(folder, state, lambda: pytest.fail("again"), preview, lambda: pytest.fail("again"))
    return len(calls)


def append(name, text):
    def change(folder):
        with (folder / name).open("a") as file:
            file.write(text)

    return change


def write_a_sentence(folder):
    seed = folder / "seeds" / "cable-fr.txt"
    said = "a précisé Mme Mansour."
    seed.write_text(seed.read_text().replace(said, f"{said} Le câble doit passer près du phare de la vieille île."))


def docs(desk):
    index = json.loads((desk[1].site / "search" / "search_index.json").read_text())
    return [entry["location"] for entry in index["docs"]]


def test_a_change_of_a_seed_is_in_the_site_and_search_finds_the_rest(desk):
    """The page has the new sentence; the other pages are as they were, and are found as before."""
    before = docs(desk)
    other = desk[1].site / "articles" / "boats-en" / "index.html"
    old = other.stat().st_mtime_ns
    assert 1 == stepped(desk, write_a_sentence)
    page = desk[1].site / "articles" / "cable-fr" / "index.html"
    assert "phare de la vieille" in page.read_text()
    assert old == other.stat().st_mtime_ns
    assert set(before) <= set(docs(desk))
    assert len(docs(desk)) == len(set(docs(desk)))


@pytest.mark.parametrize(
    ("change", "page", "words"),
    [
        (
            append("seeds/boats-en.yml", "english_title: Another\nbrief: It is so [¶1].\n"),
            "articles/boats-en",
            "It is so",
        ),
        (append("knowledge/people.yml", "a-b:\n  names: {en: Karim Salah Ben}\n  source: {text: x}\n"), "", "Dossier"),
        (append("content/mine.md", "# Mine\n\nA page of mine.\n"), "mine", "A page of mine."),
        (append("site_overrides/main.html", "{# new #}<!-- of mine -->"), "timeline", ""),
    ],
    ids=["sidecar", "knowledge", "own page", "template"],
)
def test_other_changes_show_as_well(desk, change, page, words):
    """A sidecar, the knowledge, a page of the editor's, and the theme, of which every page is made."""
    assert 1 <= stepped(desk, change)
    assert words in (desk[1].site / page / "index.html").read_text()


def test_a_style_sheet_is_copied(desk):
    """No page needs to be built for it."""
    sheet = "assets/stylesheets/parts.css"
    assert 1 == stepped(desk, append(f"site_overrides/{sheet}", "\n.mine { color: red; }\n"))
    assert ".mine" in (desk[1].site / sheet).read_text()


@pytest.mark.parametrize(("seen", "first"), [("articles/cable-fr", [True, False]), ("print", [False, True])])
def test_what_is_looked_at_comes_first(desk, monkeypatch, seen, first):
    """Of more pages than are built at once the browser gets its own, is told, and then gets the others."""
    monkeypatch.setattr("builder.preview._AT_ONCE", 10)
    folder, preview, memory = desk
    preview.note(f"{preview.mount.rstrip('/')}/{seen}/")
    state, told = look(folder), []
    write_a_sentence(folder)

    def show():
        pages = [preview.site / name / "index.html" for name in ("articles/cable-fr", "print")]
        told.append(["phare de la vieille" in page.read_text() for page in pages])

    step(folder, state, lambda: _rebuild(folder, memory), preview, show)
    assert [first, [True, True]] == told


def test_small_pages_come_before_large_ones(desk, monkeypatch):
    """As many as are built at once, when none of them is looked at."""
    monkeypatch.setattr("builder.preview._AT_ONCE", 20_000)
    desk[1].note("people/")
    assert 2 == stepped(desk, write_a_sentence)
    assert "phare de la vieille" in (desk[1].site / "print" / "index.html").read_text()


def test_the_page_that_is_looked_at_comes_first_when_a_template_changes(desk):
    """Of all pages the browser gets its own at once; in the end every one is as if built anew."""
    folder, preview, _ = desk
    app = serving.noting(lambda *_: [], preview)
    for path in ("articles/wire-fr/", "assets/stylesheets/parts.css", "livereload/1/2"):
        app({"PATH_INFO": f"{preview.mount.rstrip('/')}/{path}"}, None)
    state, told = look(folder), []
    append("site_overrides/main.html", "<!-- of mine -->")(folder)

    def show():
        told.append({path.parent.name for path in preview.site.rglob("*.html") if "of mine" in path.read_text()})

    step(folder, state, lambda: pytest.fail("nothing to rebuild"), preview, show)
    assert [True, False] == [name in told[0] for name in ("wire-fr", "boats-en")]
    fresh = Preview(folder, preview.site.parent / "fresh")
    fresh.build_all()
    pages = sorted(path.relative_to(fresh.site) for path in fresh.site.rglob("*.html"))
    assert [] == [page for page in pages if (fresh.site / page).read_text() != (preview.site / page).read_text()]


MISTAKES = {
    "dossier.yml": "titel: x\n",
    "knowledge/people.yml": "x: [\n",
    "seeds/wire-fr.yml": "breif: x\n",
    "mkdocs.yml": "nav: [\n",
}


@pytest.mark.parametrize(("name", "text"), MISTAKES.items(), ids=MISTAKES)
def test_a_mistake_is_told_and_the_preview_stays(desk, capsys, name, text):
    """The next change is seen as before."""
    stepped(desk, append(name, text))
    assert "error: " in capsys.readouterr().err
    assert (desk[1].site / "index.html").exists()


def test_what_did_not_change_is_not_read_again(desk, monkeypatch):
    """Of a seed one article is extracted, of a name those that may mean it; the result is that of a plain build."""
    folder, _, memory = desk
    extracted = []
    real = pipeline.extract

    def extract(clean, vocabulary):
        extracted.append(clean.raw.id)
        return real(clean, vocabulary)

    monkeypatch.setattr(pipeline, "extract", extract)
    write_a_sentence(folder)
    _rebuild(folder, memory)
    assert ["cable-fr"] == extracted
    append("seeds/wire-fr.yml", "english_title: Another\n")(folder)
    _rebuild(folder, memory)
    assert ["cable-fr", "wire-fr"] == extracted
    append("knowledge/people.yml", "a-b:\n  names: {en: Leila Mansour}\n  source: {text: x}\n")(folder)
    _rebuild(folder, memory)
    assert ["cable-fr", "wire-fr"] == extracted[2:]
    append("knowledge/places.yml", "c-d:\n  names: {en: Quentinville}\n  kind: city\n  source: {text: x}\n")(folder)
    _rebuild(folder, memory)
    assert 7 == len(extracted)
    assert 0 == main(["build", "--check", str(folder)])
    assert 10 == len(extracted)


def test_the_site_is_served_until_it_is_ended(desk, monkeypatch, capsys):
    """At its address, which is told; Ctrl-C ends it with 0."""
    folder, found = desk[0], {}
    settings = folder / "mkdocs.yml"
    settings.write_text(settings.read_text() + "dev_addr: 127.0.0.1:0\n")
    servers = []

    class Server(LiveReloadServer):
        def __init__(self, *each, **named):
            super().__init__(*each, **named)
            servers.append(self)
            self.ready = threading.Event()

        def server_activate(self):
            super().server_activate()
            self.ready.set()

    def watch(folder, rebuild, preview, show):
        server = servers[0]
        assert server.ready.wait(10)
        with urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{preview.mount}/", timeout=10) as answer:
            found["page"] = answer.read().decode()
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "LiveReloadServer", Server)
    monkeypatch.setattr(serving, "watch", watch)
    assert 0 == serve(folder, lambda: 0)
    assert "Dossier" in found["page"]
    assert "The site is at http://127.0.0.1" in capsys.readouterr().out
