"""Sentences as opinion pieces write them: lists and bans, intentions that are none, whose words end where."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding.coder import Coder
from jirga.model import Statement


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(learned=False)


def events(coder: Coder, text: str) -> list[Statement]:
    return [s for s in coder.code(document(text, "2022-06-12")).statements if s.event]


@pytest.mark.parametrize(
    "text",
    [
        "The TLP was removed from the list of banned organisations.",
        "The federation struck the TLP off the list of proscribed organisations.",
        "The cabinet lifted the ban on the TLP.",
    ],
)
def test_a_party_taken_off_the_list_is_conceded_to(coder: Coder, text: str) -> None:
    assert {s.event.type for s in events(coder, text) if s.event} == {"CONCEDE"}


def test_what_is_said_according_to_one_ends_with_the_semicolon(coder: Coder) -> None:
    text = "The riots killed four policemen, according to the prime minister; the army arrested nine men."
    killed, arrested = events(coder, text)
    assert [one.name for one in killed.said_by] == ["prime minister"]
    assert arrested.said_by == ()


def test_what_one_knows_to_demand_is_not_demanded(coder: Coder) -> None:
    assert not any(s.happened for s in events(coder, "Any outfit with a thousand men knows what to demand."))


def test_who_goes_on_to_claim_claims(coder: Coder) -> None:
    (freed,) = events(coder, "The minister went on to claim that the army had freed the prisoners.")
    assert [one.name for one in freed.said_by] == ["minister"]
    assert freed.happened


def test_a_crowd_that_paralyses_a_country_protests(coder: Coder) -> None:
    (protest,) = events(coder, "TLP crowds paralysed the country for three days.")
    assert protest.event
    assert protest.event.type == "PROTEST"


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("When the police tried to remove them, at least six people died.", 6),
        ("At least 13 women died when militants stormed the mosque.", 13),
    ],
)
def test_who_died_when_the_armed_came_was_killed(coder: Coder, text: str, dead: int) -> None:
    found = [f for s in events(coder, text) for f in s.figures]
    assert [(f.measure, f.low) for f in found] == [("killed", dead)]


@pytest.mark.parametrize(
    "text", ["Twenty people died when a bus crashed near Quetta.", "Four died after a gas cylinder exploded."]
)
def test_who_died_in_an_accident_was_not(coder: Coder, text: str) -> None:
    assert not any(s.trigger.quote == "died" for s in events(coder, text))


def test_a_named_operation_is_launched_and_nothing_is_done_to_it(coder: Coder) -> None:
    launched = events(coder, "The army launched Operation Zarb-e-Azb in North Waziristan.")[0]
    assert launched.event
    assert launched.event.type == "ASSAULT"
    assert launched.recipient == ()


def test_a_truce_called_off_is_refused(coder: Coder) -> None:
    text = "The TTP called off the ceasefire in November and ordered its fighters to carry out attacks."
    assert "REJECT" in {s.event.type for s in events(coder, text) if s.event}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The TTP declared an end to its month-long ceasefire.", "REJECT"),
        ("The TTP announced the end of the ceasefire.", "REJECT"),
        ("The TTP declared a ceasefire.", "CONCEDE"),
    ],
)
def test_the_end_of_a_truce_declared_is_no_concession(coder: Coder, text: str, kind: str) -> None:
    declared = events(coder, text)[0]
    assert declared.event
    assert declared.event.type == kind


def test_who_is_in_talks_talks(coder: Coder) -> None:
    (talks,) = events(coder, "The prime minister revealed that his government was in talks with the TTP.")
    assert {one.sector for one in talks.actor} == {"GOV", "REB"}


def test_who_was_lost_died(coder: Coder) -> None:
    lost = coder.code(
        document("Pakistan has lost 80,000 of its citizens to terrorism since 2001.")
    ).statements
    assert [(s.kind, f.measure, f.low) for s in lost for f in s.figures] == [("quantity", "killed", 80_000)]
