"""Which events and rows may be one happening: of types that go together, near in time, not apart in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jirga.comparing import weights
from jirga.comparing.rows import Row
from jirga.comparing.told import Settings, Told, ordinal

#: What a pair must weigh to be taken for one happening.
ENOUGH = 2.5


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and a row that may be one happening: how much speaks for it, and what, in words.

    `days` and `km` are how far apart they are (None where no distance is known), `others` how many other rows
    the event would fit as well.
    """

    told: Told
    row: Row
    score: float
    why: tuple[str, ...]
    days: int
    km: float | None
    others: int = 0


def pairs(events: Iterable[Told], rows: Iterable[Row], settings: Settings) -> Iterator[Pair]:
    """Yield every pair that may be one happening, with its score."""
    by_day: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        for day in range(ordinal(row.days[0]) - settings.days, ordinal(row.days[1]) + settings.days + 1):
            by_day[day].append(row)
    for one in events:
        near = {row.line: row for day in range(one.first, one.last + 1) for row in by_day.get(day, ())}
        for line in sorted(near):
            pair = _pair(one, near[line], settings)
            if pair is not None and pair.score >= ENOUGH:
                yield pair


def _pair(one: Told, row: Row, settings: Settings) -> Pair | None:
    when, where = weights.when(one, row), weights.where(one.event, row, settings)
    if one.event.type not in row.types or when is None or where is None:
        return None
    who, dead = weights.who(one.event, row), weights.dead(one, row)
    types = f"{one.event.type} is told of {row.what}"
    why = tuple(told for told in (when[2], where[2], who[1], types, dead[1]) if told)
    return Pair(one, row, when[1] + where[0] + who[0] + dead[0], why, when[0], where[1])
