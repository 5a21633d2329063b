"""What was prevented, foiled, ended or nearly done: told as it came out, whatever the verb around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def stance(code: Code, text: str, trigger: str) -> tuple[str, str, str]:
    """Polarity, modality and aspect of the one event at a trigger."""
    found = [s for s in code(text) if s.kind == "event" and s.trigger.quote == trigger]
    assert len(found) == 1, [(s.trigger.quote, s.event) for s in code(text)]
    told = found[0].factuality
    return told.polarity, told.modality, told.aspect


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army failed to prevent the attack on the mosque.", "attack"),
        ("The police did not prevent the mob from burning the church.", "burning"),
        ("The police failed to stop the mob from burning the church.", "burning"),
        ("Neither fever nor rain kept the envoy from visiting the camp.", "visiting"),
        ("The army could have stopped the massacre.", "massacre"),
        ("The security forces failed to foil the attack on the mosque.", "attack"),
        ("Had it not been for the army's air strikes, the rebels would have taken the city.", "strikes"),
    ],
)
def test_what_was_not_prevented_happened(code: Code, text: str, trigger: str) -> None:
    assert stance(code, text, trigger) == ("affirmed", "asserted", "unstated")


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("The police prevented the mob from burning the church.", "burning", "asserted"),
        ("Troops were deployed to prevent attacks on the camp.", "attacks", "intended"),
        ("The police tried to stop the mob from burning the church.", "burning", "intended"),
        ("The rebels came close to capturing Goma in October.", "capturing", "asserted"),
        ("The rebels never came close to capturing Goma.", "capturing", "asserted"),
        ("There are no plans to negotiate with the group.", "negotiate", "intended"),
        ("There is no hope of a ceasefire with the rebels.", "ceasefire", "wished"),
        ("Talks with the rebels were to have begun on Monday.", "Talks", "intended"),
        ("The militants were to have been tried by a military court.", "tried", "intended"),
    ],
)
def test_what_was_prevented_or_nearly_done_did_not_happen(
    code: Code, text: str, trigger: str, modality: str
) -> None:
    assert stance(code, text, trigger)[:2] == ("negated", modality)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The police foiled a suicide attack on a church in Quetta.", "attack"),
        ("The army thwarted an attempt to storm the garrison.", "storm"),
        ("The police foiled a plot to bomb the shrine.", "bomb"),
        ("The army's attempt to seize the fort failed.", "seize"),
    ],
)
def test_what_was_foiled_was_attempted(code: Code, text: str, trigger: str) -> None:
    assert stance(code, text, trigger) == ("affirmed", "asserted", "attempted")


@pytest.mark.parametrize(
    ("text", "trigger", "aspect"),
    [
        ("The truce collapsed within days.", "truce", "ended"),
        ("The truce expired at midnight.", "truce", "ended"),
        ("The talks between Islamabad and the TTP have stalled.", "talks", "ended"),
        ("The talks broke down on Friday.", "talks", "ended"),
        ("The talks went on for two days.", "talks", "ongoing"),
        ("Bogotá and the ELN have resumed talks that were suspended in 2019.", "talks", "resumed"),
    ],
)
def test_what_ended_or_went_on_has_been(code: Code, text: str, trigger: str, aspect: str) -> None:
    assert stance(code, text, trigger) == ("affirmed", "asserted", aspect)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No talks took place.", "talks"),
        ("No attack was carried out by the army.", "attack"),
        ("The army carried out no attack.", "attack"),
        ("No fighting erupted.", "fighting"),
        ("No attack on the camp has been reported.", "attack"),
        ("No strike by the workers took place.", "strike"),
        ("The rebels launched no attacks in May.", "attacks"),
        ("There has been no fighting in Khartoum since.", "fighting"),
        ("There is no question of releasing the prisoners.", "releasing"),
    ],
)
def test_a_no_before_the_noun_denies_once(code: Code, text: str, trigger: str) -> None:
    assert stance(code, text, trigger)[0] == "negated"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The talks took place in Khost.", "talks"),
        ("The group has neither claimed nor denied responsibility for the attack on the mosque.", "attack"),
    ],
)
def test_what_took_place_or_nobody_owns_up_to_has_been(code: Code, text: str, trigger: str) -> None:
    assert any(s.happened for s in code(text) if s.trigger.quote == trigger)


def test_what_is_a_matter_of_time_has_not_been(code: Code) -> None:
    text = "Another wave of attacks by the TTP is only a matter of time."
    assert stance(code, text, "attacks")[1] == "intended"


def test_who_brokered_a_truce_that_barely_held_is_no_party_to_it(code: Code) -> None:
    told = code("The ceasefire brokered by Angola between Kinshasa and the M23 barely held.")
    (truce,) = (s for s in told if s.trigger.quote == "ceasefire")
    assert truce.happened
    assert "Angola" not in [p.mention.quote for p in truce.actor]


def test_a_threat_or_promise_not_kept_was_made(code: Code) -> None:
    told = code("The government's promise to free the prisoners was not kept.")
    (promise,) = (s for s in told if s.trigger.quote == "promise")
    assert promise.happened


def test_what_is_one_of_the_demands_has_not_been(code: Code) -> None:
    text = "The release of the cleric was one of the party's main demands."
    assert stance(code, text, "release")[1] == "demanded"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army failed to prevent the attack on the mosque.", "attack"),
        ("The army could have stopped the massacre of the villagers.", "massacre"),
        ("The army foiled a suicide attack on a church.", "attack"),
    ],
)
def test_who_did_not_prevent_a_deed_did_not_do_it(code: Code, text: str, trigger: str) -> None:
    (deed,) = (s for s in code(text) if s.trigger.quote == trigger)
    assert not deed.actor


def test_who_halts_his_own_offensive_led_it(code: Code) -> None:
    (deed,) = code("The army halted its offensive in Tigray.")
    assert [p.mention.quote for p in deed.actor] == ["The army"]


def test_what_was_supposed_to_be_done_was_intended(code: Code) -> None:
    text = "Eritrean troops were supposed to leave Tigray under the deal."
    assert stance(code, text, "leave")[:2] == ("affirmed", "intended")


def test_what_is_left_to_do_is_owed_and_not_denied(code: Code) -> None:
    text = "The government had no choice but to end the ceasefire."
    assert stance(code, text, "end")[:2] == ("affirmed", "demanded")
    text = "The government has no option but to negotiate with the rebels."
    assert stance(code, text, "negotiate")[:2] == ("affirmed", "demanded")


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "modality"),
    [
        ("It is unclear if the army shelled the village.", "shelled", "unknown", "asserted"),
        ("The reporters asked if the army would release the prisoners.", "release", "unknown", "questioned"),
        ("If the army shelled the village, it will be tried.", "shelled", "affirmed", "conditional"),
    ],
)
def test_if_asks_whether_or_sets_a_condition(
    code: Code, text: str, trigger: str, polarity: str, modality: str
) -> None:
    assert stance(code, text, trigger)[:2] == (polarity, modality)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army did not attack the camp until the militants had fled.", "attack"),
        ("The rebels did not attack until dawn.", "attack"),
        ("It was not the army but the militia that burned the village.", "burned"),
        ("Why should Pakistan release prisoners who killed its soldiers?", "killed"),
        ("Islamabad has ruled out any amnesty for those who killed children.", "killed"),
    ],
)
def test_a_denial_of_something_else_leaves_it_be(code: Code, text: str, trigger: str) -> None:
    assert stance(code, text, trigger)[:2] == ("affirmed", "asserted")


def test_a_habit_of_the_past_is_no_single_deed(code: Code) -> None:
    assert stance(code, "The Abu Sayyaf used to behead its captives.", "behead")[1] == "generic"


def test_what_one_is_sorry_for_or_avenges_is_nobodys_content(code: Code) -> None:
    for text in (
        "The president apologised for the killing of the protesters.",
        "The TTP vowed to avenge the killing of its leader.",
    ):
        (killing,) = (s for s in code(text) if s.trigger.quote == "killing")
        assert killing.happened and killing.content_of is None and not killing.said_by


def test_blame_not_laid_names_no_doer(code: Code) -> None:
    (attack,) = (
        s
        for s in code("The mission refused to blame Rwanda for the attack on Goma.")
        if s.trigger.quote == "attack"
    )
    assert not any(p.said_by for p in attack.actor)
