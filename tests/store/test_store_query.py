from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.errors import UsageError
from jirga.store import Query
from jirga.store.days import bounds, first_day, last_day


def test_all_mistakes_are_told_at_once_with_the_choices() -> None:
    with pytest.raises(UsageError) as caught:
        Query(kinds=("events",), type="FIGHT", since="last week", until="2022-13", place=" ")
    line = caught.value.line()
    for part in ("'events'", "event, relation", "'fight'", "ASSAULT", "'last week'", "'2022-13'", "place"):
        assert part in line
    assert "\n" not in line


def test_a_type_must_be_of_the_kinds_asked_for() -> None:
    assert Query(kinds=("relation",), type="Leads").types == ("leads",)
    assert Query(type="assault, KILLED").types == ("ASSAULT", "killed")
    with pytest.raises(UsageError, match="'leads' is no type of event"):
        Query(kinds=("event",), type="leads")


def test_bounds_the_wrong_way_round_are_told() -> None:
    assert Query(since="2022-06", until="2022").last_day == "2022-12-31"
    with pytest.raises(UsageError, match="since 2023 comes after until 2022-06"):
        Query(since="2023", until="2022-06")


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_year_or_month_reaches_from_its_first_to_its_last_day(day: date) -> None:
    text = str(day)
    assert first_day(text) == last_day(text) == text
    for length in (4, 7):
        assert first_day(text[:length]) <= text <= last_day(text[:length])
        assert first_day(text[:length])[:length] == last_day(text[:length])[:length] == text[:length]


@given(st.text(max_size=12))
def test_no_text_breaks_a_query(text: str) -> None:
    try:
        Query(since=text, until=text, type=text, entity=text)
    except UsageError as error:
        assert error.line()


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022-02", ("2022-02-01", "2022-02-28")),
        ("2017/2021", ("2017-01-01", "2021-12-31")),
        ("2022/..", ("2022-01-01", None)),
        ("~2022", ("2022-01-01", "2022-12-31")),
        ("no date", (None, None)),
        (None, (None, None)),
    ],
)
def test_the_bounds_of_a_date(edtf: str | None, days: tuple[str | None, str | None]) -> None:
    assert bounds(edtf) == days
