from __future__ import annotations

from dataclasses import replace

from bench.ecb import Mention
from bench.ecb_statements import Told, windows_of

from bench import coreference, merging, storylines
from jirga.merging.eligible import tells_of_an_event


def mention(name: str, document: str, chain: str) -> Mention:
    return Mention(name, document, 0, (0,), chain)


PART = Told(
    [
        mention("a", "1_1ecb", "x"),
        mention("b", "1_2ecb", "x"),
        mention("c", "1_1ecbplus", "y"),
        mention("d", "2_1ecb", "z"),
    ],
    {},
    {},
    {"a": "shoot", "b": "kill", "c": "shoot", "d": "shoot"},
    {"a": 0, "b": 2, "c": 5, "d": 7},
    {
        ("1_1ecb", 0): ["Shots", "."],
        ("1_2ecb", 0): ["Killings", "."],
        ("1_2ecb", 1): ["Calm", "."],
        ("1_1ecbplus", 0): ["Shots", "."],
        ("2_1ecb", 0): ["Shots"],
    },
)


def test_sentences_are_read_with_what_precedes_them_in_their_document() -> None:
    later = replace(mention("e", "1_2ecb", "w"), sentence=1)
    first, second = windows_of(replace(PART, mentions=[mention("b", "1_2ecb", "x"), later]))
    assert (first.words, first.tokens, first.first) == (("Killings", "."), (2, 3), 0)
    assert (second.words, second.tokens, second.first) == (("Killings", ".", "Calm", "."), (2, 3, 4, 5), 2)


def test_the_baseline_joins_what_has_one_lemma_in_one_topic() -> None:
    topics = coreference.lemma(PART, lambda one: one.topic)
    assert frozenset("ac") in topics
    subtopics = coreference.lemma(PART, lambda one: one.subtopic)
    assert sorted(map(sorted, subtopics)) == [["a"], ["b"], ["c"], ["d"]]


def test_clusters_are_scored_topic_by_topic() -> None:
    texts = coreference.by_topic(PART, coreference.lemma(PART, lambda one: one.topic))
    assert [(len(gold), len(told)) for gold, told in texts] == [(2, 2), (1, 1)]


def test_stories_hold_the_statements_that_their_events_name() -> None:
    for story in storylines.stories("dev"):
        known = {one.id for one in story.statements}
        assert known.issuperset(one for ids in story.events.values() for one in ids)
        assert any(tells_of_an_event(one) for one in story.statements)


def test_a_record_made_from_real_statements_is_as_large_as_asked_and_the_same_each_time() -> None:
    one, other = (list(merging.made(60)) for _ in range(2))
    assert one == other
    assert 60 <= sum(len(statements) for _, statements, *_ in one) < 80
    for document, statements, *_ in one:
        assert {it.document for it in statements} == {document.id}
