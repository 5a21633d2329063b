"""A Query as conditions over the tables."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from jirga.store import tables
from jirga.store.query import Query
from jirga.store.rows import folded

_statement, _document, _reading = tables.statement.c, tables.document.c, tables.reading.c


def statements_matching(query: Query, document: str | None) -> Select[tuple[int]]:
    """Return the query for the numbers of the statements that match, in a stable order.

    Of current readings, what people have hidden and withdrawn documents left out.

    `document` is the id of the one document asked for.
    """
    return (
        select(_statement.seq)
        .join(tables.reading, and_(_reading.id == _statement.reading, _reading.current == 1))
        .join(tables.document, _document.id == _statement.document)
        .where(_statement.hidden_by.is_(None))
        .where(*_of_statements(query), *_in_time(query, *_told_time()))
        .where(*_of_documents(query, document))
        .order_by(
            _statement.when_start.nulls_last(),
            _document.published.nulls_last(),
            _document.source,
            _statement.start_offset,
            _statement.id,
        )
    )


def documents_matching(query: Query, document: str | None) -> Select[tuple[str]]:
    """Return the query for the ids of documents that match, by themselves or by one of their statements."""
    found = (
        select(_document.id)
        .where(*_of_documents(query, document))
        .where(*_in_time(query, _document.published_start, _document.published_end))
        .order_by(_document.published.nulls_last(), _document.source, _document.id)
    )
    if not query.asks_statements:
        return found
    said = (
        select(_statement.document)
        .join(tables.reading, and_(_reading.id == _statement.reading, _reading.current == 1))
        .where(_statement.hidden_by.is_(None), *_of_statements(query))
    )
    return found.where(_document.id.in_(said))


def _of_documents(query: Query, document: str | None) -> Iterator[ColumnElement[bool]]:
    yield _document.withdrawn_by.is_(None)
    if document is not None:
        yield _document.id == document
    if query.publisher is not None:
        yield _named(_document.publisher_folded, query.publisher)


def _of_statements(query: Query) -> Iterator[ColumnElement[bool]]:
    if query.kinds:
        yield _statement.kind.in_(query.kinds)
    if query.types:
        of_a_measure = [_counting(query.measures)] if query.measures else []
        yield or_(_statement.type.in_(query.types), *of_a_measure)
    if not query.all:
        yield _said_to_be_so()
    if query.entity is not None:
        table = tables.participant.c
        country = table.country == query.entity.strip().upper()
        yield _some(table.statement, or_(_known_as(table.entity, table.name_folded, query.entity), country))
    if query.said_by is not None:
        of = tables.speaker.c
        yield _some(of.statement, _known_as(of.entity, of.name_folded, query.said_by))
    if query.place is not None:
        country = _statement.country == query.place.strip().upper()
        yield or_(_named(_statement.place_folded, query.place), country)


def _counting(measures: tuple[str, ...]) -> ColumnElement[bool]:
    """One of the statement's figures is of one of these measures."""
    figures = func.json_each(_statement.json, "$.figures").table_valued("value")
    return exists().where(func.json_extract(figures.c.value, "$.measure").in_(measures))


def _said_to_be_so() -> ColumnElement[bool]:
    """An event that happened, a relation or quantity that is asserted; a claim, whatever it claims."""
    return or_(
        and_(_statement.kind == "event", _statement.happened == 1),
        and_(_statement.kind.in_(("relation", "quantity")), _statement.asserted == 1),
        _statement.kind == "claim",
    )


def _some(statement: ColumnElement[int], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(statement == _statement.seq, condition)


def _known_as(entity: ColumnElement[str], name: ColumnElement[str], asked: str) -> ColumnElement[bool]:
    return or_(entity == asked.strip(), entity == asked.strip().lower(), _named(name, asked))


def _named(name: ColumnElement[str], asked: str) -> ColumnElement[bool]:
    """The name has the words asked for, or words that begin so: "talib" is in "Afghan Taliban"."""
    return func.instr(name, folded(asked)) > 0


def _told_time() -> tuple[ColumnElement[str], ColumnElement[str]]:
    """The first and last day of a statement's time, open ends closed (see `Query`); NULL where unknown.

    "Since 2010" was true when it was printed; nobody has said so for any later day.
    """
    start, end = _statement.when_start, _statement.when_end
    in_lists = select(func.max(_document.published_end)).where(_document.withdrawn_by.is_(None))
    latest = in_lists.correlate(None).scalar_subquery()
    told = func.coalesce(_document.published_end, latest, start)
    return func.coalesce(start, end), func.coalesce(end, func.max(start, told))


def _in_time(
    query: Query, start: ColumnElement[str], end: ColumnElement[str]
) -> Iterator[ColumnElement[bool]]:
    """The time overlaps the bounds; a time of which nothing is known matches none."""
    if query.since is not None:
        yield end >= query.first_day
    if query.until is not None:
        yield start <= query.last_day
