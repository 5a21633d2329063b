"""iCalendar (RFC 5545): an all-day entry for each event whose day is known, a range as several days.

An event dated to a month, a year or not at all has no place in a calendar: it is left out and counted. A day
that the text gives as approximate or uncertain (EDTF `~`, `?`, `%`) says so in its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, BinaryIO

from jirga.exports.asked import Asked, Written
from jirga.exports.columns import figure
from jirga.exports.plain import headline

Json = dict[str, Any]

#: A day, or a range from a day to a day, each perhaps qualified (EDTF level 1).
_DAYS = re.compile(r"\d{4}-\d\d-\d\d([~?%]?)(?:/\d{4}-\d\d-\d\d([~?%]?))?")
_QUALIFIED = {"~": "about", "?": "perhaps", "%": "perhaps about"}
_PRODUCT = "-//Jirga//record of who says what happened//EN"


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write the dated events, or statements of kind event; those without a day are counted in the note."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    count, undated, now = 0, 0, datetime.now(UTC).replace(microsecond=0)
    for obj in asked.rows(asked.what):
        if not (obj.get("event") or "type" in obj):
            continue  # a relation or a quantity happened on no day
        span = days(obj["when"])
        if span is None:
            undated += 1
            continue
        calendar.add_component(_entry(obj, span, now))
        count += 1
    out.write(calendar.to_ical())
    return Written(count, tuple(_notes(asked.what, undated)))


def days(when: Json) -> tuple[date, date] | None:
    """Return the first and the last day of a date of day precision; None for any other."""
    if not _DAYS.fullmatch(when["edtf"] or ""):
        return None
    first, _, last = re.sub(r"[~?%]", "", when["edtf"]).partition("/")
    try:
        span = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:  # a 30th of February
        return None
    return span if span[0] <= span[1] < date.max else None


def _entry(obj: Json, span: tuple[date, date], now: datetime) -> Any:
    import icalendar

    entry = icalendar.Event()
    entry.add("uid", f"{obj['id']}@jirga")
    entry.add("dtstamp", now)
    entry.add("summary", " ".join(filter(None, (_qualified(obj["when"]["edtf"]), headline(obj)))))
    entry.add("dtstart", span[0])
    entry.add("dtend", span[1] + timedelta(days=1))  # RFC 5545: the first day that no longer belongs to it
    entry.add("transp", "TRANSPARENT")  # it keeps nobody busy
    entry.add("categories", [(obj.get("event") or obj)["type"]])
    where = obj["where"]
    place = ", ".join(part for part in (where["name"], where["country"]) if part)
    if place:
        entry.add("location", place)
    if where["lat"] is not None and where["lon"] is not None:
        entry.add("geo", (where["lat"], where["lon"]))
    entry.add("description", "\n".join(_description(obj)))
    return entry


def _qualified(edtf: str) -> str:
    marks = {mark for mark in _QUALIFIED if mark in edtf}
    return "" if not marks else f"({_QUALIFIED['%' if len(marks) > 1 else marks.pop()]} this day)"


def _description(obj: Json) -> Iterator[str]:
    yield from (figure(one) for one in obj["figures"])
    if "statements" in obj:
        yield f"{obj['status']}; independent sources: {obj['independent_sources']}"
        yield f"evidence: {', '.join(obj['statements'])}"
    elif obj["said_by"]:
        yield f"according to {' < '.join(one['name'] for one in obj['said_by'])}"
    if "/" in obj["when"]["edtf"]:
        yield "over these days, or on some of them"
    if obj["when"]["basis"] != "stated":
        yield f"the date is {obj['when']['basis']}"
    if "quote" in obj:
        yield obj["quote"]


def _notes(what: str, undated: int) -> Iterator[str]:
    if undated:
        yield f"{undated:,} of the {what} left out: no day is known (a month, a year, or no date)"
