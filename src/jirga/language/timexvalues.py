"""EDTF dates as TIMEX3 values: weeks, weekends, quarters and seasons by the names TimeML has for them."""

from __future__ import annotations

import re
from datetime import date

from jirga.language import edtf

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}


def value_of(date_edtf: str | None) -> str:
    """Return a date in TIMEX3: a whole week, quarter or half-year by name, else what both ends share."""
    if not date_edtf:
        return ""
    plain = date_edtf.replace("~", "")
    if "/" in plain:
        return _whole(*plain.split("/", 1))
    if re.fullmatch(r"[0-9]{3}X|[0-9]{2}XX", plain):
        return plain.rstrip("X")
    year, _, rest = plain.partition("-")
    return f"{year}-{_SEASONS[rest]}" if rest in _SEASONS else plain


def _whole(first: str, last: str) -> str:
    begin, end = edtf.bounds(first)[0], edtf.bounds(last)[1]
    if begin and end:
        one, other = date.fromisoformat(begin), date.fromisoformat(end)
        year, week, day = one.isocalendar()
        if day == 1 and (other - one).days == 6:
            return f"{year:04d}-W{week:02d}"
        if day == 6 and (other - one).days == 1:
            return f"{year:04d}-W{week:02d}-WE"
        months = (other.year - one.year) * 12 + other.month - one.month + 1
        if months in {3, 6} and (one.month - 1) % months == 0 and len(first) == 7:
            return f"{one.year:04d}-{'Q' if months == 3 else 'H'}{(one.month - 1) // months + 1}"
    return _common(first, last)


def _common(first: str, last: str) -> str:
    """Return the year, month or day that both ends lie in; the first end where they share nothing."""
    shared = [a for a, b in zip(first.split("-"), last.split("-"), strict=False) if a == b]
    if shared:
        return "-".join(shared)
    return first[:3] if first[:3] == last[:3] else first
