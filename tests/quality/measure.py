"""The corpus into figures, and the figures into floors that only rise.

    python -m tests.quality.measure            measures; raises the floors where the figures are better
    python -m tests.quality.measure --lower    sets the floors to what is measured, also where it is less
    python -m tests.quality.measure --show     prints what went wrong in the worked half, writes nothing

Only the held-back half is measured. The floors stand in ``floors.yml`` beside this file and, for
readers of a dossier, in ``builder/quality.yml``. The articles are read with no dossier's knowledge,
but with the places, outlets and bodies that come with the builder.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from builder.clean import clean
from builder.config import load_settings
from builder.dates import DateInterval, parse_edtf
from builder.extract import Vocabulary, extract, prepare
from builder.knowledge import load_knowledge, shipped_outlets
from builder.languages import load_languages
from builder.models import Article, Attribute, DossierSettings, RawArticle, Sidecar
from builder.text import fold, normalise_line
from tests.quality.corpus import FOLDER, NO_DATE, Gold, load_half
from tests.quality.names import NameScore, count_names

DOSSIER = FOLDER.parents[1]
FLOORS = FOLDER / "floors.yml"
SHIPPED = DOSSIER / "builder" / "quality.yml"
METADATA = ("byline", "agency", "outlet")
FAULTS = ("date_wrong", "date_invented")
EVERYTHING = "all"
SUBJECT = "subject-"
SHOWN = ("lines_f1", "title", "language", "dates_f1", *FAULTS)
SHOWN_NAMES = ("people_precision", "people_recall", "organisations_precision", "organisations_recall")
SHOWN_NAMES += ("places_precision", "places_recall", "identity", "agreements_precision", "agreements_recall")
Figures = dict[str, float]


@dataclass(slots=True)
class Tally:
    """Answers that were right, that were given though wrong, and that were wanted but not given."""

    right: int = 0
    wrong: int = 0
    lost: int = 0

    def figures(self, name: str) -> Figures:
        """Precision, recall and F1; without a single answer, given or wanted, all are 1."""
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.lost) if self.right + self.lost else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}_precision": precision, f"{name}_recall": recall, f"{name}_f1": f1}


@dataclass(slots=True)
class Score:
    """What was counted over some articles, and in words what went wrong."""

    articles: int = 0
    title: int = 0
    language: int = 0
    lines: Tally = field(default_factory=Tally)
    dates: Tally = field(default_factory=Tally)
    metadata: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in METADATA})
    dated: dict[str, int] = field(default_factory=dict)
    names: NameScore = field(default_factory=NameScore)
    complaints: list[str] = field(default_factory=list)

    def figures(self) -> Figures:
        """Every figure by name: shares from 0 to 1, and how many article dates are at fault."""
        found = {"title": self.title / self.articles, "language": self.language / self.articles}
        found |= self.lines.figures("lines") | self.dates.figures("dates")
        for name, tally in self.metadata.items():
            shares = tally.figures(name)
            found |= {key: shares[key] for key in (f"{name}_precision", f"{name}_recall")}
        found["date_contained"] = self.dated.get("contained", 0) / self.articles
        return found | {fault: self.dated.get(fault, 0) for fault in FAULTS} | self.names.figures()


def vocabulary() -> Vocabulary:
    """A vocabulary without a dossier: only what the languages and the lists of the builder know."""
    languages = load_languages()
    settings = DossierSettings("Quality", "", tuple(languages), ())
    return prepare(load_knowledge(FOLDER / "no dossier", settings), settings, languages)


def subject_vocabulary() -> Vocabulary:
    """The vocabulary of this repository's own dossier."""
    settings = load_settings(DOSSIER)
    return prepare(load_knowledge(DOSSIER, settings), settings, load_languages())


def read(gold: Gold, words: Vocabulary) -> Article:
    """One article, read as the tool would read its file."""
    raw = RawArticle("a", "seeds/a.txt", "0" * 64, "utf-8", gold.lines, Sidecar())
    return extract(clean(raw, words.languages, shipped_outlets(), words.knowledge.places), words)


def score(articles: Iterable[Gold], words: Vocabulary) -> Score:
    """Read some articles and count."""
    entries = (*words.knowledge.people.values(), *words.knowledge.organisations.values())
    known = {entry.id: {fold(name) for name in (*entry.names.values(), *entry.aliases)} for entry in entries}
    total = Score(names=NameScore(known))
    for gold in articles:
        _count(gold, read(gold, words), total)
    return total


