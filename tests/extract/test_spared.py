"""An article is spared when the knowledge changes only if reading it again would find the same."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import pairwise

import pytest

from builder.clean import clean
from builder.config import load_settings
from builder.extract import extract, prepare, spared
from builder.extract.lexicon import build_lexicon
from builder.knowledge import load_knowledge
from builder.languages import load_languages
from builder.models import Person, Sidecar, Source
from builder.pipeline import known_words
from builder.read import list_seeds, read_seed
from builder.text import words
from tests.extract.conftest import ENERGY

SOURCE = "source: {text: x}"
# What is done to a file of the knowledge: words that are replaced, or else what is added; and how many are spared.
CHANGES = {
    "somebody whom nobody names": ("people", "", "names: {en: Quentin Vandermeersch}", 7),
    "a first name that is there, a surname that is not": ("people", "", "names: {en: Leila Vandermeersch}", 7),
    "one more name": ("people", "aliases: [Leyla Mansour]", "aliases: [Leyla Mansour, Leila]", 2),
    "an office": ("people", "start: 2022-01", "start: 2020-01", 2),
    "one name less": ("people", "fr: Paolo R. Verdi, ar: باولو فيردي", "fr: Paolo R. Verdi", 4),
    "an organisation": ("organisations", "", "names: {en: Quentinville, ar: الهيدروجين}\n  kind: x", 5),
    "a place, which may stand anywhere": ("places", "", "names: {en: Quentinville}\n  kind: city", 0),
    "an event": ("events", "date: 2022-05-14", "date: 2022-05-15", 0),
}


def prepared(folder):
    settings, languages = load_settings(folder), load_languages()
    return prepare(load_knowledge(folder, settings), settings, languages)


@pytest.fixture(scope="module")
def cleaned(vocabulary):
    """The articles of the energy dossier."""
    settings, languages, knowledge = load_settings(ENERGY), load_languages(), vocabulary.knowledge
    seeds = list_seeds(ENERGY)[0]
    known = known_words(settings, languages, knowledge, seeds)
    raw = [read_seed(path, ENERGY, known, settings.limits) for path in seeds]
    return [clean(one, languages, knowledge.outlets, knowledge.places) for one in raw]


def are_spared(articles, before, now):
    """Those that are spared; each of them reads the same."""
    is_spared = spared(before.knowledge, now.knowledge, (before.lexicon, now.lexicon))
    found = [article for article in articles if is_spared(article)]
    assert [] == [one.raw.id for one in found if extract(one, before) != extract(one, now)]
    return found


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_who_is_spared_reads_the_same(tmp_path, vocabulary, cleaned, change):
    """Whether somebody comes, goes or changes; and those are spared in whom nothing changes."""
    name, old, new, number = change
    shutil.copytree(ENERGY / "knowledge", tmp_path / "knowledge")
    shutil.copy(ENERGY / "dossier.yml", tmp_path)
    path = tmp_path / "knowledge" / f"{name}.yml"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in text
    path.write_text(text.replace(old, new) if old else f"{text}a-b:\n  {new}\n  {SOURCE}\n", encoding="utf-8")
    now = prepared(tmp_path)
    assert number == len(are_spared(cleaned, vocabulary, now))
    assert number == len(are_spared(cleaned, now, vocabulary))


def test_any_words_may_be_a_name(vocabulary, cleaned):
    """Whoever is called like two words of an article: those that are spared read the same."""
    pairs = [pair for one in cleaned for p in one.paragraphs for pair in pairwise(words(p.text))][::40]
    number = 0
    for first, second in pairs:
        name = f"{first.text} {second.text}"
        person = Person("a-b", {"en": name}, (), (second.text,), (), Source("x"))
        knowledge = replace(vocabulary.knowledge, people={**vocabulary.knowledge.people, "a-b": person})
        lexicon = build_lexicon(knowledge, tuple(vocabulary.languages.values()))
        number += len(are_spared(cleaned, vocabulary, replace(vocabulary, knowledge=knowledge, lexicon=lexicon)))
    assert 0 < number < len(pairs) * len(cleaned)


def test_whom_a_sidecar_names_is_read_again(vocabulary, cleaned):
    """What the editor called by the name of nobody changes with whom it means."""
    decided = [
        replace(one, raw=replace(one.raw, sidecar=Sidecar(names=(("the minister", "anna-verdi"),)))) for one in cleaned
    ]
    anna = vocabulary.knowledge.people["anna-verdi"]
    people = {**vocabulary.knowledge.people, "anna-verdi": replace(anna, names={"en": "Quentin Vandermeersch"})}
    now = replace(vocabulary, knowledge=replace(vocabulary.knowledge, people=people))
    assert 0 < len(are_spared(cleaned, vocabulary, now))
    assert [] == are_spared(decided, vocabulary, now)
