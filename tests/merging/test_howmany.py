from __future__ import annotations

from dataclasses import replace

import pytest
from merging_statements import DENIED, FARC, TTP, by, evidence, killed, together, told, total

from jirga.merging import contests
from jirga.model import Contest, Figure, Span, Statement

SENTENCE = "A bomb killed people in Khost."


def counted(document: str, *figures: Figure, speaker: str = "", **more: object) -> Statement:
    said = (by(speaker),) if speaker else ()
    return told(document, SENTENCE, "killed", figures=figures, said_by=said, **more)


def asked(*statements: Statement, published: dict[str, str] | None = None) -> list[Contest]:
    found = contests([together(*statements)], evidence(statements, published))
    return [one for one in found if one.about == "how many"]


def values(contest: Contest) -> list[str]:
    return sorted(one.value for one in contest.positions)


def test_two_speakers_with_two_numbers_are_two_positions_and_nothing_is_averaged() -> None:
    (one,) = asked(
        counted("Dawn", killed(41), speaker="police"), counted("Mail", killed(36), speaker="a hospital")
    )
    assert one.contested
    assert one.question == "How many were killed (attack)?"
    assert values(one) == ["36", "41"]
    assert {voice.said_by for position in one.positions for voice in position.voices} == {
        ("police",),
        ("a hospital",),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (killed(30, None), killed(33)),
        (killed(100, approximate=True), killed(104)),
        (killed(20, 40), killed(36)),
        (killed(36), killed(36)),
    ],
)
def test_ranges_that_one_number_satisfies_are_no_contest(one: Figure, other: Figure) -> None:
    assert not [found for found in asked(counted("Dawn", one), counted("Mail", other)) if found.contested]


def test_a_bound_stands_with_the_number_that_it_allows() -> None:
    (one,) = asked(counted("A", killed(36)), counted("B", killed(30, None)), counted("C", killed(20)))
    assert values(one) == ["20", "36"]
    agreed = next(position for position in one.positions if position.value == "36")
    assert [voice.value for voice in agreed.voices] == ["36", "at least 30"]
    assert agreed.independent_sources == 2


def test_a_count_as_far_as_it_goes_stands_beside_a_higher_one() -> None:
    floor = killed(30, None, mention=Span(0, 11, "At least 30"))
    (one,) = asked(counted("A", floor, speaker="elders"), counted("B", killed(33), speaker="a field team"))
    assert values(one) == ["33", "at least 30"]
    assert not asked(counted("A", floor, speaker="elders"), counted("B", killed(30), speaker="police"))
    rounded = killed(30, None, approximate=True, mention=Span(0, 12, "more than 30"))
    assert not asked(counted("A", rounded), counted("B", killed(33)))


def test_two_numbers_told_far_from_each_other_in_one_report_are_of_two_things() -> None:
    early, late = counted("A", killed(200), at=0), counted("A", killed(800), speaker="a minister", at=2000)
    assert not [one for one in asked(early, late) if one.contested]
    near = counted("A", killed(800), speaker="a minister", at=300)
    assert [one for one in asked(early, near) if one.contested]


def test_killed_injured_and_casualties_are_other_questions() -> None:
    casualties = Figure("casualties", Span(0, 2, "no"), 70, 70)
    assert not [one for one in asked(counted("A", killed(36)), counted("B", casualties)) if one.contested]


def test_a_part_is_not_the_total_and_a_class_is_not_all() -> None:
    part = killed(12, of="children", part_of="47 people")
    assert not asked(counted("A", killed(47, of="people"), part), counted("B", killed(47, of="dead")))
    found = asked(counted("A", killed(47, of="people")), counted("B", killed(9, of="soldiers")))
    (one,) = found
    assert not one.contested
    assert [beside.why for beside in one.beside] == ["soldiers are not all"]


def test_a_class_larger_than_the_whole_contradicts_it() -> None:
    (one,) = asked(
        counted("A", killed(9, of="people"), speaker="police"),
        counted("B", killed(50, None, of="officials"), speaker="the group"),
    )
    assert values(one) == ["9", "at least 50 officials"]


