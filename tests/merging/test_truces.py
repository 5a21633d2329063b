from __future__ import annotations

import random
from dataclasses import replace

import pytest
from merging_statements import ARMY, DENIED, FARC, PAKISTAN, TTP, alone, by, evidence, relation, told

from jirga.merging import contests, truces
from jirga.merging.moments import moments
from jirga.model import Factuality, Participant, Span, Statement, Truce

KABUL = Participant("Afghan Taliban", Span(0, 3, "Kab"), "afghan-taliban", "AFG", "GOV")
OFFER = Factuality(modality="conditional")
INTENDED = Factuality(modality="intended")


def made(*statements: Statement, published: dict[str, str] | None = None) -> list[Truce]:
    return truces(alone(statements), evidence(statements, published))


def roles(one: Statement, *contents: Statement) -> list[str]:
    return [it.role for it in moments(one, evidence([one, *contents]))]


@pytest.mark.parametrize(
    ("sentence", "trigger", "code", "role"),
    [
        ("The two agreed on a ceasefire.", "agreed", "AGREE", "agreed"),
        ("The rebels announced a truce.", "announced", "CONCEDE", "announced"),
        ("The rebels extended their truce by a month.", "extended", "CONCEDE", "extended"),
        ("The rebels declared an end to their ceasefire.", "declared", "CONCEDE", "ended"),
        ("The rebels called off the ceasefire.", "called off", "REJECT:yield", "ended"),
        ("The rebels refused a ceasefire.", "refused", "REJECT:yield", "refused"),
        ("They arranged a truce, which the rebels ended.", "arranged", "AGREE", "agreed"),
        ("A ceasefire took effect.", "ceasefire", "RETREAT:ceasefire", "effective"),
        ("The truce collapsed within a week.", "truce", "RETREAT:ceasefire", "collapsed"),
        ("The truce is holding.", "truce", "RETREAT:ceasefire", "kept"),
        ("The army broke the truce.", "broke", "ASSAULT", "violated"),
        ("The army raided the town during the truce.", "raided", "COERCE", "violated"),
        ("The army was raiding it, truce or no truce.", "raiding", "COERCE", "violated"),
        ("The truce that ended last week was short.", "truce", "RETREAT:ceasefire", "ended"),
        ("The truce that collapsed in May was short.", "truce", "RETREAT:ceasefire", "collapsed"),
        ("The two reached an agreement to end ten days of protests.", "reached", "AGREE", "agreed"),
    ],
)
def test_what_a_statement_says_of_a_truce(sentence: str, trigger: str, code: str, role: str) -> None:
    assert roles(told("A", sentence, trigger, code)) == [role]


def test_one_sentence_may_tell_beginning_and_end() -> None:
    one = told(
        "A",
        "A ceasefire came on March 1 and lapsed in April.",
        "ceasefire",
        "RETREAT:ceasefire",
        day="2014-03-01",
    )
    assert roles(one) == ["effective", "expired"]


@pytest.mark.parametrize("modality", ["demanded", "wished", "conditional", "possible"])
def test_what_is_demanded_wished_or_conditional_is_an_offer(modality: str) -> None:
    fact = Factuality(modality=modality)  # type: ignore[arg-type]
    assert roles(
        told("A", "They would cease fire, a ceasefire.", "ceasefire", "RETREAT:ceasefire", factuality=fact)
    ) == ["offered"]


def test_other_fires_and_other_accords_are_no_truce() -> None:
    assert not made(told("A", "They agreed on a fish quota.", "agreed", "AGREE", actor=(PAKISTAN, TTP)))
    assert not made(told("A", "Ministers signed an accord on trade.", "signed", "SUPPORT", actor=(PAKISTAN,)))
    assert not made(
        told(
            "A",
            "The TTP denied that it had declared a truce.",
            "declared",
            "CONCEDE",
            actor=(TTP,),
            factuality=DENIED,
        )
    )


