"""iCalendar (RFC 5545): an all-day entry for each event whose day is known, a range as several days.

An event dated to a month, a year or not at all has no place in a calendar: it is left out and counted. A day
that the text gives as approximate or uncertain (EDTF `~`, `?`, `%`) says so in its title. A truce has an
entry for each day that is told of it: of the accord, its announcement, its beginning, extension and end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
_END = b"END:VCALENDAR"

#: Dates of a truce, as its entries are titled.
_OF_A_TRUCE = {
    "agreed": "Truce agreed",
    "announced": "Truce announced",
    "effective": "Truce begins",
    "extended": "Truce extended",
    "until": "Truce to hold until",
    "ended": "Truce ends",
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an entry says; `type` is its category, `where` its place, as a JSON object of record.md."""

    uid: str
    edtf: str | None
    title: str
    type: str
    lines: tuple[str, ...]
    where: Json | None = None


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write what is dated to a day of events, statements of kind event, or truces; the rest is counted."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    frame = calendar.to_ical()
    out.write(frame[: frame.index(_END)])  # entry by entry: a calendar of any size needs no memory
    count, undated, now = 0, 0, datetime.now(UTC).replace(microsecond=0)
    for entry in _entries(asked.what, asked.rows(asked.what)):
        span = days(entry.edtf)
        if span is None:
            undated += 1
            continue
        out.write(_component(entry, span, now).to_ical())
        count += 1
    out.write(frame[frame.index(_END) :])
    return Written(count, tuple(_notes(asked.what, undated)))


def _entries(what: str, rows: Iterable[Json]) -> Iterator[_Entry]:
    for obj in rows:
        if what == "truces":
            yield from _of_truce(obj)
        elif obj.get("event") or "type" in obj:  # a relation or a quantity happened on no day
            yield _of_event(obj)


def _of_event(obj: Json) -> _Entry:
    kind = (obj.get("event") or obj)["type"]
    edtf = obj["when"]["edtf"]
    return _Entry(obj["id"], edtf, headline(obj), kind, tuple(_description(obj)), obj["where"])


def _of_truce(obj: Json) -> Iterator[_Entry]:
    dates = [(name, one) for name in _OF_A_TRUCE for one in obj[name]]
    parties = ", ".join(one["value"] for one in obj["parties"]) or obj["name"]
    for name, one in dates:
        lines = (f"status: {obj['status']}", f"evidence: {', '.join(one['statements'])}")
        title = f"{_OF_A_TRUCE[name]}: {parties}"
        yield _Entry(f"{obj['id']}-{name}-{one['value']}", one["value"], title, "truce", lines)
    if not dates:
        yield _Entry(obj["id"], None, obj["name"], "truce", ())


def days(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of a date of day precision; None for any other."""
    if edtf is None or not _DAYS.fullmatch(edtf):
        return None
    first, _, last = re.sub(r"[~?%]", "", edtf).partition("/")
    try:
        span = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:  # a 30th of February
        return None
    return span if span[0] <= span[1] < date.max else None


def _component(entry: _Entry, span: tuple[date, date], now: datetime) -> Any:
    import icalendar

    made = icalendar.Event()
    made.add("uid", f"{entry.uid}@jirga")
    made.add("dtstamp", now)
    made.add("summary", " ".join(filter(None, (_qualified(entry.edtf or ""), entry.title))))
    made.add("dtstart", span[0])
    made.add("dtend", span[1] + timedelta(days=1))  # RFC 5545: the first day that no longer belongs to it
    made.add("transp", "TRANSPARENT")  # it keeps nobody busy
    made.add("categories", [entry.type])
    where = entry.where or {}
    place = ", ".join(part for part in (where.get("name"), where.get("country")) if part)
    if place:
        made.add("location", place)
    if where.get("lat") is not None and where.get("lon") is not None:
        made.add("geo", (where["lat"], where["lon"]))
    made.add("description", "\n".join(entry.lines))
    return made


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
    if "/" in (obj["when"]["edtf"] or ""):
        yield "over these days, or on some of them"
    if obj["when"]["basis"] != "stated":
        yield f"the date is {obj['when']['basis']}"
    if "quote" in obj:
        yield obj["quote"]


def _notes(what: str, undated: int) -> Iterator[str]:
    if undated:
        told = "dates of truces" if what == "truces" else what
        yield f"{undated:,} of the {told} left out: no day is known (a month, a year, or no date)"
