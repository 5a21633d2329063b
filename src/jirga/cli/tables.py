"""Tables that fit: on a narrow terminal the lesser columns move below the leading one, nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

#: Spaces between columns.
_GAP = 2

#: A column that may be broken is not made narrower than its longest word, up to this many characters.
_LONGEST_WORD = 20

Row = Sequence[Text]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds numbers, whether it may be broken over lines.

    Where not all fit, the `lesser` columns move below the `leading` one, each value after its heading.
    """

    heading: str
    number: bool = False
    wrap: bool = True
    lesser: bool = False
    leading: bool = False


def plain(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a table without styles: columns padded with spaces, nothing wrapped or cut."""
    every = [[column.heading for column in columns], *([cell.plain for cell in row] for row in rows)]
    widths = [max(len(row[at]) for row in every) for at in range(len(columns))]
    for row in every:
        cells = (
            cell.rjust(width) if column.number else cell.ljust(width)
            for cell, width, column in zip(row, widths, columns, strict=True)
        )
        yield (" " * _GAP).join(cells).rstrip()


def fitted(columns: Sequence[Column], rows: Sequence[Row], width: int) -> Table:
    """Return the table as it fits `width` characters."""
    if _least(columns, rows) > width and any(column.leading for column in columns):
        columns, rows = _folded(columns, rows)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for at, column in enumerate(columns):
        table.add_column(
            column.heading,
            justify="right" if column.number else "left",
            no_wrap=not column.wrap,
            overflow="fold",
            min_width=_narrowest(column, [row[at] for row in rows])
            if _least(columns, rows) <= width
            else None,
        )
    for row in rows:
        table.add_row(*row)
    return table


def _least(columns: Sequence[Column], rows: Sequence[Row]) -> int:
    widths = (_narrowest(column, [row[at] for row in rows]) for at, column in enumerate(columns))
    return sum(widths) + _GAP * (len(columns) - 1)


def _narrowest(column: Column, cells: Sequence[Text]) -> int:
    texts = [column.heading, *(cell.plain for cell in cells)]
    if not column.wrap:
        return max(text_width(text) for text in texts)
    return min(_LONGEST_WORD, max(text_width(word) for text in texts for word in text.split() or [""]))


def text_width(text: str) -> int:
    """Return how many columns of a terminal the text takes (wide East Asian characters take two)."""
    return Text(text).cell_len


def _folded(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[list[Column], list[list[Text]]]:
    kept = [column for column in columns if not column.lesser]
    return kept, [_folded_row(columns, row) for row in rows]


def _folded_row(columns: Sequence[Column], row: Row) -> list[Text]:
    below = " · ".join(
        f"{column.heading} {cell.plain}"
        for column, cell in zip(columns, row, strict=True)
        if column.lesser and cell
    )
    cells = []
    for column, cell in zip(columns, row, strict=True):
        if column.leading and below:
            cells.append(Text.assemble(cell, "\n", (below, "dim")))
        elif not column.lesser:
            cells.append(cell)
    return cells
