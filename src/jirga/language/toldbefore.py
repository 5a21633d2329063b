"""Rules for dates told from the one told before: `two days later`, `the next morning`, `that December`."""

from __future__ import annotations

import re
from dataclasses import replace

from jirga.language import edtf
from jirga.language.anchor import month_number
from jirga.language.clock import PARTS
from jirga.language.numbers import number
from jirga.language.relative import part_of, year_before
from jirga.language.timerules import (
    DAY,
    FULL_MONTH,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    Context,
    Rule,
    TimeReading,
    day_number,
    resolved,
    rule,
    with_year,
)

#: What goes on from "two days before" to what that was: "two days before the army came".
_OF_A_DEED = re.compile(r"\s+(?!(?:and|in|at|on|near|as|but|when|by|to)\b)\w")
#: Up to so many hours or minutes later it is likelier still the same day.
_SAME_DAY_HOURS = 6


def _month_from_told(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the following August`, `the previous November`, `that December`, from the date told last."""
    month, how = month_number(match["month"]), match["way"].lower()
    here = context.told or context.story or context.seen
    if month is None or not match["month"][0].isupper():
        return None
    if here is None:
        return resolved(None)
    year = here.year
    if how in {"following", "next"}:
        year += month <= (here.month or 12)
    elif how in {"previous", "preceding"}:
        year -= month >= (here.month or 1)
    return replace(resolved(edtf.month(month, year), "narrative"), back=how in {"previous", "preceding"})


def _in_year_of_told(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `July 15 of the following year`, `in December that year` from the year told last."""
    here, month = context.told or context.story or context.seen, month_number(match["month"])
    if month is None or not match["month"][0].isupper():
        return None
    if here is None:
        return resolved(None)
    how = match["way"].lower().split()[-1]
    year = here.year + {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(how, 0)
    value = with_year(month, day_number(match["day"]) if match["day"] else None, year)
    return replace(resolved(value, "narrative"), back=year < here.year)


def _season_of_told(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the following spring`, `the next summer`, `that autumn` from the date told last."""
    here, how = context.told or context.story, match["way"].lower().split()[-1]
    if here is None or (how == "next" and not context.past):
        return resolved(None)
    code = edtf.SEASONS[match["season"].lower()]
    starts, month = 3 * (code - 20), here.month or (12 if how != "previous" else 1)
    year = here.year
    if how in {"following", "next"}:
        year += starts <= month
    elif how == "previous":
        year -= starts + 2 >= month
    return replace(resolved(f"{year:04d}-{code}", "narrative"), back=how == "previous")


def _hours_of_told(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the next morning`, `the same evening` from the day told last."""
    by = {"next": 1, "following": 1, "previous": -1}.get(match["way"].lower(), 0)
    value = context.told.shifted("day", by) if context.told and context.told.date else None
    reading = part_of(value, match["hours"])
    return replace(reading, basis="narrative" if value else "unknown")


def _later(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `two days later`, `a month earlier`, `the next day`, `the day before`, from the date told last."""
    groups = match.groupdict()
    count = number(groups.get("count") or "one")
    quarter = year_before(count or 0, groups["unit"].lower(), context)
    compared = f"{quarter[0]}-Q{quarter[1]}" if quarter else None
    if groups["way"].lower() == "before" and _OF_A_DEED.match(match.string, match.end()):
        return None  # counted from what is told next, see `deedtimes`
    if context.told is None or count is None:
        return replace(resolved(None), timex=compared)
    back = groups["way"].lower() in {"earlier", "before", "previously", "previous", "preceding"}
    unit, by = match["unit"].lower(), -count if back else count
    value = context.told.shifted(unit, by) or context.told.around(unit, by)
    reading = resolved(value, "narrative")
    return replace(reading, timex=compared if back else None, back=back)


def _hours_later(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `an hour later`, `minutes later` as on the day told last; many hours may end on the next."""
    count = number(match["count"]) if match["count"] else 1
    told = context.told
    if told is None or told.date is None or count is None or count > _SAME_DAY_HOURS:
        return replace(resolved(None), recorded=False)
    return replace(resolved(told.edtf, "narrative"), label="TIME", back=True)


def _same(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the same day`, `that year`."""
    told, unit = context.told, match["unit"].lower()
    if told is not None and unit == "week" and told.date is not None:
        return resolved(told.week(0), "narrative")
    if told is None or unit in {"week", "fortnight", "decade"}:
        return resolved(None)
    return resolved(told.shifted(unit, 0), "narrative")


_OF_YEAR = r"(?P<way>the following|the next|the previous|the preceding|the same|that same|that) year"
RULES: tuple[Rule, ...] = (
    rule(rf"(?P<month>{MONTH})(?: (?P<day>{DAY}))?,?(?: of| in)? {_OF_YEAR}", _in_year_of_told),
    rule(rf"(?P<day>{DAY}) (?P<month>{MONTH}),?(?: of| in)? {_OF_YEAR}", _in_year_of_told),
    rule(
        rf"(?P<way>the following|the next|the previous|that same|that) (?P<season>{SEASON})", _season_of_told
    ),
    rule(rf"the (?P<way>following|next|previous|preceding|same) (?P<month>{FULL_MONTH})", _month_from_told),
    rule(rf"(?P<way>that)(?: same)? (?P<month>(?!May){FULL_MONTH})(?! \d)", _month_from_told),
    rule(rf"(?:the )?(?P<way>next|following|same|previous) (?P<hours>{'|'.join(PARTS)})", _hours_of_told),
    rule(
        rf"(?P<count>{NUMBER}) (?P<unit>{UNIT})s? "
        r"(?P<way>later|earlier|before|previously|afterwards?|on(?= ?[,;]))",
        _later,
    ),
    rule(rf"(?:(?P<count>{NUMBER}) (?:hour|minute)s?|(?P<few>minutes|moments)) later", _hours_later),
    rule(r"the (?P<way>next|following|previous|preceding) (?P<unit>day|month|year)", _later),
    rule(r"the (?P<unit>day|month|year) (?P<way>before|after|earlier)(?=[.,;:!?)]|$| and| in| at)", _later),
    rule(rf"(?:the same|that(?: same| very)?) (?P<unit>{UNIT})(?! (?:after|before))", _same),
)
