"""`jirga counts`: event-data tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import copies_option, filter_options, json_option, opened, record_option
from jirga.cli.screen import Column, Screen, plural

if TYPE_CHECKING:
    from jirga.questions import Table

#: Axes whose values follow one another, and how many of them in a row without a count are each named.
_IN_TIME, _SHORT_RUN = frozenset({"month", "year"}), 2

_EPILOG = """\b
Examples:
  jirga counts                                       dyad × month × type
  jirga counts --by month,quad --since 2021 --until 2022
  jirga counts --by dyad,month,type --format csv -o panel.csv
  jirga counts --by dyad,month,type --codebook > codebook.md

\b
Axes: dyad (actor and recipient), actor, recipient, month, year, type, quad,
place, country (where it happened).
The unit is the event that happened according to someone. A report counts once
however often it was printed: copies, verbatim or near, are no reports of their
own (--copies counts them as if they were). CSV and JSON hold the
full grid with its zeros; on the screen the last axis runs across and rows of
zeros are summed up. A zero says that nothing was reported here, no more. What
has no date or place is counted in rows named "unknown".
"""


@click.command("counts", epilog=_EPILOG)
@click.option(
    "--by",
    metavar="AXIS[,…]",
    default="dyad,month,type",
    show_default=True,
    help="What to count by; each axis once.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "jsonl"]),
    default="table",
    show_default=True,
    help="How to write it.",
)
@click.option("-o", "--output", metavar="FILE", help="Where to write it; - is standard output.")
@click.option(
    "--codebook", is_flag=True, help="Print the codebook of this table instead: columns, rules, versions."
)
@filter_options
@copies_option
@json_option
@record_option
def command(
    by: str,
    form: str,
    output: str | None,
    codebook: bool,
    as_json: bool,
    record: str | None,
    **filters: Any,
) -> None:
    """How many events by dyad, month, type …, zeros included."""
    axes = [name.strip() for name in by.split(",") if name.strip()]
    with opened(record) as opened_record:
        table = opened_record.counts(axes, **filters)
        book = opened_record.codebook(table, **filters) if codebook else ""
    if codebook:
        _put(book.encode(), output)
    elif as_json or form == "jsonl":
        _put_json(table, output)
    elif form == "csv" or output not in (None, "-"):
        _put_csv(table, output)
    else:
        draw(Screen(), table)


def _put(content: bytes, output: str | None) -> None:
    from jirga.exports import target

    with target(output) as out:
        out.write(content)


def _put_json(table: Table, output: str | Path | None) -> None:
    from jirga.exports import jsonl, target

    with target(output) as out:
        jsonl.write(table.objects(), out, "counts")


def _put_csv(table: Table, output: str | Path | None) -> None:
    from jirga.exports import csv, target

    rows: Iterator[list[str | int]] = ([*cell.values, cell.events, cell.statements] for cell in table.rows())
    with target(output) as out:
        csv.table([*table.columns, "events", "statements"], rows, out)


# --- on the screen ------------------------------------------------------------------------------------


def draw(screen: Screen, table: Table) -> None:
    """Print the table: with several axes, the last one across where it fits."""
    if not table.total:
        screen.note("No event in the record answers this. Next: count with fewer filters.")
        return
    across = len(table.axes) > 1 and len(table.axes[-1].columns) == 1
    shown = _Crossed(table) if across else None
    if shown and shown.width() <= screen.width:
        shown.draw(screen)
    else:
        _long(screen, table)
    _closing(screen, table)


class _Crossed:
    """The last axis across, the others down; columns and rows of zeros left out, and said so."""

    def __init__(self, table: Table) -> None:
        from jirga.questions.counts import in_order

        self.table = table
        self.counted = {key: number for key, number in table.events.items() if number}
        self.last = [value for value in self._last_values() if any(key[-1] == value for key in self.counted)]
        self.unused = [value for (value,) in table.grid[-1] if value not in self.last]
        self.rows = sorted({key[:-1] for key in self.counted}, key=in_order)

    def _last_values(self) -> Iterator[str]:
        grid = [value for (value,) in self.table.grid[-1]]
        yield from grid
        yield from sorted({key[-1] for key in self.counted} - set(grid))

    def width(self) -> int:
        """The columns that the table needs, unbroken: two spaces part one from the next."""
        down = [
            max((len(row[at]) for row in self.rows), default=0) for at in range(len(self.table.columns) - 1)
        ]
        return sum(min(one, 24) + 2 for one in down) + sum(len(one) + 2 for one in self.last)

    def draw(self, screen: Screen) -> None:
        """Print it."""
        down = [Column(name) for name in self.table.columns[:-1]]
        across = [Column(name, number=True, wrap=False) for name in self.last]
        screen.table([*down, *across], (self._row(row) for row in self.rows))
        of_zeros = self._rows_of_zeros()
        if of_zeros:
            screen.line(f"{plural(of_zeros, 'row')} of zeros not shown (--format csv has them)")
        if self.unused:
            screen.line(f"nothing counted under: {', '.join(self._unused_runs())}")

    def _row(self, row: tuple[str, ...]) -> list[str]:
        numbers = (self.counted.get((*row, value), 0) for value in self.last)
        return [*row, *(f"{number:,}" if number else "·" for number in numbers)]

    def _unused_runs(self) -> Iterator[str]:
        """The values without a count; of months or years those that follow one another as one range."""
        grid = [value for (value,) in self.table.grid[-1]]
        in_time = self.table.axes[-1].columns[0] in _IN_TIME
        for used, group in groupby(grid, key=lambda value: value in self.last):
            run = [] if used else list(group)
            if in_time and len(run) > _SHORT_RUN:
                yield f"{run[0]} to {run[-1]}"
            else:
                yield from run

    def _rows_of_zeros(self) -> int:
        from jirga.questions.counts import UNKNOWN

        filled = sum(1 for row in self.rows if UNKNOWN not in row)
        whole = 1
        for values in self.table.grid[:-1]:
            whole *= len(values)
        return whole - filled


def _long(screen: Screen, table: Table) -> None:
    from jirga.questions.counts import UNKNOWN

    columns = [Column(name) for name in table.columns]
    numbers = [Column("events", number=True, wrap=False), Column("statements", number=True, wrap=False)]
    only_axis = len(table.axes) == 1
    cells = [cell for cell in table.rows() if cell.events or only_axis]
    screen.table(
        [*columns, *numbers], ([*cell.values, f"{cell.events:,}", f"{cell.statements:,}"] for cell in cells)
    )
    zeros = table.size - sum(1 for cell in cells if UNKNOWN not in cell.values)
    if zeros and not only_axis:
        screen.line(f"{plural(zeros, 'row')} of zeros not shown (--format csv has them)")


def _closing(screen: Screen, table: Table) -> None:
    from jirga.questions.counts import UNKNOWN

    unknown = sum(1 for key in table.events if UNKNOWN in key)
    told = f", {plural(unknown, 'cell')} with an unknown value" if unknown else ""
    screen.note(f"\n{plural(table.total, 'distinct event')}{told}. The rules of counting: --codebook")
