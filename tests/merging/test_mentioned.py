"""Months and years that a report speaks of, and which of them stand beside a place in it."""

from __future__ import annotations

from datetime import date

import pytest

from jirga.merging.mentioned import Times

PRINTED = date(2022, 4, 3)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("On 3 April 2021 they left.", "2021-04-01", "2021-04-30"),
        ("In May they left.", "2021-05-01", "2021-05-31"),
        ("They left on March 5.", "2022-03-01", "2022-03-31"),
        ("February's raid was the first.", "2022-02-01", "2022-02-28"),
        ("The truce of December 2019 held.", "2019-12-01", "2019-12-31"),
        ("They have fought since 2017.", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_month_or_a_year_is_read_as_its_days(text: str, first: str, last: str) -> None:
    (found,) = Times.of(text, PRINTED).told
    assert (date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()) == (
        first,
        last,
    )


@pytest.mark.parametrize("text", ["They may march on the capital.", "Mrs May spoke.", "Route 2019 is shut."])
def test_other_words_are_no_month(text: str) -> None:
    assert not Times.of(text, PRINTED).told


def test_a_month_without_a_year_is_none_where_the_print_is_unknown() -> None:
    assert not Times.of("In June they left.", None).told


def test_the_months_nearest_to_a_place_are_those_beside_it() -> None:
    text = "In June 2019 they met. " + "They waited. " * 60 + "In July 2020 they met again."
    beside = Times.of(text, PRINTED).beside(text.index("again"))
    assert [date.fromordinal(first).isoformat() for first, _ in beside] == ["2020-07-01"]
