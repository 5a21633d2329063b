"""`jirga decisions`: what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import json_option, opened, record_option
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.questions import DecisionRow

_EPILOG = """\b
Examples:
  jirga decisions
  jirga decisions --document wire.txt --all
  jirga decisions --json
  jirga export --what decisions -o decisions.jsonl    for jirga decide --from

\b
State: lost, where the reading of now no longer tells what was decided about
(jirga review has it first); undone.
"""

_COLUMNS = (
    Column("when (UTC)", wrap=False),
    Column("by"),
    Column("what", leading=True),
    Column("about"),
    Column("why", lesser=True),
    Column("state", wrap=False, lesser=True),
    Column("id", wrap=False),
)


@click.command("decisions", epilog=_EPILOG)
@click.option("--document", metavar="ID|FILE", help="About this document.")
@click.option("--by", metavar="NAME", help="Made by this person.")
@click.option("--all", is_flag=True, help="Also those that were undone, and the undoing.")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N.")
@json_option
@record_option
def command(record: str | None, as_json: bool, **options: Any) -> None:
    """What people decided: who, when, why, of what."""
    with opened(record) as opened_record:
        rows = opened_record.decisions(**options)
    note = f"{plural(len(rows), 'decision')}. To take one back: jirga undo ID"
    put_list(rows, _COLUMNS, _row, note, as_json=as_json)


def _row(row: DecisionRow) -> list[str]:
    from jirga.cli.judged import about, changed

    it = row.decision
    undone = f"undoes {short(it.undoes)}" if it.undoes else "undone"
    return [
        it.at[:16].replace("T", " "),
        it.by,
        " ".join(part for part in (it.kind, changed(it)) if part),
        ", ".join(part for part in (about(it), ", ".join(row.sources)) if part),
        it.why,
        "lost" if row.lost else "" if row.live else undone,
        short(it.id),
    ]
