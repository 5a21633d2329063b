"""The terms of truces, and who is named in words: provisions, nearness, promises, parties, go-betweens."""

from __future__ import annotations

from dataclasses import replace

import pytest
from merging_statements import DENIED, FARC, PAKISTAN, TTP, alone, evidence, told

from jirga.merging import truces
from jirga.merging.moments import moments
from jirga.merging.termkinds import kind_of, provisions
from jirga.model import Factuality, Participant, Span, Statement, Truce

CLAIMED = "The TTP announced a truce."


def made(*statements: Statement, published: dict[str, str] | None = None) -> list[Truce]:
    return truces(alone(statements), evidence(statements, published))


def announced(at: int = 0, day: str = "2021-11-08") -> Statement:
    return told("A", CLAIMED, "announced", "CONCEDE", at=at, actor=(TTP,), day=day)


def kinds(truce: Truce) -> dict[str, str]:
    return {one.kind: one.state for one in truce.terms}


def test_an_accord_that_provides_for_several_things_has_a_term_for_each() -> None:
    sentence = "It provided for the release of hostages, for monitoring of the border and for a law."
    provided = told("A", sentence, "release", "RETREAT:release", at=40)
    assert kinds(made(announced(), provided)[0]) == {
        "release": "agreed",
        "monitoring": "agreed",
        "law": "agreed",
    }


def test_each_provision_has_the_statement_told_before_it() -> None:
    sentence = "The rebels undertook to disarm; the army undertook to withdraw."
    first = told("A", sentence, "disarm", "RETREAT:disarm", at=0)
    second = told("A", sentence, "withdraw", "RETREAT:withdraw", at=0)
    found = [(one.trigger.quote, kind) for one, kind in provisions([second, first])]
    assert found == [("disarm", "disarmament"), ("withdraw", "withdrawal")]


def test_that_nobody_disarmed_is_a_term_only_where_it_was_promised() -> None:
    bare = told("A", "The TTP has not laid down a rifle.", "laid down", "RETREAT:disarm", at=60)
    bare = replace(bare, actor=(TTP,), factuality=DENIED)
    assert kinds(made(announced(), bare)[0]) == {}
    sentence = "The TTP has not laid down a rifle, as it had promised."
    asked = told("A", sentence, "laid down", "RETREAT:disarm", at=60, actor=(TTP,), factuality=DENIED)
    assert kinds(made(announced(), asked)[0]) == {"disarmament": "denied"}


def test_that_nobody_will_disarm_is_a_term_only_where_it_was_asked_for_or_is_refused() -> None:
    will_not = Factuality(modality="intended", polarity="negated")
    sentence = "There will be no disarmament."
    bare = told("A", sentence, "disarmament", "RETREAT:disarm", at=60, actor=(TTP,), factuality=will_not)
    assert kinds(made(announced(), bare)[0]) == {}
    refusal = told("A", "The TTP refused.", "refused", "REJECT:yield", at=60, actor=(TTP,))
    assert kinds(made(announced(), refusal, replace(bare, content_of=refusal.id))[0]) == {
        "disarmament": "refused"
    }


def test_whom_the_sides_go_to_mediated() -> None:
    who = Participant("Qatar", Span(0, 5, "Qatar"), entity="qatar-government", country="QAT")
    talks = told("A", "Qatar mediated.", "mediated", "CONSULT:third-party", at=60, recipient=(who,))
    assert [it.entity for it in made(announced(), talks)[0].mediators] == ["qatar-government"]


def test_nobody_mediates_what_one_side_declares_by_itself() -> None:
    talks = told("A", "There were talks led by Olusegun Obasanjo.", "talks", "CONSULT", at=90)
    alone_ = told("A", "The TTP announced a unilateral truce.", "announced", "CONCEDE", at=0, actor=(TTP,))
    assert made(announced(), talks)[0].mediators
    assert not made(alone_, talks)[0].mediators


def test_who_surrenders_withdraws_from_nowhere() -> None:
    assert kind_of(told("A", "Ten men surrendered.", "surrendered", "RETREAT:withdraw")) is None
    assert kind_of(told("A", "Ten men left.", "left", "RETREAT:withdraw")) == "withdrawal"


def test_a_term_is_that_of_the_nearest_truce() -> None:
    freed = told("A", "The TTP freed ten men.", "freed", "RETREAT:release", at=60, actor=(TTP,))
    older, newer = made(announced(0, "2014-03-01"), freed, announced(500, "2021-11-08"))
    assert (kinds(older), kinds(newer)) == ({"release": "carried out"}, {})


def test_what_is_told_as_done_long_after_the_end_is_no_term() -> None:
    ended = told("A", "The TTP called off the truce.", "called off", "REJECT:yield", at=30, actor=(TTP,))
    ended = replace(ended, when=announced(0, "2014-05-01").when)
    freed = told("A", "The TTP freed ten men.", "freed", "RETREAT:release", at=80, actor=(TTP,))
    told_then = made(announced(0, "2014-03-01"), ended, freed, published={"A": "2014-05-03"})
    told_later = made(announced(0, "2014-03-01"), ended, freed, published={"A": "2017-05-03"})
    assert (kinds(told_then[0]), kinds(told_later[0])) == ({"release": "carried out"}, {})


