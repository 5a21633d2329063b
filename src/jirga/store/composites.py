"""What the record keeps of contests and truces: all of them, as they were last worked out, or nothing.

Triggers count every change of what they are worked out from (`composite_state`): statements, events, imprints
of documents, copies. What is kept holds while that count is the one at which it was worked out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from jirga.as_json import contest_from_json, to_json, truce_from_json
from jirga.errors import RecordError
from jirga.model import Contest, Document, Truce
from jirga.store import rows
from jirga.store.failures import told


class Composites:
    """What a record keeps of contests and truces; `Store` is one of these."""

    path: Path
    writing: bool

    def _transaction(self, *, immediate: bool = False) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def changes(self) -> int:
        """Return how often what contests and truces are worked out from has changed."""
        with told(self.path), self._transaction() as connection:
            return _changes(connection)

    def kept_contests(self, by: str) -> list[Contest] | None:
        """Return the contests that are kept, in their order; None unless worked out `by` this, and since."""
        with told(self.path), self._transaction() as connection:
            if not _holds(connection, by):
                return None
            return [contest_from_json(json.loads(text)) for text in _rows(connection, "contest")]

    def kept_truces(self, by: str) -> list[Truce] | None:
        """Return the truces that are kept, in their order; None unless worked out `by` this, and since."""
        with told(self.path), self._transaction() as connection:
            if not _holds(connection, by):
                return None
            return [truce_from_json(json.loads(text)) for text in _rows(connection, "truce")]

    def keep(self, by: str, changes: int, contests: Iterable[Contest], truces: Iterable[Truce]) -> bool:
        """Keep contests and truces worked out `by` this after so many `changes`; return whether they hold.

        What no longer holds, since somebody has written in the meantime, is not kept. Raises RecordError
        where the record cannot be written.
        """
        if not self.writing:
            raise RecordError(f"the record {self.path} was opened for reading only", stage="keeping contests")
        with told(self.path), self._transaction(immediate=True) as connection:
            if _changes(connection) != changes:
                return False
            _replace(connection, "contest", contests)
            _replace(connection, "truce", truces)
            connection.exec_driver_sql("DELETE FROM composite_made")
            connection.exec_driver_sql("INSERT INTO composite_made VALUES (?, ?)", (by, changes))
            return True

    def ends(self, head: int, foot: int) -> Iterator[Document]:
        """Yield every document by id, of its text only the first `head` and last `foot` code points."""
        query = (
            "SELECT d.*, CASE WHEN length(t.text) <= ? THEN t.text "
            "ELSE substr(t.text, 1, ?) || substr(t.text, -?) END AS text FROM document d "
            "JOIN document_text t ON t.document = d.id AND t.text_version = d.text_version ORDER BY d.id"
        )
        with told(self.path), self._transaction() as connection:
            for row in connection.exec_driver_sql(query, (head + foot, head, foot)):
                yield rows.document_from_row(row)


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT changes FROM composite_state").scalar_one())


def _holds(connection: Connection, by: str) -> bool:
    query = "SELECT 1 FROM composite_made JOIN composite_state USING (changes) WHERE by = ?"
    return connection.exec_driver_sql(query, (by,)).first() is not None


def _rows(connection: Connection, table: str) -> Iterator[str]:
    yield from connection.exec_driver_sql(f"SELECT json FROM {table} ORDER BY position").scalars()


def _replace(connection: Connection, table: str, made: Iterable[Contest | Truce]) -> None:
    connection.exec_driver_sql(f"DELETE FROM {table}")
    values = [
        (one.id, position, json.dumps(to_json(one), ensure_ascii=False, separators=(",", ":")))
        for position, one in enumerate(made)
    ]
    if values:
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES (?, ?, ?)", values)
