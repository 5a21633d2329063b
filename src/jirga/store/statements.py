"""Statements into the database, with their participants and speakers, and out of it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, func, insert, select

from jirga.model import Statement
from jirga.store import rows, tables


def insert_statements(
    connection: Connection, statements: Sequence[Statement], meanings: Mapping[str, bytes] | None = None
) -> None:
    """Write statements under the caller's write lock, numbered in their order after those that are there.

    `meanings` are the vectors of their triggers by id, where they have any.
    """
    # numbered here, under the write lock, so that participants and speakers can go in beside them at once
    last = connection.scalar(select(func.coalesce(func.max(tables.statement.c.seq), 0)))
    numbered = list(enumerate(statements, start=(last or 0) + 1))
    known = meanings or {}
    for table, found in (
        (tables.statement, [rows.statement_row(seq, one) for seq, one in numbered]),
        (tables.participant, [row for seq, one in numbered for row in rows.participant_rows(seq, one)]),
        (tables.speaker, [row for seq, one in numbered for row in rows.speaker_rows(seq, one)]),
        (
            tables.meaning,
            [{"statement": seq, "vector": known[one.id]} for seq, one in numbered if one.id in known],
        ),
    ):
        if found:
            connection.execute(insert(table), found)


def delete_statements(connection: Connection, reading: str) -> None:
    """Remove the statements of a reading; only what is derived from decisions is ever removed."""
    numbers = select(tables.statement.c.seq).where(tables.statement.c.reading == reading)
    for table in (tables.participant, tables.speaker, tables.meaning):
        connection.execute(delete(table).where(table.c.statement.in_(numbers)))
    connection.execute(delete(tables.statement).where(tables.statement.c.reading == reading))


def meanings_of(connection: Connection, reading: str) -> dict[str, bytes]:
    """Return the vectors of triggers of the statements of a reading that have one, by id."""
    statement, vector = tables.statement.c, tables.meaning.c
    query = select(statement.id, vector.vector).join(tables.meaning, vector.statement == statement.seq)
    return {row.id: row.vector for row in connection.execute(query.where(statement.reading == reading))}


def statements_of(connection: Connection, reading: str) -> list[Statement]:
    """Return the statements of a reading, in the order in which they were coded."""
    table = tables.statement.c
    found = connection.scalars(select(table.json).where(table.reading == reading).order_by(table.seq))
    return [rows.statement_from_row(text) for text in found]
