"""Dates told from another happening, and in which year of the story a date lies."""

from __future__ import annotations

import pytest

from jirga.language.parse import parse
from jirga.language.times import find_times

TUESDAY = "2022-12-20"


def values(text: str) -> dict[str, str | None]:
    return {text[one.start : one.end]: one.edtf for one in find_times(parse(text), TUESDAY)}


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "Two days after the rebels seized Wana on 15 August 2021, they freed nine prisoners.",
            "Two days",
            "2021-08-17",
        ),
        (
            "Two weeks before Kabul fell in August 2021, they took the border.",
            "Two weeks",
            "2021-07/2021-08",
        ),
        (
            "The Taliban seized Kabul on August 15, 2021. The day after the takeover, prisoners walked free.",
            "The day",
            "2021-08-16",
        ),
    ],
)
def test_a_day_told_from_another_happening(text: str, words: str, edtf: str) -> None:
    assert values(text)[words] == edtf, values(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban seized Kabul on August 15, 2021. The day after the wedding, prisoners walked free.",
        "Two days after the election gunmen struck.",
        "They must answer within two days after the order of May 5, 2021.",
    ],
)
def test_what_no_date_is_told_of_stays_open(text: str) -> None:
    found = values(text)
    assert not any("2" in (edtf or "")[:1] for words, edtf in found.items() if "day" in words.lower()), found


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (
            "In 2014 envoys of both sides met in Minsk, and on September 5 they signed.",
            "September 5",
            "2014-09-05",
        ),
        (
            "Both announced a final accord on August 24, 2016; voters rejected it on October 2.",
            "October 2",
            "2016-10-02",
        ),
        ("On 30 January 1972 soldiers shot thirteen marchers. In July bombs killed nine.", "July", "1972-07"),
        (
            "They signed it on September 5, 2006. Militants renounced it on July 15 of the following year.",
            "July 15 of the following year",
            "2007-07-15",
        ),
        (
            "In December 2003 two bombs exploded. The next spring the army attacked.",
            "The next spring",
            "2004-21",
        ),
        (
            "Gunmen attacked Mumbai in November 2008. The next month India broke off talks.",
            "The next month",
            "2008-12",
        ),
        (
            "They stormed it on 21 January 2019. The same week envoys met.",
            "The same week",
            "2019-01-21/2019-01-27",
        ),
        ("They signed it on the 11th of this month.", "the 11th of this month", "2022-12-11"),
    ],
)
def test_a_date_lies_in_the_story_it_is_told_in(text: str, words: str, edtf: str) -> None:
    assert values(text)[words] == edtf, values(text)


def test_what_is_to_come_is_counted_from_publication() -> None:
    text = "Gunmen attacked Mumbai in November 2008. The envoys will meet the next month."
    assert values(text)["the next month"] == "2023-01"


def test_a_deal_called_after_a_feast_is_no_day() -> None:
    assert values("The Good Friday Agreement was signed on 10 April 1998.") == {"10 April 1998": "1998-04-10"}
