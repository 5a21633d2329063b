"""Whether a noun made from somebody's file is one of a record: its codes known, its quotes in the text.

Nothing is mended: what does not hold is a ValueError that says what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from jirga.exports.types import is_text
from jirga.model import EVENT_TYPES, RELATION_TYPES, Decision, Span, Statement, When, Where

#: The time of a decision, as the record writes it.
_EXAMPLE = "2022-06-02T10:00:00.000000+00:00"
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")


def check_codes(statement: Statement) -> None:
    """Raise ValueError where a statement, whose types hold, contradicts itself or the vocabulary."""
    it = statement
    codes = {"event": it.event, "relation": it.relation, "quantity": it.quantity}
    for kind, code in codes.items():
        _held((code is not None) == (it.kind == kind), f"{kind} does not go with the kind {it.kind}")
    if it.event:
        _held(it.event.type in EVENT_TYPES, f"{it.event.type!r} is no type of event")
    if it.relation:
        _held(it.relation.type in RELATION_TYPES, f"{it.relation.type!r} is no type of relation")
    _held(0 <= it.confidence <= 1, "confidence is no probability")
    _check_when(it.when)
    _check_where(it.where)


def check_evidence(statement: Statement, text: str) -> None:
    """Raise ValueError where a statement quotes what is not in the text of its document."""
    it = statement
    for span in (Span(it.start, it.end, it.quote), *spans(it)):
        inside = 0 <= span.start < span.end <= len(text)
        found = inside and text[span.start : span.end] == span.quote
        _held(found, f"the words at {span.start} to {span.end} of its document are not those it quotes")


def check_decision(decision: Decision) -> None:
    """Raise ValueError where a decision, whose types hold, was never made: without a time or an aim."""
    _held(bool(_AT.fullmatch(decision.at)), f"at is {decision.at!r}, and no time such as {_EXAMPLE}")
    _held(bool(decision.anchors), "it is aimed at nothing")
    _held(bool(decision.by), "it does not say by whom")
    for field, value in decision.changes:
        _held(is_text(field) and is_text(value), "its changes hold code points that are no characters")
    if decision.statement:
        check_codes(decision.statement)


def spans(noun: Any) -> Iterator[Span]:
    """Yield every span within a noun."""
    for one in fields(noun):
        value = getattr(noun, one.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Span):
                yield inner
            elif is_dataclass(inner):
                yield from spans(inner)


def _check_when(when: When) -> None:
    for name, day in (("start", when.start), ("end", when.end)):
        _held(day is None or _is_day(day), f"when.{name} is {day!r}, and no day such as 2022-06-02")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_where(where: Where) -> None:
    for name, degrees, most in (("lat", where.lat, 90), ("lon", where.lon, 180)):
        _held(degrees is None or abs(degrees) <= most, f"where.{name} is {degrees}, beyond {most} degrees")


def _held(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)
