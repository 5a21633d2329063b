"""Rules for lengths of time, what recurs, and clock times: `three months`, `48-hour`, `every Friday`."""

from __future__ import annotations

import re

from jirga.language.numbers import number
from jirga.language.timerules import NUMBER, WEEKDAY, Context, Rule, TimeReading, rule

_ISO = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "fortnight": "P2W",
    "month": "P{}M",
    "year": "P{}Y",
    "decade": "P{}0Y",
    "century": "P{}00Y",
}
_UNITS = r"(?P<unit>second|minute|hour|day|week|fortnight|month|year|decade)"
_RECURRENT = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month"}
_RECURRENT |= {"annually": "year", "annual": "year", "yearly": "year"}
_AGED = re.compile(r"[-\s]+old\b", re.IGNORECASE)
_AGE = re.compile(r"\b(?:aged?|age of)\s+$", re.IGNORECASE)


def iso_duration(unit: str, count: int) -> str:
    """Return `count` units as an ISO 8601 duration (`P3M`, `PT48H`)."""
    return _ISO[unit].format(count)


def _length(match: re.Match[str], _: Context) -> TimeReading | None:
    text = match.string
    if _AGED.match(text, match.end()) or _AGE.search(text, max(match.start() - 8, 0), match.start()):
        return None
    count = number(match["count"])
    return (
        None
        if count is None
        else TimeReading("duration", iso_duration(match["unit"].lower(), count), "stated")
    )


def _long(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `month-long` as one."""
    return TimeReading("duration", iso_duration(match["unit"].lower(), 1), "stated")


def _every(match: re.Match[str], _: Context) -> TimeReading | None:
    word = match.group().lower().split()[-1]
    unit = _RECURRENT.get(word) or (word if word in _ISO else "day" if word == "night" else "week")
    return TimeReading("set", iso_duration(unit, 1), "stated")


RULES: tuple[Rule, ...] = (
    rule(rf"(?P<count>{NUMBER})(?: |-){_UNITS}s?(?:[- ]long)?", _length),
    rule(rf"{_UNITS}-long", _long),
    rule(rf"(?:every|each) (?:day|week|month|year|hour|night|{WEEKDAY})", _every),
    rule("|".join(_RECURRENT).join(("(?:", ")")), _every),
)
