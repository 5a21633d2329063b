"""What keeps two statements apart whatever else they share."""

from __future__ import annotations

from dataclasses import replace

from merging_statements import told

from jirga.merging import linking, marks
from jirga.model import Document, When


def printed(name: str, day: str) -> marks.Setting:
    text = "One soldier was killed in an attack."
    return marks.setting(
        Document(name, name, "1", name, text, published=day, published_basis="stated", language="en")
    )


def killing(name: str, day: str, when: When | None = None) -> marks.Marks:
    statement = told(name, "One soldier was killed in an attack.", "killed")
    statement = replace(statement, when=when) if when is not None else statement
    return marks.marks(statement, printed(name, day))


def test_undated_reports_printed_months_apart_stay_apart() -> None:
    assert linking.apart(killing("a", "2019-02-01"), killing("b", "2020-02-01")) is not None
    assert linking.apart(killing("a", "2019-02-01"), killing("b", "2019-02-03")) is None


def test_an_undated_report_long_after_a_date_is_not_of_it() -> None:
    day = When("2019-02-01", "2019-02-01", "2019-02-01", "stated")
    assert linking.apart(killing("a", "2019-02-02", day), killing("b", "2019-09-01")) is not None
    assert linking.apart(killing("a", "2019-02-02", day), killing("b", "2019-02-20")) is None


def test_within_one_report_print_says_nothing() -> None:
    assert linking.apart(killing("a", "2019-02-01"), killing("a", "2019-02-01")) is None