def _count(gold: Gold, article: Article, total: Score) -> None:
    total.articles += 1
    before = len(total.complaints)
    _count_lines(gold, article, total)
    total.title += _expect("title", (normalise_line(gold.title),), article.clean.title.value, total)
    total.language += _expect("language", (gold.language,), article.clean.language, total)
    for name in METADATA:
        _count_attribute(name, getattr(gold, name), getattr(article.clean, name), total)
    _count_dates(gold, article, total)
    verdict = judge_date(gold.date, article.dating.when if article.dating else None)
    total.dated[verdict] = total.dated.get(verdict, 0) + 1
    if verdict != "contained":
        found = article.dating.when.edtf if article.dating else NO_DATE
        total.complaints.append(f"{verdict}: article dated {found}, expected {' or '.join(gold.date)}")
    if gold.is_named:
        total.complaints += count_names(gold, article, total.names)
    total.complaints[before:] = [f"[{gold.language}] {gold.name}: {words}" for words in total.complaints[before:]]


def _expect(what: str, expected: Sequence[str], found: str, total: Score) -> bool:
    if found in expected:
        return True
    total.complaints.append(f"{what} is {found!r}, expected {' or '.join(expected)!r}")
    return False


def _count_lines(gold: Gold, article: Article, total: Score) -> None:
    kept = {line for paragraph in article.clean.paragraphs for line in paragraph.lines}
    rules = {removal.line: removal.rule for removal in article.clean.removed}
    total.lines.right += len(kept & gold.body)
    for line in sorted(kept - gold.body):
        total.lines.wrong += 1
        total.complaints.append(f"kept litter: {gold.lines[line - 1]!r}")
    for line in sorted(gold.body - kept):
        total.lines.lost += 1
        total.complaints.append(f"lost ({rules.get(line, 'title')}): {gold.lines[line - 1]!r}")


def _count_attribute(name: str, expected: Sequence[str], found: Attribute | None, total: Score) -> None:
    tally = total.metadata[name]
    value = found.value if found else ""
    right = bool(found) and fold(value) in map(fold, expected)
    tally.right += right
    tally.wrong += bool(found) and not right
    tally.lost += bool(expected) and not right
    if not right and (found or expected):
        total.complaints.append(f"{name} is {value!r}, expected {' or '.join(expected)!r}")


def _count_dates(gold: Gold, article: Article, total: Score) -> None:
    wanted = list(gold.dates)
    for mention in article.dates:
        match = next((d for d in wanted if _overlap(d[0], mention.text) and d[1] == mention.when.edtf), None)
        if match:
            wanted.remove(match)
            total.dates.right += 1
        elif not any(_overlap(words, mention.text) for words in gold.optional):
            total.dates.wrong += 1
            total.complaints.append(f"date {mention.text!r} read as {mention.when.edtf}")
    total.dates.lost += len(wanted)
    total.complaints += [f"date missed: {words!r} = {edtf}" for words, edtf in wanted]


def _overlap(one: str, other: str) -> bool:
    return fold(one) in fold(other) or fold(other) in fold(one)


def judge_date(allowed: Sequence[str], found: DateInterval | None) -> str:
    """Say whether a date for an article is one that its text allows.

    ``contained``: it holds one of the intervals that the text allows, or there is none and none is
    right; ``undated``: there is none, though the text allows one; ``date_wrong``: it shares no day
    with any of them; ``date_invented``: it says more than the text does.
    """
    intervals = [parse_edtf(edtf) for edtf in allowed if edtf != NO_DATE]
    if found is None:
        return "contained" if NO_DATE in allowed else "undated"
    if any(_holds(found, interval) for interval in intervals):
        return "contained"
    return "date_invented" if any(map(found.overlaps, intervals)) or not intervals else "date_wrong"


def _holds(outer: DateInterval, inner: DateInterval) -> bool:
    starts = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    ends = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return starts and ends


