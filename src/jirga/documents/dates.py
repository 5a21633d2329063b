"""When a text was published: the forms a date is stated in → EDTF, and nothing guessed.

A day, a month or a year comes out as `2021-11-10`, `2021-11`, `2021`. `03/04/2021` is two different days in
two countries: it is told, not guessed. Time of day and zone are dropped: the day is the one printed.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import UTC, date, datetime, timedelta

#: The earliest year taken for a publication date: older than any news archive one would read here.
EARLIEST_YEAR = 1800

#: How far ahead a date may lie: magazines print a cover date up to a quarter after they appear.
AHEAD = timedelta(days=92)

_MONTHS: dict[str, int] = {
    **{month_name[i].lower(): i for i in range(1, 13)},
    **{month_abbr[i].lower(): i for i in range(1, 13)},
    "sept": 9,
}
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_LEAD = r"(?:(?:published|posted|updated|dated)(?: on)?:? )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_ZONE = r"(?:z|utc|gmt|[a-z]{2,5})?(?: ?[+-]\d{2}:?\d{2})?(?: \([a-z ]+\))?"
_TIME = (
    rf"(?:(?:t|,? (?:at )?)\d{{1,2}}[:.]?\d{{2}}(?:[:.]?\d{{2}}(?:[.,]\d+)?)? ?(?:[ap]\.?m\.?)? ?{_ZONE})?"
)

_FORMS = tuple(
    re.compile(_LEAD + form + _TIME, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?:(?P<sep>[-/.])(?P<number>\d{{1,2}})(?:(?P=sep)(?P<day>\d{{1,2}}))?)?",
        rf"{_YEAR}(?P<number>\d{{2}})(?P<day>\d{{2}})",
        rf"{_DAY}(?: of)?[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH}[ -](?:{_DAY},? )?{_YEAR}",
    )
)
_SLASHED = re.compile(rf"{_LEAD}(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.IGNORECASE)
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


def published(value: str, today: date | None = None) -> tuple[str | None, str | None]:
    """Return (EDTF, None) for a stated date, (None, why not) where it cannot be read for certain.

    `today` bounds how late a date may be; the machine's clock where it is left out.
    """
    value = " ".join(value.split())
    if slashed := _SLASHED.fullmatch(value):
        first, second, year = int(slashed[1]), int(slashed[3]), int(slashed[4])
        if first <= 12 and second <= 12 and first != second:
            return None, f'the date "{value}" may be day/month or month/day, so it was left out'
        day, month = (second, first) if second > 12 else (first, second)
        return _checked(value, year, month, day, today)
    for form in _FORMS:
        if match := form.fullmatch(value):
            parts = match.groupdict()
            number = _MONTHS.get((parts.get("month") or "").lower()) or parts.get("number")
            day_text = parts.get("day")
            return _checked(
                value,
                int(parts["year"]),
                int(number) if number else None,
                int(day_text) if day_text else None,
                today,
            )
    return None, f'the date "{value[:60]}" was not understood, so it was left out'


def in_name(name: str) -> str | None:
    """Return the day in a file's name (`2021-11-10`, `20211110`), None unless there is exactly one."""
    found = {(m[1], m[3], m[4]) for m in _IN_NAME.finditer(name)}
    days = {_checked(name, int(y), int(m), int(d), None)[0] for y, m, d in found} - {None}
    return days.pop() if len(days) == 1 else None


def _checked(
    value: str, year: int, month: int | None, day: int | None, today: date | None
) -> tuple[str | None, str | None]:
    """Return the EDTF of the parts, or why no text of ours can have been published then."""
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None, f'the date "{value[:60]}" is not in the calendar, so it was left out'
    if year < EARLIEST_YEAR:
        return None, f'the date "{value[:60]}" is before {EARLIEST_YEAR}, so it was left out'
    if first > (today or datetime.now(UTC).date()) + AHEAD:
        return None, f'the date "{value[:60]}" lies in the future, so it was left out'
    return first.isoformat()[: 10 if day else 7 if month else 4], None
