"""`jirga quantities`: how many, according to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import copies_option, list_options, opened
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.questions import QuantityRow

_EPILOG = """\b
Examples:
  jirga quantities --type killed --since 2022-04
  jirga quantities --kind quantity --entity TTP     totals and trends only
  jirga quantities --json | jq 'select(.measure == "killed") | [.low, .high]'

\b
A range runs from the lowest to the highest number that the words allow; rival
figures stand side by side, each with its speaker, and are never averaged. What
copies of a report say again is one figure, with the number of its documents;
--copies gives each a line of its own.
"""

_COLUMNS = (
    Column("measure", wrap=False),
    Column("how many"),
    Column("of whom"),
    Column("period", lesser=True),
    Column("when", wrap=False),
    Column("where", lesser=True),
    Column("said by", leading=True),
    Column("documents", number=True, wrap=False, lesser=True),
    Column("statement", wrap=False, lesser=True),
)


@click.command("quantities", epilog=_EPILOG)
@list_options
@copies_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """How many were killed, held, freed …, according to whom."""
    with opened(record) as opened_record:
        rows = opened_record.quantities(**filters)
    note = f"{plural(len(rows), 'figure')}. The evidence behind one: jirga show STATEMENT"
    put_list(rows, _COLUMNS, _row, note, as_json=as_json)


def _row(row: QuantityRow) -> list[str]:
    from jirga.cli.telling import speaker_name
    from jirga.questions import words

    figure, statement = row.figure, row.statement
    marked = words.mark(statement)
    return [
        figure.measure,
        (f"{marked.upper()} " if marked else "") + words.quantity_words(figure, statement.quantity),
        words.counted_words(figure),
        figure.period or (statement.quantity.period if statement.quantity else None) or "",
        statement.when.edtf or "no date",
        words.where_words(statement.where),
        ", as told by ".join(speaker_name(one) for one in row.said_by) or "the document itself",
        f"{1 + len(row.also):,}",
        short(statement.id),
    ]
