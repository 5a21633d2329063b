"""A record as a whole: everything that is kept of a document and of people's decisions, out and in again.

What comes in joins what is there and changes none of it: a document keeps its current reading, what is there
already adds nothing. Everything comes in in one transaction, or nothing does. What decisions hide, add and
correct is not kept itself: it follows from them, and is laid over what came in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, func, select, update

from jirga.model import Decision, Document, Problem, Reading, Statement
from jirga.store import deciding, rows, tables, writing
from jirga.store.copies import signature_of
from jirga.store.statements import insert_statements, meanings_of, statements_of


@dataclass(frozen=True, slots=True)
class Kept:
    """A reading by a coder with its statements, and whether it is its document's current one.

    `published` is the date of publication that it reckoned from, `meanings` are the vectors of triggers by
    the ids of their statements.
    """

    reading: Reading
    current: bool
    published: str | None
    statements: tuple[Statement, ...]
    meanings: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """A document, as its file has it, with all that is kept of it.

    `older` are its texts by earlier cleaners, as documents with that text and its version.
    """

    document: Document
    older: tuple[Document, ...]
    readings: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much of what came in was new to the record."""

    documents: int = 0
    readings: int = 0
    statements: int = 0
    decisions: int = 0

    def __add__(self, other: Loaded) -> Loaded:
        """Return the sums."""
        return Loaded(
            self.documents + other.documents,
            self.readings + other.readings,
            self.statements + other.statements,
            self.decisions + other.decisions,
        )


def ids(connection: Connection) -> list[str]:
    """Return the ids of all documents, withdrawn ones among them, in the order of the alphabet."""
    return list(connection.scalars(select(tables.document.c.id).order_by(tables.document.c.id)))


def whole(connection: Connection, identifier: str) -> WholeDocument:
    """Return the document of this id with its older texts and all its readings, in an order of their own."""
    table, text = tables.document.c, tables.document_text.c
    found = select(*table, text.text).join(tables.document_text, text.document == table.id)
    row = connection.execute(
        found.where(table.id == identifier, text.text_version == table.text_version)
    ).one()
    document = rows.document_from_row(row)
    if row.as_read:
        document = replace(document, **json.loads(row.as_read))
    return WholeDocument(
        document, tuple(_older(connection, document)), tuple(_readings(connection, document))
    )


def _older(connection: Connection, document: Document) -> Iterator[Document]:
    table = tables.document_text.c
    found = select(table.text_version, table.text).where(table.document == document.id)
    for row in connection.execute(found.order_by(table.text_version)):
        if row.text_version != document.text_version:
            yield replace(document, text_version=row.text_version, text=row.text)


def _readings(connection: Connection, document: Document) -> Iterator[Kept]:
    table = tables.reading.c
    found = select(tables.reading).where(table.document == document.id, table.by_people == 0)
    for row in connection.execute(found.order_by(table.id)).all():
        reading = rows.reading_from_row(row, tuple(_problems(connection, row.id)))
        said = tuple(statements_of(connection, row.id))
        yield Kept(reading, bool(row.current), row.published, said, meanings_of(connection, row.id))


def _problems(connection: Connection, reading: str) -> Iterator[Problem]:
    table = tables.problem.c
    for row in connection.execute(select(tables.problem).where(table.reading == reading).order_by(table.seq)):
        yield Problem(row.document, row.stage, row.what, row.next_step)


def load(connection: Connection, parts: Iterable[WholeDocument | Decision]) -> Loaded:
    """Put documents and decisions in, inside the caller's transaction; returns what was new."""
    loaded, before = Loaded(), _decisions(connection)
    touched: dict[str, None] = {}
    for one in parts:
        if isinstance(one, Decision):
            deciding.append(connection, one)
            touched |= dict.fromkeys(anchor.document for anchor in one.anchors)
        else:
            loaded += _load(connection, one)
            touched[one.document.id] = None
    deciding.apply(connection, touched)
    return loaded + Loaded(decisions=_decisions(connection) - before)


def _decisions(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(tables.decision)) or 0


def _load(connection: Connection, one: WholeDocument) -> Loaded:
    table = tables.document.c
    document = one.document
    new = connection.scalar(select(table.id).where(table.id == document.id)) is None
    if new:
        writing.save_document(connection, document, signature_of(document))
    added = [kept for kept in one.readings if writing.status_of(connection, kept.reading.id) is None]
    if added:
        _load_texts(connection, (document, *one.older))
    for kept in added:
        number = len(kept.statements)
        writing.save_reading(connection, kept.reading, number, kept.published, replaces=False, current=False)
        insert_statements(connection, kept.statements, kept.meanings)
    _settle(connection, one)
    return Loaded(int(new), len(added), sum(len(kept.statements) for kept in added))


def _load_texts(connection: Connection, texts: Iterable[Document]) -> None:
    """Keep the texts by other cleaners; one that is there stays."""
    for one in texts:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO document_text VALUES (?, ?, ?)", (one.id, one.text_version, one.text)
        )


def _settle(connection: Connection, one: WholeDocument) -> None:
    """Make the current reading of the file current, unless the document has one here."""
    table = tables.reading
    of_document = (table.c.document == one.document.id, table.c.by_people == 0, table.c.current == 1)
    current = next((kept.reading.id for kept in one.readings if kept.current), None)
    if current is not None and connection.scalar(select(table.c.id).where(*of_document)) is None:
        connection.execute(update(table).where(table.c.id == current).values(current=1))
