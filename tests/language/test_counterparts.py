"""Whose government it cannot be: that of the state on the other side of its clause."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


def countries(text: str) -> dict[str, str | None]:
    document = Document(id="d", text_hash="d", text_version="1", source="d.txt", text=text, language="en")
    return {one.name: one.country for one in analyse(document).mentions}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The government expelled the Israeli ambassador.", "The government"),
        ("The cabinet denied having appealed to Canberra for soldiers.", "The cabinet"),
        ("Washington accused the government of fraud.", "the government"),
        ("Turkish troops crossed the border. The government told Turkey to leave.", "The government"),
    ],
)
def test_a_government_is_not_the_one_it_deals_with(text: str, who: str) -> None:
    assert countries(text)[who] is None


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        ("Pakistan was shaken on Friday. The government condemned the attack.", "The government", "PAK"),
        ("Islamabad said the government would hold talks with the TTP.", "the government", "PAK"),
        ("The government in Islamabad summoned the Afghan envoy.", "The government", "PAK"),
        ("Pakistan's foreign minister met the president on Monday.", "the president", "PAK"),
    ],
)
def test_a_government_at_home_keeps_its_country(text: str, who: str, country: str) -> None:
    assert countries(text)[who] == country


def test_heads_of_several_states_are_of_none() -> None:
    assert countries("The presidents signed it in Bishkek on Monday.")["The presidents"] is None
    assert countries("Three former presidents were jailed in Lima.")["Three former presidents"] == "PER"
