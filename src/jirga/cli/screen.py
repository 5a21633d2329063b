"""What is printed: colours and tables on a terminal, plain lines everywhere else.

Words of documents are cleaned of control characters before they reach a terminal: a text may hold escape
sequences that would otherwise run there.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, TypeVar

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from jirga.cli import tables
from jirga.cli.tables import Column

__all__ = ["ASK_WIDER", "Column", "Screen", "clean", "plural", "put_list", "short"]

Row = TypeVar("Row")

#: What to do where a list has nothing in it.
ASK_WIDER = "Next: ask with fewer filters, or with --all."

#: Characters of an id that are shown: enough to tell some ten thousand entries apart; `show` takes them.
SHORT_ID = 11


class Screen:
    """Standard output; `plain` where it is no terminal: then nothing is coloured, wrapped or cut."""

    def __init__(self) -> None:
        """Look at standard output; rich honours NO_COLOR, TERM and COLUMNS."""
        self.plain = not sys.stdout.isatty()
        self._console = Console(highlight=False, markup=False, emoji=False, soft_wrap=self.plain)

    @property
    def width(self) -> int:
        """The terminal's columns; no bound elsewhere."""
        return sys.maxsize if self.plain else self._console.width

    def line(self, *parts: Text | str) -> None:
        """Print one line; on a terminal it is wrapped at words."""
        text = Text.assemble(*parts)
        if self.plain:
            print(text.plain)
        else:
            self._console.print(text)

    def heading(self, words: str) -> None:
        """Print a heading, with an empty line before it."""
        self.line()
        self.line(Text(words, style="bold"))

    def block(
        self, margin: Text | str, lines: Iterable[Text], *, under: Text | str = "", width: int = 13
    ) -> None:
        """Print lines beside a margin: a date before the first, an id `under` it, and what is told of it.

        A margin wider than its place stands on a line of its own: a range of dates that is broken would be
        read as two.
        """
        rows, margin, under = list(lines), _text(margin), _text(under)
        if margin.cell_len >= width or not rows:
            self.line(margin)
            margin, under = under, Text()
        if self.plain:
            print("\n".join(_beside([margin.plain, under.plain], [row.plain for row in rows], width)))
            return
        grid = Grid.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=width - 1, overflow="fold")
        grid.add_column()
        grid.add_row(Text("\n").join(one for one in (margin, under) if one), Text("\n").join(rows))
        self._console.print(grid)

    def table(self, columns: Sequence[Column], rows: Iterable[Sequence[Text | str]]) -> None:
        """Print a table: on a terminal fitted to its width, elsewhere columns padded with spaces, uncut."""
        cells = [[_text(cell) for cell in row] for row in rows]
        if self.plain:
            print("\n".join(tables.plain(columns, cells)))
        else:
            self._console.print(tables.fitted(columns, cells, self.width))

    def note(self, words: str) -> None:
        """Tell something about a list on standard error, where it does not mix with the list."""
        sys.stdout.flush()
        if sys.stderr.isatty():
            Console(stderr=True, highlight=False, markup=False, emoji=False).print(words)
        else:
            print(words, file=sys.stderr)


def put_list(
    rows: Sequence[Row],
    columns: Sequence[Column],
    cells: Callable[[Row], Sequence[Text | str]],
    note: str,
    *,
    as_json: bool,
) -> None:
    """Print rows as JSON, one a line; else as a table with a note under it, if there are any."""
    if as_json:
        from jirga.cli.objects import put

        put(rows)
        return
    screen = Screen()
    if rows:
        screen.table(columns, map(cells, rows))
    screen.note(f"\n{note}" if rows else f"{note.partition('. ')[0]}. {ASK_WIDER}")


def clean(words: Any) -> str:
    """Return words of a document on one line, without anything that a terminal would take as a command."""
    text = " ".join(str(words).split())
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(one) else one for one in text)


def _is_control(character: str) -> bool:
    """Control characters, and the marks that turn the direction of text (Trojan Source)."""
    if unicodedata.category(character) == "Cc":
        return True
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def short(identifier: str) -> str:
    """Return enough of an id to show and to ask for again."""
    return identifier[:SHORT_ID]


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return `1 document`, `12 documents`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _text(cell: Text | str) -> Text:
    return cell if isinstance(cell, Text) else Text(clean(cell))


def _beside(margins: list[str], rows: list[str], width: int) -> Iterator[str]:
    """Lines beside their margins; a margin without a line beside it stands alone."""
    for margin, row in zip_longest(margins, rows, fillvalue=""):
        if margin or row:
            yield f"{margin:<{width}}{row}".rstrip()
