from __future__ import annotations

from dataclasses import replace

import pytest

from jirga.merging import events
from jirga.model import EventCode, Factuality, Participant, Span, Statement, When, Where

SPAN = Span(4, 12, "released")
STATEMENT = Statement(
    "st_1",
    "event",
    "d",
    "r",
    0,
    12,
    "they released",
    SPAN,
    SPAN,
    Factuality(),
    event=EventCode("RETREAT", ("release",)),
    actor=(Participant("Taliban", SPAN),),
    when=When("2022"),
    where=Where("Khost"),
)


def test_an_event_is_what_its_statement_says() -> None:
    (event,) = events([STATEMENT])
    assert (event.type, event.modes) == ("RETREAT", ("release",))
    assert (event.actor, event.when, event.where) == (STATEMENT.actor, STATEMENT.when, STATEMENT.where)
    assert event.statements == ("st_1",)
    assert (event.documents, event.independent_sources) == (1, 1)


def test_its_id_depends_on_the_statement_alone() -> None:
    first, second = events([STATEMENT, replace(STATEMENT, id="st_2")])
    (again,) = events([replace(STATEMENT, confidence=0.1)])
    assert first.id == again.id != second.id
    assert first.id.startswith("ev_")


@pytest.mark.parametrize(
    ("factuality", "status"),
    [
        (Factuality(), "reported"),
        (Factuality("negated"), "denied"),
        (Factuality("negated", "wished"), "reported"),
        (Factuality("affirmed", "demanded"), "reported"),
    ],
)
def test_a_denial_is_negated_and_asserted(factuality: Factuality, status: str) -> None:
    (event,) = events([replace(STATEMENT, factuality=factuality)])
    assert event.status == status


def test_content_and_other_kinds_are_no_events() -> None:
    others = [
        replace(STATEMENT, content_of="st_0"),
        replace(STATEMENT, kind="quantity", event=None),
        replace(STATEMENT, kind="relation", event=None),
    ]
    assert list(events(others)) == []
