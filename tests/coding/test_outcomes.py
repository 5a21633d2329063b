"""What an attack led to, told beside it: states left, clauses with "which", deaths told as martyrdom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def attack(code: Code, text: str) -> Statement:
    (found,) = [s for s in code(text, "2022-12-20") if s.kind == "event"]
    return found


def counts(one: Statement) -> dict[str, float | None]:
    return {figure.measure: figure.low for figure in one.figures}


@pytest.mark.parametrize(
    ("text", "trigger", "day", "figures"),
    [
        (
            "An attack on the checkpoint in Bannu on 3 May left seven soldiers martyred and 12 wounded.",
            "martyred",
            "2022-05-03",
            {"killed": 7, "injured": 12},
        ),
        (
            "On Friday a shootout in Kizlyar left four gunmen killed.",
            "killed",
            "2022-12-16",
            {"killed": 4},
        ),
        (
            "The ambush left three policemen killed and five others injured.",
            "killed",
            None,
            {"killed": 3, "injured": 5},
        ),
        ("Eleven herders were put to death at Boyo by gunmen.", "put", None, {"killed": 11}),
        ("Three men were stoned to death in Swat.", "stoned", None, {"killed": 3}),
    ],
)
def test_the_outcome_is_of_the_attack(
    code: Code, text: str, trigger: str, day: str | None, figures: dict[str, float]
) -> None:
    told = attack(code, text)
    assert told.trigger.quote == trigger
    assert counts(told) == figures
    assert told.when.edtf == day


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The blast in Quetta, which left 12 dead, was claimed by the BLA.", ["Balochistan Liberation Army"]),
        ("The attack in Bajaur, which wounded nine, was brief.", []),
        ("There was a bombing at a market in Parachinar that killed 25 people.", []),
    ],
)
def test_a_place_does_nothing_that_the_attack_there_did(code: Code, text: str, doer: list[str]) -> None:
    told = attack(code, text)
    assert [p.name for p in told.actor] == doer
    assert counts(told)


def test_an_attack_in_which_people_were_killed_is_one_event(code: Code) -> None:
    told = attack(code, "They recalled the attack of May 3, in which gunmen killed 14 people in Bannu.")
    assert told.when.edtf == "2022-05-03"
    assert counts(told) == {"killed": 14}


def test_a_sentence_to_death_kills_nobody(code: Code) -> None:
    found = code("Six militants were sentenced to death by a court.")
    assert not any(f.measure == "killed" for s in found for f in s.figures)


def test_who_embraces_martyrdom_is_killed(code: Code) -> None:
    found = code("Three soldiers embraced martyrdom in Mir Ali on Friday.")
    (told,) = [s for s in found if s.kind == "event"]
    assert not told.actor
    assert [p.name for p in told.recipient] == ["Three soldiers"]
    assert counts(told) == {"killed": 3}


def test_dead_is_no_part_of_those_shot(code: Code) -> None:
    told = attack(code, "Gunmen shot dead four polio workers in Karachi on Tuesday.")
    assert [p.mention.quote for p in told.recipient] == ["four polio workers"]
