"""Relations in the order in which they begin and end: leader A until 2018, leader B since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from jirga.questions.relations import Dated, RelationRow, relations

if TYPE_CHECKING:
    from jirga.store import Query, Store


@dataclass(frozen=True, slots=True)
class RelationChange:
    """One day at which a relation is told to begin or to end, with whoever tells it.

    `relation` is the row that changes; rival dates of one onset are changes of their own.
    """

    told: Dated
    turn: Literal["begins", "ends"]
    relation: RelationRow

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the change as a JSON object: the date, what begins or ends, and the relation's id."""
        it = self.relation.to_json(text=text)
        kept = {key: it[key] for key in ("type", "actor", "recipient", "status")}
        said = {"said_by": list(self.told.said_by)} if text else {}
        return {
            "edtf": self.told.edtf,
            "turn": self.turn,
            "relation": self.relation.id,
            **kept,
            "statements": list(self.told.statements),
            **said,
        }


def relation_changes(store: Store, query: Query) -> list[RelationChange]:
    """Return the onsets and ends of the relations that answer `query`, by date; what ends goes first."""
    return changes(relations(store, query))


def changes(rows: Iterable[RelationRow]) -> list[RelationChange]:
    """Return every onset and end of `rows`, by date."""
    found = [RelationChange(one, "begins", row) for row in rows for one in row.since]
    found += [RelationChange(one, "ends", row) for row in rows for one in row.until]
    return sorted(found, key=_order)


def _order(one: RelationChange) -> tuple[str, bool, str, str, str]:
    other = one.relation.recipient.name if one.relation.recipient else ""
    return one.told.edtf, one.turn == "begins", one.relation.type, other, one.relation.actor.name
