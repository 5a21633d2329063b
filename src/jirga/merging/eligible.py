"""Which statements tell of an event at all: those that say that it happened, and those that deny it."""

from __future__ import annotations

from jirga.model import Statement


def tells_of_an_event(statement: Statement) -> bool:
    """Whether a statement asserts or denies an event; the content of an act, a wish or a threat does not."""
    return happened(statement) or denies(statement)


def happened(statement: Statement) -> bool:
    """Whether an event happened according to a statement's speaker."""
    return statement.kind == "event" and statement.happened


def denies(statement: Statement) -> bool:
    """Whether a statement's speaker denies an event: negated and asserted."""
    said = statement.factuality
    asserted = (said.polarity, said.modality) == ("negated", "asserted")
    return statement.kind == "event" and statement.content_of is None and asserted
