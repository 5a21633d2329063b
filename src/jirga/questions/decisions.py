"""What people have decided, by time, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jirga.as_json import decision_to_json
from jirga.model import Decision

if TYPE_CHECKING:
    from jirga.store import Store


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision; `live` while nothing undoes it, `lost` where no reading tells what it means now.

    `sources` are the names of the documents that it is about, the ids of those that the record does not have.
    """

    decision: Decision
    live: bool
    lost: bool
    sources: tuple[str, ...]

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the decision as a JSON object, as `jirga decide --from` takes it, with what became of it."""
        return decision_to_json(self.decision, text=text) | {"live": self.live, "lost": self.lost}


def decisions(
    store: Store, *, document: str | None = None, by: str | None = None, everything: bool = False
) -> Iterator[DecisionRow]:
    """Yield the live decisions by time, with `everything` undone ones and the undos, too.

    `document` is one of which they must speak, by id or name; `by` who must have made them, in any case.
    """
    wanted = store.document_named(document).id if document else None
    lost = {one.id for one, _ in store.lost()}
    names = store.sources()
    for decision, live in store.decisions():
        about = tuple(dict.fromkeys(one.document for one in decision.anchors))
        named = by is None or decision.by.casefold() == by.strip().casefold()
        if (live or everything) and named and (wanted is None or wanted in about):
            sources = tuple(names.get(one, one) for one in about)
            yield DecisionRow(decision, live, decision.id in lost, sources)
