"""`jirga statements`: what each passage says."""

from __future__ import annotations

from typing import Any

import click

from jirga.cli.options import list_options, opened
from jirga.cli.screen import Screen

_EPILOG = """\b
Examples:
  jirga statements --kind relation,quantity
  jirga statements --document dawn-2022-06-03.txt --all
  jirga statements --json > statements.jsonl

\b
Kinds: event, relation, quantity (a total or a trend that is no single event)
and claim. The timeline shows events only, by date.
"""


@click.command("statements", epilog=_EPILOG)
@list_options
def command(record: str | None, as_json: bool, **filters: Any) -> None:
    """What each passage says, of every kind."""
    from jirga.cli import telling
    from jirga.cli.objects import put
    from jirga.cli.timeline import closing
    from jirga.questions import Entry, documents_of

    with opened(record) as opened_record:
        found = opened_record.statements(**filters)
        if as_json:
            put(found)
            return
        document = documents_of(opened_record.store)
        entries = [Entry(one, document(one.document)) for one in found]
    screen = Screen()
    for entry in entries:
        screen.line()
        it = entry.statement
        screen.block(telling.date(it), telling.lines(it, entry.document), under=telling.reference(it))
    closing(screen, entries)
