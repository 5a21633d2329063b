"""Whether two dates can be one, and how far they lie apart: EDTF strings with the days they allow."""

from __future__ import annotations

from datetime import date

from jirga.language.edtf import bounds, precision
from jirga.model import When

#: Days a reported date may be off and still be meant as the same one: "overnight", another time zone.
LEEWAY = 1


def days(edtf: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day that an EDTF date allows, None where open or no date."""
    first, last = bounds(edtf)
    return _day(first), _day(last)


def apart(one: str | None, other: str | None, leeway: int = 0) -> bool:
    """Whether two dates cannot be one: both known, and more than `leeway` days between the nearest days."""
    between = gap(one, other)
    return between is not None and between > leeway


def gap(one: str | None, other: str | None) -> int | None:
    """Return the days between two dates, 0 where they overlap, None where either is unknown."""
    if not one or not other:
        return None
    (first, last), (begin, end) = days(one), days(other)
    if last and begin and last < begin:
        return (begin - last).days
    if end and first and end < first:
        return (first - end).days
    return 0 if (first or last) and (begin or end) else None


def exact(edtf: str | None) -> bool:
    """Whether a date is exact to a day or a month, not marked as approximate."""
    return edtf is not None and "~" not in edtf and precision(edtf) in ("day", "month")


def known(when: When) -> str | None:
    """Return the date if the text tells it of this very thing: stated or worked out, not carried over."""
    return when.edtf if when.basis in ("stated", "resolved") else None


def firm(when: When) -> str | None:
    """Return the date that holds of this very thing: told of it, or a day that the passage around gives."""
    if when.basis == "narrative" and (when.edtf is None or precision(when.edtf) != "day"):
        return None
    return when.edtf


def first_day(edtf: str | None) -> date | None:
    """Return the first day of a date, the last where its beginning is open."""
    first, last = days(edtf)
    return first or last


def month_of(edtf: str | None) -> str | None:
    """Return the month (EDTF) in which a date begins, None where that is unknown."""
    first = first_day(edtf)
    return first.strftime("%Y-%m") if first else None


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
