"""Whether every field of a noun made from somebody's file is of the type that `model` declares.

The types are read from the dataclasses themselves, so that a noun that gains a field needs no line here.
Nothing is mended: what does not hold is a ValueError that says what and where.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

#: Whole numbers beyond this fit no database (64 bits, signed).
_LARGEST = 2**63 - 1


#: Takes a value, raises _WrongError where it is not what was declared.
Check = Callable[[Any], None]


class _WrongError(ValueError):
    """What is wrong, behind where it is: `where[0].name is no text`."""


def check_types(noun: Any) -> None:
    """Raise ValueError where a field of a dataclass, or of one within it, is not of the declared type."""
    _noun(cast("Hashable", type(noun)))(noun)


@cache
def _noun(declared: Any) -> Check:
    """A check of every field of a dataclass, made once: a record has millions of them."""
    hints = get_type_hints(declared)
    checks = [(one.name, _declared(hints[one.name])) for one in fields(declared)]

    def check(value: Any) -> None:
        if type(value) is not declared:
            raise _WrongError(f" is no {declared.__name__.casefold()}")
        for name, check_field in checks:
            try:
                check_field(getattr(value, name))
            except _WrongError as error:
                raise _WrongError(f"{name}{_within(error)}") from error

    return check


def _within(error: _WrongError) -> str:
    told = str(error)
    return told if told[0] in " [" else f".{told}"


def _declared(declared: Any) -> Check:
    origin, inner = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        return _or_none(_declared(next(one for one in inner if one is not type(None))))  # no other unions
    if origin is Literal:
        return _one_of(inner)
    if origin is tuple:
        return _each(inner)
    if isinstance(declared, type) and is_dataclass(declared):
        return _noun(cast("Hashable", declared))
    return _PLAIN[declared]


def _or_none(check_value: Check) -> Check:
    def check(value: Any) -> None:
        if value is not None:
            check_value(value)

    return check


def _one_of(choices: tuple[Any, ...]) -> Check:
    def check(value: Any) -> None:
        if value not in choices:
            raise _WrongError(f" is {value!r}, and may be {', '.join(map(str, choices))}")

    return check


def _each(inner: tuple[Any, ...]) -> Check:
    known = [_declared(one) for one in inner if one is not ...]

    def check(value: Any) -> None:
        if not isinstance(value, tuple):
            raise _WrongError(" is no list")
        checks = known * len(value) if inner[-1] is ... else known
        if len(checks) != len(value):
            raise _WrongError(f" has {len(value)} parts, and not {len(checks)}")
        for number, (one, check_one) in enumerate(zip(value, checks, strict=True)):
            try:
                check_one(one)
            except _WrongError as error:
                raise _WrongError(f"[{number}]{_within(error)}") from error

    return check


def _text(value: Any) -> None:
    if type(value) is not str:
        raise _WrongError(" is no text")
    if not value.isascii() and not is_text(value):
        raise _WrongError(" holds code points that are no characters (lone surrogates)")


def _whole(value: Any) -> None:
    if type(value) is not int or abs(value) > _LARGEST:
        raise _WrongError(" is no whole number")


def _number(value: Any) -> None:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise _WrongError(" is no number")


def _yes_or_no(value: Any) -> None:
    if type(value) is not bool:
        raise _WrongError(" is neither true nor false")


_PLAIN: dict[Any, Check] = {str: _text, int: _whole, float: _number, bool: _yes_or_no}


def is_text(value: str) -> bool:
    """Whether a text holds characters only, no lone surrogates: what cannot be written as UTF-8."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
