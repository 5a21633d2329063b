"""A record filled with made documents at once, as reading would have left it for merging.

`Store.save` keeps each document safe in a transaction of its own, which for a million statements takes an
hour. Here rows are written in bulk; passages for searching and signatures are left out, and which documents
are copies is told, not found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from jirga.model import Document, Reading, Statement
from jirga.store import Store, rows

#: A document, its statements, and the id of the document before it that it is a copy of.
Filled = tuple[Document, Sequence[Statement], str | None]

#: Documents written in one transaction.
_AT_ONCE = 2_000


def fill(path: Path, made: Iterable[Filled]) -> None:
    """Make a record at `path` that holds `made`."""
    Store.open(path, writing=True).close()
    every = iter(made)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        numbers = iter(range(1, 1 << 62))
        while some := list(islice(every, _AT_ONCE)):
            with connection:
                _write(connection, some, numbers)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _write(connection: sqlite3.Connection, some: Sequence[Filled], numbers: Iterator[int]) -> None:
    documents = [rows.document_row(document, b"") for document, _, _ in some]
    told = [(next(numbers), one) for _, statements, _ in some for one in statements]
    _put(connection, "document", documents)
    _put(connection, "document_text", [_text(document) for document, _, _ in some])
    _put(connection, "reading", [_reading(document, len(statements)) for document, statements, _ in some])
    _put(connection, "statement", [rows.statement_row(number, one) for number, one in told])
    for table, of in (
        ("statement_participant", rows.participant_rows),
        ("statement_speaker", rows.speaker_rows),
    ):
        _put(connection, table, [row for number, one in told for row in of(number, one)])
    _put(connection, "copy", [_copy(document.id, of) for document, _, of in some if of])


def _put(connection: sqlite3.Connection, table: str, values: Sequence[rows.Row]) -> None:
    if values:
        names = list(values[0])
        query = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.executemany(query, [tuple(one.values()) for one in values])


def _text(document: Document) -> dict[str, Any]:
    return {"document": document.id, "text_version": document.text_version, "text": document.text}


def _reading(document: Document, statements: int) -> dict[str, Any]:
    reading = Reading(f"rd_{document.id}", document.id, document.text_version, "bench", "", "")
    return rows.reading_row(reading, statements) | {"published": document.published}


def _copy(document: str, of: str) -> dict[str, Any]:
    return {"one": min(document, of), "other": max(document, of), "kind": "near", "similarity": 1.0}
