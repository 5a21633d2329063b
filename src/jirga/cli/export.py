"""`jirga export`: the record for other tools."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import all_option, copies_option, filter_options, opened, record_option
from jirga.cli.screen import Screen, plural
from jirga.exports import FORMATS, WHATS

_EPILOG = """\b
Examples:
  jirga export > statements.jsonl
  jirga export --what events --format csv -o events.csv
  jirga export --what quantities --format parquet -o figures.parquet
  jirga export --format plover --no-text -o plover.jsonl

\b
jsonl    one JSON object a line, as in docs/reference/record.md
csv      flat; several values in a cell are parted by "; "; safe in spreadsheets
parquet  typed, nested lists kept
plover   PLOVER 2 event records (events and statements of kind event only)

\b
Statements are given as they stand, those of copies too. Of events and
quantities, what copies of a report say again is one row, or with --copies each.

\b
A file appears under its name only when it is complete. --no-text leaves out
quotes and sentences and keeps their offsets.
"""


@click.command("export", epilog=_EPILOG)
@click.option(
    "--format", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="The format."
)
@click.option("--what", type=click.Choice(WHATS), default="statements", show_default=True, help="The list.")
@click.option(
    "-o", "--output", metavar="FILE", help="The file to write; without it, or with -, standard output."
)
@click.option(
    "--no-text", "text", flag_value=False, default=True, type=bool, help="Without the words of the documents."
)
@filter_options
@all_option
@copies_option
@record_option
def command(record: str | None, output: str | None, **options: Any) -> None:
    """Write the record for other tools: JSON, CSV, Parquet, PLOVER."""
    with opened(record) as opened_record:
        count = opened_record.export(output, **options)
    if output not in (None, "-"):
        Screen().note(f"Wrote {plural(count, 'row')} of {options['what']} to {output}")
