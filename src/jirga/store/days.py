"""The first and the last day that a date allows."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


def first_day(text: str) -> str:
    """Return the first ISO day of a year, month or day (`2022`, `2022-06`, `2022-06-02`); ValueError else."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1).isoformat()


def last_day(text: str) -> str:
    """Return the last ISO day of a year, month or day; ValueError where it is none."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Return first and last day of an EDTF date or `a/b` interval; None where open, unknown or not read.

    Qualifiers (`~`, `?`, `%`) are dropped: an approximate day is looked for on that day.
    """
    if not edtf:
        return None, None
    first, _, last = edtf.partition("/")
    last = last if "/" in edtf else first
    return _or_none(first_day, first), _or_none(last_day, last)


def _or_none(read: Callable[[str], str], text: str) -> str | None:
    try:
        return read(text.strip("~?%"))
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, int]:
    found = _SHAPE.match(text)
    if not found:
        raise ValueError(f"{text!r} is no year, month or day")
    year, month, day = (int(part or 0) for part in found.groups())
    date(year, month or 1, day or 1)  # raises for a 13th month, a 30th of February, the year 0
    if found[2] == "00" or found[3] == "00":
        raise ValueError(f"{text!r} is no date")
    return year, month, day
