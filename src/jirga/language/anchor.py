"""Reckoning from a day one stands on: the publication date, or a date told shortly before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from jirga.language import edtf

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A date as far as it is known: a year, perhaps its month and day. What is reckoned is EDTF or None."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, text: str | None) -> Anchor | None:
        """Return the anchor of an EDTF date (its first ten characters), None where it is no single date."""
        plain = (text or "")[:10].rstrip("~?%")
        if edtf.precision(plain) == "other" or edtf.bounds(plain)[0] is None:
            return None
        parts = [int(part) for part in plain.split("-")]
        if parts[0] < 1 or (len(parts) == 3 and edtf.day(*parts) is None):
            return None
        return cls(*parts)

    @property
    def date(self) -> date | None:
        """The day, None where only a month or year is known."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def edtf(self) -> str:
        """The anchor itself as EDTF."""
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])

    def shifted(self, unit: str, by: int) -> str | None:
        """Return what lies `by` days, weeks, months, years or decades away, as exact as that unit allows."""
        if unit in {"day", "week", "fortnight"}:
            return self._days(by * {"day": 1, "week": 7, "fortnight": 14}[unit])
        if unit == "month":
            return edtf.month(*reversed(edtf.shift_months(self.year, self.month, by))) if self.month else None
        return edtf.year(self.year + by * {"year": 1, "decade": 10, "century": 100}[unit])

    def _days(self, by: int) -> str | None:
        if self.date is None:
            return None
        try:
            return (self.date + timedelta(days=by)).isoformat()
        except OverflowError:
            return None

    def around(self, unit: str, by: int) -> str | None:
        """Return the months in which it may lie that is so many days or weeks from some day of a month."""
        days = by * {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0)
        if not days or self.month is None or self.day is not None:
            return None
        first, last = edtf.bounds(self.edtf)
        if first is None or last is None:
            return None
        try:
            ends = [(date.fromisoformat(one) + timedelta(days=days)).isoformat()[:7] for one in (first, last)]
        except OverflowError:
            return None
        return edtf.interval(*ends)

    def week(self, by: int) -> str | None:
        """Return the week `by` weeks away as the interval from its Monday to its Sunday."""
        if self.date is None:
            return None
        monday = 7 * by - self.date.weekday()
        return edtf.interval(self._days(monday), self._days(monday + 6))

    def weekend(self, by: int) -> str | None:
        """Return the Saturday and Sunday of the week `by` weeks away."""
        if self.date is None:
            return None
        saturday = 7 * by + 5 - self.date.weekday()
        return edtf.interval(self._days(saturday), self._days(saturday + 1))

    def weekday(self, number: int, *, ahead: bool, strictly: bool) -> str | None:
        """Return the nearest such weekday (Monday 0), back or ahead; `strictly`: not the day itself."""
        if self.date is None:
            return None
        back = (self.date.weekday() - number) % 7
        forth = (number - self.date.weekday()) % 7
        distance = forth if ahead else -back
        return self._days(distance if distance or not strictly else 7 if ahead else -7)

    def span(self, unit: str, count: int, *, ahead: bool) -> str | None:
        """Return the interval of the last (or next) `count` units up to (or from) here."""
        there = self.shifted(unit, count if ahead else -count)
        here = self.shifted(
            "day" if unit in {"day", "week", "fortnight"} else "month" if unit == "month" else "year", 0
        )
        if there is None or here is None:
            return None
        return edtf.interval(here, there) if ahead else edtf.interval(there, here)

    def year_of(self, month: int, day: int | None, *, ahead: bool) -> int:
        """Return the year that puts a month or day nearest: not after the anchor, or `ahead` not before."""
        here, there = (self.month or 12, self.day or 31), (month, day or (31 if ahead else 1))
        if ahead:
            return self.year + (there < (self.month or 1, self.day or 1))
        return self.year - (there > here)


def month_number(name: str) -> int | None:
    """Return 1–12 for the name of a month or its abbreviation."""
    key = name.lower()[:3]
    return MONTHS.index(key) + 1 if key in MONTHS else None
