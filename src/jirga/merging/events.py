"""Events from statements: one each, copies of a report aside, until more are known to tell of one thing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

from jirga.merging.copies import NO_COPIES, Copies, Told, fold
from jirga.model import Event, Statement

#: Hexadecimal digits of an event's id: 80 bits, so that a million events collide with a chance of 10⁻¹².
_DIGITS = 20


def events(statements: Iterable[Statement], copies: Copies = NO_COPIES) -> Iterator[Event]:
    """Yield an event for each event statement that is no mere content of another, in the same order.

    What copies of a document say again is the same event, as the document published first tells it. Which
    statements count as having happened is for the query that chose them to say.
    """
    found = (one for one in statements if one.kind == "event" and one.content_of is None)
    for told in fold(found, copies):
        if code := told.statement.event:
            yield _event(told, code.type, code.modes)


def _event(told: Told, type_: str, modes: tuple[str, ...]) -> Event:
    statement = told.statement
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
        statements=(statement.id, *(one.id for one in told.copies)),
        documents=1 + len(told.copies),  # a copy tells of it once
        independent_sources=1,  # copies are no sources of their own
    )


def _status(statement: Statement) -> Literal["reported", "denied"]:
    """A denial is negated and asserted, by its speaker."""
    said = statement.factuality
    return "denied" if (said.polarity, said.modality) == ("negated", "asserted") else "reported"
