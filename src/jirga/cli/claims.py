"""`jirga claims`: arguments that one could check against data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import copies_option, list_options, opened
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.questions import ClaimRow

_EPILOG = """\b
Examples:
  jirga claims --entity TTP
  jirga claims --said-by "interior minister" --since 2021
  jirga claims --json | jq 'select(.argues == "trend") | .quote'

\b
A claim argues: talks let them regroup (effect), it failed because nobody
policed it (cause), every truce failed (rule), attacks rose after the takeover
(trend), more violence than before (comparison). It is what somebody says, not
what is so. One that its speaker denies is marked. --since and --until ask for
when it was published.
"""

_COLUMNS = (
    Column("claim", leading=True),
    Column("argues", wrap=False, lesser=True),
    Column("said by"),
    Column("documents", number=True, wrap=False, lesser=True),
    Column("statement", wrap=False, lesser=True),
)


@click.command("claims", epilog=_EPILOG)
@list_options
@copies_option
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """What is argued: causes, effects, trends, and by whom."""
    with opened(record) as opened_record:
        rows = opened_record.claims(**filters)
    note = f"{plural(len(rows), 'claim')}. The evidence behind one: jirga show STATEMENT"
    put_list(rows, _COLUMNS, _row, note, as_json=as_json)


def _row(row: ClaimRow) -> list[str]:
    from jirga.cli.telling import speaker_name
    from jirga.questions import words

    marked = words.mark(row.statement)
    return [
        (f"{marked.upper()} " if marked else "") + " ".join(row.statement.quote.split()),
        row.argues,
        ", as told by ".join(speaker_name(one) for one in row.statement.said_by) or "the document itself",
        f"{1 + len(row.also):,}",
        short(row.statement.id),
    ]
