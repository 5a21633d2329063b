"""Which event and which row may be one happening, and the reasons that are told for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from comparing_helpers import ACLED, GED, GHAZNI, KHOST, a_party, an_event, killed, written

from jirga.comparing import Pair, Row, Settings, read
from jirga.comparing.pairs import pairs
from jirga.comparing.places import distance, within
from jirga.comparing.sides import is_side, matched
from jirga.comparing.told import Told, told
from jirga.model import Event, When, Where

USUAL = Settings()


@pytest.fixture
def row(tmp_path: Path) -> Row:
    return read(written(tmp_path / "ged.csv", GED)).rows[0]


def pair(event: Event, row: Row, published: str | None = None, settings: Settings = USUAL) -> Pair | None:
    one = told(event, published, settings)
    return next(pairs([one], [row], settings), None) if one else None


def why(event: Event, row: Row, published: str | None = None) -> tuple[str, ...]:
    found = pair(event, row, published)
    assert found is not None
    return found.why


def test_what_agrees_in_all_is_a_pair_with_every_reason(row: Row) -> None:
    found = pair(an_event(), row)
    assert found is not None
    assert (found.days, round(found.km or 0)) == (0, 0)
    assert found.why == (
        "the same day, 2022-04-06",
        "the same place, Khost town",
        "both sides: Government of Afghanistan, TTP",
        "ASSAULT is told of state-based violence",
        "9 dead, as in the file",
    )


def test_acled_names_its_actors_otherwise(tmp_path: Path) -> None:
    acled = read(written(tmp_path / "acled.csv", ACLED)).rows[0]
    assert "both sides: Military Forces of Afghanistan (2021-), TTP: Tehreek-i-Taliban Pakistan" in why(
        an_event(), acled
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"day": "2022-04-09"},  # three days apart
        {"type": "CONSULT"},
        {"where": Where("Kabul", "PAK", 34.5, 69.2, "place")},  # another country
        {"where": Where("Herat", "AFG", 34.35, 62.2, "place")},  # 700 km off
        {"day": "2022"},  # a year fits everything
        {"when": When("2022-04/..", "2022-04-01", None, "stated")},  # a beginning is no day
    ],
)
def test_what_is_another_happening_is_no_pair(changed: dict[str, Any], row: Row) -> None:
    assert pair(an_event(**changed), row) is None


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"day": "2022-04-07"}, "1 day apart"),
        ({"day": "2022-04-03/2022-04-09"}, "within the 7 days that it is dated to"),
        ({"figures": (killed(10),)}, "10 dead, within the file's 9 to 14"),
        ({"figures": (killed(8),)}, "8 dead, 9 to 14 in the file"),
        ({"figures": (killed(90),)}, "90 dead, but 9 to 14 in the file"),
        ({"figures": (killed(5), killed(9))}, "5 to 9 dead, as in the file"),
        ({"recipient": ()}, "a side: TTP"),
        ({"where": Where("Khost", "AFG")}, "the same place, Khost town"),
        ({"where": Where("somewhere", "AFG")}, "in AFG, no closer place told"),
        ({"where": Where()}, "no place told; a party is of AFG"),
    ],
)
def test_what_differs_is_told(changed: dict[str, Any], expected: str, row: Row) -> None:
    assert expected in why(an_event(**changed), row)


def test_an_event_without_a_date_is_lined_up_with_what_came_shortly_before_its_report(row: Row) -> None:
    undated = an_event(day=None)
    assert "told 1 day later, with no date of its own" in why(undated, row, "2022-04-07")
    assert "told on the same day, with no date of its own" in why(undated, row, "2022-04-06")
    assert pair(undated, row, "2022-04-05") is None  # nothing is told before it happens
    assert pair(undated, row, "2022-04-10") is None
    assert pair(undated, row, None) is None
    assert pair(undated, row, "2022-04-07", Settings(told_within=-1)) is None
    assert undated.when == When(None, None, None, "unknown")  # and stays undated


def test_a_part_of_a_total_is_no_toll() -> None:
    event = an_event(figures=(killed(9), killed(2, part_of="nine people")))
    assert Told(event, 0, 0).killed == (9, 9)


def test_the_sums_of_what_speaks_for_a_pair_order_them(row: Row) -> None:
    exact = pair(an_event(), row)
    later, elsewhere = pair(an_event(day="2022-04-07"), row), pair(an_event(where=Where("x", "AFG")), row)
    other_toll = pair(an_event(figures=(killed(60),)), row)
    assert exact and later and elsewhere and other_toll
    assert exact.score > max(later.score, elsewhere.score, other_toll.score)


def test_a_row_of_weeks_weighs_less(row: Row) -> None:
    wide = replace(row, days=("2022-03-20", "2022-04-20"))
    exact, vague = pair(an_event(), row), pair(an_event(), wide)
    assert exact and vague
    assert vague.score < exact.score


@pytest.mark.parametrize(
    ("name", "party", "expected"),
    [
        ("Government of Nigeria", ("Troops", None, "NGA", "MIL"), True),
        ("Government of Nigeria", ("Nigeria", None, "NGA", None), True),
        ("Government of Nigeria", ("Gunmen", None, "NGA", "CRM"), False),
        ("Government of Nigeria", ("Troops", None, "CMR", "MIL"), False),
        ("Military Forces of Nigeria (2015-2023)", ("Troops", None, "NGA", "MIL"), True),
        ("Police Forces of Pakistan (2018-)", ("Police", None, "PAK", "COP"), True),
        ("Civilians (Pakistan)", ("villagers", None, "AFG", "CVL"), True),
        ("Protesters (Afghanistan)", ("students", None, "AFG", "EDU"), True),
        ("Protesters (Afghanistan)", ("soldiers", None, "AFG", "MIL"), False),
        ("Unidentified Armed Group (Afghanistan)", ("gunmen", None, "AFG", "REB"), True),
        ("TTP: Tehreek-i-Taliban Pakistan", ("Taliban", "ttp", "PAK", "REB"), True),
    ],
)
def test_sides_by_their_names(name: str, party: tuple[Any, ...], expected: bool) -> None:
    where = "NGA" if "Nigeria" in name else "PAK" if "Forces of Pakistan" in name else "AFG"
    assert is_side(a_party(*party), name, where) is expected


def test_one_party_is_one_side() -> None:
    sides = ("Government of Afghanistan", "Government of Afghanistan")
    army = a_party("Army", None, "AFG", "MIL")
    assert matched([army], sides, "AFG") == {0}
    assert matched([army, army], sides, "AFG") == {0, 1}


def test_distances_and_divisions() -> None:
    assert distance(KHOST, KHOST) == 0
    assert 130 < distance(KHOST, GHAZNI) < 150
    assert within(Where("Borno", "NGA"), "Borno state", "NGA")
    assert not within(Where("Borno", "CMR"), "Borno state", "NGA")
    assert not within(Where("Borno", "NGA"), "", "NGA")
