"""The months and years that a report speaks of: what gives no date beside one may be of that time.

A report printed long after tells of "the killings" without a date, between others that it dates. When that
was is not told; but it need not be the weeks before the report was printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

#: Code points before and behind a statement within which a month is told beside it: some three sentences.
_BEFORE, _BEHIND = 500, 250
#: Months beside a statement that are heeded, the nearest first.
_MOST = 3
_IN_ORDER = "January February March April May June July August September October November December"
_MONTHS = {one: number for number, one in enumerate(_IN_ORDER.split(), start=1)}
#: A month with a day, a year or a word before it that makes it one ("in May", "mid-March"); or a year.
_TOLD = re.compile(
    r"\b(?:(?P<before>\d{1,2}|(?i:in|of|since|until|by|from|last|late|early|mid|during|to))[ -])?"
    rf"(?P<month>{'|'.join(_MONTHS)})\b"
    r"(?:,? (?P<behind>\d{1,2}\b(?!\d))?,? ?(?P<year>(?:19|20)\d\d)?\b)?"
    r"|\b(?i:in|since|of|from|during) (?P<alone>(?:19|20)\d\d)\b"
)


class Time(NamedTuple):
    """Days (ordinals) of a month or year that a text tells, and where it stands there (code points)."""

    at: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Times:
    """The months and years of one text, in its order."""

    told: tuple[Time, ...] = ()

    @classmethod
    def of(cls, text: str, published: date | None) -> Times:
        """Return those of a text; a month without a year is the last such before `published`, if known."""
        found = (_time(one, published) for one in _TOLD.finditer(text))
        return cls(tuple(one for one in found if one))

    def beside(self, at: int) -> tuple[tuple[int, int], ...]:
        """Return the times told beside a place, sorted: first and last day of each."""
        place = bisect_left(self.told, (at - _BEFORE,))
        near = []
        for one in self.told[place:]:
            if one.at > at + _BEHIND:
                break
            near.append((abs(one.at - at), one.first, one.last))
        return tuple(sorted({(first, last) for _, first, last in sorted(near)[:_MOST]}))


NO_TIMES = Times()


def _time(found: re.Match[str], published: date | None) -> Time | None:
    if alone := found["alone"]:
        return Time(found.start(), date(int(alone), 1, 1).toordinal(), date(int(alone), 12, 31).toordinal())
    month = _MONTHS[found["month"]]
    if found["year"]:
        year = int(found["year"])
    elif published and (found["before"] or found["behind"] or found["month"] not in ("March", "May")):
        year = published.year - (month > published.month)
    else:
        return None
    last = monthrange(year, month)[1]
    return Time(found.start(), date(year, month, 1).toordinal(), date(year, month, last).toordinal())
