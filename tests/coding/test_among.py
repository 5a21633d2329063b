"""Who those counted were, as a part of the whole it is told of."""

from __future__ import annotations

import pytest
from coding_documents import document

from jirga.coding import Coder
from jirga.model import Figure

RULES = Coder(learned=False)
BOMB = "A bomb went off in a market in Quetta on Monday. "


def parts(text: str) -> list[Figure]:
    told = [one for one in RULES.code(document(text)).statements if one.kind == "event"]
    return [figure for one in told for figure in one.figures if figure.part_of]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (BOMB + "Thirty of the dead were children.", [(30, "children")]),
        (BOMB + "Ten women and eight children were among the dead.", [(10, "women"), (8, "children")]),
        ("Of the 31 people killed in the raid, nine were children.", [(9, "children")]),
        ("The blast killed 14 worshippers, five of whom were women.", [(5, "women")]),
        ("The bombing killed 53 people, 46 of them girls.", [(46, "girls")]),
        ("Dozens of people died in the blast, among them twelve civilians.", [(12, "civilians")]),
        ("The toll from the attack on a convoy in Kurram rose to 42, including seven women.", [(7, "women")]),
        (
            "Twenty-two people died in Sunday's attack on the cathedral: 15 civilians and seven soldiers.",
            [(15, "civilians"), (7, "soldiers")],
        ),
    ],
)
def test_a_class_among_the_killed_is_a_part_of_them(text: str, counted: list[tuple[float, str]]) -> None:
    found = parts(text)
    assert [(one.low, one.of) for one in found] == counted
    assert {one.measure for one in found} == {"killed"}


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "None of the dead were soldiers.",
        BOMB + "Thirty of the dead were not from the city.",
        BOMB + "Thirty of the guests were children.",
        "Twenty-two people died in the attack on two towns: 15 houses and seven shops burned.",
    ],
)
def test_what_tells_no_class_of_the_fallen_is_no_part_of_them(text: str) -> None:
    assert not [one for one in parts(text) if one.high != 0]


def test_those_picked_out_of_others_leave_them_uncounted() -> None:
    told = RULES.code(document("The militants freed 14 of the 25 hostages on Wednesday.")).statements
    assert [(f.measure, f.low) for one in told for f in one.figures] == [("released", 14)]
