"""Denials that are events of their own: what they are of, and what merely stands near them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merging_statements import ARMY, DENIED, PAKISTAN, TTP, alone, by, evidence, told

from jirga.merging import contests
from jirga.merging.denied import denies
from jirga.model import Contest, Participant, Span, Statement

FARMERS = Participant("the farmers", Span(0, 3, "the"), None, "PAK", "CVL")


def across(*statements: Statement, published: dict[str, str] | None = None) -> list[Contest]:
    return [one for one in contests(alone(statements), evidence(statements, published)) if one.contested]


def denial(sentence: str, trigger: str, code: str = "ASSAULT", **more: object) -> Statement:
    more = {"document": "A", "at": 150, "said_by": (by("a colonel"),), **more}
    document = str(more.pop("document"))
    return told(document, sentence, trigger, code, factuality=DENIED, **more)  # type: ignore[arg-type]


def test_a_type_alone_makes_no_denial_of_what_stands_near() -> None:
    killed = told("A", "Some were killed.", "killed", at=0, said_by=(by("elders"),))
    assert not across(killed, denial("No house was bombed.", "bombed", "ASSAULT:explosives"))


@pytest.mark.parametrize(
    ("deed", "denied"),
    [
        (told("A", "Homes were raided.", "raided", at=0), denial("No home was raided.", "raided")),
        (
            told("A", "Troops fired on them.", "fired", at=0, actor=(ARMY,)),
            denial("We shot nobody.", "shot", actor=(PAKISTAN,)),
        ),
        (
            told("A", "The farmers died.", "died", at=0, recipient=(FARMERS,)),
            denial("The farmers were not hit.", "hit", recipient=(FARMERS,)),
        ),
        (
            told("A", "Both sides pulled back.", "pulled", "RETREAT:withdraw", at=0),
            denial("Not one man has left.", "left", "RETREAT:withdraw", at=30),
        ),
    ],
)
def test_a_word_a_side_a_victim_or_the_way_it_is_done_ties_them(deed: Statement, denied: Statement) -> None:
    (one,) = across(replace(deed, said_by=(by("elders"),)), denied)
    assert one.about == "whether"


def test_nothing_was_given_up_is_of_what_was_just_given_up() -> None:
    laid = told("A", "Rebels laid their rifles down.", "laid", "RETREAT:disarm", at=0, actor=(TTP,))
    nothing = denial("Nothing was surrendered.", "surrendered", "RETREAT")
    assert across(laid, nothing)
    later = replace(laid, start=300, trigger=Span(307, 311, "laid"))
    assert not denies(nothing, later, evidence((later, nothing)))
    assert not across(laid, denial("Nothing was surrendered.", "surrendered", "RETREAT", actor=(ARMY,)))


def test_what_points_back_is_of_what_it_was_read_from() -> None:
    raid = told("A", "Troops raided homes.", "raided", at=0, recipient=(FARMERS,))
    siege = told("A", "A government besieged it.", "besieged", at=200, recipient=(TTP,))
    pointing = denial("He dismissed the allegations.", "allegations", recipient=(FARMERS,))
    pointing = replace(pointing, decided_by=("denial: dismiss/v",))
    known = evidence((raid, siege, pointing))
    assert denies(pointing, raid, known)
    assert not denies(pointing, siege, known)
    assert not denies(pointing, replace(raid, start=400, trigger=Span(407, 413, "raided")), known)


def test_who_denies_every_deed_denies_what_another_report_tells_of_that_time() -> None:
    shot = told("A", "Soldiers shot four men.", "shot", actor=(ARMY,), recipient=(FARMERS,))
    never = denial("The army has not once attacked a village.", "attacked", document="B", actor=(ARMY,))
    dates = {"A": "2022-01-01", "B": "2022-01-20"}
    (one,) = across(shot, never, published=dates)
    assert sorted(it.value for it in one.positions) == ["it did not", "it happened"]
    assert not across(shot, never, published={**dates, "B": "2022-06-01"})
    this = denial("The army did not attack Swat.", "attack", document="B", actor=(ARMY,))
    assert not across(shot, this, published=dates)


def test_of_words_one_who_speaks_often_is_not_enough() -> None:
    demands = told("A", "The army demands talks.", "demands", "REQUEST", at=0, actor=(ARMY,))
    none = denial("It asked for no money.", "asked", "REQUEST", actor=(ARMY,))
    assert not across(demands, none)
