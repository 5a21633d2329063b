"""Pronouns by what their clause asks: the banned is a group, the denier was accused, the teller told."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


def stands_for(text: str, pronoun: str) -> list[str | None]:
    read = analyse(Document("d", "h", "1", "text", text, published="2022-12-20"))
    return [m.entity for m in read.mentions if m.kind == "pronoun" and m.name == pronoun]


@pytest.mark.parametrize(
    ("text", "pronoun", "entity"),
    [
        ("The government met the TTP in Khost. It was banned in 2008.", "It", "ttp"),
        ("Pakistan accused India of funding the TTP. It denied the charge.", "It", "india"),
        ("India was accused by Pakistan of arming the BLA. It rejected the allegation.", "It", "india"),
        (
            "Islamabad says Kabul must stop the TTP, which it says uses Afghan soil.",
            "it",
            "pakistan-government",
        ),
        ("The TLP's ban was lifted after it promised to disband.", "it", "tlp"),
        ("Jamaat-ul-Ahrar, which split from the TTP in 2014, rejoined it in 2020.", "it", "ttp"),
        ("The TTP was formed by Baitullah Mehsud, who led it for two years.", "it", "ttp"),
        ("The TTP said that the army had fled and that it would hold the valley.", "it", "ttp"),
        ("The TTP met in Khost. The government signed a truce with it.", "it", "ttp"),
    ],
)
def test_a_pronoun_stands_for_what_its_verb_takes(text: str, pronoun: str, entity: str) -> None:
    assert stands_for(text, pronoun) == [entity]


@pytest.mark.parametrize(
    ("text", "pronoun", "entity"),
    [
        ("The TTP fought the TLP in Khost. It was banned in 2008.", "It", "ttp"),
        ("Pakistan accused India of arming the BLA. It recalled its envoy.", "It", "pakistan"),
        ("The TTP's statement was long; it listed the dead.", "it", None),
    ],
)
def test_else_the_subject_before_it(text: str, pronoun: str, entity: str | None) -> None:
    assert stands_for(text, pronoun) == [entity]


def test_them_is_who_is_handed_over_not_who_does_it() -> None:
    text = "The ELN freed two soldiers in Arauca. The guerrillas handed them to the Red Cross."
    assert stands_for(text, "them") == [None]
    assert stands_for("The ELN fled. Soldiers chased them.", "them") == ["eln"]
    assert stands_for("Hamas handed four bodies to the Red Cross, which gave them away.", "them") != ["icrc"]


def test_their_extradition_is_not_of_who_asks_for_it() -> None:
    text = "Pakistan gave the envoys a list of TTP leaders and asked for their extradition."
    assert stands_for(text, "their") == ["ttp"]


def test_it_said_at_the_end_is_who_spoke_before() -> None:
    text = "The army says it killed a TTP commander. The militant had planned the ambush, it said."
    assert stands_for(text, "it") == ["pakistan-army", "pakistan-army"]
