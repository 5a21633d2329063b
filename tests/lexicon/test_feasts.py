"""Feasts: every row can be reckoned, and days fall where calendars have them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.errors import JirgaError
from jirga.lexicon.feasts import _feast, easter, feasts, orthodox_easter
from jirga.lexicon.tables import Row


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("christmas", date(1995, 12, 25)),
        ("easter", date(2016, 3, 27)),  # the Lahore park bombing
        ("easter sunday", date(2019, 4, 21)),  # the Sri Lanka bombings
        ("orthodox easter", date(2022, 4, 24)),
        ("orthodox easter", date(2025, 4, 20)),  # the same day in east and west
        ("pentecost", date(2022, 6, 5)),
        ("thanksgiving day", date(1999, 11, 25)),
        ("eid ul-fitr", date(2018, 6, 15)),  # the first truce of Kabul and the Taliban
        ("eid al-adha", date(2021, 7, 20)),
        ("ashura", date(2009, 12, 27)),
    ],
)
def test_feasts_fall_on_their_days(name: str, day: date) -> None:
    feast = feasts()[name]
    near = [abs((first - day).days) for first in feast.first_days(day.year)]
    assert min(near) <= (1 if feast.about else 0), feast.first_days(day.year)


def test_a_lunar_feast_falls_twice_in_some_years() -> None:
    assert len(feasts()["eid al-fitr"].first_days(2000)) == 2
    assert feasts()["eid al-fitr"].first_days(1900) == ()


@given(st.integers(1900, 2199))
def test_easter_is_a_spring_sunday(year: int) -> None:
    for sunday in (easter(year), orthodox_easter(year)):
        assert sunday.weekday() == 6
        assert date(year, 3, 22) <= sunday <= date(year, 5, 12)


@pytest.mark.parametrize("rule", ["fixed 13-40", "sometimes", "nth 11-noday-4", "easter soon"])
def test_a_row_that_cannot_be_reckoned_names_its_place(rule: str) -> None:
    row = Row({"name": "X", "rule": rule, "length": "1"}, "feasts.tsv:9")
    with pytest.raises(JirgaError) as told:
        _feast(row)
    assert "feasts.tsv:9" in str(told.value)
