"""What one speaker tells of differently within a report stays apart; what two dispute does not."""

from __future__ import annotations

import pytest
from merging_statements import ARMY, DENIED, TTP, by, killed, told

from jirga.merging import marks
from jirga.merging.linking import apart
from jirga.merging.within import other_happening
from jirga.model import Document, Participant, Span

_REPORT = marks.setting(
    Document("Dawn", "Dawn", "1", "Dawn", "Two attacks in a day.", published="2022-06-02")
)


def seen(sentence: str = "Gunmen killed people", trigger: str = "killed", **more: object) -> marks.Marks:
    return marks.marks(told("Dawn", sentence, trigger, **more), _REPORT)  # type: ignore[arg-type]


def victims(words: str) -> tuple[Participant, ...]:
    return (Participant(words, Span(0, len(words), words)),)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ({"recipient": victims("two teachers")}, {"recipient": victims("a miller")}, "victims"),
        ({"day": "2022-06-01"}, {"day": "2022-06-02"}, "day"),
        ({"place": "Quetta"}, {"place": "Khost"}, "place"),
        ({"figures": (killed(2),)}, {"figures": (killed(5),)}, "number"),
    ],
)
def test_one_speaker_tells_of_two_happenings(
    first: dict[str, object], second: dict[str, object], why: str
) -> None:
    one, other = seen(**first), seen(**second)
    assert why in (other_happening(one, other) or "")
    assert why in (apart(one, other) or "")
    assert other_happening(one, other) == other_happening(other, one)


def test_the_same_told_twice_may_be_one() -> None:
    more: dict[str, object] = {
        "recipient": victims("two teachers"),
        "day": "2022-06-01",
        "place": "Quetta",
        "figures": (killed(2),),
    }
    assert other_happening(seen(**more), seen(**more)) is None
    assert other_happening(seen(**more), seen()) is None


def test_two_speakers_may_differ_about_one_happening() -> None:
    one = seen(figures=(killed(2),), said_by=(by("police"),))
    assert other_happening(one, seen(figures=(killed(5),), said_by=(by("Taliban"),))) is None


def test_a_denial_is_of_what_was_affirmed() -> None:
    assert other_happening(seen(recipient=victims("two teachers")), seen(factuality=DENIED)) is None


def test_numbers_that_fit_are_no_other_happening() -> None:
    assert other_happening(seen(figures=(killed(5),)), seen(figures=(killed(3, None),))) is None
    about = seen(figures=(killed(9, approximate=True),))
    assert other_happening(seen(figures=(killed(5),)), about) is None
    of_them = seen(figures=(killed(2, part_of="seven"),))
    assert other_happening(seen(figures=(killed(7),)), of_them) is None


def test_who_strikes_back_is_named_on_the_other_side() -> None:
    assert (
        other_happening(seen(actor=(TTP,), recipient=(ARMY,)), seen(actor=(ARMY,), recipient=(TTP,))) is None
    )


def test_two_verbs_in_one_sentence_are_two_things_unless_taken_up() -> None:
    text = "Gunmen killed a miller and burned the mill before the killing of his son"
    one, other = seen(text, "killed", at=0), seen(text, "burned", at=0)
    assert "sentence" in (other_happening(one, other) or "")
    assert other_happening(one, seen(text, "killing", at=0)) is None


def test_in_another_report_the_rules_of_one_report_do_not_hold() -> None:
    there = marks.setting(Document("Herald", "Herald", "1", "Herald", "An attack.", published="2022-06-02"))
    other = marks.marks(told("Herald", "Gunmen killed people", "killed", figures=(killed(5),)), there)
    assert apart(seen(figures=(killed(2),)), other) is None
