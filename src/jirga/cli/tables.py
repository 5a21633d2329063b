"""Tables that fit: on a narrow terminal the lesser columns move below the leading one, nothing is cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.table import Table
from rich.text import Text

#: Spaces between columns.
_GAP = 2

#: A column that may be broken is not made narrower than its longest word, up to this many characters.
_LONGEST_WORD = 20

#: A date or a range of dates (EDTF): never broken, or it would be read as two.
_DATE = re.compile(r"(?:\d{4}|\.\.)[\d~?%X./-]*")

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
    if _taken(_narrowest(columns, rows)) > width and any(column.leading for column in columns):
        columns, rows = _folded(columns, rows)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    for column, wide in zip(columns, _widths(columns, rows, width), strict=True):
        justify: Literal["left", "right"] = "right" if column.number else "left"
        table.add_column(column.heading, justify=justify, overflow="fold", width=wide)
    for row in rows:
        table.add_row(*row)
    return table


def _widths(columns: Sequence[Column], rows: Sequence[Row], width: int) -> list[int]:
    """The width of each column: what it needs, or its share of what there is, the neediest served first."""
    needed = [max(map(text_width, texts)) for texts in _texts(columns, rows)]
    widths = _narrowest(columns, rows)
    for _ in range(width - _taken(widths)):
        at = max(range(len(columns)), key=lambda one: needed[one] - widths[one])
        if needed[at] <= widths[at]:
            break
        widths[at] += 1
    while _taken(widths) > width and max(widths) > 1:
        widths[_to_squeeze(widths, columns, rows)] -= 1
    return widths


def _to_squeeze(widths: Sequence[int], columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """The widest column that breaks no date by it; where every one would, the widest of all."""
    dates = [_longest_date(texts) for texts in _texts(columns, rows)]
    free = [at for at, wide in enumerate(widths) if wide > max(dates[at], 1)]
    return max(free or range(len(widths)), key=lambda at: widths[at])


def _taken(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _narrowest(columns: Sequence[Column], rows: Sequence[Row]) -> list[int]:
    """How narrow each column may be made before its words break."""
    widths = []
    for column, texts in zip(columns, _texts(columns, rows), strict=True):
        words = [word for text in texts for word in text.split()] if column.wrap else texts
        longest = max(map(text_width, words), default=1)
        widths.append(max(min(_LONGEST_WORD, longest), _longest_date(texts)) if column.wrap else longest)
    return widths


def _longest_date(texts: Sequence[str]) -> int:
    words = (word for text in texts for word in text.split())
    return max((len(word) for word in words if _DATE.fullmatch(word)), default=0)


def _texts(columns: Sequence[Column], rows: Sequence[Row]) -> list[list[str]]:
    """The lines of every column, its heading among them."""
    return [
        [column.heading, *(line for row in rows for line in row[at].plain.split("\n"))]
        for at, column in enumerate(columns)
    ]


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
