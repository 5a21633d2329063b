"""Whether a noun made from somebody's file is one: every field of its type, every span in its text.

The types are those that the dataclasses of `model` declare, so that a noun that gains a field needs no line
here. Nothing is mended: what does not hold is a ValueError that says what and where.
"""

from __future__ import annotations

import math
import re
import types
from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from jirga.model import EVENT_TYPES, RELATION_TYPES, Decision, Span, Statement, When, Where

#: Whole numbers beyond this fit no database (64 bits, signed).
_LARGEST = 2**63 - 1


def check_types(noun: Any, where: str = "") -> None:
    """Raise ValueError where a field of a dataclass, or of one within it, is not of the declared type."""
    for name, declared in _declared(cast("Hashable", type(noun))).items():
        _check(getattr(noun, name), declared, f"{where}{name}")


@cache
def _declared(noun: Any) -> dict[str, Any]:
    hints = get_type_hints(noun)
    return {one.name: hints[one.name] for one in fields(noun)}


def _check(value: Any, declared: Any, where: str) -> None:
    origin, inner = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        _check_either(value, inner, where)
    elif origin is Literal:
        _held(value in inner, f"{where} is {value!r}, and may be {', '.join(map(str, inner))}")
    elif origin is tuple:
        _held(isinstance(value, tuple), f"{where} is no list")
        each = inner[:1] * len(value) if inner[-1] is ... else inner
        _held(len(each) == len(value), f"{where} has {len(value)} parts, and not {len(each)}")
        for number, (one, kind) in enumerate(zip(value, each, strict=True)):
            _check(one, kind, f"{where}[{number}]")
    elif isinstance(declared, type) and is_dataclass(declared):
        _held(type(value) is declared, f"{where} is no {declared.__name__.casefold()}")
        check_types(value, f"{where}.")
    else:
        _check_plain(value, declared, where)


def _check_either(value: Any, choices: tuple[Any, ...], where: str) -> None:
    if value is None and type(None) in choices:
        return
    for choice in (one for one in choices if one is not type(None)):
        _check(value, choice, where)  # the nouns have no other unions than with None
        return


def _check_plain(value: Any, declared: Any, where: str) -> None:
    if declared is float:
        _held(type(value) in (int, float) and math.isfinite(value), f"{where} is no number")
    elif declared is int:
        _held(type(value) is int and abs(value) <= _LARGEST, f"{where} is no whole number")
    else:
        _held(type(value) is declared, f"{where} is no {_NAMES.get(declared, declared.__name__)}")
    if isinstance(value, str):
        _held(_is_text(value), f"{where} holds code points that are no characters (lone surrogates)")


#: The time of a decision, as the record writes it.
_EXAMPLE = "2022-06-02T10:00:00.000000+00:00"
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")

_NAMES: dict[Any, str] = {str: "text", bool: "true or false"}


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


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
        _held(_is_text(field) and _is_text(value), "its changes hold code points that are no characters")
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
