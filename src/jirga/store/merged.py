"""What the record keeps of events, derived from statements: kept step by step, in one transaction each time.

`Merged` is the part of the store that reads it; `Merging` the tables as `jirga.merging.keeping` works on
them, inside its transaction. Triggers note every document whose statements, date, imprint or copies changed
(`event_touched`): while one is noted, what is kept is behind, and a killed update leaves it noted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, func, literal_column, select

from jirga.as_json import event_from_json, to_json
from jirga.errors import RecordError
from jirga.model import Constraints, Document, Event, Statement
from jirga.store import deciding, filters, naming, rows, tables
from jirga.store.failures import told
from jirga.store.query import Query

#: Values in one `IN (…)`; SQLite takes some tens of thousands.
_AT_ONCE = 500

Pair = tuple[int, int]
T = TypeVar("T")


class Merged:
    """What a record keeps of events; `Store` is one of these."""

    path: Path
    writing: bool

    def _transaction(self, *, immediate: bool = False) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    @contextmanager
    def merging(self) -> Iterator[Merging]:
        """Hold the record for writing and give the tables of events; all of it is kept, or nothing."""
        if not self.writing:
            raise RecordError(f"the record {self.path} was opened for reading only", stage="merging")
        with told(self.path), self._transaction(immediate=True) as connection:
            yield Merging(connection)

    def merged_by(self) -> str | None:
        """Return what made the events that are kept (`Merging.finish`); None where they are behind."""
        with told(self.path), self._transaction() as connection:
            merging = Merging(connection)
            behind = merging.any_touched() or merging.judged() != deciding.constraints(connection)
            return None if behind else merging.made_by()

    def kept_events(self, statements: Iterable[str] | None = None) -> Iterator[Event]:
        """Yield the events that are kept; those of these statements (by id), in the statements' order."""
        with told(self.path), self._transaction() as connection:
            if statements is None:
                query = select(tables.event.c.json).order_by(tables.event.c.id)
                yield from (_event(text) for text in connection.scalars(query))
                return
            seen: set[str] = set()
            for some in _chunks(list(statements)):
                of = _events_of(connection, some)
                new = dict.fromkeys(of[one] for one in some if one in of and of[one] not in seen)
                seen |= new.keys()
                by_id = _by_id(connection, list(new))
                yield from (by_id[one] for one in new)

    def kept_event(self, event_id: str) -> Event:
        """Return the event with this id, or the beginning of one; NotFoundError, UsageError."""
        with told(self.path), self._transaction() as connection:
            full = naming.full_id(connection, tables.event, event_id)
            return _by_id(connection, [full])[full]

    def meeting(self, statements: Iterable[str]) -> list[tuple[str, str]]:
        """Return the pairs of these statements (ids) with those that share a key, the smaller id first."""
        with told(self.path), self._transaction() as connection:
            found: set[tuple[str, str]] = set()
            for some in _chunks(list(statements)):
                marks = ", ".join("?" * len(some))
                query = (
                    "SELECT DISTINCT s.id, o.id FROM statement s JOIN event_key a ON a.statement = s.seq "
                    "JOIN event_key b ON b.key = a.key AND b.statement <> a.statement "
                    f"JOIN statement o ON o.seq = b.statement WHERE s.id IN ({marks})"
                )
                rows_found = connection.exec_driver_sql(query, tuple(some))
                found |= {(min(one, other), max(one, other)) for one, other in rows_found}
            return sorted(found)

    def meanings(self, statements: Iterable[str]) -> dict[str, bytes]:
        """Return the vectors of triggers of those of these statements (ids) that have one, by id."""
        with told(self.path), self._transaction() as connection:
            return {row.id: row.vector for row in _vectors(connection, tables.statement.c.id, statements)}

    def statement_ids(self, query: Query) -> list[str]:
        """Return the ids of the statements that match, in the order of `statements`."""
        with told(self.path), self._transaction() as connection:
            document = None if query.document is None else naming.document_id(connection, query.document)
            found = connection.scalars(filters.statements_matching(query, document)).all()
            table, by_seq = tables.statement.c, dict[int, str]()
            for some in _chunks(found):
                by_seq |= {
                    row.seq: row.id
                    for row in connection.execute(select(table.seq, table.id).where(table.seq.in_(some)))
                }
            return [by_seq[seq] for seq in found]


