"""First persons: whom "we" and "I" speak for, and nobody where the text does not tell."""

from __future__ import annotations

import pytest

from jirga.language import Mention, analyse
from jirga.model import Document

_FIRST = frozenset({"we", "our", "us", "i", "my"})


def firsts(text: str) -> list[Mention]:
    analysis = analyse(Document("d", "h", "1", "text", text, published="2022-06-08"))
    return [one for one in analysis.mentions if one.name.casefold() in _FIRST and one.kind == "pronoun"]


@pytest.mark.parametrize(
    "text",
    [
        "The TTP said: “We killed nine soldiers.”",
        "“We killed nine soldiers,” a spokesman for the TTP said. “We will not stop.”",
        "The TTP said that we killed nine soldiers.",
        "A spokesman for the TTP stated the following:\n\n1. We killed nine soldiers.\n\n2. Our war goes on.",
    ],
)
def test_we_are_the_body_of_who_speaks(text: str) -> None:
    found = firsts(text)
    assert found and {one.entity for one in found} == {"ttp"}
    assert all(one.kind == "pronoun" and one.antecedent is not None for one in found)


def test_a_minister_speaks_for_the_government_and_of_himself() -> None:
    text = "Kenyan Foreign Minister Otieno Mwangi said: “We will pay. I have signed it.”"
    assert {one.name: one.entity for one in firsts(text)} == {
        "We": "kenya-government",
        "I": "x-otieno-mwangi",
    }


@pytest.mark.parametrize(
    "text",
    [
        "We do not know who attacked the village.",
        "The TTP left. We saw them go.",
        "The TTP said nothing. “We attacked nobody,” she said.",
        "The TTP said it had left.\n\n“We saw them go,” read a letter.",
        "The TTP freed US soldiers.",
    ],
)
def test_nobody_is_made_up(text: str) -> None:
    assert firsts(text) == []
