"""EDTF (ISO 8601-2) as far as the guidelines use it: which days an expression allows."""

from __future__ import annotations

import calendar
import re
from datetime import date

_POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?")
#: EDTF level 1 codes of the seasons, as months of the northern year: a convention, no claim on the weather.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}


def bounds(edtf: str) -> tuple[str | None, str | None]:
    """Return first and last day (ISO dates; None where open) that EDTF allows; ValueError if it is none.

    Understood are years, months, days, seasons (21 to 24), decades and centuries (`199X`, `19XX`), a
    trailing `~`, `?` or `%`, and intervals `a/b` with `..` for an open end.
    """
    if "/" not in edtf:
        return _point(edtf)
    first, _, last = edtf.partition("/")
    if "/" in last or first == last == "..":
        raise ValueError(f"{edtf!r} is no EDTF interval")
    start = None if first == ".." else _point(first)[0]
    end = None if last == ".." else _point(last)[1]
    if start and end and start > end:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _point(text: str) -> tuple[str, str]:
    match = _POINT.fullmatch(text)
    if match is None or ("X" in match["year"] and match["month"]):
        raise ValueError(f"{text!r} is no EDTF date")
    first, last = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    months = _months(int(match["month"])) if match["month"] else (1, 12)
    day = int(match["day"]) if match["day"] else None
    end = day or calendar.monthrange(last, months[1])[1]
    try:
        return date(first, months[0], day or 1).isoformat(), date(last, months[1], end).isoformat()
    except ValueError as error:
        raise ValueError(f"{text!r} is no day of the calendar") from error


def _months(number: int) -> tuple[int, int]:
    if number in _SEASONS:
        return _SEASONS[number]
    if not 1 <= number <= 12:
        raise ValueError(f"{number:02} is neither a month nor a season")
    return number, number
