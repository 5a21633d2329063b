"""Excel workbooks: a sheet a list, with a frozen header and filters, and a sheet that explains the columns.

Text is always written as text: what begins like a formula (`=`, `+`, `-`, `@`) is never one, and is marked so
that it stays text when the cell is edited. The columns are those of the CSV export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from jirga.errors import JirgaError
from jirga.exports.asked import Asked, Written
from jirga.exports.columns import Cell, table_of
from jirga.exports.csv import FORMULA
from jirga.exports.lists import ALL, LISTS, WHATS
from jirga.exports.plain import xml_text

#: Excel's own limits (its "specifications and limits"): characters a cell, rows a sheet.
_MOST_CHARACTERS = 32_767
_MOST_ROWS = 1_048_576
#: A column is at least as wide as its name and never wider than this, in characters.
_WIDEST = 40


@dataclass(slots=True)
class _Book:
    """An open workbook with its formats, and how many cells had to be cut."""

    book: Any
    cut: int = 0
    head: Any = field(init=False)
    text: Any = field(init=False)

    def __post_init__(self) -> None:
        self.head = self.book.add_format({"bold": True})
        self.text = self.book.add_format({"quote_prefix": True})


def write(asked: Asked, out: BinaryIO) -> Written:
    """Write the list asked for, or every list, and the codebook; JirgaError where a sheet cannot hold it."""
    import xlsxwriter

    # row by row through temporary files: a sheet of a million rows needs no memory for them
    with xlsxwriter.Workbook(out, {"constant_memory": True}) as workbook:
        book, count, columns = _Book(workbook), 0, list[tuple[str, str, str]]()
        for what in WHATS if asked.what == ALL else (asked.what,):
            table = table_of(what, asked.rows(what))
            count += _sheet(book, what, table.header, table.rows)
            columns += [(what, name, about) for name, about in zip(table.header, table.about, strict=True)]
        _sheet(book, "codebook", ("sheet", "column", "holds"), _codebook(columns))
    notes = (f"Cells cut at {_MOST_CHARACTERS:,} characters, Excel's limit: {book.cut:,}",)
    return Written(count, notes if book.cut else ())


def _codebook(columns: list[tuple[str, str, str]]) -> Iterator[Sequence[Cell]]:
    for what in dict.fromkeys(one[0] for one in columns):
        yield what, "", LISTS[what]
        yield from (one for one in columns if one[0] == what)


def _sheet(book: _Book, name: str, header: Sequence[str], rows: Iterable[Iterable[Cell]]) -> int:
    sheet = book.book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for at, title in enumerate(header):
        sheet.set_column(at, at, min(max(len(title) + 3, 12), _WIDEST))
        sheet.write_string(0, at, title, book.head)
    number = 0
    for number, row in enumerate(rows, start=1):
        if number >= _MOST_ROWS:
            raise JirgaError(
                f"a sheet of a workbook holds {_MOST_ROWS:,} rows, and there are more {name}",
                stage="export",
                next_step="narrow the question (--since, --type …), or choose --format csv or parquet",
            )
        for at, cell in enumerate(row):
            _write(book, sheet, number, at, cell)
    sheet.autofilter(0, 0, number, max(len(header) - 1, 0))
    return number


def _write(book: _Book, sheet: Any, row: int, at: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if not isinstance(cell, str):
        sheet.write_number(row, at, cell)
        return
    text = xml_text(cell)
    if len(text) > _MOST_CHARACTERS:
        book.cut += 1
        text = text[: _MOST_CHARACTERS - 1] + "…"
    sheet.write_string(row, at, text, book.text if text.lstrip().startswith(FORMULA) else None)
