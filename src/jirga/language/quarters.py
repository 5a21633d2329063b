"""Rules for quarters of a year, and the periods that reports of business and budgets compare with them."""

from __future__ import annotations

import re

from jirga.language import edtf
from jirga.language.anchor import Anchor
from jirga.language.timerules import YEAR, Context, Quarter, Rule, TimeReading, resolved, rule

_ORDER = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTH = rf"(?P<nth>{'|'.join(_ORDER)})"
_OTHER_YEAR = rf"(?P<year>{YEAR}|(?:last|this|next) year)"
_AGO = r"year-ago|year-earlier|comparable|corresponding|prior-year"


def _months(quarter: Quarter | None) -> str | None:
    if quarter is None:
        return None
    year, number = quarter
    return edtf.interval(edtf.month(3 * number - 2, year), edtf.month(3 * number, year))


def _reading(quarter: Quarter | None, *, recorded: bool = True) -> TimeReading:
    value = _months(quarter)
    return TimeReading("date", value, "resolved" if value else "unknown", recorded=recorded, quarter=quarter)


def _year(words: str | None, here: Anchor | None) -> int | None:
    """Return the year that `1989`, `last year`, `next year’s` say."""
    if words and words[:4].isdigit():
        return int(words[:4])
    step = {"last": -1, "this": 0, "next": 1}.get((words or "").lower()[:4])
    return None if step is None or here is None else here.year + step


def _nth(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the third quarter (of 1989)`, `last year's first quarter`, `the year-ago third quarter`."""
    number, here = _ORDER[match["nth"].lower()], context.published
    groups = match.groupdict()
    year = _year(groups.get("year"), here) or _year(groups.get("before"), here)
    if year is None and here is not None and here.month:
        now = (here.month + 2) // 3
        to_come = context.ahead and (number - now) % 4 in {1, 2}
        year = here.year + (number < now if to_come else -(number > now))
        year -= (groups.get("before") or "").lower() in _AGO.split("|")
    return _reading((year, number) if year else None)


def _anaphoric(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the quarter`, `the latest period`, `the year-earlier quarter` from the quarter told last."""
    how = (match["how"] or "").lower()
    base, ended = context.quarter, _last_complete(context.published)
    if base is None or (ended is not None and how == "latest" and base > ended):
        base = ended
    if how in {"this", "current"} and context.published and context.published.month:
        base = (context.published.year, (context.published.month + 2) // 3)
    if base is None:
        return _reading(None, recorded=False)
    year = _year(how, context.published)
    if how in _AGO.split("|"):
        year = base[0] - 1
    if how == "next":
        base = (base[0] + base[1] // 4, base[1] % 4 + 1)
    return _reading((year or base[0], base[1]), recorded=bool(how))


def _last_complete(here: Anchor | None) -> Quarter | None:
    if here is None or not here.month:
        return None
    now = (here.month + 2) // 3
    return (here.year, now - 1) if now > 1 else (here.year - 1, 4)


def _year_ago(_: re.Match[str], context: Context) -> TimeReading | None:
    """Read `year-ago`, `year-earlier` before a noun: the same quarter a year before, else that year."""
    if context.quarter:
        return _reading((context.quarter[0] - 1, context.quarter[1]), recorded=False)
    here = context.published
    value = here.shifted("year", -1) if here else None
    return TimeReading("date", value, "resolved" if value else "unknown", recorded=False)


def _fiscal(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `fiscal 1989`, `the current fiscal year`: the year it is named by."""
    if match["year"]:
        return TimeReading("date", edtf.approximately(edtf.year(int(match["year"]))), "stated")
    here = context.published
    step = {"last": -1, "next": 1}.get((match["how"] or "").lower(), 0)
    return resolved(edtf.approximately(here.shifted("year", step)) if here else None)


def _year_end(_: re.Match[str], context: Context) -> TimeReading | None:
    here = context.published
    return resolved(edtf.day(here.year, 12, 31) if here else None)


def _accounts(match: re.Match[str], _: Context) -> TimeReading | None:
    """Read `the year ended March 31` as the length it is; its end stands beside it."""
    value = {"year": "P1Y", "quarter": "P3M"}[match["unit"].lower()]
    return TimeReading("duration", value, "stated", recorded=False)


RULES: tuple[Rule, ...] = (
    rule(rf"(?:fiscal[- ])?{_NTH}-quarter", _nth),
    rule(
        r"(?:(?:the|its|their|a|our) )?"
        rf"(?:(?P<before>{YEAR}|(?:last|this|next) year['’]s|fiscal|{_AGO})[- ])?"
        rf"{_NTH} quarter(?: of (?:the )?(?:fiscal )?{_OTHER_YEAR})?",
        _nth,
    ),
    rule(rf"{_NTH} fiscal quarter", _nth),
    rule(
        rf"(?:the |that |its )?(?:comparable )?(?P<how>latest|current|this|next|last year['’]s|{_AGO}|{YEAR})"
        r" quarter",
        _anaphoric,
    ),
    rule(r"(?:the|that)(?P<how>) quarter", _anaphoric),
    rule(rf"(?:the )?(?P<how>latest|{_AGO}|{YEAR}) period(?: last year)?", _anaphoric),
    rule(r"year-ago|year-earlier", _year_ago),
    rule(r"(?:the )?(?:fiscal )?(?P<unit>year|quarter)(?= end(?:ed|ing))", _accounts),
    rule(rf"(?P<how>)fiscal (?:year )?(?P<year>{YEAR})", _fiscal),
    rule(r"(?P<year>)(?:the )?(?:(?P<how>last|current|this|next) )?fiscal year", _fiscal),
    rule(r"(?:(?:the|around) )?year[- ]end", _year_end),
)
