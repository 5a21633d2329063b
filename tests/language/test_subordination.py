"""Clauses whose ties the parser mistakes: whose subject it is, and what a semicolon parts."""

from __future__ import annotations

import pytest

from jirga.language.parse import parse


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The army struck Khost, two days after gunmen killed seven soldiers.", "killed", "gunmen"),
        ("They extended the truce, a day after a jirga of elders had flown to Kabul.", "flown", "jirga"),
        ("The talks collapsed a week after the deal was signed.", "signed", "deal"),
    ],
)
def test_the_clause_after_a_day_after_has_its_own_subject(text: str, verb: str, subject: str) -> None:
    (told,) = [t for t in parse(text) if t.text == verb]
    assert [c.text for c in told.children if c.dep_ in {"nsubj", "nsubjpass"}] == [subject]


def test_a_bare_time_stays_one() -> None:
    doc = parse("The troops withdrew a month before the election.")
    assert [t.head.text for t in doc if t.text == "election"] == ["before"]


def test_a_sentence_before_a_semicolon_is_no_content() -> None:
    (offered,) = [t for t in parse("Kyiv offered a truce; Moscow rejected it.") if t.text == "offered"]
    assert offered.dep_ != "ccomp"


def test_harm_is_of_what_exploded_not_of_what_passed() -> None:
    (killing,) = [
        t for t in parse("A bomb exploded as a convoy passed, killing nine.") if t.text == "killing"
    ]
    assert killing.head.text == "exploded"


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The blast hit a bus, police said, killing nine people.", "hit"),
        ("The rebels shelled the town, said the mayor, killing nine people.", "shelled"),
    ],
)
def test_harm_is_of_the_deed_reported_not_of_who_reports_it(text: str, deed: str) -> None:
    (killing,) = [t for t in parse(text) if t.text == "killing"]
    assert killing.head.text == deed


def test_what_a_speaker_does_besides_stays_with_him() -> None:
    (adding,) = [
        t for t in parse("The army shelled it, he said, adding that nine died.") if t.text == "adding"
    ]
    assert adding.head.text == "said"


def test_what_a_sentence_is_called_at_its_end_is_no_object() -> None:
    (claim,) = [
        t
        for t in parse("India has funded and trained the group, Pakistan alleges, a claim Delhi dismisses.")
        if t.text == "claim"
    ]
    assert claim.dep_ != "dobj"


def test_a_name_before_a_finite_verb_is_its_subject() -> None:
    (kigali,) = [t for t in parse("Kigali backs the M23, UN experts say.") if t.text == "Kigali"]
    assert kigali.dep_ == "nsubj"


def test_a_noun_behind_a_name_and_a_comma_stands_beside_the_name() -> None:
    (militia,) = [
        t for t in parse("It accuses Kinshasa of arming the FDLR, a Hutu militia.") if t.text == "militia"
    ]
    assert (militia.dep_, militia.head.text) == ("appos", "FDLR")


def test_who_is_no_place() -> None:
    (clashed,) = [
        t for t in parse("Farmers in Badakhshan, who clashed with police, fled.") if t.text == "clashed"
    ]
    assert clashed.head.text == "Farmers"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("The month-long truce, brokered by clerics in November, lapsed on Friday.", "lapsed", "truce"),
        ("The ceasefire, announced in June by the rebels, expired.", "expired", "ceasefire"),
    ],
)
def test_what_stands_behind_an_added_participle_is_the_sentences_verb(
    text: str, verb: str, subject: str
) -> None:
    (told,) = [t for t in parse(text) if t.text == verb]
    assert told.dep_ == "ROOT"
    assert [c.text for c in told.children if c.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The deal freed over 2,000 of its workers.", "2,000"),
        ("Police arrested around 300 of the protesters on Monday.", "300"),
    ],
)
def test_a_rough_number_right_behind_a_verb_is_its_object(text: str, number: str) -> None:
    (counted,) = [t for t in parse(text) if t.text == number]
    assert counted.dep_ == "dobj"
