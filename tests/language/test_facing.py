"""The state that a group stands opposite is its own, wherever they meet or fight."""

from __future__ import annotations

import pytest

from jirga.language import analyse
from jirga.model import Document


def government_in(text: str) -> str | None:
    document = Document(id="d", text_hash="d", text_version="1", source="d.txt", text=text, language="en")
    found = analyse(document).mentions
    return next(m.country for m in found if text[m.start : m.end].casefold() == "the government")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The TTP and the government extended their ceasefire, negotiators said in Kabul on Tuesday.", "PAK"),
        ("Negotiators in Kabul said that the TTP and the government had agreed on a truce.", "PAK"),
        ("The government held talks with the TTP in Kabul on Monday.", "PAK"),
        ("In Havana the ELN held talks with the government on Monday.", "COL"),
        ("Talks between the government and the ELN were held in Havana.", "COL"),
    ],
)
def test_a_government_opposite_a_group_is_of_its_country(text: str, country: str) -> None:
    assert government_in(text) == country


def test_a_government_that_stands_opposite_nobody_is_of_its_place() -> None:
    assert government_in("In Kabul the government met on Monday.") == "AFG"