def test_a_later_toll_of_the_same_speaker_is_a_change_not_a_contest() -> None:
    days = {"A": "2022-04-16", "B": "2022-04-18"}
    first, later = counted("A", killed(36), speaker="police"), counted("B", killed(41), speaker="police")
    (one,) = asked(later, first, published=days)
    assert not one.contested
    ((change),) = one.changes
    assert (change.earlier.value, change.later.value, change.speaker) == ("36", "41", "police")


def test_one_speaker_with_two_numbers_contradicts_nobody() -> None:
    assert not [one for one in asked(counted("A", killed(3)), counted("A", killed(5))) if one.contested]


def test_who_denies_gives_no_number_but_a_nought_counts() -> None:
    denies = counted("B", killed(36), speaker="army", factuality=DENIED)
    assert not asked(counted("A", killed(36), speaker="police"), denies)
    none = counted("B", killed(0), speaker="army", factuality=DENIED)
    (one,) = asked(counted("A", killed(36), speaker="police"), none)
    assert values(one) == ["0", "36"]


# --- totals ---------------------------------------------------------------------------------------------


def attacks(document: str, number: float, period: str, speaker: str, **more: object) -> Statement:
    figure = Figure("attacks", Span(0, 2, "no"), number, number, of="attacks", period=period)
    return total(document, f"{number:.0f} attacks", figure, said_by=(by(speaker),), actor=(TTP,), **more)


def test_totals_of_one_subject_and_year_are_set_against_each_other() -> None:
    statements = [attacks("A", 87, "2021", "an institute"), attacks("B", 282, "2021", "the TTP")]
    (one,) = contests([], evidence(statements))
    assert one.question == "How many attacks were there (Tehrik-i-Taliban Pakistan, 2021)?"
    assert values(one) == ["282", "87"]


def test_a_total_over_a_decade_is_not_one_over_a_year_and_the_reason_is_told() -> None:
    statements = [attacks("A", 87, "2021", "an institute"), attacks("B", 900, "2010/2020", "the army")]
    found = contests([], evidence(statements))
    assert not [one for one in found if one.contested]
    assert {beside.why for one in found for beside in one.beside} == {
        "2010/2020 is not 2021",
        "2021 is not 2010/2020",
    }


def test_totals_of_two_actors_are_two_questions() -> None:
    other = replace(attacks("B", 90, "2021", "a bureau"), actor=(FARC,))
    assert not contests([], evidence([attacks("A", 87, "2021", "an institute"), other]))


def test_what_one_speaker_said_before_in_the_same_breath_is_no_rival() -> None:
    first = killed(64, said_by=(by("unnamed"),))
    assert not [one for one in asked(counted("A", killed(49), first, speaker="police")) if one.contested]


def test_an_exchange_counts_both_sides_and_each_got_back_but_some() -> None:
    freed = Figure("released", Span(0, 2, "no"), 400, 400)
    both = told("A", "They exchanged prisoners.", "exchanged", "RETREAT:release", figures=(freed,))
    some = told(
        "B", "Some returned.", "returned", "RETREAT:release", figures=(replace(freed, low=248, high=248),)
    )
    assert not [one for one in asked(both, some) if one.contested]


def test_a_floor_for_a_class_over_the_floor_for_all_is_a_rival() -> None:
    (one,) = asked(
        counted("Dawn", killed(36, None, mention=Span(0, 2, "at least 36 people")), speaker="elders"),
        counted("Mail", killed(47, None, of="civilians", mention=Span(0, 2, "at least 47 civilians"))),
    )
    assert one.contested
    assert one.question == "How many were killed (attack)?"


def test_a_part_is_no_rival_of_another_class() -> None:
    assert not [
        one
        for one in asked(
            counted("Dawn", killed(20, of="rebels"), speaker="army"),
            counted("Mail", killed(30, of="children", part_of="the dead")),
        )
        if one.contested
    ]


def test_a_part_told_with_its_total_leaves_the_total_to_answer() -> None:
    (one,) = asked(
        counted("Dawn", killed(19)),
        counted("Mail", killed(53), killed(46, of="girls", part_of="53")),
    )
    assert values(one) == ["19", "53"]
