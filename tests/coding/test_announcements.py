from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., list[Statement]]


def act_and_plan(found: list[Statement], act: str, plan: str) -> tuple[Statement, Statement]:
    (one,) = [s for s in found if s.trigger.quote == act and s.kind == "event"]
    (other,) = [s for s in found if s.trigger.quote == plan and s.kind == "event"]
    return one, other


@pytest.mark.parametrize(
    ("text", "act", "kind", "plan", "planned"),
    [
        ("Syria said it would withdraw its troops from Lebanon.", "said", "CONCEDE", "withdraw", "RETREAT"),
        ("NATO said it would bomb the airport.", "said", "THREATEN", "bomb", "ASSAULT"),
        ("Russia announced it would send 200 tonnes of grain to Sudan.", "announced", "AGREE", "send", "AID"),
        ("The United States said it would not meet the rebels.", "said", "REJECT", "meet", "CONSULT"),
    ],
)
def test_what_a_doer_announces_is_content_of_the_announcement(
    code: Code, text: str, act: str, kind: str, plan: str, planned: str
) -> None:
    told, content = act_and_plan(code(text), act, plan)
    assert told.event is not None
    assert content.event is not None
    assert (told.event.type, content.event.type) == (kind, planned)
    assert content.content_of == told.id
    assert told.happened
    assert not content.happened


def test_the_act_is_turned_to_those_whom_the_deed_would_reach(code: Code) -> None:
    told, _ = act_and_plan(code("The United States said it would not meet the rebels."), "said", "meet")
    assert [p.country for p in told.actor] == ["USA"]
    assert [p.mention.quote for p in told.recipient] == ["the rebels"]


def test_others_announce_nothing_by_foretelling_a_deed(code: Code) -> None:
    found = code("Analysts said NATO would bomb the airport.")
    assert [s.trigger.quote for s in found if s.kind == "event"] == ["bomb"]
    assert not any(s.happened for s in found)


def test_an_opponent_announces_nothing_that_the_army_would_do(code: Code) -> None:
    (told,) = code("Imran Khan said the army would resettle the fighters.")
    assert told.trigger.quote == "resettle"


def test_what_the_text_alone_foretells_is_intended(code: Code) -> None:
    (plan,) = code("The Egyptian president will meet the Ethiopian prime minister in June.")
    assert plan.event is not None
    assert (plan.event.type, plan.factuality.modality) == ("CONSULT", "intended")


def test_two_deeds_announced_in_one_word_are_content_of_one_act(code: Code) -> None:
    found = code("Syria said it would withdraw its troops and free the prisoners.")
    acts = [s for s in found if s.trigger.quote == "said"]
    assert len(acts) == 1


def test_an_office_does_not_announce_what_people_of_its_country_planned(code: Code) -> None:
    found = code("The prosecutor said the men had planned the attack in Quetta.")
    assert [s.event.type for s in found if s.event] == ["ASSAULT"]
