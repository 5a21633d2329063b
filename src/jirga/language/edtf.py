"""EDTF (ISO 8601-2) strings: making them, and the first and last day that one allows.

Levels 0 and 1 as far as reporting needs them: `2022`, `2022-06`, `2022-06-02`, seasons (`2014-22`), decades
and centuries (`199X`, `18XX`), intervals with open ends (`2017/2021`, `2022/..`), and `~` for approximately.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?$")
_UNSPECIFIED = re.compile(r"([0-9]{2})([0-9X])X[~?%]?$")
#: EDTF's codes for the seasons of the northern year, with their first and last month (winter: see `bounds`).
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}


def year(number: int) -> str | None:
    """Return the year as EDTF, None outside 1–9999."""
    return f"{number:04d}" if 1 <= number <= 9999 else None


def month(number: int, of_year: int) -> str | None:
    """Return the month (1–12) of a year as EDTF, None where there is none."""
    return f"{of_year:04d}-{number:02d}" if 1 <= of_year <= 9999 and 1 <= number <= 12 else None


def day(of_year: int, of_month: int, number: int) -> str | None:
    """Return the day as EDTF, None where the calendar has no such day."""
    try:
        return date(of_year, of_month, number).isoformat()
    except ValueError:
        return None


def shift_months(of_year: int, of_month: int, by: int) -> tuple[int, int]:
    """Return the (year, month) that lies `by` months from the given one."""
    whole = of_year * 12 + of_month - 1 + by
    return whole // 12, whole % 12 + 1


def interval(first: str | None, last: str | None) -> str | None:
    """Return the EDTF interval from `first` to `last` (None: open); None if both are or it runs back."""
    if first is None and last is None:
        return None
    begin, end = bounds(first)[0] if first else None, bounds(last)[1] if last else None
    if begin and end and begin > end:
        return None
    opened, closed = (first or "..").split("/")[0], (last or "..").split("/")[-1]
    return opened if opened == closed else f"{opened}/{closed}"


def approximately(edtf: str | None) -> str | None:
    """Return `edtf` marked as approximate, each end of an interval by itself."""
    if edtf is None:
        return None
    return "/".join(part if part == ".." or part.endswith("~") else f"{part}~" for part in edtf.split("/"))


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day (ISO dates) that `edtf` allows; None for an open end or what is no date.

    A winter counts from January of its year to February of the next, since English means either by it.
    """
    if edtf is None:
        return None, None
    if "/" in edtf:
        opened, closed = edtf.split("/", 1)
        return bounds(opened)[0], bounds(closed)[1]
    unspecified = _UNSPECIFIED.match(edtf)
    if unspecified:
        century, decade = unspecified.groups()
        low, high = (f"{century}0", f"{century}9") if decade == "X" else (f"{century}{decade}",) * 2
        return f"{low}0-01-01", f"{high}9-12-31"
    match = _DATE.match(edtf)
    return _bounds_of(*match.groups()) if match else (None, None)


def _bounds_of(y: str, m: str | None, d: str | None) -> tuple[str | None, str | None]:
    if m is None:
        return f"{y}-01-01", f"{y}-12-31"
    number = int(m)
    if number == 24:
        return f"{y}-01-01", _last_day(int(y) + 1, 2)
    if number in _SEASON_MONTHS:
        low, high = _SEASON_MONTHS[number]
        return f"{y}-{low:02d}-01", _last_day(int(y), high)
    if not 1 <= number <= 12:
        return None, None
    return (f"{y}-{m}-{d}",) * 2 if d else (f"{y}-{m}-01", _last_day(int(y), number))


def _last_day(of_year: int, of_month: int) -> str | None:
    if not 1 <= of_year <= 9999:
        return None
    return day(of_year, of_month, monthrange(of_year, of_month)[1])


def precision(edtf: str) -> str:
    """Return what an EDTF date is exact to: `day`, `month`, `year`, or `other` (interval, season …)."""
    match = _DATE.match(edtf)
    if match is None:
        return "other"
    _, m, d = match.groups()
    if m and int(m) > 12:
        return "other"
    return "day" if d else "month" if m else "year"
