"""Event-data tables: how many events by dyad, month, type and the like, zeros included.

The rules stand in `codebook.py`, which prints them for the reader of a table.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from jirga.errors import UsageError
from jirga.model import EVENT_TYPES, QUAD_OF_TYPE, Event, Participant
from jirga.questions.naming import is_pronoun

#: A value that the text does not give. Rows that hold it are listed where counted, never filled with zeros.
UNKNOWN = "unknown"

#: Above this many cells a table is refused: about 400 MB as CSV, and no reader for it.
MAX_CELLS = 5_000_000

Value = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One way to count: its columns, and the values of an event on it (several for a coalition)."""

    name: str
    columns: tuple[str, ...]
    values: Callable[[Event], set[Value]]
    about: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table: the value of every column, and what was counted there."""

    values: Value
    events: int
    statements: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of counts: `total` distinct events, of which one may stand in several cells (see the codebook).

    `grid` holds the values of each axis; `rows()` gives every cell of the full grid, zeros included, then
    those with an unknown value.
    """

    axes: tuple[Axis, ...]
    grid: tuple[tuple[Value, ...], ...]
    events: dict[Value, int]
    statements: dict[Value, int]
    total: int

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the value columns, in order; `events` and `statements` come after them."""
        return tuple(column for axis in self.axes for column in axis.columns)

    @property
    def size(self) -> int:
        """The number of cells of the full grid."""
        return math.prod(len(values) for values in self.grid)

    def rows(self) -> Iterator[Cell]:
        """Yield the full grid in order, then the counted cells in which a value is unknown."""
        for combination in product(*self.grid):
            yield self.cell(tuple(part for value in combination for part in value))
        yield from self.unknown()

    def objects(self) -> Iterator[dict[str, str | int]]:
        """Yield the rows as JSON objects: the value columns by name, then `events` and `statements`."""
        for cell in self.rows():
            values: dict[str, str | int] = dict(zip(self.columns, cell.values, strict=True))
            yield values | {"events": cell.events, "statements": cell.statements}

    def unknown(self) -> Iterator[Cell]:
        """Yield the counted cells in which a value is unknown."""
        yield from (self.cell(key) for key in sorted(self.events, key=in_order) if UNKNOWN in key)

    def cell(self, values: Value) -> Cell:
        """Return the cell with these values, zero where nothing was counted."""
        return Cell(values, self.events.get(values, 0), self.statements.get(values, 0))


def count(
    events: Iterable[Event],
    by: Sequence[str],
    *,
    types: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> Table:
    """Return the table of `events` by the axes named in `by`.

    `types`, `since` and `until` are the bounds under which the events were asked for: the grid has a zero
    only where an event could have been counted. Raises UsageError for unknown axes and for a table of more
    than `MAX_CELLS` cells.
    """
    axes = axes_named(by)
    counted: Counter[Value] = Counter()
    told: Counter[Value] = Counter()
    total = 0
    for event in events:
        total += 1
        for combination in product(*(axis.values(event) for axis in axes)):
            key = tuple(part for value in combination for part in value)
            counted[key] += 1
            told[key] += len(event.statements)
    table = Table(axes, _grid(axes, counted, types, since, until), dict(counted), dict(told), total)
    if table.size > MAX_CELLS:
        sizes = " × ".join(f"{len(v):,} {a.name}" for a, v in zip(axes, table.grid, strict=True))
        raise UsageError(
            f"the table would have {table.size:,} cells ({sizes}), more than {MAX_CELLS:,}",
            next_step="count by fewer axes, or narrow with --entity, --type, --since, --until",
        )
    return table


def axes_named(names: Sequence[str]) -> tuple[Axis, ...]:
    """Return the axes of these names; raises UsageError for none, unknown, repeated or overlapping ones."""
    known = ", ".join(AXES)
    if not names:
        raise UsageError("nothing to count by", next_step=f"choose among {known}")
    if strangers := [name for name in names if name not in AXES]:
        raise UsageError(f"cannot count by {', '.join(strangers)}", next_step=f"choose among {known}")
    columns = [column for name in names for column in AXES[name].columns]
    if len(set(columns)) < len(columns):
        raise UsageError(
            f"{','.join(names)} names a column twice", next_step="a dyad already holds actor and recipient"
        )
    return tuple(AXES[name] for name in names)


def in_order(value: Value) -> tuple[tuple[bool, bool, str], ...]:
    """Return the key by which values sort: names by the alphabet, unnamed parties next, unknown last."""
    return tuple((part == UNKNOWN, part.startswith("("), part) for part in value)


# --- the values of an event on an axis ----------------------------------------------------------------


def _parties(participants: tuple[Participant, ...]) -> set[str]:
    """Entities by id; those the text leaves unnamed by their words in brackets, apart from any entity.

    A pronoun that stands for nobody known ("its attacks") is unknown: one document's "it" is not another's.
    """
    return {_party(one) for one in participants} or {UNKNOWN}


def _party(one: Participant) -> str:
    unnamed = UNKNOWN if is_pronoun(one.name) else f"({one.name.casefold()})"
    return one.entity or unnamed


def _dyads(event: Event) -> set[Value]:
    actors = _parties(event.actor)
    if not event.recipient and len(actors) > 1:  # reciprocal: each party towards each other
        return {(one, other) for one in actors for other in actors if one != other}
    return set(product(actors, _parties(event.recipient)))


def _actors(event: Event) -> set[Value]:
    return {(one,) for one in _parties(event.actor)}


def _recipients(event: Event) -> set[Value]:
    return {(one,) for one in _parties(event.recipient)}


def _period(event: Event, length: int) -> set[Value]:
    start, end = event.when.start, event.when.end
    if not start or not end or start[:length] != end[:length]:
        return {(UNKNOWN,)}
    return {(start[:length],)}


def _place(event: Event) -> set[Value]:
    if not event.where.name:
        return {(UNKNOWN,)}
    return {(", ".join(part for part in (event.where.name, event.where.country) if part),)}


AXES: dict[str, Axis] = {
    axis.name: axis
    for axis in (
        Axis("dyad", ("actor", "recipient"), _dyads, "who did it to whom, as entity ids"),
        Axis("actor", ("actor",), _actors, "who did it, as an entity id"),
        Axis("recipient", ("recipient",), _recipients, "to whom it was done, as an entity id"),
        Axis("month", ("month",), lambda event: _period(event, 7), "month of the event, YYYY-MM"),
        Axis("year", ("year",), lambda event: _period(event, 4), "year of the event, YYYY"),
        Axis("type", ("type",), lambda event: {(event.type,)}, "PLOVER 2 event type"),
        Axis("quad", ("quad",), lambda event: {(QUAD_OF_TYPE[event.type],)}, "PLOVER quad category"),
        Axis("place", ("place",), _place, "where it happened: name and country (ISO 3166-1 alpha-3)"),
        Axis(
            "country",
            ("country",),
            lambda event: {(event.where.country or UNKNOWN,)},
            "country where it happened, ISO 3166-1 alpha-3",
        ),
    )
}


# --- the full grid ------------------------------------------------------------------------------------


def _grid(
    axes: tuple[Axis, ...],
    counted: Counter[Value],
    types: Sequence[str],
    since: str | None,
    until: str | None,
) -> tuple[tuple[Value, ...], ...]:
    grid: list[tuple[Value, ...]] = []
    at = 0
    for axis in axes:
        width = len(axis.columns)
        seen = {key[at : at + width] for key in counted}
        grid.append(_axis_values(axis.name, seen, types, since, until))
        at += width
    return tuple(grid)


def _axis_values(
    name: str, seen: set[Value], types: Sequence[str], since: str | None, until: str | None
) -> tuple[Value, ...]:
    known = sorted((value for value in seen if UNKNOWN not in value), key=in_order)
    if name in ("month", "year"):
        return _filled([value[0] for value in known], 7 if name == "month" else 4, since, until)
    if name == "type":
        return tuple((one,) for one in EVENT_TYPES if not types or one in types)
    if name == "quad":
        quads = dict.fromkeys(QUAD_OF_TYPE[one] for one in EVENT_TYPES if not types or one in types)
        return tuple((one,) for one in quads)
    return tuple(known)


def _filled(seen: list[str], length: int, since: str | None, until: str | None) -> tuple[Value, ...]:
    """Every month (or year) from the first to the last: of the bounds asked for, else of those counted."""
    if not seen:
        return ()
    first = min(seen[0], since[:length]) if since and len(since) >= length else seen[0]
    last = max(seen[-1], until[:length]) if until and len(until) >= length else seen[-1]
    if length == 4:
        return tuple((f"{year:04d}",) for year in range(int(first), int(last) + 1))
    months = range(_month_number(first), _month_number(last) + 1)
    return tuple((f"{number // 12:04d}-{number % 12 + 1:02d}",) for number in months)


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
