"""One noun for people of several countries is as many parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Officials from Kabul and Islamabad met in Doha.", ["AFG", "PAK"]),
        ("Lawmakers from Israel, Egypt and Jordan met in Amman.", ["ISR", "EGY", "JOR"]),
        ("Elders from Khost and Kunar met in Kabul.", ["AFG"]),
    ],
)
def test_parties_are_told_apart_by_where_they_are_from(code: Code, text: str, countries: list[str]) -> None:
    (told,) = [s for s in code(text, "2022-12-20") if s.event is not None and s.event.type == "CONSULT"]
    assert [p.country for p in told.actor] == countries


def test_who_agrees_with_somebody_to_swap_swaps_with_him(code: Code) -> None:
    text = "The Houthis agreed with the Saudi-led coalition to exchange 2,000 prisoners."
    (told,) = [s for s in code(text) if s.trigger.quote == "exchange"]
    assert [p.entity for p in told.actor] == ["houthis", "saudi-led-coalition"]


def test_nobody_else_of_its_country_speaks_for_an_armed_group(code: Code) -> None:
    text = "The TTP will attack Bannu, the army of Pakistan said."
    assert "THREATEN" not in {s.event.type for s in code(text, "2022-12-20") if s.event is not None}
