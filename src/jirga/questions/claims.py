"""Claims: arguments that one could check against data, with whoever makes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jirga.as_json import to_json
from jirga.merging import NO_COPIES, Copies, copies_in, fold
from jirga.model import Statement
from jirga.questions.quantities import also_in

if TYPE_CHECKING:
    from jirga.store import Query, Store

#: What stands before the way of arguing in `decided_by`.
_PREFIX = "claim: "


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim; `also` are the statements of copies that make it again in the same words."""

    statement: Statement
    also: tuple[Statement, ...] = ()

    @property
    def argues(self) -> str:
        """In which way it argues: cause, effect, rule, trend, comparison …; empty where a person added it."""
        ways = (one.removeprefix(_PREFIX) for one in self.statement.decided_by if one.startswith(_PREFIX))
        return next(ways, "")

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the statement as in record.md, with the way it argues and where else it is said."""
        return to_json(self.statement, text=text) | {"argues": self.argues, "also_in": also_in(self.also)}


def claims(store: Store, query: Query, *, copies: bool = False) -> list[ClaimRow]:
    """Return the claims that answer `query`, by the day they were published; undated documents come last.

    What copies of a document say again stands in `ClaimRow.also`, or with `copies` in rows of its own.
    """
    if query.kinds and "claim" not in query.kinds:
        return []
    told = store.statements(replace(query, kinds=("claim",)))
    return list(gather_claims(told, NO_COPIES if copies else copies_in(store)))


def gather_claims(statements: Iterable[Statement], copies: Copies = NO_COPIES) -> Iterator[ClaimRow]:
    """Yield the claims among `statements`, in their order."""
    found = (one for one in statements if one.kind == "claim")
    for told in fold(found, copies):
        yield ClaimRow(told.statement, told.copies)
