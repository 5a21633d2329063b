"""When and where: what hangs on the event, never what hangs on the saying, never the publication date."""

from __future__ import annotations

from collections.abc import Callable

from jirga.model import Statement

Code = Callable[..., tuple[Statement, ...]]


def only(found: tuple[Statement, ...], trigger: str) -> Statement:
    (statement,) = [s for s in found if s.trigger.quote == trigger]
    return statement


def test_a_stated_date_is_the_events(code: Code) -> None:
    when = only(code("Rebels attacked the town on 3 May 2021.", "2021-06-01"), "attacked").when
    assert (when.edtf, when.start, when.end, when.basis) == (
        "2021-05-03",
        "2021-05-03",
        "2021-05-03",
        "stated",
    )


def test_a_weekday_is_resolved_from_publication(code: Code) -> None:
    when = only(code("Rebels attacked the town on Friday.", "2021-11-10"), "attacked").when
    assert (when.edtf, when.basis) == ("2021-11-05", "resolved")


def test_the_day_of_the_saying_is_not_the_events(code: Code) -> None:
    statement = only(code("Rebels attacked the town, officials said on Monday.", "2021-11-10"), "attacked")
    assert statement.when.edtf is None
    assert statement.when.basis == "unknown"


def test_publication_never_stands_in_for_the_event(code: Code) -> None:
    assert only(code("Rebels attacked the town.", "2021-11-10"), "attacked").when.edtf is None


def test_a_place_is_kept_with_its_coordinates_and_precision(code: Code) -> None:
    where = only(code("Gunmen attacked a bus in Peshawar."), "attacked").where
    assert (where.name, where.country, where.precision) == ("Peshawar", "PAK", "place")
    assert where.lat is not None
    assert abs(where.lat - 34.0) < 0.2


def test_a_government_is_no_place(code: Code) -> None:
    assert only(code("Islamabad condemned the attack."), "condemned").where.name is None


def test_two_deeds_keep_their_own_days(code: Code) -> None:
    found = code(
        "Rebels attacked the town on 3 May 2021 and the army shelled the port on 7 May 2021.", "2021-06-01"
    )
    assert only(found, "attacked").when.edtf == "2021-05-03"
    assert only(found, "shelled").when.edtf == "2021-05-07"


def test_a_date_in_a_clause_about_somebody_is_not_the_events(code: Code) -> None:
    found = code("Rebels killed four soldiers whom they had held since 2010.", "2021-06-01")
    assert only(found, "killed").when.edtf is None


def test_nothing_told_as_done_is_dated_after_the_telling(code: Code) -> None:
    found = code("In 2013 the truce held. Rebels attacked the town on 3 December.", "2021-06-12")
    when = only(found, "attacked").when
    assert when.start is None or when.start <= "2021-06-12"