def test_a_truce_that_ended_has_ended_whatever_else_is_meant_to_come() -> None:
    sentence = "The truce that ended last week will not be the last."
    one = told("A", sentence, "truce", "RETREAT:ceasefire", factuality=INTENDED)
    assert roles(one) == ["ended"]


#: One truce, told by three papers: agreed, announced, in force from two days, extended not, ended.
ANNOUNCED = told(
    "Wire",
    "The government announced a ceasefire with the TTP.",
    "announced",
    "CONCEDE",
    at=0,
    actor=(PAKISTAN,),
    recipient=(TTP,),
    day="2021-11-08",
)
CONTENT = told(
    "Wire",
    "a ceasefire",
    "ceasefire",
    "RETREAT:ceasefire",
    at=30,
    actor=(PAKISTAN,),
    factuality=INTENDED,
    content_of=ANNOUNCED.id,
)
FORCE = told(
    "Wire",
    "A ceasefire between the two took effect.",
    "ceasefire",
    "RETREAT:ceasefire",
    at=200,
    actor=(PAKISTAN, TTP),
    day="2021-11-09",
)
TALKS = told(
    "Wire",
    "Kabul brokered the talks in Khost.",
    "brokered",
    "CONSULT:third-party",
    at=300,
    actor=(KABUL,),
    place="Khost",
)
DEMAND = told(
    "Wire",
    "The TTP asked for the release of prisoners.",
    "release",
    "RETREAT:release",
    at=400,
    recipient=(TTP,),
    factuality=Factuality(modality="demanded"),
)
EARLIER = told(
    "Messenger",
    "The TTP ceased fire, a ceasefire that began on the first.",
    "ceasefire",
    "RETREAT:ceasefire",
    at=0,
    actor=(TTP,),
    day="2021-11-01",
    said_by=(by("an elder"),),
)
ENDED = told(
    "Mail",
    "The TTP declared an end to its ceasefire.",
    "declared",
    "CONCEDE",
    at=0,
    actor=(TTP,),
    day="2021-12-09",
)
RAIDS = told(
    "Mail",
    "Troops killed its men.",
    "killed",
    "ASSAULT",
    at=100,
    actor=(ARMY,),
    recipient=(TTP,),
    said_by=(by("the TTP", "ttp"),),
)
NO_RAIDS = told(
    "Mail",
    "No raids broke the ceasefire.",
    "raids",
    "ASSAULT",
    at=200,
    actor=(ARMY,),
    factuality=DENIED,
    said_by=(by("an official"),),
)
ATTACK = told(
    "Herald",
    "The army shelled the TTP.",
    "shelled",
    "ASSAULT",
    at=0,
    actor=(ARMY,),
    recipient=(TTP,),
    day="2021-11-20",
)
AFTER = told(
    "Herald",
    "The army shelled the TTP again.",
    "shelled",
    "ASSAULT",
    at=900,
    actor=(ARMY,),
    recipient=(TTP,),
    day="2022-02-01",
)
ALL = (ANNOUNCED, CONTENT, FORCE, TALKS, DEMAND, EARLIER, ENDED, RAIDS, NO_RAIDS, ATTACK, AFTER)
DAYS = {"Wire": "2021-11-09", "Messenger": "2021-11-27", "Mail": "2021-12-11", "Herald": "2022-03-01"}


def values(told_: object) -> list[str]:
    return [one.value for one in told_]  # type: ignore[attr-defined]


def test_a_truce_is_one_entry_with_every_field_and_its_statements() -> None:
    (one,) = made(*ALL, published=DAYS)
    assert set(values(one.parties)) == {"Tehrik-i-Taliban Pakistan", "Government of Pakistan"}
    assert values(one.mediators) == ["Afghan Taliban"]
    assert values(one.places) == ["Khost"]
    assert values(one.announced) == ["2021-11-08"]
    assert set(values(one.effective)) == {"2021-11-09", "2021-11-01"}
    assert values(one.ended) == ["2021-12-09"]
    assert [(term.kind, term.state) for term in one.terms] == [("release", "demanded")]
    assert (one.status, one.as_of) == ("ended", "2021-12-11")
    assert one.status_statements == (ENDED.id,)
    assert one.documents == 3
    assert all(it.statements for it in (*one.parties, *one.mediators, *one.effective, *one.violations))


