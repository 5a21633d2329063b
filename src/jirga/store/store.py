"""The record as the rest of Jirga sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, Table, select
from sqlalchemy.exc import IntegrityError

from jirga.errors import DocumentError, RecordError
from jirga.model import Decision, Document, Problem, Reading, ReadingStatus, Statement
from jirga.store import copies, filters, naming, rows, tables, whole, writing
from jirga.store import search as words_search
from jirga.store.composites import Composites
from jirga.store.connection import connect
from jirga.store.failures import told
from jirga.store.judged import Judged
from jirga.store.location import path_of
from jirga.store.merged import Merged
from jirga.store.query import Query

#: How long to wait for another writer, seconds: it holds the record for one document, milliseconds as a rule.
WAIT = 30.0
#: Entries fetched at once while a list is read.
_AT_ONCE = 500


_EVERYTHING = Query()


class Store(Judged, Merged, Composites):
    """A record in one SQLite file. Several may read it, in this process or others, while one writes.

    Lists are read as they are asked for, each from one unchanging state of the record. Ids may be given by
    their beginning where it is unique. Every failure of the database is a RecordError with what to do.
    """

    def __init__(self, path: Path, engine: Engine, *, writing: bool) -> None:
        """Take an open engine; use `open`."""
        self.path = path
        self.writing = writing
        self._engine = engine

    @classmethod
    def open(cls, location: str | Path, *, writing: bool = False, wait: float = WAIT) -> Store:
        """Open the record at a path or `sqlite:///path`; `writing` makes it where there is none.

        Raises RecordError (missing, no record, newer schema, locked, read-only, damaged) or UsageError
        (another kind of database). `wait` is how long to wait for another writer, in seconds.
        """
        path = path_of(location)
        return cls(path, connect(path, writing=writing, wait=wait), writing=writing)

    def close(self) -> None:
        """Let go of the file; the last one to do so folds the write-ahead log into it."""
        with told(self.path):
            self._engine.dispose()

    def __enter__(self) -> Store:
        """Return the store; leaving the block closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    # --- writing ----------------------------------------------------------------------------------------

    def save(
        self,
        document: Document,
        reading: Reading,
        statements: Sequence[Statement],
        *,
        as_read: Document | None = None,
        meanings: Mapping[str, bytes] | None = None,
    ) -> writing.Saved:
        """Write a document with its reading and statements in one transaction, and make the reading current.

        `document` is what was coded; `as_read`, where people have corrected it, the same as its file has it.
        `meanings` are the vectors of triggers by their statements' ids, of which not every statement has one.
        What people have decided of it is laid over the reading in the same transaction.
        Raises RecordError where the record cannot be written, DocumentError where these do not fit together;
        either way nothing of this document was written and all that was there before is.
        """
        if not self.writing:
            raise RecordError(f"the record {self.path} was opened for reading only", document=document.source)
        signature = copies.signature_of(document)
        try:
            with told(self.path, document.source), self._transaction(immediate=True) as connection:
                return writing.save(
                    connection,
                    as_read or document,
                    signature,
                    reading,
                    tuple(statements),
                    document.published,
                    meanings or {},
                )
        except UnicodeEncodeError as error:
            raise DocumentError(
                "it holds code points that are no characters (lone surrogates)",
                document=document.source,
                stage="storing",
                next_step="save the text as UTF-8 and read it again",
            ) from error
        except RecordError as error:
            if isinstance(error.__cause__, IntegrityError):
                raise DocumentError(
                    f"its statements and its reading do not fit together ({error.__cause__.orig})",
                    document=document.source,
                    stage="storing",
                    next_step="report this: the coder gave an id twice, or one of another reading",
                ) from error
            raise

    def load(self, parts: Iterable[whole.WholeDocument | Decision]) -> whole.Loaded:
        """Put in documents of another record with all that is kept of them, and decisions: all or nothing.

        What is there stays as it is; returns what was new. Raises RecordError where it cannot be written.
        """
        if not self.writing:
            raise RecordError(f"the record {self.path} was opened for reading only")
        with told(self.path), self._transaction(immediate=True) as connection:
            return whole.load(connection, parts)

    # --- readings ---------------------------------------------------------------------------------------

    def has_reading(self, reading_id: str) -> bool:
        """Return whether this reading is there, complete, partial or failed."""
        return self.status_of(reading_id) is not None

    def status_of(self, reading_id: str) -> ReadingStatus | None:
        """Return the status of this reading; None where it is not there."""
        with told(self.path), self._transaction() as connection:
            return writing.status_of(connection, reading_id)

    def is_current(self, reading_id: str) -> bool:
        """Return whether this reading is there and the current one of its document."""
        with told(self.path), self._transaction() as connection:
            return writing.is_current(connection, reading_id)

    def reading_of(self, document_id: str) -> Reading | None:
        """Return the current reading of a document; NotFoundError where there is no such document."""
        with told(self.path), self._transaction() as connection:
            table = tables.reading.c
            document = naming.full_id(connection, tables.document, document_id)
            row = connection.execute(
                select(tables.reading).where(
                    table.document == document, table.current == 1, table.by_people == 0
                )
            ).first()
            return (
                rows.reading_from_row(row, tuple(one for _, one in _problems(connection, row.id)))
                if row
                else None
            )

    def readings(self) -> dict[str, Reading]:
        """Return the current reading of each document that has one, by the document's id."""
        with told(self.path), self._transaction() as connection:
            problems: defaultdict[str, list[Problem]] = defaultdict(list)
            for of, problem in _problems(connection):
                problems[of].append(problem)
            current = select(tables.reading).where(
                tables.reading.c.current == 1, tables.reading.c.by_people == 0
            )
            return {
                row.document: rows.reading_from_row(row, tuple(problems[row.id]))
                for row in connection.execute(current)
            }

    def problems(self) -> Iterator[Problem]:
        """Yield what current readings could not do, by source."""
        with told(self.path), self._transaction() as connection:
            yield from (problem for _, problem in _problems(connection))

    # --- statements -------------------------------------------------------------------------------------

    def statements(self, query: Query = _EVERYTHING) -> Iterator[Statement]:
        """Yield the statements of current readings that match: by time, publication, source, offset."""
        with told(self.path), self._transaction() as connection:
            found = filters.statements_matching(query, self._asked(connection, query))
            for row in _fetched(connection, found, tables.statement.c.seq, _JSON):
                yield rows.statement_from_row(row.json)

    def statement(self, statement_id: str) -> Statement:
        """Return one statement, of any reading; NotFoundError, or UsageError where the id is ambiguous."""
        with told(self.path), self._transaction() as connection:
            return rows.statement_from_row(_one(connection, _STATEMENT, tables.statement, statement_id).json)

    # --- documents --------------------------------------------------------------------------------------

    def documents(self, query: Query = _EVERYTHING) -> Iterator[Document]:
        """Yield the documents that match, by publication and source."""
        with told(self.path), self._transaction() as connection:
            found = filters.documents_matching(query, self._asked(connection, query))
            for row in _fetched(connection, found, tables.document.c.id, _DOCUMENTS):
                yield rows.document_from_row(row)

    def document(self, document_id: str) -> Document:
        """Return one document; NotFoundError, or UsageError where the id is ambiguous."""
        with told(self.path), self._transaction() as connection:
            return rows.document_from_row(_one(connection, _DOCUMENT, tables.document, document_id))

    def document_named(self, name: str) -> Document:
        """Return the document with this id, source or base name (see `Query`), or the beginning of its id.

        Raises NotFoundError, or UsageError where the name fits several.
        """
        with told(self.path), self._transaction() as connection:
            full = naming.document_id(connection, name)
        return self.document(full)

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, withdrawn ones among them, in the order of the alphabet."""
        with told(self.path), self._transaction() as connection:
            return whole.ids(connection)

    def whole(self, document_id: str) -> whole.WholeDocument:
        """Return all that is kept of the document of this (whole) id: texts, readings, statements."""
        with told(self.path), self._transaction() as connection:
            return whole.whole(connection, document_id)

    def statement_counts(self) -> dict[str, int]:
        """Return how many statements the record shows of each document that was read, of any factuality."""
        table, statement = tables.reading.c, tables.statement.c
        with told(self.path), self._transaction() as connection:
            counts: defaultdict[str, int] = defaultdict(int)
            for row in connection.execute(select(table.document, table.statements).where(table.current == 1)):
                counts[row.document] += row.statements
            hidden = select(statement.document).where(statement.hidden_by.is_not(None))
            for document in connection.scalars(hidden):
                counts[document] -= 1
            return dict(counts)

    def copies(self) -> Iterator[copies.Copy]:
        """Yield the pairs of documents that are copies of each other."""
        table = tables.copy.c
        with told(self.path), self._transaction() as connection:
            gone = select(tables.document.c.id).where(tables.document.c.withdrawn_by.is_not(None))
            kept = (table.one.not_in(gone), table.other.not_in(gone))
            for row in connection.execute(select(tables.copy).where(*kept).order_by(table.one, table.other)):
                yield copies.Copy(row.one, row.other, row.kind, row.similarity)

    def publication_order(self) -> dict[str, int]:
        """Return each document's place in the order of publication: undated ones last, then by source."""
        table = tables.document.c
        dated = (table.published_start.is_(None), table.published_start, table.source, table.id)
        with told(self.path), self._transaction() as connection:
            found = connection.scalars(select(table.id).order_by(*dated))
            return {identifier: place for place, identifier in enumerate(found)}

    def search(self, words: str, limit: int = 20) -> Iterator[words_search.Hit]:
        """Yield the best passages that hold all the words; UsageError where there is no word."""
        with told(self.path), self._transaction() as connection:
            yield from words_search.search(connection, words, limit)

    # --- inside -----------------------------------------------------------------------------------------

    @contextmanager
    def _transaction(self, *, immediate: bool = False) -> Iterator[Connection]:
        with self._engine.connect().execution_options(immediate=immediate) as connection, connection.begin():
            yield connection

    def _asked(self, connection: Connection, query: Query) -> str | None:
        """Return the id of the document a query asks for."""
        return None if query.document is None else naming.document_id(connection, query.document)


