"""The record's events beside a table's: matched, missed, extra, and what lies outside of one or the other.

A row is missed only where the record could have had it: in the days before a report on that country was
published. Everything else is outside. In the same way an event is extra only on days and in countries that
the file covers, and where the file keeps deadly events alone only if somebody tells of dead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jirga.comparing.assignment import assign
from jirga.comparing.covering import Covered, countries_of, file_covers, record_covers
from jirga.comparing.lines import STATUSES, Line, Status, line_json
from jirga.comparing.pairs import Pair, pairs
from jirga.comparing.rows import Row
from jirga.comparing.table import Table
from jirga.comparing.told import Settings, Told, ordinal, told
from jirga.model import Event

#: Of two rows whose scores differ by less, either may be the one.
_AS_WELL = 0.25


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of it: every line in a stable order, and what the file and the record cover of each other."""

    table: Table
    settings: Settings
    file_covers: Covered
    record_covers: Covered
    lines: tuple[Line, ...]

    def of(self, status: Status) -> list[Line]:
        """Return the lines of one status."""
        return [one for one in self.lines if one.status == status]

    @property
    def share(self) -> float | None:
        """The share matched of the rows that the record could have had; None where it could have had none."""
        within = len(self.of("matched")) + len(self.of("missed"))
        return len(self.of("matched")) / within if within else None

    def deaths(self) -> dict[str, Any]:
        """Return the deaths of the matched pairs side by side, those for which both tell a number."""
        both = [
            (one.row.deaths, one.pair.told.killed)
            for one in self.of("matched")
            if one.row and one.pair and one.row.deaths and one.pair.told.killed
        ]
        low, best, high = (sum(theirs[at] for theirs, _ in both) for at in range(3))
        ours = [sum(ours[at] for _, ours in both) for at in range(2)]
        within = sum(ours[0] <= theirs[2] and theirs[0] <= ours[1] for theirs, ours in both)
        file = {"low": low, "best": best, "high": high}
        return {
            "pairs": len(both),
            "overlapping": within,
            "file": file,
            "record": dict(zip(("low", "high"), ours, strict=True)),
        }

    def summary(self) -> dict[str, Any]:
        """Return the counts, the share matched, the deaths and what was covered, as JSON types."""
        return {
            "file": self.table.name,
            "layout": self.table.layout,
            "rows": len(self.table.rows),
            "unusable_rows": len(self.table.wrong),
            "counts": {status: len(self.of(status)) for status in STATUSES},
            "matched_unclear": sum(one.pair is not None and one.pair.others > 0 for one in self.lines),
            "share_matched": self.share,
            "deaths": self.deaths(),
            "record_covers": self.record_covers.to_json(),
            "file_covers": self.file_covers.to_json(),
        }

    def objects(self) -> Iterator[dict[str, Any]]:
        """Yield each line as a JSON object."""
        yield from (line_json(one) for one in self.lines)


def compare(
    table: Table,
    events: Iterable[tuple[Event, str | None]],
    *,
    settings: Settings | None = None,
    since: str | None = None,
    until: str | None = None,
    countries: Iterable[str] = (),
) -> Comparison:
    """Line events up with a table's rows.

    Each event comes with the ISO day of its first report, if known. `since`, `until` (ISO days) and
    `countries` (alpha-3) bound both sides.
    """
    settings, asked = settings or Settings(), _Asked(since or "", until or "~", frozenset(countries))
    rows = [one for one in table.rows if asked.row(one)]
    types = frozenset(type_ for row in table.rows for type_ in row.types)
    every = [(event, published) for event, published in events if asked.event(event)]
    ours = [(event, published) for event, published in every if event.type in types]
    found = {event.id: told(event, published, settings) for event, published in ours}
    within = [one for one in found.values() if one is not None and asked.days(one)]
    undated = [event for event, _ in ours if found[event.id] is None]
    matches = _matches(within, rows, settings)
    theirs, covered = file_covers(rows, settings), record_covers(every, within)
    lines = [*_rows(rows, matches, covered), *_events(within, matches, theirs, table), *_undated(undated)]
    lines.sort(key=lambda one: STATUSES.index(one.status))
    return Comparison(table, settings, theirs, covered, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The days and countries asked for; no country means any."""

    since: str
    until: str
    countries: frozenset[str]

    def row(self, row: Row) -> bool:
        inside = not self.countries or row.country in self.countries
        return inside and self.since <= row.days[1] and row.days[0] <= self.until

    def event(self, event: Event) -> bool:
        """Whether it may be in one of the countries: one of which no country is known may be."""
        of = countries_of(event)
        return not self.countries or not of or bool(of & self.countries)

    def days(self, one: Told) -> bool:
        first, last = (date.fromordinal(day).isoformat() for day in (one.first, one.last))
        return self.since <= last and first <= self.until


def _matches(within: list[Told], rows: list[Row], settings: Settings) -> list[Pair]:
    found = list(pairs(within, rows, settings))
    of_event: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        of_event[pair.told.event.id].append(pair)
    return [_with_others(pair, of_event) for pair in assign(found)]


def _with_others(pair: Pair, others: Mapping[str, list[Pair]]) -> Pair:
    """Tell of a pair how many other rows its event would fit as well."""
    near = [one for one in others[pair.told.event.id] if one.score >= pair.score - _AS_WELL]
    number = len(near) - 1
    if number <= 0:
        return pair
    rows = "1 other row fits" if number == 1 else f"{number} other rows fit"
    return replace(pair, others=number, why=(*pair.why, f"{rows} as well"))


def _rows(rows: list[Row], matches: list[Pair], covered: Covered) -> Iterator[Line]:
    by_line = {pair.row.line: pair for pair in matches}
    for row in sorted(rows, key=lambda row: (row.days, row.line)):
        if pair := by_line.get(row.line):
            yield Line("matched", row, pair.told.event, pair)
        else:
            country = (row.country,) if row.country else ()
            held = covered.covers(country, ordinal(row.days[0]), ordinal(row.days[1]))
            yield Line("missed" if held else "outside the record", row)


def _events(within: list[Told], matches: list[Pair], theirs: Covered, table: Table) -> Iterator[Line]:
    taken = {pair.told.event.id for pair in matches}
    for one in sorted(within, key=lambda one: (one.first, one.event.id)):
        if one.event.id not in taken:
            kept = one.killed is not None or not table.deadly
            held = kept and theirs.covers(countries_of(one.event), one.first, one.last)
            yield Line("extra" if held else "outside the file", event=one.event)


def _undated(events: list[Event]) -> Iterator[Line]:
    yield from (Line("undated", event=one) for one in sorted(events, key=lambda one: one.id))
