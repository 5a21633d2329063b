from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.documents.dates import in_name, published

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2021-11-10", "2021-11-10"),
        ("2021-11-10T23:30:00+05:00", "2021-11-10"),
        ("2021-11-10 23:30:00.123Z", "2021-11-10"),
        ("20211110T101500Z", "2021-11-10"),
        ("2021/11/10", "2021-11-10"),
        ("2021-11", "2021-11"),
        ("2021", "2021"),
        ("10 November 2021", "2021-11-10"),
        ("10th of November, 2021", "2021-11-10"),
        ("November 10, 2021", "2021-11-10"),
        ("Wednesday, Nov. 10, 2021 at 5:30 p.m. PKT", "2021-11-10"),
        ("Wed, 10 Nov 2021 10:00:00 +0500", "2021-11-10"),
        ("10-Nov-2021", "2021-11-10"),
        ("November 2021", "2021-11"),
        ("Published on 1 Sept 2021", "2021-09-01"),
        ("31/10/2021", "2021-10-31"),
        ("10/31/2021", "2021-10-31"),
        ("05.05.2021", "2021-05-05"),
    ],
)
def test_common_forms_are_read(stated: str, edtf: str) -> None:
    assert published(stated, TODAY) == (edtf, None)


@pytest.mark.parametrize(
    ("stated", "why"),
    [
        ("03/04/2021", "day/month or month/day"),
        ("last Friday", "not understood"),
        ("10/11/21", "not understood"),
        ("10 November 2021 or 12 November 2021", "not understood"),
        ("31 February 2021", "not in the calendar"),
        ("2021-13-01", "not in the calendar"),
        ("0000-01-01", "not in the calendar"),
        ("1 May 1702", "before 1800"),
        ("2031-01-01", "in the future"),
    ],
)
def test_what_is_unsure_is_told_and_never_guessed(stated: str, why: str) -> None:
    day, note = published(stated, TODAY)
    assert day is None
    assert note is not None
    assert why in note


def test_a_magazine_may_be_dated_a_quarter_ahead() -> None:
    assert published("February 2027", TODAY) == ("2027-02", None)


@given(st.dates(date(1800, 1, 1), TODAY))
def test_every_day_survives_each_way_of_writing_it(day: date) -> None:
    for form in (
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day:%Y}",
        f"{day:%a, %d %b %Y} 10:00 GMT",
    ):
        # %Y pads nothing on some platforms, but no year here has fewer than four digits.
        assert published(form, TODAY) == (day.isoformat(), None)


@given(st.text())
def test_any_text_yields_a_date_or_a_reason(text: str) -> None:
    day, note = published(text, TODAY)
    assert (day is None) != (note is None)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-11-10-truce.txt", "2021-11-10"),
        ("dawn_20211110.html", "2021-11-10"),
        ("2021-11-10 to 2021-11-12.txt", None),
        ("case-20219910.txt", None),
        ("120211110.txt", None),
        ("truce.txt", None),
    ],
)
def test_a_file_name_gives_a_date_only_where_it_holds_exactly_one(name: str, day: str | None) -> None:
    assert in_name(name) == day
