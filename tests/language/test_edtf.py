"""EDTF strings and the days they allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.language import edtf
from jirga.language.anchor import Anchor, month_number
from jirga.language.numbers import number


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-06-02", "2022-06-02", "2022-06-02"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-24", "2014-01-01", "2015-02-28"),
        ("2017/2021", "2017-01-01", "2021-12-31"),
        ("2022/..", "2022-01-01", None),
        ("../2021-03", None, "2021-03-31"),
        ("2022-05~/2022-08~", "2022-05-01", "2022-08-31"),
        ("nonsense", None, None),
        (None, None, None),
    ],
)
def test_bounds(value: str | None, first: str | None, last: str | None) -> None:
    assert edtf.bounds(value) == (first, last)


def test_there_is_no_31st_of_june() -> None:
    assert edtf.day(2022, 6, 31) is None
    assert edtf.month(13, 2022) is None
    assert edtf.year(0) is None


def test_an_interval_never_runs_back() -> None:
    assert edtf.interval("2021", "2017") is None
    assert edtf.interval("2021", "2021") == "2021"


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@given(days, st.integers(0, 6))
def test_the_nearest_weekday_is_within_a_week(day: date, weekday: int) -> None:
    anchor = Anchor.of(day.isoformat())
    assert anchor is not None
    back = date.fromisoformat(anchor.weekday(weekday, ahead=False, strictly=False) or "")
    forth = date.fromisoformat(anchor.weekday(weekday, ahead=True, strictly=True) or "")
    assert back.weekday() == forth.weekday() == weekday
    assert 0 <= (day - back).days < 7 and 0 < (forth - day).days <= 7


@given(days, st.integers(-40, 40))
def test_shifting_months_and_back_is_no_change(day: date, by: int) -> None:
    there = edtf.shift_months(day.year, day.month, by)
    assert edtf.shift_months(*there, -by) == (day.year, day.month)


@given(st.dates())
def test_any_day_can_be_reckoned_from(day: date) -> None:
    anchor = Anchor.of(day.isoformat())
    assert anchor is not None
    for unit in ("day", "week", "month", "year", "decade"):
        for by in (-3_000_000, -1, 1, 3_000_000):
            shifted = anchor.shifted(unit, by)
            assert shifted is None or edtf.bounds(shifted)[0] is not None


def test_an_anchor_is_a_single_date() -> None:
    assert Anchor.of("2022-06-02T10:00") == Anchor(2022, 6, 2)
    assert Anchor.of("2022") == Anchor(2022)
    assert Anchor.of("2022-02-31") is None
    assert Anchor.of("2017/2021") is None
    assert Anchor.of(None) is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("3", 3), ("three", 3), ("twenty-one", 21), ("a couple of", 2), ("An", 1), ("many", None)],
)
def test_small_numbers(words: str, value: int | None) -> None:
    assert number(words) == value


def test_months_by_any_name() -> None:
    assert [month_number(name) for name in ("January", "sept.", "DEC", "Noon")] == [1, 9, 12, None]
