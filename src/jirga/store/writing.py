"""Saving one document with its reading and statements: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, delete, insert, select, update

from jirga.errors import DocumentError
from jirga.model import Document, Reading, ReadingStatus, Statement
from jirga.store import deciding, rows, tables
from jirga.store.copies import forget_copies, record_copies
from jirga.store.search import passages
from jirga.store.statements import insert_statements


@dataclass(frozen=True, slots=True)
class Saved:
    """What saving did: `new` is False where the same reading was there already and nothing was added.

    `statements` and `copies` count what was added: statements, and documents that this one is a copy of.
    """

    new: bool
    statements: int = 0
    copies: int = 0


def save(
    connection: Connection,
    document: Document,
    signature: bytes,
    reading: Reading,
    statements: tuple[Statement, ...],
    published: str | None,
    meanings: Mapping[str, bytes],
) -> Saved:
    """Write all of it inside the caller's transaction; `document` is as its file has it.

    The reading becomes the document's current one; earlier ones stay. A reading that is there adds nothing
    (an earlier one becomes current again), unless it had failed and now has not: then it takes its place.
    What people have decided of the document is laid over it. Raises DocumentError where `published`, the date
    that the reading reckoned from, has been corrected since.
    """
    _check_date(connection, document, published)
    known = status_of(connection, reading.id)
    if known is not None and not (known == "failed" and reading.status != "failed"):
        if not is_current(connection, reading.id):
            save_document(connection, document, signature)
            _make_current(connection, document.id, reading.id)
            deciding.apply(connection, [document.id])
        return Saved(new=False)
    copies = save_document(connection, document, signature)
    _make_current(connection, document.id, reading.id)
    save_reading(connection, reading, len(statements), published, replaces=known is not None)
    insert_statements(connection, statements, meanings)
    deciding.apply(connection, [document.id])
    return Saved(new=True, statements=len(statements), copies=copies)


def _check_date(connection: Connection, document: Document, published: str | None) -> None:
    if deciding.corrected(connection, document).published != published:
        raise DocumentError(
            "its date of publication was corrected while it was read",
            document=document.source,
            stage="storing",
            next_step="read it again",
        )


def is_current(connection: Connection, reading_id: str) -> bool:
    """Return whether a reading is there and its document's current one."""
    table = tables.reading.c
    return connection.scalar(select(table.current).where(table.id == reading_id)) == 1


def status_of(connection: Connection, reading_id: str) -> ReadingStatus | None:
    """Return the status of a reading that is there; None where it is not."""
    query = select(tables.reading.c.status).where(tables.reading.c.id == reading_id)
    return cast("ReadingStatus | None", connection.scalar(query))


def save_document(connection: Connection, document: Document, signature: bytes) -> int:
    """Write a document's row, text and passages; returns of how many documents it was found to be a copy."""
    table = tables.document
    row = rows.document_row(document, signature) | {"as_read": None}  # what people correct is laid over it
    before = connection.execute(
        select(table.c.text_hash, table.c.text_version).where(table.c.id == document.id)
    ).first()
    if before is None:
        connection.execute(insert(table), row)
    else:
        connection.execute(update(table).where(table.c.id == document.id), row)
    if before is None or before.text_version != document.text_version:
        _save_text(connection, document)
    if before is not None and before.text_hash == document.text_hash:
        return 0
    if before is not None:
        forget_copies(connection, document.id)
    _save_passages(connection, document)
    return record_copies(connection, document, signature)


def _save_text(connection: Connection, document: Document) -> None:
    text = (document.id, document.text_version, document.text)
    connection.exec_driver_sql("INSERT OR REPLACE INTO document_text VALUES (?, ?, ?)", text)


def _save_passages(connection: Connection, document: Document) -> None:
    connection.execute(delete(tables.passage).where(tables.passage.c.document == document.id))
    found = [(document.id, start, end, document.text[start:end]) for start, end in passages(document.text)]
    if found:
        connection.exec_driver_sql(
            "INSERT INTO passage (document, start_offset, end_offset, text) VALUES (?, ?, ?, ?)", found
        )


def _make_current(connection: Connection, document: str, reading: str) -> None:
    """Make one reading current, if it is there; the others of the document no longer are."""
    table = tables.reading
    of_document = update(table).where(table.c.document == document, table.c.by_people == 0)
    connection.execute(of_document.where(table.c.id != reading, table.c.current == 1).values(current=0))
    connection.execute(of_document.where(table.c.id == reading).values(current=1))


def save_reading(
    connection: Connection,
    reading: Reading,
    statements: int,
    published: str | None,
    *,
    replaces: bool,
    current: bool = True,
) -> None:
    """Write a reading with its problems and how many statements it has; `replaces` one of the same id."""
    row = rows.reading_row(reading, statements) | {"published": published, "current": int(current)}
    if replaces:
        connection.execute(delete(tables.problem).where(tables.problem.c.reading == reading.id))
        connection.execute(update(tables.reading).where(tables.reading.c.id == reading.id), row)
    else:
        connection.execute(insert(tables.reading), row)
    problems = [rows.problem_row(reading.id, one) for one in reading.problems]
    if problems:
        connection.execute(insert(tables.problem), problems)