#: Lists ask for one after the other by whole ids; as text these are put to SQLite at once.
_STATEMENT = "SELECT json FROM statement WHERE id = ?"
_DOCUMENT = (
    "SELECT d.*, t.text FROM document d JOIN document_text t "
    "ON t.document = d.id AND t.text_version = d.text_version WHERE d.id = ?"
)
_JSON = select(tables.statement.c.seq.label("key"), tables.statement.c.json)
_DOCUMENTS = select(tables.document.c.id.label("key"), *tables.document.c, tables.document_text.c.text).join(
    tables.document_text,
    (tables.document_text.c.document == tables.document.c.id)
    & (tables.document_text.c.text_version == tables.document.c.text_version),
)


def _one(connection: Connection, query: str, table: Table, named: str) -> Row[Any]:
    """Return the row of a whole id, or of the beginning of one; errors as `naming.full_id` has them."""
    row = connection.exec_driver_sql(query, (named,)).first()
    if row is None:
        row = connection.exec_driver_sql(query, (naming.full_id(connection, table, named),)).one()
    return row


def _fetched(connection: Connection, found: Select[Any], key: Any, whole: Select[Any]) -> Iterator[Any]:
    """Yield whole rows in the order of the keys found; sorting keys alone keeps the memory small."""
    keys = iter(connection.scalars(found).all())
    while some := list(islice(keys, _AT_ONCE)):
        by_key = {row.key: row for row in connection.execute(whole.where(key.in_(some)))}
        yield from (by_key[one] for one in some)


def _problems(connection: Connection, reading: str | None = None) -> Iterator[tuple[str, Problem]]:
    """Yield the problems of a reading, or of all current ones, each with the id of its reading."""
    table, of = tables.problem.c, tables.reading.c
    query = (
        select(tables.problem)
        .join(tables.reading, of.id == table.reading)
        .order_by(table.document, table.seq)
    )
    for row in connection.execute(query.where(table.reading == reading if reading else of.current == 1)):
        yield row.reading, Problem(row.document, row.stage, row.what, row.next_step)
