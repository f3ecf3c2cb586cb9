"""`review` from end to end: what it shows, what it writes, and that what the editor said survives every build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from builder.cli import main

ENERGY = Path(__file__).parents[1] / "dossiers" / "energy"
FRENCH = """Une délégation à Tunis

Le ministre de l'Énergie a reçu mardi à Tunis le général Élie Dupont, directeur de la Compagnie du Câble.

Mme Jeanne Martin, secrétaire d'État à l'énergie, et Mme Laila Mansur, ministre de l'Énergie, étaient là en 2023.
"""
ARABIC = """وزير الطاقة يستقبل وفدا

استقبل الوزير يوم الثلاثاء بتونس الجنرال إيلي دوبون من أجل مناقشة الكابل الكهربائي بين البلدين.
"""
ANOTHER = """La Compagnie du Câble

Le général Élie Dupont a parlé du câble avec Mme Laila Mansur, ministre de l'Énergie.
"""


@pytest.fixture
def dossier(tmp_path):
    """The small dossier with two articles more, in which people stand whom nobody knows."""
    folder = tmp_path / "dossier"
    shutil.copytree(ENERGY, folder)
    (folder / "seeds" / "visit-fr.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "seeds" / "visit-ar.txt").write_text(ARABIC, encoding="utf-8")
    return folder


def knowledge(folder, file="people"):
    return yaml.safe_load((folder / "knowledge" / f"{file}.yml").read_text(encoding="utf-8"))


def files(folder):
    return {path.name: path.read_bytes() for path in (folder / "knowledge").iterdir()}


def entities(folder):
    export = json.loads((folder / "content" / "data" / "dossier.json").read_text(encoding="utf-8"))
    return {entity["id"]: entity for entity in export["entities"]}


def test_the_list_says_who_is_unknown_and_who_it_may_be(dossier, capsys):
    """Name, place, quote, role, and a ranked suggestion with its reasons; open questions are exit code 1."""
    assert main(["review", "--list", str(dossier)]) == 1
    shown = capsys.readouterr().out
    assert "Laila Mansur  (person, fr, once)" in shown
    assert "visit-fr ¶2: Mme Jeanne Martin, secrétaire d'État à l'énergie, et Mme Laila Mansur" in shown
    assert "called: directeur de la Compagnie du Câble" in shown
    assert "1  leila-mansour  Leila Mansour" in shown
    assert "sounds like ليلى منصور" in shown
    assert "is called “ministre de l'Énergie”, and leila-mansour was Minister of Energy" in shown
    assert "Élie Dupont — إيلي دوبون" in shown


def test_a_script_reads_the_same_as_json(dossier, capsys):
    """The JSON has the name, its evidence with spans, and the suggestions."""
    assert main(["review", "--json", str(dossier)]) == 1
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)["unknown"]}
    assert ["leila-mansour"] == [one["entity"] for one in found["Laila Mansur"]["suggestions"]]
    assert ("visit-ar", "p1") == tuple(found["إيلي دوبون"]["evidence"][0][key] for key in ("article", "paragraph"))


def test_what_was_decided_survives_every_build(dossier, capsys):
    """Accepted, new, ruled out, ignored: the build knows it, and so does the next one, with another article."""
    assert main(["build", str(dossier)]) == 0
    assert not entities(dossier)["unknown-laila-mansur"]["known"]
    decisions = ["--accept", "laila mansur=leila-mansour", "--new", "Elie Dupont", "--ignore", "Jeanne Martin"]
    decisions += ["--accept", "إيلي دوبون=Élie Dupont", "--not", "Karim Ben Salah=anna-verdi"]
    assert main(["review", *decisions, str(dossier)]) == 0
    for _ in range(2):
        assert main(["build", str(dossier)]) == 0
        found = entities(dossier)
        unknown = [name for name, entity in found.items() if entity["kind"] == "person" and not entity["known"]]
        assert ["unknown-karim-ben-salah"] == unknown
        assert "visit-fr" in (dossier / "content" / "people" / "leila-mansour.md").read_text(encoding="utf-8")
        assert {"en": "Élie Dupont", "fr": "Élie Dupont", "ar": "إيلي دوبون"} == found["elie-dupont"]["name"]
        (dossier / "seeds" / "later.txt").write_text(ANOTHER, encoding="utf-8")
    assert "later" in (dossier / "content" / "people" / "leila-mansour.md").read_text(encoding="utf-8")
    assert ["Karim Ben Salah"] == knowledge(dossier)["anna-verdi"]["not_same"]
    assert ["Jeanne Martin"] == knowledge(dossier, "ignored")


def test_only_what_is_new_changes_in_a_file(dossier):
    """Every line of the file stands where it stood; the lines of the new entry follow."""
    before = files(dossier)["people.yml"].decode().splitlines()
    assert main(["review", "--accept", "Laila Mansur=leila-mansour", "--new", "Elie Dupont", str(dossier)]) == 0
    after = files(dossier)["people.yml"].decode().splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
    assert [("  aliases: [Leyla Mansour]", "  aliases: [Leyla Mansour, Laila Mansur]")] == changed
    assert [
        "",
        "elie-dupont:",
        "  names: {en: Élie Dupont, fr: Élie Dupont}",
        "  # called “directeur de la Compagnie du Câble” in seeds/visit-fr.txt",
        '  source: {text: "Une délégation à Tunis"}',
    ] == after[len(before) :]


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        (["--accept", "Laila Mansur"], "--accept: Laila Mansur: is not complete — write --accept 'NAME=ID'"),
        (
            ["--accept", "Laila Mansur=leila-mansor"],
            "there is no entry 'leila-mansor' in knowledge/ — did you mean leila-mansour",
        ),
        (
            ["--ignore", "Laila Mansour"],
            "is no open name of the articles, or not any more — did you mean Laila Mansur?",
        ),
        (
            ["--new", "إيلي دوبون"],
            "has no English name, which the pages need — write --new 'إيلي دوبون=ITS ENGLISH NAME'",
        ),
        (["--new", "Elie Dupont=Anna Verdi"], "'Anna Verdi' is also a name of anna-verdi"),
        (
            ["--accept", "Elie Dupont=tunisian-energy-ministry"],
            "is a person, and tunisian-energy-ministry is an organisation",
        ),
    ],
)
def test_a_wrong_decision_changes_nothing(dossier, capsys, decisions, message):
    """What is wrong is said with the way out, and the right decisions of the same command are not written either."""
    before = files(dossier)
    assert main(["review", "--ignore", "Jeanne Martin", *decisions, str(dossier)]) == 1
    assert message in capsys.readouterr().err
    assert before == files(dossier)


def test_a_disk_that_refuses_leaves_the_file(dossier, capsys, monkeypatch):
    """The file is replaced whole or not at all."""
    before = files(dossier)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    assert main(["review", "--new", "Elie Dupont", str(dossier)]) == 1
    assert "cannot be written: No space left on device; the files that were there stay" in capsys.readouterr().err
    assert before == files(dossier)


def test_two_entries_that_are_the_same_have_one_page(dossier):
    """same_as moves every sentence of both to the one page that stays; the other page goes."""
    people = dossier / "knowledge" / "people.yml"
    apart = people.read_text(encoding="utf-8") + "laila-mansur: {names: {en: Laila Mansur}, source: {text: x}}\n"
    people.write_text(apart, encoding="utf-8")
    assert main(["build", str(dossier)]) == 0
    assert {"leila-mansour", "laila-mansur"} <= entities(dossier).keys()
    people.write_text(apart.replace("Mansur}, s", "Mansur}, same_as: leila-mansour, s"), encoding="utf-8")
    assert main(["build", str(dossier)]) == 0
    page = (dossier / "content" / "people" / "leila-mansour.md").read_text(encoding="utf-8")
    assert "laila-mansur" not in entities(dossier)
    assert not (dossier / "content" / "people" / "laila-mansur.md").exists()
    assert all(article in page for article in ("visit-fr", "cable-fr"))
    assert main(["check", str(dossier)]) == 0


def test_what_the_editor_wrote_meanwhile_stays(dossier, terminal, monkeypatch):
    """The files are read anew for each answer, so that an edit in another window is kept."""
    people = dossier / "knowledge" / "people.yml"

    def ask(_question):
        monkeypatch.setattr("builtins.input", lambda _: "q")
        people.write_text("# mine\n" + people.read_text(encoding="utf-8"), encoding="utf-8")
        return "n"

    terminal()
    monkeypatch.setattr("builtins.input", ask)
    assert main(["review", str(dossier)]) == 0
    assert people.read_text(encoding="utf-8").startswith("# mine\n")
    assert "jeanne-martin" in knowledge(dossier)


@pytest.fixture
def terminal(monkeypatch):
    """A terminal on which these answers are typed; after them the input ends."""

    def typed(*answers):
        left = iter(answers)

        def ask(_question):
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", ask)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True)
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    return typed


def test_the_editor_answers_with_a_key(dossier, capsys, terminal):
    """Each answer is written at once; later asks nothing again in this run, a wrong key asks again, q ends."""
    terminal("i", "", "z", "", "n", "", "q")
    assert main(["review", str(dossier)]) == 0
    shown = capsys.readouterr().out
    assert "z is none of these" in shown
    assert "2 written to knowledge/" in shown
    assert [shown.partition("  (")[0]] == knowledge(dossier, "ignored")


def test_what_was_answered_before_the_input_ends_is_written(dossier, terminal):
    """An accepted suggestion stays when the terminal is closed at the next question."""
    terminal(*["1", ""] * 6)
    assert main(["review", str(dossier)]) == 0
    assert "Laila Mansur" in knowledge(dossier)["leila-mansour"]["aliases"]


def test_a_name_that_fits_two_is_given_to_one(dossier, capsys):
    """The others are told that the spelling is not theirs; the next build links the name."""
    text = "Une visite\n\nM. Verdi a parlé du câble à Tunis, et M. Verdi est reparti pour Rome.\n"
    (dossier / "seeds" / "verdi.txt").write_text(text, encoding="utf-8")
    assert main(["review", "--list", str(dossier)]) == 1
    assert "Verdi  (fits 2 entries, so it is left out)" in capsys.readouterr().out
    assert main(["review", "--accept", "Verdi=anna-verdi", str(dossier)]) == 0
    assert ["Verdi"] == knowledge(dossier)["paolo-r-verdi"]["not_same"]
    assert main(["build", str(dossier)]) == 0
    assert "verdi" in (dossier / "content" / "people" / "anna-verdi.md").read_text(encoding="utf-8")


def test_a_date_that_contradicts_is_a_question(dossier, capsys):
    """A weekday that a date does not have is shown with the file."""
    text = "Une visite\n\nLe général Élie Dupont est arrivé à Tunis le lundi 3 janvier 2023, selon la Compagnie.\n"
    (dossier / "seeds" / "dated.txt").write_text(text, encoding="utf-8")
    main(["review", "--list", str(dossier)])
    assert "seeds/dated.txt: " in capsys.readouterr().out
