"""CSV: one row an entry, flat, with a documented header, safe to open in a spreadsheet.

UTF-8 with a byte order mark, so that spreadsheets do not guess another encoding. Several values in one cell
are parted by `; `. A cell of text that a spreadsheet would take for a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from jirga.exports.columns import Cell, table_of

Json = dict[str, Any]

#: Begins a formula in one spreadsheet or another (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

#: Control characters but tab and line ends: no use in a table, and some readers refuse the file.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def write(objects: Iterable[Json], out: BinaryIO, what: str) -> int:
    """Write `objects`, rows of the list `what`, below a header; returns how many."""
    found = table_of(what, objects)
    return table(found.header, found.rows, out)


def table(header: Sequence[str], rows: Iterable[Iterable[Cell]], out: BinaryIO) -> int:
    """Write any table of cells below `header`; returns how many rows."""
    text = io.TextIOWrapper(
        out, encoding="utf-8-sig", errors="backslashreplace", newline="", write_through=True
    )
    try:
        writer = csv.writer(text)
        writer.writerow(header)
        count = 0
        for row in rows:
            writer.writerow([safe(cell) for cell in row])
            count += 1
        return count
    finally:
        text.detach()


def safe(cell: Cell) -> Cell:
    """Return the cell such that no spreadsheet runs it: text that looks like a formula gets an apostrophe."""
    if not isinstance(cell, str):
        return cell
    cell = _CONTROL.sub("", cell)
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
