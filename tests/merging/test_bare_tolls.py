from __future__ import annotations

from dataclasses import replace

from merging_statements import ARMY, DENIED, TTP, alone, by, evidence, killed, told

from jirga.merging import contests
from jirga.merging.tolls import refused, with_tolls
from jirga.model import Statement


def asked(*statements: Statement) -> list[tuple[str, tuple[str, ...]]]:
    found = contests(alone(statements), evidence(statements))
    return [(one.about, tuple(sorted(it.value for it in one.positions))) for one in found if one.contested]


DIED = told(
    "A",
    "In Khost 41 people died, an official said.",
    "died",
    at=0,
    figures=(killed(41),),
    said_by=(by("an official"),),
    place="Khost",
)
TOLL = told(
    "A",
    "A hospital in Khost had put the deaths at 36.",
    "deaths",
    at=60,
    figures=(killed(36),),
    said_by=(by("A hospital"),),
)


def test_a_bare_count_is_of_the_deed_told_before_it() -> None:
    assert asked(DIED, TOLL) == [("how many", ("36", "41"))]


def test_of_several_deeds_the_one_that_shares_a_name_is_counted() -> None:
    nearer = told("A", "Six more died in Kunar.", "died", at=45, figures=(killed(6),), place="Kunar")
    assert asked(DIED, nearer, TOLL) == [("how many", ("36", "41"))]


def test_another_mouth_that_only_counts_the_dead_right_after_counts_the_same() -> None:
    put = told("A", "Officials put the deaths in the siege at 100.", "siege", at=0, figures=(killed(100),))
    hundreds = told("A", "Supporters say that 300 were killed.", "killed", at=46, figures=(killed(300),))
    said = replace(hundreds, said_by=(by("Supporters"),))
    assert asked(put, said) == [("how many", ("100", "300"))]
    assert not asked(put, hundreds)
    assert not asked(put, replace(said, actor=(TTP,)))


def test_no_event_is_lost_and_a_count_far_away_stays_alone() -> None:
    far = replace(TOLL, start=5000, end=5045, sentence=replace(TOLL.sentence, start=5000, end=5045))
    for one in (TOLL, far):
        told_events = alone((DIED, one))
        assert [it.id for it in with_tolls(told_events, evidence((DIED, one)))] == [
            it.id for it in told_events
        ]
    assert not asked(DIED, far)


def test_a_count_with_a_day_or_parties_of_its_own_is_of_another_deed() -> None:
    assert not asked(DIED, replace(TOLL, actor=(TTP,)))
    assert not asked(DIED, replace(TOLL, when=told("A", "It was then.", "was", day="2020-01-01").when))


def test_who_rejects_the_figure_takes_a_position_without_a_number() -> None:
    no = told("A", "The minister rejected the figure.", "rejected", "REJECT", at=80, actor=(ARMY,))
    assert asked(DIED, no) == [("how many", ("41", "not 41"))]
    (dispute,) = refused([DIED, no], evidence([DIED, no]))
    assert [it.voices[0].said_by for it in dispute.positions] == [("an official",), ("Pakistan army",)]


def test_other_refusals_are_of_no_figure() -> None:
    assert not asked(
        DIED, told("A", "The minister rejected the demand.", "rejected", "REJECT", at=80, actor=(ARMY,))
    )


def test_a_raid_that_one_calls_an_attack_is_denied_by_the_same_word() -> None:
    raided = told(
        "A",
        "Troops had raided homes.",
        "raided",
        "COERCE",
        at=0,
        actor=(ARMY,),
        said_by=(by("the TTP", "ttp"),),
    )
    denied = told(
        "A", "An official said that no raids took place.", "raids", at=60, said_by=(by("An official"),)
    )
    denied = replace(denied, factuality=DENIED)
    assert asked(raided, denied) == [("whether", ("it did not", "it happened"))]
    assert not asked(raided, replace(denied, trigger=replace(denied.trigger, quote="attacks")))


def test_an_air_strike_may_be_denied_as_a_bombing() -> None:
    struck = told("A", "Aircraft struck villages.", "struck", "ASSAULT:aerial", at=0)
    denied = told("A", "An official denied the bombing.", "bombing", "ASSAULT:explosives", at=60)
    denied = replace(denied, said_by=(by("An official"),), factuality=DENIED)
    assert asked(struck, denied) == [("whether", ("it did not", "it happened"))]