def test_breaches_have_who_alleges_and_who_denies_and_end_with_the_truce() -> None:
    (one,) = made(*ALL, published=DAYS)
    told_ = {(it.when, it.by, it.alleged_by, it.denied_by) for it in one.violations}
    assert (None, "Pakistan army", ("the TTP",), ()) in told_
    assert ("2021-11-20", "Pakistan army", (), ()) in told_
    assert not [it for it in one.violations if AFTER.id in it.statements]


def test_a_truce_gives_contests_on_its_beginning_and_on_its_breach() -> None:
    told_ = evidence(ALL, DAYS)
    events = alone(ALL)
    found = {one.question: one for one in contests(events, told_, truces(events, told_)) if one.truce}
    begin = next(one for question, one in found.items() if question.startswith("When did the truce begin"))
    assert sorted(values(begin.positions)) == ["2021-11-01", "2021-11-09"]
    kept = next(one for question, one in found.items() if question.startswith("Was the truce kept"))
    assert sorted(values(kept.positions)) == ["broken by Pakistan army", "kept"]


def test_they_who_break_it_are_the_side_that_the_victims_are_not_on() -> None:
    they = Participant("These people", Span(0, 5, "These"))
    police = Participant("policemen", Span(0, 5, "polic"), None, "PAK", "COP")
    sentence = "These people were killing policemen, truce or no truce."
    speaking = (by("the minister"),)
    killing = told("Radio", sentence, "killing", actor=(they,), recipient=(police,), said_by=speaking)
    broke = told(
        "Letter", "The army broke the truce.", "broke", actor=(ARMY,), said_by=(by("the TTP", "ttp"),)
    )
    statements = (ANNOUNCED, replace(killing, when=ANNOUNCED.when), replace(broke, when=ANNOUNCED.when))
    (truce,) = made(*statements)
    assert {one.by for one in truce.violations} == {"Pakistan army", "Tehrik-i-Taliban Pakistan"}
    found = contests(alone(statements), evidence(statements), [truce])
    (who,) = [one for one in found if one.truce and one.about == "who"]
    assert {one.value for one in who.positions} == {f"broken by {one.by}" for one in truce.violations}


def test_a_breach_by_somebody_unnamed_is_no_contest_with_one_by_somebody_named() -> None:
    raid = told("Radio", "Men raided it during the truce.", "raided", "COERCE", said_by=(by("a clerk"),))
    broke = told("Letter", "The army broke the truce.", "broke", actor=(ARMY,), said_by=(by("a farmer"),))
    statements = (ANNOUNCED, *(replace(one, when=ANNOUNCED.when) for one in (raid, broke)))
    found = contests(alone(statements), evidence(statements), made(*statements))
    assert not [one for one in found if one.truce]


def test_a_charge_that_says_neither_whose_nor_who_makes_it_is_no_breach() -> None:
    at = ANNOUNCED.start + 100
    sentence = "An aide rejected the charge that raids had been made in violation of the truce."
    bare = told(ANNOUNCED.document, sentence, "charge", "ACCUSE:allege", at=at)
    made_by = replace(bare, said_by=(by("the TTP", "ttp"),))
    assert [len(made(ANNOUNCED, one)[0].violations) for one in (bare, made_by)] == [0, 1]


def test_who_tells_of_his_own_deed_charges_nobody() -> None:
    spoken = (by("the army", "pakistan-army"),)
    owned = told("Radio", "The army broke the truce.", "broke", actor=(ARMY,), said_by=spoken)
    charged = told("Letter", "The TTP broke the truce.", "broke", actor=(TTP,), said_by=(by("a farmer"),))
    statements = (ANNOUNCED, *(replace(one, when=ANNOUNCED.when) for one in (owned, charged)))
    found = contests(alone(statements), evidence(statements), made(*statements))
    assert not [one for one in found if one.truce]


