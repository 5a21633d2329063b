"""Which days of which countries the record and the file cover: beyond, nothing is missed nor extra."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jirga.comparing.layouts import country
from jirga.comparing.rows import Row
from jirga.comparing.told import Settings, Told, ordinal
from jirga.model import Event

#: A report covers so many days before its publication: news is of the last days, a weekly of the last seven.
_NEWS = 7


@dataclass(frozen=True, slots=True)
class Covered:
    """The days (as ordinals) that are covered of each country."""

    days: Mapping[str, Collection[int]]

    def covers(self, countries: Iterable[str], first: int, last: int) -> bool:
        """Whether a day between the two is covered of a country; one that is not known is covered nowhere."""
        spans = (self.days.get(one, ()) for one in countries)
        return any(day in known for known in spans for day in range(first, last + 1))

    def to_json(self) -> dict[str, Any]:
        """Return for each country how many days are covered, the first and the last."""
        return {
            name: {"days": len(known), "first": _iso(min(known)), "last": _iso(max(known))}
            for name, known in sorted(self.days.items())
            if known
        }


def countries_of(event: Event) -> frozenset[str]:
    """Return the country of its place, or where none is known those of its parties (alpha-3)."""
    parties = [one.country for one in (*event.actor, *event.recipient)]
    told = [event.where.country] if event.where.country else parties
    return frozenset(one for one in told if one and country(one))  # IGO and the like are no countries


def record_covers(events: Iterable[tuple[Event, str | None]], within: Iterable[Told]) -> Covered:
    """Return what a record covers: of each country the days just before each report on it was published.

    And the days of its own events there, if they are dated that closely. `events` are of any type, each
    with the day of its first report.
    """
    days: defaultdict[str, set[int]] = defaultdict(set)
    for event, published in events:
        if published is not None:
            last = ordinal(published)
            for name in countries_of(event):
                days[name].update(range(last - _NEWS, last + 1))
    for one in within:
        for name in countries_of(one.event) if one.last - one.first <= _NEWS else ():
            days[name].update(range(one.first, one.last + 1))
    return Covered(days)


def file_covers(rows: Iterable[Row], settings: Settings) -> Covered:
    """Return what a table covers: of each country all days from its first row to its last, some around."""
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.country:
            ends[row.country] += (ordinal(row.days[0]), ordinal(row.days[1]))
    around = settings.days
    return Covered({c: range(min(days) - around, max(days) + around + 1) for c, days in ends.items()})


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