class Merging:
    """The tables of events inside one transaction. Statements go by their numbers (`seq`)."""

    def __init__(self, connection: Connection) -> None:
        """Take a connection inside a transaction."""
        self._it = connection

    # --- what is to be done -----------------------------------------------------------------------------

    def any_touched(self) -> bool:
        """Return whether any document changed since events were last worked out."""
        return bool(self._it.exec_driver_sql("SELECT EXISTS (SELECT 1 FROM event_touched)").scalar())

    def touched(self) -> list[str]:
        """Return the ids of the documents that changed since, in the order of publication."""
        query = (
            "SELECT t.document FROM event_touched t LEFT JOIN document d ON d.id = t.document "
            "ORDER BY d.published_start IS NULL, d.published_start, t.document"
        )
        return [row[0] for row in self._it.exec_driver_sql(query)]

    def made_by(self) -> str | None:
        """Return what made the events that are kept, None where none were ever made."""
        return self._it.exec_driver_sql("SELECT by FROM event_made").scalar()

    def forget(self) -> None:
        """Remove every event and all that was worked out for them, and note every document as changed."""
        for table in ("event", "event_statement", "event_key", "event_link", "event_judged"):
            self._it.exec_driver_sql(f"DELETE FROM {table}")
        self._it.exec_driver_sql("INSERT OR IGNORE INTO event_touched SELECT id FROM document")

    def finish(self, by: str, judged: Constraints) -> None:
        """Note that the events kept are those of all statements, made `by` these weights and rules."""
        self._it.exec_driver_sql("DELETE FROM event_touched")
        self._it.exec_driver_sql("DELETE FROM event_made")
        self._it.exec_driver_sql("INSERT INTO event_made VALUES (?)", (by,))
        self._it.exec_driver_sql("DELETE FROM event_judged")
        pairs = [(*one, 1) for one in judged.same] + [(*one, 0) for one in judged.apart]
        self._many("INSERT INTO event_judged VALUES (?, ?, ?)", pairs)

    def judged(self) -> Constraints:
        """Return what people had judged of pairs when the events that are kept were made."""
        found = self._it.exec_driver_sql("SELECT one, other, same FROM event_judged").all()
        return Constraints(
            frozenset((one, other) for one, other, same in found if same),
            frozenset((one, other) for one, other, same in found if not same),
        )

    def constraints(self) -> Constraints:
        """Return what people judge of pairs now."""
        return deciding.constraints(self._it)

    def copies(self) -> list[tuple[str, str]]:
        """Return the pairs of documents that are copies."""
        return [(one, other) for one, other in self._it.exec_driver_sql("SELECT one, other FROM copy")]

    # --- statements -------------------------------------------------------------------------------------

    def of_documents(self, documents: Sequence[str]) -> list[tuple[int, Statement]]:
        """Return the event statements of documents that the lists show, each with its number."""
        table = tables.statement.c
        shown = filters.statements_matching(Query(all=True), None).order_by(None)
        query = shown.add_columns(table.json).where(table.document.in_(documents), _OF_EVENTS)
        return [(row.seq, rows.statement_from_row(row.json)) for row in self._it.execute(query)]

    def numbered(self, numbers: Iterable[int]) -> dict[int, Statement]:
        """Return statements by their numbers."""
        table = tables.statement.c
        found: dict[int, Statement] = {}
        for some in _chunks(sorted(numbers)):
            query = select(table.seq, table.json).where(table.seq.in_(some))
            found |= {row.seq: rows.statement_from_row(row.json) for row in self._it.execute(query)}
        return found

    def meanings(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """Return the vectors of triggers of those of these statements that have one, by number."""
        return {row.seq: row.vector for row in _vectors(self._it, tables.statement.c.seq, numbers)}

    def numbers(self, statements: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those of these statements that stand in events, by id."""
        found: dict[str, int] = {}
        for some in _chunks(sorted(statements)):
            marks = ", ".join("?" * len(some))
            query = (
                "SELECT s.id, s.seq FROM statement s JOIN event_statement e ON e.statement = s.seq "
                f"WHERE s.id IN ({marks})"
            )
            found |= {row[0]: row[1] for row in self._it.exec_driver_sql(query, tuple(some))}
        return found

    def document(self, identifier: str) -> Document:
        """Return a document."""
        return next(self.documents([identifier]))

    def documents(self, identifiers: Iterable[str]) -> Iterator[Document]:
        """Yield documents, in the order of their ids."""
        for some in _chunks(sorted(identifiers)):
            query = _DOCUMENT.where(tables.document.c.id.in_(some)).order_by(tables.document.c.id)
            yield from (rows.document_from_row(row) for row in self._it.execute(query))

    # --- keys and links ---------------------------------------------------------------------------------

    def take_out(self, documents: Sequence[str]) -> set[int]:
        """Remove what is kept of the statements of documents; return the numbers of those linked to them."""
        self._chosen("gone", "SELECT statement FROM event_statement WHERE document IN", documents)
        linked = self._it.exec_driver_sql(
            "SELECT DISTINCT l.other FROM temp.gone g JOIN event_link l ON l.one = g.number "
            "WHERE l.other NOT IN (SELECT number FROM temp.gone)"
        )
        found = {row[0] for row in linked}
        self._drop_events("gone")
        for table, column in (
            ("event_key", "statement"),
            ("event_link", "one"),
            ("event_link", "other"),
            ("event_statement", "statement"),
        ):
            self._it.exec_driver_sql(f"DELETE FROM {table} WHERE {column} IN (SELECT number FROM temp.gone)")
        return found

    def put_in(self, statements: Iterable[tuple[int, str, Iterable[int]]]) -> None:
        """Keep statements (number, document) with the keys by which they meet others."""
        all_of_them = [(number, document, list(keys)) for number, document, keys in statements]
        self._many(
            "INSERT INTO event_statement (statement, document) VALUES (?, ?)",
            [(number, document) for number, document, _ in all_of_them],
        )
        self._many(
            "INSERT OR IGNORE INTO event_key VALUES (?, ?)",
            [(number, key) for number, _, keys in all_of_them for key in keys],
        )

    def met(self, numbers: Iterable[int]) -> Iterator[Pair]:
        """Yield the pairs of statements that share a key, one of them at least among `numbers`, each once."""
        self._numbers("fresh", numbers)
        yield from (
            (row[0], row[1])
            for row in self._it.exec_driver_sql(
                "SELECT DISTINCT a.statement, b.statement FROM temp.fresh f "
                "CROSS JOIN event_key a ON a.statement = f.number "
                "CROSS JOIN event_key b ON b.key = a.key AND b.statement <> a.statement "
                "WHERE b.statement < a.statement OR b.statement NOT IN (SELECT number FROM temp.fresh)"
            )
        )

    def link(self, pairs: Iterable[Pair]) -> None:
        """Keep links, both ways."""
        some = list(pairs)
        both = [*some, *((other, one) for one, other in some)]
        self._many("INSERT OR IGNORE INTO event_link VALUES (?, ?)", both)

    def unlink(self, numbers: Iterable[int]) -> None:
        """Remove the links from and to these statements."""
        self._numbers("gone", numbers)
        for column in ("one", "other"):
            self._it.exec_driver_sql(
                f"DELETE FROM event_link WHERE {column} IN (SELECT number FROM temp.gone)"
            )

    def links(self, numbers: Iterable[int] | None = None) -> Iterator[Pair]:
        """Yield the links from these statements, or every one (each both ways)."""
        if numbers is None:
            yield from ((r[0], r[1]) for r in self._it.exec_driver_sql("SELECT one, other FROM event_link"))
            return
        for some in _chunks(sorted(numbers)):
            marks = ", ".join("?" * len(some))
            query = f"SELECT one, other FROM event_link WHERE one IN ({marks})"
            yield from ((row[0], row[1]) for row in self._it.exec_driver_sql(query, tuple(some)))

    def everyone(self) -> list[int]:
        """Return the numbers of all statements that stand in events."""
        return [row[0] for row in self._it.exec_driver_sql("SELECT statement FROM event_statement")]

    # --- events -----------------------------------------------------------------------------------------

    def replace(self, numbers: Iterable[int], events: Iterable[tuple[Event, Sequence[int]]]) -> None:
        """Keep events, each with the numbers of its statements, in place of all that `numbers` stood in."""
        self._numbers("gone", numbers)
        self._drop_events("gone")
        made, members = [], []
        for event, of in events:
            text = json.dumps(to_json(event), ensure_ascii=False, separators=(",", ":"))
            days = (event.when.start, event.when.end)
            made.append(
                (event.id, event.type, event.status, *days, event.documents, event.independent_sources, text)
            )
            members += [(event.id, position, number) for position, number in enumerate(of)]
        self._many("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)", made)
        self._many("UPDATE event_statement SET event = ?, position = ? WHERE statement = ?", members)

    def _drop_events(self, chosen: str) -> None:
        self._it.exec_driver_sql(
            "DELETE FROM event WHERE id IN (SELECT e.event FROM event_statement e "
            f"JOIN temp.{chosen} c ON c.number = e.statement)"
        )

    def _chosen(self, name: str, query: str, values: Sequence[str]) -> None:
        self._numbers(name, ())
        for some in _chunks(list(values)):
            marks = ", ".join("?" * len(some))
            self._it.exec_driver_sql(f"INSERT OR IGNORE INTO temp.{name} {query} ({marks})", tuple(some))

    def _numbers(self, name: str, numbers: Iterable[int]) -> None:
        """Make the numbers a table of this transaction's own."""
        self._it.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {name} (number INTEGER PRIMARY KEY)")
        self._it.exec_driver_sql(f"DELETE FROM temp.{name}")
        self._many(f"INSERT OR IGNORE INTO temp.{name} VALUES (?)", [(number,) for number in numbers])

    def _many(self, query: str, values: list[Any]) -> None:
        if values:
            self._it.exec_driver_sql(query, values)


#: With a plus, so that SQLite looks up the documents, and not each time every event statement there is.
_OF_EVENTS = literal_column("+statement.kind") == "event"
#: What a person changed of a statement keeps the vector of that statement, whose trigger it has.
_CHANGED = tables.statement.alias("changed")
_MEANING = select(tables.statement.c.seq, tables.statement.c.id, tables.meaning.c.vector).select_from(
    tables.statement.outerjoin(_CHANGED, _CHANGED.c.id == tables.statement.c.stands_for).join(
        tables.meaning,
        tables.meaning.c.statement == func.coalesce(_CHANGED.c.seq, tables.statement.c.seq),
    )
)
_DOCUMENT = select(*tables.document.c, tables.document_text.c.text).join(
    tables.document_text,
    (tables.document_text.c.document == tables.document.c.id)
    & (tables.document_text.c.text_version == tables.document.c.text_version),
)


def _event(text: str) -> Event:
    return event_from_json(json.loads(text))


def _vectors(connection: Connection, by: Column[Any], values: Iterable[Any]) -> Iterator[Row[Any]]:
    """Yield `seq`, `id` and `vector` of each statement that has a vector, chosen `by` a column's values."""
    for some in _chunks(sorted(values)):
        yield from connection.execute(_MEANING.where(by.in_(some)))


def _events_of(connection: Connection, statements: Sequence[str]) -> dict[str, str]:
    table, member = tables.statement.c, tables.event_statement.c
    query = (
        select(table.id, member.event)
        .join(tables.event_statement, member.statement == table.seq)
        .where(table.id.in_(statements))
    )
    return {row.id: row.event for row in connection.execute(query)}


def _by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Event]:
    table = tables.event.c
    query = select(table.id, table.json).where(table.id.in_(ids))
    return {row.id: _event(row.json) for row in connection.execute(query)}


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    yield from (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
