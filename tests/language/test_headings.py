"""Dates that head what follows: which lines of a text begin with one, and what it means."""

from __future__ import annotations

import pytest

from jirga.language.headings import date_lines, read
from jirga.language.layout import line_starts


def heads(text: str) -> list[str]:
    return [text[one.start : one.end] for one in date_lines(text, line_starts(text))]


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2014", "2014"),
        ("March 2014", "2014-03"),
        ("12 March 2014", "2014-03-12"),
        ("Nov. 9, 2021", "2021-11-09"),
        ("2021-11-09", "2021-11-09"),
        ("Late 2014", "2014-09~/2014-12~"),
        ("2015-2020", "2015/2020"),
        ("January to April 2014", "2014-01/2014-04"),
        ("October–December 2021", "2021-10/2021-12"),
        ("28 February - 3 March 2014", "2014-02-28/2014-03-03"),
        ("December to March 2020", "2019-12/2020-03"),
    ],
)
def test_a_heading_is_read_as_the_date_it_is(words: str, edtf: str) -> None:
    reading = read(words)
    assert reading is not None
    assert reading.edtf == edtf


@pytest.mark.parametrize("words", ["2014 budget", "Friday", "In 2014", "14", "the war of 2014", ""])
def test_what_is_more_or_less_than_a_date_is_no_heading(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    "text",
    [
        "2014: Rebels struck.\n2015: A truce was signed.",
        "- 2014: Rebels struck.\n- 2015: A truce was signed.",
        "2014. Rebels struck.\n\n2015. A truce was signed.",
        "**2014** – Rebels struck.\n\n**2015** – A truce was signed.",
        "## 2014\n\nRebels struck.\n\n## 2015\n\nA truce was signed.",
        "2014\nRebels struck.\n2015\nA truce was signed.",
        "2014 -- Rebels struck.\n2015 -- A truce was signed.",
        "2014 | Rebels struck.\n2015 | A truce was signed.",
    ],
)
def test_dates_head_lines_in_many_ways(text: str) -> None:
    assert heads(text) == ["2014", "2015"]


def test_the_longest_date_is_taken() -> None:
    text = "January - April 2014: Rebels struck.\nNov. 9, 2014: A truce was signed."
    assert heads(text) == ["January - April 2014", "Nov. 9, 2014"]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n  2014: a bad year.",
        "2014: a bad year.\nRebels struck, and a truce was signed in the capital.",
        "In 2014 rebels struck.\nIn 2015 a truce was signed.",
        "May: I think they will sign.\nJune: I doubt that they will.",
        "10:30 a.m.: Rebels struck.\n11:15 a.m.: A truce was signed.",
        "Rebels who had struck the port and the town and the road to the airport in early\n"
        "2014. The truce of two years before was over, as all the papers of the land said in\n"
        "2015. Nobody mourned it.",
    ],
)
def test_no_chronology_is_seen_where_there_is_none(text: str) -> None:
    assert heads(text) == []
