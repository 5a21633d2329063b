"""Rules for dates told from elsewhere: from the publication date ("last Friday") or from one just told."""

from __future__ import annotations

import re
from dataclasses import replace

from jirga.language import edtf
from jirga.language.anchor import WEEKDAYS, Anchor, month_number
from jirga.language.clock import PARTS
from jirga.language.durations import iso_duration
from jirga.language.numbers import ORDINALS, number
from jirga.language.timerules import (
    DAY,
    FULL_MONTH,
    MONTH,
    NUMBER,
    SEASON,
    UNIT,
    WEEKDAY,
    Context,
    Quarter,
    Rule,
    TimeReading,
    day_number,
    resolved,
    rule,
    with_year,
    yearless,
)
from jirga.language.timexvalues import value_of

_PARTS = r"(?: (?P<hours>morning|afternoon|evening|night))?"
#: Words before a day of the month that is told by its number alone.
_DAY_LEADS = frozenset({"on", "by", "since", "until", "till", "from", "before", "after", "of", "to", "and"})
#: Words before "the summer" that make it a time.
_SEASON_LEADS = frozenset(
    {"in", "during", "over", "since", "until", "till", "into", "through", "by", "throughout"}
)
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
_BACK = frozenset({"last", "past", "previous", "preceding"})
_AHEAD = frozenset({"next", "coming", "upcoming", "following"})
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def _near_day(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `yesterday`, `this morning`, `last night`, `the day before yesterday`."""
    words = " ".join(match.group().lower().split())
    by = next((step for word, step in _DAYS.items() if word in words), 0)
    if words.startswith("last") or words.startswith("the day before"):
        by -= 1
    elif words.startswith("the day after"):
        by += 1
    value = context.published.shifted("day", by) if context.published else None
    hours = next((one for one in PARTS if words.endswith(one)), "night" if "tonight" in words else None)
    return part_of(value, hours)


def _weekday(match: re.Match[str], context: Context) -> TimeReading | None:
    if not match["weekday"][0].isupper():
        return None
    here, how = context.published, (match["how"] or "").lower().removeprefix("the ")
    if how in {"previous", "following"}:
        here = context.told
    if here is None or here.date is None:
        return resolved(None)
    ahead = how in _AHEAD or (how not in _BACK and (context.ahead or _expected(match, context)))
    strictly = how in _BACK or how in _AHEAD
    value = here.weekday(WEEKDAYS.index(match["weekday"].lower()), ahead=ahead, strictly=strictly)
    return part_of(value, match["hours"])


def _expected(match: re.Match[str], context: Context) -> bool:
    """Whether a weekday is a term that is still to come: "until Tuesday", "as early as Friday"."""
    before = match.string[max(match.start() - 14, 0) : match.start()].lower().split()
    return context.lead in {"until", "till"} or before[-3::2] == ["as", "as"]


def part_of(day: str | None, hours: str | None) -> TimeReading:
    """Return a day, or in TIMEX3 its morning, afternoon, evening or night."""
    return replace(resolved(day), timex=f"{day}{PARTS[hours.lower()]}" if day and hours else None)


def _last_date(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `last Oct. 23`, in a text of a later day."""
    return yearless(match["month"], match["day"], replace(context, ahead=False, past=True, story=None))


def _hours(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `mid-afternoon`, `late evening yesterday`, `the morning`: of the day given, told or published."""
    here, day = context.published, (match["day"] or "").lower()
    if not day and match.group().lower().startswith("the ") and context.told and context.told.date:
        here = context.told
    value = here.shifted("day", -1 if day == "yesterday" else 0) if here else None
    return replace(part_of(value, match["hours"]), recorded=bool(day))


def _end_of(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the end of this month`, `the start of next year`; `the end of the year` is this one's."""
    here, unit = context.published, match["unit"].lower()
    whole = _unit_from(here, unit, _step(match["how"]), past=False) if here else None
    return (
        resolved(edtf.approximately(whole))
        if match["how"].lower() != "the"
        else replace(resolved(whole), recorded=False)
    )


def _whole_unit(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the year`, `the week` as the one of the telling; the record does not lean on so little."""
    unit = "week" if match.group().lower().endswith("week") else "year"
    value = _unit_from(context.published, unit, 0, past=False) if context.published else None
    return replace(resolved(value), recorded=False)


def _day_of_year(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `August 15 last year`, `15 August of this year`."""
    number = month_number(match["month"])
    if number is None or context.published is None:
        return resolved(None)
    return resolved(edtf.day(context.published.year + _step(match["how"]), number, day_number(match["day"])))


def _day_of_month(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the 11th of this month`, `the 3rd of last month`."""
    here = context.published
    if here is None or here.month is None:
        return resolved(None)
    year, month = edtf.shift_months(here.year, here.month, _step(match["how"]))
    return resolved(edtf.day(year, month, day_number(match["day"])))


def _weekday_of_week(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `Tuesday last week`, `Friday of next week`."""
    by = _step(match["how"])
    week = context.published.week(by) if context.published else None
    start = Anchor.of(week.split("/")[0]) if week else None
    return resolved(start.shifted("day", WEEKDAYS.index(match["weekday"].lower())) if start else None)


def _step(how: str) -> int:
    how = how.lower()
    return -1 if how in _BACK else 1 if how in _AHEAD else 0


def _unit(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `last week`, `this year`, `next month`, `the past decade`."""
    here, by, unit = context.published, _step(match["how"]), match["unit"].lower()
    narrated = match["how"].lower() in {"previous", "preceding", "following"} or _next_of_told(match, context)
    here = context.told if narrated else here
    if here is None:
        return resolved(None)
    if unit == "weekend" and by == 0 and here.date and here.date.weekday() < 5 and not context.ahead:
        by = -1
    part, basis = (match["part"] or "").lower(), "narrative" if narrated else "resolved"
    value = _unit_from(here, unit, by, past=match["how"].lower() == "past")
    whole = (
        here.shifted("year", by) if unit == "year" else value_of(here.week(by) if unit == "week" else value)
    )
    if part and by == 0:
        value = _so_far(here, value, part)
    elif part and value:
        value = edtf.approximately(value)
    return TimeReading("date", value, basis if value else "unknown", timex=whole or None)  # type: ignore[arg-type]


def _next_of_told(match: re.Match[str], context: Context) -> bool:
    """Whether `the next month` is counted from what was told: with a verb in the past, it is not to come."""
    return match.group().lower().startswith("the next ") and context.past and not context.ahead


def _unit_from(here: Anchor, unit: str, by: int, *, past: bool) -> str | None:
    if unit == "week":
        return here.span("week", 1, ahead=False) if past else here.week(by)
    if unit == "weekend":
        return here.weekend(by)
    if unit == "century":
        return f"{here.year // 100 + by:02d}XX"
    if unit == "decade" or (past and unit in {"year", "month"}):
        return here.span("year" if unit == "decade" else unit, 10 if unit == "decade" else 1, ahead=by > 0)
    return here.shifted(unit, by)


def _so_far(here: Anchor, whole: str | None, part: str) -> str | None:
    """Return `earlier this year` as its start up to here, `later this year` as from here to its end."""
    first, last = edtf.bounds(whole)
    if first is None or last is None or here.date is None:
        return whole
    return edtf.interval(here.edtf, last) if part.startswith("late") else edtf.interval(first, here.edtf)


def _month(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `last November`, `November last year`, `next March`."""
    month = month_number(match["month"])
    here, by = context.published, _step(match["how"])
    if here is None or month is None or not match["month"][0].isupper():
        return resolved(None) if month and match["month"][0].isupper() else None
    if "unit" in match.re.groupindex:
        return resolved(with_year(month, None, here.year + by))
    current = here.month or 1
    year = here.year + (by if (by < 0 and month >= current) or (by > 0 and month <= current) else 0)
    return resolved(edtf.month(month, year))


def _season(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `last summer`, `this winter`, `next spring`."""
    here, by = context.published, _step(match["how"])
    if _next_of_told(match, context):
        return None  # told from the date before, see `toldbefore`
    if here is None:
        return resolved(None)
    code = edtf.SEASONS[match["season"].lower()]
    starts = 3 * (code - 20)
    year = here.year + (by if by > 0 or (by < 0 and (here.month or 1) <= starts + 2) else 0)
    return resolved(f"{year:04d}-{code}")


def _the_season(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `in the summer`, `over the early winter` as the last one begun, or the coming one if ahead."""
    here = context.published
    if context.lead not in _SEASON_LEADS or here is None or not here.month:
        return None
    code = edtf.SEASONS[match["season"].lower()]
    year = here.year - (here.month < 3 * (code - 20)) if not context.ahead else here.year
    return resolved(f"{year:04d}-{code}")


def year_before(count: int, unit: str, context: Context) -> Quarter | None:
    """Return the quarter that `a year ago` means where a quarter is compared with the same one before."""
    same = count == 1 and unit == "year" and context.quarter is not None
    return (context.quarter[0] - 1, context.quarter[1]) if same and context.quarter else None


def _ordinal_day(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the 25th`, `the twentieth`: of the month told, else the last such day before publication."""
    words = match["day"].lower()
    if context.lead not in _DAY_LEADS or words in {"first", "second", "third"}:
        return None
    day = day_number(words) if words[0].isdigit() else ORDINALS.get(words.replace(" ", "-"))
    if day is None or not 1 <= day <= 31:
        return None
    told = context.told if context.told and context.told.month else None
    here = told or context.published
    if here is None or not here.month:
        return resolved(None)
    month, year = here.month, here.year
    if told is None and not context.ahead and here.day and day > here.day:
        year, month = edtf.shift_months(year, month, -1)
    return resolved(edtf.day(year, month, day), "narrative" if told else "resolved")


def _overnight(_: re.Match[str], context: Context) -> TimeReading | None:
    """Read `overnight` as the night that ends on the day of publication."""
    here = context.published
    before = here.shifted("day", -1) if here else None
    if here is None or before is None:
        return resolved(None)
    return replace(resolved(edtf.interval(before, here.edtf)), timex=f"{before}TNI")


def _pair(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `Wednesday and Thursday` as one stretch where the one day follows the other."""
    first, second = WEEKDAYS.index(match["first"].lower()), WEEKDAYS.index(match["second"].lower())
    here = context.published
    if here is None or (second - first) % 7 != 1 or not match["first"][0].isupper():
        return None
    last = Anchor.of(here.weekday(second, ahead=context.ahead, strictly=False))
    return resolved(edtf.interval(last.shifted("day", -1), last.edtf)) if last else None


def _ago(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `two weeks ago`; weeks, months and years back are no exact days, months, years: `~` for weeks."""
    count = number(match["count"])
    if context.published is None or count is None:
        return resolved(None)
    unit = match["unit"].lower()
    value = context.published.shifted(unit, -count)
    round_ = unit in {"week", "fortnight", "decade"} or (unit == "year" and count % 10 == 0)
    reading = resolved(edtf.approximately(value) if round_ else value)
    quarter = year_before(count, unit, context)
    if quarter:
        return replace(reading, timex=f"{quarter[0]}-Q{quarter[1]}")
    if unit == "week":
        week = value_of(context.published.week(-count))
        return replace(reading, edtf=value if count == 1 else reading.edtf, timex=week)
    return reading


def _span(match: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the past three years`, `the next two weeks`."""
    count = number(match["count"])
    if context.published is None or count is None:
        return resolved(None)
    ahead = match["how"].lower() in _AHEAD
    reading = resolved(context.published.span(match["unit"].lower(), count, ahead=ahead))
    return replace(reading, timex=iso_duration(match["unit"].lower(), count))


def _day_and_night(_: re.Match[str], context: Context) -> TimeReading | None:
    """Read `the past 24 hours`: from the day before publication to its own."""
    here = context.published
    value = here.span("day", 1, ahead=False) if here else None
    return replace(resolved(value), timex="PT24H")


_HOW = r"(?P<how>last|past|previous|preceding|this|current|next|coming|upcoming|following)"
RULES: tuple[Rule, ...] = (
    rule(
        r"(?:(?:late|early|later|earlier) )?(?:the day (?:before|after) )?(?:yesterday|today|tomorrow)"
        r"(?: (?:morning|afternoon|evening|night))?"
        r"|tonight|this (?:very )?(?:morning|afternoon|evening|night)|last night",
        _near_day,
    ),
    rule(
        r"(?:(?:late|early|later|earlier) (?:on )?)?"
        r"(?:(?P<how>last|past|this|next|coming|this past|this coming|the previous|the following) )?"
        rf"(?P<weekday>{WEEKDAY}){_PARTS}",
        _weekday,
    ),
    rule(rf"(?P<weekday>{WEEKDAY}) (?:of )?(?P<how>last|this|next) week", _weekday_of_week),
    rule(rf"(?P<first>{WEEKDAY}) and (?:on )?(?P<second>{WEEKDAY})", _pair),
    rule(
        r"overnight(?= ?(?:[.,;:)]|$)| (?:in|at|on|by|when|as|from|after|and|without|near|into|between)\b)",
        _overnight,
    ),
    rule(
        r"(?:the )?(?:(?:night|morning|afternoon|evening) of )?"
        rf"the (?P<day>[0-3]?[0-9](?:st|nd|rd|th)|{_ORDINAL})"
        r"(?= ?(?:[.,;:?!)]|$)| (?:and|when|their|his|the|in|at|to|but|they|we|he|she|it)\b)",
        _ordinal_day,
    ),
    rule(
        rf"(?:the )?(?:(?P<part>earlier|early|later|late)(?: in)? )?{_HOW} "
        r"(?P<unit>week|weekend|month|year|decade|century)",
        _unit,
    ),
    rule(r"(?P<part>)the(?P<how>) (?P<unit>weekend)", _unit),
    rule(r"the (?P<day>[0-3]?[0-9](?:st|nd|rd|th)) of (?P<how>last|this|next) month", _day_of_month),
    rule(rf"(?P<how>last|this|next|this past|this coming) (?P<month>{FULL_MONTH})", _month),
    rule(rf"last (?P<month>{MONTH}) (?P<day>{DAY})", _last_date),
    rule(
        rf"(?:(?:the )?(?:mid|late|early)[- ]|the )(?P<hours>{'|'.join(PARTS)})"
        r"(?! (?:of|before|after|the|when))(?: (?P<day>yesterday|today))?",
        _hours,
    ),
    rule(
        r"(?:the )?(?:beginning|start|middle|end) of (?P<how>last|this|next|the) (?P<unit>week|month|year)",
        _end_of,
    ),
    rule(
        r"(?:the )?full year|the (?:year|week)(?=['’]s| ?[.,;:)]| (?:by|with|in|at|and|to|of)\b)", _whole_unit
    ),
    rule(rf"(?P<month>{FULL_MONTH})(?: of)? (?P<how>last|this|next) (?P<unit>year)", _month),
    rule(rf"(?P<month>{MONTH}) (?P<day>{DAY}),?(?: of)? (?P<how>last|this|next) year", _day_of_year),
    rule(rf"(?P<day>{DAY}) (?P<month>{MONTH}),?(?: of)? (?P<how>last|this|next) year", _day_of_year),
    rule(rf"(?:the )?(?P<how>last|this past|this|next|past|coming) (?P<season>{SEASON})", _season),
    rule(
        r"(?:the (?:early |late |mid-)?)?(?P<season>spring|summer|autumn|winter)"
        r"(?! (?:of|olympics?|games|offensive|months|uprising|palace|capital|camp|[12]))",
        _the_season,
    ),
    rule(
        r"(?:(?:about|around|nearly|almost|some|more than|less than|over) )?"
        rf"(?P<count>{NUMBER}) (?P<unit>{UNIT})s? ago",
        _ago,
    ),
    rule(rf"(?:the )?{_HOW} (?P<count>{NUMBER}) (?P<unit>{UNIT})s?", _span),
    rule(r"(?:the )?(?:last|past) (?:24|twenty-four) hours", _day_and_night),
)
