"""`jirga import`: a record, or part of one, from the file that `jirga export --what record` wrote."""

from __future__ import annotations

import click

from jirga.cli.options import location, opened, record_option
from jirga.cli.screen import Screen, plural

_EPILOG = """\b
Examples:
  jirga export --what record -o record.jsonl
  jirga import record.jsonl --record copy.db
  jirga export --what record --publisher Dawn | jirga import - --record dawn.db

\b
All of the file comes in, or nothing: one that is damaged or cut off is refused
with the line where. What the record has already stays as it is, and importing a
file twice adds nothing. An export with --no-text cannot be imported.
"""


@click.command("import", epilog=_EPILOG)
@click.argument("file", metavar="FILE")
@record_option
def command(record: str | None, file: str) -> None:
    """Put in what jirga export --what record wrote to FILE."""
    with opened(record) as opened_record:
        loaded = opened_record.import_(file)
    new = (
        plural(loaded.documents, "document"),
        plural(loaded.readings, "reading"),
        plural(loaded.statements, "statement"),
        plural(loaded.decisions, "decision"),
    )
    Screen().note(f"New in {location(record)}: {', '.join(new)}")
