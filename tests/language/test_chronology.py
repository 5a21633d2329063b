"""Chronologies: what stands under which date, and what a date without a year means there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.language.chronology import chronology, heading_at
from jirga.language.parse import parse
from jirga.language.times import find_times

YEARS = "2014: Rebels struck on 4 June. Two days later they left.\n2015: A truce was signed on 3 May."


def under(text: str, words: str, published: str | None = "2024-05-01") -> str | None:
    heading = heading_at(chronology(text, published), text.index(words))
    return heading.edtf if heading else None


def values(text: str, published: str | None = "2024-05-01") -> dict[str, str | None]:
    return {text[one.start : one.end]: one.edtf for one in find_times(parse(text), published)}


def test_each_line_stands_under_its_own_date() -> None:
    assert (under(YEARS, "Rebels"), under(YEARS, "A truce")) == ("2014", "2015")


@pytest.mark.parametrize("published", ["2024-05-01", None])
def test_a_date_without_a_year_is_of_the_year_it_stands_under(published: str | None) -> None:
    assert values(YEARS, published) == {
        "2014": "2014",
        "4 June": "2014-06-04",
        "Two days later": "2014-06-06",
        "2015": "2015",
        "3 May": "2015-05-03",
    }


def test_a_day_stands_under_its_year_and_ends_with_it() -> None:
    text = "## 2014\n\n- 3 March: Rebels struck.\n- 12 June: They left.\n\n## 2015\n\nA truce held all year."
    assert [one.edtf for one in chronology(text, "2024-05-01")] == [
        "2014",
        "2014-03-03",
        "2014-06-12",
        "2015",
    ]
    assert (under(text, "They left"), under(text, "A truce")) == ("2014-06-12", "2015")


def test_under_a_day_a_weekday_is_reckoned_from_it_and_under_a_year_left_open() -> None:
    text = "12 June 2014: Rebels struck on Tuesday.\n2015: They struck on Friday."
    found = values(text)
    assert (found["Tuesday"], found["Friday"]) == ("2014-06-10", None)


def test_under_several_years_a_date_without_one_is_left_open() -> None:
    text = "2014: Rebels struck.\n2015-2020: A truce was signed on 3 May."
    assert values(text)["3 May"] is None


def test_another_heading_ends_what_a_date_heads() -> None:
    text = "## 2014\n\nRebels struck.\n\n## 2015\n\nA truce held.\n\n## Background\n\nThe group robs banks."
    assert under(text, "A truce") == "2015"
    assert under(text, "The group") is None


def test_the_last_date_reaches_no_farther_than_those_before_it() -> None:
    text = "2014: Rebels struck.\n\n2015: A truce was signed.\n\nWhat has been learned? On 3 May it rained."
    assert under(text, "What has") is None
    assert values(text)["3 May"] == "2023-05-03"


def test_without_any_year_the_one_nearest_publication_is_meant() -> None:
    text = "Nov. 9: Rebels struck.\nNov. 12: A truce was signed."
    assert [one.edtf for one in chronology(text, "2021-12-01")] == ["2021-11-09", "2021-11-12"]
    assert chronology(text, None) == ()


PIECES = st.sampled_from(
    [
        "2014",
        "March 2015",
        "3 May",
        ":",
        ".",
        " – ",
        "\n",
        "\n\n",
        "- ",
        "## ",
        "Rebels struck.",
        " ",
        "Background",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_headings_stand_in_order_within_any_text(text: str) -> None:
    found = chronology(text, "2024-05-01")
    assert all(0 <= one.start < one.end <= one.body <= one.until <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
