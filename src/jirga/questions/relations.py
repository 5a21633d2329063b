"""Which relations are told between whom, since and until when, by which statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any

from jirga.model import Participant, Statement

if TYPE_CHECKING:
    from jirga.store import Query, Store


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation; `entity` is None for one that the text leaves unnamed."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """One date that is told (EDTF), with the ids of the statements that tell it."""

    edtf: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation from `actor` to `recipient` with every date told for it, side by side, never averaged."""

    id: str
    type: str
    actor: Party
    recipient: Party | None
    since: tuple[Dated, ...]
    until: tuple[Dated, ...]
    statements: tuple[str, ...]
    documents: int

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the row as a JSON object; an unnamed party's name is the text's own words."""
        return {
            "id": self.id,
            "type": self.type,
            "actor": _party(self.actor, text),
            "recipient": _party(self.recipient, text) if self.recipient else None,
            "since": [{"edtf": one.edtf, "statements": list(one.statements)} for one in self.since],
            "until": [{"edtf": one.edtf, "statements": list(one.statements)} for one in self.until],
            "statements": list(self.statements),
            "documents": self.documents,
        }


@dataclass(slots=True)
class _Gathered:
    actor: Party
    recipient: Party | None
    since: dict[str, list[str]] = field(default_factory=dict)
    until: dict[str, list[str]] = field(default_factory=dict)
    statements: dict[str, None] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)


_Key = tuple[str, str, str]  # type, and both sides as entity ids, or bracketed words where unnamed


def relations(store: Store, query: Query) -> list[RelationRow]:
    """Return the relations told by the statements that answer `query`, by type and names."""
    return gather(store.statements(query))


def gather(statements: Iterable[Statement]) -> list[RelationRow]:
    """Return one row for each type and pair, by type and names; a list of parties gives each its row."""
    gathered: dict[_Key, _Gathered] = {}
    for statement in statements:
        code = statement.relation
        if code is None:
            continue
        for actor, recipient in product(_sides(statement.actor), _sides(statement.recipient)):
            if actor is None:
                continue
            key = (code.type, _side(actor), _side(recipient))
            it = gathered.setdefault(key, _Gathered(actor, recipient))
            it.statements[statement.id] = None
            it.documents.add(statement.document)
            for told, edtf in ((it.since, code.since), (it.until, code.until)):
                if edtf:
                    told.setdefault(edtf, []).append(statement.id)
    return sorted((_row(key, it) for key, it in gathered.items()), key=_order)


def _sides(participants: tuple[Participant, ...]) -> list[Party | None]:
    return [Party(one.name, one.entity) for one in participants] or [None]


def _side(party: Party | None) -> str:
    """An entity has several dated names: its id decides."""
    return "" if party is None else party.entity or f"({party.name})"


def _row(key: _Key, it: _Gathered) -> RelationRow:
    return RelationRow(
        id=f"re_{hashlib.sha256(chr(31).join(key).encode()).hexdigest()[:16]}",
        type=key[0],
        actor=it.actor,
        recipient=it.recipient,
        since=tuple(Dated(edtf, tuple(ids)) for edtf, ids in sorted(it.since.items())),
        until=tuple(Dated(edtf, tuple(ids)) for edtf, ids in sorted(it.until.items())),
        statements=tuple(it.statements),
        documents=len(it.documents),
    )


def _order(row: RelationRow) -> tuple[str, str, str]:
    return row.type, row.actor.name.casefold(), row.recipient.name.casefold() if row.recipient else ""


def _party(party: Party, text: bool) -> dict[str, Any]:
    return {"entity": party.entity, **({"name": party.name} if text or party.entity else {})}
