"""Events from statements: one each, until statements on the same happening are recognised as such."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from jirga.model import Event, Statement

#: Hexadecimal digits of an event's id: 80 bits, so that a million events collide with a chance of 10⁻¹².
_DIGITS = 20


def events(statements: Iterable[Statement]) -> Iterator[Event]:
    """Yield an event for each event statement that is no mere content of another, in the same order.

    Which statements count as having happened is for the query that chose them to say.
    """
    for statement in statements:
        if statement.kind == "event" and statement.event and statement.content_of is None:
            yield _event(statement, statement.event.type, statement.event.modes)


def _event(statement: Statement, type_: str, modes: tuple[str, ...]) -> Event:
    digest = hashlib.sha256(f"event\n{statement.id}".encode()).hexdigest()
    return Event(
        id=f"ev_{digest[:_DIGITS]}",
        type=type_,
        modes=modes,
        actor=statement.actor,
        recipient=statement.recipient,
        when=statement.when,
        where=statement.where,
        figures=statement.figures,
        status=_status(statement),
        statements=(statement.id,),
        documents=1,
        independent_sources=1,
    )


def _status(statement: Statement) -> Literal["reported", "denied"]:
    """A denial is negated and asserted, by its speaker."""
    said = statement.factuality
    return "denied" if (said.polarity, said.modality) == ("negated", "asserted") else "reported"
