"""Feasts by which reporting dates events: their names, and the days on which they fall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from jirga.errors import JirgaError
from jirga.lexicon.tables import Row, rows

FEAST_FILE = "feasts.tsv"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RULES = frozenset({"fixed", "easter", "orthodox-easter", "nth", "listed"})


@dataclass(frozen=True, slots=True)
class Feast:
    """One feast. `rule` as the data file explains it, `listed` its first days where the rule is that list;
    `length` in days; `about`: by land or sighting it may fall a day or two off."""

    name: str
    names: tuple[str, ...]
    rule: str
    length: int
    about: bool
    listed: tuple[date, ...]

    def first_days(self, year: int) -> tuple[date, ...]:
        """Return the first day of the feast in a Gregorian year: none unlisted, two where it falls twice."""
        kind, _, rest = self.rule.partition(" ")
        if kind == "listed":
            return tuple(day for day in self.listed if day.year == year)
        if kind == "fixed":
            return (date(year, *map(int, rest.split("-"))),)
        if kind == "nth":
            return (_nth_weekday(year, *rest.split("-")),)
        sunday = easter(year) if kind == "easter" else orthodox_easter(year)
        return (sunday + timedelta(days=int(rest)),)


@lru_cache(maxsize=1)
def feasts() -> dict[str, Feast]:
    """Return the feasts by every name in lower case; JirgaError names the row that is wrong."""
    found: dict[str, Feast] = {}
    for row in rows(FEAST_FILE):
        feast = _feast(row)
        found |= {name.lower(): feast for name in feast.names}
    return found


def _feast(row: Row) -> Feast:
    try:
        listed = tuple(date.fromisoformat(day) for day in row.many("days"))
        feast = Feast(
            row["name"],
            (row["name"], *row.many("names")),
            row["rule"],
            int(row["length"]),
            row["about"] == "~",
            listed,
        )
        feast.first_days(2000)
    except (ValueError, TypeError) as problem:
        raise _wrong(row, str(problem)) from problem
    if row["rule"].split(" ")[0] not in _RULES or feast.length < 1:
        raise _wrong(row, f"rule {row['rule']!r}, length {row['length']!r}")
    return feast


def _wrong(row: Row, problem: str) -> JirgaError:
    return JirgaError(
        f"a feast that cannot be reckoned ({problem})",
        document=row.where,
        stage="lexicon",
        next_step="mend the row",
    )


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (Gregorian computus of Meeus, Jones and Butcher, 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (century + 8) // 25
    epact = (19 * golden + century - leap - (century - moon + 1) // 3 + 15) % 30
    weekday = (32 + 2 * skipped + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Easter Sunday of the eastern churches as a Gregorian date (Julian computus), from 1583."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


def _nth_weekday(year: int, month: str, weekday: str, nth: str) -> date:
    first = date(year, int(month), 1)
    ahead = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (int(nth) - 1))
