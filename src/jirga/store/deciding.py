"""People's decisions in the database: appended, never changed, and laid over a document's reading anew.

What a decision hides, adds and corrects is derived in the transaction that appends it, and again in the one
that stores another reading of its document, so that a record never shows a half of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from jirga.as_json import compact, decision_from_json, decision_to_json, stamped
from jirga.errors import NotFoundError, UsageError
from jirga.model import Constraints, Decision, Document
from jirga.store import rows, tables, targets
from jirga.store.days import bounds
from jirga.store.sound import mistakes
from jirga.store.statements import delete_statements, insert_statements, statements_of

#: What is kept of a document as it was read while it is corrected.
_AS_READ = (*targets.CORRECTABLE, "published_basis")

_decision, _anchor = tables.decision.c, tables.decision_anchor.c


def append(connection: Connection, decision: Decision, at: str | None = None) -> Decision:
    """Write a decision, made at `at` (now) where it has no time, and return it as the record has it.

    One that is there adds nothing. It is not yet laid over its documents: `apply` does that.
    """
    if wrong := list(mistakes(decision)):
        raise UsageError(
            f"the decision {decision.id} cannot be applied: {'; '.join(wrong)}",
            stage="deciding",
            next_step="leave it out, or export the decisions again",
        )
    made = decision if decision.at else stamped(decision, at or now(connection))
    if connection.scalar(select(_decision.seq).where(_decision.id == made.id)) is not None:
        return made
    obj = decision_to_json(made)
    row = {name: obj[name] for name in ("id", "kind", "by", "at", "why", "undoes")}
    connection.execute(insert(tables.decision), row | {"json": compact(obj)})
    aimed = [
        {"decision": made.id, "position": position, "document": one.document, "live": 1, "state": "lost"}
        for position, one in enumerate(made.anchors)
    ]
    connection.execute(insert(tables.decision_anchor), aimed)
    return made


def apply(connection: Connection, documents: Iterable[str]) -> None:
    """Lay the live decisions about these documents over their current readings anew."""
    for document in dict.fromkeys(documents):
        decisions = of_document(connection, document)
        if decisions:
            _apply(connection, document, decisions)


def _apply(connection: Connection, document: str, decisions: list[Decision]) -> None:
    standing = targets.live(decisions)
    row = connection.execute(select(tables.document).where(tables.document.c.id == document)).first()
    result = targets.Overlay()
    if row is not None:
        _describe(connection, row, standing)
        result = _overlay(connection, row, standing)
    _note(connection, document, decisions, standing, result, there=row is not None)


def _overlay(connection: Connection, row: Any, standing: list[Decision]) -> targets.Overlay:
    """Hide and add what the decisions say, in place of what earlier ones had hidden and added."""
    table = tables.statement
    by_people = targets.reading_of(row.id)
    delete_statements(connection, by_people)
    hidden = (table.c.document == row.id, table.c.hidden_by.is_not(None))
    connection.execute(update(table).where(*hidden).values(hidden_by=None))
    text = connection.scalar(
        select(tables.document_text.c.text).where(
            tables.document_text.c.document == row.id,
            tables.document_text.c.text_version == row.text_version,
        )
    )
    coded = statements_of(connection, _current(connection, row.id) or "")
    result = targets.overlay(standing, coded, str(text), row.id, row.text_version)
    for statement, decision in result.hidden.items():
        connection.execute(update(table).where(table.c.id == statement).values(hidden_by=decision))
    _save_made(connection, by_people, row, result.made)
    return result


def _save_made(connection: Connection, reading: str, row: Any, made: list[targets.Made]) -> None:
    readings, table = tables.reading, tables.statement
    connection.execute(delete(readings).where(readings.c.id == reading))
    if not made:
        return
    values = {"id": reading, "document": row.id, "text_version": row.text_version, "coder": targets.PEOPLE}
    values |= {"lexicon": "", "configuration": "", "status": "complete", "published": row.published}
    connection.execute(insert(readings), values | {"current": 1, "by_people": 1, "statements": len(made)})
    insert_statements(connection, [one.statement for one in made])
    for one in made:
        origin = {"stands_for": one.stands_for, "decided": one.decided or None}
        connection.execute(update(table).where(table.c.id == one.statement.id).values(origin))


def _describe(connection: Connection, row: Any, standing: list[Decision]) -> None:
    """Write the document's description as corrected, keep it as it was read, and whether it is withdrawn."""
    as_read = json.loads(row.as_read) if row.as_read else {name: getattr(row, name) for name in _AS_READ}
    values = targets.corrections(standing)
    told = as_read | values
    start, end = bounds(told["published"])
    told |= {"published_start": start, "published_end": end}
    told |= {"publisher_folded": rows.folded(told["publisher"])}
    told |= {"as_read": compact(as_read) if values else None, "withdrawn_by": targets.withdrawal(standing)}
    connection.execute(update(tables.document).where(tables.document.c.id == row.id).values(told))


