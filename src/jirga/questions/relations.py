"""Which relations are told between whom, since and until when, by whom; who denies them.

One row is one relation over time: all that is told of it, by every document, with each date that anybody
gives and whoever gives it, side by side and never averaged.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import TYPE_CHECKING, Any, Literal

from jirga.merging import Imprints, copies_in, sources
from jirga.model import Participant, Statement
from jirga.questions.lists import documents_of

if TYPE_CHECKING:
    from jirga.merging import Copies, Imprint
    from jirga.store import Query, Store

#: Whether anybody says so, and anybody denies it; `not asserted` is only feared, demanded, conditional ….
Status = Literal["reported", "contested", "denied", "not asserted"]
Stance = Literal["says so", "denies it", "leaves it open"]

#: Relations that hold either way round.
MUTUAL = frozenset({"ally_of", "fights", "at_truce_with"})
#: Words that name nobody: where the text does not tell who is meant, no row can.
_NOBODY = frozenset(
    "it they them he him she her we us i you this that these those who which its their his our my".split()  # noqa: SIM905
)
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a relation; `entity` is None for one that the text leaves unnamed."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """One date that is told (EDTF), with the ids of the statements that tell it and their nearest speakers.

    No speaker is the documents' own voice.
    """

    edtf: str
    statements: tuple[str, ...]
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """What one speaker says of a relation; `name` is None for the documents' own voice."""

    name: str | None
    entity: str | None
    stance: Stance
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation from `actor` to `recipient` with every date told for it, side by side, never averaged.

    `since` and `until` are its bounds; `held` the dates at which it is told to stand. Mutual relations
    (allies, fights, truces) are one row whichever side is named first. `independent_sources` counts copies,
    agencies and quotation once (0 where it was not asked for).
    """

    id: str
    type: str
    actor: Party
    recipient: Party | None
    since: tuple[Dated, ...]
    until: tuple[Dated, ...]
    statements: tuple[str, ...]
    documents: int
    status: Status = "reported"
    held: tuple[Dated, ...] = ()
    voices: tuple[Voice, ...] = ()
    independent_sources: int = 0

    def to_json(self, *, text: bool = True) -> dict[str, Any]:
        """Return the row as a JSON object; an unnamed party's name is the text's own words."""
        return {
            "id": self.id,
            "type": self.type,
            "actor": _party(self.actor, text),
            "recipient": _party(self.recipient, text) if self.recipient else None,
            "status": self.status,
            "since": [_dated(one, text) for one in self.since],
            "until": [_dated(one, text) for one in self.until],
            "held": [_dated(one, text) for one in self.held],
            "voices": [_voice(one, text) for one in self.voices],
            "statements": list(self.statements),
            "documents": self.documents,
            "independent_sources": self.independent_sources,
        }


@dataclass(slots=True)
class _Gathered:
    actor: Party
    recipient: Party | None
    told: list[Statement] = field(default_factory=list)


_Key = tuple[str, str, str]  # type, and both sides as entity ids, or bracketed words where unnamed


def relations(store: Store, query: Query) -> list[RelationRow]:
    """Return the relations told by the statements that answer `query`, by type, whom and since when.

    What somebody says and somebody denies is contested; what is only denied, feared, demanded or conditional
    comes with `query.all`.
    """
    if query.kinds and "relation" not in query.kinds:
        return []
    told = store.statements(replace(query, kinds=("relation",), all=True))
    rows = gather(told, Imprints(documents_of(store)), copies_in(store))
    return [row for row in rows if query.all or row.status in {"reported", "contested"}]


def gather(
    statements: Iterable[Statement],
    imprints: Callable[[str], Imprint] | None = None,
    copies: Copies | None = None,
) -> list[RelationRow]:
    """Return one row for each type and pair; a list of parties gives each its row.

    `imprints` and `copies` serve to count independent sources, which are 0 without them. The outcome does
    not depend on the order of `statements`.
    """
    gathered: dict[_Key, _Gathered] = {}
    for statement in sorted(statements, key=lambda one: (one.document, one.start, one.id)):
        for key, actor, recipient in _pairs(statement):
            it = gathered.setdefault(key, _Gathered(actor, recipient))
            if not it.told or it.told[-1].id != statement.id:
                it.told.append(statement)
    rows = (_row(key, it, imprints, copies) for key, it in gathered.items())
    return sorted(rows, key=_order)


def _pairs(statement: Statement) -> Iterator[tuple[_Key, Party, Party | None]]:
    code = statement.relation
    if code is None:
        return
    for one, other in product(_sides(statement.actor), _sides(statement.recipient)):
        first, second = one, other
        keys = [_side(first, statement), _side(second, statement)]
        if first is None and (second is None or second.entity is None):
            continue
        if (first and _is_nobody(first)) or (second and _is_nobody(second)):
            continue
        if code.type in MUTUAL and second is not None and first is not None and keys[1] < keys[0]:
            first, second, keys = second, first, keys[::-1]
        yield (code.type, keys[0], keys[1]), first or Party(_UNKNOWN), second


def _sides(participants: tuple[Participant, ...]) -> list[Party | None]:
    return [Party(one.name, one.entity) for one in participants] or [None]


def _is_nobody(party: Party) -> bool:
    return party.entity is None and party.name.casefold() in _NOBODY


def _side(party: Party | None, statement: Statement) -> str:
    """An entity has several dated names: its id decides. An unnamed one is the same only in one document."""
    if party is None:
        return ""
    return party.entity or f"({party.name} {statement.document})"


def _row(
    key: _Key, it: _Gathered, imprints: Callable[[str], Imprint] | None, copies: Copies | None
) -> RelationRow:
    told = [one for one in it.told if one.happened]
    counted = sources(it.told, imprints, copies).count if imprints and copies else 0
    return RelationRow(
        id=f"re_{hashlib.sha256(chr(31).join(key).encode()).hexdigest()[:16]}",
        type=key[0],
        actor=it.actor,
        recipient=it.recipient,
        since=_dates((one, one.relation.since) for one in told if one.relation),
        until=_dates((one, one.relation.until) for one in told if one.relation),
        held=_dates((one, one.when.edtf) for one in told),
        statements=tuple(one.id for one in it.told),
        documents=len({one.document for one in it.told}),
        status=_status(it.told),
        voices=_voices(it.told),
        independent_sources=counted,
    )


def _status(told: list[Statement]) -> Status:
    stances = {stance(one) for one in told}
    if "says so" in stances:
        return "contested" if "denies it" in stances else "reported"
    return "denied" if "denies it" in stances else "not asserted"


def stance(statement: Statement) -> Stance:
    """Return what a statement's speaker makes of the relation; content of an act commits nobody."""
    if statement.happened:
        return "says so"
    said = statement.factuality
    denied = said.polarity == "negated" and said.modality == "asserted" and statement.content_of is None
    return "denies it" if denied else "leaves it open"


