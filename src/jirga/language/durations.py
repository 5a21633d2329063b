"""Rules for lengths of time, what recurs, and clock times: `three months`, `48-hour`, `every Friday`."""

from __future__ import annotations

import re

from jirga.language.anchor import WEEKDAYS, month_number
from jirga.language.numbers import number
from jirga.language.timerules import FULL_MONTH, NUMBER, WEEKDAY, Context, Rule, TimeReading, rule

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
_RECURRENT |= {"annually": "year", "yearly": "year"}
_AGED = re.compile(r"[-\s]+old\b", re.IGNORECASE)
#: What half a unit adds to a duration.
_HALVES = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M", "decade": "5Y"}
#: What "a week" is counted by, where it stands right before it.
_RATED = re.compile(
    r"(?:[0-9%]|\b(?:million|billion|thousand|hundred|share|once|twice|barrels?)"
    r"|\b(?!(?:was|is|has|as|this|its|his|lasts|takes|gives|needs|comes|follows|less|plus|perhaps)\b)\w{3,}s)\s+$",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:aged?|age of)\s+$", re.IGNORECASE)


def iso_duration(unit: str, count: int) -> str:
    """Return `count` units as an ISO 8601 duration (`P3M`, `PT48H`)."""
    return _ISO[unit].format(count)


def _length(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `three months`, `two and a half years`, `5 1/2 hours`; ages, rates and ordinals are no lengths."""
    text, words, unit = match.string, match["count"].lower(), match["unit"]
    if _AGED.match(text, match.end()) or _AGE.search(text, max(match.start() - 8, 0), match.start()):
        return None
    if unit[0].isupper() or (words in {"a", "an"} and _is_rate(match)):
        return None
    count = number(words) or _hundreds(words)
    if count is None:
        return None
    half = _HALVES.get(unit.lower()) if match["half"] or match["after"] else None
    value = iso_duration(unit.lower(), count)
    if half:
        value = (value if "T" in value or "T" not in half else value + "T") + half
    return TimeReading("duration", value, "stated")


def _is_rate(match: re.Match[str]) -> bool:
    """Whether "a week" tells how often or how much ("four flights a week"), or "a second" which one."""
    before = match.string[max(match.start() - 16, 0) : match.start()]
    return match["unit"].lower() == "second" or bool(_RATED.search(before))


def _hundreds(words: str) -> int | None:
    head, _, last = words.rpartition(" ")
    count = number(head) if last in {"hundred", "thousand"} else None
    return None if count is None else count * (100 if last == "hundred" else 1000)


def _long(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `month-long` as one."""
    return TimeReading("duration", iso_duration(match["unit"].lower(), 1), "stated")


def _every(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read what recurs: `daily`, `every two weeks`, `each Friday`, `every July`."""
    word = match.group().lower().split()[-1]
    day, month = word.removesuffix("s"), month_number(word)
    if day in WEEKDAYS:
        return TimeReading("set", "P1W", "stated", timex=f"XXXX-WXX-{WEEKDAYS.index(day) + 1}")
    unit = _RECURRENT.get(word) or (word if word in _ISO else "day" if word in {"night", "morning"} else None)
    if unit is None and month:
        return TimeReading("set", "P1Y", "stated", timex=f"XXXX-{month:02d}")
    return TimeReading("set", iso_duration(unit, 1) if unit else "P3M", "stated")


_COUNT = rf"(?P<count>{NUMBER}(?: (?:hundred|thousand))?)"
RULES: tuple[Rule, ...] = (
    rule(
        rf"{_COUNT}(?P<half> 1/2| and a half)?(?: |-| more ){_UNITS}s?(?:[- ]long)?(?P<after> and a half)?"
        r"(?!-(?:ago|earlier))",
        _length,
    ),
    rule(rf"{_UNITS}-long", _long),
    rule(
        rf"(?:every|each) (?:day|week|month|quarter|year|hour|night|morning|{WEEKDAY}|{FULL_MONTH})", _every
    ),
    rule("|".join(_RECURRENT), _every),
)
