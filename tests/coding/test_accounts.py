"""Whose count it is: who counts is the speaker, never the one who killed."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding.coder import Coder
from jirga.model import Statement


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(learned=False)


def told(coder: Coder, text: str) -> Statement:
    found = [s for s in coder.code(document(text, "2022-06-12")).statements if s.figures]
    assert found
    return found[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("By the government's own count, 80,000 people were killed in the war.", "government"),
        ("At least 900 people were killed, by the army's reckoning, in the siege.", "army"),
        ("By official figures, 80,000 people were killed in the war.", "official figures"),
    ],
)
def test_whose_count_it_is_speaks_and_did_not_kill(coder: Coder, text: str, speaker: str) -> None:
    statement = told(coder, text)
    assert not statement.actor
    assert [one.name for one in statement.said_by] == [speaker]


def test_who_killed_by_a_raid_still_did(coder: Coder) -> None:
    (raid,) = coder.code(document("Nine men were killed by the army.", "2022-06-12")).statements
    assert [one.sector for one in raid.actor] == ["MIL"]


def test_a_figure_is_also_a_person(coder: Coder) -> None:
    (killed,) = coder.code(
        document("Nine men were killed by a leading Taliban figure.", "2022-06-12")
    ).statements
    assert killed.actor
    assert killed.said_by == ()


def test_an_institute_that_counts_attacks_says_so(coder: Coder) -> None:
    counted = told(coder, "An institute in Islamabad counted 87 attacks by the TTP in 2021.")
    assert counted.kind == "quantity"
    assert [(one.name, one.cue and one.cue.quote) for one in counted.said_by] == [("institute", "counted")]


def test_what_officials_like_to_say_they_say(coder: Coder) -> None:
    toll = told(coder, "Officials like to say that 80,000 Pakistanis have died since 2001.")
    assert toll.happened
    assert [one.name for one in toll.said_by] == ["Officials"]


def test_who_denies_his_part_does_not_tell_of_the_deed(coder: Coder) -> None:
    text = "The TTP denied that it had anything to do with the bombing of the courts."
    bombing = next(
        s for s in coder.code(document(text, "2022-06-12")).statements if s.trigger.quote == "bombing"
    )
    assert bombing.happened
    assert bombing.said_by == ()
