"""How many, according to whom: every figure of the record, each with its own speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jirga.as_json import to_json
from jirga.merging import NO_COPIES, Copies, copies_in, fold
from jirga.model import Figure, Speaker, Statement

if TYPE_CHECKING:
    from jirga.store import Query, Store


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """One figure and the statement that gives it: an event's toll, or a total of its own.

    `also` are the statements of copies that give it again in the same words.
    """

    figure: Figure
    statement: Statement
    index: int
    also: tuple[Statement, ...] = ()

    @property
    def said_by(self) -> tuple[Speaker, ...]:
        """The figure's own speakers, else its statement's; empty is the document's own voice."""
        return self.figure.said_by or self.statement.said_by

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the figure as in record.md, with when, where, speakers and statement it belongs to."""
        it = to_json(self.statement, text=text)
        figure: dict[str, Any] = dict(it["figures"][self.index])
        figure["said_by"] = figure["said_by"] or it["said_by"]
        total = self.statement.quantity
        about = {
            "trend": total.trend if total else None,
            "type": it["event"]["type"] if it["event"] else None,
        }
        keep = ("actor", "recipient", "when", "where", "factuality", "content_of")
        return figure | about | {key: it[key] for key in keep} | _source(it) | {"also_in": also_in(self.also)}


def quantities(store: Store, query: Query, *, copies: bool = False) -> list[QuantityRow]:
    """Return the figures of the statements that answer `query`, by measure and date, undated ones last.

    What copies of a document say again stands in `QuantityRow.also`, or with `copies` in rows of its own.
    """
    return sorted(gather(store.statements(query), NO_COPIES if copies else copies_in(store)), key=_order)


def gather(statements: Iterable[Statement], copies: Copies = NO_COPIES) -> Iterator[QuantityRow]:
    """Yield every figure of `statements`, in their order."""
    for told in fold(statements, copies):
        for index, figure in enumerate(told.statement.figures):
            yield QuantityRow(figure, told.statement, index, told.copies)


def also_in(copies: Iterable[Statement]) -> list[dict[str, str]]:
    """Return where the same is said again, as JSON objects."""
    return [{"document": one.document, "statement": one.id} for one in copies]


def _order(row: QuantityRow) -> tuple[str, str, str, int]:
    when = row.statement.when
    return row.figure.measure, when.start or when.end or "~", row.statement.document, row.figure.mention.start


def _source(statement: dict[str, Any]) -> dict[str, Any]:
    quoted = {key: statement[key] for key in ("quote", "sentence") if key in statement}
    return quoted | {
        "statement": statement["id"],
        "kind": statement["kind"],
        "document": statement["document"],
    }