def test_a_state_that_lets_go_keeps_a_term_of_a_truce_that_one_side_declared() -> None:
    freed = told("A", "The government frees ten men.", "frees", "RETREAT:release", at=60, actor=(PAKISTAN,))
    assert kinds(made(announced(), freed)[0]) == {"release": "carried out"}
    other = replace(freed, actor=(FARC,))
    assert kinds(made(announced(), other)[0]) == {}


def test_whom_a_ceasefire_is_between_are_its_parties() -> None:
    sentence = (
        "The truce between the government of the Philippines and the Moro Islamic Liberation Front holds."
    )
    held = told("A", sentence, "truce", "RETREAT:ceasefire")
    assert {one.entity for one in made(held)[0].parties} == {"philippines-government", "milf"}


def test_representatives_bind_those_they_represent() -> None:
    sentence = "Representatives of Ukraine and Russia met in Minsk and signed a ceasefire."
    who = Participant("Representatives", Span(0, 15, "Representatives"))
    signed = told("A", sentence, "signed", "AGREE", at=0, actor=(who,), day="2014-09-05")
    assert {one.entity for one in made(signed)[0].parties} == {"ukraine-government", "russia-government"}


def test_who_led_talks_and_for_whom_mediated_and_not_where_they_are_from() -> None:
    sentence = (
        "There were talks led for the African Union by Olusegun Obasanjo of Nigeria, with Uhuru Kenyatta."
    )
    talks = told("A", sentence, "talks", "CONSULT", at=60)
    (one,) = made(announced(), talks)
    assert {it.entity for it in one.mediators} == {"african-union", "olusegun-obasanjo", "uhuru-kenyatta"}


def test_an_end_may_be_told_behind_the_beginning() -> None:
    sentence = "A ceasefire came on March 1 and lapsed in mid-April."
    one = told("A", sentence, "ceasefire", "RETREAT:ceasefire", day="2014-03-01")
    assert [it.statement.when.edtf for it in moments(one, evidence([one]))] == ["2014-03-01", "2014-04"]


def test_two_days_after_is_counted_from_the_day_of_the_sentence() -> None:
    sentence = "A bomb went off on Wednesday, two days after the TTP called off a ceasefire."
    bomb = told("A", sentence, "went off", at=0, day="2022-11-30")
    ended = told("A", sentence, "called off", "REJECT:yield", at=0, actor=(TTP,))
    start = sentence.index("two days")
    ended = replace(ended, start=start, end=len(sentence), quote=sentence[start:])
    (moment,) = moments(ended, evidence([bomb, ended]))
    assert (moment.role, moment.statement.when.edtf) == ("ended", "2022-11-28")


@pytest.mark.parametrize(
    ("sentence", "trigger", "code", "roles"),
    [
        ("The government did not denounce the ceasefire.", "denounce", "ACCUSE:disapprove", ["kept"]),
        ("The rebels have not called off the ceasefire.", "called off", "REJECT:yield", ["kept"]),
        ("They are the only party that has never broken a truce.", "broken", "ASSAULT", []),
        ("The army has not broken the truce.", "broken", "ASSAULT", ["kept"]),
    ],
)
def test_who_does_not_call_it_off_keeps_it(sentence: str, trigger: str, code: str, roles: list[str]) -> None:
    one = told("A", sentence, trigger, code, factuality=DENIED)
    assert [it.role for it in moments(one, evidence([one]))] == roles


def test_fighting_that_resumed_breaks_a_truce_that_nobody_ended() -> None:
    again = told("A", "The shelling resumed.", "shelling", at=60, factuality=Factuality(aspect="resumed"))
    assert len(made(announced(), again)[0].violations) == 1


def test_who_denies_an_attack_with_which_nobody_charged_him_broke_nothing() -> None:
    denied = told("A", "The TTP said it was not it that attacked.", "attacked", at=60, actor=(TTP,))
    denied = replace(denied, factuality=DENIED, when=announced(0, "2021-11-20").when)
    assert not made(announced(), denied)[0].violations


def test_what_somebody_agreed_to_do_is_not_yet_carried_out() -> None:
    sentence = "The TTP agreed to disarm after the ceasefire."
    act = told("A", sentence, "agreed", "CONCEDE:disarm", actor=(TTP,), at=60)
    disarm = told("A", sentence, "disarm", "RETREAT:disarm", actor=(TTP,), at=60)
    content = replace(disarm, content_of=act.id, factuality=Factuality(modality="intended"))
    truce = told("A", "The two agreed on a ceasefire.", "agreed", "AGREE", actor=(TTP, PAKISTAN), at=0)
    (one,) = made(truce, act, content)
    assert [(term.kind, term.state) for term in one.terms] == [("disarmament", "agreed")]
