"""What a rule for time expressions is made of: the context it reads in, what it reads, common patterns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from jirga.language import edtf
from jirga.language.analysis import TimeKind
from jirga.language.anchor import Anchor, month_number
from jirga.language.numbers import PATTERN as NUMBER

#: A quarter of a year: (year, 1–4).
Quarter = tuple[int, int]
Basis = Literal["stated", "resolved", "narrative", "unknown"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may lean on: the publication date, whether the clause looks ahead, what was told before.

    `story` is the year the passage is told in; `told` the date last resolved close by, `seen` the last one
    anywhere before that the text gives in full; `past` whether the verb that it dates is in the past;
    `quarter` the quarter of a year told last; `lead` the word before, in lower case; `deeds` the types of the
    events that the sentence of `told` tells of.
    """

    published: Anchor | None = None
    ahead: bool = False
    story: Anchor | None = None
    told: Anchor | None = None
    seen: Anchor | None = None
    past: bool = False
    quarter: Quarter | None = None
    lead: str = ""
    deeds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TimeReading:
    """What one expression means; `yearless` keeps (month, day) of a date whose year had to be found.

    `timex` is its TIMEX3 value where that is not the EDTF written otherwise, `label` its TIMEX3 type where
    the value does not tell it. Not `recorded`: an expression that dates nothing in the record ("now").
    `back`: it looks back from the story, which goes on where it was. `quarter`: the quarter it names.
    `heads`: it heads the text after it, as in a chronology.
    """

    kind: TimeKind
    edtf: str | None
    basis: Basis
    yearless: tuple[int, int | None] | None = None
    timex: str | None = None
    label: str | None = None
    recorded: bool = True
    back: bool = False
    quarter: Quarter | None = None
    heads: bool = False


#: What a match means in its context; None: after all no time expression.
Reader = Callable[[re.Match[str], Context], TimeReading | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with what its matches mean."""

    pattern: re.Pattern[str]
    read: Reader


MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![0-9])"
YEAR = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
#: How many months ahead a date without a year may lie and still be the one meant.
_SOON_MONTHS = 3
UNIT = r"(?:day|week|fortnight|month|year|decade)"
#: Words before a date that is still to come: always, or even where the verb is in the past.
_AHEAD_OF = frozenset({"effective", "payable", "due"})
_TOWARDS = frozenset({"until", "till", "to", "by", "for"})
DASH = r"[-‐‑–—]"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
__all__ = ["NUMBER", "Anchor"]


def rule(pattern: str, read: Reader) -> Rule:
    """Return the rule for `pattern`, in which a blank stands for any white space, at word borders."""
    spaced = pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
    return Rule(re.compile(rf"(?<!\w)(?:{spaced})(?!\w)", re.IGNORECASE), read)


def stated(value: str | None) -> TimeReading | None:
    """Return a date that the text itself gives in full; None if the calendar has none such."""
    return TimeReading("date", value, "stated") if value else None


def resolved(value: str | None, basis: Basis = "resolved") -> TimeReading:
    """Return a date read off another one, or an unresolved one."""
    return TimeReading("date", value, basis if value else "unknown")


def day_number(text: str) -> int:
    """Return the number in `3rd`."""
    return int(re.sub(r"[^0-9]", "", text))


def yearless(month: str, day: str | None, context: Context) -> TimeReading | None:
    """Return a month or day whose year comes from the passage, else the publication date, else stays open."""
    number = month_number(month)
    if number is None:
        return None
    at = day_number(day) if day else None
    value, basis = yearless_value(number, at, context)
    return TimeReading("date", value, basis, (number, at))


def yearless_value(month: int, day: int | None, context: Context) -> tuple[str | None, Basis]:
    """Return the EDTF of a month or day in the year that the context tells, and how it tells it."""
    year, basis = _year_for(month, day, context)
    value = None if year is None else with_year(month, day, year)
    return value, basis if value else "unknown"


def with_year(month: int, day: int | None, year: int) -> str | None:
    """Return the month or day of that year as EDTF."""
    return edtf.month(month, year) if day is None else edtf.day(year, month, day)


def _nearest_year(here: Anchor, month: int, day: int | None, context: Context) -> int:
    """Return the last such day's year, or the next one's if that is soon and the verb not in the past.

    A day of eight or more months ago would have been given with its year.
    """
    following = here.year_of(month, day, ahead=True)
    away = (following - here.year) * 12 + month - (here.month or 1)
    soon = here.month is not None and 0 <= away <= _SOON_MONTHS
    soon = soon and (not context.past or context.lead in _TOWARDS)
    return (
        following
        if context.ahead or soon or context.lead in _AHEAD_OF
        else here.year_of(month, day, ahead=False)
    )


def _year_for(month: int, day: int | None, context: Context) -> tuple[int | None, Basis]:
    if context.story is not None and not context.ahead:
        return context.story.year, "narrative"
    if context.published is not None:
        return _nearest_year(context.published, month, day, context), "resolved"
    if context.seen is not None:
        return context.seen.year, "narrative"
    return None, "unknown"
