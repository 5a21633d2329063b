"""`jirga documents`: what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import Column, plural, put_list, short

if TYPE_CHECKING:
    from jirga.questions import DocumentRow

_EPILOG = """\b
Examples:
  jirga documents
  jirga documents --publisher Dawn --since 2022
  jirga documents --json | jq 'select(.status != "complete")'

\b
Status: complete, partial (some of it could not be read), failed, unread (a
language that Jirga does not read). The date's basis: stated, metadata,
filename, unknown. Here --since and --until bound the date of publication.
"""

_COLUMNS = (
    Column("published", wrap=False),
    Column("basis", wrap=False, lesser=True),
    Column("publisher"),
    Column("title", leading=True),
    Column("lang", wrap=False, lesser=True),
    Column("status", wrap=False, lesser=True),
    Column("statements", number=True, wrap=False),
    Column("id", wrap=False, lesser=True),
    Column("copies of", lesser=True),
)


@click.command("documents", epilog=_EPILOG)
@list_options
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """What was read: source, date, language, status, copies."""
    with opened(record) as opened_record:
        rows = opened_record.documents(**filters)
    note = f"{plural(len(rows), 'document')}. All about one: jirga show ID"
    put_list(rows, _COLUMNS, _row, note, as_json=as_json)


def _row(row: DocumentRow) -> list[str]:
    document = row.document
    return [
        document.published or "unknown",
        document.published_basis,
        document.publisher or "",
        document.title or document.source,
        document.language,
        row.status,
        f"{row.statements:,}",
        short(document.id),
        " ".join(short(one.document) for one in row.copies),
    ]
