"""Infinitives in a row hang together; what is told as done does not join them."""

from __future__ import annotations

import pytest

from jirga.language.parse import parse


def head_of(text: str, verb: str) -> str:
    return next(token.head.text for token in parse(text) if token.text == verb)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (
            "The UN urged Israel to lift the blockade, release prisoners and withdraw troops.",
            {"release": "lift", "withdraw": "release"},
        ),
        (
            "They are expected to meet Putin, sign a ceasefire and withdraw troops.",
            {"sign": "meet", "withdraw": "sign"},
        ),
        (
            "She was scheduled to lay flowers, visit Nairobi and hold talks.",
            {"visit": "lay", "hold": "visit"},
        ),
        (
            "She was scheduled to talk to others who survived the blast and meet with ministers.",
            {"meet": "talk"},
        ),
    ],
)
def test_a_bare_infinitive_joins_the_infinitive_before_it(text: str, heads: dict[str, str]) -> None:
    assert {verb: head_of(text, verb) for verb in heads} == heads


def test_what_joins_an_infinitive_is_tagged_as_one() -> None:
    doc = parse("She was scheduled to lay flowers, talk to guards and hold talks.")
    assert {token.tag_ for token in doc if token.text in {"talk", "hold"}} == {"VB"}


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The president will meet Putin and signed a ceasefire.", "signed", "meet"),
        ("The army entered the town to free hostages and arrested three men.", "arrested", "entered"),
        ("The army will enter the town and arrest three men.", "arrest", "enter"),
        ("They did not enter the town or arrest anyone.", "arrest", "enter"),
    ],
)
def test_what_is_told_as_done_or_to_come_stays(text: str, verb: str, head: str) -> None:
    assert head_of(text, verb) == head


def test_a_sentence_stays_one() -> None:
    doc = parse(
        "The UN urged Israel to lift the blockade, release prisoners and withdraw troops. Israel refused."
    )
    assert [sentence[0].text for sentence in doc.sents] == ["The", "Israel"]


@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The minister asked the army to withdraw and met the elders.", "met", "asked"),
        ("China urged both to exercise restraint and offered to host talks.", "offered", "urged"),
        ("The men were to be tried and hanged.", "hanged", "tried"),
    ],
)
def test_a_past_joins_the_finite_verb_and_no_infinitive(text: str, verb: str, head: str) -> None:
    (told,) = [t for t in parse(text) if t.text == verb]
    assert told.head.text == head
