"""A table of events read from a CSV file: its layout known by its columns, bad rows counted, not believed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jirga.comparing.layouts import LAYOUTS, Layout
from jirga.comparing.rows import Raw, Row, WrongRowError
from jirga.errors import JirgaError, UsageError

#: Delimiters tried on the header line.
_DELIMITERS = (",", ";", "\t")
#: Characters of a cell at most: some tables put whole articles into one.
_LONGEST_CELL = 1_000_000
#: Bad rows that are told one by one.
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Table:
    """A table of events: what it is called, its layout, its rows; `wrong` rows with their lines and why.

    `deadly` says that it keeps only events in which somebody was killed.
    """

    name: str
    layout: str
    rows: tuple[Row, ...]
    wrong: tuple[str, ...] = ()
    deadly: bool = False

    def notes(self) -> Iterator[str]:
        """Yield a sentence on each of the first rows that could not be used, and one on the others."""
        yield from (f"{self.name}:{one}" for one in self.wrong[:_TOLD])
        if len(self.wrong) > _TOLD:
            yield f"{self.name}: {len(self.wrong) - _TOLD:,} more rows could not be used"


def read(path: str | Path, *, country: str | None = None) -> Table:
    """Read a table; UsageError where it is no file, of no known layout, or not in UTF-8.

    `country` (alpha-3) is where all of it took place, for a table that has no column of countries.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(
            f"it cannot be read: {error.strerror or error}",
            document=str(path),
            stage="compare",
            next_step="name a CSV file of events",
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(
            "it is not in UTF-8", document=str(path), stage="compare", next_step="save it as CSV in UTF-8"
        ) from error
    header, _, _ = text.partition("\n")
    delimiter, layout = _layout(header, path)
    rows, wrong = _rows(_raw(text, delimiter, path, _countryless(header, delimiter, country, path)), layout)
    return Table(path.name, layout.name, tuple(rows), tuple(wrong), layout.deadly)


def _layout(header: str, path: Path) -> tuple[str, Layout]:
    for delimiter in _DELIMITERS:
        names = _names(header, delimiter)
        for layout in LAYOUTS:
            if names.issuperset(layout.columns):
                return delimiter, layout
    needed = "; ".join(f"{one.name}: {', '.join(one.columns)}" for one in LAYOUTS)
    raise UsageError(
        "its first line names the columns of no table that is known",
        document=str(path),
        stage="compare",
        next_step=f"name a CSV file with the columns of one of these. {needed}",
    )


def _countryless(header: str, delimiter: str, country: str | None, path: Path) -> Raw:
    """Return the cells that a table without a column of countries lacks; UsageError where nobody tells."""
    if _names(header, delimiter) & {"country", "iso3"}:
        return {}
    if country is None:
        raise UsageError(
            "it has no column of countries",
            document=str(path),
            stage="compare",
            next_step="say of which country it is: --country CODE (alpha-3, such as PAK)",
        )
    return {"iso3": country}


def _names(header: str, delimiter: str) -> set[str]:
    return {name.strip().strip('"').casefold() for name in header.split(delimiter)}


def _rows(raws: Iterator[tuple[int, Raw]], layout: Layout) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    wrong: list[str] = []
    for line, raw in raws:
        try:
            row = layout.row(raw, line)
        except WrongRowError as error:
            wrong.append(f"{line}: {error.why}")
        except KeyError:
            wrong.append(f"{line}: it has fewer cells than the header")
        else:
            rows.append(row)
    return rows, wrong


def _raw(text: str, delimiter: str, path: Path, more: Raw) -> Iterator[tuple[int, Raw]]:
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [name.strip().casefold() for name in next(reader)]
    begins = reader.line_num + 1
    try:
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            # an HDX file's second line has tags (#date+start) for what its columns hold
            if any(cells) and not any(cell.startswith("#") and cell[1:2].isalpha() for cell in cells[:4]):
                yield line, {**dict(zip(header, cells, strict=False)), **more}
    except csv.Error as error:
        raise JirgaError(
            f"it is no CSV ({error})",
            document=f"{path}:{begins}",
            stage="compare",
            next_step="save the table as CSV again",
        ) from error