def measure() -> tuple[dict[str, Figures], dict[str, int], dict[str, frozenset[str]]]:
    """The figures of what is held back per language and together, of how many articles each is, and what none shows.

    A group of articles on this dossier's subject, read with its knowledge, begins with ``subject-``.
    """
    figures: dict[str, Figures] = {}
    counts: dict[str, int] = {}
    unmeasured: dict[str, frozenset[str]] = {}
    for prefix, half, words in (("", "held_back", vocabulary()), (SUBJECT, "subject/held_back", subject_vocabulary())):
        golds = load_half(half)
        for code in (*sorted({gold.language for gold in golds}), EVERYTHING) if golds else ():
            group = [gold for gold in golds if code in (gold.language, EVERYTHING)]
            total = score(group, words)
            figures[prefix + code], unmeasured[prefix + code] = total.figures(), total.names.unmeasured()
            counts[prefix + code] = len(group)
    return figures, counts, unmeasured


def load_floors() -> dict[str, Figures]:
    """The floors that hold now; none before the first measurement."""
    if not FLOORS.is_file():
        return {}
    floors: dict[str, Figures] = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))["floors"]
    return floors


def below(measured: Mapping[str, Figures], floors: Mapping[str, Figures]) -> dict[str, str]:
    """The figures that are worse than their floors; faults are worse when there are more of them."""
    return {
        f"{group} {name}": f"{measured[group][name]:.3f}, the floor is {floor}"
        for group, figures in floors.items()
        for name, floor in figures.items()
        if (measured[group][name] > floor if name in FAULTS else measured[group][name] < floor)
    }


def renew(measured: Mapping[str, Figures], floors: Mapping[str, Figures], lower: bool) -> dict[str, Figures]:
    """The floors after a measurement: rounded down, and never less than before unless ``lower``."""
    renewed: dict[str, Figures] = {}
    for group, figures in measured.items():
        renewed[group] = {}
        for name, figure in figures.items():
            better = min if name in FAULTS else max
            rounded = figure if name in FAULTS else math.floor(figure * 1000) / 1000
            renewed[group][name] = rounded if lower else better(rounded, floors.get(group, {}).get(name, rounded))
    return renewed


def _write(floors: Mapping[str, Figures], counts: Mapping[str, int], unmeasured: Mapping[str, Collection[str]]) -> None:
    head = "# Written by `python -m tests.quality.measure`: no figure of the held-back half may fall below these.\n"
    FLOORS.write_text(head + yaml.safe_dump({"floors": dict(floors)}, sort_keys=False), encoding="utf-8")
    rows = {
        "held_back": _rows(floors, counts, unmeasured, "", (*SHOWN, *SHOWN_NAMES)),
        "subject": _rows(floors, counts, unmeasured, SUBJECT, SHOWN_NAMES),
    }
    head = "# What the tool is held to on articles that no rule was written from; shown on the method page.\n"
    SHIPPED.write_text(head + yaml.safe_dump(rows, sort_keys=False), encoding="utf-8")


def _rows(
    floors: Mapping[str, Figures],
    counts: Mapping[str, int],
    unmeasured: Mapping[str, Collection[str]],
    prefix: str,
    shown: Sequence[str],
) -> dict[str, Figures]:
    """What readers are shown; a figure that could not be measured is left out."""
    return {
        group.removeprefix(prefix): {"articles": counts[group]}
        | {name: figures[name] for name in shown if name not in unmeasured[group]}
        for group, figures in floors.items()
        if group.startswith(SUBJECT) == bool(prefix)
    }


def main(arguments: Sequence[str]) -> int:
    """Measure, print and write; 1 when a figure is below its floor and ``--lower`` was not given."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.measure", description=__doc__)
    parser.add_argument("--lower", action="store_true", help="set the floors to what is measured, even lower")
    parser.add_argument("--show", action="store_true", help="print the faults of the worked half, write nothing")
    options = parser.parse_args(arguments)
    if options.show:
        for half, words in (("worked", vocabulary()), ("subject/worked", subject_vocabulary())):
            worked = score(load_half(half), words)
            sys.stdout.write("\n".join([*worked.complaints, _line(half, worked.figures()), ""]))
        return 0
    (measured, counts, unmeasured), floors = measure(), load_floors()
    sys.stdout.writelines(f"{_line(group, figures)}\n" for group, figures in measured.items())
    fallen = below(measured, floors)
    sys.stdout.writelines(f"below its floor: {name}: {words}\n" for name, words in fallen.items())
    _write(renew(measured, floors, options.lower), counts, unmeasured)
    return 1 if fallen and not options.lower else 0


def _line(group: str, figures: Figures) -> str:
    return f"{group:>12}  " + "  ".join(
        f"{name} {figure:.0f}" if name in FAULTS else f"{name} {figure:.3f}" for name, figure in figures.items()
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
