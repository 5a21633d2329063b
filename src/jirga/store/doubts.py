"""Statements that the coder is unsure of, with what makes them matter, without reading each of them whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, and_, case, func, or_, select

from jirga.model import Kind
from jirga.store import tables

#: Figures that tell how much hangs on a statement.
_HURT = ("killed", "casualties")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that nobody has decided on: what it is, how sure, how many were killed."""

    statement: str
    kind: Kind
    type: str | None
    confidence: float
    killed: float


def doubts(connection: Connection) -> Iterator[Doubt]:
    """Yield every statement by the coder that the lists show, of any kind but claims, in no order."""
    it, reading, document, anchor = (
        tables.statement.c,
        tables.reading.c,
        tables.document.c,
        tables.decision_anchor.c,
    )
    figures = func.json_each(it.json, "$.figures").table_valued("value")
    number = func.coalesce(
        func.json_extract(figures.c.value, "$.low"), func.json_extract(figures.c.value, "$.high")
    )
    most = select(func.max(number)).where(func.json_extract(figures.c.value, "$.measure").in_(_HURT))
    # only these tell of the dead as a rule, and to look into each statement's JSON takes its time
    killed = case((it.type.in_(("ASSAULT", *_HURT)), most.scalar_subquery()), else_=0)
    told = or_(
        and_(it.kind == "event", it.content_of.is_(None), it.modality == "asserted"),
        and_(it.kind.in_(("relation", "quantity")), it.asserted == 1),
    )
    decided = select(anchor.statement).where(anchor.live == 1, anchor.statement.is_not(None))
    found = connection.execute(
        select(it.id, it.kind, it.type, it.confidence, killed.label("killed"))
        .join(tables.reading, and_(reading.id == it.reading, reading.current == 1, reading.by_people == 0))
        .join(tables.document, and_(document.id == it.document, document.withdrawn_by.is_(None)))
        .where(it.hidden_by.is_(None), told, it.id.not_in(decided))
    )
    for row in found:
        yield Doubt(row.id, row.kind, row.type, row.confidence, row.killed or 0.0)
