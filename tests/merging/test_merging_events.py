"""What stands together and what does not, and what an event says then."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merging_statements import ARMY, DENIED, GUNMEN, TTP, by, killed, told

from jirga.merging import alone, events
from jirga.model import (
    Constraints,
    Document,
    Event,
    EventCode,
    Factuality,
    Participant,
    Span,
    Statement,
    Where,
)

CONVOY = "Gunmen killed nine soldiers when they ambushed a convoy near Quetta"
AGAIN = "Nine soldiers were killed in an ambush on a convoy outside Quetta"
DENIAL = "No soldier was killed near Quetta"
SOLDIERS = Participant("nine soldiers", Span(14, 27, "nine soldiers"))
REPORTS = {
    name: Document(
        name, name, "1", name, f"QUETTA. {text}. The army searched Quetta.", publisher=name, published=day
    )
    for name, text, day in (
        ("Dawn", CONVOY, "2022-06-02"),
        ("Herald", AGAIN, "2022-06-03"),
        ("Gazette", DENIAL, "2022-06-04"),
        ("Late", CONVOY, "2022-06-12"),
    )
}
DAWN = told(
    "Dawn",
    CONVOY,
    "killed",
    at=8,
    day="2022-06-01",
    place="Quetta",
    recipient=(SOLDIERS,),
    figures=(killed(9),),
)
HERALD = told(
    "Herald",
    AGAIN,
    "killed",
    at=8,
    day="2022-06-01",
    place="Quetta",
    recipient=(SOLDIERS,),
    figures=(killed(11),),
)
GAZETTE = told(
    "Gazette",
    DENIAL,
    "killed",
    at=8,
    day="2022-06-01",
    place="Quetta",
    recipient=(SOLDIERS,),
    factuality=DENIED,
)
LATE = told("Late", CONVOY, "killed", at=8, day="2022-06-09", place="Quetta", recipient=(SOLDIERS,))


def merged(*statements: Statement, judged: Constraints | None = None) -> list[Event]:
    return events(statements, REPORTS.__getitem__, judged=judged or Constraints())


def pairs(*statements: Statement) -> frozenset[tuple[str, str]]:
    return frozenset(tuple(sorted((one.id, other.id))) for one, other in combinations(statements, 2))  # type: ignore[misc]


def test_two_reports_of_one_happening_are_one_event_with_both_figures() -> None:
    (event,) = merged(DAWN, HERALD)
    assert event.statements == (DAWN.id, HERALD.id)
    assert (event.documents, event.independent_sources, event.status) == (2, 2, "reported")
    assert [one.low for one in event.figures] == [9, 11]
    assert (event.when.edtf, event.where.name) == ("2022-06-01", "Quetta")
    assert event.sources_how[0] == "2 independent sources in 2 reports"


def test_why_they_stand_together_is_told_in_words() -> None:
    (event,) = merged(DAWN, HERALD)
    first, why = event.why
    assert first == ""
    assert "same trigger “killed”" in why
    assert "same place Quetta" in why
    assert "same day 2022-06-01" in why


def test_the_like_event_a_week_later_is_another() -> None:
    assert [event.statements for event in merged(LATE, DAWN)] == [(DAWN.id,), (LATE.id,)]


def test_a_denial_and_an_affirmation_make_it_contested() -> None:
    (event,) = merged(DAWN, HERALD, GAZETTE)
    assert (event.status, len(event.statements)) == ("contested", 3)
    (denied,) = merged(GAZETTE)
    assert denied.status == "denied"


def test_a_denial_tells_neither_when_nor_where_nor_who() -> None:
    denial = replace(GAZETTE, actor=(ARMY,), when=DAWN.when)
    (event,) = merged(DAWN, denial)
    assert event.actor == DAWN.actor


def test_a_series_is_not_one_of_its_members() -> None:
    series = replace(
        HERALD, when=replace(HERALD.when, edtf="2022-04/2022-06", start="2022-04-01", end="2022-06-30")
    )
    assert len(merged(DAWN, series)) == 2
    assert len(merged(DAWN, replace(HERALD, figures=(replace(killed(9), measure="attacks"),)))) == 2


def test_another_place_far_away_and_another_country_are_other_events() -> None:
    far = replace(HERALD, where=Where("Karachi", "PAK", 24.86, 67.01, "place"))
    near = replace(DAWN, where=Where("Quetta", "PAK", 30.18, 66.99, "place"))
    assert len(merged(near, far)) == 2
    assert len(merged(DAWN, replace(HERALD, where=Where("Kandahar", "AFG", precision="place")))) == 2


def test_what_was_printed_before_it_happened_does_not_tell_of_it() -> None:
    undated = replace(told("Dawn", CONVOY, "killed", at=8, recipient=(SOLDIERS,)), where=DAWN.where)
    assert len(merged(undated, LATE)) == 2


@pytest.mark.parametrize(
    "more",
    [
        {"content_of": "st_0"},
        {"factuality": Factuality(modality="demanded")},
        {"factuality": Factuality(modality="feared")},
        {"factuality": Factuality(modality="conditional")},
        {"factuality": Factuality("negated", "wished")},
    ],
)
def test_what_is_only_demanded_feared_or_an_acts_content_is_no_event(more: dict[str, object]) -> None:
    other = replace(HERALD, **more)  # type: ignore[arg-type]
    assert [event.statements for event in merged(DAWN, other)] == [(DAWN.id,)]


def test_people_have_the_last_word() -> None:
    apart = Constraints(apart=pairs(DAWN, HERALD))
    assert len(merged(DAWN, HERALD, judged=apart)) == 2
    same = Constraints(same=pairs(DAWN, LATE))
    (event,) = merged(DAWN, LATE, judged=same)
    assert event.why[1] == "people judged it the same"
    third = Constraints(apart=pairs(DAWN, GAZETTE) | pairs(HERALD, GAZETTE))
    assert len(merged(DAWN, HERALD, GAZETTE, judged=third)) == 2


def test_each_entity_is_told_once_and_the_unnamed_give_way_to_the_named() -> None:
    said = replace(TTP, said_by=(by("Police"),), certainty="probable")
    one = replace(DAWN, actor=(said,))
    (event,) = merged(
        one, replace(HERALD, actor=(TTP,)), replace(GAZETTE, factuality=Factuality(), actor=(GUNMEN,))
    )
    assert event.actor == (TTP,)


def test_a_figure_without_a_speaker_of_its_own_is_its_statements_speakers() -> None:
    police = by("Police")
    (event,) = merged(
        replace(DAWN, said_by=(police,)), replace(HERALD, said_by=(police,), figures=(killed(9),))
    )
    assert [(one.low, one.said_by) for one in event.figures] == [(9, (police,))]


def test_the_narrowest_date_and_the_most_precise_place_are_the_events() -> None:
    month = replace(DAWN, when=replace(DAWN.when, edtf="2022-06", start="2022-06-01", end="2022-06-30"))
    province = replace(month, where=Where("Balochistan", "PAK", precision="province"))
    (event,) = merged(province, HERALD)
    assert (event.when.edtf, event.where.name) == ("2022-06-01", "Quetta")


def test_an_event_by_itself_is_what_its_statement_says() -> None:
    (event,) = alone([replace(DAWN, event=EventCode("ASSAULT", ("firearms",)))])
    assert (event.type, event.modes, event.recipient) == ("ASSAULT", ("firearms",), (SOLDIERS,))
    assert (event.documents, event.independent_sources, event.why) == (1, 1, ("",))
    assert event.id == merged(DAWN)[0].id
    assert list(alone([replace(DAWN, content_of="st_0"), replace(DAWN, kind="relation", event=None)])) == []


# --- order ------------------------------------------------------------------------------------------------

_DAYS = ("2022-06-01", "2022-06-02", "2022-06-03", "2022-06-07")
_PLACES = ("Quetta", "Karachi")
_TRIGGERS = ((CONVOY, "killed"), (CONVOY, "ambushed"), (AGAIN, "killed"), (DENIAL, "killed"))
_statements = st.builds(
    lambda document, sentence, day, place, at, denied: told(
        document,
        sentence[0],
        sentence[1],
        at=100 * at,
        day=day,
        place=place,
        recipient=(SOLDIERS,),
        factuality=DENIED if denied else Factuality(),
    ),
    st.sampled_from(sorted(REPORTS)),
    st.sampled_from(_TRIGGERS),
    st.sampled_from(_DAYS),
    st.sampled_from(_PLACES),
    st.integers(0, 3),
    st.booleans(),
)


@settings(deadline=None)
@given(st.lists(_statements, max_size=9), st.integers())
def test_the_order_of_statements_makes_no_difference(statements: Sequence[Statement], seed: int) -> None:
    found = merged(*statements)
    assert merged(*random.Random(seed).sample(statements, len(statements))) == found
    standing = [one for event in found for one in event.statements]
    assert sorted(standing) == sorted(one.id for one in statements)
    for event in found:
        days = {one.when.start for one in statements if one.id in event.statements}
        assert not {"2022-06-01", "2022-06-07"} <= days
