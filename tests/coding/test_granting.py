"""What stands whatever is denied or hidden around it, and what the predicate over a clause makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def one(code: Code, text: str, trigger: str) -> Statement:
    (found,) = (s for s in code(text) if s.trigger.quote == trigger)
    return found


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The general could not ignore that his soldiers had burned the village.", "burned"),
        ("It cannot be forgotten that the TTP massacred 140 children in 2014.", "massacred"),
        ("The ministry made no secret of having released the commanders.", "released"),
        ("The TTP did not realise that the army had withdrawn from Bajaur.", "withdrawn"),
        ("Nobody can deny that the army killed forty villagers in May 1982.", "killed"),
        ("No one disputes that the TTP attacked the school.", "attacked"),
        ("There seems little doubt that the army attacked the village.", "attacked"),
        ("It is beyond question that the TTP bombed the school.", "bombed"),
        ("There is no denying that both sides attacked the camp.", "attacked"),
        ("That its soldiers killed some 40 villagers is set down in the logbook.", "killed"),
        ("That the Taliban released 100 prisoners is no secret.", "released"),
        ("It is now beyond dispute that a drone hit the refinery.", "hit"),
        ("Nobody knows how many were killed when the junta bombed the village.", "killed"),
    ],
)
def test_what_is_taken_for_granted_happened(code: Code, text: str, trigger: str) -> None:
    assert one(code, text, trigger).happened


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The government forgot to release the two commanders.", "release"),
        ("Kabul did not deny that it had released the commanders.", "released"),
        ("Kabul denied that it had released the commanders.", "released"),
        ("That the government paid a ransom is doubtful.", "paid"),
        ("That the TTP attacked the camp is denied by its spokesman.", "attacked"),
        ("That the army would attack the camp was certain.", "attack"),
        ("Releasing prisoners emboldens the militants.", "Releasing"),
    ],
)
def test_what_is_denied_doubted_or_told_in_general_did_not(code: Code, text: str, trigger: str) -> None:
    assert not one(code, text, trigger).happened


@pytest.mark.parametrize(
    "text",
    [
        "No one disputes that the TTP attacked the school.",
        "There is little question that the TTP attacked the school.",
    ],
)
def test_what_nobody_denies_has_no_speaker(code: Code, text: str) -> None:
    assert not one(code, text, "attacked").said_by


def test_who_has_no_doubt_says_so(code: Code) -> None:
    told = one(code, "The prosecutor had no doubt that the army had killed them.", "killed")
    assert [by.name for by in told.said_by] == ["prosecutor"]
    assert told.factuality.certainty == "certain"
