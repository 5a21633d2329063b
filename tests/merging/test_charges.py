from __future__ import annotations

from dataclasses import replace

from merging_statements import ARMY, DENIED, FARC, TTP, alone, by, evidence, told

from jirga.merging import contests
from jirga.merging.charges import by_itself, with_charges
from jirga.model import Statement


def charge(
    document: str, accuser: str, actor: object, at: int, **more: object
) -> tuple[Statement, Statement]:
    act = told(document, f"{accuser} blamed them for the bombing.", "blamed", "ACCUSE", at=at)
    content = told(
        document,
        f"{accuser} blamed them for the bombing.",
        "bombing",
        at=at,
        actor=(actor,),
        said_by=(by(accuser),),
        content_of=act.id,
        **more,
    )
    return act, content


def test_what_somebody_is_accused_of_joins_the_event_of_its_passage_and_names_who() -> None:
    bombing = told("A", "A bomb went off.", "bomb", at=0, actor=(FARC,), said_by=(by("a witness"),))
    act, content = charge("A", "Police", TTP, 100)
    statements = (bombing, act, content)
    events = alone(statements)
    joined = {event.id: event.statements for event in with_charges(events, evidence(statements))}
    assert joined[by_itself(bombing).id] == (bombing.id, content.id)  # type: ignore[union-attr]
    (contest,) = [one for one in contests(events, evidence(statements)) if one.contested]
    assert sorted(one.value for one in contest.positions) == ["FARC", "Tehrik-i-Taliban Pakistan"]


def test_a_charge_of_another_day_place_or_document_stands_alone() -> None:
    bombing = told("A", "A bomb went off.", "bomb", at=0, actor=(FARC,), day="2021-11-08", place="Khost")
    for more in ({"day": "2021-10-01"}, {"place": "Kabul"}):
        act, content = charge("A", "Police", TTP, 100, **more)
        kept = with_charges(alone((bombing, act)), evidence((bombing, act, content)))
        assert (bombing.id,) in [event.statements for event in kept]
        assert (content.id,) in [event.statements for event in kept]


def test_a_charge_has_more_than_its_type_in_common_with_the_event_of_its_passage() -> None:
    ambush = told("A", "They ambushed the convoy.", "ambushed", at=0, actor=(FARC,))
    act, content = charge("A", "The minister", TTP, 100)
    joined = with_charges(alone((ambush, act)), evidence((ambush, act, content)))
    assert (content.id,) in [event.statements for event in joined]


def test_two_charges_of_two_sides_answer_each_other() -> None:
    one = charge("A", "The army", TTP, 0)
    other = charge("A", "The TTP", ARMY, 200)
    spoken = (
        replace(one[1], said_by=(by("the army", "pakistan-army"),)),
        replace(other[1], said_by=(by("the TTP", "ttp"),)),
    )
    statements = (one[0], spoken[0], other[0], spoken[1])
    found = [one for one in contests(alone(statements), evidence(statements)) if one.contested]
    assert found
    assert found[0].about == "who"


def test_who_scoffs_that_nothing_was_done_denies_it() -> None:
    laid = told("A", "Fighters laid down arms.", "laid", "RETREAT:disarm", at=0, said_by=(by("a crowd"),))
    scoffs = told("A", "A deputy scoffed.", "scoffed", "ACCUSE", at=60)
    denial = told("A", "Nothing was surrendered.", "surrendered", "RETREAT:withdraw", at=30)
    denial = replace(denial, content_of=scoffs.id, factuality=DENIED, said_by=(by("a deputy"),))
    statements = (laid, scoffs, denial)
    found = contests(alone(statements), evidence(statements))
    assert [one.about for one in found] == ["whether"]
