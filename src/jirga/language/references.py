"""Rules for what no calendar fixes: `now`, `recently`, `in the future`, `recent years`, `the next few days`.

None of them dates an event in the record; TIMEX3 names them PRESENT_REF, PAST_REF, FUTURE_REF, or PXY.
"""

from __future__ import annotations

import re

from jirga.language.timerules import Context, Reader, Rule, TimeReading, rule

#: The letters of ISO 8601 durations; hours and shorter stand after a T.
LETTERS = {
    "second": "TXS",
    "minute": "TXM",
    "hour": "TXH",
    "day": "XD",
    "week": "XW",
    "weekend": "XW",
    "month": "XM",
    "quarter": "XQ",
    "year": "XY",
    "decade": "XE",
    "century": "XC",
    "centurie": "XC",
}
_UNITS = r"(?P<unit>second|minute|hour|day|week|month|quarter|year|decade|centurie)s"
_FEW = r"(?:a )?(?:few|couple of|several|many)"


def _reference(value: str) -> Reader:
    def read(_: re.Match[str], __: Context) -> TimeReading | None:
        return TimeReading("date", None, "unknown", timex=value, recorded=False)

    return read


def _some(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read a stretch of no certain number of units: `several weeks`, `years-long`."""
    return TimeReading("duration", None, "unknown", timex="P" + LETTERS[match["unit"].lower()])


def _around_now(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read such a stretch that ends or begins with the telling: `recent weeks`, `the next few days`."""
    value = "P" + LETTERS[match["unit"].lower()]
    return TimeReading("date", None, "unknown", timex=value, label="DURATION")


def _vaguely_ago(_: re.Match[str], __: Context) -> TimeReading | None:
    return TimeReading("date", None, "unknown", timex="PAST_REF")


_THEN = r"(?! (?:ago|later|earlier|before|after|afterwards))"
RULES: tuple[Rule, ...] = (
    rule(r"(?:right )?now(?! (?:and|or) (?:then|again|never))", _reference("PRESENT_REF")),
    rule(r"currently|nowadays|these days", _reference("PRESENT_REF")),
    rule(
        r"current(?= [a-z])(?! (?:account|affairs|events|year|quarter|month|week|fiscal))",
        _reference("PRESENT_REF"),
    ),
    rule(r"(?:more |most |quite |very )?recently", _reference("PAST_REF")),
    rule(
        r"the (?:recent |distant |not-too-distant )?past(?= ?(?:[.,;:!?)”\"’]|and |but |as |to |is |was ))",
        _reference("PAST_REF"),
    ),
    rule(r"the (?:near |foreseeable |immediate |not-too-distant )?future(?! of)", _reference("FUTURE_REF")),
    rule(r"the (?:near|short|medium|long) term", _reference("FUTURE_REF")),
    rule(rf"(?:the )?(?:recent|coming) {_UNITS}", _around_now),
    rule(rf"(?:the )?(?:last|past|next|coming|first) {_FEW} {_UNITS}", _around_now),
    rule(rf"(?:{_FEW}|(?:dozens|hundreds) of|some) {_UNITS}{_THEN}", _some),
    rule(r"(?:several|many)-(?P<unit>day|week|month|year|decade)", _some),
    rule(r"(?P<unit>day|week|month|year|decade)s-long", _some),
    rule(rf"(?<=for\s){_UNITS}{_THEN}", _some),
    rule(rf"(?:{_FEW} )?{_UNITS} ago", _vaguely_ago),
)
