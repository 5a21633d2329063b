"""TIMEX3: type and value of each time expression, as TimeML and the corpora annotated by it write them.

Beside the record's EDTF this tells what no record dates an event by: `PRESENT_REF` (now), `PAST_REF`
(recently), durations of no certain length (`PXY`), weeks by number, parts of the day, sets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jirga.language import edtf
from jirga.language.anchor import Anchor
from jirga.language.timescan import Found, Scene, scan

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_OPEN = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: code points, type (DATE, TIME, DURATION, SET) and TIMEX3 value."""

    start: int
    end: int
    type: str
    value: str


def timexes(doc: Doc, created: str | None) -> tuple[Timex, ...]:
    """Return the time expressions of `doc` as TIMEX3, reckoned from its creation time (EDTF)."""
    return tuple(_timex(one) for one in scan(Scene(doc, Anchor.of(created))))


def _timex(found: Found) -> Timex:
    reading = found.reading
    value = reading.timex or (reading.edtf or "" if reading.kind != "date" else value_of(reading.edtf))
    return Timex(found.start, found.end, reading.label or _type(value, reading.kind), value or _OPEN)


def _type(value: str, kind: str) -> str:
    if kind == "set" or value.endswith("_REF"):
        return "SET" if kind == "set" else "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value or kind == "time" else "DATE"


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
