"""Recipients that stand further off, and doers that are told beside a deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.coding.garden_paths import is_finite
from jirga.language.parse import parse
from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]

FAR = [
    # at issue, after "in protest"
    ("Kenyan teachers began a hunger strike in protest against killings by Ugandan troops.", "strike", "UGA"),
    # of whom shelter is asked
    ("Thousands of Syrians sought asylum in Sweden.", "sought", "SWE"),
    # whose pressure is withstood
    ("The Peruvian minister refused to resign despite pressure by Chile.", "refused", "CHL"),
    # what is called something before it is named
    ("Chad denounced as a crime Sudan's bombing of the camp.", "denounced", "SDN"),
    # what an offer would have one do
    ("Hungary rejected an invitation to attend talks with Romania.", "rejected", "ROU"),
    # the accused, not whom one complained to
    ("Kenya complained to the African Union on Friday over Ethiopian air raids.", "complained", "ETH"),
    # what is demanded at a demonstration
    ("A demonstration calling for the ouster of Egyptian officials drew crowds.", "demonstration", "EGY"),
]


@pytest.mark.parametrize(("text", "trigger", "country"), FAR)
def test_recipients_that_stand_far_off(code: Code, text: str, trigger: str, country: str) -> None:
    found = [s for s in code(text) if s.trigger.quote == trigger and s.kind == "event"]
    assert {p.country for s in found for p in s.recipient} == {country}


def test_who_is_joined_in_a_protest_is_not_protested_against(code: Code) -> None:
    found = code("Prisoners rioted in Nairobi, joining demonstrators in demanding Ethiopian withdrawal.")
    riot = next(s for s in found if s.trigger.quote == "rioted")
    assert "demonstrators" not in {p.mention.quote for p in riot.recipient}


def test_a_protest_is_of_those_who_rioted_at_it(code: Code) -> None:
    found = code("Kenyan students threw stones during demonstrations against the Ugandan government.")
    (protest,) = [s for s in found if s.trigger.quote == "demonstrations"]
    assert [p.country for p in protest.actor] == ["KEN"]
    assert [p.country for p in protest.recipient] == ["UGA"]


def test_police_who_fire_at_a_protest_do_not_hold_it(code: Code) -> None:
    found = code("Kenyan police fired tear gas during demonstrations against the Ugandan government.")
    protests = [s for s in found if s.trigger.quote == "demonstrations"]
    assert not any(p.sector == "COP" for s in protests for p in s.actor)


def test_both_sides_fought_where_one_took_the_town_after_it(code: Code) -> None:
    found = code("Kenyan troops retook the town of Afmadow after heavy fighting with Somali militants.")
    (fight,) = [s for s in found if s.trigger.quote == "fighting"]
    assert {p.country for p in fight.actor} == {"KEN", "SOM"}


@pytest.mark.parametrize(
    "text",
    [
        "Qatar hosted talks between Sudan and Chad.",
        "Qatar launched a mediation effort between Sudan and Chad.",
        "Qatar mediated between Sudan and Chad.",
    ],
)
def test_who_only_brings_others_together_is_the_recipient_of_their_talks(code: Code, text: str) -> None:
    found = [s for s in code(text) if s.event is not None and s.event.type == "CONSULT" and s.actor]
    assert {p.country for s in found for p in s.actor} == {"SDN", "TCD"}
    assert {p.country for s in found for p in s.recipient} == {"QAT"}


def test_the_doers_own_men_give_way_to_others_as_recipient(code: Code) -> None:
    found = code("NATO rejected a call for its troops to be deployed in Chad.")
    refusal = next(s for s in found if s.trigger.quote == "rejected")
    assert [p.country for p in refusal.recipient] == ["TCD"]


def test_a_participle_with_an_object_is_the_verb_of_a_sentence_without_another() -> None:
    text = "Doctors from two aid groups donated and personally delivered medicine to a school in Basra."
    donated = next(t for t in parse(text) if t.text == "donated")
    assert is_finite(donated) == (donated.dep_ == "acl")


def test_a_participle_that_describes_is_no_verb_of_the_sentence() -> None:
    doc = parse("Men given ten years in prison. The men arrested in Kabul were freed.")
    assert not any(is_finite(t) for t in doc if t.lower_ in {"given", "arrested"})


@pytest.mark.parametrize(
    ("text", "trigger", "host"),
    [
        ("Talks between Sudan and Chad, mediated by Qatar, collapsed in Doha.", "Talks", "QAT"),
        ("Talks between Sudan and Chad, mediated by Qatar, collapsed in Doha.", "mediated", "QAT"),
        ("The truce between Sudan and Chad, brokered by Kenya, lasted a month.", "brokered", "KEN"),
        ("The truce between Sudan and Chad, which Kenya had negotiated, began.", "negotiated", "KEN"),
    ],
)
def test_who_brought_the_sides_together_is_no_side(code: Code, text: str, trigger: str, host: str) -> None:
    (told,) = [s for s in code(text) if s.trigger.quote == trigger and s.event is not None]
    assert [p.country for p in told.actor] == ["SDN", "TCD"]
    assert [p.country for p in told.recipient] == [host]


def test_shots_are_of_those_from_whom_they_came(code: Code) -> None:
    (shots,) = [s for s in code("The shelling came from the rebel side, the mayor said.") if s.event]
    assert [p.mention.quote for p in shots.actor] == ["the rebel side"]


def test_where_shots_came_from_names_nobody(code: Code) -> None:
    (shots,) = [s for s in code("The shelling came from Lebanon, the mayor said.") if s.event]
    assert not shots.actor


def test_who_leads_others_out_of_a_house_leads_them_in_nothing_else(code: Code) -> None:
    found = code("Thirty guests were led out of the hotel by a commando unit.")
    assert not [s for s in found if s.relation is not None]


@pytest.mark.parametrize(
    ("text", "actors", "hosts"),
    [
        ("Qatar and Norway had mediated for nine days.", set(), {"QAT", "NOR"}),
        ("Kenya was asked to mediate.", set(), {"KEN"}),
        ("Chadian officials met Sudanese envoys in Doha, with Qatar as host.", {"TCD", "SDN"}, {"QAT"}),
        ("The Kenyan president received a Sudanese delegation on Monday.", {"SDN"}, {"KEN"}),
        ("Sudanese envoys were received by the Kenyan president.", {"SDN"}, {"KEN"}),
    ],
)
def test_hosts_and_mediators_are_recipients_and_guests_actors(
    code: Code, text: str, actors: set[str], hosts: set[str]
) -> None:
    (met,) = [s for s in code(text) if s.event is not None and s.event.type == "CONSULT"]
    assert {p.country for p in met.actor} == actors
    assert {p.country for p in met.recipient} == hosts


@pytest.mark.parametrize(
    ("text", "actors", "called"),
    [
        ("The Kenyan premier telephoned the Sudanese president on Sunday.", {"KEN"}, {"SDN"}),
        ("The Kenyan premier rang the Sudanese president on Sunday.", {"KEN"}, {"SDN"}),
        ("The Kenyan premier met the Sudanese president on Sunday.", {"KEN", "SDN"}, set()),
    ],
)
def test_one_rings_and_one_is_rung(code: Code, text: str, actors: set[str], called: set[str]) -> None:
    (spoke,) = [s for s in code(text) if s.event is not None and s.event.type == "CONSULT"]
    assert {p.country for p in spoke.actor} == actors
    assert {p.country for p in spoke.recipient} == called