def _note(
    connection: Connection,
    document: str,
    decisions: list[Decision],
    standing: list[Decision],
    result: targets.Overlay,
    *,
    there: bool,
) -> None:
    """Write of each anchor whether its decision is live, and which statement it means, if it found one."""
    alive = {one.id for one in standing}
    for one in decisions:
        for position, anchor in enumerate(one.anchors):
            place = (one.id, position)
            if anchor.document == document:
                lost = not there or place in result.lost
                values = {"live": int(one.id in alive), "state": "lost" if lost else "found"}
                connection.execute(
                    update(tables.decision_anchor)
                    .where(_anchor.decision == one.id, _anchor.position == position)
                    .values(values | {"statement": result.targets.get(place)})
                )


def _current(connection: Connection, document: str) -> str | None:
    table = tables.reading.c
    coded = (table.document == document, table.current == 1, table.by_people == 0)
    return connection.scalar(select(table.id).where(*coded))


def now(connection: Connection) -> str:
    """Return the time for a new decision: later than that of any that is there, whatever the clock says."""
    time = datetime.now(UTC)
    last = connection.scalar(select(func.max(_decision.at)))
    if last and datetime.fromisoformat(last) >= time:
        time = datetime.fromisoformat(last) + timedelta(microseconds=1)
    return time.isoformat(timespec="microseconds")


# --- asked ----------------------------------------------------------------------------------------------


def of_document(connection: Connection, document: str) -> list[Decision]:
    """Return every decision aimed at a document, undos and what they undo among them, by time."""
    aimed = select(_anchor.decision).where(_anchor.document == document)
    return _decisions(connection, _decision.id.in_(aimed))


def every(connection: Connection) -> list[tuple[Decision, bool]]:
    """Return every decision by time, each with whether it is live (an undo never is)."""
    alive = set(connection.scalars(select(_anchor.decision).where(_anchor.live == 1)))
    return [(one, one.id in alive) for one in _decisions(connection)]


def lost(connection: Connection) -> list[tuple[Decision, int]]:
    """Return the live decisions of which an anchor means nothing now, by time, each with its position."""
    found = connection.execute(
        select(_anchor.decision, _anchor.position).where(_anchor.live == 1, _anchor.state == "lost")
    ).all()
    known = {one.id: one for one in _decisions(connection, _decision.id.in_({row.decision for row in found}))}
    places = sorted((known[row.decision].at, row.decision, row.position) for row in found)
    return [(known[identifier], position) for _, identifier, position in places]


def named(connection: Connection, identifier: str) -> Decision:
    """Return the decision with this id; NotFoundError."""
    found = _decisions(connection, _decision.id == identifier)
    if not found:
        raise NotFoundError(
            f"there is no decision {identifier!r}", next_step="jirga decisions lists what was decided"
        )
    return found[0]