def test_the_order_of_statements_changes_nothing() -> None:
    results = set()
    for seed in range(8):
        shuffled = random.Random(seed).sample(ALL, len(ALL))
        results.add(tuple(truces(alone(shuffled), evidence(shuffled, DAYS))))
    assert len(results) == 1


def test_the_next_truce_of_the_same_parties_is_another() -> None:
    again = told(
        "Later", "The TTP announced a ceasefire.", "announced", "CONCEDE", actor=(TTP,), day="2022-05-10"
    )
    assert [values(one.announced) for one in made(*ALL, again, published=DAYS)] == [
        ["2021-11-08"],
        ["2022-05-10"],
    ]
    other = told(
        "Later", "The FARC announced a ceasefire.", "announced", "CONCEDE", actor=(FARC,), day="2021-11-10"
    )
    assert len(made(*ALL, other, published=DAYS)) == 2


def test_an_offer_is_no_truce_in_force_and_a_refusal_is_told() -> None:
    offer = told(
        "A",
        "The rebels would cease fire if the army left, a ceasefire.",
        "ceasefire",
        "RETREAT:ceasefire",
        actor=(FARC,),
        factuality=OFFER,
    )
    refusal = told("A", "The government refused the ceasefire.", "refused", "REJECT:yield", actor=(FARC,))
    assert [one.status for one in made(offer)] == ["offered"]
    (one,) = made(offer, refusal)
    assert (one.status, values(one.refused)) == ("refused", ["FARC"])


def test_a_relation_of_mediation_names_the_mediator() -> None:
    mediates = relation(
        "Wire", "Kabul mediates between them.", "mediates", "mediates_between", actor=(KABUL,), at=320
    )
    (one,) = made(ANNOUNCED, CONTENT, mediates)
    assert values(one.mediators) == ["Afghan Taliban"]


def test_a_release_that_some_deny_is_a_disputed_term() -> None:
    freed = told(
        "Wire",
        "More than a hundred prisoners were released.",
        "released",
        "RETREAT:release",
        at=450,
        actor=(PAKISTAN,),
    )
    none = told(
        "Wire",
        "None was released.",
        "released",
        "RETREAT:release",
        at=520,
        actor=(PAKISTAN,),
        factuality=DENIED,
    )
    (one,) = made(ANNOUNCED, CONTENT, freed, none)
    assert [(term.kind, term.state, len(term.statements)) for term in one.terms] == [
        ("release", "disputed", 2)
    ]


def test_a_truce_renewed_is_extended() -> None:
    renewed = told("A", "The two renewed their two-month truce.", "truce", "RETREAT:ceasefire")
    assert roles(renewed) == ["extended"]
    later = told("A", "Talks were renewed after the truce.", "truce", "RETREAT:ceasefire", day="2022-06-02")
    assert roles(later) != ["extended"]


def test_what_a_report_before_its_end_tells_of_no_day_is_of_the_truce_that_ended() -> None:
    renewed = told("A", "They renewed their truce.", "truce", "RETREAT:ceasefire", actor=(TTP, PAKISTAN))
    ended = told("B", "The truce expired.", "truce", "RETREAT:ceasefire", actor=(TTP,), day="2022-10-02")
    (one,) = made(renewed, ended, published={"A": "2022-06-02", "B": "2022-10-03"})
    assert one.documents == 2
    assert len(made(renewed, ended, published={"A": "2020-06-02", "B": "2022-10-03"})) == 2


def test_parties_whom_nobody_knows_are_called_as_the_texts_call_them() -> None:
    tribes = Participant("Rival tribes", Span(0, 12, "Rival tribes"))
    agreed = told("A", "Rival tribes agreed on a ceasefire.", "agreed", "AGREE", actor=(tribes,))
    (one,) = made(agreed)
    assert [party.value for party in one.parties] == ["Rival tribes"]
    they = replace(tribes, name="They", mention=Span(0, 4, "They"))
    (other,) = made(replace(agreed, actor=(they,)))
    assert not other.parties
