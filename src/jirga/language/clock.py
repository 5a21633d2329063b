"""Rules for times of the day: `10:35 a.m.`, `noon on Thursday`, `Friday night`, `0400 GMT`."""

from __future__ import annotations

import re
from dataclasses import replace

from jirga.language import edtf
from jirga.language.anchor import WEEKDAYS, Anchor, month_number
from jirga.language.timerules import (
    DAY,
    MONTH,
    WEEKDAY,
    YEAR,
    Context,
    Rule,
    TimeReading,
    day_number,
    rule,
    stated,
    yearless,
)

#: TIMEX3's letters for parts of the day.
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_NAMED = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
_ZONES = (
    r"(?:[ECMP][SD]T|GMT|UTC|BST|CET|local time|(?:eastern|central|mountain|pacific)(?: standard)?(?: time)?)"
)
_ZONE = rf"(?: {_ZONES}| \({_ZONES}\))?"
_TIME = (
    r"(?:(?P<hour>[01]?[0-9]|2[0-3])(?:[:.](?P<minute>[0-5][0-9]))? ?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<hour24>[01]?[0-9]|2[0-3]):(?P<minute24>[0-5][0-9])(?::[0-5][0-9])?"
    r"|(?P<hour4>[01][0-9]|2[0-3])(?P<minute4>[0-5][0-9])(?= (?:GMT|UTC|hours|local time))(?: hours)?"
    r"|(?P<hourof>1[0-2]|[1-9]) (?:in the |this )(?P<part>morning|afternoon|evening)"
    r"|(?P<named>noon|midday|midnight))"
)
_ABOUT = r"(?:(?:around|about|just before|just after|shortly before|shortly after) )?"
_WHEN = (
    rf"(?P<weekday>{WEEKDAY})|(?P<near>yesterday|today|tomorrow)"
    rf"|(?:(?P<month>{MONTH}) (?P<day>{DAY})|(?P<day2>{DAY}) (?P<month2>{MONTH}))(?:,? (?P<year>{YEAR}))?"
)
#: The groups of a day and month, empty where a weekday goes before the time.
_NO_DATE = r"(?P<near>)(?P<month>)(?P<day>)(?P<month2>)(?P<day2>)(?P<year>)"


def _hour(match: re.Match[str]) -> str:
    """Return the time of day as `T14:30`, `T09` where no minutes are given but an hour of twelve."""
    if match["named"]:
        return _NAMED[match["named"].lower()]
    if match["hour24"] or match["hour4"]:
        hour, minute = int(match["hour24"] or match["hour4"]), match["minute24"] or match["minute4"]
        return f"T{hour:02d}:{minute}"
    late = (match["half"] or "").lower().startswith("p") or match["part"] in {"afternoon", "evening"}
    hour = int(match["hour"] or match["hourof"]) % 12 + (12 if late else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}"


def _time(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read a time of day; with the day it is on, where that stands beside it, it dates like that day."""
    hour = _hour(match)
    if (match["hour"] and int(match["hour"]) > 12) or (
        match["weekday"] and not match["weekday"][0].isupper()
    ):
        return None
    if match["weekday"] or match["near"]:
        value = _near_day(match, context)
        return TimeReading("date", value, "resolved" if value else "unknown", timex=_joined(value, hour))
    if match["month"] or match["month2"]:
        day = _named_day(match, context)
        return replace(day, timex=_joined(day.edtf, hour)) if day else None
    near = context.told if context.told and context.told.date else context.published
    return TimeReading("time", None, "stated", timex=_joined(near.edtf if near else None, hour))


def _joined(day: str | None, hour: str) -> str:
    return f"{day or 'XXXX-XX-XX'}{hour}"


def _named_day(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read the day of a month beside a time of day, in the year given or found."""
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    number = month_number(month)
    if not match["year"] or number is None:
        return yearless(month, day, context)
    return stated(edtf.day(int(match["year"]), number, day_number(day)))


def _near_day(match: re.Match[str], context: Context) -> str | None:
    here: Anchor | None = context.published
    if here is None:
        return None
    if match["near"]:
        return here.shifted("day", {"yesterday": -1, "today": 0, "tomorrow": 1}[match["near"].lower()])
    return here.weekday(WEEKDAYS.index(match["weekday"].lower()), ahead=context.ahead, strictly=False)


RULES: tuple[Rule, ...] = (
    rule(rf"{_ABOUT}{_TIME}{_ZONE}(?:,? (?:on )?(?:{_WHEN}))?", _time),
    rule(rf"(?P<weekday>{WEEKDAY})(?:,? at)? {_TIME}{_ZONE}{_NO_DATE}", _time),
)