def _voices(told: list[Statement]) -> tuple[Voice, ...]:
    """Who says so, who denies it, who leaves it open: a voice a speaker and stance, in order of the text."""
    heard: dict[tuple[str | None, str | None, Stance], list[str]] = {}
    for one in told:
        nearest = one.said_by[0] if one.said_by else None
        key = (nearest.name if nearest else None, nearest.entity if nearest else None, stance(one))
        heard.setdefault(key, []).append(one.id)
    return tuple(Voice(*key, tuple(ids)) for key, ids in heard.items())


def _dates(told: Iterable[tuple[Statement, str | None]]) -> tuple[Dated, ...]:
    found: dict[str, list[Statement]] = {}
    for statement, edtf in told:
        if edtf:
            found.setdefault(edtf, []).append(statement)
    return tuple(
        Dated(edtf, tuple(one.id for one in by), tuple(dict.fromkeys(filter(None, map(_nearest, by)))))
        for edtf, by in sorted(found.items())
    )


def _nearest(statement: Statement) -> str | None:
    return statement.said_by[0].name if statement.said_by else None


def _order(row: RelationRow) -> tuple[str, str, str, str]:
    other = row.recipient.name.casefold() if row.recipient else ""
    dates = [one.edtf for one in (*row.since, *row.held, *row.until)]
    return row.type, other, min(dates, default="~"), row.actor.name.casefold()


def _party(party: Party, text: bool) -> dict[str, Any]:
    return {"entity": party.entity, **({"name": party.name} if text or party.entity else {})}


def _dated(one: Dated, text: bool) -> dict[str, Any]:
    said = {"said_by": list(one.said_by)} if text else {}
    return {"edtf": one.edtf, "statements": list(one.statements), **said}


def _voice(one: Voice, text: bool) -> dict[str, Any]:
    name = {"name": one.name} if text or one.entity else {}
    return {**name, "entity": one.entity, "stance": one.stance, "statements": list(one.statements)}
