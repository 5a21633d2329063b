"""What agrees with a key's fill, fully, in part, not at all: cases worked by hand."""

from __future__ import annotations

import pytest
from bench.muc.agreement import FULL, NONE, PART, agreement, dates, locations, numbers, sets, strings
from bench.muc.templates import Fill


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("BOMBING", "BOMBING", FULL),
        ("BOMBING", "ATTACK", PART),  # the general one above it
        ("BOMBING", "ARSON", NONE),
        ("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", PART),
        ("REPORTED AS FACT", "SUSPECTED OR ACCUSED", NONE),
        ("EXPLOSIVE", "VEHICLE BOMB", PART),
    ],
)
def test_set_fills(key: str, response: str, expected: float) -> None:
    assert sets(key, response) == expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("PEASANTS", "THE PEASANTS", FULL),
        ("PEASANTS", "SIX TOLMIAN PEASANTS", FULL),  # modifiers that the key leaves out
        ("TOLMIAN PEASANTS", "PEASANTS", PART),  # the same head
        ("ANA TOLM DIAZ", "ANA TOLM", PART),  # a part of the name
        ("TOLM FRONT [FT]", "TOLM FRONT", FULL),  # juxtaposed abbreviation
        ("PEASANTS", "STUDENTS", NONE),
        ("ARMY", "ARMY OF LIBERATION", PART),
        ("TOLM'S SON", "TOLM SON", FULL),
    ],
)
def test_strings(key: str, response: str, expected: float) -> None:
    assert strings(key, response) == expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("6", "6", FULL),
        ("~50", "50", PART),
        ("6-8", "7", PART),
        ("5-", "9", PART),
        ("6", "5", NONE),
        ("PLURAL", "PLURAL", FULL),
        ("2", "PLURAL", NONE),
    ],
)
def test_numbers(key: str, response: str, expected: float) -> None:
    assert numbers(key, response) == expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("03 JAN 90", "03 JAN 90", FULL),
        ("02 JAN 90 - 04 JAN 90", "03 JAN 90", PART),
        ("- 03 JAN 90", "- 03 JAN 90", FULL),
        ("- 03 JAN 90", "01 JAN 90", PART),  # on or before
        ("03 JAN 90", "- 03 JAN 90", PART),  # the report's day, the key's as its simple value
        ("01 JAN 90", "- 03 JAN 90", NONE),  # a default says nothing of another day
        ("- 03 JAN 90", "- 04 JAN 90", NONE),
        ("03 JAN 90", "04 JAN 90", NONE),
    ],
)
def test_dates(key: str, response: str, expected: float) -> None:
    assert dates(key, response) == expected


@pytest.mark.parametrize(
    ("key", "response", "expected"),
    [
        ("PERU: TOLM (CITY)", "PERU: TOLM", FULL),
        ("PERU: TOLM (CITY)", "PERU", PART),
        ("PERU", "PERU: TOLM", PART),
        ("PERU: TOLM (CITY): NORTH (NEIGHBORHOOD)", "PERU: TOLM", PART),
        ("PERU: TOLM (CITY)", "PERU: OTHER", NONE),
        ("PERU", "CHILE", NONE),
    ],
)
def test_locations(key: str, response: str, expected: float) -> None:
    assert locations(key, response) == expected


def test_the_best_alternative_counts() -> None:
    assert agreement("set", Fill(("ARSON", "BOMBING")), Fill(("BOMBING",))) == FULL


def test_a_fill_is_no_better_than_its_cross_reference() -> None:
    key = Fill(("DEATH",), ("TOLMIAN PEASANTS", "VILLAGERS"))
    assert agreement("set", key, Fill(("DEATH",), ("VILLAGERS",))) == FULL
    assert agreement("set", key, Fill(("DEATH",), ("PEASANTS",))) == PART
    assert agreement("set", key, Fill(("DEATH",), ("STUDENTS",))) == NONE
    assert agreement("set", Fill(("DEATH",)), Fill(("DEATH",), ("STUDENTS",))) == FULL  # the key has none
