"""`jirga export`: the record for other tools."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import all_option, copies_option, filter_options, opened, record_option
from jirga.cli.screen import Screen, plural
from jirga.exports import ALL, DECISIONS, FORMATS, RECORD, WHATS, format_named

_EPILOG = """\b
Examples:
  jirga export > statements.jsonl
  jirga export --what events --format csv -o events.csv
  jirga export --format xlsx -o record.xlsx
  jirga export --format geojson --type ASSAULT -o attacks.geojson
  jirga export --format ical --entity TTP -o ttp.ics
  jirga export --what record -o record.jsonl
  jirga export --what decisions -o decisions.jsonl

\b
jsonl    one JSON object a line, as in docs/reference/record.md
csv      flat; several values in a cell are parted by "; "; safe in spreadsheets
xlsx     a sheet a list, with filters and a codebook; text is never a formula
parquet  typed, nested lists kept
geojson  a point for each event (statement, quantity) whose place has coordinates
graphml  entities as nodes; relations, and who did what to whom, as edges
ical     an all-day entry for each event whose day is known, or for the days
         of each truce
ftm      FollowTheMoney entities: people, bodies, events, links, articles
plover   PLOVER 2 event records (events and statements of kind event only)

\b
--what all is every list in one file (xlsx, graphml, ftm; usual there).
--what record is the record itself: documents with their text, every reading,
every statement, for jirga import. Filters then choose whole documents.

\b
Statements are given as they stand, those of copies too. Of events and
quantities, what copies of a report say again is one row, or with --copies each.

\b
A file appears under its name only when it is complete. --no-text leaves out
quotes and sentences and keeps their offsets. What a format cannot hold (an
event without coordinates, without a day) is counted and told.
"""


@click.command("export", epilog=_EPILOG)
@click.option(
    "--format", type=click.Choice(list(FORMATS)), default="jsonl", show_default=True, help="The format."
)
@click.option(
    "--what",
    type=click.Choice([*WHATS, DECISIONS, ALL, RECORD]),
    help="The list; by default what is usual in the format.",
)
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
    """Write the record for other tools: tables, maps, networks."""
    _, what = format_named(options["format"], options["what"])
    with opened(record) as opened_record:
        written = opened_record.export(output, **options)
    screen = Screen()
    for note in written.notes:
        screen.note(f"{note}.")
    if output not in (None, "-"):
        of = "the record" if what == ALL else what
        rows = plural(written.rows, "document" if what == RECORD else "row")
        screen.note(f"Wrote {rows} of {'the record' if what == RECORD else of} to {output}")
