from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]
Row = tuple[str, str, str, str | None, str | None]


def turns(code: Code, text: str) -> list[Row]:
    """Type, actor, recipient, since and until of each relation that begins or ends."""
    return [
        (
            s.relation.type,
            s.actor[0].name if s.actor else "",
            s.recipient[0].name if s.recipient else "",
            s.relation.since,
            s.relation.until,
        )
        for s in code(text, "2022-06-12")
        if s.relation is not None and s.factuality.aspect in {"begun", "ended"}
    ]


TTP, PAKISTAN = "Tehrik-i-Taliban Pakistan", "Government of Pakistan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jamaat-ul-Ahrar split from the TTP in 2014.",
            ("splinter_of", "Jamaat-ul-Ahrar", TTP, "2014", None),
        ),
        ("Jamaat-ul-Ahrar rejoined the TTP in 2020.", ("part_of", "Jamaat-ul-Ahrar", TTP, "2020", None)),
        (
            "Hafiz Gul Bahadur formed an alliance with the TTP in 2006.",
            ("ally_of", "Hafiz Gul Bahadur", TTP, "2006", None),
        ),
        (
            "Al-Qaeda cut ties with Islamic State in 2014.",
            ("ally_of", "Al-Qaeda", "Islamic State", None, "2014"),
        ),
        ("The TTP named Fazlullah as its chief in 2013.", ("leads", "Mullah Fazlullah", TTP, "2013", None)),
        (
            "Fazlullah was ousted as leader of the TTP in 2018.",
            ("leads", "Mullah Fazlullah", TTP, None, "2018"),
        ),
        (
            "Noor Wali Mehsud took command of the TTP in 2018.",
            ("leads", "Noor Wali Mehsud", TTP, "2018", None),
        ),
        ("Pakistan banned the TTP in 2008.", ("banned_by", TTP, PAKISTAN, "2008", None)),
        ("Pakistan lifted its ban on the TTP in 2021.", ("banned_by", TTP, PAKISTAN, None, "2021")),
        (
            "The Taliban captured Kabul in August 2021.",
            ("controls", "Afghan Taliban", "Kabul", "2021-08", None),
        ),
        ("The army lost Mosul in June 2014.", ("controls", "The army", "Mosul", None, "2014-06")),
        (
            "A ceasefire between Pakistan and the TTP took effect in November 2021.",
            ("at_truce_with", PAKISTAN, TTP, "2021-11", None),
        ),
    ],
)
def test_an_onset_or_an_end_bounds_its_relation(code: Code, text: str, expected: Row) -> None:
    found = turns(code, text)
    assert any(
        row[0] == expected[0]
        and row[3:] == expected[3:]
        and expected[1].split()[-1].lower() in row[1].lower()
        and expected[2].split()[-1].lower() in row[2].lower()
        for row in found
    ), found


def test_a_successor_leads_what_his_predecessor_was_told_to_lead(code: Code) -> None:
    text = "Fazlullah leads the TTP. He is killed in June 2018; Noor Wali Mehsud succeeds Fazlullah."
    found = turns(code, text)
    assert ("leads", "Noor Wali Mehsud", TTP, "2018-06", None) in found
    assert ("leads", "Mullah Fazlullah", TTP, None, "2018-06") in found


def test_what_is_not_told_of_a_succession_is_only_probable(code: Code) -> None:
    text = "Fazlullah leads the TTP. Noor Wali Mehsud succeeds Fazlullah."
    (onset,) = [s for s in code(text) if s.factuality.aspect == "begun" and s.relation]
    assert onset.recipient[0].certainty == "probable"


def test_a_date_that_nothing_fixes_is_not_replaced_by_another(code: Code) -> None:
    text = "The TTP was born in December 2007, and it was banned the following August."
    for row in turns(code, text):
        assert row[3] != "2007-12"


def test_joining_a_state_in_an_exercise_is_no_membership(code: Code) -> None:
    assert turns(code, "American troops joined Jordan in an exercise.") == []


def test_a_group_that_is_listed_by_others_is_banned_by_them(code: Code) -> None:
    found = turns(code, "The TTP was allied with al-Qaeda long before it was listed by the UN.")
    assert [row[:3] for row in found] == [("banned_by", TTP, "United Nations")]
