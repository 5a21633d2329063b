"""How wire news puts things: means and outcomes, taken ground and people, purposes, totals of wars."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding import Coder
from jirga.model import Statement

RULES = Coder(learned=False)


def told(text: str, kind: str = "event") -> list[Statement]:
    return [one for one in RULES.code(document(text)).statements if one.kind == kind]


def codes(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.trigger.quote, one.event.type, one.event.modes) for one in told(text) if one.event]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A car bomb exploded in Basra on Monday, killing two soldiers.", "killing"),
        ("Officers shot and killed a protester in Dhaka.", "killed"),
        ("Gunmen shot and wounded a judge in Quetta.", "shot"),
        ("Nine civilians were killed and 90 others injured in the bombing.", "killed"),
        (
            "Jets launched airstrikes over northern Homs on Monday, targeting the rebels at Rastan.",
            "airstrikes",
        ),
    ],
)
def test_an_attack_and_what_it_did_are_one_event(text: str, trigger: str) -> None:
    assert [quote for quote, *_ in codes(text)] == [trigger]


@pytest.mark.parametrize(
    ("text", "code", "mode"),
    [
        ("The army captured the town of Bama from the rebels.", "COERCE", "seize"),
        ("Rebels seized the airport on Friday.", "COERCE", "seize"),
        ("Government troops retook the village.", "COERCE", "seize"),
        ("Police captured the fugitive in Karachi.", "COERCE", "arrest"),
        ("Hezbollah captured two soldiers in a cross-border raid.", "ASSAULT", "abduct"),
    ],
)
def test_ground_is_seized_and_people_are_arrested_or_abducted_by_whom(
    text: str, code: str, mode: str
) -> None:
    assert (code, (mode,)) in [(kind, modes) for _, kind, modes in codes(text)]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The ministers met in Doha on Sunday to discuss the truce.", ["CONSULT"]),
        ("Thousands marched through Lahore to protest against the ruling.", ["PROTEST"]),
        ("Residents fled to Peshawar with their cattle.", []),
        ("Israel captured the two hills in the 1948 war.", ["COERCE"]),
    ],
)
def test_what_a_deed_was_for_and_when_it_was_are_no_events(text: str, types: list[str]) -> None:
    assert [kind for _, kind, _ in codes(text)] == types


@pytest.mark.parametrize(
    "text", ["The two sides reached an agreement.", "Qatar expressed support for Kabul."]
)
def test_a_verb_that_only_carries_leaves_the_noun_to_tell(text: str) -> None:
    assert codes(text)[0][0] in {"agreement", "support"}


@pytest.mark.parametrize(
    "text",
    [
        "More than 100,000 people have been killed in the Syrian war.",
        "At least 338 civilians have been killed since the conflict resumed.",
        "The war has killed more than 162,000 people.",
    ],
)
def test_the_dead_of_a_whole_war_are_a_total(text: str) -> None:
    assert not told(text)
    assert len(told(text, "quantity")) == 1


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("The TTP ended its ceasefire with the government in November.", "ended"),
        ("The army launched an attack on the camp.", "begun"),
    ],
)
def test_a_carrying_verb_tells_how_far_it_went(text: str, aspect: str) -> None:
    assert aspect in [one.factuality.aspect for one in told(text)]
