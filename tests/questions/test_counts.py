from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jirga.errors import UsageError
from jirga.model import EVENT_TYPES, Event, Participant, Span, When, Where
from jirga.questions import count
from jirga.questions.counts import UNKNOWN

MENTION = Span(0, 1, "x")


def party(name: str, *, known: bool = True) -> Participant:
    return Participant(name, MENTION, entity=name if known else None)


def event(
    type_: str = "ASSAULT",
    actor: tuple[str, ...] = ("a",),
    recipient: tuple[str, ...] = ("b",),
    day: str | None = "2022-01-05",
    until: str | None = None,
) -> Event:
    return Event(
        id="ev",
        type=type_,
        modes=(),
        actor=tuple(party(one) for one in actor),
        recipient=tuple(party(one) for one in recipient),
        when=When(day, day, until or day, "stated") if day else When(),
        where=Where(),
        figures=(),
        status="reported",
        statements=("st",),
        documents=1,
        independent_sources=1,
    )


def rows(table: object) -> dict[tuple[str, ...], int]:
    return {cell.values: cell.events for cell in table.rows()}  # type: ignore[attr-defined]


def test_months_between_the_first_and_the_last_are_filled_with_zeros() -> None:
    found = rows(count([event(day="2021-11-30"), event(day="2022-02-01")], ["month"]))
    assert found == {("2021-11",): 1, ("2021-12",): 0, ("2022-01",): 0, ("2022-02",): 1}


def test_months_run_over_the_bounds_that_were_asked_for() -> None:
    table = count([event(day="2022-02-01")], ["month"], since="2022-01", until="2022-03-15")
    assert rows(table) == {("2022-01",): 0, ("2022-02",): 1, ("2022-03",): 0}


def test_a_year_without_a_month_is_counted_as_unknown_and_not_dropped() -> None:
    wide = event(day="2022-01-01", until="2022-12-31")
    found = rows(count([event(), wide], ["month"]))
    assert found == {("2022-01",): 1, (UNKNOWN,): 1}
    assert rows(count([event(), wide], ["year"])) == {("2022",): 2}


def test_unknown_rows_come_last_and_are_not_filled_with_zeros() -> None:
    table = count([event(), event(type_="AID", day=None)], ["month", "type"])
    cells = list(table.rows())
    assert [cell.values for cell in cells if UNKNOWN in cell.values] == [(UNKNOWN, "AID")]
    assert cells[-1].values == (UNKNOWN, "AID")


def test_every_type_has_its_zeros_but_only_types_that_were_asked_for() -> None:
    assert [key for (key,) in rows(count([event()], ["type"]))] == list(EVENT_TYPES)
    assert rows(count([event()], ["type"], types=["ASSAULT", "AID"])) == {("AID",): 0, ("ASSAULT",): 1}
    assert rows(count([event()], ["quad"], types=["ASSAULT"])) == {("material conflict",): 1}


def test_a_dyad_is_a_grid_of_the_pairs_that_occur_times_the_rest() -> None:
    table = count([event(), event(actor=("c",), day="2022-02-01")], ["dyad", "month"])
    assert table.columns == ("actor", "recipient", "month")
    assert rows(table) == {
        ("a", "b", "2022-01"): 1,
        ("a", "b", "2022-02"): 0,
        ("c", "b", "2022-01"): 0,
        ("c", "b", "2022-02"): 1,
    }


def test_a_meeting_counts_in_both_directions_and_once_as_an_event() -> None:
    table = count([event("CONSULT", actor=("a", "b"), recipient=())], ["dyad"])
    assert rows(table) == {("a", "b"): 1, ("b", "a"): 1}
    assert table.total == 1


def test_a_party_that_is_not_told_is_unknown_and_an_unnamed_one_is_no_entity() -> None:
    unnamed = event(actor=())
    table = count([unnamed, event(actor=("gunmen",))], ["actor"])
    assert rows(table) == {("gunmen",): 1, (UNKNOWN,): 1}


@pytest.mark.parametrize("by", [[], ["weekday"], ["month", "month"], ["dyad", "actor"]])
def test_axes_that_make_no_table_are_refused(by: list[str]) -> None:
    with pytest.raises(UsageError):
        count([], by)


def test_a_table_too_large_to_use_is_refused_with_its_size() -> None:
    crowd = [event(actor=(f"a{n}",), recipient=(f"b{n}",)) for n in range(400)]
    long_ago = event(day="1947-08-15")
    with pytest.raises(UsageError, match=r"cells .*dyad.*month.*type.*5,000,000"):
        count([*crowd, long_ago], ["dyad", "month", "type"])


DAYS = st.sampled_from(["2020-02-29", "2021-12-31", "2022-01-01", None])
EVENTS = st.builds(
    event,
    type_=st.sampled_from(EVENT_TYPES),
    actor=st.lists(st.sampled_from("abc"), max_size=2, unique=True).map(tuple),
    recipient=st.lists(st.sampled_from("abc"), max_size=2, unique=True).map(tuple),
    day=DAYS,
)


@given(st.lists(EVENTS, max_size=12), st.sampled_from([["month"], ["type", "year"], ["quad", "month"]]))
def test_on_single_valued_axes_the_cells_add_up_to_the_events(events: list[Event], by: list[str]) -> None:
    table = count(events, by)
    assert sum(cell.events for cell in table.rows()) == table.total == len(events)


@given(st.lists(EVENTS, max_size=12))
def test_no_event_is_lost_and_no_row_stands_twice(events: list[Event]) -> None:
    table = count(events, ["dyad", "month", "type"])
    cells = [cell.values for cell in table.rows()]
    assert len(set(cells)) == len(cells)
    assert sum(cell.events for cell in table.rows()) == sum(table.events.values())
    assert table.size == len(list(product(*table.grid)))


def test_a_pronoun_that_stands_for_nobody_known_is_unknown() -> None:
    attack = event(recipient=())
    left_open = replace(attack, actor=(party("its", known=False), party("gunmen", known=False)))
    assert {cell.values for cell in count([left_open], ["actor"]).rows()} == {(UNKNOWN,), ("(gunmen)",)}
