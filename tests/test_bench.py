"""The benchmark runs; what it measures is for people to read, and no test waits for a clock."""

from __future__ import annotations

from bench.articles import make_articles
from bench.reading import PARTS, STAGES, doubling, measure, table


def test_no_two_articles_are_alike_and_every_run_makes_the_same():
    """What a cache could remember of one article does not serve for another."""
    articles = list(make_articles(100))
    assert 100 == len(set(articles))
    assert articles[:10] == list(make_articles(10))


def test_every_stage_and_part_is_measured():
    """A small dossier is built, every named function of the builder was run, and the tables have a line for each."""
    figures = measure(10)
    labels = {(stage, "") for stage, _ in STAGES} | {(stage, part) for stage in PARTS for part, _ in PARTS[stage]}
    assert labels == set(figures.parts)
    assert min(figures.processor, figures.again, figures.reference, figures.memory, figures.largest_page) > 0
    assert len(labels) + 8 == len(list(table(figures)))
    assert 2 == len(list(doubling([figures])))