def about(connection: Connection, statement: str) -> list[Decision]:
    """Return the live decisions that mean this statement now, or hide it, by time."""
    table = tables.statement.c
    hides = select(table.hidden_by).where(table.id == statement, table.hidden_by.is_not(None))
    aimed = select(_anchor.decision).where(_anchor.statement == statement, _anchor.live == 1)
    return _decisions(connection, _decision.id.in_(aimed.union(hides)))


def shown_as(connection: Connection, statement: str) -> str | None:
    """Return the id of the statement that the lists show for this one, None where they show none."""
    table, reading = tables.statement, tables.reading.c
    visible = (
        select(table.c.id)
        .join(tables.reading, reading.id == table.c.reading)
        .where(reading.current == 1, table.c.hidden_by.is_(None))
    )
    itself = connection.scalar(visible.where(table.c.id == statement))
    return itself or connection.scalar(visible.where(table.c.stands_for == statement))


def decided(connection: Connection) -> set[str]:
    """Return the ids of the statements that a live decision means now."""
    found = select(_anchor.statement).where(_anchor.live == 1, _anchor.statement.is_not(None))
    return set(connection.scalars(found))


def _decisions(connection: Connection, *conditions: Any) -> list[Decision]:
    query = select(_decision.json).where(*conditions).order_by(_decision.at, _decision.id)
    return [decision_from_json(json.loads(text)) for text in connection.scalars(query)]


def constraints(connection: Connection) -> Constraints:
    """Return what live decisions say of pairs of current statements; of the same pair the later stands."""
    kinds = ("same", "merge", "apart", "split")
    aimed = connection.execute(
        select(_decision.id, _decision.kind, _anchor.position, _anchor.statement)
        .join(tables.decision_anchor, _anchor.decision == _decision.id)
        .where(_anchor.live == 1, _decision.kind.in_(kinds), _anchor.statement.is_not(None))
        .order_by(_decision.at, _decision.id, _anchor.position)
    )
    groups: dict[str, tuple[str, list[tuple[int, str]]]] = {}
    for row in aimed:
        groups.setdefault(row.id, (row.kind, []))[1].append((row.position, row.statement))
    judged: dict[tuple[str, str], bool] = {}
    for kind, some in groups.values():
        for pair in _pairs(kind, some):
            judged[pair] = kind in ("same", "merge")
    same = frozenset(pair for pair, is_same in judged.items() if is_same)
    return Constraints(same, frozenset(judged) - same)


def _pairs(kind: str, aimed: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """Every pair of those that are the same; the first with each of the rest where it is kept apart."""
    for at, (position, one) in enumerate(aimed):
        if kind in ("same", "merge") or position == 0:
            yield from ((min(one, other), max(one, other)) for _, other in aimed[at + 1 :] if one != other)


# --- documents ------------------------------------------------------------------------------------------


def corrected(connection: Connection, document: Document) -> Document:
    """Return the document, as read from its file, with what people have corrected of it."""
    if connection.scalar(select(exists().where(_anchor.document == document.id))) is not True:
        return document
    return replace(document, **targets.corrections(targets.live(of_document(connection, document.id))))


def as_read(connection: Connection, document: Document) -> Document:
    """Return the document without what people have corrected of it."""
    kept = connection.scalar(select(tables.document.c.as_read).where(tables.document.c.id == document.id))
    return replace(document, **json.loads(kept)) if kept else document


def to_read_again(connection: Connection) -> list[str]:
    """Return the ids of documents whose current reading reckoned from another date than they have now."""
    table, reading = tables.document.c, tables.reading.c
    return list(
        connection.scalars(
            select(table.id)
            .join(tables.reading, reading.document == table.id)
            .where(reading.current == 1, reading.by_people == 0, table.withdrawn_by.is_(None))
            .where(reading.published.is_distinct_from(table.published))
            .order_by(table.id)
        )
    )
