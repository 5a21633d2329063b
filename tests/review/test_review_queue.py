"""What comes first for a person, and a sitting over it."""

from __future__ import annotations

from dataclasses import replace

import pytest

import sample_record as made
from jirga.errors import MistakesError, UsageError
from jirga.model import Event, Figure, Statement
from jirga.record import Record
from jirga.review import Pair, queue
from jirga.store import Store


def again(record: Record, *statements: Statement) -> None:
    """Let another coder read the wire's report, and tell only these statements."""
    reading = replace(made.reading(made.WIRE), id="rd_again", coder="hand-2")
    found = [replace(one, id=f"{one.id}_2", reading=reading.id) for one in statements]
    with Store.open(record.location, writing=True) as store:
        store.save(made.WIRE, reading, found)
    record.close()


def test_the_less_sure_and_the_deadlier_come_first(record: Record) -> None:
    deadly = replace(made.ATTACK, figures=(replace(made.ATTACK.figures[0], low=400, high=400),))
    sure = replace(made.LEADS, confidence=0.99)
    again(record, deadly, sure)
    items = record.review().items
    assert items[0].statement is not None and items[0].statement.trigger.quote == "attacked"
    assert items[0].why == "ASSAULT, 400 killed, one source, confidence 0.80"
    assert f"{made.LEADS.id}_2" not in {one.statement.id for one in items if one.statement}
    assert [one.weight for one in items] == sorted((one.weight for one in items), reverse=True)


def test_what_was_decided_comes_no_more_and_content_of_acts_never(record: Record) -> None:
    record.decide(made.ATTACK.id, "accept")
    record.decide(made.RELEASE.id, "reject")
    triggers = {one.statement.trigger.quote for one in record.review().items if one.statement}
    assert not triggers & {"released", "lay down"}
    assert made.ATTACK.id not in {one.statement.id for one in record.review().items if one.statement}


def test_contested_events_weigh_more(record: Record) -> None:
    (event,) = record.events(type="CONSULT", since="2022-06")
    plain = {one.statement.id: one.weight for one in queue(record.store, 9, events=[event]) if one.statement}
    contested = replace(event, status="contested", independent_sources=2)
    found = {one.statement.id: one for one in queue(record.store, 9, events=[contested]) if one.statement}
    assert found[made.MEETING.id].weight > plain[made.MEETING.id]
    assert found[made.MEETING.id].why.startswith("CONSULT, contested, confidence")


def test_lost_decisions_come_before_all_else_and_are_kept_or_undone(record: Record) -> None:
    record.decide(made.ATTACK.id, "accept", by="A")
    record.decide(made.LEADS.id, "reject", by="A")
    again(record)
    session = record.review(by="B")
    assert [one.reason for one in session.items[:2]] == ["lost", "lost"]
    assert "accept by A" in session.items[0].why
    assert (session.choices(0), session.choices(1)) == (("accept", "undo"), ("undo",))
    (kept,) = session.take(0, "accept").decisions
    assert kept.kind == "add"
    session.take(1, "undo")
    assert record.store.lost() == []
    assert [one.trigger.quote for one in record.statements(document="wire")] == ["attacked"]


def test_a_limit_leaves_the_weightiest(record: Record) -> None:
    all_of_them = record.review(limit=100).items
    assert record.review(limit=2).items == all_of_them[:2]


def test_doubtful_merges_stand_among_statements_until_they_are_judged(record: Record) -> None:
    pairs = [Pair(made.ATTACK.id, made.MEETING.id, 0.55, "both in 2022"), Pair("st_gone", made.LEADS.id, 0.5)]
    (item,) = [one for one in queue(record.store, 20, pairs=pairs) if one.reason == "merge"]
    assert item.why == "one happening or two? probability 0.55; both in 2022"
    assert item.to_json()["other"]["id"] == made.MEETING.id
    session = replace_items(record, item)
    session.take(0, "apart")
    assert not [one for one in queue(record.store, 20, pairs=pairs) if one.reason == "merge"]


def replace_items(record: Record, *items: object) -> object:
    session = record.review()
    session.items = list(items)  # type: ignore[arg-type]
    return session


def test_a_sitting_takes_back_step_by_step_and_leaves_nothing(record: Record) -> None:
    before = record.statements(all=True)
    session = record.review()
    first = session.items[0].statement
    assert first is not None
    session.take(0, "reject")
    session.take(1, "edit", ["polarity=negated"])
    with pytest.raises(MistakesError):
        session.take(2, "edit", ["polarity=no"])
    with pytest.raises(UsageError, match="same is no choice here"):
        session.take(2, "same")
    assert len(session.taken) == 2
    assert [session.back(), session.back(), session.back()] == [1, 0, None]
    assert record.statements(all=True) == before


def test_an_item_is_json_with_or_without_words(record: Record) -> None:
    item = record.review().items[0]
    assert item.to_json()["statement"]["quote"]
    assert "quote" not in item.to_json(text=False)["statement"]


def test_events_and_figures_are_only_looked_at(record: Record) -> None:
    events: list[Event] = record.events(all=True)
    figures: list[Figure] = [figure for event in events for figure in event.figures]
    assert queue(record.store, 3, events=events) == queue(record.store, 3, events=reversed(events))
    assert figures
