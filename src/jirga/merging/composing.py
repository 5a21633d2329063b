"""One event out of the statements that tell of it. Nothing is averaged: positions stay side by side."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from jirga.merging.eligible import denies, happened
from jirga.merging.independence import Sources
from jirga.merging.marks import days
from jirga.merging.sides import sides
from jirga.model import Event, EventCode, Figure, Statement, When, Where

#: Hexadecimal digits of an event's id: 80 bits, so that a million events collide with a chance of 10⁻¹².
_DIGITS = 20
#: The most precise first.
_PRECISION = ("place", "district", "province", "country", "unknown")
#: Days of a date that has no end: longer than any that has.
_ENDLESS = 10**6


def event(statements: Sequence[Statement], why: Sequence[str], sources: Sources) -> Event:
    """Return the event that `statements` tell of, which stand in the order of publication.

    Type, sides, when and where are told by those that affirm it, where any does; figures by all.
    """
    affirming = [one for one in statements if happened(one)] or list(statements)
    code = _code(affirming)
    actor, recipient = sides(affirming)
    return Event(
        id=event_id(statements[0].id),
        type=code.type,
        modes=code.modes,
        actor=actor,
        recipient=recipient,
        when=_when(affirming),
        where=_where(affirming),
        figures=_figures(statements),
        status=_status(statements),
        statements=tuple(one.id for one in statements),
        documents=len({one.document for one in statements}),
        independent_sources=sources.count,
        sources_how=sources.how,
        why=tuple(why),
    )


def event_id(first: str) -> str:
    """Return the id of the event whose statement published first has the id `first`."""
    digest = hashlib.sha256(f"event\n{first}".encode()).hexdigest()
    return f"ev_{digest[:_DIGITS]}"


def _code(statements: Sequence[Statement]) -> EventCode:
    """The type most of them give, and every mode that goes with it, the one given most often first."""
    codes = [one.event for one in statements if one.event]
    type_ = Counter(code.type for code in codes).most_common(1)[0][0]
    modes = Counter(mode for code in codes if code.type == type_ for mode in code.modes)
    return EventCode(type_, tuple(mode for mode, _ in modes.most_common()))


def _when(statements: Sequence[Statement]) -> When:
    """The narrowest date given; of several as narrow the one given most often, then first."""
    dated = [one.when for one in statements if one.when.edtf]
    given = Counter((when.start, when.end) for when in dated)
    return min(dated, key=lambda when: (_length(when), -given[when.start, when.end]), default=When())


def _length(when: When) -> int:
    span = days(when)
    return span.last - span.first if span.first is not None and span.last is not None else _ENDLESS


def _where(statements: Sequence[Statement]) -> Where:
    """The most precise place given; of several as precise the one given most often, then first."""
    placed = [one.where for one in statements if one.where.name]
    given = Counter(where.name for where in placed)
    return min(
        placed,
        key=lambda where: (_PRECISION.index(where.precision), where.lat is None, -given[where.name]),
        default=Where(),
    )


def _figures(statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Every figure with its speakers, each position once, however many reports quote one speaker with it."""
    found: dict[tuple[object, ...], Figure] = {}
    for statement in statements:
        for one in statement.figures:
            told = replace(one, said_by=one.said_by or statement.said_by)
            speakers = tuple(speaker.name.casefold() for speaker in told.said_by)
            of = (one.of or "").casefold()
            key = (one.measure, one.low, one.high, one.approximate, of, one.period, one.unit, speakers)
            found.setdefault(key, told)
    return tuple(found.values())


def _status(statements: Sequence[Statement]) -> Literal["reported", "contested", "denied"]:
    denied = any(denies(one) for one in statements)
    affirmed = any(happened(one) for one in statements)
    if denied:
        return "contested" if affirmed else "denied"
    return "reported"
