"""Passages: which sentences speak of a topic."""

from __future__ import annotations

from builder.extract import extract


def test_only_sentences_with_the_topics_words_are_passages(vocabulary, make_clean):
    """A sentence without a word of the topic is no passage, however near it stands."""
    text = "Migrants crossed the border in March. The weather was fine. Migration fell in May."
    passages = extract(make_clean(text), vocabulary).passages
    assert [p.evidence.quote for p in passages if p.topic == "migration"] == [
        "Migrants crossed the border in March.",
        "Migration fell in May.",
    ]


def test_a_word_in_passing_puts_no_article_on_a_topic(vocabulary, make_clean):
    """One light word is less than an article needs to be on a topic."""
    assert extract(make_clean("They crossed the border. Nothing else happened."), vocabulary).passages == ()


def test_arabic_words_count_with_letters_joined_to_them(vocabulary, make_clean):
    """Clitics and the article do not hide a topic's word."""
    passages = extract(make_clean("تحدث عن المهاجرين وبالحدود وللهجرة.", language="ar"), vocabulary).passages
    assert [p.topic for p in passages] == ["migration"]
    assert passages[0].weight == 8.0
